/**
 * The pictures that are there without a file, drawn by code.
 *
 * @typedef {CanvasRenderingContext2D} Context
 * @typedef {() => number} Random from 0 to 1
 *
 * @typedef {object} Drawing
 * @property {string} name
 * @property {(context: Context, random: Random) => void} draw
 * @property {[row: number, column: number]} at where there is something to look at closely
 */

export const side = 512;

const colours = {
  blue: '#0072b2',
  sky: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  orange: '#e69f00',
  vermilion: '#d55e00',
  pink: '#cc79a7',
};

/** @type {Drawing[]} */
export const drawings = [
  { name: 'lake', draw: lake, at: [352, 186] },
  { name: 'letters', draw: letters, at: [456, 70] },
  { name: 'rings', draw: rings, at: [256, 330] },
  { name: 'stripes', draw: stripes, at: [352, 176] },
];

/** @param {Context} context @param {[number, string][]} stops */
function downwards(context, /** @type {number} */ from, /** @type {number} */ to, stops) {
  const gradient = context.createLinearGradient(0, from, 0, to);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  return gradient;
}

/**
 * Hills, pines and a boat: soft parts, sharp edges, fine branches.
 * @param {Context} context
 * @param {Random} random
 */
function lake(context, random) {
  const shore = 330;
  context.fillStyle = downwards(context, 0, shore, [
    [0, '#2f6fb5'],
    [0.55, '#8fc3e6'],
    [1, '#fbe3bd'],
  ]);
  context.fillRect(0, 0, side, shore);
  const glow = context.createRadialGradient(370, 190, 10, 370, 190, 150);
  glow.addColorStop(0, 'rgb(255 240 190 / 0.95)');
  glow.addColorStop(0.18, 'rgb(255 226 150 / 0.7)');
  glow.addColorStop(1, 'rgb(255 226 150 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, side, shore);
  context.fillStyle = '#fff6d6';
  disc(context, 370, 190, 26);

  for (const { x, y, wide } of [
    { x: 90, y: 84, wide: 34 },
    { x: 250, y: 54, wide: 26 },
    { x: 430, y: 96, wide: 22 },
  ]) {
    for (let i = 0; i < 26; i++) {
      const spread = random() - random();
      puff(context, x + 1.9 * wide * spread, y - 12 * random() * (1 - Math.abs(spread)), wide);
    }
  }

  const ridges = [
    { base: 235, rise: 92, colour: '#8da3c4', rough: 0.62 },
    { base: 282, rise: 64, colour: '#5f7f9b', rough: 0.58 },
    { base: 318, rise: 42, colour: '#3d6461', rough: 0.55 },
  ];
  for (const [i, { base, rise, colour, rough }] of ridges.entries()) {
    const line = ridge(random, rise, rough);
    context.fillStyle = colour;
    under(
      context,
      line.map((height) => base - height),
      shore,
    );
    if (i === 0) snow(context, line, base);
  }

  // The water repeats what is above it, darker and in waves.
  const above = context.getImageData(0, 0, side, shore);
  const water = context.createImageData(side, side - shore);
  const depth = [4, 18, 34];
  for (let row = 0; row < side - shore; row++) {
    const from = Math.max(0, shore - 1 - Math.floor(row * 1.45));
    const sway = Math.sin(row * 0.9) * (0.6 + row / 40);
    for (let column = 0; column < side; column++) {
      const across = Math.min(
        side - 1,
        Math.max(0, Math.round(column + sway + (random() - 0.5) * 2)),
      );
      for (let channel = 0; channel < 3; channel++) {
        const light = above.data[4 * (from * side + across) + channel];
        water.data[4 * (row * side + column) + channel] = light * 0.72 + depth[channel];
      }
      water.data[4 * (row * side + column) + 3] = 255;
    }
  }
  context.putImageData(water, 0, shore);
  context.strokeStyle = 'rgb(255 255 255 / 0.28)';
  for (let i = 0; i < 70; i++) {
    const y = shore + 4 + random() ** 1.5 * (side - shore);
    const x = 370 + (random() - 0.5) * (60 + (y - shore));
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 6 + random() * 16, y);
    context.stroke();
  }

  boat(context, 196, 398);
  for (const [x, foot, tall] of [
    [34, 430, 210],
    [92, 446, 150],
    [-4, 452, 170],
    [470, 440, 236],
    [420, 462, 150],
    [508, 458, 180],
  ])
    pine(context, random, x, foot, tall);
  context.fillStyle = '#16302a';
  under(
    context,
    ridge(random, 26, 0.6).map((height, i) => 476 - height + 0.00034 * (256 - i) ** 2 * -1 + 22),
    side,
  );
}

/** @param {Context} context */
function disc(
  context,
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ radius,
) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** A breath of cloud. @param {Context} context */
function puff(
  context,
  /** @type {number} */ x,
  /** @type {number} */ y,
  /** @type {number} */ radius,
) {
  const soft = context.createRadialGradient(x, y, 0, x, y, radius * 0.7);
  soft.addColorStop(0, 'rgb(255 255 255 / 0.36)');
  soft.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = soft;
  disc(context, x, y, radius * 0.7);
}

/** Heights by halving: each middle is displaced, by less and less. @param {Random} random */
function ridge(random, /** @type {number} */ rise, /** @type {number} */ rough) {
  let line = [random(), random(), random(), random(), random()].map((height) => height * rise);
  for (let by = rise / 2; line.length < side; by *= rough) {
    line = line.flatMap((height, i) =>
      i + 1 < line.length ? [height, (height + line[i + 1]) / 2 + (random() - 0.5) * by] : [height],
    );
  }
  return line.slice(0, side + 1);
}

/** @param {Context} context @param {number[]} line */
function under(context, line, /** @type {number} */ foot) {
  context.beginPath();
  context.moveTo(0, foot);
  line.forEach((y, x) => context.lineTo(x, y));
  context.lineTo(side, foot);
  context.fill();
}

/** @param {Context} context @param {number[]} line */
function snow(context, line, /** @type {number} */ base) {
  context.fillStyle = 'rgb(255 255 255 / 0.75)';
  line.forEach((height, x) => {
    const cover = (height - 48) * 0.55 + 5 * Math.sin(x * 0.7) + 3 * Math.sin(x * 1.9);
    if (height > 48 && cover > 0) context.fillRect(x, base - height, 1, cover);
  });
}

/** @param {Context} context */
function boat(context, /** @type {number} */ x, /** @type {number} */ y) {
  context.fillStyle = '#4a2f22';
  context.beginPath();
  context.moveTo(x - 34, y);
  context.lineTo(x + 36, y);
  context.quadraticCurveTo(x + 24, y + 15, x + 6, y + 15);
  context.lineTo(x - 18, y + 15);
  context.fill();
  context.fillStyle = '#f6f1e4';
  triangle(context, x + 2, y - 72, x + 2, y - 5, x + 32, y - 5);
  context.fillStyle = colours.vermilion;
  triangle(context, x - 2, y - 66, x - 2, y - 5, x - 28, y - 5);
  context.strokeStyle = '#2b1b13';
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y - 78);
  context.lineTo(x, y);
  context.stroke();
  context.lineWidth = 1;
}

/** @param {Context} context @param {number[]} corners */
function triangle(context, ...corners) {
  context.beginPath();
  for (let i = 0; i < 6; i += 2) context.lineTo(corners[i], corners[i + 1]);
  context.fill();
}

/** @param {Context} context @param {Random} random */
function pine(
  context,
  random,
  /** @type {number} */ x,
  /** @type {number} */ foot,
  /** @type {number} */ tall,
) {
  context.strokeStyle = '#2a2018';
  context.lineWidth = 4;
  context.beginPath();
  context.moveTo(x, foot + 30);
  context.lineTo(x, foot - tall + 12);
  context.stroke();
  context.lineWidth = 1.4;
  for (let y = 0; y < tall; y += 2.2) {
    const reach = 4 + (y / tall) * tall * 0.24 * (0.65 + 0.35 * ((y * 0.11) % 1));
    for (const way of [-1, 1]) {
      const long = reach * (0.7 + random() * 0.4);
      const light = 26 + random() * 20;
      context.strokeStyle = `hsl(${150 + random() * 20} 36% ${light * 0.62}%)`;
      context.beginPath();
      context.moveTo(x, foot - tall + y);
      context.quadraticCurveTo(
        x + way * long * 0.5,
        foot - tall + y + 2,
        x + way * long,
        foot - tall + y + long * 0.42,
      );
      context.stroke();
    }
  }
  context.lineWidth = 1;
}

/** Both scripts in several sizes: edges in every direction. @param {Context} context */
function letters(context) {
  context.fillStyle = '#fdfcf7';
  context.fillRect(0, 0, side, side);
  const font = (/** @type {number} */ size, weight = 700) =>
    `${weight} ${size}px system-ui, 'Noto Sans CJK SC', sans-serif`;
  context.textBaseline = 'alphabetic';
  const line = (
    /** @type {string} */ text,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ size,
    /** @type {string} */ colour,
    weight = 700,
  ) => {
    context.font = font(size, weight);
    context.fillStyle = colour;
    context.fillText(text, x, y, side - x - 20);
  };
  line('Aa', 24, 158, 176, '#1b1b1f');
  line('卷', 300, 152, 168, colours.vermilion);
  line('convolution', 28, 236, 74, colours.blue);
  line('卷积 · 转置卷积', 28, 308, 58, colours.green);
  line('The quick brown fox jumps over the lazy dog.', 28, 350, 22, '#1b1b1f', 500);
  line('永和九年，岁在癸丑，暮春之初，会于会稽山阴之兰亭。', 28, 384, 18, '#1b1b1f', 400);
  line('0123456789  + − × ÷ = ≠ ≤ ≥  ( ) [ ] { }', 28, 412, 14, '#1b1b1f', 400);
  for (let i = 0; i < 32; i++) {
    context.fillStyle = i % 2 === 0 ? '#1b1b1f' : '#fdfcf7';
    context.fillRect(28 + i * 7, 434, 7, 22);
    context.fillRect(28 + i * 7, 456, 7, 22);
    context.fillStyle = i % 2 === 0 ? '#fdfcf7' : '#1b1b1f';
    context.fillRect(28 + i * 7, 456, 7, 22);
  }
  context.strokeStyle = '#1b1b1f';
  for (let i = 0; i < 13; i++) {
    const turn = (i / 12) * (Math.PI / 2);
    context.beginPath();
    context.moveTo(290, 490);
    context.lineTo(290 + 190 * Math.cos(turn), 490 - 70 * Math.sin(turn));
    context.stroke();
  }
}

/**
 * A zone plate: the further out, the finer, until the rings are as fine as pixels.
 * @param {Context} context
 */
function rings(context) {
  const image = context.createImageData(side, side);
  const shades = new Uint32Array(image.data.buffer);
  for (let i = 0; i < side * side; i++) {
    const x = (i % side) - side / 2 + 0.5;
    const y = Math.floor(i / side) - side / 2 + 0.5;
    const light = Math.round(127.5 + 127.5 * Math.cos((Math.PI * (x * x + y * y)) / side));
    shades[i] = light * 0x010101 + 0xff000000;
  }
  context.putImageData(image, 0, 0);
}

/**
 * Bars of colour, ever finer stripes, and noise of two kinds.
 * @param {Context} context
 * @param {Random} random
 */
function stripes(context, random) {
  const bars = [
    '#ffffff',
    colours.yellow,
    colours.sky,
    colours.green,
    colours.pink,
    colours.vermilion,
    colours.blue,
    '#1b1b1f',
  ];
  bars.forEach((colour, i) => {
    context.fillStyle = colour;
    context.fillRect((i * side) / bars.length, 0, side / bars.length, 150);
  });
  for (let x = 0, wide = 24, dark = true; x < side; x += wide, dark = !dark) {
    wide = Math.max(1, 24 * (1 - x / 480));
    context.fillStyle = dark ? '#1b1b1f' : '#ffffff';
    context.fillRect(x, 150, wide, 110);
  }
  context.fillStyle = downwards(context, 260, side, [
    [0, '#f4e3c8'],
    [1, '#7a8fa8'],
  ]);
  context.fillRect(0, 260, side, side - 260);
  context.fillStyle = colours.vermilion;
  disc(context, 128, 386, 84);
  context.fillStyle = colours.blue;
  context.save();
  context.translate(384, 386);
  context.rotate(0.4);
  context.fillRect(-66, -66, 132, 132);
  context.restore();
  const image = context.getImageData(0, 260, side, side - 260);
  for (let i = 0; i < image.data.length; i += 4) {
    const left = (i / 4) % side < side / 2;
    // On the left every number is a little off, on the right some are lost altogether.
    if (left) {
      for (let c = 0; c < 3; c++) image.data[i + c] += (random() + random() + random() - 1.5) * 70;
    } else if (random() < 0.06) {
      image.data.fill(random() < 0.5 ? 0 : 255, i, i + 3);
    }
  }
  context.putImageData(image, 0, 260);
}
