import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { downloaded } from '../../elements/download.js';
import { NoticeEvent } from '../../elements/events.js';
import { icon, icons } from '../../elements/icons.js';
import { controls } from '../../elements/styles.js';
import downloadIcon from 'lucide-static/icons/download.svg?raw';
import { Darkroom } from './darkroom.js';
import { Latest } from './latest.js';
import { blank } from './sources.js';
import { figures } from './styles.js';

/**
 * @typedef {import('./develop.js').Job} Job
 *
 * @typedef {object} Progress
 * @property {Job} job
 * @property {'working' | 'done' | 'cancelled' | 'failed'} state
 * @property {number} share
 * @property {number} milliseconds
 * @property {boolean} slow whether it takes long enough to be told of
 */

const download = icon(downloadIcon);

/** Milliseconds after which progress is worth telling, and between two pieces of news of it. */
const slow = 250;
const often = 80;

/**
 * The result of a job, developed when the job changes; to be copied or saved.
 *
 * @fires NoticeEvent @fires PixelEvent
 */
export class ConvImageResult extends PlaygroundElement {
  static properties = {
    engine: { attribute: false },
    job: { attribute: false },
    called: {},
    pixel: { attribute: false },
    frame: { attribute: false },
    t: { attribute: false },
    progress: { state: true },
  };

  /** @type {Darkroom | undefined} */
  #darkroom;
  #latest = new Latest((/** @type {Job} */ job, signal) => this.#develop(job, signal));
  #canvas = blank(1, 1);
  /** The job that was asked for last. @type {Job | undefined} */
  #asked;

  constructor() {
    super();
    /** @type {import('../../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** @type {Job} */
    this.job = /** @type {any} */ (undefined);
    /** What a file of it is called. */
    this.called = '';
    /** The chosen one. @type {import('./patch.js').Pixel} */
    this.pixel = { row: 0, column: 0 };
    /** What is drawn around it. @type {import('./view.js').ConvImageView['frame']} */
    this.frame = undefined;
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** @type {Progress | undefined} */
    this.progress = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    // What was not done when the panel was left is begun again.
    if (!this.#done) this.#asked = undefined;
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#latest.cancel();
    this.#darkroom?.close();
  }

  updated() {
    if (!this.isConnected || this.#asked === this.job) return;
    this.#asked = this.job;
    this.#latest.ask(this.job);
  }

  get #done() {
    return this.progress?.state === 'done' && this.progress.job === this.job;
  }

  render() {
    const { t, job } = this;
    const { y } = job.layer;
    return html`<figure>
      <figcaption>
        <span><strong class="y">Y</strong> ${y.slice(1).join(' × ')}</span>
        ${this.#time()}
        <span class="keep">
          <button class="plain" ?disabled=${!this.#done} @click=${this.#copy}>
            ${icons.copy} ${t('image.copy')}
          </button>
          <button class="plain" ?disabled=${!this.#done} @click=${this.#save}>
            ${download} ${t('image.save')}
          </button>
        </span>
      </figcaption>
      <conv-image-view
        operand="y"
        reachable
        .canvas=${this.#canvas}
        .label=${t('image.result', { height: y[2], width: y[3] })}
        .pixel=${this.pixel}
        .frame=${this.frame}
      ></conv-image-view>
      ${this.#working()}
    </figure>`;
  }

  #time() {
    const { progress, t } = this;
    if (progress?.state !== 'done') return '';
    return html`<span class="quiet time"
      >${t('image.time', { milliseconds: time(progress.milliseconds) })}</span
    >`;
  }

  /** How far the work is, where it takes long. */
  #working() {
    const { progress, t } = this;
    const working = progress?.state === 'working' && progress.slow;
    if (progress?.state === 'failed') {
      return html`<p class="wrong" role="alert">${t('image.failed')}</p>`;
    }
    return html`
      <div class="working" ?hidden=${!working && progress?.state !== 'cancelled'}>
        ${
          working
            ? html`<progress
                  aria-label=${t('image.working')}
                  max="1"
                  .value=${progress.share}
                ></progress>
                <button @click=${() => this.#cancel()}>${t('image.cancel')}</button>`
            : progress?.state === 'cancelled'
              ? html`<span
                    >${t('image.cancelled', { percent: Math.floor(100 * progress.share) })}</span
                  >
                  <button @click=${() => this.#again()}>${t('image.again')}</button>`
              : ''
        }
      </div>
      <p class="hidden" role="status">
        ${
          progress?.slow
            ? working
              ? t('image.working')
              : progress.state === 'done'
                ? t('image.done', { milliseconds: time(progress.milliseconds) })
                : ''
            : ''
        }
      </p>
    `;
  }

  /**
   * @param {Job} job
   * @param {AbortSignal} signal
   */
  async #develop(job, signal) {
    this.#darkroom ??= new Darkroom(this.engine);
    const [, , height, width] = job.layer.y;
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      /** @type {PlaygroundElement | null} */ (
        this.renderRoot.querySelector('conv-image-view')
      )?.requestUpdate();
    }
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    /** @type {Progress} */
    let progress = { job, state: 'working', share: 0, milliseconds: 0, slow: false };
    const tell = (/** @type {Partial<Progress>} */ news) => {
      progress = { ...progress, ...news };
      this.progress = progress;
    };
    const start = performance.now();
    let told = 0;
    try {
      const { milliseconds } = await this.#darkroom.develop(job, signal, (rows, bytes) => {
        const image = new ImageData(/** @type {any} */ (bytes), width, rows.to - rows.from);
        context.putImageData(image, 0, rows.from);
        const now = performance.now();
        progress = { ...progress, share: rows.to / height };
        if (now - start < slow || now - told < often) return;
        told = now;
        tell({ slow: true });
      });
      tell({ state: 'done', share: 1, milliseconds });
    } catch {
      tell({ state: signal.aborted ? 'cancelled' : 'failed' });
    }
  }

  #cancel() {
    this.#latest.cancel();
  }

  #again() {
    this.#latest.ask(this.job);
  }

  async #copy() {
    const { t } = this;
    try {
      const item = new ClipboardItem({ 'image/png': png(this.#canvas) });
      await navigator.clipboard.write([item]);
      this.dispatchEvent(new NoticeEvent(t('image.copied')));
    } catch {
      this.dispatchEvent(new NoticeEvent(t('copied.not')));
    }
  }

  async #save() {
    const { t, job, called } = this;
    const [, , height, width] = job.layer.y;
    const name = `${called}-${width}x${height}.png`;
    const asked = downloaded(await png(this.#canvas), name);
    this.dispatchEvent(new NoticeEvent(t(asked ? 'image.saved' : 'image.saved.frame', { name })));
  }

  static styles = [
    controls,
    figures,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      p {
        margin: 0;
      }
      .y {
        color: var(--y);
      }
      .time {
        font-size: 13px;
      }
      .keep {
        display: flex;
        margin-inline-start: auto;
      }
      .keep button {
        font-size: 14px;
      }
      .working {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .working[hidden] {
        display: none;
      }
      progress {
        flex: 1;
        accent-color: var(--y);
      }
    `,
  ];
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
const png = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );

/** A duration as it is read. @param {number} milliseconds */
const time = (milliseconds) =>
  milliseconds < 1000
    ? `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
