// Looks for programs and headers on this machine.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The file that a command name stands for, if it is on the PATH. */
export function program(name) {
  for (const folder of process.env.PATH.split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // not in this folder
    }
  }
}

/** Whether a C++ header is in one of the places where CMake looks for packages by itself. */
export function header(name) {
  const prefixes = [
    ...(process.env.CMAKE_PREFIX_PATH ?? '').split(/[:;]/),
    process.env.CONDA_PREFIX,
    '/usr',
    '/usr/local',
    '/opt/homebrew',
  ];
  return prefixes.some((prefix) => prefix && existsSync(join(prefix, 'include', name)));
}

/** The system's Chromium or Chrome; CHROMIUM names another one. */
export function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    ['chromium', 'chromium-browser', 'google-chrome'].map(program).find(Boolean) ??
    (existsSync(onMac) ? onMac : undefined)
  );
}

/** The same browser without windows, which takes half the time for the tests; only Debian has it as a package. */
export const headlessShell = () => process.env.CHROMIUM || program('chromium-headless-shell');

/** The folder of an unpacked WordPress: Debian's, or the one that WORDPRESS names. */
export function wordpress() {
  const folder = process.env.WORDPRESS || '/usr/share/wordpress';
  return existsSync(join(folder, 'wp-load.php')) ? folder : undefined;
}

/** The database's server; Debian has it where only root looks. */
export const mariadb = () =>
  program('mariadbd') ?? ['/usr/sbin/mariadbd'].find((file) => existsSync(file));
