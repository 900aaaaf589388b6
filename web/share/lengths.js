/** From how many characters on addresses are cut or refused somewhere. */
export const limits = { chats: 2000, mail: 4000 };

/**
 * How long an address is, as a word for what becomes of it.
 * @param {number} length in characters
 * @returns {'short' | 'long' | 'very-long'}
 */
export const lengthWord = (length) =>
  length >= limits.mail ? 'very-long' : length >= limits.chats ? 'long' : 'short';
