/** @param {string} _text @param {any} [_reader] @returns {any} */
export const errorLayers = (_text, _reader) => undefined;
