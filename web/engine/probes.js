/** The least modules that tell what a browser can run. */

const start = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]; // magic and version
const type = [0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b]; // () => v128
const one = [0x03, 0x02, 0x01, 0x00]; // function of that type
const splat = [0x41, 0x00, 0xfd, 0x11]; // i32x4.splat(0)

/** A module that does nothing: refused only where every one is. */
export const nothing = new Uint8Array(start);

/** A function that has a vector, which old browsers do not know. */
export const vector = new Uint8Array([
  ...[...start, ...type, ...one],
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, ...splat, 0x0b],
]);

/** A function that multiplies and adds in one instruction, which not every browser knows. */
export const multiplyAdd = new Uint8Array([
  ...[...start, ...type, ...one],
  ...[0x0a, 0x13, 0x01, 0x11, 0x00], // its code, without locals
  ...[...splat, ...splat, ...splat],
  ...[0xfd, 0x85, 0x02, 0x0b], // f32x4.relaxed_madd, end
]);
