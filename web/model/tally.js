/**
 * What was written of the numbers in some way, and how often each text stands there.
 * @typedef {object} Written
 * @property {number} list the number of the list that it is of
 * @property {unknown[]} texts
 * @property {Map<unknown, number>} counts
 */

/**
 * How many of some numbers are told apart by what is written of them in one way or another. It is asked again
 * and again while one of them is typed: only what is another number than before is written again.
 * @template Way
 */
export class Tally {
  #write;
  /** The list that is there, its number, and the places in which it differs from the one before.
   * @type {readonly number[]} */
  #numbers = [];
  #list = 0;
  /** @type {number[]} */
  #changed = [];
  /** @type {Map<Way, Written>} */
  #written = new Map();

  /** @param {(number: number, way: Way) => unknown} write what is written of a number, if anything */
  constructor(write) {
    this.#write = write;
  }

  /** @param {readonly number[]} numbers that are there from now on */
  take(numbers) {
    const before = this.#numbers;
    if (numbers.length !== before.length) this.#written.clear();
    // A way that nobody asked about is not followed any more.
    for (const [way, { list }] of this.#written) if (list < this.#list) this.#written.delete(way);
    this.#numbers = numbers;
    this.#list++;
    this.#changed = [];
    for (let i = 0; i < numbers.length; i++) {
      if (!Object.is(numbers[i], before[i])) this.#changed.push(i);
    }
  }

  /** How many texts there are, if the numbers are written in a way. @param {Way} way */
  of(way) {
    const written = this.#written.get(way) ?? { list: -1, texts: [], counts: new Map() };
    this.#written.set(way, written);
    const { list, texts, counts } = written;
    if (list === this.#list) return counts.size;
    written.list = this.#list;
    const places = texts.length > 0 ? this.#changed : this.#numbers.keys();
    for (const i of places) {
      count(counts, texts[i], -1);
      texts[i] = this.#write(this.#numbers[i], way);
      count(counts, texts[i], 1);
    }
    return counts.size;
  }
}

/** @param {Map<unknown, number>} counts @param {unknown} text @param {number} more */
function count(counts, text, more) {
  if (text === undefined) return;
  const now = (counts.get(text) ?? 0) + more;
  if (now > 0) counts.set(text, now);
  else counts.delete(text);
}
