/** How wide what is drawn over a cell may be, in pixels: the longest of numbers has room. */
export const widest = 320;

/** What is kept free at each end, in pixels: a tensor may move a little while a number is typed, as where a
 * note on it goes. */
const margin = 16;

/** @param {Element} part @returns {Element} the outermost element whose shadow it is drawn in, else itself */
function outermost(part) {
  const root = part.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host) : part;
}

/**
 * Tells what is drawn over a cell, and may be wider, how far it can hang over on either side and still be in sight:
 * within the playground and the window. As custom properties, `--before` and `--after`, in pixels, where there is
 * less than the widest needs: for a new style the browser takes as long as for a row of cells.
 * @param {Element} cell
 * @param {HTMLElement} over what is drawn over it
 */
export function overhang(cell, over) {
  const ends = outermost(cell).getBoundingClientRect();
  const { left, right } = cell.getBoundingClientRect();
  const before = left - Math.max(0, ends.left) - margin;
  const after = Math.min(document.documentElement.clientWidth, ends.right) - right - margin;
  for (const [side, room] of Object.entries({ before, after })) {
    if (room < widest / 2) over.style.setProperty(`--${side}`, `${room}px`);
    else over.style.removeProperty(`--${side}`);
  }
}
