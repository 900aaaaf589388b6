import { html, nothing } from 'lit';

/**
 * @template {string} Name
 * @typedef {object} Choice
 * @property {Name} name
 * @property {string} label
 * @property {string} [title]
 * @property {string} [lang] the tag of the label's language
 */

/**
 * A few choices beside each other, one of them taken.
 * @template {string} Name
 * @param {string} label
 * @param {readonly Choice<Name>[]} all
 * @param {Name} chosen
 * @param {(name: Name) => void} choose
 * @param {{ disabled?: boolean }} [options]
 */
export const segments = (label, all, chosen, choose, { disabled = false } = {}) =>
  html`<div class="segments" role="group" aria-label=${label}>
    ${all.map(
      (each) =>
        html`<button
          lang=${each.lang ?? nothing}
          data-label=${each.label}
          title=${each.title ?? nothing}
          aria-pressed=${each.name === chosen}
          ?disabled=${disabled}
          @click=${() => choose(each.name)}
        >
          ${each.label}
        </button>`,
    )}
  </div>`;
