// Runs clang-tidy on every source of the native build, as many at once as there are processors.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const folder = 'build/native';
const commands = JSON.parse(readFileSync(`${folder}/compile_commands.json`, 'utf8'));
const files = commands.map(({ file }) => file);

async function worker() {
  for (let file; (file = files.shift());) {
    await new Promise((done) => {
      execFile('clang-tidy', ['--quiet', '-p', folder, file], (error, stdout) => {
        if (error) process.exitCode = 1;
        process.stdout.write(stdout);
        done();
      });
    });
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
