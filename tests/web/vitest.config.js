import { defineConfig } from 'vitest/config';

export default defineConfig({
  // No test depends on speed.
  test: { include: ['tests/web/**/*.test.js'], environment: 'node', testTimeout: 0 },
});
