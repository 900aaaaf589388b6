import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { segments } from '../elements/segments.js';
import { ViewEvent } from '../elements/events.js';
import { icons } from '../elements/icons.js';
import { intoSight } from '../elements/into-sight.js';
import { controls } from '../elements/styles.js';
import { modeOf } from '../model/steps.js';

/**
 * @typedef {import('../model/steps.js').Mode} Mode
 * @typedef {import('../state/state.js').State} State
 */

/** A speed that a person chose, as a multiple of the pace. */
export class SpeedEvent extends Event {
  /** @param {number} speed */
  constructor(speed) {
    super('speed');
    this.speed = speed;
  }
}

/** Steps in a second at speed 1. */
export const pace = 1.5;
/** @type {Mode[]} */
const modes = ['scatter', 'gather', 'both'];
/** The same when it plays by itself, and how long the whole is looked at before, in ms. */
const slowly = 0.9;
const ahead = 1200;
const speeds = [0.5, 1, 2, 4, 8];

/**
 * Play, pause, step both ways, scrub: the slider has the keyboard's arrows, Home and End, and Space
 * plays. It pauses where neither it nor the stage can be seen.
 *
 * @fires ViewEvent
 * @fires SpeedEvent
 */
export class ConvPlayer extends PlaygroundElement {
  static properties = {
    step: { type: Number },
    count: { type: Number },
    mode: {},
    auto: { type: Boolean },
    awaiting: { type: Boolean },
    t: { attribute: false },
    playing: { state: true },
    speed: { type: Number },
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  #seen = true;
  /** Ends what plays by itself. @type {AbortController | undefined} */
  #once;

  constructor() {
    super();
    /** The step that is shown; none before the first.
     * @type {number | undefined} */
    this.step = undefined;
    /** How many steps there are: none while there is no output. */
    this.count = 1;
    /** @type {Mode} */
    this.mode = 'scatter';
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    this.playing = false;
    this.speed = 1;
    /** Whether it plays by itself, once, until a person does something. */
    this.auto = false;
    /** Whether it is not known yet how many steps there are. */
    this.awaiting = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const inSight = new Set();
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inSight.add(target);
        else inSight.delete(target);
      }
      this.#seen = inSight.size > 0;
      if (!this.#seen) this.#pause();
    });
    // Itself, and the stage before it that it plays on.
    for (const part of [this, this.previousElementSibling]) if (part) this.#observer.observe(part);
    document.addEventListener('visibilitychange', this.#hide);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    document.removeEventListener('visibilitychange', this.#hide);
    this.#pause();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (this.count === 0) this.#stop();
    if (changed.has('auto') && this.auto) this.#playOnce();
  }

  /** Plays by itself, slowly, until the end or until a person does something; then all of Y is there. */
  #playOnce() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#once = new AbortController();
    const { signal } = this.#once;
    const page = this.ownerDocument;
    for (const act of ['pointerdown', 'keydown', 'focusin', 'input']) {
      page.addEventListener(act, () => this.#endOnce(), { capture: true, signal });
    }
    this.#timer = setTimeout(() => {
      if (!this.#seen || document.hidden) {
        this.#endOnce();
        return;
      }
      this.playing = true;
      this.#show(0, true);
      this.#schedule();
    }, ahead);
  }

  #endOnce() {
    if (!this.#once) return;
    this.#once.abort();
    this.#once = undefined;
    clearTimeout(this.#timer);
    this.playing = false;
    this.dispatchEvent(new ViewEvent((state) => ({ ...state, step: undefined }), true));
  }

  #hide = () => {
    if (document.hidden) this.#pause();
  };

  get #at() {
    return this.step === undefined ? -1 : Math.min(this.step, this.count - 1);
  }

  render() {
    const { t } = this;
    const at = this.#at;
    const last = this.count - 1;
    const none = this.count === 0;
    return html`<div
      class="player"
      role="group"
      aria-label=${t('player')}
      @keydown=${this.#keyDown}
    >
      ${this.#button('player.start', icons.skipBack, at <= 0, () => this.#go(0))}
      ${this.#button('player.back', icons.stepBack, at <= 0, () => this.#go(at - 1))}
      <button
        class="strong"
        ?disabled=${none}
        aria-label=${t(this.playing ? 'player.pause' : 'player.play')}
        title=${t(this.playing ? 'player.pause' : 'player.play')}
        @click=${this.#toggle}
      >
        ${this.playing ? icons.pause : icons.play}
      </button>
      ${this.#button('player.forward', icons.stepForward, at >= last, () => this.#go(at + 1))}
      ${this.#button('player.end', icons.skipForward, at >= last, () => this.#go(last))}
      <input
        type="range"
        ?disabled=${none}
        min="0"
        max=${Math.max(0, last)}
        aria-label=${t('player.step')}
        aria-valuetext=${this.awaiting ? '' : this.#said(at)}
        .value=${String(Math.max(0, at))}
        @input=${(/** @type {any} */ event) => this.#go(Number(event.target.value))}
      />
      <span class=${this.awaiting ? 'at awaited' : 'at'}>${this.#said(at)}</span>
      <select
        aria-label=${t('player.speed')}
        @change=${(/** @type {any} */ event) =>
          this.dispatchEvent(new SpeedEvent(Number(event.target.value)))}
      >
        ${speeds.map(
          (speed) =>
            html`<option value=${speed} ?selected=${speed === this.speed}>${speed}×</option>`,
        )}
      </select>
      ${segments(
        t('player.mode'),
        modes.map((name) => ({
          name,
          label: t(`mode.${name}`),
          title: t(`mode.${name}.what`),
        })),
        this.mode,
        (mode) => this.#setMode(mode),
      )}
    </div>`;
  }

  #said(/** @type {number} */ at) {
    // Unseen, for its width.
    if (this.awaiting) return this.t('player.steps', { count: 4 });
    if (this.count === 0) return this.t('stage.nothing');
    return this.t(at < 0 ? 'player.steps' : 'player.at', { step: at + 1, count: this.count });
  }

  /**
   * @param {string} key
   * @param {unknown} icon
   * @param {boolean} disabled
   * @param {() => void} act
   */
  #button(key, icon, disabled, act) {
    const label = this.t(key);
    return html`<button aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>
      ${icon}
    </button>`;
  }

  /** @param {Mode} mode */
  #setMode(mode) {
    this.#pause();
    this.dispatchEvent(new ViewEvent((state) => ({ ...state, mode, step: undefined })));
  }

  /** @param {number} step */
  #go(step) {
    this.#pause();
    this.#show(step, false);
    this.#bring();
  }

  /**
   * @param {number} step
   * @param {boolean} passing
   */
  #show(step, passing) {
    const shown = Math.max(0, Math.min(step, this.count - 1));
    const { mode } = this;
    // The mode is said with the step: without it, a step is one of stamps.
    const shift = (/** @type {State} */ state) =>
      modeOf({ ...state, step: shown }) === mode
        ? { ...state, step: shown }
        : { ...state, mode, step: shown };
    this.dispatchEvent(new ViewEvent(shift, passing));
  }

  #toggle() {
    if (this.playing) {
      this.#pause();
      return;
    }
    this.playing = true;
    this.#show(this.#at >= this.count - 1 ? 0 : this.#at + 1, false);
    this.#schedule();
    this.#bring();
  }

  /** A person who asks for a step is to see it: the stage stands before the player. */
  #bring() {
    const section = this.previousElementSibling;
    if (section) intoSight(section);
  }

  #schedule() {
    this.#timer = setTimeout(
      () => {
        const at = this.#at;
        if (at >= this.count - 1) {
          this.#pause();
          return;
        }
        this.#show(at + 1, true);
        this.#schedule();
      },
      1000 / (this.#once ? slowly : pace * this.speed),
    );
  }

  /** Stops where it is, without a word. */
  #stop() {
    clearTimeout(this.#timer);
    this.#once?.abort();
    this.#once = undefined;
    this.playing = false;
  }

  #pause() {
    if (this.#once) return this.#endOnce();
    if (!this.playing) return;
    this.#stop();
    this.#show(this.#at, false);
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key !== ' ' || target.localName !== 'input') return;
    event.preventDefault();
    this.#toggle();
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .player {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px;
      }
      button:not(.segments button) {
        padding: 4px 8px;
      }
      input {
        flex: 1 1 160px;
        min-width: 0;
        height: 32px;
        accent-color: var(--strong);
      }
      .at {
        color: var(--quiet);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .awaited {
        visibility: hidden;
      }
      select {
        min-height: 32px;
        padding: 2px 6px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--card);
      }
    `,
  ];
}
