import { fields, layerFields } from './fields.js';
import { longestText, mostKeys, tooMany } from './limits.js';
import { isProblem, problem } from './problem.js';
import { lessons } from './lessons.js';
import { unpacked } from './packed.js';
import { defaults } from './state.js';
import { canLose, sumOf } from './sum.js';

/**
 * @typedef {import('./problem.js').Problem} Problem
 * @typedef {import('./state.js').State} State
 */

const version = '1';

/**
 * The link text of a state, without '#', as a person could have written it.
 * @param {State} state
 */
export function formatLink(state) {
  return joined(
    state,
    fields.map(({ name, codec }) => state[name] !== undefined && codec.write(state[name])),
  );
}

/**
 * The link text of a state with long tensors packed, which is as exact, and shorter.
 * @param {State} state
 * @param {{ pack?: boolean, sum?: boolean }} [how] `pack: false`: all numbers as a person could have written
 *   them; `sum`: for a link to be sent, with a sum where a character could be lost unnoticed
 */
export async function packLink(state, { pack: packs = true, sum = false } = {}) {
  const texts = fields.map(({ name, codec }) => {
    const { write, pack = write } = codec;
    return state[name] !== undefined && (packs ? pack : write)(state[name]);
  });
  return joined(state, await Promise.all(texts), sum);
}

/**
 * What a reader makes of a link's text; notes are about what was not understood but kept.
 * @typedef {{ state: State, notes: Problem[] } | { problems: Problem[], text: string }} Reading
 */

/** Lets the page paint. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Reads the text of a link, with or without its '#', and of a `state` attribute. It takes the link as
 * mail and chat programs pass it on: percent-encoded, once or more, its & written as &amp;.
 * @param {string} text
 * @returns {Promise<Reading>}
 */
export async function readLink(text) {
  const reading = steps(text, { unpack: unpacked, pause });
  let step = reading.next();
  while (!step.done) step = reading.next(await step.value);
  return step.value;
}

/**
 * Reads the text of a link without waiting.
 * @param {string} text
 * @param {(text: string, count: number) => number[] | undefined} unpack what `unpacked` does, at once
 * @returns {Reading}
 */
export function readLinkAtOnce(text, unpack) {
  const reading = steps(text, { unpack });
  let step = reading.next();
  while (!step.done) step = reading.next(step.value);
  return step.value;
}

/**
 * Reads a link, and hands out each value that may take time.
 * @param {string} text
 * @param {import('./tensor-text.js').Help} help
 * @returns {Generator<any, Reading, any>}
 */
function* steps(text, help) {
  if (text.length > longestText) {
    const long = problem('too-long', { length: text.length, limit: longestText });
    return { problems: [long], text };
  }
  const whole = asSent(text.trim().replace(/^#/, ''));
  const many = tooMany(whole, '&', mostKeys);
  if (many) return { problems: [{ ...many, code: 'many-keys' }], text };
  const pairs = pairsOf(whole);
  const spoilt = unfinished(pairs) ?? repeated(pairs);
  if (spoilt !== undefined) return { problems: [spoilt], text };

  /** @type {Record<string, unknown>} */
  const values = {};
  /** @type {State['unknown']} */
  const unknown = [];
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Problem[]} */
  const notes = [];
  for (const { key, value } of pairs) {
    if (['v', 'sum', 'end'].includes(key)) continue;
    const field = fields.find((known) => known.key === key);
    if (field === undefined) {
      unknown.push([key, decoded(value)]);
      notes.push({ ...problem('unknown-key', {}, decoded(value)), field: key });
      continue;
    }
    const answer = yield field.codec.read(whollyDecoded(value).trim(), help);
    if (isProblem(answer)) problems.push({ ...answer, field: key });
    else values[field.name] = answer;
  }
  if (problems.length > 0) return { problems, text };
  if (changed(pairs)) notes.unshift({ ...problem('changed'), field: 'sum' });
  const base = namesOnlyLesson(pairs) ? yield* lessonState(values.lesson, help) : {};
  return { state: { ...defaults, ...base, ...values, unknown }, notes };
}

/**
 * Whether a person wrote the link, and no layer into it, but a lesson: then the layer is the lesson's.
 * A program writes what it leaves out as it is by default.
 * @param {{ key: string, value: string }[]} pairs
 */
const namesOnlyLesson = (pairs) =>
  pairs.some(({ key }) => key === 'lesson') &&
  !pairs.some(({ key }) => key === 'v' || layerFields().some((field) => field.key === key));

/**
 * What a lesson begins with.
 * @param {unknown} name
 * @param {import('./tensor-text.js').Help} help
 * @returns {Generator<any, Partial<State>, any>}
 */
function* lessonState(name, help) {
  const lesson = lessons.find((each) => each.name === name);
  const read = lesson && (yield* steps(lesson.link, help));
  return read && 'state' in read ? read.state : {};
}

/**
 * The link of a state whose fields have these texts, what is as by default left out.
 * @param {State} state
 * @param {(string | false)[]} texts one for each field, false for one that is not set
 * @param {boolean} [sums] whether it gets a sum where it needs one
 */
function joined(state, texts, sums = false) {
  const given = fields.flatMap(({ key, name, codec }, i) => {
    const usual = defaults[name] !== undefined && codec.write(defaults[name]);
    return texts[i] === usual ? [] : [{ key, codec, text: String(texts[i]) }];
  });
  const known = given.map(({ key, text }) => `${key}=${text}`);
  // A key that is not known may become one that is.
  const needed =
    sums && (state.unknown.length > 0 || given.some(({ codec, text }) => canLose(codec, text)));
  const sum = needed ? [`sum=${sumOf(known)}`] : [];
  const unknown = state.unknown.map(([key, value]) => {
    // Lest a link that is cut inside a key like `endless` seem to end there.
    const name = encoded(key).replace(/^e(?=nd)/, '%65');
    return value === '' ? name : `${name}=${encoded(value)}`;
  });
  return [`v=${version}`, ...sum, ...known, ...unknown, 'end'].join('&');
}

/** The link as its writer had it: one without '=' but with '%3D' was encoded as a whole.
 * @param {string} text */
function asSent(text) {
  for (let i = 0; i < mostEncodings && !text.includes('=') && /%(25)*3d/i.test(text); i++) {
    text = decoded(text);
  }
  return text;
}

/**
 * The keys and values of a link in its own order.
 * @param {string} text
 * @returns {{ key: string, value: string }[]} values still encoded
 */
function pairsOf(text) {
  return text
    .split(/&(?:amp;|#38;)*/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [key, ...value] = part.split('=');
      return { key: keyOf(key.trim()), value: value.join('=') };
    });
}

/**
 * A key decoded. `end` may have the full stop or the bracket after it that followed the link in a
 * sentence, but is never encoded itself: that is how the start of another key looks (see `joined`).
 * @param {string} encoded
 */
function keyOf(encoded) {
  const key = decoded(encoded);
  if (!/^end\W*$/.test(key)) return key.trim();
  return encoded.startsWith('end') ? 'end' : encoded;
}

/**
 * Why a program's link is not what the program wrote, if it is not.
 * @param {{ key: string, value: string }[]} pairs
 */
function unfinished(pairs) {
  const written = pairs.find(({ key }) => key === 'v');
  if (written === undefined) return undefined;
  const ended = pairs.some(({ key }) => key === 'end');
  const number = written.value.trim();
  // A version of two digits may have been cut after the first: the end is asked for either way.
  if (number !== version && (ended || number !== ''))
    return problem('version', { version }, number);
  return ended ? undefined : { ...problem('cut'), field: pairs[pairs.length - 1].key };
}

/**
 * Whether a program's link has lost or changed a character since, as its sum tells. Where another program
 * has put other keys before the sum, it is not this link's any more.
 * @param {{ key: string, value: string }[]} pairs
 */
function changed(pairs) {
  const at = pairs[0]?.key === 'v' ? 1 : 0;
  if (pairs[at]?.key !== 'sum') return false;
  const known = fields.flatMap(({ key }) => {
    const pair = pairs.find((each) => each.key === key);
    return pair ? [`${key}=${whollyDecoded(pair.value)}`] : [];
  });
  return whollyDecoded(pairs[at].value).trim() !== sumOf(known);
}

/**
 * A key that the link has twice, which leaves open what was meant.
 * @param {{ key: string, value: string }[]} pairs
 */
function repeated(pairs) {
  const known = new Set(['v', 'sum', 'end', ...fields.map(({ key }) => key)]);
  const seen = new Set();
  for (const { key } of pairs) {
    if (known.has(key) && seen.has(key)) return { ...problem('duplicate'), field: key };
    seen.add(key);
  }
  return undefined;
}

const mostEncodings = 3;

/** Half a character, which nothing can encode, becomes the sign for one. @param {string} text */
function encoded(text) {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/**
 * The text with percent-encoding undone once; what is not one stays as it is.
 * @param {string} text
 */
function decoded(text) {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // Something in it is no encoding: the rest is undone.
  }
  /** @type {Map<string, string>} */
  const known = new Map();
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const made = known.get(run) ?? decodedRun(run);
    known.set(run, made);
    return made;
  });
}

/** @param {string} run of encoded characters */
function decodedRun(run) {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** The text of a known key, which never has a '%' of its own. @param {string} text */
function whollyDecoded(text) {
  for (let i = 0; i < mostEncodings && text.includes('%'); i++) text = decoded(text);
  return text;
}
