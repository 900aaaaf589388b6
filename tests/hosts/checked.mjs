/** What holds of a page, one statement after the other: `holds` throws the first that does not. */
export function statements() {
  /** @type {string[]} */
  const checked = [];
  function holds(what, condition, found) {
    if (!condition) throw new Error(`not so: ${what}; ${JSON.stringify(found)}`);
    checked.push(what);
  }
  return { checked, holds };
}
