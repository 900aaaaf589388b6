import { defineConfig } from '@playwright/test';
import { chromium, headlessShell } from '../../.tools/find.mjs';

/** What walks through so many states that it has a command of its own. */
const long = ['computing', 'in-sight', 'locks', 'offline', 'one-file', 'walk', 'widths'].map(
  (name) => `${name}.spec.js`,
);

const wide = { width: 1280, height: 800 };

export default defineConfig({
  globalSetup: './site.js',
  outputDir: '../../build/e2e',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 180_000, // for the slowest of machines
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.SITE,
    launchOptions: {
      executablePath: headlessShell() ?? chromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
      ],
    },
    screenshot: 'only-on-failure',
    // What it fetches ahead would take its time in each test, and would answer for the tests' own servers.
    serviceWorkers: 'block',
  },
  projects: [
    {
      name: 'wide',
      testIgnore: ['touch.spec.js', ...long],
      grepInvert: /@narrow/,
      use: { viewport: wide },
    },
    {
      name: 'narrow',
      testIgnore: long,
      grep: /touch\.spec|@any-width|@narrow/, // the rest is the same at any width
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
    { name: 'long', testMatch: long, use: { viewport: wide } },
  ],
});
