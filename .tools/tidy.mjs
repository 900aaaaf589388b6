// Runs clang-tidy on the sources of the native build, as many at once as there are processors.
// One that passed is looked at again when make has compiled it again: make knows what it includes.
import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

const tree = 'build/native';
const sources = JSON.parse(readFileSync(`${tree}/compile_commands.json`, 'utf8'))
  .map(({ file, directory, command }) => ({
    file,
    object: resolve(directory, /\s-o (\S+)/.exec(command)[1]),
  }))
  .filter(({ object }) => age(`${object}.tidy`) < Math.max(age(object), age('.clang-tidy')));

async function worker() {
  for (let source; (source = sources.shift());) {
    const { file, object } = source;
    await new Promise((done) => {
      execFile('clang-tidy', ['--quiet', '-p', tree, file], (error, stdout, stderr) => {
        if (error) {
          process.exitCode = 1;
          console.error(stdout || stderr);
        } else {
          writeFileSync(`${object}.tidy`, '');
        }
        done();
      });
    });
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
