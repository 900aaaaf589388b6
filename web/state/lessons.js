/**
 * The lessons in their order, each the link of what it begins with, and the part of its panel that its
 * task is about, which is to be in sight with the stage. Their titles are under `lesson.<name>`, the rest
 * is in web/lessons/.
 * @type {{ name: string, link: string, part?: string }[]}
 */
export const lessons = [
  { name: 'sliding-window', link: 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3&mode=gather&at=y:0,0' },
  { name: 'stamping', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&panel=steps&mode=scatter' },
  { name: 'both-readings', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&panel=steps&mode=both&at=y:1,1' },
  { name: 'padding', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&p=1&panel=steps' },
  { name: 'stride', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&s=2&panel=steps' },
  {
    name: 'output-padding',
    link: 'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,1;2,4,2;1,2,1&s=2&p=1&panel=shapes',
    part: 'sources',
  },
  {
    name: 'channels',
    link: 'op=tconv&x=0,1;2,3/1,0;0,1&k=0,1;2,3/1,1;1,1//1,0;0,1/2,0;0,2&at=y:0,1,1',
  },
  {
    name: 'matrix',
    link: 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3&panel=matrix',
    part: 'matrix',
  },
  {
    name: 'round-trip',
    link: 'op=conv&x=rand:16x16:1&k=rand:5x5:2&s=3&p=2&panel=round-trip',
    part: 'sizes',
  },
  {
    name: 'doubling',
    link: 'op=tconv&x=rand:7x7:1&k=rand:3x3:2&s=2&p=1&panel=shapes',
    part: 'solver',
  },
  {
    name: 'checkerboard',
    link: 'op=tconv&x=ones:5x5&k=ones:3x3&s=2&panel=overlap',
    part: 'verdict',
  },
  { name: 'bilinear', link: 'op=tconv&x=0,4,8;4,8,4;8,4,0&k=bilinear:4x4&s=2&p=1&panel=overlap' },
  {
    name: 'frameworks',
    link: 'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,3;4,5,6;7,8,9&s=2&p=0,1,0,1&panel=shapes',
  },
  {
    name: 'deconvolution',
    link: 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3&panel=round-trip',
    part: 'numbers',
  },
];

/**
 * The link of a lesson, which says whose it is.
 * @param {string} name
 */
export const lessonLink = (name) =>
  `${lessons.find((lesson) => lesson.name === name)?.link}&lesson=${name}`;

/**
 * Where a lesson stands among the others, from 0; undefined for what is none.
 * @param {string | undefined} name
 */
export function lessonNumber(name) {
  const number = lessons.findIndex((lesson) => lesson.name === name);
  return number < 0 ? undefined : number;
}

/**
 * The part of the panel that a lesson's task is about; undefined where there is none.
 * @param {string | undefined} name
 */
export const lessonPart = (name) => lessons.find((lesson) => lesson.name === name)?.part;
