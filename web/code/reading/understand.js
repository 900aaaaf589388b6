import { isProblem, problem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { reported } from './errors.js';
import { finished } from './finish.js';
import { inWhole, labelled } from './labelled.js';
import { nodes } from './nodes.js';
import { outlined } from './outlined.js';
import { ownPrograms } from './own.js';
import { network } from './prototxt.js';
import { framed, printed, printStart } from './prints.js';
import { longestProgram, run } from './program.js';
import { placed } from './roles.js';
import { announced, bracketed, cleaned, placeOf } from './source.js';
import { tabled } from './tables.js';
import { told } from './told.js';

/**
 * What a text that somebody copied means: tensors, or layers, or why neither.
 *
 * @typedef {import('../../state/problem.js').Problem} Problem
 * @typedef {import('../../state/state.js').State} State
 * @typedef {import('./roles.js').Part} Part
 * @typedef {import('./program.js').Trouble} Trouble
 *
 * A layer that can be opened. An error message's has what is wrong with it and what helps, the best first:
 * `diagnosed` of web/model adds what the engine knows.
 * @typedef {{ name: string, label: string, state: State, notes: Problem[], wrong?: Problem, remedies?: Remedy[] }} Choice
 * @typedef {import('./errors-parts.js').Remedy} Remedy
 * @typedef {{ parts: Part[], notes: Problem[] } | { choices: Choice[], notes: Problem[] } | { problem: Problem }} Understood
 */

/** Numbers without brackets, which need no program to be read. */
const numeric = /^[-+\d.,;eE\s]*$/;

/** `RuntimeError: ..`, as Python ends a traceback. */
const errorLine =
  /^(?:(?:[A-Za-z_][\w.]{0,80})?(?:Error|Exception)\b: ?(?=[A-Za-z])|\[ONNXRuntimeError\] :|Error using [a-z])/m;

/** A line of a model's table, which has sizes of outputs and counts of parameters. */
const summary =
  /\bLayer \(type(?::depth-idx)?\)|^[^\w\n]{0,40}\w{1,80} \(\w{0,40}Conv\w{0,40}\)[ │|]{1,80}[([]{1,2}(?:None|\d)|^[^\w\n]{0,40}\w{0,40}Conv\w{0,20}(?:: |-)\d[\d-]{0,20} .{0,200}\[-?\d/m;

/** Whether a text is such a table alone. @param {string} text */
const isSummary = (text) =>
  summary.test(text) &&
  !/Conv\w{0,20}\((?=[^)\n]{0,200}[\d=])/.test(
    text.replace(/^[^\w\n]{0,40}\w{1,80} \(\w{1,80}\)/gm, ''),
  );

/** How many layers of one text there are to choose from, and how many numbers they may have together. */
const mostChoices = 256;
const mostListed = 2 ** 18;

/** How many troubles of one text are told. */
const mostProblems = 16;

/** How long a line with the names of columns may be. */
const longestHead = 400;

/**
 * @param {string} text
 * @param {State} [reader] what is there: what a text leaves open stays as it is
 * @returns {Understood}
 */
export function understood(text, reader) {
  if (text.length > longestProgram) {
    return { problem: problem('too-long', { length: text.length, limit: longestProgram }) };
  }
  const clean = cleaned(text);
  if (clean.trim() === '') return { problem: problem('empty') };
  const own = ownPrograms(clean);
  if (own?.layers.length) return choicesOf(own.layers, own.trouble, clean, reader);
  if (own) return troubled(clean, own.trouble[0]);
  const message = reported(clean);
  if (message && 'problem' in message) return message;
  if (message) {
    const label = message.state.op === 'conv' ? 'conv2d' : 'conv_transpose2d';
    return { choices: [{ name: '', label, ...message }], notes: [] };
  }
  const meaning = sectionsIn(clean) ?? unlabelled(clean, text, reader);
  return cutShort(meaning, text) ?? meaning;
}

/** Numbers without brackets and names: nothing else can be meant but a data frame. @param {string} clean
 * @param {string} text as it came @returns {Understood} */
function bareNumbers(clean, text) {
  const frame = framed(clean);
  if (frame) return parts([{ name: '', tensor: frame }], clean);
  const plain = readText(text);
  return isProblem(plain) ? rowProblem(plain, clean) : plainPart(plain);
}

/**
 * @param {string} clean
 * @param {string} text as it came
 * @param {State} [reader]
 * @returns {Understood}
 */
function unlabelled(clean, text, reader) {
  if (numeric.test(clean)) return bareNumbers(clean, text);
  if (isSummary(clean)) {
    const head = clean.search(summary);
    return troubled(clean, { problem: problem('summary'), at: Math.max(0, head) });
  }
  const table = tabled(clean);
  if (table) return 'problem' in table ? troubled(clean, table) : parts(table, clean);
  const print = printed(clean);
  if (print && !('problem' in print)) return parts([{ name: nameOf(clean), tensor: print }], clean);
  if (print) return session(clean) ?? troubled(clean, print);
  const outline = network(clean) ?? outlined(clean);
  if (outline?.layers.length) return choicesOf(outline.layers, outline.trouble, clean, reader);
  if (outline?.trouble.length) return troubled(clean, outline.trouble[0]);
  const { tensors, layers, trouble, asked } = nodesIn(clean) ?? run(clean);
  if (layers.length > 0) return choicesOf(layers, trouble, clean, reader);
  const [first] = trouble;
  const error = clean.search(errorLine);
  if (error >= 0) return troubled(clean, { problem: problem('unknown-error'), at: error });
  if (tensors.length > 0 && !first) {
    const two = tensors.length === 2 ? apart(tensors, clean) : undefined;
    if (two) return two;
    // Rows that were copied without the brackets around them look like as many tensors.
    const rows =
      tensors.length > 1 && tensors.every(({ name }) => name === '')
        ? readText(text.replace(/[()]/g, (c) => (c === '(' ? '[' : ']')))
        : undefined;
    return rows && !isProblem(rows) ? plainPart(rows) : noting(parts(tensors, clean), asked, clean);
  }
  // What a function makes, of which nothing is known here, is printed below.
  const below = first ? printBelow(clean) : undefined;
  if (below) return below;
  const sentences = first ? told(clean) : undefined;
  if (isProblem(sentences)) return { problem: withPlace(sentences) };
  if (sentences) return parts(sentences, clean);
  if (first && /[[({]/.test(clean))
    return tensors.length > 0 ? amongOthers(clean, first) : troubled(clean, first);
  const rows = withoutHead(text) ?? readText(text);
  if (isProblem(rows)) return rowProblem(rows, clean);
  const name = nameOf(clean);
  return name ? parts([{ name, tensor: rows }], clean) : plainPart(rows);
}

/**
 * Two matrices, each in brackets of its own with no comma between them, which nothing names: X and K, and no channels
 * of one tensor, which would have a comma between them or brackets around them. Equal ones are two as well.
 * @param {import('./program.js').NamedTensor[]} tensors
 * @param {string} text
 * @returns {Understood | undefined}
 */
function apart(tensors, text) {
  const [first, second] = tensors.map(({ at }) => text.slice(at, at + 1));
  const bare = first === '[' && second === '[' && tensors.every(({ name }) => name === '');
  const comma = text.slice(0, tensors[1].at).trimEnd().endsWith(',');
  const matrices = tensors.every(({ tensor }) => tensor.shape.length > 1);
  if (!bare || comma || !matrices) return undefined;
  const named = tensors.map((each, i) => ({ ...each, name: i === 0 ? 'x' : 'k' }));
  const meaning = parts(named, text);
  return 'parts' in meaning ? { ...meaning, notes: [problem('in-order')] } : meaning;
}

/** What is missing of a print that names its shape. @param {Understood} meaning @param {string} text
 * @returns {Understood | undefined} */
function cutShort(meaning, text) {
  if (!('parts' in meaning) || meaning.parts.length !== 1) return undefined;
  const said = announced(text);
  const [{ data }] = meaning.parts;
  if (!said || said.shape.reduce((a, b) => a * b, 1) === data.length) return undefined;
  const numbers = { count: data.length, shape: said.shape.join(' × ') };
  return troubled(text, { problem: problem('cut-print', numbers), at: said.at });
}

/**
 * The tensors below labels, or what is wrong with the numbers below one.
 * @param {string} text
 * @returns {Understood | undefined}
 */
function sectionsIn(text) {
  const sections = numeric.test(text) ? undefined : labelled(text);
  /** @type {{ name: string, tensor: import('./tensors.js').Array_ }[]} */
  const found = [];
  for (const section of sections ?? []) {
    const { name, text: below } = section;
    const numbers = /^\s*[-+]?\.?\d[^=(:]*$/.test(below);
    // Several names above the same numbers; a layer is no tensor.
    if (below.trim() === '' || /conv\w{0,40}\(/i.test(below)) return undefined;
    const meaning = unlabelled(below, below);
    const one = 'parts' in meaning && meaning.parts.length === 1 ? meaning.parts[0] : undefined;
    const refused =
      'problem' in meaning && (numbers || isList(below)) ? meaning.problem : undefined;
    if (refused) return { problem: inWhole(refused, section) };
    if (!one || one.name !== '') return undefined;
    found.push({ name, tensor: { shape: one.shape, data: one.data } });
  }
  return found.length > 0 ? placed(found, text) : undefined;
}

/** Whether a text is one list in brackets. @param {string} text */
const isList = (text) => /^\s*\[[^=]*\]\s*$/.test(text);

/** @param {import('../../state/tensor.js').Literal} tensor @returns {Understood} */
const plainPart = (tensor) => ({
  parts: [{ role: undefined, name: '', last: false, ...tensor }],
  notes: [],
});

/** The tensors, and whose numbers are not there beside them. @param {Understood} meaning @param {Trouble | undefined} asked
 * @param {string} text @returns {Understood} */
const noting = (meaning, asked, text) =>
  asked?.problem.code === 'contents' && 'parts' in meaning
    ? { ...meaning, notes: [...meaning.notes, troubled(text, asked).problem] }
    : meaning;

/**
 * The nodes of ONNX in a text; one that a program makes has the program's tensors.
 * @param {string} text
 */
function nodesIn(text) {
  const written = nodes(text);
  if (!written) return undefined;
  const [node, ...others] = written.layers;
  const found =
    node && others.length === 0 && text.includes('make_node')
      ? placed(run(text).tensors, '')
      : undefined;
  if (found && 'parts' in found) {
    for (const { role, shape, data } of found.parts) {
      const four = { shape: [1, 1, 1, 1].slice(shape.length).concat(shape), data };
      if (role === 'b') node.bias = data;
      else if (role) node[role] = four;
    }
  }
  return { tensors: [], asked: undefined, ...written };
}

/**
 * The tensors of a console in which code was typed and answered by a print.
 * @param {string} text
 * @returns {Understood | undefined}
 */
function session(text) {
  const start = printStart(text);
  const print = start > 0 ? printed(text.slice(start)) : undefined;
  if (!print || 'problem' in print) return undefined;
  const { tensors, layers, trouble } = run(text.slice(0, start));
  if (layers.length > 0 || trouble.length > 0) return undefined;
  // What was called last is what is shown.
  const name = /(?:^|\n) *([A-Za-z]\w*)\s*$/.exec(text.slice(0, start))?.[1] ?? '';
  const others = tensors.filter((each) => name === '' || each.name !== name);
  return parts([...others, { name, tensor: print }], text);
}

/** The tensor that a console answered code with: `K =`, and its numbers below. @param {string} text
 * @returns {Understood | undefined} */
function printBelow(text) {
  const start = /^ *[A-Za-z]\w* *= *$/m.exec(text)?.index ?? 0;
  const answer = start > 0 ? understood(text.slice(start)) : undefined;
  return answer && 'parts' in answer ? answer : undefined;
}

/** Rows of numbers with the names of their columns above. @param {string} text */
function withoutHead(text) {
  const body = text.trimStart();
  const end = body.indexOf('\n');
  const head = body.slice(0, end);
  if (end < 0 || end > longestHead || /\d/.test(head)) return undefined;
  const rest = body.slice(end + 1);
  const names = /^"?[\p{L}_][\p{L}\p{N}_ ]*"?(?:[,;\t] *"?[\p{L}_][\p{L}\p{N}_ ]*"?)+\s*$/u.test(
    head,
  );
  const rows = names && numeric.test(rest) ? readText(rest) : undefined;
  return rows && !isProblem(rows) ? rows : undefined;
}

/** @param {Problem} found @param {string} text @returns {{ problem: Problem }} */
function rowProblem(found, text) {
  if (found.code !== 'surrounding') return { problem: withPlace(found) };
  const [word] = (found.text ?? '').split(/\s/);
  return troubled(text, { problem: found, at: Math.max(0, text.indexOf(word)) });
}

/** The name before a print: `A =`. @param {string} text */
const nameOf = (text) => /^\s*([A-Za-z]\w*)\s*(?:\(:|=)/.exec(text)?.[1] ?? '';

/** @param {Parameters<typeof placed>[0]} tensors @param {string} text @returns {Understood} */
const parts = (tensors, text) => placed(tensors, text);

/** @param {string} text @param {Trouble} trouble @returns {{ problem: Problem }} */
function troubled(text, { problem: found, at }) {
  const { row, column } = placeOf(text, at);
  const placed = withPlace(found);
  if ('row' in placed.numbers) return { problem: placed };
  return { problem: { ...placed, numbers: { ...placed.numbers, line: row, column } } };
}

/** A problem of one list of several, whose rows are those of the text. @param {string} text @param {Trouble} trouble
 * @returns {{ problem: Problem }} */
function amongOthers(text, trouble) {
  const answer = troubled(text, trouble);
  if (!('row' in answer.problem.numbers)) return answer;
  const { row, column } = placeOf(text, trouble.at);
  const list = ' '.repeat(column - 1) + bracketed(text, trouble.at);
  return { problem: inWhole(answer.problem, { name: '', text: list, line: row - 1 }) };
}

/** A problem of a row, with the column in which it begins. @param {Problem} found @returns {Problem} */
function withPlace(found) {
  const { row, count, expected, plane } = /** @type {Record<string, number>} */ (found.numbers);
  const least = Math.min(count, expected) + 1;
  if (found.code === 'ragged')
    return { ...found, numbers: { ...found.numbers, row, column: least } };
  if (found.code === 'uneven') return { ...found, numbers: { ...found.numbers, row, column: 1 } };
  if (found.code === 'ragged-rows')
    return { ...found, numbers: { ...found.numbers, plane, row: least, column: 1 } };
  return found;
}

/** What says nothing of a layer: a piece of other code, a tensor whose sizes are variables. @param {Problem} found */
const isNoise = ({ code, numbers }) =>
  code === 'stray' ||
  code === 'brackets' ||
  (code === 'variable' && /^(?:zeros|ones)$/.test(String(numbers.argument)));

/**
 * @param {(import('./layer.js').Found & { name: string })[]} layers
 * @param {Trouble[]} trouble
 * @param {string} text
 * @param {State | undefined} reader
 * @returns {Understood}
 */
function choicesOf(layers, trouble, text, reader) {
  /** @type {Choice[]} */
  const choices = [];
  /** @type {Trouble[]} */
  const failed = [];
  let numbers = 0;
  for (const layer of layers) {
    // Each is a link of its own.
    if (numbers > mostListed || choices.length >= mostChoices) {
      trouble = [
        ...trouble,
        {
          problem: problem('many-layers', { count: layers.length, limit: choices.length }),
          at: layer.at,
        },
      ];
      break;
    }
    const answer = finished(layer, reader);
    if ('problem' in answer) failed.push({ problem: answer.problem, at: layer.at });
    else {
      const { x, k, bias = [] } = answer.state;
      numbers += bias.length;
      for (const tensor of [x, k]) if ('data' in tensor) numbers += tensor.data.length;
      choices.push({ name: layer.name, label: layer.label, ...answer });
    }
  }
  const lost = [...failed, ...trouble.filter(({ problem: found }) => !isNoise(found))];
  const problems = lost.slice(0, mostProblems).map((each) => troubled(text, each).problem);
  if (choices.length === 0) return { problem: problems[0] };
  return { choices, notes: unique(problems) };
}

/** @param {Problem[]} problems */
const unique = (problems) =>
  problems.filter(
    (each, i) =>
      problems.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === i,
  );
