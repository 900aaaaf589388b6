import { createHash } from 'node:crypto';

/**
 * A few letters that stand for a text.
 * @param {string} text
 */
export const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
