import { css, html } from 'lit';
import { PlaygroundElement } from '../elements/element.js';
import { segments } from '../elements/segments.js';
import { operationOf } from '../model/asked.js';
import { layerFault } from '../model/evaluate.js';
import { allowed, sizeLocked } from '../state/lock.js';
import { differsByAxis, perAxis, perSide, withAxesTied } from '../model/settings.js';
import {
  channels,
  defaults,
  withBias,
  withChannelsIn,
  withChannelsOut,
  withGroups,
  withInputSize,
  withKernelSize,
  withOperation,
  withSetting,
} from '../state/state.js';
import { DraftEvent, UpdateEvent } from '../elements/events.js';
import { icons } from '../elements/icons.js';
import { layerProperty } from '../elements/layer-property.js';
import { controls } from '../elements/styles.js';

/**
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../state/state.js').Setting} Setting
 * @typedef {import('../elements/number-field.js').NumbersEvent} NumbersEvent
 */

/**
 * The operation and its settings: a field for each, tied over both axes or one by one.
 *
 * @fires UpdateEvent @fires DraftEvent
 */
export class ConvSettings extends PlaygroundElement {
  static properties = {
    // Lessons may share a layer, and open as their links say.
    state: {
      ...layerProperty,
      hasChanged: (/** @type {State} */ state, /** @type {State | undefined} */ before) =>
        state.lesson !== before?.lesson || layerProperty.hasChanged(state, before),
    },
    fault: { attribute: false },
    drafts: { attribute: false },
    engine: { attribute: false },
    lock: { attribute: false },
    tight: { type: Boolean },
    t: { attribute: false },
    byAxis: { state: true },
    bySide: { state: true },
    more: { type: Boolean, reflect: true },
  };

  constructor() {
    super();
    /** @type {State} */
    this.state = defaults;
    /** @type {import('../engine/engine.d.ts').FaultReport | undefined} */
    this.fault = undefined;
    /** @type {ReadonlyMap<string, import('../model/drafts.js').Draft>} */
    this.drafts = new Map();
    /** @type {import('../engine/engine.d.ts').Engine | undefined} */
    this.engine = undefined;
    /** @type {readonly string[]} */
    this.lock = [];
    /** Whether it stands beside a lesson, where the page is wide. */
    this.tight = false;
    /** @type {import('../i18n/index.js').Translate} */
    this.t = (key) => key;
    /** Whether the axes are set one by one, wanted by the reader or needed by the state. */
    this.byAxis = false;
    this.bySide = false;
    this.more = false;
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (!changed.has('state')) return;
    const { padding, groups, bias, x, k, lesson } = this.state;
    // A lesson opens as its own link says, whatever was open before.
    if (lesson !== undefined && lesson !== changed.get('state')?.lesson) {
      this.byAxis = this.bySide = this.more = false;
    }
    this.byAxis ||= differsByAxis(this.state);
    this.bySide ||= padding.length === 4;
    const several = x.shape[1] > 1 || k.shape[0] * k.shape[1] > 1;
    this.more ||= this.bySide || groups !== 1 || bias !== undefined || several;
  }

  render() {
    return html`
      <div class="row">
        ${this.#operation()} ${this.#inputSize()} ${this.#kernelSize()} ${this.#setting('stride')}
        ${this.bySide ? '' : this.#setting('padding')} ${this.#setting('outputPadding')}
        ${this.#setting('dilation')}
        <button
          class="more"
          aria-expanded=${this.more}
          aria-controls="more"
          @click=${() => (this.more = !this.more)}
        >
          <span class="label">${this.t('settings.more')}</span>
          ${this.more ? icons.chevronUp : icons.chevronDown}
        </button>
      </div>
      <div class="row" id="more" ?hidden=${!this.more}>
        ${this.#channels('in', withChannelsIn)} ${this.#channels('out', withChannelsOut)}
        ${this.#groups()} ${this.bySide ? this.#sides() : ''} ${this.#switches()}
      </div>
    `;
  }

  #operation() {
    const all = /** @type {const} */ (['conv', 'tconv']).map((op) => ({
      name: op,
      label: operationOf({ op }),
    }));
    const { state } = this;
    const other = state.op === 'conv' ? 'tconv' : 'conv';
    const locked = this.#locked(() => withOperation(state, other));
    const name = this.t('operation');
    return html`<div class="operation" title=${locked ? this.t('locked.why') : ''}>
      ${segments(
        locked ? this.t('locked.part', { name }) : name,
        all,
        state.op,
        (op) => this.#update((now) => withOperation(now, op)),
        { disabled: locked },
      )}${locked ? icons.lock : ''}
    </div>`;
  }

  /** Whether locks forbid all of these states, which are made where there is a lock. @param {...() => State} next */
  #locked(...next) {
    const { lock, state } = this;
    return lock.some((part) => part !== '') && next.every((make) => !allowed(lock, state, make()));
  }

  #inputSize() {
    const { shape } = this.state.x;
    return this.#size('inputSize', 'x', shape, withInputSize);
  }

  #kernelSize() {
    const { shape } = this.state.k;
    return this.#size('kernelSize', 'k', shape, withKernelSize);
  }

  /**
   * @param {'inputSize' | 'kernelSize'} name
   * @param {'x' | 'k'} operand
   * @param {number[]} shape
   * @param {(state: State, height: number, width: number) => State} withSize
   */
  #size(name, operand, shape, withSize) {
    const set = (/** @type {NumbersEvent} */ event) => {
      const [height, width = height] = event.value;
      const text = event.value.join(' × ');
      this.#resize(name, text, operand, [shape[0], shape[1], height, width], (state) =>
        withSize(state, height, width),
      );
    };
    return this.#field(name, shape.slice(2), {
      set,
      parts: this.byAxis ? this.#axisNames() : [],
      minimum: 1,
      invalid: this.fault?.field === operand && this.fault.axis !== undefined,
      locked: sizeLocked(this.lock, operand),
    });
  }

  /** @param {Setting} name */
  #setting(name) {
    const list = this.state[name];
    const byAxis = this.byAxis && list.length <= 2;
    return this.#field(name, byAxis ? perAxis(list) : list, {
      set: ({ value }) => this.#set(name, value),
      parts: byAxis ? this.#axisNames() : [],
      minimum: this.engine?.limits.minimum[name],
      invalid: this.fault?.field === name,
      locked: this.lock.includes('settings'),
      unused: name === 'outputPadding' && this.state.op === 'conv',
    });
  }

  /**
   * Sets a list that a link can hold; of another length it stays in its field, with why.
   * @param {Setting} name
   * @param {number[]} list
   */
  #set(name, list) {
    // By itself: something else may be wrong as well.
    const fault = this.engine && layerFault(this.engine, withSetting(defaults, name, list));
    if (fault?.field === name && ['pair', 'sides'].includes(fault.code)) {
      this.dispatchEvent(new DraftEvent(name, { text: list.join(' × '), fault }));
    } else this.#update((state) => withSetting(state, name, list));
  }

  #sides() {
    return this.#field('padding', perSide(this.state.padding), {
      set: ({ value }) => this.#update((state) => withSetting(state, 'padding', value)),
      parts: ['top', 'bottom', 'left', 'right'].map((side) => this.t(`side.${side}`)),
      minimum: this.engine?.limits.minimum.padding,
      invalid: this.fault?.field === 'padding',
      locked: this.lock.includes('settings'),
    });
  }

  #groups() {
    return this.#field('groups', [this.state.groups], {
      set: ({ value }) => this.#update((state) => withGroups(state, value[0])),
      minimum: this.engine?.limits.minimum.groups,
      invalid: this.fault?.field === 'groups',
      locked: this.#locked(
        ...[1, this.state.groups + 1].map((groups) => () => withGroups(this.state, groups)),
      ),
    });
  }

  /**
   * @param {'in' | 'out'} side
   * @param {(state: State, count: number) => State} withChannels
   */
  #channels(side, withChannels) {
    const { input, output } = channels(this.state);
    const name = side === 'in' ? 'channelsIn' : 'channelsOut';
    const operand = side === 'in' ? 'x' : 'k';
    return this.#field(name, [side === 'in' ? input : output], {
      set: ({ value: [count] }) => {
        const { shape } = this.state[operand];
        const asked = shape.with(side === 'in' ? 1 : 0, count);
        this.#resize(name, String(count), operand, asked, (state) => withChannels(state, count));
      },
      minimum: 1,
      invalid: this.fault?.field === operand && this.fault.axis === undefined,
      locked: this.#locked(() => withChannels(this.state, (side === 'in' ? input : output) + 1)),
    });
  }

  /**
   * @param {string} name
   * @param {number[]} value
   * @param {object} options
   * @param {(event: NumbersEvent) => void} options.set
   * @param {string[]} [options.parts]
   * @param {number} [options.minimum]
   * @param {boolean} [options.invalid]
   * @param {boolean} [options.locked]
   * @param {boolean} [options.unused] the operation does not read it
   */
  #field(
    name,
    value,
    { set, parts = [], minimum = 0, invalid = false, locked = false, unused = false },
  ) {
    return html`<conv-number-field
      name=${name}
      label=${this.t(`field.${name}`)}
      title=${locked ? this.t('locked.why') : unused ? this.t('field.unused') : ''}
      .value=${value}
      .parts=${parts}
      .minimum=${minimum}
      .drafts=${this.drafts}
      ?invalid=${invalid}
      ?disabled=${unused}
      ?locked=${locked}
      .t=${this.t}
      @numbers=${set}
    ></conv-number-field>`;
  }

  #switches() {
    const settings = this.lock.includes('settings');
    const toggle = (
      /** @type {string} */ name,
      /** @type {boolean} */ on,
      /** @type {(on: boolean) => void} */ set,
      locked = settings,
    ) =>
      html`<label class="switch" title=${locked ? this.t('locked.why') : ''}>
        <input
          type="checkbox"
          .checked=${on}
          ?disabled=${locked}
          @change=${(/** @type {any} */ event) => set(event.target.checked)}
        />
        ${this.t(name)}
        ${locked ? html`${icons.lock}<span class="hidden">${this.t('locked')}</span>` : ''}
      </label>`;
    return html`<div class="switches">
      ${toggle(
        'settings.bias',
        this.state.bias !== undefined,
        (on) => this.#update((state) => withBias(state, on)),
        this.lock.includes('bias'),
      )}
      ${toggle('settings.byAxis', this.byAxis, (on) => this.#setByAxis(on))}
      ${toggle('settings.bySide', this.bySide, (on) => this.#setBySide(on))}
    </div>`;
  }

  #axisNames() {
    return [this.t('axis.height'), this.t('axis.width')];
  }

  /** Tying the axes again gives both the height's numbers. */
  #setByAxis(/** @type {boolean} */ on) {
    this.byAxis = on;
    if (on || !differsByAxis(this.state)) return;
    this.#update(withAxesTied);
  }

  /** Tying the sides again gives both sides of an axis the first one's. */
  #setBySide(/** @type {boolean} */ on) {
    this.bySide = on;
    const { padding } = this.state;
    if (on || padding.length < 4) return;
    const [top, , left] = padding;
    this.#update((state) => withSetting(state, 'padding', top === left ? [top] : [top, left]));
  }

  /**
   * Makes a tensor of another size, or keeps what was typed and says why there can be none.
   * @param {string} name
   * @param {string} text
   * @param {'x' | 'k'} operand
   * @param {number[]} shape
   * @param {(state: State) => State} update
   */
  #resize(name, text, operand, shape, update) {
    const literal = 'data' in this.state[operand];
    const fault = literal
      ? this.engine?.editingFault(operand, shape)
      : this.engine?.shapeFault(operand, shape);
    if (fault) this.dispatchEvent(new DraftEvent(name, { text, fault }));
    else this.#update(update);
  }

  /** @param {(state: State) => State} update */
  #update(update) {
    this.dispatchEvent(new UpdateEvent(update));
  }

  static styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        /* All in a line on a page of full width, in every language. */
        gap: 12px;
      }
      .row[hidden] {
        display: none;
      }
      #more {
        margin-top: 14px;
      }
      .more {
        color: var(--quiet);
        padding: 4px 8px;
        gap: 2px;
      }
      .operation {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .operation > svg.lucide,
      .switch svg.lucide {
        width: 12px;
        height: 12px;
        color: var(--quiet);
      }
      .switches {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 18px;
        min-height: 32px;
        align-items: center;
      }
      .switch {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: 24px;
        cursor: pointer;
      }
      .switch input {
        width: 16px;
        height: 16px;
        accent-color: var(--strong);
      }
      @container (min-width: 1100px) {
        /* All in a line with sizes of two digits too. */
        .row {
          gap: 8px;
          --step: 5px;
        }
        /* As low as it can be, for the stage. */
        #more {
          align-items: center;
          gap: 6px 14px;
          margin-top: 8px;
          --field: flex;
          --label: left;
          --below-label: 0;
        }
        /* All in a line beside a lesson too. */
        :host([tight]) .row {
          gap: 6px;
        }
        :host([tight]) .operation .segments {
          flex-direction: column;
          padding: 2px;
        }
        :host([tight]) .operation button {
          min-height: 26px;
          padding: 0 6px;
          font-size: 14px;
        }
        :host([tight]) .more {
          font-size: 12px;
          line-height: 1.2;
          padding: 2px 6px;
          text-align: start;
          max-width: 84px;
          white-space: normal;
          word-break: keep-all;
        }
      }
      @container (max-width: 600px) {
        /* Three to a line, so that the stage begins in the first screen. */
        .row {
          display: grid;
          grid-template-columns: repeat(3, minmax(0, 1fr));
          gap: 8px;
        }
        .operation {
          grid-row: 1;
          grid-column: 1 / -1;
          margin-inline-end: 48px;
        }
        .segments {
          flex: 1;
        }
        .segments button {
          flex: 1;
          padding-inline: 4px;
        }
        .more {
          grid-row: 1;
          grid-column: 3;
          justify-self: end;
          width: 40px;
        }
        .more .label {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .switches {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
}
