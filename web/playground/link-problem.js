import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { defined } from '../elements/defined.js';
import { problemSentence } from '../model/problems.js';
import { controls } from '../elements/styles.js';
import { ReadEvent } from './events.js';

/** The characters that a field takes: of millions, browsers lay the lines out for seconds. */
const mostMended = 2 ** 17;

/**
 * A link that could not be read: what is wrong, where, and its text, to be mended.
 *
 * @fires ReadEvent
 */
export class ConvLinkProblem extends PlaygroundElement {
  static properties = {
    text: {},
    problems: { attribute: false },
    t: { attribute: false },
  };

  constructor() {
    super();
    this.text = '';
    /** @type {import('../state/problem.js').Problem[]} */
    this.problems = [];
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
  }

  render() {
    return html`
      <section>
        <div role="alert">
          <h2>${this.t('link.problem')}</h2>
          <ul>
            ${this.problems.map((problem) => html`<li>${problemSentence(problem, this.t)}</li>`)}
          </ul>
        </div>
        ${
          this.text.length > mostMended
            ? ''
            : html`<label>
                ${this.t('link.text')}
                <textarea rows="5" spellcheck="false" .value=${this.text}></textarea>
              </label>`
        }
        <div class="actions">
          <button class="strong" @click=${this.#retry}>${this.t('again')}</button>
          <button @click=${() => this.dispatchEvent(new ReadEvent(''))}>
            ${this.t('link.fresh')}
          </button>
        </div>
      </section>
    `;
  }

  #retry() {
    const area = this.renderRoot.querySelector('textarea');
    this.dispatchEvent(new ReadEvent(area?.value ?? this.text));
  }

  static styles = [
    controls,
    css`
      section {
        padding: 24px;
        border: 1px solid var(--bad);
        border-radius: 12px;
        background: var(--card);
      }
      h2 {
        margin: 0 0 8px;
        font-size: 17px;
      }
      ul {
        margin: 0 0 16px;
        padding-inline-start: 20px;
        overflow-wrap: anywhere;
      }
      label {
        display: grid;
        gap: 6px;
        color: var(--quiet);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 12px;
      }
      /* A label may be longer than a narrow page. */
      .actions button {
        white-space: normal;
      }
    `,
  ];
}

export const defineLinkProblem = () => defined({ 'conv-link-problem': ConvLinkProblem });
