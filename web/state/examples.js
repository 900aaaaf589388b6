/**
 * The starting points that the page offers, as links; their titles are under `example.<name>`.
 * @type {{ name: string, link: string }[]}
 */
export const examples = [
  { name: 'article', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3' },
  { name: 'padding', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&p=1' },
  { name: 'stride', link: 'op=tconv&x=0,1;2,3&k=0,1;2,3&s=2' },
  // Down from 16x16 to 6x6 and, by a kernel of the same shape, up again.
  { name: 'channels', link: 'op=conv&x=rand:10x16x16:1&k=rand:20x10x5x5:2&p=2&s=3' },
  { name: 'channels-back', link: 'op=tconv&x=rand:20x6x6:3&k=rand:20x10x5x5:2&p=2&s=3' },
  { name: 'convolution', link: 'op=conv&x=0,1,2;3,4,5;6,7,8&k=0,1;2,3' },
  { name: 'bilinear', link: 'op=tconv&x=0,4,8;4,8,4;8,4,0&k=bilinear:4x4&s=2&p=1' },
  {
    name: 'sobel',
    link:
      'op=conv&k=sobel-x:3x3&p=1&x=' +
      [
        '0,0,0,0,0,0,0,0',
        '0,0,0,0,0,0,0,0',
        '0,0,9,9,9,9,0,0',
        '0,0,9,9,9,9,0,0',
        '0,0,9,9,9,9,0,0',
        '0,0,9,9,9,9,0,0',
        '0,0,0,0,0,0,0,0',
        '0,0,0,0,0,0,0,0',
      ].join(';'),
  },
];
