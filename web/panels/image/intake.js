import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { icon } from '../../elements/icons.js';
import { controls } from '../../elements/styles.js';
import cameraIcon from 'lucide-static/icons/camera.svg?raw';
import openIcon from 'lucide-static/icons/folder-open.svg?raw';
import pasteIcon from 'lucide-static/icons/clipboard-paste.svg?raw';
import privateIcon from 'lucide-static/icons/shield-check.svg?raw';
import { drawings } from './drawings.js';
import * as sources from './sources.js';

/** A picture to work on, or why there is none. */
export class PictureEvent extends Event {
  /**
   * @param {sources.Found | sources.Refusal} found
   * @param {string} [name] of a drawing
   */
  constructor(found, name = '') {
    super('picture');
    this.found = found;
    this.name = name;
  }
}

const icons = {
  camera: icon(cameraIcon),
  open: icon(openIcon),
  paste: icon(pasteIcon),
  private: icon(privateIcon),
};

/** The side of a drawing's button, twice for fine screens. */
const small = 88;

/**
 * The drawn pictures, and the ways to one's own.
 *
 * @fires PictureEvent
 */
export class ConvImageIntake extends PlaygroundElement {
  static properties = {
    engine: { attribute: false },
    chosen: {},
    t: { attribute: false },
    stream: { state: true },
  };

  /** @type {Map<string, HTMLCanvasElement>} */
  #thumbnails = new Map();
  /** Draws what is there of them. @type {Promise<unknown>} */
  #drawing = Promise.resolve();
  /** How many pictures were chosen so far. */
  #choices = 0;

  constructor() {
    super();
    /** @type {import('../../engine/engine.d.ts').Engine} */
    this.engine = /** @type {any} */ (undefined);
    /** The drawing that is worked on; nothing for other pictures. */
    this.chosen = '';
    /** @type {import('../../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** The camera, while it is on. @type {MediaStream | undefined} */
    this.stream = undefined;
  }

  /** @type {AbortController | undefined} */
  #pastes;

  connectedCallback() {
    super.connectedCallback();
    this.#pastes = new AbortController();
    const { signal } = this.#pastes;
    this.ownerDocument.addEventListener('paste', this.#paste, { signal });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#pastes?.abort();
    this.#stopCamera();
  }

  /** Takes a picture that is on its way, unless another is chosen before it is there.
   * @param {Promise<sources.Found | sources.Refusal>} coming */
  async take(coming) {
    const choice = ++this.#choices;
    const picture = await coming;
    if (choice === this.#choices) this.dispatchEvent(new PictureEvent(picture));
  }

  /** @param {string} name */
  #draw(name) {
    this.#choices++;
    const canvas = sources.drawn(this.engine, name);
    this.dispatchEvent(new PictureEvent({ canvas, from: undefined }, name));
  }

  render() {
    const { t } = this;
    return html`
      <div class="sources">
        <div class="drawings" role="group" aria-label=${t('image.drawings')}>
          ${drawings.map(
            ({ name }) =>
              html`<button
                class="drawing"
                aria-label=${t(`image.drawing.${name}`)}
                title=${t(`image.drawing.${name}`)}
                aria-pressed=${this.chosen === name}
                @click=${() => this.#draw(name)}
              >
                ${this.#thumbnail(name)}
              </button>`,
          )}
        </div>
        <div class="own">
          <label class="file">
            <input
              type="file"
              accept="image/*"
              @change=${(/** @type {any} */ { target }) => {
                const [file] = target.files;
                target.value = '';
                if (file) this.take(sources.opened(file));
              }}
            />
            <span class="button">${icons.open} ${t('image.open')}</span>
          </label>
          ${
            sources.canPaste()
              ? html`<button @click=${() => this.take(sources.pasted())}>
                  ${icons.paste} ${t('image.paste')}
                </button>`
              : ''
          }
          ${
            sources.mayFilm()
              ? html`<button aria-pressed=${Boolean(this.stream)} @click=${this.#film}>
                  ${icons.camera} ${t('image.camera')}
                </button>`
              : ''
          }
        </div>
        <p class="private">${icons.private}<span>${t('image.private')}</span></p>
      </div>
      ${this.stream ? this.#camera(this.stream) : ''}
    `;
  }

  /** @param {MediaStream} stream */
  #camera(stream) {
    const { t } = this;
    return html`<div class="camera">
      <video
        .srcObject=${stream}
        autoplay
        playsinline
        .muted=${true}
        aria-label=${t('image.camera.live')}
      ></video>
      <div>
        <button class="strong" @click=${this.#snap}>
          ${icons.camera} ${t('image.camera.take')}
        </button>
        <button @click=${this.#stopCamera}>${t('image.camera.close')}</button>
      </div>
    </div>`;
  }

  /** @param {string} name */
  #thumbnail(name) {
    const known = this.#thumbnails.get(name);
    if (known) return known;
    const canvas = sources.blank(small, small);
    canvas.setAttribute('aria-hidden', 'true');
    this.#thumbnails.set(name, canvas);
    // One after the other, each in a task of its own.
    this.#drawing = this.#drawing.then(sources.pause).then(() => {
      const context = sources.contextOf(canvas);
      context.imageSmoothingQuality = 'high';
      context.drawImage(sources.drawn(this.engine, name), 0, 0, small, small);
    });
    return canvas;
  }

  /** A picture that is pasted with the focus in this playground, or nowhere.
   * @param {ClipboardEvent} event */
  #paste = (event) => {
    const file = sources.fileOf(event.clipboardData);
    const here = event.target === this.ownerDocument.body || within(this, event.composedPath());
    if (!file || !here) return;
    event.preventDefault();
    this.take(sources.opened(file));
  };

  async #film() {
    if (this.stream) {
      this.#stopCamera();
      return;
    }
    const stream = await sources.filming();
    if ('problem' in stream) this.dispatchEvent(new PictureEvent(stream));
    else if (!this.isConnected) sources.stopped(stream);
    else {
      this.#stopCamera(); // asked for twice before it was allowed
      this.stream = stream;
    }
  }

  #snap() {
    const video = /** @type {HTMLVideoElement} */ (this.renderRoot.querySelector('video'));
    if (video.videoWidth === 0) return;
    const found = sources.fitted(video, video.videoWidth, video.videoHeight);
    this.dispatchEvent(new PictureEvent(found));
    this.#stopCamera();
  }

  #stopCamera() {
    if (this.stream) sources.stopped(this.stream);
    this.stream = undefined;
  }

  static styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      p {
        margin: 0;
      }
      .sources {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 16px;
      }
      .drawings,
      .own {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .drawing {
        padding: 0;
        width: 44px;
        height: 44px;
        overflow: hidden;
      }
      .drawing canvas {
        width: 100%;
        height: 100%;
      }
      .drawing[aria-pressed='true'] {
        border-color: var(--ink);
        box-shadow: 0 0 0 2px var(--ink);
      }
      .file {
        position: relative;
      }
      .file input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
        cursor: pointer;
      }
      .file input:focus-visible + .button {
        outline: 2px solid var(--ink);
        outline-offset: 1px;
      }
      .private {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-inline-start: auto;
        color: var(--quiet);
        font-size: 13px;
      }
      .private svg {
        flex: none;
        color: var(--y);
      }
      .camera {
        display: grid;
        justify-items: center;
        gap: 10px;
      }
      .camera div {
        display: flex;
        gap: 8px;
      }
      video {
        width: min(100%, 480px);
        border-radius: var(--radius);
        background: var(--well);
      }
      @container (max-width: 600px) {
        .private {
          margin-inline-start: 0;
        }
      }
    `,
  ];
}

/**
 * Whether an event came from the same playground.
 * @param {Element} element
 * @param {EventTarget[]} path
 */
function within(element, path) {
  /** @type {Node} */
  let root = element.getRootNode();
  while (root instanceof ShadowRoot) {
    if (root.host.localName === 'conv-playground') return path.includes(root.host);
    root = root.host.getRootNode();
  }
  return false;
}
