import { html } from 'lit';
import { translator } from '../i18n/index.js';
import { failureReason } from '../model/failure.js';
import { isProblem } from '../state/problem.js';
import { readPaste } from '../state/text/read.js';

/**
 * @typedef {import('lit').ReactiveController} ReactiveController
 * @typedef {import('./intake/desk.js').Desk} Desk
 * @typedef {import('./intake/desk.js').Surroundings} Surroundings
 */

/** Whether a person writes there. @param {EventTarget} target */
const isField = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

/**
 * What comes from outside: pasted into a cell or anywhere else, dropped, opened, typed. A plain block that is
 * pasted into a cell is read here; what reads the rest (desk.js) is fetched when there is some.
 *
 * @implements {ReactiveController}
 */
export class Intake {
  /** Whether a file is held over the playground. */
  dropping = false;
  #host;
  #work;
  #given;
  /** @type {Desk | undefined} */
  #desk;
  /** @type {AbortController | undefined} */
  #listening;
  /** What came before the engine, in its order; its limits are not known until then.
   * @type {(() => unknown)[]} */
  #waiting = [];
  /** Whether that is being read. */
  #catching = false;

  /**
   * @param {import('lit').LitElement} host
   * @param {import('./work.js').Work} work
   * @param {() => Surroundings} given
   */
  constructor(host, work, given) {
    this.#host = host;
    this.#work = work;
    this.#given = given;
    host.addController(this);
  }

  hostConnected() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ act) =>
      this.#host.addEventListener(type, act, { signal });
    on('paste', (/** @type {ClipboardEvent} */ event) => {
      if (event.defaultPrevented || isField(event.composedPath()[0])) return;
      if (this.take(event.clipboardData)) event.preventDefault();
    });
    on('dragover', (/** @type {DragEvent} */ event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      this.#drop(!event.defaultPrevented);
      event.preventDefault();
    });
    on('dragleave', (/** @type {DragEvent} */ { relatedTarget }) => {
      const to = /** @type {Node | null} */ (relatedTarget);
      if (!this.#host.contains(to) && !this.#host.renderRoot.contains(to)) this.#drop(false);
    });
    on('drop', (/** @type {DragEvent} */ event) => {
      this.#drop(false);
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.#files([...event.dataTransfer.files]);
    });
  }

  hostDisconnected() {
    this.#listening?.abort();
  }

  hostUpdated() {
    if (this.#waiting.length > 0 && this.#given().engine) this.#catchUp();
  }

  /** Does what waits, one after the other. */
  async #catchUp() {
    if (this.#catching) return;
    this.#catching = true;
    try {
      for (let act; (act = this.#waiting.shift());) await act();
    } finally {
      this.#catching = false;
      this.#host.requestUpdate();
    }
  }

  /** Does something now, or as soon as the engine is there and what came before is done.
   * @param {() => unknown} act */
  #soon(act) {
    if (this.#given().engine && !this.#catching && this.#waiting.length === 0) act();
    else {
      this.#waiting.push(act);
      this.#host.requestUpdate();
    }
  }

  /** Drops what came last and still waits. @returns {boolean} whether there was any */
  takeBack() {
    const any = this.#waiting.pop() !== undefined;
    if (any) this.#host.requestUpdate();
    return any;
  }

  /** @param {boolean} dropping */
  #drop(dropping) {
    if (dropping === this.dropping) return;
    this.dropping = dropping;
    this.#host.requestUpdate();
  }

  /**
   * Reads what was pasted where no cell and no field takes it.
   * @param {DataTransfer | null} data
   * @returns {boolean} whether there is anything for it
   */
  take(data) {
    const files = [...(data?.files ?? [])];
    const text = data?.getData('text/plain') ?? '';
    // The panel takes pictures itself.
    const { panel } = this.#work.present;
    if (panel === 'image' && files.some(({ type }) => type.startsWith('image/'))) return false;
    if (files.length > 0) this.#files(files);
    else if (text.trim() === '') return false;
    else {
      const html = data?.getData('text/html');
      this.#soon(() => this.#with((desk) => desk.text(text, { html })));
    }
    return true;
  }

  /** @param {import('../elements/events.js').IntakeEvent} event */
  ask({ what, text }) {
    if (what === 'file') this.#open();
    else this.#with((desk) => (text === undefined ? desk.show({ text: '' }) : desk.text(text)));
  }

  /** Reads what was pasted into a cell. @param {import('../elements/events.js').PasteEvent} event */
  paste(event) {
    this.#soon(() => this.#paste(event));
  }

  /** @param {import('../elements/events.js').PasteEvent} event */
  #paste({ cell: { operand, offset }, text, html }) {
    const { engine, outcome, language } = this.#given();
    if (operand === 'y' || !engine) return undefined;
    const cell = { operand, offset };
    const read = readPaste(text, html);
    if (isProblem(read)) return this.#with((desk) => desk.text(text, { html, cell }));
    const t = translator(language);
    const turn = (/** @type {boolean} */ instead) =>
      this.#with((desk) => desk.turn(read.tensor, operand, instead));
    return this.#work.paste(cell, read, { engine, outcome, language, t, turn });
  }

  /** @param {File[]} files */
  #files(files) {
    this.#soon(() => this.#with((desk) => desk.files(files)));
  }

  /** Asks for files. */
  #open() {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', multiple: true });
    input.addEventListener('change', () => this.#files([...(input.files ?? [])]));
    input.click();
  }

  /** @param {(desk: Desk) => unknown} act */
  async #with(act) {
    try {
      const { Desk } = await import('./intake/desk.js');
      this.#desk ??= new Desk(this.#host, this.#work, this.#given, {
        open: () => this.#open(),
        // What is typed into its dialog.
        soon: (act) => (this.#given().engine ? act() : this.#soon(act)),
      });
      await this.#desk.ready();
    } catch (error) {
      const t = translator(this.#given().language);
      const again = { label: t('again'), act: () => this.#with(act) };
      const message = t('paste.lost', { why: failureReason(error, t) });
      this.#work.refuse({ message, actions: [again] });
      return;
    }
    await act(this.#desk);
  }

  render() {
    const t = translator(this.#given().language);
    const waits = this.#waiting.length > 0 && 'paste.waits';
    const said = this.dropping ? 'intake.drop' : waits;
    return html`${said ? html`<div class="notice" role="status">${t(said)}</div>` : ''}
    ${this.#desk?.render()}`;
  }
}
