/**
 * The languages of the page. Another one is a row here and a file of words beside each `*.en.js`.
 *
 * @satisfies {readonly {
 *   code: string,
 *   tag: string,
 *   label: string,
 *   name: string,
 *   rules: 'engine' | 'words',
 *   lost: string,
 *   again: string,
 * }[]}
 */
export const languages = /** @type {const} */ ([
  {
    /** As a link has it, and the files of words. */
    code: 'en',
    /** As HTML has it. */
    tag: 'en',
    /** On the button that chooses it. */
    label: 'EN',
    name: 'English',
    /** Whether the engine words its refusals in it, or its words have a sentence for each rule. */
    rules: 'engine',
    /** What is said while no words can be had, and the button below. */
    lost: 'The words of this page could not be loaded.',
    again: 'Try again',
  },
  {
    code: 'zh',
    tag: 'zh-Hans',
    label: '中文',
    name: '中文',
    rules: 'words',
    lost: '页面文字加载失败。',
    again: '再试一次',
  },
]);

/** @typedef {(typeof languages)[number]['code']} Language */

/** The codes of the languages; the first is for readers of none of them. */
export const codes = languages.map(({ code }) => code);

/**
 * The row of a language.
 * @param {Language} language
 */
export const rowOf = (language) => languages.find(({ code }) => code === language) ?? languages[0];

/** Whether something is the name of a language, be it one of ours or not. @param {unknown} tag */
export const isLanguage = (tag) => typeof tag === 'string' && /^[a-z]{2,8}([-_]|$)/i.test(tag);

/**
 * The language of a reader, from what a browser or an author says (`zh-CN`, `en-GB`, ..).
 * @param {string | undefined | null} tag
 * @returns {Language}
 */
export function languageOf(tag) {
  const [primary] = tag?.toLowerCase().split(/[-_]/) ?? [];
  return codes.find((code) => code === primary) ?? codes[0];
}
