import { readFileSync } from 'node:fs';

const name = '#engine-bytes';

/** For Vite and Vitest: `import bytes from '#engine-bytes'` gives the engine's module as base64. */
export const engineBytes = {
  name: 'engine-bytes',
  enforce: 'pre',

  resolveId: (id) => (id === name ? `\0${name}` : undefined),

  load(id) {
    if (id !== `\0${name}`) return undefined;
    const file = new URL('../build/wasm/engine-module.wasm', import.meta.url);
    return `export default ${JSON.stringify(readFileSync(file).toString('base64'))};`;
  },
};
