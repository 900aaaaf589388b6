// Servers of other programs that hosts need: each has a port of its own and ends with the tests.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that was free just now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts a server and waits until it answers.
 * @param {string[]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} where
 * @param {() => Promise<unknown>} answers tries it; true in some way once it does
 * @returns {Promise<() => Promise<void>>} what ends it
 */
export async function started([program, ...args], where, answers) {
  const server = spawn(program, args, { ...where, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (text) => (log = (log + text).slice(-5000)));
  server.on('error', (error) => (log += error));
  const ended = new Promise((done) => server.once('close', done));
  const kill = () => server.kill();
  process.once('exit', kill); // also where the tests themselves fail
  let over = false;
  ended.then(() => (over = true));
  while (!(await answers().catch(() => false))) {
    if (over) throw new Error(`${program} ended: ${log}`);
    await new Promise((go) => setTimeout(go, 100));
  }
  return async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
}
