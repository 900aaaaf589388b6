import { defineConfig } from '@playwright/test';
import { chromium } from '../../.tools/find.mjs';

export default defineConfig({
  globalSetup: './site.js',
  outputDir: '../../build/e2e',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000, // for the slowest of machines
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.SITE,
    launchOptions: {
      executablePath: chromium(),
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
    { name: 'wide', use: { viewport: { width: 1280, height: 800 } } },
    // What has no width, as the engine, links and other people's pages, or sets its own runs once.
    {
      name: 'narrow',
      testIgnore: [
        'code',
        'computing',
        'dress',
        'element',
        'embed',
        'engine',
        'examples',
        'failures',
        'first-visit',
        'frame',
        'host',
        'in-sight',
        'intake',
        'keys',
        'links',
        'offline',
        'one-file',
        'paste',
        'print',
        'share',
        'walk',
        'widget',
        'widths',
      ].map((name) => `${name}.spec.js`),
      use: { viewport: { width: 360, height: 740 }, hasTouch: true },
    },
  ],
});
