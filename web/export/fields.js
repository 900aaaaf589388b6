import { html } from 'lit';
import { segments } from '../elements/segments.js';
import { isStill, layouts, partsOf, scales, sizes, speeds, themes, whatOf } from './choices.js';

/**
 * The fields in which a picture is chosen.
 *
 * @typedef {import('./choices.js').Choices} Choices
 *
 * @typedef {object} Choosing
 * @property {Choices} choices
 * @property {(part: Partial<Choices>) => void} choose
 * @property {import('../i18n/index.js').Translate} t
 */

/**
 * @param {Choosing} choosing
 * @param {number} steps how many there are
 * @param {boolean} panel whether one is open
 */
export function fields(choosing, steps, panel) {
  const { choices, t } = choosing;
  return html`<div class="choices" role="group" aria-label=${t('export.title')}>
    <div class="row">
      ${oneOf(choosing, 'what', whatOf(panel))} ${oneOf(choosing, 'theme', themes)}
      ${choices.what === 'panel' ? '' : oneOf(choosing, 'layout', layouts)}
    </div>
    <div class="row">${numbers(choosing, steps)}</div>
    <fieldset>
      <legend>${t('export.parts')}</legend>
      ${partsOf(choices).map((part) => tick(choosing, part))}
    </fieldset>
  </div>`;
}

/**
 * @template {'what' | 'theme' | 'layout'} Name
 * @param {Choosing} choosing
 * @param {Name} name
 * @param {readonly Choices[Name][]} all
 */
const oneOf = ({ choices, choose, t }, name, all) =>
  segments(
    t(`export.${name}`),
    all.map((each) => ({ name: each, label: t(`export.${name}.${each}`) })),
    choices[name],
    (chosen) => choose({ [name]: chosen }),
  );

/** @param {Choosing} choosing @param {number} steps */
function numbers(choosing, steps) {
  const { choices, t } = choosing;
  const { what, from, to } = choices;
  if (isStill(what)) return select(choosing, 'scale', scales, (n) => `${n}×`);
  return html`${
    what === 'steps'
      ? html`${select(choosing, 'size', sizes, (width) => t('export.size.own', { width }))}
        ${select(choosing, 'speed', speeds, String)}`
      : ''
  }
  ${number(choosing, 'from', from, steps)} ${number(choosing, 'to', to || steps, steps)}`;
}

/**
 * @param {Choosing} choosing
 * @param {'scale' | 'size' | 'speed'} name
 * @param {readonly number[]} all
 * @param {(value: number) => string} label
 */
const select = ({ choices, choose, t }, name, all, label) =>
  html`<label
    ><span class="name">${t(`export.${name}`)}</span>
    <select
      @change=${(/** @type {{ target: HTMLSelectElement }} */ { target }) =>
        choose({ [name]: Number(target.value) })}
    >
      ${all.map(
        (value) =>
          html`<option value=${value} ?selected=${value === choices[name]}>
            ${label(value)}
          </option>`,
      )}
    </select></label
  >`;

/**
 * @param {Choosing} choosing
 * @param {'from' | 'to'} name
 * @param {number} value
 * @param {number} steps
 */
const number = ({ choose, t }, name, value, steps) =>
  html`<label
    ><span class="name">${t(`export.${name}`)}</span>
    <input
      type="number"
      min="1"
      max=${Math.max(1, steps)}
      .value=${String(value)}
      @change=${(/** @type {{ target: HTMLInputElement }} */ { target }) =>
        choose({ [name]: target.valueAsNumber || 0 })}
  /></label>`;

/** @param {Choosing} choosing @param {ReturnType<typeof partsOf>[number]} part */
const tick = ({ choices: { parts }, choose, t }, part) =>
  html`<label
    ><input
      type="checkbox"
      .checked=${parts.includes(part)}
      @change=${() =>
        choose({
          parts: parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part],
        })}
    />${t(`export.part.${part}`)}</label
  >`;
