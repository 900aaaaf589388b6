/**
 * The panels below the stage, in the order of their tabs. A panel is a folder here: an element that
 * gets the layer as properties (see PanelElement), and its own words, a file for each language; both are
 * loaded when it is opened first.
 *
 * @typedef {object} Panel
 * @property {string} name as in a link's `panel=`, and in the tab's label `panel.<name>`
 * @property {() => Promise<{ default: CustomElementConstructor }>} element
 * @property {import('../i18n/index.js').Shelf<{ words: import('../i18n/index.js').Words }>} words
 */

/** @type {Panel[]} */
export const panels = [
  {
    name: 'steps',
    element: () => import('./steps/panel.js'),
    words: (language) => import(`./steps/words.${language}.js`),
  },
  {
    name: 'matrix',
    element: () => import('./matrix/panel.js'),
    words: (language) => import(`./matrix/words.${language}.js`),
  },
  {
    name: 'shapes',
    element: () => import('./shapes/panel.js'),
    words: (language) => import(`./shapes/words.${language}.js`),
  },
  {
    name: 'round-trip',
    element: () => import('./round-trip/panel.js'),
    words: (language) => import(`./round-trip/words.${language}.js`),
  },
  {
    name: 'overlap',
    element: () => import('./overlap/panel.js'),
    words: (language) => import(`./overlap/words.${language}.js`),
  },
  {
    name: 'gradient',
    element: () => import('./gradient/panel.js'),
    words: (language) => import(`./gradient/words.${language}.js`),
  },
  {
    name: 'image',
    element: () => import('./image/panel.js'),
    words: (language) => import(`./image/words.${language}.js`),
  },
  {
    name: 'code',
    element: () => import('./code/panel.js'),
    words: (language) => import(`./code/words.${language}.js`),
  },
];
