import { html } from 'lit';
import { ViewEvent } from '../../elements/events.js';
import { fetched, fetchWords, translator } from '../../i18n/index.js';
import { failureReason } from '../../model/failure.js';
import { silence } from '../notice.js';
import { answerOf } from './answer.js';
import './dialog.js';

/**
 * @typedef {import('./answer.js').Answer} Answer
 * @typedef {import('./answer.js').Asking} Asking
 * @typedef {import('./answer.js').Place} Place
 * @typedef {{ html?: string, cell?: Place }} From what else came with a text, and where it was pasted
 *
 * @typedef {object} Surroundings
 * @property {import('../../engine/engine.d.ts').Engine | undefined} engine
 * @property {import('../../model/evaluate.js').Outcome | undefined} outcome of the present state
 * @property {readonly string[]} lock
 * @property {import('../../i18n/index.js').Language} language
 */

/** @type {import('../../i18n/index.js').Shelf<{ words: import('../../i18n/index.js').Words }>} */
const shelf = (language) => import(`./words.${language}.js`);

/** @param {File} file */
const isPicture = ({ type }) => type.startsWith('image/');

/** Reads texts and files, puts what they mean in its place, and asks where that is not clear. */
export class Desk {
  #host;
  #work;
  #given;
  #open;
  #soon;
  /** @type {Asking | undefined} */
  #asking;
  /** Counts readings, so that a slow one does not overtake a later one. */
  #reading = 0;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('../work.js').Work} work
   * @param {() => Surroundings} given
   * @param {object} how
   * @param {() => void} how.open asks for a file
   * @param {(act: () => unknown) => unknown} how.soon does something once there is an engine
   */
  constructor(host, work, given, { open, soon }) {
    this.#host = host;
    this.#work = work;
    this.#given = given;
    this.#open = open;
    this.#soon = soon;
  }

  /** Waits for the words. */
  ready() {
    return fetchWords(shelf, this.#given().language);
  }

  get #t() {
    const { language } = this.#given();
    return translator(language, fetched(shelf, language)?.words);
  }

  /** @param {string} text @param {From} [from] */
  text(text, from = {}) {
    return this.#read(text, from, async () => {
      const { answerTo } = await import('./text.js');
      return answerTo(text, from, this.#circumstances());
    });
  }

  /** @param {File[]} files */
  files(files) {
    if (files.length === 0) return undefined;
    if (files.every(isPicture)) return this.#picture();
    return this.#read('', {}, async () => {
      const { answerTo } = await import('./file.js');
      return answerTo(files, () => this.#circumstances());
    });
  }

  /**
   * Reads what was pasted with its channels last.
   * @param {import('../../state/tensor.js').Literal} tensor
   * @param {'x' | 'k' | 'b'} operand
   * @param {boolean} instead of what was put last
   */
  turn(tensor, operand, instead) {
    const part = { ...tensor, role: operand, name: '', last: true };
    const given = this.#circumstances();
    const { present, past } = this.#work.history;
    const before = instead ? (past[past.length - 1] ?? present) : present;
    const answer = answerOf({ parts: [part], notes: [] }, { ...given, present: before });
    if ('next' in answer) this.#put(answer, instead);
    else this.#take(answer, '', { operand, offset: 0 });
  }

  /** Opens the dialog, or closes it. @param {Asking} [asking] */
  show(asking) {
    this.#asking = asking;
    this.#host.requestUpdate();
  }

  /** What an answer depends on, at the moment. */
  #circumstances() {
    const { engine, ...given } = this.#given();
    if (!engine) throw new Error('There is no engine yet');
    return { ...given, engine, present: this.#work.present, t: this.#t };
  }

  /**
   * @param {string} text
   * @param {From} from
   * @param {() => Promise<Answer>} answered
   */
  #read(text, from, answered) {
    return this.#soon(() => this.#readNow(text, from, answered));
  }

  /**
   * @param {string} text
   * @param {From} from
   * @param {() => Promise<Answer>} answered
   */
  async #readNow(text, from, answered) {
    const reading = ++this.#reading;
    /** @type {Answer} */
    let answer;
    try {
      answer = await answered();
    } catch (error) {
      const t = this.#t;
      const again = { label: t('again'), act: () => this.#read(text, from, answered) };
      const message = t('paste.lost', { why: failureReason(error, t) });
      this.#work.refuse({ message, actions: [again] });
      return;
    }
    if (reading === this.#reading) this.#take(answer, text, from.cell);
  }

  /**
   * @param {Answer} answer
   * @param {string} text that it was read from
   * @param {Place} [cell] that it was pasted into
   */
  #take(answer, text, cell) {
    if ('next' in answer) {
      this.show();
      this.#put(answer);
    } else if ('items' in answer) this.show({ text, choice: answer });
    else if (cell) this.#refuse(answer, text);
    else this.show({ text, ...answer });
  }

  /** Says in the page why nothing was pasted into a cell, with the text at hand.
   * @param {Extract<Answer, { why: string }>} answer @param {string} text */
  #refuse(answer, text) {
    const t = this.#t;
    const { why, offers } = answer;
    const actions = [
      ...offers.map((offer) => ({ label: offer.label, act: () => this.#put(offer) })),
      { label: t('paste.edit'), act: () => this.show({ text, ...answer }) },
    ];
    this.#work.refuse({ message: t('paste.refused', { why }), actions });
  }

  /** @param {import('./answer.js').Put} put @param {boolean} [instead] of what was put last */
  #put({ next, said, details = [], offers = [] }, instead) {
    const back = { label: this.#t('paste.back'), act: () => this.#work.undo() };
    const buttons = offers.map((offer) => ({
      label: offer.label,
      act: () => this.#put(offer, offer.instead),
    }));
    this.#work.put(next, { ...silence, text: said, details, offers: [...buttons, back] }, instead);
  }

  #picture() {
    const t = this.#t;
    const act = () => {
      const show = new ViewEvent((state) => ({ ...state, panel: 'image' }));
      this.#host.renderRoot.firstElementChild?.dispatchEvent(show);
      this.#work.say('');
    };
    this.#work.say(t('paste.picture'), { offers: [{ label: t('paste.panel'), act }] });
  }

  render() {
    return html`<conv-intake
      .asking=${this.#asking}
      .t=${this.#t}
      @read=${(/** @type {import('../events.js').ReadEvent} */ { text }) => this.text(text)}
      @file=${() => this.#open()}
      @take=${(/** @type {import('./dialog.js').TakeEvent} */ { answer }) =>
        this.#take(answer, this.#asking?.text ?? '')}
      @close=${() => this.show()}
    ></conv-intake>`;
  }
}
