/**
 * What the help page says in one language.
 * @typedef {object} Help
 * @property {string} title
 * @property {string} playground the link to the playground
 * @property {string} intro
 * @property {string} language what the buttons of the languages choose
 * @property {string} examples the link to the page of examples
 * @property {Record<string, { question: string, answer: string, see: string }>} questions by name; `see` says
 *   what the question's link shows
 */

/**
 * The questions that people keep asking, in the order of the page; the link of each shows the answer.
 * @type {{ name: string, link: string, refused?: string }[]} refused: the rule that the link is there
 *   to show
 */
export const questions = [
  { name: 'output-padding', link: 'lesson=output-padding' },
  {
    name: 'ambiguous-size',
    link: 'op=conv&x=arange:6x6&k=ones:3x3&s=2&p=1&panel=round-trip',
  },
  { name: 'exact-size', link: 'lesson=doubling' },
  { name: 'padding-shrinks', link: 'lesson=padding' },
  {
    name: 'output-padding-limit',
    link: 'op=tconv&x=0,1;2,3&k=0,1,2;3,4,5;6,7,8&s=2&p=1&o=2',
    refused: 'output_padding',
  },
  { name: 'same-transposed', link: 'lesson=frameworks' },
  {
    name: 'same-strided',
    link: 'op=conv&x=arange:4x4&k=ones:3x3&s=2&p=0,1,0,1&panel=steps&mode=gather&at=y:1,1',
  },
  {
    name: 'onnx',
    link: 'op=tconv&x=1,2,3;4,5,6;7,8,9&k=1,2,3;4,5,6;7,8,9&s=2&p=1,0,1,0&panel=shapes',
  },
  { name: 'deconvolution', link: 'lesson=deconvolution' },
  { name: 'flipped', link: 'op=conv&x=delta:3x3&k=1,2,3;4,5,6;7,8,9&p=1&at=y:0,0' },
  { name: 'jax', link: 'op=tconv&x=1,2;3,4&k=1,2;3,4&panel=matrix' },
  {
    name: 'weight-layout',
    link: 'op=tconv&x=0,1;2,3/1,0;0,1&k=rand:2x3x2x2:1&at=k:1,2,0,0',
  },
  {
    name: 'groups',
    link: 'op=tconv&x=0,1;2,3/1,0;0,1&k=1,2;3,4//5,6;7,8&g=2&panel=matrix',
  },
  { name: 'checkerboard', link: 'lesson=checkerboard' },
  { name: 'upsampling', link: 'lesson=bilinear' },
  { name: 'animations', link: 'lesson=both-readings' },
  { name: 'matrix', link: 'lesson=matrix' },
  { name: 'causal', link: 'op=tconv&x=1,2,3,4&k=1,2,3&s=1,2&p=0,0,0,1&panel=steps' },
  { name: 'calculator', link: 'op=tconv&x=rand:7x7:1&k=rand:4x4:2&s=2&p=1&panel=shapes' },
  { name: 'own-numbers', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3' },
];
