import { css, html } from 'lit';
import { PlaygroundElement } from './element.js';
import { controls } from './styles.js';

/** How far something is that takes long, and a way to end it. What ends soon is not mentioned. */
export class ConvComputing extends PlaygroundElement {
  static properties = {
    job: { attribute: false },
    t: { attribute: false },
  };

  /** @type {import('../model/job.js').Job | undefined} */
  #followed;

  constructor() {
    super();
    /** @type {import('../model/job.js').Job | undefined} */
    this.job = undefined;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  #progress = () => this.requestUpdate();

  willUpdate() {
    if (this.job === this.#followed) return;
    this.#followed?.removeEventListener('progress', this.#progress);
    this.#followed = this.job;
    this.job?.addEventListener('progress', this.#progress);
  }

  render() {
    const { job, t } = this;
    if (!job) return '';
    if (job.stopped) {
      return html`<span role="status">${t('computing.stopped')}</span>
        <button @click=${() => job.start()}>${t('computing.again')}</button>`;
    }
    return html`<div class="late">
      <span role="status">${t('computing')}</span>
      <progress aria-label=${t('computing')} max="1" .value=${job.share}></progress>
      <button @click=${() => job.stop()}>${t('computing.stop')}</button>
    </div>`;
  }

  static styles = [
    controls,
    css`
      :host,
      .late {
        display: grid;
        justify-items: center;
        gap: 8px;
      }
      .late {
        animation: late 0.15s step-end;
      }
      @keyframes late {
        from {
          visibility: hidden;
        }
      }
      progress {
        width: 96px;
        height: 6px;
        accent-color: var(--y);
      }
      button {
        min-height: 28px;
        padding: 2px 10px;
      }
    `,
  ];
}
