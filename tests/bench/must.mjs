import { spawnSync } from 'node:child_process';

/** Runs a command that has to succeed; shows what it says only if it doesn't. */
export function must(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
}
