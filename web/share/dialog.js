import { html } from 'lit';
import { copiedBy } from '../elements/clipboard.js';
import { PlaygroundElement } from '../elements/element.js';
import { icons } from '../elements/icons.js';
import { alertStyles } from '../elements/lost.js';
import { controls, tokens } from '../elements/styles.js';
import { tabAt, tabStyles } from '../elements/tabs.js';
import { fetched, translator } from '../i18n/index.js';
import { rowOf } from '../i18n/languages.js';
import { failureReason } from '../model/failure.js';
import { packLink } from '../state/link.js';
import { defaults } from '../state/state.js';
import { chosenAtFirst, shared, valuesOf } from './choices.js';
import { hashesOf } from './integrity.js';
import { Pictures } from './pictures.js';
import { classSection, embedSection, linkSection, pictureSection } from './sections.js';
import { addressesOf } from './snippets.js';
import { shareStyles } from './styles.js';
import { titleOf } from './title.js';

/**
 * @typedef {object} Shared
 * @property {import('../state/state.js').State} state
 * @property {import('../i18n/index.js').Language} language
 * @property {'light' | 'dark'} scheme
 * @property {string} panel the open one
 * @property {URL | string} home the playground's own page
 * @property {boolean} copied whether the link is on the clipboard already
 * @property {object} [pictured] the properties of `<conv-export>`; undefined where pictures are left out
 */

/** The words of the dialog.
 * @type {import('../i18n/index.js').Shelf<{ words: import('../i18n/index.js').Words }>} */
export const shareWords = (language) => import(`./words.${language}.js`);

/** The sections by name, in the order of their tabs. */
const sections = {
  link: linkSection,
  class: classSection,
  embed: embedSection,
  picture: pictureSection,
};

/** @typedef {keyof typeof sections} Section */

/** Ways to hand on what is shown: as a link, for a class, in a page or a notebook, as a picture. */
export class ConvShare extends PlaygroundElement {
  static properties = {
    given: { attribute: false },
    section: { state: true },
    choices: { state: true },
    links: { state: true },
    form: { state: true },
    follows: { state: true },
    hashes: { state: true },
    height: { state: true },
    notice: { state: true },
  };

  constructor() {
    super();
    /** What is shared, as it was when the dialog was asked for.
     * @type {Shared} */
    this.given = /** @type {any} */ ({ state: defaults, language: '', home: '' });
    /** @type {Section} */
    this.section = 'link';
    this.choices = chosenAtFirst(defaults);
    /** The link in its two forms; what is chosen is on its way until then. */
    this.links = { plain: '', packed: '' };
    /** @type {import('./sections.js').Form} */
    this.form = 'frame';
    this.follows = false;
    /** Of the scripts that the element is held to, by their addresses; undefined where it is held to none.
     * @type {import('./integrity.js').Hashes | undefined} */
    this.hashes = undefined;
    /** Of the preview, in pixels; 0 until it is measured. */
    this.height = 0;
    /** What is said of the clipboard. */
    this.notice = '';
  }

  #pictures = new Pictures(this);

  /** Opens the dialog; what had the focus gets it back when it is closed. */
  async show() {
    const { state, copied } = this.given;
    this.choices = chosenAtFirst(state);
    await this.#write();
    await this.updateComplete;
    const { t } = this;
    const dialog = /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
    dialog.showModal();
    this.#area('url')?.focus();
    // Said once it is there: what is there from the start is not read out.
    this.notice = t(copied ? 'share.copied' : 'share.select');
  }

  /** A link that is followed meanwhile is not what the dialog is about. */
  #left = () => this.#close();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#left);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#left);
  }

  get t() {
    const { language } = this.given;
    return translator(language, fetched(shareWords, language)?.words);
  }

  get #values() {
    return valuesOf(this.given.state, this.given);
  }

  /** Counts links, so that a slow one does not overtake a later one. */
  #writing = 0;

  async #write() {
    const own = ++this.#writing;
    const state = shared(this.given.state, this.#values, this.choices);
    const [plain, packed] = [
      await packLink(state, { pack: false, sum: true }),
      await packLink(state, { sum: true }),
    ];
    if (own === this.#writing) this.links = { plain, packed };
  }

  /** @param {Partial<import('./choices.js').Choices>} some */
  #choose(some) {
    this.choices = { ...this.choices, ...some };
    this.#write();
  }

  /** Holds the element to the scripts that are there now, or to none. @param {boolean} on */
  async #hold(on) {
    this.hashes = undefined;
    this.notice = '';
    if (!on) return;
    const { t } = this;
    try {
      this.hashes = await hashesOf(this.given.home || document.baseURI);
    } catch (error) {
      this.requestUpdate(); // the tick is not taken
      this.notice = t('share.held.failed', { why: failureReason(error, t) });
    }
  }

  /** @param {string} name @returns {HTMLTextAreaElement | null} */
  #area(name) {
    return this.renderRoot.querySelector(`textarea#${name}`);
  }

  /**
   * Copies the text of a field; where that is refused, it is left selected.
   * @param {string} name
   * @param {string} label
   */
  async #copy(name, label) {
    const area = this.#area(name);
    if (!area) return;
    this.notice = '';
    const done = await copiedBy(() => navigator.clipboard.writeText(area.value));
    if (!done) area.focus();
    area.select();
    // The older way, which works in frames that the newer one is denied to.
    const copied = done || document.execCommand?.('copy');
    this.notice = copied ? this.t('share.done', { what: label }) : this.t('share.select');
  }

  render() {
    const { t, section, given } = this;
    const link = this.choices.pack ? this.links.packed : this.links.plain;
    return html`<dialog
      lang=${given.language ? rowOf(given.language).tag : ''}
      aria-labelledby="title"
      @close=${() => this.remove()}
      @playground-notice=${(/** @type {import('../elements/events.js').NoticeEvent} */ event) =>
        (this.notice = event.message)}
      @click=${this.#click}
    >
      <div class="inside">
        <div class="head">
          <h2 id="title">${t('share.title')}</h2>
          <div role="status">${this.notice}</div>
          <button
            class="plain"
            aria-label=${t('share.close')}
            title=${t('share.close')}
            @click=${this.#close}
          >
            ${icons.close}
          </button>
        </div>
        <div role="tablist" aria-label=${t('share.sections')} @keydown=${this.#keyDown}>
          ${this.#names.map(
            (name) =>
              html`<button
                role="tab"
                id="tab-${name}"
                aria-controls="section"
                aria-selected=${name === section}
                tabindex=${name === section ? 0 : -1}
                @click=${() => (this.section = name)}
              >
                ${t(`share.section.${name}`)}
              </button>`,
          )}
        </div>
        <div role="tabpanel" id="section" aria-labelledby="tab-${section}">
          ${sections[section]({
            values: this.#values,
            choices: this.choices,
            choose: (some) => this.#choose(some),
            to: addressesOf(given.home || document.baseURI, link, {
              single: 'single' in document.documentElement.dataset,
            }),
            title: titleOf(given.state, t),
            lengths: { plain: this.links.plain.length, packed: this.links.packed.length },
            height: this.height,
            measured: (height) => (this.height = height),
            form: this.form,
            setForm: (form) => (this.form = form),
            follows: this.follows,
            setFollows: (follows) => (this.follows = follows),
            hashes: this.hashes,
            hold: (on) => this.#hold(on),
            pictures: () => this.#pictures.render(t),
            copy: (name, label) => this.#copy(name, label),
            t,
          })}
        </div>
      </div>
    </dialog>`;
  }

  get #names() {
    const all = /** @type {Section[]} */ (Object.keys(sections));
    return all.filter((name) => name !== 'picture' || this.given.pictured);
  }

  #close() {
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** A click beside the dialog closes it. @param {MouseEvent} event */
  #click(event) {
    if (event.composedPath()[0] === this.renderRoot.querySelector('dialog')) this.#close();
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const section = tabAt(event.key, this.#names, this.section);
    if (section === undefined) return;
    event.preventDefault();
    this.section = section;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#tab-${this.section}`)).focus();
  }

  static styles = [tokens, controls, tabStyles, alertStyles, shareStyles];
}
