import { html } from 'lit';
import { NoticeEvent } from '../../elements/events.js';
import { icon, icons as pageIcons } from '../../elements/icons.js';
import { faultSentence } from '../../model/refusals.js';
import { problemSentence } from '../../model/problems.js';
import { isProblem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { OwnFields } from '../own-fields.js';
import { PanelElement } from '../panel-element.js';
import cameraIcon from 'lucide-static/icons/camera.svg?raw';
import downloadIcon from 'lucide-static/icons/download.svg?raw';
import openIcon from 'lucide-static/icons/folder-open.svg?raw';
import pasteIcon from 'lucide-static/icons/clipboard-paste.svg?raw';
import privateIcon from 'lucide-static/icons/shield-check.svg?raw';
import randomIcon from 'lucide-static/icons/dices.svg?raw';
import {
  atFirst,
  filterRecipe,
  filterWeights,
  keeping,
  pageRecipe,
  presetOf,
  upsampleRecipe,
  withFilter,
  withWeight,
} from './choices.js';
import { ConvImageCompare } from './compare.js';
import { Darkroom } from './darkroom.js';
import { drawings } from './drawings.js';
import { Latest } from './latest.js';
import { layerOf, misfit } from './layer.js';
import { ConvImageLoupe } from './loupe.js';
import { patchOf } from './patch.js';
import { channels, mappings, names, pictureOf } from './picture.js';
import { presets, sizes, strengths } from './presets.js';
import * as sources from './sources.js';
import { styles } from './styles.js';
import { factors, upsamplers } from './upsamplers.js';
import { ConvImageView } from './view.js';

/**
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('./darkroom.js').Job} Job
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./layer.js').Recipe} Recipe
 * @typedef {import('./patch.js').Pixel} Pixel
 *
 * @typedef {object} Shown the picture that is worked on
 * @property {string} name of a drawing; nothing for others
 * @property {HTMLCanvasElement} canvas
 * @property {import('./picture.js').Picture} picture
 * @property {{ width: number, height: number } | undefined} from its size, where that was too large
 *
 * @typedef {object} Progress
 * @property {Job} job
 * @property {'working' | 'done' | 'cancelled' | 'failed'} state
 * @property {number} share
 * @property {number} milliseconds
 * @property {boolean} slow whether it takes long enough to be told of
 */

const icons = {
  ...pageIcons,
  camera: icon(cameraIcon),
  download: icon(downloadIcon),
  open: icon(openIcon),
  paste: icon(pasteIcon),
  private: icon(privateIcon),
  random: icon(randomIcon),
};

/** The largest side of a result, and the most weights of a kernel. */
const most = { side: 4096, weights: 2 ** 16 };
/** Milliseconds after which progress is worth telling. */
const slow = 250;
/** Milliseconds between two pieces of news of it. */
const often = 80;

/**
 * A picture through the page's layer, a filter or an enlargement. The picture is on this device only,
 * and no part of a link.
 */
export class ImagePanel extends PanelElement {
  static properties = {
    ...PanelElement.properties,
    choices: { state: true },
    shown: { state: true },
    pixel: { state: true },
    hovered: { state: true },
    plane: { state: true },
    progress: { state: true },
    refusal: { state: true },
    stream: { state: true },
    dropping: { state: true },
  };

  #fields = new OwnFields(this);
  /** @type {Darkroom | undefined} */
  #darkroom;
  #latest = new Latest((/** @type {Job} */ job, signal) => this.#develop(job, signal));
  #result = sources.blank(1, 1);
  /** What stands on the result's canvas. @type {Job | undefined} */
  #job;
  /** @type {Recipe | undefined} */
  #recipe;
  /** @type {Layer | undefined} */
  #layer;
  /** Why there is no layer. */
  #fault = '';
  /** The pixel of the result that the cells are around. @type {Pixel} */
  #at = { row: 0, column: 0 };
  /** What is shown of it. @type {import('./patch.js').Patch | undefined} */
  #patch;
  /** @type {import('./compare.js').Way[]} */
  #ways = [];
  /** @type {Map<string, HTMLCanvasElement>} */
  #thumbnails = new Map();

  constructor() {
    super();
    /** @type {Choices} */
    this.choices = /** @type {any} */ (undefined);
    /** @type {Shown} */
    this.shown = /** @type {any} */ (undefined);
    /** The chosen pixel of the result. @type {Pixel | undefined} */
    this.pixel = undefined;
    /** @type {Pixel | undefined} */
    this.hovered = undefined;
    /** The channel that the cells show. */
    this.plane = 0;
    /** @type {Progress | undefined} */
    this.progress = undefined;
    /** Why there is no other picture, or kernel. */
    this.refusal = '';
    /** The camera, while it is on. @type {MediaStream | undefined} */
    this.stream = undefined;
    this.dropping = false;
    this.addEventListener('dragover', (event) => this.#dragOver(event));
    this.addEventListener('dragleave', () => (this.dropping = false));
    this.addEventListener('drop', (event) => this.#drop(event));
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('paste', this.#paste);
    // What was not done when the panel was left is begun again.
    if (!this.#done) this.#job = undefined;
    this.requestUpdate();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('paste', this.#paste);
    this.#stopCamera();
    this.#latest.cancel();
    this.#darkroom?.close();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.choices ??= atFirst(this.state);
    if (!this.shown)
      this.#show(drawings[0].name, { canvas: this.#drawing(drawings[0].name), from: undefined });
    const layer = this.#layer;
    if (['choices', 'shown', 'outcome', 't'].some((name) => changed.has(name))) this.#plan();
    // The same objects for the same things, so that news of the progress draws no cell anew.
    if (this.#layer !== layer && this.choices.mode === 'upsample') {
      this.#ways = upsamplers.map((name) => ({
        name,
        recipe: upsampleRecipe(this.engine, this.choices, name),
      }));
    }
    if (!this.#layer) return;
    const at = this.#centre(this.#layer);
    const moved = at.row !== this.#at.row || at.column !== this.#at.column;
    if (moved) this.#at = at;
    if (moved || this.#layer !== layer || changed.has('plane') || changed.has('shown')) {
      this.#patch = patchOf(this.shown.picture, this.#layer, this.#at, this.plane);
    }
  }

  updated() {
    const { shown, choices } = this;
    if (!this.#layer || !this.isConnected) return;
    const job = { picture: shown.picture, layer: this.#layer, mapping: choices.mapping };
    const same =
      this.#job?.picture === job.picture &&
      this.#job.layer === job.layer &&
      this.#job.mapping === job.mapping;
    if (same) return;
    this.#job = job;
    this.#latest.ask(job);
  }

  /** The layer of what was chosen, or why there is none. */
  #plan() {
    const { engine, choices, shown, t } = this;
    const recipe = this.#recipeFor();
    this.#fault = '';
    if (same(recipe, this.#recipe) && this.#layer && this.#job?.picture === shown.picture) return;
    this.#recipe = recipe;
    this.#layer = undefined;
    const wrong = misfit(recipe);
    if (wrong) {
      this.#fault = t('image.misfit', wrong);
      return;
    }
    if (recipe.weights.data.length > most.weights) {
      this.#fault = t('image.heavy', { most: most.weights });
      return;
    }
    const { layer, fault } = layerOf(engine, shown.picture, recipe);
    if (fault) {
      this.#fault = faultSentence(fault, t, this.language);
    } else if (Math.max(...layer.y.slice(2)) > most.side) {
      this.#fault = t('image.large', { height: layer.y[2], width: layer.y[3], most: most.side });
    } else {
      this.#layer = layer;
    }
    // A choice that a larger picture does not leave is brought within it.
    if (choices.mode === 'upsample' && choices.factor > this.#mostFactor) {
      this.choices = { ...choices, factor: this.#mostFactor };
      this.#plan();
    }
  }

  /** @returns {Recipe} */
  #recipeFor() {
    const { engine, choices, state } = this;
    if (choices.mode === 'upsample') return upsampleRecipe(engine, choices, choices.upsampler);
    if (choices.filter === 'page') return pageRecipe(choices, state, this.outcome.k);
    return filterRecipe(choices, filterWeights(engine, choices));
  }

  get #mostFactor() {
    const { width, height } = this.shown.picture;
    return Math.max(
      factors.least,
      Math.min(factors.most, Math.floor(most.side / Math.max(width, height))),
    );
  }

  /** The pixel that the cells are around. @param {Layer} layer */
  #centre({ y: [, , height, width] }) {
    const { name, picture } = this.shown;
    const [row, column] = drawings.find((each) => each.name === name)?.at ?? [
      picture.height / 2,
      picture.width / 2,
    ];
    const first = {
      row: (row * height) / picture.height,
      column: (column * width) / picture.width,
    };
    const wanted = this.hovered ?? this.pixel ?? first;
    return {
      row: Math.max(0, Math.min(height - 1, Math.floor(wanted.row))),
      column: Math.max(0, Math.min(width - 1, Math.floor(wanted.column))),
    };
  }

  render() {
    const { t, choices } = this;
    return html`
      <div class="panel ${this.dropping ? 'dropping' : ''}">
        ${this.#sources()}
        ${this.refusal ? html`<p class="wrong" role="alert">${this.refusal}</p>` : ''}
        ${
          this.shown.from
            ? html`<p class="quiet note">
                ${t('image.scaled', {
                  from: `${this.shown.from.width} × ${this.shown.from.height}`,
                  to: `${this.shown.picture.width} × ${this.shown.picture.height}`,
                })}
              </p>`
            : ''
        }
        ${this.stream ? this.#camera(this.stream) : ''}
        <div class="bar">
          ${this.#segments(
            t('image.mode'),
            ['filter', 'upsample'].map((name) => ({ name, label: t(`image.mode.${name}`) })),
            choices.mode,
            (mode) => {
              const own = mode === 'filter' ? presetOf(choices.filter)?.mapping : undefined;
              this.#choose({
                mode: /** @type {Choices['mode']} */ (mode),
                mapping: own ?? 'clamp',
              });
            },
          )}
          ${choices.mode === 'filter' ? this.#filters() : this.#upsamplers()}
        </div>
        <div class="sliders">
          ${choices.mode === 'filter' ? this.#filterSettings() : this.#upsampleSettings()}
        </div>
        ${this.#fault ? html`<p class="wrong" role="status">${this.#fault}</p>` : ''}
        ${this.#pictures()} ${this.#layer ? this.#cells(this.#layer) : ''}
      </div>
    `;
  }

  /** The drawn pictures, and the ways to one's own. */
  #sources() {
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
                aria-pressed=${this.shown.name === name}
                @click=${() => this.#open(name)}
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
                if (file) this.#take(sources.opened(file));
              }}
            />
            <span>${icons.open} ${t('image.open')}</span>
          </label>
          ${
            sources.canPaste()
              ? html`<button @click=${() => this.#take(sources.pasted())}>
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

  /**
   * @param {string} label
   * @param {{ name: string, label: string }[]} all
   * @param {string} chosen
   * @param {(name: string) => void} choose
   */
  #segments(label, all, chosen, choose) {
    return html`<div class="segments" role="group" aria-label=${label}>
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
  }

  /**
   * @param {string} label
   * @param {string[]} names
   * @param {string} prefix of their words
   * @param {string} chosen
   * @param {(name: string) => void} choose
   */
  #chips(label, names, prefix, chosen, choose) {
    return html`<div class="chips" role="group" aria-label=${label}>
      ${names.map(
        (name) =>
          html`<button aria-pressed=${name === chosen} @click=${() => choose(name)}>
            ${this.t(`${prefix}.${name}`)}
          </button>`,
      )}
    </div>`;
  }

  #filters() {
    const names = ['page', ...presets.map(({ name }) => name), 'own'];
    return this.#chips(
      this.t('image.filters'),
      names,
      'image.filter',
      this.choices.filter,
      (name) => {
        const { weights } = /** @type {Recipe} */ (this.#recipe);
        this.refusal = '';
        this.choices = withFilter(this.choices, name, weights);
      },
    );
  }

  #upsamplers() {
    return this.#chips(
      this.t('image.upsamplers'),
      upsamplers,
      'image.upsampler',
      this.choices.upsampler,
      (name) => this.#choose({ upsampler: /** @type {any} */ (name) }),
    );
  }

  #filterSettings() {
    const { choices, t, state } = this;
    const preset = presetOf(choices.filter);
    const { shape } = this.#weights;
    const size = { ...sizes, step: 2, text: square(choices.size) };
    const ownSize = { ...size, least: 1, step: 1 };
    const operation = state.op === 'conv' ? 'conv2d' : 'conv_transpose2d';
    return html`
      ${preset?.generator ? this.#slider('size', size) : ''}
      ${choices.filter === 'own' ? this.#slider('size', ownSize) : ''}
      ${preset?.rest ? this.#slider('strength', strengths) : ''}
      ${
        choices.filter === 'page'
          ? html`<p class="quiet layer">${t('image.page', { operation })}</p>`
          : [
              this.#slider('stride', { least: 1, most: 6 }),
              this.#slider('dilation', { least: 1, most: 12 }),
              this.#slider('padding', {
                least: keeping,
                most: 40,
                text: choices.padding === keeping ? t('image.padding.same') : undefined,
              }),
            ]
      }
      ${shape[0] * shape[1] === 1 ? this.#select('channels', ['each', 'mixed']) : ''}
      ${this.#common()}
    `;
  }

  #upsampleSettings() {
    const { choices, t } = this;
    const { factor } = choices;
    const most = this.#mostFactor;
    const side = Math.max(choices.side, factor);
    const range = { least: factor, most: 3 * factor + 2, text: square(side) };
    const random = /** @type {const} */ ({ upsampler: 'random' });
    return html`
      ${this.#slider('factor', { least: factors.least, most, text: `× ${factor}` })}
      ${this.#slider('side', range, random)}
      <button @click=${() => this.#choose({ seed: choices.seed + 1, ...random })}>
        ${icons.random} ${t('image.reseed')}
      </button>
      ${this.#common()}
    `;
  }

  #common() {
    return [this.#select('edge', ['repeat', 'zero']), this.#select('mapping', mappings)];
  }

  /**
   * @param {'size' | 'strength' | 'stride' | 'dilation' | 'padding' | 'factor' | 'side'} name
   * @param {{ least: number, most: number, step?: number, text?: string }} range
   * @param {Partial<Choices>} [also] what is chosen with it
   */
  #slider(name, { least, most, step = 1, text = String(this.choices[name]) }, also) {
    const label = this.t(`image.${name}`);
    return html`<label class="slider">
      <span>${label} <strong>${text}</strong></span>
      <input
        type="range"
        min=${least}
        max=${most}
        step=${step}
        .value=${String(this.choices[name])}
        aria-label=${label}
        aria-valuetext=${text}
        @input=${(/** @type {any} */ { target }) =>
          this.#choose({ [name]: Number(target.value), ...also })}
      />
    </label>`;
  }

  /**
   * @param {'channels' | 'edge' | 'mapping'} name
   * @param {readonly string[]} values
   */
  #select(name, values) {
    return html`<label class="select">
      <span>${this.t(`image.${name}`)}</span>
      <select @change=${(/** @type {any} */ { target }) => this.#choose({ [name]: target.value })}>
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === this.choices[name]}>
              ${this.t(`image.${name}.${value}`)}
            </option>`,
        )}
      </select>
    </label>`;
  }

  /** The picture and the result. */
  #pictures() {
    const { t, shown } = this;
    const layer = this.#layer;
    const { width, height } = shown.picture;
    const patch = layer && this.#patch;
    const size = (/** @type {number[]} */ list) => list.join(' × ');
    return html`<div class="pictures">
      <figure>
        <figcaption>
          <span><strong class="x">X</strong> ${size([channels, height, width])}</span>
        </figcaption>
        <conv-image-view
          operand="x"
          .canvas=${shown.canvas}
          .label=${shown.name ? t(`image.drawing.${shown.name}`) : t('image.picture')}
          .frame=${patch?.source}
          @pixel=${this.#pickSource}
        ></conv-image-view>
      </figure>
      ${
        layer && patch
          ? html`<figure>
              <figcaption>
                <span><strong class="y">Y</strong> ${size(layer.y.slice(1))}</span>
                ${this.#time()}
                <span class="keep">
                  <button class="plain" ?disabled=${!this.#done} @click=${this.#copy}>
                    ${icons.copy} ${t('image.copy')}
                  </button>
                  <button class="plain" ?disabled=${!this.#done} @click=${this.#save}>
                    ${icons.download} ${t('image.save')}
                  </button>
                </span>
              </figcaption>
              <conv-image-view
                class=${this.#done ? '' : 'partial'}
                operand="y"
                reachable
                .canvas=${this.#result}
                .label=${t('image.result', { height: layer.y[2], width: layer.y[3] })}
                .pixel=${this.#at}
                .frame=${{
                  row: patch.rows.from,
                  column: patch.columns.from,
                  rows: patch.rows.to - patch.rows.from,
                  columns: patch.columns.to - patch.columns.from,
                }}
                @pixel=${this.#pick}
              ></conv-image-view>
              ${this.#working()}
            </figure>`
          : ''
      }
    </div>`;
  }

  get #done() {
    return this.progress?.state === 'done' && this.progress.job === this.#job;
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

  /** The pixels as cells, and the other ways to enlarge. @param {Layer} layer */
  #cells(layer) {
    const { t, choices, engine, shown } = this;
    const plane = Math.min(this.plane, layer.y[1] - 1);
    const editable =
      choices.mode === 'filter' &&
      choices.filter !== 'page' &&
      this.#weights.shape[0] * this.#weights.shape[1] === 1 &&
      choices.channels === 'each';
    return html`
      <section class="card" aria-label=${t('image.loupe')}>
        <header>
          <strong>${t('image.loupe')}</strong>
          <span class="quiet">${t('image.hint')} ${editable ? t('image.type') : ''}</span>
          ${
            layer.y[1] > 1
              ? this.#segments(
                  t('image.channel'),
                  names.map((name) => ({ name, label: t(`image.channel.${name}`) })),
                  names[plane],
                  (name) => (this.plane = names.indexOf(name)),
                )
              : ''
          }
        </header>
        <conv-image-loupe
          .engine=${engine}
          .picture=${shown.picture}
          .layer=${layer}
          .mapping=${choices.mapping}
          .pixel=${this.#at}
          .channel=${plane}
          ?editable=${editable}
          .lock=${this.lock}
          .drafts=${this.#fields.drafts}
          .t=${t}
          @playground-cell=${this.#type}
          @playground-paste=${this.#pasteKernel}
        ></conv-image-loupe>
      </section>
      ${
        choices.mode === 'upsample'
          ? html`<section aria-label=${t('image.compare')}>
              <h3>${t('image.compare')}</h3>
              <p class="quiet lesson">${t('image.lesson')}</p>
              <conv-image-compare
                .engine=${engine}
                .picture=${shown.picture}
                .ways=${this.#ways}
                .chosen=${choices.upsampler}
                .pixel=${this.#at}
                .channel=${plane}
                .t=${t}
                @upsampler=${(/** @type {import('./compare.js').UpsamplerEvent} */ { name }) =>
                  this.#choose({ upsampler: name })}
              ></conv-image-compare>
            </section>`
          : ''
      }
    `;
  }

  /** Those of the layer, or of what cannot be one. */
  get #weights() {
    return /** @type {Recipe} */ (this.#recipe).weights;
  }

  /** @param {Partial<Choices>} choices */
  #choose(choices) {
    this.choices = { ...this.choices, ...choices };
  }

  /**
   * A weight typed into the loupe's kernel.
   * @param {import('../../elements/events.js').CellEvent} event
   */
  #type(event) {
    event.stopPropagation();
    this.refusal = '';
    this.choices = withWeight(this.choices, this.#weights, event.offset, event.value);
  }

  /** @param {import('../../elements/events.js').PasteEvent} event */
  #pasteKernel(event) {
    event.stopPropagation();
    const block = readText(event.text);
    if (isProblem(block)) {
      this.refusal = this.t('paste.refused', { why: problemSentence(block, this.t) });
      return;
    }
    const [first, second, height, width] = block.shape;
    if (first * second > 1 || height !== width || height > sizes.most) {
      this.refusal = this.t('image.square', { most: sizes.most });
      return;
    }
    this.refusal = '';
    const own = { shape: block.shape, data: Float64Array.from(block.data) };
    this.#choose({ filter: 'own', own, size: height, padding: keeping });
  }

  /** @param {import('./view.js').PixelEvent} event */
  #pick({ how, pixel }) {
    if (how === 'hover') this.hovered = pixel;
    else this.pixel = pixel;
    if (how === 'choose') this.hovered = undefined;
  }

  /** The pixel of the result in the same place. @param {import('./view.js').PixelEvent} event */
  #pickSource({ how, pixel }) {
    const { width, height } = this.shown.picture;
    if (!this.#layer) return;
    const [, , rows, columns] = this.#layer.y;
    const there = pixel && {
      row: Math.floor(((pixel.row + 0.5) * rows) / height),
      column: Math.floor(((pixel.column + 0.5) * columns) / width),
    };
    if (how === 'hover') this.hovered = there;
    else this.pixel = there;
  }

  /** @param {string} name */
  #drawing(name) {
    return sources.drawn(this.engine, name);
  }

  /** @param {string} name */
  #thumbnail(name) {
    const known = this.#thumbnails.get(name);
    if (known) return known;
    const canvas = sources.blank(88, 88);
    const context = sources.contextOf(canvas);
    context.imageSmoothingQuality = 'high';
    context.drawImage(this.#drawing(name), 0, 0, 88, 88);
    canvas.setAttribute('aria-hidden', 'true');
    this.#thumbnails.set(name, canvas);
    return canvas;
  }

  /** @param {string} name */
  #open(name) {
    this.#show(name, { canvas: this.#drawing(name), from: undefined });
  }

  /** @param {string} name @param {sources.Found} found */
  #show(name, { canvas, from }) {
    const { width, height } = canvas;
    const picture = pictureOf(sources.contextOf(canvas).getImageData(0, 0, width, height));
    this.shown = { name, canvas, picture, from };
    this.refusal = '';
    this.pixel = undefined;
    this.hovered = undefined;
  }

  /** @param {Promise<sources.Found | sources.Refusal>} coming */
  async #take(coming) {
    const found = await coming;
    if ('problem' in found) this.refusal = this.t(`image.problem.${found.problem}`, found.values);
    else this.#show('', found);
  }

  /** @param {DragEvent} event */
  #dragOver(event) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dropping = true;
  }

  /** @param {DragEvent} event */
  #drop(event) {
    this.dropping = false;
    const file = sources.fileOf(event.dataTransfer);
    if (!file) return;
    event.preventDefault();
    this.#take(sources.opened(file));
  }

  /** A picture that is pasted with the focus in this playground, or nowhere.
   * @param {ClipboardEvent} event */
  #paste = (event) => {
    const file = sources.fileOf(event.clipboardData);
    const root = /** @type {ShadowRoot} */ (this.getRootNode()).host?.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : undefined;
    const here = event.target === document.body || (host && event.composedPath().includes(host));
    if (!file || !here) return;
    event.preventDefault();
    this.#take(sources.opened(file));
  };

  async #film() {
    if (this.stream) {
      this.#stopCamera();
      return;
    }
    const stream = await sources.filming();
    if ('problem' in stream) this.refusal = this.t(`image.problem.${stream.problem}`);
    else if (!this.isConnected) sources.stopped(stream);
    else {
      this.refusal = '';
      this.stream = stream;
    }
  }

  #snap() {
    const video = /** @type {HTMLVideoElement} */ (this.renderRoot.querySelector('video'));
    if (video.videoWidth === 0) return;
    this.#show('', sources.fitted(video, video.videoWidth, video.videoHeight));
    this.#stopCamera();
  }

  #stopCamera() {
    if (this.stream) sources.stopped(this.stream);
    this.stream = undefined;
  }

  /**
   * @param {Job} job
   * @param {AbortSignal} signal
   */
  async #develop(job, signal) {
    this.#darkroom ??= new Darkroom(this.engine);
    const [, , height, width] = job.layer.y;
    const canvas = this.#result;
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height });
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
    if (this.#job) this.#latest.ask(this.#job);
  }

  async #copy() {
    const { t } = this;
    try {
      const item = new ClipboardItem({ 'image/png': png(this.#result) });
      await navigator.clipboard.write([item]);
      this.dispatchEvent(new NoticeEvent(t('image.copied')));
    } catch {
      this.dispatchEvent(new NoticeEvent(t('copied.not')));
    }
  }

  async #save() {
    const { choices, t } = this;
    const [, , height, width] = /** @type {Layer} */ (this.#layer).y;
    const chosen = choices.filter === 'page' ? this.state.op : choices.filter;
    const what = choices.mode === 'filter' ? chosen : choices.upsampler;
    const name = `${what}-${width}x${height}.png`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await png(this.#result));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    this.dispatchEvent(
      new NoticeEvent(t(self.origin === 'null' ? 'image.saved.frame' : 'image.saved', { name })),
    );
  }

  static styles = styles;
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
const png = (canvas) =>
  new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );

/** The size of a kernel as it is read. @param {number} side */
const square = (side) => `${side} × ${side}`;

/** A duration as it is read. @param {number} milliseconds */
const time = (milliseconds) =>
  milliseconds < 1000
    ? `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;

/** Whether two recipes make the same layer. @param {Recipe} a @param {Recipe | undefined} b */
function same(a, b) {
  if (!b) return false;
  const { weights, ...settings } = a;
  const { weights: others, ...rest } = b;
  return (
    JSON.stringify(settings) === JSON.stringify(rest) &&
    weights.shape.join() === others.shape.join() &&
    (weights.data === others.data || weights.data.every((weight, i) => weight === others.data[i]))
  );
}

for (const [tag, element] of Object.entries({
  'conv-image-view': ConvImageView,
  'conv-image-loupe': ConvImageLoupe,
  'conv-image-compare': ConvImageCompare,
  'conv-image-panel': ImagePanel,
})) {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

export default ImagePanel;
