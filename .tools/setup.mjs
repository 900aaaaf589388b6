// Sets up what the build needs, and with `test` what the tests need too, with `bench` what the native
// benchmark does, with `frameworks` what runs the programs that the page writes. Takes no time when all is there, asks nothing, and where it can't install something
// it says what is missing and how to get it.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, header, headlessShell, mariadb, program, wordpress } from './find.mjs';

const tools = [
  { what: 'a C++20 compiler', found: () => program('c++') || program('g++'), apt: 'g++' },
  { what: 'CMake', found: () => program('cmake'), apt: 'cmake', brew: 'cmake' },
  { what: 'make', found: () => program('make'), apt: 'make', brew: 'make' },
  {
    what: 'Emscripten (emcc)',
    found: () => program('emcc'),
    apt: 'emscripten',
    brew: 'emscripten',
    or: 'anywhere: the emsdk, https://emscripten.org/docs/getting_started/downloads.html',
  },
  { what: 'xtensor', found: () => header('xtensor'), apt: 'libxtensor-dev', brew: 'xtensor' },
];

const json = {
  what: 'nlohmann-json',
  found: () => header('nlohmann/json.hpp'),
  apt: 'nlohmann-json3-dev',
  brew: 'nlohmann-json',
};

const benchTools = [
  json,
  {
    what: 'Google Benchmark',
    found: () => header('benchmark/benchmark.h'),
    apt: 'libbenchmark-dev',
    brew: 'google-benchmark',
  },
];

const testTools = [
  json,
  { what: 'GoogleTest', found: () => header('gtest'), apt: 'libgtest-dev', brew: 'googletest' },
  {
    what: 'clang-tidy',
    found: () => program('clang-tidy'),
    apt: 'clang-tidy',
    brew: 'llvm, with its bin folder on the PATH',
  },
  {
    what: 'clang-format',
    found: () => program('clang-format'),
    apt: 'clang-format',
    brew: 'clang-format',
  },
  {
    what: 'Chromium or Chrome',
    found: chromium,
    apt: 'chromium',
    brew: '--cask google-chrome',
    or: 'any other place: CHROMIUM=/path/to/it',
  },
  {
    what: 'Chromium without windows',
    found: headlessShell,
    apt: 'chromium-headless-shell',
    optional: true, // the tests take twice the time in the other one
  },
  {
    what: 'a font with Chinese characters',
    found: () =>
      process.platform !== 'linux' ||
      existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') ||
      spawnSync('fc-list', [':lang=zh']).stdout?.length,
    apt: 'fonts-noto-cjk',
  },
  {
    what: 'a reader of SVGs that is no browser (rsvg-convert)',
    found: () => program('rsvg-convert'),
    apt: 'librsvg2-bin',
    brew: 'librsvg',
  },
];

/** Whether Debian's Python, or the only one, has a module. */
const module = (name) => () =>
  [python, 'python3'].some((command) => spawnSync(command, ['-c', `import ${name}`]).status === 0);
const python = '/usr/bin/python3';

const frameworkTools = [
  ...testTools.slice(0, 2),
  { what: 'PyTorch', found: module('torch'), apt: 'python3-torch', or: 'pip install torch' },
  { what: 'SciPy', found: module('scipy'), apt: 'python3-scipy', or: 'pip install scipy' },
  { what: 'ONNX for Python', found: module('onnx'), apt: 'python3-onnx', or: 'pip install onnx' },
  { what: 'Octave', found: () => program('octave-cli'), apt: 'octave', brew: 'octave' },
];

const hostTools = [
  testTools.find(({ apt }) => apt === 'chromium'),
  { what: 'MkDocs', found: () => program('mkdocs'), apt: 'mkdocs', brew: 'mkdocs' },
  {
    what: 'Sphinx',
    found: () => program('sphinx-build'),
    apt: 'python3-sphinx',
    brew: 'sphinx-doc',
  },
  { what: 'Hugo', found: () => program('hugo'), apt: 'hugo', brew: 'hugo' },
  {
    what: "JupyterLab's server",
    found: module('jupyterlab_server'),
    apt: 'python3-jupyterlab-server',
    or: 'pip install jupyterlab_server',
  },
  {
    what: "Jupyter's Python",
    found: module('ipykernel'),
    apt: 'python3-ipykernel',
    or: 'pip install ipykernel',
  },
  { what: 'PHP', found: () => program('php'), apt: 'php-cli', brew: 'php' },
  {
    what: "PHP's way to MariaDB",
    found: () => spawnSync('php', ['-r', 'new mysqli;']).status === 0,
    apt: 'php-mysql',
    brew: 'php',
  },
  { what: 'MariaDB', found: mariadb, apt: 'mariadb-server-core', brew: 'mariadb' },
  {
    what: 'WordPress',
    found: wordpress,
    apt: 'wordpress',
    or: 'anywhere: unpacked, WORDPRESS=/path/to/it',
  },
  {
    what: "WordPress's theme",
    found: () => existsSync(join(wordpress() ?? '', 'wp-content/themes/twentytwentythree')),
    apt: 'wordpress-theme-twentytwentythree',
    or: 'beside the others in its wp-content/themes',
  },
];

function fail(text) {
  console.error(text);
  process.exit(1);
}

/** What to put before a command to run it as root; undefined where that would need a password. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Whether apt has a package, by the lists that are here. */
const known = (name) => spawnSync('apt-cache', ['show', name]).status === 0;

function aptInstall(packages) {
  const apt = (...args) => {
    const [command, ...rest] = [
      ...asRoot(),
      ...['env', 'DEBIAN_FRONTEND=noninteractive'],
      ...['apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args],
    ];
    return spawnSync(command, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
  };
  console.log(`Installing ${packages.join(', ')}`);
  if (!apt('update')) console.error('apt-get update failed; trying with the lists that are here.');
  apt('install', '--no-install-recommends', ...packages.filter(known));
}

function howToGet({ what, apt, brew, or }) {
  const ways = [`Debian, Ubuntu: ${apt}`, brew && `Homebrew: ${brew}`, or];
  return `  ${what}\n      ${ways.filter(Boolean).join('\n      ')}`;
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node 20.19 or newer is needed; this is ${process.version}. See https://nodejs.org/`);

const more =
  { test: testTools, bench: benchTools, frameworks: frameworkTools, hosts: hostTools }[
    process.argv[2]
  ] ?? [];
const needed = [...tools, ...more];
const missing = () => needed.filter((tool) => !tool.found());

const worthIt = ({ apt, optional }) => !optional || known(apt);
if (program('apt-get') && asRoot() && missing().some(worthIt))
  aptInstall(missing().map(({ apt }) => apt));
const lacking = missing().filter(({ optional }) => !optional);
if (lacking.length)
  fail(`Missing, and not to be installed from here:\n\n${lacking.map(howToGet).join('\n')}`);

const age = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
if (age('node_modules/.package-lock.json') < age('package-lock.json'))
  process.exitCode = spawnSync('npm', ['ci'], { stdio: 'inherit' }).status ?? 1;
