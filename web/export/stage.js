import { linksOf, touched } from '../model/explain.js';
import { formulaLines } from '../model/formula.js';
import { gapOf, measuresIn, planeGap, rowsDrawn } from '../model/layout.js';
import { shapeName } from '../model/names.js';
import { channelWith, pinnedCell } from '../model/pin.js';
import { saidOf } from '../model/said.js';
import { sentenceOf, textOf } from '../model/sentence.js';
import { fittedTensors } from '../model/fitted.js';
import { shownTensors, unusedSentence } from '../model/stage.js';
import { channelsAt, stepAt } from '../model/steps.js';
import { stampSize } from '../model/surround.js';
import { formatLink } from '../state/link.js';
import { moved } from './scene.js';
import { centred, line, tensorBox } from './tensor.js';
import { linesOf, widthOf } from './text.js';

/**
 * The stage as a scene: what the page shows of a layer, at rest or at a step.
 *
 * @typedef {import('./scene.js').Box} Box
 * @typedef {import('./scene.js').Run} Run
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Shape} Shape
 * @typedef {import('../model/explain.js').Selection} Selection
 * @typedef {'formula' | 'sentence' | 'surround'} Part
 *
 * @typedef {object} Pictured
 * @property {import('../state/state.js').State} state
 * @property {import('../model/evaluate.js').Outcome} outcome
 * @property {import('../engine/engine.d.ts').Engine} engine
 * @property {import('../i18n/index.js').Translate} t with the words of the pictures
 * @property {string} lang the tag of its language
 * @property {number} width that the tensors have to fit into, in pixels
 * @property {readonly Part[]} parts
 * @property {{ input: number, output: number }} [channel] the channels that are picked
 * @property {Selection} [selection] what is explained; by default the step's cell, else the pinned one
 * @property {Partial<Record<'x' | 'k' | 'b' | 'y', { row: number, column: number }>>} [origins] of planes that
 *   are not drawn whole
 * @property {ReadonlyMap<string, import('../model/drafts.js').Draft>} [drafts]
 * @property {readonly number[]} [kept] the shape of the place of a Y that is not there
 * @property {{ formula: number, sentence: number }} [lines] room for so many lines at least
 */

const margin = 24;
/** A picture is looked at as a whole, and may be taller than the stage in a window. */
const tall = 560;
const look = {
  formula: { height: 24, size: 15 },
  sentence: { height: 28, size: 17 },
  unused: { height: 22, size: 13 },
};
/** The formula and the sentence may be so wide, whatever the tensors are. */
const leastWords = 680;
/** The longest link that is written into a picture. */
const longestLink = 1000;

/** @param {Pictured} given @returns {Scene} */
export function stageScene(given) {
  const { state, t, parts, lines } = given;
  const { box, sentence } = stageBox(given);
  const wide = Math.max(box.width, Math.min(given.width, leastWords));
  const [formula, said] = [formulaRuns(given, wide), sentenceRuns(sentence, t, wide)];
  const least = (/** @type {Run[][]} */ runs, /** @type {number} */ count) =>
    Math.max(runs.length, count);
  const room = {
    formula: least(formula, lines?.formula ?? 0) * look.formula.height,
    sentence: least(said, lines?.sentence ?? 0) * look.sentence.height,
  };
  const words = {
    formula: padded(
      formula.map((runs) => line(runs, look.formula)),
      room.formula,
    ),
    sentence: padded(
      said.map((runs) => line(runs, look.sentence)),
      room.sentence,
    ),
  };
  const rule = { before: 18, height: 1, width: 0, shapes: [] };
  const boxes = [
    ...(room.formula > 0 ? [words.formula, rule] : []),
    { ...box, before: room.formula > 0 ? 18 : 0 },
    ...(room.sentence > 0 ? [rule, { ...words.sentence, before: 14 }] : []),
  ];
  const content = centred(boxes, lines ? wide : 0);
  const [width, height] = [
    Math.ceil(content.width) + 2 * margin,
    Math.ceil(content.height) + 2 * margin,
  ];
  return {
    width,
    height,
    shapes: [
      ...(parts.includes('formula') ? ruleAt(margin + room.formula + 18, width) : []),
      ...(room.sentence > 0 ? ruleAt(height - margin - room.sentence - 14, width) : []),
      ...moved(content.shapes, margin, margin),
    ],
    title: titleOf(given),
    description: [sentence && textOf(sentence), linkOf(state)].filter(Boolean).join('\n'),
    lang: given.lang,
  };
}

/** @param {Box[]} lines @param {number} height @returns {Box} */
const padded = (lines, height) => ({ ...centred(lines, 0), height });

/** A line from edge to edge. @param {number} y @param {number} width @returns {Shape[]} */
const ruleAt = (y, width) => [
  { kind: 'path', d: `M${margin} ${y + 0.5}L${width - margin} ${y + 0.5}`, stroke: 'line' },
];

/**
 * How many lines the words of a scene take.
 * @param {Pictured} given
 * @param {number} width that they have
 */
export const linesIn = (given, width) => ({
  formula: formulaRuns(given, width).length,
  sentence: sentenceRuns(explained(given).sentence, given.t, width).length,
});

/** How wide the words of a scene may be. @param {Scene} scene */
export const wordsWidth = ({ width }) => width - 2 * margin;

/**
 * What is explained: the multiplications behind it, and the sentence about it.
 * @param {Pictured} given
 */
function explained({ state, outcome, engine, parts, selection: asked }) {
  const { x, k, y } = outcome;
  const selection = asked ?? stepAt(state, outcome) ?? pinnedCell(state, outcome);
  if (!selection || !x || !k || !y) return { links: [] };
  const links = linksOf(engine, state, selection);
  const sentence = parts.includes('sentence')
    ? sentenceOf(selection, links, { x, k, y, stamps: stampSize(state) }, state.bias)
    : undefined;
  return { selection, links, sentence };
}

/**
 * The cell of an operand that is selected, if one is.
 * @param {Selection | undefined} selection
 * @param {'x' | 'k' | 'b' | 'y'} operand
 */
function selectedOf(selection, operand) {
  if (!selection || operand === 'b') return undefined;
  if ('operand' in selection) return selection.operand === operand ? selection.offset : undefined;
  return operand === 'k' ? undefined : selection[operand];
}

/**
 * The tensors in their lines, and the sentence about what is explained.
 * @param {Pictured} given
 */
function stageBox(given) {
  const { state, outcome, engine, t, width, parts, channel, origins = {}, drafts } = given;
  const { kept = [1, 1, 3, 3] } = given;
  const picked = channel ?? channelWith({ input: 0, output: 0 }, state.at);
  const shownChannel = channelsAt(state, outcome, picked);
  const { selection, links, sentence } = explained(given);
  const lit = touched(links);
  const pinned = pinnedCell(state, outcome);
  const tensors = shownTensors({ state, outcome, engine, channel: shownChannel, kept, t });
  const { shown, fitted } = fittedTensors(tensors, width, {
    state,
    plain: !parts.includes('surround'),
    tall,
  });
  const boxes = shown.map((one, i) =>
    one.gone
      ? nothingBox(one, fitted.places[i], t('stage.nothing'))
      : tensorBox(one, fitted.places[i], {
          ...{ state, outcome, channel: shownChannel, t, width },
          lit: {
            linked: one.operand === 'b' ? [] : lit[one.operand],
            selected: selectedOf(selection, one.operand),
          },
          pinned: pinned?.operand === one.operand ? pinned.offset : undefined,
          steady: given.lines !== undefined,
          origin: origins[one.operand] ?? { row: 0, column: 0 },
          drafts: drafts ?? new Map(),
        }),
  );
  const unused = parts.includes('surround') ? unusedSentence(state, outcome, t) : '';
  const box = arranged(given, shown, boxes, fitted);
  const noted = linesOf([{ text: unused, fill: 'quiet' }], look.unused.size, box.width);
  return {
    box: centred(
      [box, ...noted.map((runs, i) => ({ ...line(runs, look.unused), before: i === 0 ? 12 : 0 }))],
      0,
    ),
    sentence,
  };
}

/**
 * The tensors of each line side by side with the signs between them; one below the other where each has
 * its line.
 * @param {Pictured} given
 * @param {import('../model/stage.js').Shown[]} shown
 * @param {(Box & { middle: number })[]} boxes
 * @param {ReturnType<typeof import('../model/layout.js').stagePlaces>} fitted
 */
function arranged({ state, width }, shown, boxes, { lines, stacked }) {
  const { symbol } = measuresIn(width);
  const size = symbol < 40 ? 18 : 26;
  const spaced = (/** @type {string} */ text) => {
    const box = signBox(text, state.op, size);
    return stacked ? box : { ...box, width: symbol, shapes: moved(box.shapes, symbol / 2, 0) };
  };
  const sign = (/** @type {number} */ i) => {
    const again = shown[i].operand === 'y' && shown[i - 1]?.operand === 'y';
    return spaced(again ? '' : { x: '', k: '⊛', b: '+', y: '=' }[shown[i].operand]);
  };
  const placed = lines.map((indices) => {
    /** @type {(Box & { middle: number })[]} */
    const parts = indices.flatMap((i) => [...(i === 0 ? [] : [sign(i)]), boxes[i]]);
    return stacked ? parts : [level(parts)];
  });
  return centred(
    placed.flat().map((box, i) => ({ ...box, before: i === 0 ? 0 : 12 })),
    0,
  );
}

/**
 * Boxes side by side, the middles of their planes level.
 * @param {(Box & { middle: number })[]} boxes
 * @returns {Box & { middle: number }}
 */
function level(boxes) {
  const middle = Math.max(...boxes.map((box) => box.middle));
  /** @type {Shape[]} */
  const shapes = [];
  let [width, height] = [0, 0];
  for (const box of boxes) {
    const top = Math.round(middle - box.middle);
    shapes.push(...moved(box.shapes, Math.round(width), top));
    width += box.width;
    height = Math.max(height, top + box.height);
  }
  return { width, height, middle, shapes };
}

/**
 * What stands between two tensors, drawn where no font can be relied on to have it.
 * @param {string} text
 * @param {string} op
 * @param {number} size
 * @returns {Box & { middle: number }} around its middle
 */
function signBox(text, op, size) {
  const box = { width: 0, height: size, middle: size / 2 };
  if (text !== '⊛') {
    const [half, off] = [0.28 * size, text === '=' ? 0.11 * size : 0];
    const bar = (/** @type {number} */ y) => `M${-half} ${size / 2 + y}h${2 * half}`;
    const upright = `M0 ${size / 2 - half}v${2 * half}`;
    const d = { '=': bar(-off) + bar(off), '+': bar(0) + upright, '': '' }[text] ?? '';
    return { ...box, shapes: d ? [{ kind: 'path', d, stroke: 'quiet', line: 0.065 * size }] : [] };
  }
  const [radius, arm] = [0.36 * size, 0.22 * size];
  const rays = [0, 1, 2].map((i) => {
    const [x, y] = [Math.cos((i * Math.PI) / 3), Math.sin((i * Math.PI) / 3)].map((n) => n * arm);
    const fixed = (/** @type {number} */ n) => n.toFixed(2);
    return `M${fixed(-x)} ${fixed(size / 2 - y)}L${fixed(x)} ${fixed(size / 2 + y)}`;
  });
  const circle = `M${-radius} ${size / 2}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  /** @type {Shape[]} */
  const shapes = [{ kind: 'path', d: circle + rays.join(''), stroke: 'quiet', line: 0.06 * size }];
  if (op === 'tconv')
    shapes.push({
      kind: 'text',
      ...{ x: 0.44 * size, y: 0.3 * size, size: 0.55 * size, anchor: 'start' },
      runs: [{ text: 'T', fill: 'quiet' }],
    });
  return { ...box, shapes: shapes };
}

/**
 * The place of a Y that is not there.
 * @param {import('../model/stage.js').Shown} shown
 * @param {import('../model/layout.js').Place} place
 * @param {string} text
 * @returns {Box & { middle: number }}
 */
function nothingBox({ tensor, planes }, { size, columns }, text) {
  const gap = gapOf(size);
  const side = (/** @type {number} */ cells) => cells * (size + gap) - gap;
  const count = planes.rows.length;
  const height = count * (side(rowsDrawn(tensor.shape[2])) + planeGap) - planeGap;
  const width = Math.max(side(columns), 120);
  const lines = linesOf([{ text, fill: 'quiet' }], 15, width - 16);
  const words = centred(
    lines.map((runs) => line(runs, { height: 22, size: 15 })),
    width,
  );
  const frame = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, radius: 8 };
  /** @type {Box} */
  const box = {
    width,
    height,
    shapes: [
      { kind: 'rect', ...frame, stroke: 'quiet', dash: [4, 4] },
      ...moved(words.shapes, 0, (height - words.height) / 2),
    ],
  };
  const title = line([{ text: 'Y', fill: 'y', bold: true }], { height: 32, size: 15 });
  return { ...centred([title, { ...box, before: 8 }], 0), middle: 40 + height / 2 };
}

/** @param {Pictured} given @param {number} width */
function formulaRuns({ state, outcome, t, parts }, width) {
  if (!parts.includes('formula')) return [];
  return formulaLines(state, outcome.y?.shape, t).flatMap(({ axis, parts: pieces, size }) => {
    const [words, numbers] = pieces.map((text) => whole({ text, fill: 'quiet' }, width));
    const last = { text: size, fill: 'y', bold: true };
    return linesOf(
      [
        ...(axis ? [{ text: `${axis} `, fill: 'ink' }] : []),
        ...[
          words,
          { text: ' ', fill: 'quiet' },
          numbers,
          { text: '\u00a0=\u00a0', fill: 'quiet' },
          last,
        ],
      ],
      look.formula.size,
      width,
    );
  });
}

/**
 * A run that no line is broken within, where it fits into one.
 * @param {Run} run
 * @param {number} width
 */
function whole(run, width) {
  const text = run.text.replaceAll(' ', '\u00a0');
  const fits = widthOf([{ ...run, text }], look.formula.size) <= width;
  return { ...run, text: fits ? text : run.text };
}

/**
 * @param {import('../model/sentence.js').Sentence | undefined} sentence
 * @param {import('../i18n/index.js').Translate} t
 * @param {number} width
 * @returns {Run[][]}
 */
function sentenceRuns(sentence, t, width) {
  if (!sentence) return [];
  const { head, words, rest, tail } = saidOf(sentence, t);
  const run = (/** @type {import('../model/said.js').Word} */ [text, hue]) => ({
    text,
    fill: hue || 'ink',
  });
  const strong = (/** @type {import('../model/said.js').Word} */ word) =>
    word[1] ? { ...run(word), bold: true } : run(word);
  const more = rest > 0 ? [{ text: t('sentence.rest', { count: rest }), fill: 'quiet' }] : [];
  return linesOf(
    [strong(head), ...words.map(run), ...more, ...tail.map(strong)],
    look.sentence.size,
    width,
  );
}

/** @param {Pictured} given */
function titleOf({ state, outcome, t }) {
  const { x, k, y } = outcome;
  const shapes = [
    x && `X ${shapeName('x', x.shape)}`,
    k && `K ${shapeName('k', k.shape)}`,
    y && `Y ${shapeName('y', y.shape)}`,
  ];
  return `${t(`export.${state.op}`)}: ${shapes.filter(Boolean).join(', ')}`;
}

/** The link to what is pictured, where it is not too long. @param {import('../state/state.js').State} state */
function linkOf(state) {
  const link = formatLink(state);
  return link.length > longestLink ? '' : `#${link}`;
}
