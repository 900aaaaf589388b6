import { defineConfig } from 'vitest/config';
import { engineBytes } from '../../.tools/engine-bytes.mjs';

export default defineConfig({
  plugins: [engineBytes],
  // No test depends on speed.
  test: { include: ['tests/web/**/*.test.js'], environment: 'node', testTimeout: 0 },
});
