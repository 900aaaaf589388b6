import { examples } from '../../web/state/examples.js';

/** Links to what the page may look like. */
export const states = {
  ...Object.fromEntries(examples.map(({ name, link }) => [`the example ${name}`, link])),
  'every setting open': 'op=conv&x=1,2;3,4/5,6;7,8&k=1//1&g=2&p=1,0,0,1&s=1,2&b=1,2&at=y:1,0,0',
  'numbers of many digits': 'x=123456.789,-1e-9;1e300,0.1&k=-1e300,0.333333333333;2,3&at=y:1,1',
  'a refused setting': 's=0',
  'a refused kernel': 'op=conv&k=ones:5x5',
  'a note about the link': `p=1&${'long-unknown-key-'.repeat(12)}=1`,
  'a broken link': `v=1&x=${'0.123456789,'.repeat(40)}`,
};

/** States that axe takes long to look through. */
export const huge = {
  'the largest that is edited': `x=rand:16x32x32:1&k=rand:16x16x32x32:2`,
  'more than is drawn at once': 'op=conv&x=rand:200x300:1&k=box:5x5&s=2',
};

/** A link that says how it is to look; a broken one cannot, and looks as the page did before. */
export const dressed = (link, lang, theme) =>
  link.startsWith('v=') ? link : `${link}&lang=${lang}&theme=${theme}`;
