// Layers as programs, for those who have no page: nothing is loaded, and nothing is waited for.
import { inflateSync, unzlibSync } from 'fflate';
import bytes from '#engine-bytes';
import { formats as all } from './code/formats/index.js';
import { latex } from './code/latex.js';
import { linksIn } from './code/read.js';
import { words as codeWords } from './code/words.en.js';
import { operationNames } from './code/layer.js';
import { notebook } from './code/notebook.js';
import { onnx } from './code/formats/onnx.js';
import { formatNamed, unwritable } from './code/write.js';
import { engineAtOnce } from './engine/engine.js';
import { words } from './i18n/page.en.js';
import { filled } from './i18n/index.js';
import { diagnosed } from './model/diagnosis.js';
import { evaluated } from './model/evaluate.js';
import { problemSentence } from './model/problems.js';
import { wayBack } from './model/way-back.js';
import { written } from './model/written.js';
import { formatLink, readLinkAtOnce } from './state/link.js';
import { unpackedBy } from './state/packed.js';

/** The names of the formats. */
export const formats = all.map(({ name }) => name);

/** Why there is no program. */
export class CodeError extends RangeError {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = 'CodeError';
    this.code = code;
  }
}

/** @type {Record<string, string>} */
const sentences = { ...words, ...codeWords };
/** @type {import('./i18n/index.js').Translate} */
const t = (key, values = {}) => filled(sentences[key] ?? key, values);

/** @type {import('./engine/engine.d.ts').Engine | undefined} */
let made;
/** The engine, whose bytes are in this file; made when the first program is written. */
function engine() {
  made ??= engineAtOnce(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
  return made;
}

const unpack = unpackedBy((deflated, raw, most) => {
  try {
    const out = new Uint8Array(most);
    return raw ? inflateSync(deflated, { out }) : unzlibSync(deflated, { out });
  } catch {
    return undefined;
  }
});

/** @typedef {import('./model/evaluate.js').Dense} Dense */

/**
 * The state of a link and what the engine makes of it.
 * @param {string} link
 */
function layerOf(link) {
  const reading = readLinkAtOnce(String(link), unpack);
  if ('problems' in reading) {
    const [problem] = reading.problems;
    throw new CodeError(problem.code, problemSentence(problem, t));
  }
  return computed(reading.state);
}

/** @param {import('./state/state.js').State} state */
function computed(state) {
  const outcome = evaluated(engine(), state);
  if (outcome.fault) throw new CodeError(outcome.fault.code, outcome.fault.message);
  return { state, outcome: /** @type {{ x: Dense, k: Dense, y: Dense }} */ (outcome) };
}

/** @param {string} name */
function known(name) {
  const format = formatNamed(name);
  if (format) return format;
  const names = formats.join(', ');
  throw new CodeError('format', `There is no format “${name}”; there are ${names}.`);
}

/**
 * @param {ReturnType<typeof layerOf>} layer
 * @param {import('./code/layer.js').Format} format
 */
function programOf({ state, outcome }, format) {
  const layer = written(state, outcome);
  const operand = unwritable(layer, format);
  if (!operand) return format.write(layer);
  const shape = layer[operand].shape.join(' × ');
  const name = operand.toUpperCase();
  throw new CodeError(
    'size',
    `${name}, ${shape}, has too many numbers to be written for ${format.label}.`,
  );
}

/**
 * What people call a format, and what the file of its program ends with.
 * @param {string} format
 */
export function about(format) {
  const { label, extension } = known(format);
  return { label, extension };
}

/**
 * The program of a link's layer, which leaves the output in `Y`, (N, C, H, W), and asserts it.
 * @param {string} link
 * @param {string} format the name of one of `formats`
 */
export function write(link, format) {
  const form = known(format);
  return programOf(layerOf(link), form);
}

/**
 * A notebook of Jupyter, as JSON: the layer, and the other operation back from its output.
 * @param {string} link
 * @param {string} format
 */
export function writeNotebook(link, format) {
  const form = known(format);
  if (form.extension !== 'py')
    throw new CodeError('format', `A notebook is in Python; ${form.label} is not.`);
  const layer = layerOf(link);
  const back = computed(wayBack(engine(), layer.state, layer.outcome));
  return notebook(
    [layer, back].map((each) => ({
      title: operationNames[each.state.op],
      program: programOf(each, form),
    })),
  );
}

/**
 * The bytes of an ONNX model of the layer, its weights inside.
 * @param {string} link
 */
export function writeModel(link) {
  const { state, outcome } = layerOf(link);
  return /** @type {NonNullable<typeof onnx.bytes>} */ (onnx.bytes)(written(state, outcome));
}

/**
 * The operation with its numbers, for LaTeX.
 * @param {string} link
 */
export function writeLatex(link) {
  const { state, outcome } = layerOf(link);
  return latex(written(state, outcome));
}

/**
 * What a text means that somebody copied: code, a print, an error message. Nothing of it is run.
 * @param {string} text
 * @returns {{ links: string[], notes: string[], wrong?: string, remedies?: { words: string, link: string }[] } | { problem: { message: string, row: number, column: number } }}
 *   links to the layers in it, or to one with its tensors; `row` and `column` are those of the tensor
 *   where the message speaks of them, else those of the text; of several tensors, rows are those of the text
 */
export function read(text) {
  const found = linksIn(String(text));
  if ('links' in found) {
    const notes = found.notes.map((note) => problemSentence(note, t));
    if (!found.broken) return { links: found.links, notes };
    const { wrong, remedies } = diagnosed(engine(), found.broken, t);
    const linked = remedies.map(({ words, state }) => ({ words, link: formatLink(state) }));
    return { links: found.links, notes, wrong, remedies: linked };
  }
  const { row, line = row, column } = /** @type {Record<string, number>} */ (found.problem.numbers);
  const message = problemSentence(found.problem, t);
  return { problem: { message, row: line ?? 1, column: column ?? 1 } };
}
