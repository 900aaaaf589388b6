/**
 * An element's own number fields: what is typed into them concerns no layer, so that text which is
 * no number stays with them, and numbers are brought into range.
 *
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @implements {ReactiveController}
 */
export class OwnFields {
  /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
  drafts = new Map();

  /** @param {import('lit').LitElement} host */
  constructor(host) {
    host.addController(this);
    host.addEventListener('playground-draft', (event) => {
      event.stopPropagation();
      const { field, draft } = /** @type {import('../elements/events.js').DraftEvent} */ (event);
      const drafts = new Map(this.drafts);
      if (draft) drafts.set(field, draft);
      else drafts.delete(field);
      this.drafts = drafts;
      host.requestUpdate();
    });
  }

  hostConnected() {}
}

/**
 * The whole number in a range that is nearest to one.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export const within = (value, least, most) =>
  Math.min(most, Math.max(least, Math.round(value) || least));
