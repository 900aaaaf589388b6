import { problem } from '../../state/problem.js';
import { keepsChannels } from './chains.js';
import { found } from './layer.js';
import { tokensOf } from './tokens.js';

/**
 * Caffe's networks, which are protocol buffers as text: `layer { type: "Convolution" convolution_param { .. } }`.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./program.js').Trouble} Trouble
 * @typedef {import('./tokens.js').Token} Token
 * @typedef {{ at: number, fields: Map<string, (Token | Message)[]> }} Message what is between two braces: a field may
 *   be there several times
 */

const marks =
  /\bconvolution_param\s*\{|\btype\s*:\s*"?(?:CONVOLUTION|DECONVOLUTION|Convolution|Deconvolution)\b/;

/** How deep messages are, and how many layers are read. */
const deepest = 16;
const most = 256;

/**
 * The layers of such a network, or nothing where the text is none.
 * @param {string} text cleaned
 * @returns {{ layers: (Found & { name: string })[], trouble: Trouble[] } | undefined}
 */
export function network(text) {
  if (!marks.test(text)) return undefined;
  // A comment may have quotation marks in it, and no value has several lines.
  const tokens = tokensOf(text);
  const place = { at: 0, cut: false };
  const all = messageAt(tokens, place, 0);
  if (place.cut)
    return { layers: [], trouble: [{ problem: problem('cut-short'), at: text.length }] };
  const blocks = messagesOf(all, 'layer', 'layers');
  /** @type {(Found & { name: string })[]} */
  const layers = [];
  /** @type {Trouble[]} */
  const trouble = [];
  /** @type {Map<string, number | undefined>} how many channels each blob has */
  const channels = new Map();
  const [data] = wordsOf(all, 'input');
  if (data) channels.set(data, sizesOf(all)[1]);
  for (const block of blocks.length > 0 ? blocks : [all]) {
    if (layers.length >= most) break;
    const before = channels.get(wordsOf(block, 'bottom')[0] ?? '');
    const answer = layerIn(block, before);
    if (answer && 'problem' in answer) trouble.push(answer);
    else if (answer) layers.push(answer);
    const [type = ''] = wordsOf(block, 'type');
    const made = answer && !('problem' in answer) ? answer.outputs : madeBy(type, before, block);
    for (const top of wordsOf(block, 'top')) channels.set(top, made);
  }
  return layers.length + trouble.length > 0 ? { layers, trouble } : undefined;
}

/** The channels of what another layer makes. @param {string} type @param {number | undefined} before @param {Message} block */
function madeBy(type, before, block) {
  if (/^(?:Input|DATA|Data|DummyData|ImageData)$/.test(type))
    return sizesOf(messagesOf(block, 'input_param', 'dummy_data_param')[0] ?? block)[1];
  return /^(?:Pooling|POOLING|RELU|LRN|Scale|Dropout|DROPOUT)$/.test(type) ||
    keepsChannels(`${type}(`)
    ? before
    : undefined;
}

/**
 * @param {readonly Token[]} tokens
 * @param {{ at: number, cut: boolean }} place the token to begin at; afterwards the one behind the message; `cut`:
 *   whether the text ends in it
 * @param {number} depth
 * @returns {Message}
 */
function messageAt(tokens, place, depth) {
  /** @type {Message} */
  const message = { at: tokens[place.at].at, fields: new Map() };
  let name = '';
  for (;;) {
    if (tokens[place.at].kind === 'end') {
      place.cut ||= depth > 0;
      break;
    }
    const token = tokens[place.at++];
    if (token.text === '}' && token.kind === 'mark') break;
    if (token.text === '{' && token.kind === 'mark') {
      const inner = depth < deepest ? messageAt(tokens, place, depth + 1) : undefined;
      if (inner && name) added(message, name, inner);
      name = '';
    } else if (tokens[place.at].text === ':' && token.kind === 'name') {
      name = token.text;
      // A message may have a colon before it.
      const value = tokens[place.at + 1];
      if (/^(?:number|name|text)$/.test(value.kind)) added(message, name, value);
      place.at += value.text === '{' || value.kind === 'end' ? 1 : 2;
    } else {
      name = token.kind === 'name' ? token.text : '';
    }
  }
  return message;
}

/** @param {Message} message @param {string} name @param {Token | Message} value */
function added({ fields }, name, value) {
  const list = fields.get(name) ?? [];
  list.push(value);
  fields.set(name, list);
}

/** @param {Message} message @param {...string} names @returns {Message[]} */
const messagesOf = ({ fields }, ...names) =>
  names.flatMap((name) => fields.get(name) ?? []).filter((each) => 'fields' in each);

/** @param {Message} message @param {string} name @returns {Token[]} */
const valuesOf = ({ fields }, name) =>
  /** @type {Token[]} */ ((fields.get(name) ?? []).filter((each) => 'kind' in each));

/** @param {Message} message @param {string} name */
const wordsOf = (message, name) =>
  valuesOf(message, name).map(({ text }) => text.replace(/^(["'])(.*)\1$/, '$2'));

/** The sizes of an input: `input_dim: 1 ..`, `shape { dim: 1 .. }`. @param {Message} message */
const sizesOf = (message) =>
  [message, ...messagesOf(message, 'input_shape', 'shape')]
    .flatMap((each) => [...valuesOf(each, 'dim'), ...valuesOf(each, 'input_dim')])
    .map(({ value = 0 }) => value);

/** @param {Message} block @param {number | undefined} inputs @returns {(Found & { name: string }) | Trouble | undefined} */
function layerIn(block, inputs) {
  const [type = ''] = wordsOf(block, 'type');
  const [param] = messagesOf(block, 'convolution_param');
  if (!param || (type !== '' && !/^(?:de)?convolution$/i.test(type))) return undefined;
  const open = ['num_output', 'kernel_size', 'stride', 'pad', 'dilation', 'group']
    .flatMap((name) => valuesOf(param, name).map((token) => ({ name, token })))
    .find(({ token }) => token.kind !== 'number');
  if (open)
    return {
      problem: problem('variable', { argument: open.name }, open.token.text),
      at: open.token.at,
    };
  const numbers = (/** @type {string} */ name) =>
    valuesOf(param, name).map(({ value = 0 }) => value);
  /** @param {string} name @param {string} side @param {number} usual */
  const two = (name, side, usual) => {
    const [h, w] = [numbers(`${side}_h`)[0], numbers(`${side}_w`)[0]];
    return h === undefined && w === undefined ? numbers(name) : [h ?? usual, w ?? usual];
  };
  const size = two('kernel_size', 'kernel', 1);
  if (size.length > 2) return { problem: problem('axes'), at: block.at };
  const [outputs] = numbers('num_output');
  const [name = ''] = wordsOf(block, 'name');
  const or = (/** @type {number[]} */ list, /** @type {number} */ usual) =>
    list.length > 0 ? list.slice(0, 2) : [usual];
  return Object.assign(
    found({
      op: /^deconv/i.test(type) ? 'tconv' : 'conv',
      label: type || 'Convolution',
      at: block.at,
      inputs,
      outputs,
      taps: size.length === 0 ? undefined : [size[0], size[size.length - 1]],
      stride: or(two('stride', 'stride', 1), 1),
      padding: or(two('pad', 'pad', 0), 0),
      dilation: or(numbers('dilation'), 1),
      groups: numbers('group')[0] ?? 1,
      bias: wordsOf(param, 'bias_term')[0] !== 'false',
    }),
    { name },
  );
}
