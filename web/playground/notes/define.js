import { defined } from '../../elements/defined.js';
import { ConvNotes } from './notes.js';

export const defineNotes = () => defined({ 'conv-notes': ConvNotes });
