// Runs every check of the project but those that take long (README.md names them), cheapest news last, and
// ends with what failed. The C++ tests run under the sanitizers, which find what they find without too.
import { spawnSync } from 'node:child_process';

const steps = ['build', 'test:asan', 'lint:types', 'lint:format', 'test:web', 'test:e2e'];

const results = [];
for (const step of steps) {
  console.log(`\n=== npm run ${step}`);
  const start = Date.now();
  const passed = spawnSync('npm', ['run', '--silent', step], { stdio: 'inherit' }).status === 0;
  results.push({ step, passed, seconds: Math.round((Date.now() - start) / 1000) });
  // Without a build the rest would test an old one.
  if (step === 'build' && !passed) break;
}

console.log('');
for (const { step, passed, seconds } of results)
  console.log(`${passed ? 'passed' : 'FAILED'}  npm run ${step} (${seconds} s)`);
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
