import { inkOf } from './ink.js';
import { textAt } from './text.js';

/**
 * What browsers draw of a control by themselves, and what is typed or chosen in it.
 *
 * @typedef {import('../scene.js').Shape} Shape
 * @typedef {import('./text.js').Look} Look
 */

/**
 * @param {Element} element
 * @param {Look} look
 * @returns {Shape[] | undefined} all of a control; undefined of what is none
 */
export function controlOf(element, look) {
  const place = element.getBoundingClientRect();
  const { left, top, width, height } = place;
  if (element instanceof HTMLSelectElement) {
    const [right, down] = [left + width - 18 - look.x, top + height / 2 - 2 - look.y];
    const chosen = textAt(element.selectedOptions[0]?.label ?? '', place, look);
    const start = left + Number.parseFloat(look.style.paddingLeft) + 4 - look.x;
    return [
      ...chosen.map((text) => ({ ...text, anchor: /** @type {const} */ ('start'), x: start })),
      line(`M${right} ${down}l4 4l4-4`, inkOf(look.style.color, look.opacity), 1.5),
    ];
  }
  if (!(element instanceof HTMLInputElement)) return undefined;
  if (element.type === 'range') return sliderOf(element, place, look);
  if (element.type === 'checkbox' || element.type === 'radio') return tickOf(element, place, look);
  return ['text', 'number'].includes(element.type) ? textAt(element.value, place, look) : [];
}

/** @param {string} d @param {string} stroke @param {number} width @returns {Shape} */
const line = (d, stroke, width) => ({ kind: 'path', d, stroke, line: width });

/** The colour that is chosen for controls, or the text's. @param {Look} look */
const accentOf = ({ style, opacity }) =>
  inkOf(style.accentColor === 'auto' ? style.color : style.accentColor, opacity);

/** @param {HTMLInputElement} slider @param {DOMRect} place @param {Look} look @returns {Shape[]} */
function sliderOf({ valueAsNumber, min, max }, { left, top, width, height }, look) {
  const share = (valueAsNumber - Number(min)) / (Number(max || 100) - Number(min) || 1);
  const knob = 14;
  const [x, middle] = [left - look.x, top + height / 2 - look.y];
  const track = { kind: /** @type {const} */ ('rect'), x, y: middle - 2.5, height: 5, radius: 2.5 };
  const reached = share * (width - knob);
  return [
    { ...track, width, fill: inkOf(look.style.color, 0.25 * look.opacity) },
    { ...track, width: reached + knob / 2, fill: accentOf(look) },
    {
      kind: 'rect',
      x: x + reached,
      y: middle - knob / 2,
      width: knob,
      height: knob,
      radius: knob / 2,
      fill: accentOf(look),
    },
  ];
}

/** @param {HTMLInputElement} box @param {DOMRect} place @param {Look} look @returns {Shape[]} */
function tickOf({ type, checked }, { left, top, width, height }, look) {
  const side = Math.min(width, height) - 1;
  const [x, y] = [left + (width - side) / 2 - look.x, top + (height - side) / 2 - look.y];
  const edge = inkOf(look.style.color, 0.55 * look.opacity);
  const radius = type === 'radio' ? side / 2 : 2.5;
  const all = { kind: /** @type {const} */ ('rect'), x, y, width: side, height: side, radius };
  if (!checked) return [{ ...all, stroke: edge }];
  const third = side / 3;
  if (type === 'radio') {
    const dot = { x: x + third, y: y + third, width: third, height: third, radius: third / 2 };
    return [
      { ...all, stroke: accentOf(look) },
      { kind: 'rect', ...dot, fill: accentOf(look) },
    ];
  }
  const tick = `M${x + 0.22 * side} ${y + 0.52 * side}l${0.2 * side} ${0.2 * side}l${0.38 * side} ${-0.42 * side}`;
  return [{ ...all, fill: accentOf(look) }, line(tick, inkOf('white', look.opacity), 1.8)];
}
