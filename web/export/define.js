import { defined } from '../elements/defined.js';
import { ConvExport } from './element.js';

/** Defines `<conv-export>`, the pictures of a layer. */
export const defineExport = () => defined({ 'conv-export': ConvExport });
