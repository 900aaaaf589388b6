import { svg } from 'lit';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw';
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw';
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw';
import close from 'lucide-static/icons/x.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import pinned from 'lucide-static/icons/pin.svg?raw';
import picture from 'lucide-static/icons/image-down.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import skipBack from 'lucide-static/icons/skip-back.svg?raw';
import surround from 'lucide-static/icons/square-dashed.svg?raw';
import skipForward from 'lucide-static/icons/skip-forward.svg?raw';
import stepBack from 'lucide-static/icons/step-back.svg?raw';
import stepForward from 'lucide-static/icons/step-forward.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import theme from 'lucide-static/icons/sun-moon.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';

/** What Lucide says of each of its icons: a build leaves it out of them. */
const frame =
  'class="lucide" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" ' +
  'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/**
 * An icon beside a label, or in a button with a label of its own: never the only name of a thing.
 * @param {string} source one of Lucide's
 */
export function icon(source) {
  const drawn = source.replace(
    /^[^]*?<svg[^>]*>\s*/,
    `<svg aria-hidden="true" focusable="false" ${frame}>`,
  );
  // A template is known by its list of strings, as a tag is given it: one for each icon.
  return svg(Object.assign([drawn], { raw: [drawn] }));
}

export const icons = {
  chevronDown: icon(chevronDown),
  chevronLeft: icon(chevronLeft),
  chevronRight: icon(chevronRight),
  chevronUp: icon(chevronUp),
  close: icon(close),
  copy: icon(copy),
  link: icon(link),
  lock: icon(lock),
  minus: icon(minus),
  pinned: icon(pinned),
  pause: icon(pause),
  picture: icon(picture),
  play: icon(play),
  skipBack: icon(skipBack),
  skipForward: icon(skipForward),
  stepBack: icon(stepBack),
  stepForward: icon(stepForward),
  plus: icon(plus),
  redo: icon(redo),
  surround: icon(surround),
  theme: icon(theme),
  undo: icon(undo),
};
