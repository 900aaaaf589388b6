/**
 * Hands a playground what is pasted while nothing has the focus.
 * @param {import('../playground/playground.js').ConvPlayground} playground
 */
export const pasting = (playground) =>
  document.addEventListener('paste', (event) => {
    if (event.target !== document.body || event.defaultPrevented) return;
    if (playground.take(event.clipboardData)) event.preventDefault();
  });
