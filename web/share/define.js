import { defined } from '../elements/defined.js';
import { ConvShare } from './dialog.js';
import { ConvSharePreview } from './preview.js';

export const defineShare = () =>
  defined({ 'conv-share': ConvShare, 'conv-share-preview': ConvSharePreview });
