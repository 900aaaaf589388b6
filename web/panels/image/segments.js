import { html } from 'lit';

/**
 * A few choices beside each other, one of them taken.
 * @param {string} label
 * @param {{ name: string, label: string }[]} all
 * @param {string} chosen
 * @param {(name: string) => void} choose
 */
export const segments = (label, all, chosen, choose) =>
  html`<div class="segments" role="group" aria-label=${label}>
    ${all.map(
      (each) =>
        html`<button
          data-label=${each.label}
          aria-pressed=${each.name === chosen}
          @click=${() => choose(each.name)}
        >
          ${each.label}
        </button>`,
    )}
  </div>`;
