/** The playground in a notebook: a module for anywidget (Jupyter, marimo, Colab, MyST). */
import './conv-playground.js';

/** @typedef {import('./conv-playground.js').ConvPlayground} ConvPlayground */

/** What Python says; `state` comes back when a person changes it. */
const traits = /** @type {const} */ (['state', 'hide', 'lock', 'lang', 'theme']);

/** The most numbers that go to Python after each edit. */
const most = 100_000;

/**
 * What is computed, as plain data: { y: { shape, data } } or { error }. `data` is left out where it is long.
 * @param {NonNullable<ConvPlayground['result']>} result
 */
function plain(result) {
  if (!('y' in result)) return { error: { ...result.error } };
  const { shape, data } = result.y;
  return { y: { shape: [...shape], ...(data.length <= most && { data: Array.from(data) }) } };
}

/** Does what a page without a Python refuses: MyST's model throws. @param {() => void} asked */
function perhaps(asked) {
  try {
    asked();
  } catch {
    // Nobody is there to be told, and the page goes on.
  }
}

/** JupyterLab runs no shortcut where this is on what has the focus. */
const suppress = 'data-lm-suppress-shortcuts';

/** Whether a key is left to the notebook: Ctrl+S and the like, but none that the playground or the browser has for
 * what is typed. @param {KeyboardEvent} event */
const forNotebook = ({ ctrlKey, metaKey, key }) =>
  (ctrlKey || metaKey) && /^[b-z]$/i.test(key) && !/[cvxyz]/i.test(key);

/**
 * Keeps the keys pressed in a playground from the notebook, whose letters cut and delete its cells (`x`, `d d`)
 * wherever the focus is in no text field, as in a cell of Y.
 * @param {HTMLElement} playground
 * @returns what ends that
 */
function keepKeys(playground) {
  // Before the document hears of a key, where JupyterLab listens.
  /** @param {KeyboardEvent} event */
  const first = (event) =>
    event.composedPath().includes(playground) &&
    playground.toggleAttribute(suppress, !forNotebook(event));
  addEventListener('keydown', first, true);
  playground.addEventListener('keydown', (event) => forNotebook(event) || event.stopPropagation());
  return () => removeEventListener('keydown', first, true);
}

/** @param {{ model: import('./widget.d.ts').Model, el: HTMLElement }} context */
function render({ model, el }) {
  // Each widget may have a copy of this file, of which one has defined the element.
  const playground = /** @type {ConvPlayground} */ (document.createElement('conv-playground'));
  // A result is asked for, be it in view or not.
  playground.setAttribute('loading', 'eager');

  /** Takes over what Python said, unless it is what the playground itself said.
   * @param {(typeof traits)[number]} name */
  function take(name) {
    const value = model.get(name) ?? '';
    if (name !== 'state') playground[name] = value;
    else if (value !== playground.state) playground.state = value;
  }

  /** Tells Python. @param {string} name @param {unknown} value */
  function tell(name, value) {
    model.set(name, value);
    perhaps(() => model.save_changes());
  }

  const stop = traits.map((name) => {
    const listener = () => take(name);
    model.on(`change:${name}`, listener);
    take(name);
    return () => perhaps(() => model.off(`change:${name}`, listener));
  });

  playground.addEventListener('conv-change', (event) => {
    tell('state', /** @type {Event & { state: string }} */ (event).state);
  });

  /** What was told last. @type {unknown} */
  let told;
  playground.addController({
    hostUpdated() {
      const { result } = playground;
      const what = result && ('y' in result ? result.y : result.error.message);
      if (!result || what === told) return;
      told = what;
      tell('result', plain(result));
    },
  });

  stop.push(keepKeys(playground));
  el.append(playground);
  return () => {
    for (const each of stop) each();
    playground.remove();
  };
}

export default { render };
