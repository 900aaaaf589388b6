import { defined } from '../elements/defined.js';
import { ConvLesson } from './lesson.js';
import { ConvTerm } from './term.js';

export const defineLessons = () => defined({ 'conv-term': ConvTerm, 'conv-lesson': ConvLesson });
