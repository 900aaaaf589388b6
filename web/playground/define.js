import { defined } from '../elements/defined.js';
import { ConvFormula } from '../elements/formula.js';
import { ConvGrid } from '../elements/grid.js';
import { ConvHeader } from './header.js';
import { ConvMenu } from '../elements/menu.js';
import { ConvNumberField } from '../elements/number-field.js';
import { ConvPanels } from './panels.js';
import { ConvPicture } from './picture.js';
import { ConvPlayer } from './player.js';
import { ConvPlayground } from './playground.js';
import { ConvRefusals } from './refusals.js';
import { ConvSentence } from '../elements/sentence.js';
import { ConvSettings } from './settings.js';
import { ConvStage } from '../elements/stage.js';
import { ConvTensor } from '../elements/tensor.js';

/** The elements by their tags. */
const elements = {
  'conv-formula': ConvFormula,
  'conv-grid': ConvGrid,
  'conv-header': ConvHeader,
  'conv-menu': ConvMenu,
  'conv-number-field': ConvNumberField,
  'conv-panels': ConvPanels,
  'conv-picture': ConvPicture,
  'conv-player': ConvPlayer,
  'conv-playground': ConvPlayground,
  'conv-refusals': ConvRefusals,
  'conv-sentence': ConvSentence,
  'conv-settings': ConvSettings,
  'conv-stage': ConvStage,
  'conv-tensor': ConvTensor,
};

export const defineElements = () => defined(elements);
