/**
 * Gives the reader a file.
 * @param {Blob} blob
 * @param {string} name
 * @returns {boolean} whether the browser was asked for it: a sandboxed frame may keep it from that
 *   without a word
 */
export function downloaded(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return self.origin !== 'null';
}
