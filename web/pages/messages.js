import { longestText } from '../state/limits.js';
import { isLanguage } from '../i18n/languages.js';

/**
 * What a frame and the page around it say to each other by `postMessage`: objects
 * `{ source: 'conv-playground', v: 1, type, id, … }`.
 *
 * @typedef {'ready' | 'height' | 'change'} FromFrame
 *
 * @typedef {object} ToFrame what was understood of a message to the frame
 * @property {'hello' | 'set'} type
 * @property {string | number} [id] what the frame is to call itself
 * @property {Partial<Record<'state' | 'theme' | 'lang' | 'hide' | 'lock', string>>} given
 */

const source = 'conv-playground';
const version = 1;

/** Whether a field has what it may have.
 * @type {Record<keyof ToFrame['given'], (text: string) => boolean>} */
const fits = {
  state: (text) => text.length <= longestText,
  theme: (text) => ['', 'light', 'dark', 'auto'].includes(text),
  lang: (text) => text === '' || (text.length <= 35 && isLanguage(text)),
  hide: (text) => text.length <= 1000,
  lock: (text) => text.length <= 1000,
};

/** What each type may change. @type {Record<ToFrame['type'], readonly (keyof ToFrame['given'])[]>} */
const fieldsOf = {
  hello: ['theme', 'lang'],
  set: ['state', 'theme', 'lang', 'hide', 'lock'],
};

/**
 * Reads a message to the frame. A field that is not what it may be counts as not there.
 * @param {any} data whatever another window sent
 * @returns {ToFrame | undefined} nothing for what is no message of this protocol
 */
export function readMessage(data) {
  if (typeof data !== 'object' || data === null) return undefined;
  if (data.source !== source || data.v !== version) return undefined;
  const type = /** @type {ToFrame['type']} */ (data.type);
  if (type !== 'hello' && type !== 'set') return undefined;
  const named = fieldsOf[type].filter(
    (name) => typeof data[name] === 'string' && fits[name](data[name]),
  );
  const given = Object.fromEntries(named.map((name) => [name, data[name]]));
  const { id } = data;
  const isId = (typeof id === 'string' && id.length <= 200) || Number.isFinite(id);
  return { type, given, ...(type === 'hello' && isId && { id }) };
}

/**
 * A message from the frame.
 * @param {FromFrame} type
 * @param {{ id?: string | number, height?: number, state?: string }} about
 */
export const message = (type, about) => ({ source, v: version, type, ...about });
