import { depthAround, isElision, readNested } from '../nested.js';
import { isProblem, problem } from '../problem.js';

/** @typedef {import('../problem.js').Problem} Problem */
/** @typedef {string | Tree[]} Tree lists in lists, of any depth, with texts at the ends */

const deepest = 4;

// What may stand around the lists: `k = torch.tensor(` before them, `, dtype=torch.float64)` after
// them. Not `.reshape(..)` or `inv(..)`, which would make another tensor.
const before =
  /^(?:<tf\.Tensor:[^[]*numpy= ?)?(?:Parameter containing: ?)?(?:(?:[\w.:]+ )*[\w.]+ ?= ?)?(?:(?:\w+\.)*(?:[tT]ensor|array|asarray|constant|Parameter)\()*$/;
const after = /^(?:(?:[A-Za-z_][^[\]()]*)?\)+)?>? ?;?$/;
const longestSurrounding = 400;

const token = /[[\],;\n]|[^\s[\],;]+/g;

/**
 * Reads numbers in brackets: what Python, NumPy, PyTorch, TensorFlow, JSON and MATLAB write or
 * print, to a depth of four lists.
 * @param {string} text with at least one '['
 * @returns {import('../tensor.js').Literal | Problem}
 */
export function readBrackets(text) {
  const start = text.indexOf('[');
  const head = spaced(text.slice(0, start).slice(0, longestSurrounding));
  if (!before.test(head)) return problem('surrounding', {}, head);

  const lists = readLists(text, start);
  if (isProblem(lists)) return lists;

  const tail = spaced(text.slice(lists.end).slice(0, longestSurrounding));
  if (!after.test(tail)) return problem('surrounding', {}, tail);
  // Rows copied without the brackets around them are several lists.
  const tree = lists.found.length === 1 ? lists.found[0] : lists.found;

  const depth = depthOf(tree);
  if (typeof depth !== 'number') return depth;
  if (depth > deepest) return problem('depth', { limit: deepest });
  let nested = tree;
  for (let level = depth; level < deepest; level++) nested = [nested];
  return readNested(/** @type {string[][][][]} */ (nested));
}

/** The text with every run of blanks as one space, none at its ends. @param {string} text */
function spaced(text) {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?\( ?/g, '(');
}

/**
 * A list being read. A newline ends a row only where rows have no brackets of their own (MATLAB) and
 * no comma says that the row goes on; NumPy and PyTorch also break long rows.
 * @typedef {{ rows: Tree[][], comma: boolean, lists: boolean, semicolons: boolean }} Open
 */

/** @returns {Open} */
const opened = () => ({ rows: [[]], comma: true, lists: false, semicolons: false });

/**
 * The lists that start at `start`, and where the text after them begins.
 * @param {string} text
 * @param {number} start
 * @returns {{ found: Tree[], end: number } | Problem}
 */
function readLists(text, start) {
  const found = opened();
  const open = [found];
  let end = text.length;
  token.lastIndex = start;
  for (let match; (match = token.exec(text));) {
    const list = open[open.length - 1];
    const row = list.rows[list.rows.length - 1];
    const [piece] = match;
    if (piece === '[') {
      if (open.length > deepest) return problem('depth', { limit: deepest });
      open.push(opened());
    } else if (piece === ']') {
      if (list === found) return problem('brackets');
      open.pop();
      add(open[open.length - 1], closed(list));
    } else if (piece === ',') {
      if (list.comma) row.push('');
      list.comma = true;
    } else if (piece === ';') {
      list.semicolons = true;
      if (!list.lists) list.rows.push([]);
      list.comma = true;
    } else if (piece === '\n') {
      if (open.length === 2 && !list.comma && !list.lists) {
        list.rows.push([]);
        list.comma = true;
      }
    } else if (list === found) {
      end = match.index;
      break;
    } else {
      add(list, piece);
    }
  }
  return open.length > 1 ? problem('brackets') : { found: found.rows.flat(), end };
}

/**
 * Adds an item to the list's last row.
 * @param {Open} list
 * @param {Tree} item
 */
function add(list, item) {
  list.rows[list.rows.length - 1].push(item);
  list.comma = false;
  if (typeof item !== 'string') list.lists = true;
}

/**
 * What a list was, now that it has ended: rows when semicolons or newlines made some.
 * @param {Open} list
 * @returns {Tree[]}
 */
function closed({ rows, lists }) {
  if (lists) return rows.flat();
  const filled = rows.filter((row) => row.length > 0);
  return filled.length > 1 ? filled : filled.flat();
}

/**
 * How many lists are around each text, when it is the same number everywhere.
 * @param {Tree} tree
 * @returns {number | Problem}
 */
export function depthOf(tree) {
  if (typeof tree === 'string') return 0;
  return depthAround(tree, depthOf, (item) =>
    typeof item === 'string' && isElision(item) ? item : undefined,
  );
}
