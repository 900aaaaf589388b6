/** Presses GIFs away from the page: it is handed a sheet, then samples, then frames, and answers each. */
import { Press } from './press.js';

/** @type {Press} */
let press;

self.addEventListener('message', ({ data }) => {
  try {
    if (data.sheet) press = new Press(data.sheet);
    if (data.sample) press.sample(data.sample);
    if (data.frame) press.frame(data.frame, data.delay);
    if (data.finish) {
      const bytes = press.finish();
      self.postMessage({ bytes }, { transfer: [bytes.buffer] });
    } else self.postMessage({});
  } catch (error) {
    self.postMessage({ failed: String(error) });
  }
});
