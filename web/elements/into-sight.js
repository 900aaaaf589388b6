/**
 * Brings the stage and its sentence into sight, by what comes when that is first asked for. Without it they are
 * only to be scrolled to.
 * @param {Element} section of both
 * @param {boolean} [atTop] see bringIntoSight
 */
export const intoSight = (section, atTop) =>
  import('./sight.js').then(
    ({ bringIntoSight }) => bringIntoSight(section, atTop),
    () => {},
  );
