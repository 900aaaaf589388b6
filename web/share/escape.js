/** Text put into other languages so that it comes out of them as it was. */

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text within HTML, between tags or in the quotes of an attribute. @param {string} text */
export const inHtml = (text) => text.replace(/[&<>"']/g, (character) => entities[character]);

/** Text between the brackets of a Markdown link. @param {string} text */
export const inMarkdown = (text) =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&!|~]/g, (character) => `\\${character}`);

/**
 * An address between the parentheses of a Markdown link. What means something there is percent-encoded,
 * which a link's own keys never need: it stands in the names of folders, or in keys from elsewhere.
 * @param {string} url
 */
export const inParentheses = (url) =>
  url.replace(
    /[\s()<>[\]"'\\`*|!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

/** Text as a literal of Python, which reads JSON's as they are. @param {string} text */
export const inPython = (text) => JSON.stringify(text);

/** JSON as the content of a `script`, which no text in it ends. @param {string} json */
export const inScript = (json) => json.replaceAll('<', '\\u003c');
