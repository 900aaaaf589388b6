import { files, tooLargeFor } from '../code/tensor-files.js';
import { downloaded } from './download.js';

/**
 * Gives the reader a tensor as a file.
 * @param {import('../code/tensor-files.js').Tensor} tensor
 * @param {string} form
 * @param {string} name of the tensor
 * @param {import('../i18n/index.js').Translate} t
 * @returns {string} what to say of it
 */
export function saved(tensor, form, name, t) {
  const known = /** @type {keyof typeof files} */ (form);
  const { extension, type, write } = files[known];
  const large = tooLargeFor(tensor, known);
  if (large) return t('file.large', { tensor: name, extension, ...large });
  const file = `${name}.${extension}`;
  const asked = downloaded(new Blob([write(tensor)], { type }), file);
  return t(asked ? 'file.saved' : 'file.saved.frame', { name: file });
}
