import { problem } from '../../state/problem.js';
import { found } from './layer.js';

/**
 * Nodes of ONNX as its tools print them: PyTorch's export, ONNX's own text, protocol buffers as text,
 * Netron's list of attributes, a call of make_node.
 *
 * @typedef {import('./layer.js').Found} Found
 */

const operator =
  /\b(?:onnx::|op_type:\s*"|make_node\(\s*["']|type:?\s*"?)?(ConvTranspose|Conv)\b(?!\s*\d|[\w.])/g;
const marks = /%\w{1,80}\s{0,9}(?::[^\n=]{0,200})?=|onnx::|op_type|make_node|kernel_shape|pads\b/;
/** The most nodes of a text that are read. */
const mostNodes = 256;
/** How far from a node's name its attributes are looked for. */
const reach = 4000;

/**
 * The nodes of a text, or nothing where there are none.
 * @param {string} text
 * @returns {{ layers: (Found & { name: string })[], trouble: import('./program.js').Trouble[] } | undefined}
 */
export function nodes(text) {
  if (!marks.test(text)) return undefined;
  const starts = [...text.matchAll(operator)].filter(({ 0: whole, index }) =>
    isNode(text, whole, index),
  );
  if (starts.length === 0) return undefined;
  starts.splice(mostNodes);
  /** @type {import('./program.js').Trouble[]} */
  const trouble = [];
  const layers = starts.flatMap((match, i) => {
    const from = i === 0 && /op_type|type/.test(match[0]) ? 0 : match.index;
    const to = Math.min(starts[i + 1]?.index ?? text.length, match.index + reach);
    const part = text.slice(from, to);
    const open = variableIn(part);
    if (!open) return [node(part, match[1], match.index)];
    const { argument, name, at } = open;
    trouble.push({ problem: problem('variable', { argument }, name), at: from + at });
    return [];
  });
  return { layers, trouble };
}

/** A variable that a call of make_node has in the place of a number. @param {string} text */
function variableIn(text) {
  if (!/^make_node|^helper\.make_node/.test(text)) return undefined;
  const given =
    /\b(kernel_shape|strides|pads|dilations|output_padding|output_shape|group) ?= ?(?:[[(] ?(?:\d{1,9}, ?){0,8})?([A-Za-z_][\w.]{0,60})/.exec(
      text,
    );
  if (!given) return undefined;
  const [whole, argument, name] = given;
  return { argument, name, at: given.index + whole.length - name.length };
}

/** @param {string} text @param {string} whole @param {number} index */
function isNode(text, whole, index) {
  if (/onnx::|op_type|make_node|type/.test(whole)) return true;
  const before = text.slice(Math.max(0, index - 80), index);
  const after = text.slice(index + whole.length, index + whole.length + 200);
  return (
    /(?:=|\n|^|:)\s*$/.test(before) &&
    /^\s*(?:[<[(]|\n)/.test(after) &&
    /kernel_shape|pads|strides|dilations/.test(text.slice(index, index + 1000)) &&
    !/\bnn\.|flax|lax\./.test(text)
  );
}

/** @param {string} text of one node @param {string} type @param {number} at @returns {Found & { name: string }} */
function node(text, type, at) {
  const op = type === 'Conv' ? 'conv' : 'tconv';
  const list = (/** @type {string} */ name) => numbersAfter(text, name);
  const taps = list('kernel_shape');
  const axes = (taps ?? list('strides') ?? list('dilations'))?.length === 1 ? 1 : 2;
  const two = (/** @type {number[] | undefined} */ numbers, /** @type {number} */ usual) =>
    !numbers ? [usual] : axes === 1 ? [usual, numbers[0]] : numbers;
  const pads = list('pads');
  const auto = /auto_pad\W+(?:s:\s*)?["']?(SAME_UPPER|SAME_LOWER|VALID|NOTSET)/.exec(text)?.[1];
  const weights = weightShape(text, op);
  const groups = list('group')?.[0] ?? 1;
  const notes = axes === 2 && (taps?.length ?? 2) > 2 ? [problem('axes')] : [];
  // ONNX has both begins before both ends.
  const sides =
    pads?.length === 4
      ? [pads[0], pads[2], pads[1], pads[3]]
      : pads?.length === 2
        ? [0, 0, ...pads]
        : [0];
  const own = taps ?? weights?.slice(2);
  return {
    ...found({
      op,
      label: type,
      at,
      axes,
      taps: own && (axes === 1 ? [1, own[0]] : own.slice(0, 2)),
      outputs: weights && (op === 'conv' ? weights[0] : weights[1] * groups),
      inputs: weights && (op === 'conv' ? weights[1] * groups : weights[0]),
      stride: two(list('strides'), 1),
      dilation: two(list('dilations'), 1),
      outputPadding: two(list('output_padding'), 0),
      padding: auto === 'SAME_UPPER' ? 'keras-same' : auto === 'SAME_LOWER' ? 'same-lower' : sides,
      groups,
      wanted: list('output_shape'),
      bias: inputCount(text) === 3,
      notes,
    }),
    ...(auto && /SAME/.test(auto) && op === 'tconv' ? { outputPadding: [-1] } : {}),
    name:
      /(?:^|\n)\s*name: *(\S+)/.exec(text.split(/attribute/)[0])?.[1].replaceAll('"', '') ??
      /name=['"]([^'"]+)['"]/.exec(text)?.[1] ??
      '',
  };
}

/** `pads=[1, 1]`, `pads: ints = [1]`, `pads: 1, 1`, `name: "pads" ints: 1 ints: 1`. @param {string} text @param {string} name */
function numbersAfter(text, name) {
  const at = text.search(new RegExp(`(?<![\\w])${name}(?![\\w])`));
  if (at < 0) return undefined;
  // Runs of blanks would be parted in all ways.
  const rest = text.slice(at + name.length, at + name.length + 400).replace(/\s+/g, ' ');
  const proto = /^["']?\s*(?:type:\s*\w+\s*)?((?:ints?|i):\s*-?\d+\s*)+/.exec(rest);
  if (proto) return [...proto[0].matchAll(/-?\d+/g)].map(Number);
  const list =
    /^["']?\s*(?::\s*(?:ints?|tensor|list))?\s*[:=]?\s*[[({]?\s*(-?\d+(?:\s*,?\s*-?\d+)*)/.exec(
      rest,
    );
  return list ? list[1].split(/[\s,]+/).map(Number) : undefined;
}

/** The shape of the weights, where the text has it: W: <64×32×3×3>, Float(64, 32, 3, 3, ..), float[64,32,3,3] W.
 * @param {string} text @param {'conv' | 'tconv'} _op */
function weightShape(text, _op) {
  const shapes = [...text.matchAll(/[<[({]\s*(\d+(?:\s*[×x,]\s*\d+){2,3})\s*[>\])},]/g)]
    .filter(
      ({ index }) =>
        !/(?:pads|strides|dilations|kernel_shape|output_shape|output_padding)["']?\s*(?::\s*ints?)?\s*[:=]?\s*$/.test(
          text.slice(Math.max(0, index - 60), index),
        ),
    )
    .map(([, sizes]) => sizes.split(/\s*[×x,]\s*/).map(Number));
  const named = /\bW\b[^\n]{0,40}?[<[(]\s*(\d+(?:\s*[×x,]\s*\d+){2,3})/.exec(text);
  return named
    ? named[1].split(/\s*[×x,]\s*/).map(Number)
    : shapes.length === 1 && shapes[0].length === 4
      ? shapes[0]
      : undefined;
}

/** How many inputs a node has: the third is its bias. @param {string} text */
function inputCount(text) {
  const proto = text.match(/^[ \t]*input:/gm)?.length;
  if (proto) return proto;
  const list = /make_node\([^[]*\[([^\]]*)\]/.exec(text) ?? /[>\]]\s*\(([^()]*)\)/.exec(text);
  return list ? list[1].split(',').filter((each) => each.trim() !== '').length : 2;
}
