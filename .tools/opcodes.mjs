// Gives a wasm's multiply-adds the number that they have in the standard: node .tools/opcodes.mjs <wasm>
// LLVM before 16 numbers `f32x4.relaxed_madd` as a draft of Relaxed SIMD did, which no browser knows. The
// operands, and the length of the instruction, are the same.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const draft = Buffer.of(0xfd, 0xaf, 0x01);
const standard = Buffer.of(0xfd, 0x85, 0x02);

const [file] = process.argv.slice(2);
const wasm = readFileSync(file);
const places = [];
for (let at = wasm.indexOf(draft); at >= 0; at = wasm.indexOf(draft, at + 1)) places.push(at);

if (places.length > 0) {
  // The same bytes could be a number. They are not if there are as many of them as of the instruction.
  const text = execFileSync('wasm-dis', [file], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const instructions = text.split('f32x4.relaxed_fma').length - 1;
  if (instructions === 0) process.exit(); // a newer LLVM
  if (instructions !== places.length)
    throw new Error(
      `${file} has ${places.length} of the bytes, ${instructions} of the instruction`,
    );
  for (const at of places) standard.copy(wasm, at);
  writeFileSync(file, wasm);
}
