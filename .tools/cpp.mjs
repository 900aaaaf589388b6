// Builds one of the C++ trees below in build/, and runs its tests: node .tools/cpp.mjs <tree>
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const trees = {
  native: { options: ['-DCMAKE_BUILD_TYPE=Release'], tests: true },
  asan: { options: ['-DCMAKE_BUILD_TYPE=Debug', '-DCONV_SANITIZE=ON'], tests: true },
  wasm: { options: ['-DCMAKE_BUILD_TYPE=Release'], through: 'emcmake' },
};

const tree = process.argv[2];
const folder = `build/${tree}`;
const { options, tests, through } = trees[tree];
const jobs = String(availableParallelism());

// Debian's Emscripten finds its JavaScript parts by itself only where Node is Debian's too.
const debian = '/usr/share/nodejs';
const env = { ...process.env, ...(through && existsSync(debian) && { NODE_PATH: debian }) };

function run(...command) {
  const [program, ...args] = command.filter(Boolean);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

run(through, 'cmake', '-S', '.', '-B', folder, ...options);
run('cmake', '--build', folder, '--parallel', jobs);
if (tests) run('ctest', '--test-dir', folder, '--output-on-failure', '--parallel', jobs);
