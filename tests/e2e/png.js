import { inflateSync } from 'node:zlib';

/** Bytes of a pixel by the colour type of a PNG of 8 bits: grey, RGB, grey with alpha, RGBA. */
const channels = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** The predictions of a PNG's filters, of the bytes to the left, above, and above that one. */
const filters = [
  () => 0,
  (left) => left,
  (left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/**
 * A PNG read by its specification, without a browser.
 * @param {Buffer} bytes
 * @returns {{ width: number, height: number, colours: Set<string>, size: number, lines: Uint8Array[] }}
 *   colours as `r,g,b`, the first pixel's first;
 *   `size` bytes for each pixel of a line
 */
export function decodedPng(bytes) {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new Error('no PNG');
  let header;
  const data = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const [type, content] = [
      bytes.toString('latin1', at + 4, at + 8),
      bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)),
    ];
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
  }
  const [width, height, bits, type, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9],
    header[12],
  ];
  const size = channels[type];
  if (bits !== 8 || !size || interlaced) throw new Error(`a PNG of ${bits} bits, type ${type}`);

  const raw = inflateSync(Buffer.concat(data));
  const stride = width * size;
  const colours = new Set();
  const lines = [];
  let above = new Uint8Array(stride);
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1);
    const predict = filters[raw[start]];
    const line = new Uint8Array(stride);
    for (let i = 0; i < stride; i++) {
      const [left, corner] = i < size ? [0, 0] : [line[i - size], above[i - size]];
      line[i] = raw[start + 1 + i] + predict(left, above[i], corner);
    }
    for (let i = 0; i < stride; i += size)
      colours.add((size < 3 ? [line[i], line[i], line[i]] : line.subarray(i, i + 3)).join());
    above = line;
    lines.push(line);
  }
  return { width, height, colours, size, lines };
}
