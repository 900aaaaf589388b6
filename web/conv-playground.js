/** Defines `<conv-playground>`: the one script that a page with a playground loads. */
import { defineElements } from './playground/define.js';
import { ConvPlayground } from './playground/playground.js';

ConvPlayground.home = new URL(/* @vite-ignore */ './index.html', import.meta.url);
defineElements();

export { ConvPlayground };
