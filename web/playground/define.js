import { ConvFormula } from '../elements/formula.js';
import { ConvGrid } from '../elements/grid.js';
import { ConvHeader } from './header.js';
import { ConvLinkProblem } from './link-problem.js';
import { ConvMenu } from '../elements/menu.js';
import { ConvNumberField } from '../elements/number-field.js';
import { ConvPanels } from './panels.js';
import { ConvPlayer } from './player.js';
import { ConvPlayground } from './playground.js';
import { ConvRefusals } from './refusals.js';
import { ConvSentence } from '../elements/sentence.js';
import { ConvSettings } from './settings.js';
import { ConvStage } from '../elements/stage.js';
import { ConvTensor } from '../elements/tensor.js';

/** The elements by their tags; the modules themselves define nothing. */
const elements = {
  'conv-formula': ConvFormula,
  'conv-grid': ConvGrid,
  'conv-header': ConvHeader,
  'conv-link-problem': ConvLinkProblem,
  'conv-menu': ConvMenu,
  'conv-number-field': ConvNumberField,
  'conv-panels': ConvPanels,
  'conv-player': ConvPlayer,
  'conv-playground': ConvPlayground,
  'conv-refusals': ConvRefusals,
  'conv-sentence': ConvSentence,
  'conv-settings': ConvSettings,
  'conv-stage': ConvStage,
  'conv-tensor': ConvTensor,
};

/** Defines the elements that the page does not know yet: the script may be there twice. */
export function defineElements() {
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}
