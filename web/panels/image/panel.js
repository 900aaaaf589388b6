import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { controls } from '../../elements/styles.js';
import { faultSentence } from '../../model/refusals.js';
import { problemSentence } from '../../model/problems.js';
import { isProblem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { OwnFields } from '../own-fields.js';
import { PanelElement } from '../panel-element.js';
import { atFirst, keeping, withWeight } from './choices.js';
import { ConvImageCompare } from './compare.js';
import { drawings } from './drawings.js';
import { ConvImageIntake } from './intake.js';
import { ConvImageLoupe } from './loupe.js';
import { patchOf } from './patch.js';
import { channels, names, pictureOf } from './picture.js';
import { largestFactor, pixelWithin, planned, resultPixel } from './planned.js';
import { sizes } from './presets.js';
import { ConvImageResult } from './result.js';
import { segments } from '../../elements/segments.js';
import { ConvImageSettings } from './settings.js';
import * as sources from './sources.js';
import { figures } from './styles.js';
import { ConvImageView } from './view.js';

/**
 * @typedef {import('./choices.js').Choices} Choices
 * @typedef {import('./layer.js').Layer} Layer
 * @typedef {import('./patch.js').Pixel} Pixel
 * @typedef {import('../../i18n/index.js').Translate} Translate
 *
 * @typedef {object} Shown the picture that is worked on
 * @property {string} name of a drawing; nothing for others
 * @property {HTMLCanvasElement} canvas
 * @property {import('./picture.js').Picture} picture
 * @property {{ width: number, height: number } | undefined} from its size, where that was too large
 */

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
    refusal: { state: true },
    dropping: { state: true },
  };

  #fields = new OwnFields(this);
  /** @type {import('./planned.js').Plan} */
  #plan = /** @type {any} */ (undefined);
  /** The pixel of the result that the cells are around. @type {Pixel} */
  #at = { row: 0, column: 0 };
  /** What is shown of it. @type {import('./patch.js').Patch | undefined} */
  #patch;

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
    /** Why there is no other picture, or kernel.
     * @type {((t: Translate) => string) | undefined} */
    this.refusal = undefined;
    this.dropping = false;
    this.addEventListener('dragover', (event) => this.#dragOver(event));
    this.addEventListener('dragleave', () => (this.dropping = false));
    this.addEventListener('drop', (event) => this.#drop(event));
  }

  /** The first picture is drawn in a task of its own. */
  async scheduleUpdate() {
    if (!this.shown) {
      await sources.pause();
      const [{ name }] = drawings;
      this.#show({ canvas: sources.drawn(this.engine, name), from: undefined }, name);
      await sources.pause();
    }
    super.scheduleUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    this.choices ??= atFirst(this.state);
    const before = this.#plan;
    if (['choices', 'shown', 'outcome'].some((name) => changed.has(name))) {
      const page = { state: this.state, k: this.outcome.k };
      this.#plan = planned(this.engine, this.choices, this.shown.picture, page, before);
      this.choices = this.#plan.choices;
    }
    const { layer } = this.#plan;
    if (!layer) return;
    const at = this.#centre(layer);
    const moved = at.row !== this.#at.row || at.column !== this.#at.column;
    if (moved) this.#at = at;
    if (moved || layer !== before?.layer || changed.has('plane') || changed.has('shown')) {
      this.#patch = patchOf(this.shown.picture, layer, this.#at, this.plane);
    }
  }

  /** The pixel that the cells are around. @param {Layer} layer */
  #centre(layer) {
    const { name, picture } = this.shown;
    const [row, column] = drawings.find((each) => each.name === name)?.at ?? [
      picture.height / 2,
      picture.width / 2,
    ];
    const chosen = this.hovered ?? this.pixel;
    return pixelWithin(layer, chosen ?? resultPixel(layer, picture, { row, column }));
  }

  /** Why there is no result. */
  #fault() {
    const { problem, fault } = this.#plan;
    if (problem) return this.t(problem.key, problem.values);
    return fault ? faultSentence(fault, this.t, this.language) : '';
  }

  render() {
    const { t, choices, shown, engine } = this;
    const { from, picture } = shown;
    const { recipe, layer } = this.#plan;
    const fault = this.#fault();
    const size = (/** @type {{ width: number, height: number }} */ { width, height }) =>
      `${width} × ${height}`;
    return html`
      <div class="panel ${this.dropping ? 'dropping' : ''}">
        <conv-image-intake
          .engine=${engine}
          .chosen=${shown.name}
          .t=${t}
          @picture=${this.#take}
        ></conv-image-intake>
        ${this.refusal ? html`<p class="wrong" role="alert">${this.refusal(t)}</p>` : ''}
        ${
          from
            ? html`<p class="quiet note">
                ${t('image.scaled', { from: size(from), to: size(picture) })}
              </p>`
            : ''
        }
        <conv-image-settings
          .choices=${choices}
          .weights=${recipe.weights}
          .op=${this.state.op}
          .factor=${largestFactor(picture)}
          .t=${t}
          @choices=${this.#choose}
        ></conv-image-settings>
        ${fault ? html`<p class="wrong" role="status">${fault}</p>` : ''} ${this.#pictures()}
        ${layer ? this.#cells(layer) : ''}
      </div>
    `;
  }

  /** The picture and the result. */
  #pictures() {
    const { t, shown, choices, engine } = this;
    const { width, height } = shown.picture;
    const patch = this.#plan.layer && this.#patch;
    const filter = choices.filter === 'page' ? this.state.op : choices.filter;
    return html`<div class="pictures">
      <figure>
        <figcaption>
          <span><strong class="x">X</strong> ${channels} × ${height} × ${width}</span>
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
        patch
          ? html`<conv-image-result
              .engine=${engine}
              .job=${this.#plan.job}
              .called=${choices.mode === 'filter' ? filter : choices.upsampler}
              .pixel=${this.#at}
              .frame=${patch.frame}
              .t=${t}
              @pixel=${this.#pick}
            ></conv-image-result>`
          : ''
      }
    </div>`;
  }

  /** The pixels as cells, and the other ways to enlarge. @param {Layer} layer */
  #cells(layer) {
    const { t, choices, engine, shown } = this;
    const { shape } = this.#plan.recipe.weights;
    const plane = Math.min(this.plane, layer.y[1] - 1);
    const editable =
      choices.mode === 'filter' &&
      choices.filter !== 'page' &&
      shape[0] * shape[1] === 1 &&
      choices.channels === 'each';
    return html`
      <section class="card" aria-label=${t('image.loupe')}>
        <header>
          <strong>${t('image.loupe')}</strong>
          <span class="quiet">${t('image.hint')} ${editable ? t('image.type') : ''}</span>
          ${
            layer.y[1] > 1
              ? segments(
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
                .ways=${this.#plan.ways}
                .chosen=${choices.upsampler}
                .pixel=${this.#at}
                .channel=${plane}
                .t=${t}
                @upsampler=${(/** @type {import('./compare.js').UpsamplerEvent} */ { name }) =>
                  (this.choices = { ...choices, upsampler: name })}
              ></conv-image-compare>
            </section>`
          : ''
      }
    `;
  }

  /** @param {import('./settings.js').ChoicesEvent} event */
  #choose({ choices }) {
    this.refusal = undefined;
    this.choices = choices;
  }

  /**
   * A weight typed into the loupe's kernel.
   * @param {import('../../elements/events.js').CellEvent} event
   */
  #type(event) {
    event.stopPropagation();
    const { offset, value } = event;
    if (value === undefined) return;
    this.refusal = undefined;
    this.choices = withWeight(this.choices, this.#plan.recipe.weights, offset, value);
  }

  /** @param {import('../../elements/events.js').PasteEvent} event */
  #pasteKernel(event) {
    event.stopPropagation();
    const block = readText(event.text);
    if (isProblem(block)) {
      this.refusal = (t) => t('paste.refused', { why: problemSentence(block, t) });
      return;
    }
    const [first, second, height, width] = block.shape;
    if (first * second > 1 || height !== width || height > sizes.most) {
      this.refusal = (t) => t('image.square', { most: sizes.most });
      return;
    }
    this.refusal = undefined;
    const own = { shape: block.shape, data: Float64Array.from(block.data) };
    this.choices = { ...this.choices, filter: 'own', own, size: height, padding: keeping };
  }

  /** @param {import('./view.js').PixelEvent} event */
  #pick({ how, pixel }) {
    if (how === 'hover') this.hovered = pixel;
    else this.pixel = pixel;
    if (how === 'choose') this.hovered = undefined;
  }

  /** The pixel of the result in the same place. @param {import('./view.js').PixelEvent} event */
  #pickSource({ how, pixel }) {
    const { layer } = this.#plan;
    if (!layer) return;
    const middle = pixel && { row: pixel.row + 0.5, column: pixel.column + 0.5 };
    const there = middle && resultPixel(layer, this.shown.picture, middle);
    if (how === 'hover') this.hovered = there;
    else this.pixel = there;
  }

  /** @param {import('./intake.js').PictureEvent} event */
  #take({ found, name }) {
    if ('problem' in found) {
      const { problem, values } = found;
      this.refusal = (t) => t(`image.problem.${problem}`, values);
    } else {
      this.#show(found, name);
    }
  }

  /**
   * @param {sources.Found} found
   * @param {string} name of a drawing
   */
  #show({ canvas, from }, name) {
    const { width, height } = canvas;
    const picture = pictureOf(sources.contextOf(canvas).getImageData(0, 0, width, height));
    this.shown = { name, canvas, picture, from };
    this.refusal = undefined;
    this.pixel = undefined;
    this.hovered = undefined;
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
    const intake = this.renderRoot.querySelector('conv-image-intake');
    /** @type {ConvImageIntake} */ (intake).take(sources.opened(file));
  }

  static styles = [
    controls,
    figures,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
      }
      .panel {
        display: grid;
        gap: 16px;
        border-radius: 12px;
      }
      .panel > * {
        min-width: 0;
      }
      .dropping {
        outline: 2px dashed var(--x);
        outline-offset: 8px;
      }
      .note {
        font-size: 13px;
      }
      .pictures {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
        gap: 20px 24px;
        align-items: start;
      }
      .x {
        color: var(--x);
      }
      .card {
        border: 1px solid var(--line);
        border-radius: 12px;
        background: var(--card);
        min-width: 0;
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
        padding: 10px 16px 0;
      }
      header .quiet {
        flex: 1 1 200px;
        font-size: 13px;
      }
      h3 {
        margin: 10px 0 4px;
        font-size: 15px;
        text-align: center;
      }
      .lesson {
        max-width: 76ch;
        margin: 0 auto 18px;
        text-align: center;
      }
      @container (max-width: 600px) {
        /* What the settings change stands next to them. */
        conv-image-result {
          order: -1;
        }
      }
    `,
  ];
}

defined({
  'conv-image-compare': ConvImageCompare,
  'conv-image-intake': ConvImageIntake,
  'conv-image-loupe': ConvImageLoupe,
  'conv-image-result': ConvImageResult,
  'conv-image-settings': ConvImageSettings,
  'conv-image-view': ConvImageView,
  'conv-image-panel': ImagePanel,
});

export default ImagePanel;
