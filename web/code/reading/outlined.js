import { problem } from '../../state/problem.js';
import { configured } from './configs.js';
import { found } from './layer.js';
import { Unread } from './parse.js';
import { listWith } from './values.js';

/**
 * Layers as lines of settings: YAML, Darknet's `[convolutional]`, ncnn's `Convolution conv1 1 1 a b 0=64 1=3`.
 *
 * @typedef {import('./layer.js').Found} Found
 * @typedef {import('./program.js').Trouble} Trouble
 * @typedef {import('./values.js').Value} Value
 * @typedef {{ layers: (Found & { name: string })[], trouble: Trouble[] }} Outline
 */

/** The most layers of a text. */
const most = 256;

/** @type {import('./values.js').List['node']} */
const nowhere = { kind: 'opaque', at: 0, end: 0 };

/**
 * The layers of such a text, or nothing where it is none.
 * @param {string} text cleaned
 * @returns {Outline | undefined}
 */
export function outlined(text) {
  if (/^ *\[(?:de)?convolutional\] *$/m.test(text)) return darknet(text);
  if (ncnnLine.test(text)) return ncnn(text);
  if (/^ *(?:- +)?(?:in_channels|filters|kernel_size) *: /m.test(text)) return yaml(text);
  return undefined;
}

/** @param {Partial<Found> & { op: Found['op'], label: string, at: number }} given @param {string} name */
const named = (given, name) => Object.assign(found(given), { name });

/** Settings of Darknet, in the order of its blocks: `pad=1` is half the kernel. @param {string} text @returns {Outline} */
function darknet(text) {
  /** @type {Outline} */
  const outline = { layers: [], trouble: [] };
  /** @type {number | undefined} */
  let channels;
  for (const match of text.matchAll(/^ *\[(\w+)\] *\n([^[]*)/gm)) {
    const [whole, type, body] = match;
    const settings = Object.fromEntries(
      [...body.matchAll(/^ *(\w{1,40}) *= *([^\s#]{1,60})/gm)].map(([, key, value]) => [
        key,
        value,
      ]),
    );
    if (/^net(?:work)?$/.test(type)) channels = Number(settings.channels) || undefined;
    const transposed = type === 'deconvolutional';
    if (type !== 'convolutional' && !transposed) {
      if (!/^(?:net(?:work)?|maxpool|avgpool|shortcut|dropout|upsample)$/.test(type))
        channels = undefined;
      continue;
    }
    const keys = ['filters', 'size', 'stride', 'pad', 'padding', 'groups', 'dilation'];
    const open = keys.find((key) => key in settings && !/^\d+$/.test(settings[key]));
    if (open) {
      const at = match.index + whole.search(new RegExp(`^ *${open} *=`, 'm'));
      outline.trouble.push({
        problem: problem('variable', { argument: open }, settings[open]),
        at,
      });
      continue;
    }
    const number = (/** @type {string} */ key, /** @type {number} */ usual) =>
      key in settings ? Number(settings[key]) : usual;
    const size = number('size', 1);
    const inputs = channels;
    channels = number('filters', 1);
    if (outline.layers.length >= most) break;
    const given = {
      op: /** @type {Found['op']} */ (transposed ? 'tconv' : 'conv'),
      label: type,
      at: match.index,
      inputs,
      outputs: channels,
      taps: [size, size],
      stride: [number('stride', 1)],
      padding: [number('pad', 0) > 0 ? Math.floor(size / 2) : number('padding', 0)],
      dilation: [number('dilation', 1)],
      groups: number('groups', 1),
      bias: settings.batch_normalize !== '1',
    };
    outline.layers.push(named(given, ''));
  }
  return outline;
}

const ncnnLine =
  /^ *((?:De)?[Cc]onvolution(?:DepthWise)?) +(\S{1,80}) +\d+ +\d+ +[^\n=]{1,400}((?: +-?\d{1,5}=[-\d.e,]{1,40})+) *$/m;

/** The layers of ncnn's .param, whose settings have numbers for names. @param {string} text @returns {Outline} */
function ncnn(text) {
  /** @type {Outline} */
  const outline = { layers: [], trouble: [] };
  for (const match of text.matchAll(new RegExp(ncnnLine.source, 'gm'))) {
    const [, type, name, settings] = match;
    const given = new Map(
      [...settings.matchAll(/(-?\d+)=(-?[\d.]+)/g)].map(([, key, value]) => [key, Number(value)]),
    );
    const of = (/** @type {number} */ key, /** @type {number} */ usual) =>
      given.get(String(key)) ?? usual;
    // The height's has 10 added to the width's, and is the same where it is not there.
    const two = (/** @type {number} */ key, /** @type {number} */ usual) => [
      of(key + 10, of(key, usual)),
      of(key, usual),
    ];
    if (outline.layers.length >= most) break;
    const transposed = /^de/i.test(type);
    const taps = two(1, 0);
    const [outputs, groups, weights] = [of(0, 0), of(7, 1), of(6, 0)];
    const inputs = (weights * groups) / (outputs * taps[0] * taps[1]);
    const [left, top] = [of(4, 0), of(14, of(4, 0))];
    const layer = {
      op: /** @type {Found['op']} */ (transposed ? 'tconv' : 'conv'),
      label: type,
      at: match.index,
      inputs: Number.isInteger(inputs) && inputs > 0 ? inputs : undefined,
      outputs,
      taps,
      dilation: two(2, 1),
      stride: two(3, 1),
      padding: [top, of(16, top), left, of(15, left)],
      outputPadding: transposed ? [of(19, of(18, 0)), of(18, 0)] : [0],
      groups,
      bias: of(5, 0) === 1,
    };
    outline.layers.push(named(layer, name));
  }
  return outline;
}

/**
 * Objects in lines, one in the other by how far they are from the left.
 * @param {string} text
 * @returns {Outline | undefined}
 */
function yaml(text) {
  /** @type {{ indent: number, dict: [string, Value][], at: number }[]} */
  const open = [{ indent: -1, dict: [], at: 0 }];
  /** @type {Outline} */
  const outline = { layers: [], trouble: [] };
  const scope = scopeOf(text);
  const close = () => {
    const { dict, at } = /** @type {(typeof open)[number]} */ (open.pop());
    const list = {
      ...listWith(
        dict.map(([, value]) => value),
        nowhere,
      ),
      dict,
    };
    const keys = dict.map(([key]) => key);
    if (!keys.includes('kernel_size')) return;
    try {
      configured(list, scope, at);
    } catch (error) {
      if (!(error instanceof Unread)) throw error;
      outline.trouble.push({ problem: error.problem, at: error.at });
    }
    for (const layer of scope.layers.splice(0))
      outline.layers.push(Object.assign(layer, { name: layer.name ?? '' }));
  };
  let at = 0;
  for (const line of text.split('\n')) {
    const [, before, key, value] =
      /^( *(?:- +)?)([A-Za-z_]\w{0,60}) *:(?: +(.*))?$/.exec(line) ?? [];
    if (key === undefined && line.trim() !== '' && !/^ *#/.test(line)) return undefined;
    if (key !== undefined) {
      // A new item of a list begins another object.
      const item = before.includes('-');
      while (
        open.length > 1 &&
        (open[open.length - 1].indent > before.length ||
          (item && open[open.length - 1].indent === before.length))
      )
        close();
      if (open[open.length - 1].indent < before.length)
        open.push({ indent: before.length, dict: [], at });
      const last = open[open.length - 1];
      if (value)
        last.dict.push([
          key,
          scalar(value.replace(/ #.*$/, '').trim(), at + line.length - value.length),
        ]);
    }
    at += line.length + 1;
    if (outline.layers.length > most) break;
  }
  while (open.length > 0) close();
  return outline.layers.length + outline.trouble.length > 0 ? outline : undefined;
}

/** @param {string} text @param {number} at @returns {Value} */
function scalar(text, at) {
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  const list = /^[[(]([\d, ]{1,80})[\])]$/.exec(text);
  if (list)
    return listWith(
      list[1]
        .split(',')
        .filter((each) => each.trim())
        .map(Number),
      nowhere,
    );
  if (/^(?:true|false)$/i.test(text)) return /^t/i.test(text);
  if (/^(?:null|none|~)$/i.test(text)) return null;
  const word = text.replace(/^(["'])(.*)\1$/, '$2');
  return word !== text || !/^[\w.]+$/.test(word) || /[.A-Z]|^(?:same|valid|zeros|relu)$/.test(word)
    ? { word }
    : { unknown: word, at };
}

/** What a text that is no program has found. @param {string} text @returns {import('./evaluate.js').Scope} */
const scopeOf = (text) => ({
  names: new Map(),
  used: new Set(),
  layers: [],
  text,
  left: 0,
  deep: 0,
  counted: new WeakSet(),
  mentioned: new Map(),
  chains: new Map(),
});
