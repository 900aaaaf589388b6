import { html } from 'lit';
import { segments } from '../../elements/segments.js';
import { formatNumber } from '../../state/number.js';

/** Without the digits that the order of a sum decides. */
const rounded = (/** @type {number} */ value) => formatNumber(Number(value.toPrecision(12)));

/**
 * Both sides of <v, W x> = <W^T v, x>.
 * @param {object} given
 * @param {import('../../engine/engine.d.ts').Adjoint} [given.adjoint] none where it takes long
 * @param {unknown} given.waiting what stands there while it is computed
 * @param {number} given.entries how many multiplications it takes
 * @param {boolean} given.biased whether the layer has a bias
 * @param {number | undefined} given.seed of a random v; without one, v is Y
 * @param {import('../../i18n/index.js').Translate} given.t
 * @param {(seed: number | undefined) => void} given.choose
 * @param {() => void} given.ask
 */
export function check({ adjoint, waiting, entries, biased, seed, t, choose, ask }) {
  const v = seed === undefined ? 'y' : 'v';
  const choices = /** @type {const} */ (['y', 'random']).map((name) => ({
    name,
    label: t(`matrix.v.${name}`),
  }));
  const side = (/** @type {string} */ text, /** @type {number} */ value) =>
    html`<span class="side"
      >⟨${text}⟩ = <strong title=${formatNumber(value)}>${rounded(value)}</strong></span
    >`;
  const another =
    seed === undefined
      ? ''
      : html`<button @click=${() => choose(seed + 1)}>${t('matrix.v.another')}</button>`;
  const sides = adjoint
    ? html`<p class="sides" role="status">
        ${side(`${v}, W x`, adjoint.left)}
        <span class=${adjoint.equal ? 'equal' : 'unequal'}>${adjoint.equal ? '=' : '≠'}</span>
        ${side(`Wᵀ ${v}, x`, adjoint.right)}
      </p>`
    : (waiting ??
      html`<p>
        <button @click=${ask}>${t('matrix.ask', { count: entries })}</button>
      </p>`);
  return html`<section class="check" aria-label=${t('matrix.check')}>
    <div class="bar">
      <strong>${t('matrix.check')}</strong>
      ${segments('v', choices, seed === undefined ? 'y' : 'random', (name) =>
        choose(name === 'y' ? undefined : (seed ?? 1)),
      )}
      ${another}
    </div>
    ${sides}
    <p class="quiet">${t('matrix.law')} ${t('matrix.inverse')} ${biased ? t('matrix.bias') : ''}</p>
  </section>`;
}
