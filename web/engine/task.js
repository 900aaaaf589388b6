import { inBlocks } from './blocks.js';
import { peakOf } from './peak.js';
import { reported } from './reported.js';

/**
 * A layer to be computed from a description that is small enough to be sent: by a worker, or by the page
 * where there can be none.
 *
 * @typedef {import('./engine.d.ts').Engine} Engine
 * @typedef {import('./engine.d.ts').FaultReport} FaultReport
 * @typedef {import('./blocks.js').Dense} Dense
 * @typedef {Dense | { shape: number[], generator: string, args: number[] }} Given a tensor, or what makes it
 *
 * @typedef {object} Task
 * @property {Given} x
 * @property {Given} k
 * @property {import('./blocks.js').Work | undefined} work none where only X and K are to be made
 *
 * @typedef {{ dense: Dense, peak: number }} Peaked a tensor and its largest magnitude
 * @typedef {{ y?: Peaked, fault?: FaultReport }} Made Y, or why there is none
 */

/**
 * @param {Engine} engine
 * @param {Given} given
 * @returns {Dense}
 */
const dense = (engine, given) =>
  'data' in given ? given : engine.generate(given.generator, given.shape, given.args);

/** @param {Dense} dense @returns {Peaked} */
const peaked = (dense) => ({ dense, peak: peakOf(dense.data) });

/**
 * @param {Engine} engine
 * @param {Task} task
 * @param {object} how
 * @param {number} how.most the cost of what is done without a pause
 * @param {() => Promise<void>} how.wanted waits, and is rejected once the task is not wanted any more
 * @param {(operand: 'x' | 'k', tensor: Peaked) => void} how.have is given X and K as soon as they are there
 * @param {(share: number) => void} how.progress from 0 to 1
 * @returns {Promise<Made>}
 */
export async function made(engine, { work, ...given }, { most, wanted, have, progress }) {
  /** @type {Record<string, Dense>} */
  const tensors = {};
  for (const operand of /** @type {const} */ (['k', 'x'])) {
    await wanted();
    try {
      tensors[operand] = dense(engine, given[operand]);
    } catch (error) {
      return { fault: { ...reported(error), field: operand } };
    }
    have(operand, peaked(tensors[operand]));
  }
  if (!work) return {};
  try {
    const blocks = inBlocks(engine, work, tensors.x, tensors.k, most);
    for (;;) {
      await wanted();
      const { done, value } = blocks.next();
      if (done) return { y: peaked(value) };
      progress(value);
    }
  } catch (error) {
    return { fault: reported(error) };
  }
}
