/**
 * An element's own fields and cells: what is typed into them concerns no layer, so that text which is no
 * number stays with them.
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

  /** Forgets what was typed. */
  clear() {
    this.drafts = new Map();
  }

  hostConnected() {}
}
