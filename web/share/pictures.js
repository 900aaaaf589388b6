import { html } from 'lit';
import { lost } from '../elements/lost.js';

/** The pictures of the dialog, `<conv-export>`, which come when they are asked for first. */
export class Pictures {
  /** @type {HTMLElement | undefined} */
  #element;
  #asked = false;
  /** Why they did not come. @type {unknown} */
  #failed;

  /** @param {import('lit').LitElement & { given: { pictured?: object } }} host */
  constructor(host) {
    this.host = host;
  }

  async #load() {
    this.#asked = true;
    this.#failed = undefined;
    try {
      const { defineExport } = await import('../export/define.js');
      defineExport();
      const element = document.createElement('conv-export');
      this.#element = Object.assign(element, this.host.given.pictured);
    } catch (error) {
      this.#failed = error;
    }
    this.host.requestUpdate();
  }

  /** @param {import('../i18n/index.js').Translate} t */
  render(t) {
    if (!this.#asked) this.#load();
    if (this.#failed)
      return lost('panel.failed', this.#failed, t, () => {
        this.#load();
        this.host.requestUpdate();
      });
    return (
      this.#element ?? html`<p class="quiet" aria-busy="true">${t('share.picture.loading')}</p>`
    );
  }
}
