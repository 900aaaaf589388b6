// The headless browser that the benchmarks run in, and the machine under it.
import { chromium as browserType } from '@playwright/test';
import { cpus, loadavg } from 'node:os';
import { chromium } from '../../.tools/find.mjs';

export const launch = () =>
  browserType.launch({
    executablePath: chromium(),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });

/** Where and when figures were taken, and how busy the machine was before. */
export const circumstances = (browser) => ({
  date: new Date().toISOString().slice(0, 10),
  processor: cpus()[0].model.trim(),
  cores: cpus().length,
  browser: `Chromium ${browser.version()}`,
  load: loadavg()[0],
});
