// Builds one of the C++ trees below in build/, and runs its tests: node .tools/cpp.mjs <tree>
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const trees = {
  native: { options: ['-DCMAKE_BUILD_TYPE=Release'], tests: true },
  asan: { options: ['-DCMAKE_BUILD_TYPE=Debug', '-DCONV_SANITIZE=ON'], tests: true },
  wasm: { options: ['-DCMAKE_BUILD_TYPE=Release'], through: 'emcmake' },
};

const tree = process.argv[2];
const folder = `build/${tree}`;
const { options, tests, through } = trees[tree];
const jobs = String(availableParallelism());

/** What Debian's Emscripten lacks where Node is not Debian's, or where the user is not root. */
function emscripten() {
  const modules = '/usr/share/nodejs';
  const cache = '/usr/share/emscripten/cache';
  const env = { ...process.env };
  if (existsSync(modules)) env.NODE_PATH = modules;
  try {
    if (existsSync(cache)) accessSync(cache, constants.W_OK);
  } catch {
    env.EM_CACHE ??= resolve('build/emscripten-cache');
  }
  return env;
}

function run(...command) {
  const [program, ...args] = command.filter(Boolean);
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: through ? emscripten() : process.env,
  });
  if (status !== 0) process.exit(status ?? 1);
}

run(through, 'cmake', '-S', '.', '-B', folder, ...options);
run('cmake', '--build', folder, '--parallel', jobs);
if (tests) run('ctest', '--test-dir', folder, '--output-on-failure', '--parallel', jobs);
