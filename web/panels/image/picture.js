/**
 * A picture as the engine takes it: three planes of numbers from 0 to 255.
 *
 * @typedef {object} Picture
 * @property {number} width
 * @property {number} height
 * @property {Float32Array} planes red, green, blue, row by row
 *
 * @typedef {'repeat' | 'zero'} Edge what lies beyond the edge: the last pixels again, or zeros
 * @typedef {'clamp' | 'absolute' | 'centred'} Mapping how a number becomes a shade
 */

/** The planes' names, in their order. */
export const names = ['red', 'green', 'blue'];
export const channels = names.length;

/** @type {Mapping[]} */
export const mappings = ['clamp', 'absolute', 'centred'];

/**
 * @param {{ width: number, height: number, data: Uint8ClampedArray }} image
 * @returns {Picture}
 */
export function pictureOf({ width, height, data }) {
  const area = width * height;
  const planes = new Float32Array(channels * area);
  for (let channel = 0; channel < channels; channel++) {
    const plane = planes.subarray(channel * area, (channel + 1) * area);
    for (let i = 0, at = channel; i < area; i++, at += 4) plane[i] = data[at];
  }
  return { width, height, planes };
}

/**
 * A part of the picture, beyond its edges too.
 * @param {Picture} picture
 * @param {{ first: number, count: number }} rows
 * @param {{ first: number, count: number }} columns
 * @param {Edge} edge
 */
export function cut({ width, height, planes }, rows, columns, edge) {
  const data = new Float32Array(channels * rows.count * columns.count);
  const left = Math.min(columns.count, Math.max(0, -columns.first));
  const right = Math.max(left, Math.min(columns.count, width - columns.first));
  for (let channel = 0; channel < channels; channel++) {
    for (let i = 0; i < rows.count; i++) {
      const row = Math.min(height - 1, Math.max(0, rows.first + i));
      if (edge === 'zero' && row !== rows.first + i) continue;
      const source = (channel * height + row) * width;
      const target = (channel * rows.count + i) * columns.count;
      if (right > left) {
        const first = source + columns.first + left;
        data.set(planes.subarray(first, first + right - left), target + left);
      }
      if (edge === 'zero') continue;
      data.fill(planes[source], target, target + left);
      data.fill(planes[source + width - 1], target + right, target + columns.count);
    }
  }
  return { shape: [1, channels, rows.count, columns.count], data };
}

/**
 * What a number is before it is cut off at 0 and 255.
 * @type {Record<Mapping, (value: number) => number>}
 */
export const shade = {
  clamp: (value) => value,
  absolute: Math.abs,
  centred: (value) => 128 + value / 2,
};

/**
 * The bytes that a canvas takes, from one plane or three; rounding and cutting off are the array's own.
 * @param {{ shape: readonly number[], data: ArrayLike<number> }} tensor
 * @param {Mapping} mapping
 */
export function bytesOf({ shape: [, count, rows, columns], data }, mapping) {
  const area = rows * columns;
  const bytes = new Uint8ClampedArray(4 * area).fill(255);
  for (let channel = 0; channel < channels; channel++) {
    const first = (channel % count) * area;
    // One loop for each mapping: a call for each number would take longer than the layer.
    if (mapping === 'centred') {
      for (let i = 0, at = channel; i < area; i++, at += 4) bytes[at] = 128 + data[first + i] / 2;
    } else if (mapping === 'absolute') {
      for (let i = 0, at = channel; i < area; i++, at += 4) bytes[at] = Math.abs(data[first + i]);
    } else {
      for (let i = 0, at = channel; i < area; i++, at += 4) bytes[at] = data[first + i];
    }
  }
  return bytes;
}
