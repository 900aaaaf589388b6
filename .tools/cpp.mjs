// Builds one of the C++ trees below in build/: node .tools/cpp.mjs <tree>
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const trees = {
  native: { options: ['-DCMAKE_BUILD_TYPE=Release'] },
  asan: { options: ['-DCMAKE_BUILD_TYPE=Debug', '-DCONV_SANITIZE=ON'] },
  bench: { options: ['-DCMAKE_BUILD_TYPE=Release', '-DCONV_BENCH=ON'] },
  wasm: { options: ['-DCMAKE_BUILD_TYPE=Release'], through: 'emcmake' },
};

const tree = process.argv[2];
const folder = `build/${tree}`;
const { options, through } = trees[tree];

// Debian's Emscripten finds its JavaScript parts by itself only where Node is Debian's too.
const debian = '/usr/share/nodejs';
const env = { ...process.env, ...(through && existsSync(debian) && { NODE_PATH: debian }) };

function run(...command) {
  const [program, ...args] = command.filter(Boolean);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

run(through, 'cmake', '-S', '.', '-B', folder, ...options);
run('cmake', '--build', folder, '--parallel', String(availableParallelism()));
