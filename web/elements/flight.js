import { linksOf } from '../model/explain.js';
import { movesOf } from '../model/moves.js';
import { modeOf, stepCell } from '../model/steps.js';

/**
 * Products on their way from the cells that they are made of to the cells that they are added to, drawn
 * over a stage by the platform's own animations. They are seen only: what they tell stands in the cells,
 * and where motion is not wanted nothing flies.
 *
 * @typedef {{ left: number, top: number, size: number }} Box a cell, in pixels from the stage's corner
 *
 * @typedef {object} Flyer
 * @property {string} text
 * @property {Box} from
 * @property {Box} to
 */

/**
 * Products that leave a cell of X as one small copy of the kernel.
 * @param {Flyer[]} flyers
 */
export function asStamp(flyers) {
  if (flyers.length === 0) return flyers;
  const left = Math.min(...flyers.map(({ to }) => to.left));
  const top = Math.min(...flyers.map(({ to }) => to.top));
  const right = Math.max(...flyers.map(({ to }) => to.left + to.size));
  const bottom = Math.max(...flyers.map(({ to }) => to.top + to.size));
  return flyers.map(({ text, from, to }) => {
    const scale = from.size / Math.max(right - left, bottom - top);
    return {
      text,
      from: {
        left: from.left + (to.left - left) * scale,
        top: from.top + (to.top - top) * scale,
        size: to.size * scale,
      },
      to,
    };
  });
}

export class Flight {
  over;
  /** @type {Animation[]} */
  #animations = [];

  /** @param {HTMLElement} over what lies over the stage */
  constructor(over) {
    this.over = over;
  }

  /**
   * Lets the products of a step go from X to Y.
   * @param {object} given
   * @param {import('../engine/engine.d.ts').Engine} given.engine
   * @param {import('../state/state.js').State} given.state
   * @param {import('../model/progress.js').Valid} given.valid
   * @param {number} given.step
   * @param {number} duration in ms
   * @param {(operand: 'x' | 'y', offset: number) => HTMLElement | undefined} cellOf the element of a cell
   */
  go({ engine, state, valid, step }, duration, cellOf) {
    const mode = modeOf(state);
    const corner = this.over.getBoundingClientRect();
    const box = (/** @type {Element} */ cell) => {
      const { left, top, width } = cell.getBoundingClientRect();
      return { left: left - corner.left, top: top - corner.top, size: width };
    };
    const moves = movesOf(linksOf(engine, state, stepCell(mode, step, valid)), valid);
    const ways = moves.flatMap(({ x, y, text }) => {
      const [from, to] = [cellOf('x', x), cellOf('y', y)];
      return from && to ? [{ text, from: box(from), to: box(to), goal: to }] : [];
    });
    const goals = [...new Set(ways.map(({ goal }) => goal))];
    // A stamp is one piece; the products of a sum come one after the other.
    if (mode === 'scatter') this.start(asStamp(ways), goals, duration);
    else this.start(ways, goals, duration, 0.2);
  }

  /**
   * Lets products fly; those still on their way are gone.
   * @param {readonly Flyer[]} flyers
   * @param {readonly HTMLElement[]} goals what shows once they are there
   * @param {number} duration in ms
   * @param {number} [stagger] the share of it in which all begin, the first sooner than the last
   */
  start(flyers, goals, duration, stagger = 0) {
    this.end();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const delay = (/** @type {number} */ i) => (stagger * duration * i) / flyers.length;
    for (const [i, { text, from, to }] of flyers.entries()) {
      const chip = document.createElement('span');
      chip.textContent = text;
      chip.style.width = chip.style.height = chip.style.lineHeight = `${to.size}px`;
      chip.style.fontSize = `${Math.min(18, 0.37 * to.size)}px`;
      this.over.append(chip);
      const at = (/** @type {Box} */ { left, top, size }) =>
        `translate(${left}px, ${top}px) scale(${Math.max(0.3, size / to.size)})`;
      const animation = chip.animate(
        [
          { transform: at(from), opacity: 0 },
          { transform: at(from), opacity: 1, offset: 0.12 },
          { transform: at(to), opacity: 1, offset: 0.92 },
          { transform: at(to), opacity: 0 },
        ],
        {
          duration: (1 - stagger) * duration,
          delay: delay(i),
          easing: 'cubic-bezier(0.45, 0, 0.25, 1)',
          fill: 'both',
        },
      );
      animation.onfinish = () => chip.remove();
      this.#animations.push(animation);
    }
    for (const goal of goals) {
      this.#animations.push(
        goal.animate(
          [
            { color: 'transparent', easing: 'step-end' },
            { color: 'transparent', offset: 0.85 },
            {},
          ],
          {
            duration,
          },
        ),
      );
    }
  }

  /** Takes away what is on its way. */
  end() {
    for (const animation of this.#animations) animation.cancel();
    this.#animations = [];
    this.over.replaceChildren();
  }
}
