/**
 * The panels below the stage, in the order of their tabs. A panel is a folder here: an element that
 * gets the layer as properties (see PanelElement), and its own words in both languages; both are
 * loaded when it is opened first.
 *
 * @typedef {object} Panel
 * @property {string} name as in a link's `panel=`, and in the tab's label `panel.<name>`
 * @property {() => Promise<{ default: CustomElementConstructor }>} element
 * @property {() => Promise<{ words: Record<import('../i18n/index.js').Language, Record<string, string>> }>} words
 */

/** @type {Panel[]} */
export const panels = [
  {
    name: 'steps',
    element: () => import('./steps/panel.js'),
    words: () => import('./steps/words.js'),
  },
  {
    name: 'matrix',
    element: () => import('./matrix/panel.js'),
    words: () => import('./matrix/words.js'),
  },
  {
    name: 'shapes',
    element: () => import('./shapes/panel.js'),
    words: () => import('./shapes/words.js'),
  },
  {
    name: 'round-trip',
    element: () => import('./round-trip/panel.js'),
    words: () => import('./round-trip/words.js'),
  },
  {
    name: 'overlap',
    element: () => import('./overlap/panel.js'),
    words: () => import('./overlap/words.js'),
  },
  {
    name: 'gradient',
    element: () => import('./gradient/panel.js'),
    words: () => import('./gradient/words.js'),
  },
  {
    name: 'image',
    element: () => import('./image/panel.js'),
    words: () => import('./image/words.js'),
  },
];
