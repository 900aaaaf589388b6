import { ConvLesson } from './lesson.js';
import { ConvTerm } from './term.js';

/** Defines the elements of the lessons, unless the page knows them already. */
export function defineLessons() {
  if (!customElements.get('conv-term')) customElements.define('conv-term', ConvTerm);
  if (!customElements.get('conv-lesson')) customElements.define('conv-lesson', ConvLesson);
}
