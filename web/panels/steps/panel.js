import { css, html } from 'lit';
import { defined } from '../../elements/defined.js';
import { WidthController } from '../../elements/width.js';
import { cellsAt, modeOf, stepCount } from '../../model/steps.js';
import { PanelElement } from '../panel-element.js';
import { ConvScatter } from './scatter.js';

/** From this width on, the two readings stand beside each other. */
const besideFrom = 900;
const gap = 48;

/**
 * The other reading, whose element comes when it is asked for.
 * @param {import('./part.js').LayerView} given
 * @param {number} present
 * @param {number} room in pixels
 */
function gather(given, present, room) {
  import('./gather.js').then(({ defineGather }) => defineGather(), ignored);
  return html`<conv-gather .layer=${given} .present=${present} .room=${room}></conv-gather>`;
}

/**
 * An output channel as a sum. Most layers that are looked at have one channel: its element comes with the
 * first that has several.
 * @param {import('./part.js').LayerView} given
 * @param {number} present
 */
function channelSum(given, present) {
  import('./channel-sum.js').then(({ defineChannelSum }) => defineChannelSum(), ignored);
  return html`<conv-channel-sum .layer=${given} .present=${present}></conv-channel-sum>`;
}

/** What did not come is asked for again with the next step. */
const ignored = () => {};

/** The player's steps, drawn: the stamps and their sum, the sliding window, or both in lock-step. */
export class StepsPanel extends PanelElement {
  #place = new WidthController(this);

  render() {
    const { width } = this.#place;
    if (width === 0) return '';
    const { x, y, large } = this.outcome;
    if (large) return html`<p class="quiet">${this.t('player.large')}</p>`;
    const mode = modeOf(this.state);
    const count = stepCount(mode, { x, y });
    // Without a step, the last: all is there.
    const at = cellsAt(mode, this.state.step ?? count - 1, { x, y });
    const both = mode === 'both';
    const room = both && width >= besideFrom ? (width - gap) / 2 : width;
    const given = {
      state: this.state,
      outcome: this.outcome,
      engine: this.engine,
      light: this.light,
      channel: this.channel,
      t: this.t,
    };
    return html`<div class=${both && width >= besideFrom ? 'both' : 'one'}>
      ${
        mode === 'gather'
          ? ''
          : html`<conv-scatter
              .layer=${given}
              .present=${at.x}
              .room=${room}
              ?brief=${both}
            ></conv-scatter>`
      }
      ${mode === 'scatter' ? '' : gather(given, at.y, room)}
      ${x.shape[1] === this.state.groups ? '' : channelSum(given, at.y)}
    </div>`;
  }

  static styles = css`
    :host {
      display: block;
    }
    .both,
    .one {
      display: grid;
      gap: 28px 48px;
    }
    conv-channel-sum {
      grid-column: 1 / -1;
      min-width: 0;
    }
    .one {
      grid-template-columns: minmax(0, 1fr);
    }
    .both {
      grid-template-columns: 1fr 1fr;
    }
  `;
}

defined({
  'conv-scatter': ConvScatter,
  'conv-panel-steps': StepsPanel,
});

export default StepsPanel;
