import { css, html } from 'lit';
import { PlaygroundElement } from '../../elements/element.js';
import { fetched, fetchWords, translator } from '../../i18n/index.js';
import { ignored } from '../../model/ignored.js';
import { problemSentence } from '../../model/problems.js';

/** @type {import('../../i18n/index.js').Shelf<{ words: import('../../i18n/index.js').Words }>} */
const shelf = (language) => import(`./words.${language}.js`);

/** The most notes that are shown. */
const most = 8;

/**
 * What is odd about the link, or asked for in vain.
 */
export class ConvNotes extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    language: {},
    there: { state: true },
  };

  /** What is said. @type {import('../../state/problem.js').Problem[]} */
  #notes = [];

  constructor() {
    super();
    /** @type {{ state: import('../../state/state.js').State, outcome: import('../../model/evaluate.js').Outcome,
     *   read: readonly import('../../state/problem.js').Problem[], named: Parameters<typeof ignored>[2] }} */
    this.given = /** @type {any} */ (undefined);
    /** @type {import('../../i18n/index.js').Language} */
    this.language = 'en';
    /** The language whose words are there. */
    this.there = '';
  }

  willUpdate() {
    const { state, outcome, read, named } = this.given;
    this.#notes = [...read, ...ignored(state, outcome, named)];
    const { language } = this;
    // Most links that may ask in vain do not.
    if (this.#notes.length === 0 || fetched(shelf, language)) return;
    fetchWords(shelf, language).then(
      () => (this.there = language),
      // They are asked for again with the next change.
      () => {},
    );
  }

  render() {
    const said = fetched(shelf, this.language);
    const all = said ? this.#notes : [];
    this.hidden = all.length === 0;
    const t = translator(this.language, said?.words);
    const more = all.length - most;
    return html`<div role="status">
      ${all.slice(0, most).map((note) => html`<p>${problemSentence(note, t)}</p>`)}
      ${more > 0 ? html`<p>${t('notes.more', { count: more })}</p>` : ''}
    </div>`;
  }

  static styles = css`
    p {
      margin: 0;
      padding: 8px 14px;
      border-radius: var(--radius);
      background: var(--well);
      overflow-wrap: anywhere;
    }
  `;
}
