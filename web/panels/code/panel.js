import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import downloadIcon from 'lucide-static/icons/download.svg?raw';
import pasteIcon from 'lucide-static/icons/clipboard-paste.svg?raw';
import { formats } from '../../code/formats/index.js';
import { latex } from '../../code/latex.js';
import { formatNamed, unwritable } from '../../code/write.js';
import { copied } from '../../elements/clipboard.js';
import { downloaded } from '../../elements/download.js';
import { IntakeEvent, NoticeEvent } from '../../elements/events.js';
import { icon, icons } from '../../elements/icons.js';
import { controls } from '../../elements/styles.js';
import { written } from '../../model/written.js';
import { PanelElement } from '../panel-element.js';
import { notebookOf } from './files.js';
import { beginning, shownProgram } from './program.js';
import { CodePads } from './pads.js';

/** @typedef {import('../../code/layer.js').Format} Format */

const download = icon(downloadIcon);
const paste = icon(pasteIcon);

/** The layer as programs, and what each framework has to be told for these numbers. */
export class CodePanel extends PanelElement {
  static properties = {
    ...PanelElement.properties,
    chosen: { state: true },
  };

  constructor() {
    super();
    /** The name of the format that is shown. */
    this.chosen = formats[0].name;
    /** @type {import('../../code/layer.js').Layer} */
    this.layer = /** @type {any} */ (undefined);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('outcome')) this.layer = written(this.state, this.outcome);
  }

  /** @returns {Format} */
  get #format() {
    return formatNamed(this.chosen) ?? formats[0];
  }

  render() {
    const { layer, chosen, t } = this;
    const format = this.#format;
    const refused = unwritable(layer, format);
    const program = refused ? '' : format.write(layer);
    const { label, extension } = format;
    const shown = beginning(program);
    return html`
      <div class="tools">
        <label>
          <span>${t('code.framework')}</span>
          <select
            @change=${(/** @type {{ target: HTMLSelectElement }} */ { target }) => {
              this.chosen = target.value;
            }}
          >
            ${formats.map(
              ({ name, label }) =>
                html`<option value=${name} ?selected=${name === chosen}>${label}</option>`,
            )}
          </select>
        </label>
        <button ?disabled=${!program} @click=${() => this.#copy(program)}>
          ${icons.copy} ${t('code.copy')}
        </button>
        <button
          ?disabled=${!program}
          @click=${() => this.#save(program, `layer.${extension}`, 'text/plain')}
        >
          ${download} .${extension}
        </button>
        ${
          format.bytes
            ? html`<button @click=${() => this.#saveModel(format)}>${download} .onnx</button>`
            : ''
        }
        <button ?disabled=${!program} title=${t('code.notebook')} @click=${this.#saveNotebook}>
          ${download} .ipynb
        </button>
        <button class="plain" @click=${() => this.#copy(latex(layer))}>
          ${icons.copy} ${t('code.latex')}
        </button>
        <button class="plain" @click=${() => this.dispatchEvent(new IntakeEvent('text'))}>
          ${paste} ${t('code.paste')}
        </button>
      </div>
      ${
        refused
          ? html`<p role="status">
              ${t('code.large', {
                operand: refused.toUpperCase(),
                shape: layer[refused].shape.join(' × '),
                label,
              })}
            </p>`
          : html`<pre
                tabindex="0"
                role="region"
                aria-label=${t('code.program', { label })}
              ><code>${shownProgram(shown, extension)}</code></pre>
              ${shown === program ? '' : html`<p role="status">${t('code.beginning', { shown: shown.length, all: program.length })}</p>`}`
      }
      <h2>${t('code.pads')}</h2>
      <conv-code-pads .layer=${layer} .chosen=${chosen} .t=${t}></conv-code-pads>
    `;
  }

  /** @param {string} text */
  async #copy(text) {
    const done = await copied(text);
    this.dispatchEvent(new NoticeEvent(this.t(done ? 'copied' : 'copied.not')));
  }

  /**
   * @param {BlobPart} content
   * @param {string} name
   * @param {string} type
   */
  #save(content, name, type) {
    const asked = downloaded(new Blob([content], { type }), name);
    this.dispatchEvent(
      new NoticeEvent(this.t(asked ? 'code.saved' : 'code.saved.frame', { name })),
    );
  }

  /** @param {Format} format */
  #saveModel({ bytes }) {
    const model = bytes?.(this.layer);
    if (model)
      this.#save(/** @type {BlobPart} */ (model), 'layer.onnx', 'application/octet-stream');
  }

  #saveNotebook() {
    const text = notebookOf(this.engine, this.state, this.outcome, this.#format);
    if (text) this.#save(text, 'layer.ipynb', 'application/x-ipynb+json');
    else this.dispatchEvent(new NoticeEvent(this.t('code.notebook.large')));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-bottom: 12px;
      }
      label {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        color: var(--quiet);
      }
      select {
        min-height: 32px;
        padding: 4px 8px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
        color: var(--ink);
      }
      pre {
        position: relative;
        margin: 0;
        max-height: 480px;
        overflow: auto;
        padding: 14px 16px;
        border-radius: var(--radius);
        background: var(--well);
        font-size: 13px;
        line-height: 1.5;
        tab-size: 4;
      }
      .comment {
        color: var(--quiet);
      }
      h2 {
        margin: 26px 0 12px;
        font-size: 16px;
        font-weight: 600;
      }
    `,
  ];
}

defined({ 'conv-code-pads': CodePads, 'conv-panel-code': CodePanel });

export default CodePanel;
