// Runs the programs that the page writes by the frameworks that they are written for:
// npm run test:frameworks, or with `-- pytorch onnx` only some of them, with `-- --draw=5` other layers. What ran and gave the page's
// numbers is noted in tests/vectors/programs.json, with which npm test compares what is written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../bench/must.mjs';
import { formats } from '../../web/code/formats/index.js';
import { unwritable } from '../../web/code/write.js';
import { together } from './cpp.js';
import { digest } from './digest.js';
import { drawn, known, layersOf, note } from './layers.js';

const here = 'tests/frameworks';
const folder = 'build/frameworks';
// Debian's, whose modules are Debian's too.
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

if (!existsSync(`${here}/node_modules`)) must('npm', 'ci', '--prefix', here, '--ignore-scripts');

/** What a command prints. */
function said(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return stdout;
}

const byPython = (place) =>
  JSON.parse(said(python, `${here}/programs.py`, place, `${here}/stand-ins`).split('\n').at(-2));

function byOctave(place) {
  const printed = said('octave-cli', '--quiet', '--no-gui', `${here}/programs.m`, place);
  return printed
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
}

function byCompiler(place, programs) {
  // As the programs say themselves.
  must('cmake', '-S', '.', '-B', 'build/conv');
  must('cmake', '--build', 'build/conv', '--target', 'conv', '--parallel');
  const source = join(place, 'all.cpp');
  const binary = join(place, 'all');
  writeFileSync(source, together(programs));
  const headers = ['-I', 'cpp', '-I', 'build/conv/include'];
  must('c++', '-std=c++20', '-O0', ...headers, source, 'build/conv/libconv.a', '-o', binary);
  return said(binary)
    .split('\n')
    .filter(Boolean)
    .map((name) => [name, 'other numbers']);
}

const runners = { m: byOctave, cpp: byCompiler, py: byPython };

const drawing = process.argv.find((argument) => argument.startsWith('--draw='));
const links = drawing ? drawn(Number(drawing.slice('--draw='.length))) : known.links;
const layers = await layersOf(links);
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
rmSync(folder, { recursive: true, force: true });
/** @type {Record<string, string[]>} */
const digests = {};
for (const format of formats) {
  const { name, label, extension } = format;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const place = join(folder, name);
  mkdirSync(place, { recursive: true });
  const programs = layers.flatMap((layer, i) => {
    if (unwritable(layer, format) || (name === 'tensorflow' && !whole(layer))) return [];
    const program = {
      name: `${String(i).padStart(3, '0')}.${extension}`,
      text: format.write(layer),
    };
    writeFileSync(join(place, program.name), program.text);
    if (format.bytes)
      writeFileSync(join(place, program.name.replace(/\.py$/, '.onnx')), format.bytes(layer));
    return [program];
  });
  const failed = runners[extension](place, programs);
  console.log(`${failed.length ? 'FAILED' : 'passed'}  ${label}: ${programs.length} programs`);
  for (const [program, why] of failed.slice(0, 10))
    console.log(`  ${join(place, program)}: ${why}`);
  if (failed.length) process.exitCode = 1;
  digests[name] = layers.map((layer) =>
    unwritable(layer, format) ? '' : digest(format.write(layer)),
  );
}

if (!process.exitCode && wanted.length === 0) note({ links, digests });

/** TensorFlow.js computes in float32, where only sums of whole numbers are as the page's. */
function whole({ x, k, bias = [] }) {
  return [x.data, k.data, bias].every((list) => list.every(Number.isInteger));
}
