/**
 * The keys that stop at the playground: a page around it sees only the element itself as their target, and
 * would take what is typed into a cell for its own shortcuts.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 */

/** Fields that are typed into. */
const texts = `textarea, [contenteditable], input:not([type='checkbox'], [type='radio'], [type='range'],
  [type='button'], [type='color'], [type='file'])`;
const arrows = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const ends = ['Home', 'End'];
const pages = ['PageUp', 'PageDown'];
/** What input methods name what they take. */
const composed = ['Dead', 'Process', 'Compose', 'Unidentified'];

/** The keys of what has the focus that the browser acts on, or that are part of what is typed there.
 * @type {{ selector: string, keys: readonly string[], printable: boolean }[]} */
const kept = [
  {
    selector: texts,
    keys: [...arrows, ...ends, ...composed, 'Enter', 'Backspace', 'Delete', 'Insert'],
    printable: true,
  },
  { selector: 'textarea', keys: pages, printable: true },
  { selector: '[role=gridcell]', keys: ['Delete', 'Backspace'], printable: true },
  { selector: 'select', keys: [...arrows, ...ends, ...pages, 'Enter'], printable: true },
  { selector: '[role=menuitem]', keys: ['Enter'], printable: true },
  { selector: '[type=range]', keys: [...arrows, ...ends, ...pages], printable: false },
  { selector: '[type=radio]', keys: [...arrows, ' '], printable: false },
  { selector: 'button, summary, [type=checkbox]', keys: ['Enter', ' '], printable: false },
  { selector: 'a[href]', keys: ['Enter'], printable: false },
];

/** Whether a key writes a character: with AltGr it does on many keyboards.
 * @param {KeyboardEvent} event */
const writes = (event) =>
  [...event.key].length === 1 &&
  (event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey));

/**
 * Whether a key is the playground's: it has acted on it, or what has the focus does.
 * @param {KeyboardEvent} event
 */
function own(event) {
  const { key } = event;
  if (event.defaultPrevented || event.isComposing) return true;
  const path = event.composedPath();
  const [target] = path;
  if (!(target instanceof Element)) return false;
  // The browser closes it.
  if (key === 'Escape') return path.some((each) => each instanceof HTMLDialogElement && each.open);
  const writing = writes(event);
  if (!writing && (event.ctrlKey || event.metaKey)) return false;
  return kept.some(
    ({ selector, keys, printable }) =>
      ((printable && writing) || keys.includes(key)) && target.matches(selector),
  );
}

/**
 * Stops those keys at its host, once all within it have heard of them; that a key is let go of stops with
 * the key.
 * @implements {ReactiveController}
 */
export class OwnKeys {
  /** The keys that are down and were stopped, by where they lie. @type {Set<string>} */
  #down = new Set();

  /** @param {import('lit').ReactiveControllerHost & HTMLElement} host */
  constructor(host) {
    host.addController(this);
    for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
      host.addEventListener(type, (event) => this.#hear(event));
    }
  }

  hostDisconnected() {
    this.#down.clear();
  }

  /** @param {KeyboardEvent} event */
  #hear(event) {
    const { type, code } = event;
    const stopped = own(event) || (type !== 'keydown' && this.#down.has(code));
    if (type === 'keydown' && stopped) this.#down.add(code);
    else if (type !== 'keypress') this.#down.delete(code);
    if (stopped) event.stopPropagation();
  }
}
