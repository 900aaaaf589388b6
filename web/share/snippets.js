import { inHtml, inMarkdown, inParentheses, inPython, inScript } from './escape.js';

/**
 * What others paste into their pages, mails and notebooks. Each holds the link whole: read as what it is,
 * it gives back exactly that address.
 *
 * @typedef {ReturnType<typeof addressesOf>} Addresses
 */

/**
 * Where a link leads, and what shows it elsewhere. A page that is one file has nothing beside it, and shows itself
 * in a frame; as long as it is a file of a device, its address is good there alone, and it goes along.
 * @param {URL | string} home the playground's own page
 * @param {string} link without its #
 * @param {{ single?: boolean }} [is] whether that page is one file
 */
export function addressesOf(home, link, { single = false } = {}) {
  const beside = (/** @type {string} */ file) => new URL(file, home).href;
  const { protocol, pathname } = new URL(home);
  const page = new URL(`#${link}`, home).href;
  const local = protocol === 'file:';
  const linked = local ? `${pathname.replace(/.*\//, '')}#${link}` : page;
  return {
    link,
    page,
    local,
    single: single || local,
    linked,
    frame: single || local ? linked : beside(`embed.html#${link}`),
    element: beside('conv-playground.js'),
    host: beside('embed-host.js'),
    widget: beside('widget.js'),
  };
}

/** @param {Addresses} to @param {string} title */
export const markdown = ({ linked }, title) => `[${inMarkdown(title)}](${inParentheses(linked)})`;

/** @param {Addresses} to @param {string} title */
export const anchor = ({ linked }, title) => `<a href="${inHtml(linked)}">${inHtml(title)}</a>`;

/**
 * A frame, with the link in it for who shows none. It is a block: where a page's column is made by the margins of
 * what is in it, as in WordPress, a frame within a line would stand outside.
 * @param {Addresses} to
 * @param {string} title
 * @param {object} how
 * @param {number} how.height in pixels
 * @param {boolean} [how.follows] whether a script keeps the height right, and the colours the page's
 * @param {boolean} [how.themed] whether the link says the colours, which then stay
 */
export const frame = (to, title, { height, follows = false, themed = false }) =>
  [
    `<iframe src="${inHtml(to.frame)}"`,
    `  title="${inHtml(title)}" width="100%" height="${height}"`,
    `  loading="lazy" sandbox="allow-scripts" style="display: block; border: 0"${
      follows && !themed ? ' data-theme="page"' : ''
    }>`,
    `  ${anchor(to, title)}`,
    `</iframe>`,
    ...(follows ? [`<script type="module" src="${inHtml(to.host)}"></script>`] : []),
  ].join('\n');

/**
 * The element, with the link in it until it is there and where there are no scripts.
 * @param {Addresses} to
 * @param {string} title
 * @param {object} [how]
 * @param {import('./integrity.js').Hashes} [how.hashes] of all scripts that it loads, where it is held to them:
 *   `integrity` on a script says nothing of what that imports, an import map does
 * @param {string} [how.says] what a comment says of them
 */
export const element = (to, title, { hashes, says = '' } = {}) =>
  [
    ...(hashes ? [`<!-- ${inHtml(says)} -->`, importMap(hashes)] : []),
    `<script type="module" src="${inHtml(to.element)}"${
      hashes?.[to.element] ? `\n  integrity="${inHtml(hashes[to.element])}" crossorigin` : ''
    }></script>`,
    `<conv-playground state="${inHtml(to.link)}">`,
    `  ${anchor(to, title)}`,
    `</conv-playground>`,
  ].join('\n');

/** @param {import('./integrity.js').Hashes} integrity */
const importMap = (integrity) =>
  `<script type="importmap">\n${inScript(JSON.stringify({ integrity }, null, 1))}\n</script>`;

/**
 * A cell of a Python notebook that shows the frame.
 * @param {Addresses} to
 * @param {number} height in pixels
 */
export const notebook = (to, height) =>
  [
    'from IPython.display import IFrame',
    '',
    `IFrame(${inPython(to.frame)}, width="100%", height=${height})`,
  ].join('\n');

/**
 * A cell of a Python notebook with a widget, whose state and result Python has.
 * @param {Addresses} to
 */
export const widget = (to) =>
  [
    'import anywidget, traitlets',
    '',
    'class Playground(anywidget.AnyWidget):',
    `    _esm = ${inPython(to.widget)}`,
    '    state = traitlets.Unicode().tag(sync=True)',
    '    result = traitlets.Dict().tag(sync=True)',
    '',
    `playground = Playground(state=${inPython(to.link)})`,
    'playground',
  ].join('\n');
