// Builds a page with each host, and opens it wide and narrow, light and dark: npm run test:hosts, or some of
// them: npm run test:hosts -- vue hugo. The pictures to look at are in build/hosts/.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { launch } from '../bench/browser.mjs';
import { serve } from '../../.tools/serve.mjs';
import { checked } from './checked.mjs';
import { hosts } from './hosts.mjs';
import { frontEnd, lookAtMarimo, serveMarimo } from './marimo.mjs';
import { lookAtNotebook, serveLab } from './notebook.mjs';
import { lookAtPosts, serveWordPress } from './wordpress.mjs';

const folder = resolve('build/hosts');
mkdirSync(folder, { recursive: true });

function run([command, ...args], cwd) {
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1', CI: '1', DO_NOT_TRACK: '1' };
  return execFileSync(command, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Installs what a package.json names, once. @param {string} wanted the file @param {string} into the folder */
function installed(wanted, into) {
  const text = readFileSync(wanted, 'utf8');
  const here = join(into, 'package.json');
  const done = existsSync(join(into, 'node_modules/.package-lock.json'));
  if (done && readFileSync(here, 'utf8') === text) return;
  mkdirSync(into, { recursive: true });
  writeFileSync(here, text);
  run(['npm', 'install', '--no-package-lock', '--no-audit', '--no-fund'], into);
}

/** Unpacks a package without what it depends on. @param {string} wanted @param {string} place */
function unpacked(wanted, place) {
  const packed = run(['npm', 'pack', wanted, '--json', '--pack-destination', folder], '.');
  const [{ filename }] = JSON.parse(packed);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  run(['tar', '-xzf', filename, '--strip-components=1', '-C', place], folder);
}

/** The hosts once, the package each time: it is unpacked, since it depends on nothing. */
function install(names) {
  installed('tests/hosts/package.json', folder);
  // JupyterLab has another React than the host of that name.
  if (names.includes('notebook'))
    installed('tests/hosts/jupyter/package.json', join(folder, 'jupyter'));
  const marimo = join(folder, frontEnd);
  if (names.includes('marimo') && !existsSync(join(marimo, 'dist'))) unpacked(frontEnd, marimo);
  unpacked('./dist', join(folder, 'node_modules/convolution-playground'));
}

/** Writes the files of a host's project and builds it; answers with the folder of the page. */
function built(name, { files, build = [], out }) {
  const project = join(folder, name);
  rmSync(project, { recursive: true, force: true });
  const manifest = { 'package.json': '{ "private": true, "type": "module" }\n' };
  for (const [file, text] of Object.entries({ ...manifest, ...files })) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  if (!existsSync(join(project, 'node_modules')))
    symlinkSync(join(folder, 'node_modules'), join(project, 'node_modules'));
  for (const command of build) run(command, project);
  return join(project, out);
}

/** Dark or light: what an element wears, and what the page behind it has, unless it has its own ground. */
function schemes(element) {
  const { backgroundColor } = getComputedStyle(element.shadowRoot.querySelector('.playground'));
  const own = element.style.colorScheme;
  if (backgroundColor !== 'rgba(0, 0, 0, 0)') return { own, behind: own };
  let behind = element;
  const ground = () =>
    getComputedStyle(behind)
      .backgroundColor.match(/[\d.]+/g)
      .map(Number);
  while (behind.parentElement && ground()[3] === 0) behind = behind.parentElement;
  const [r, g, b, alpha = 1] = ground();
  const page =
    alpha === 0 && getComputedStyle(behind).colorScheme.includes('dark')
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : alpha > 0 && r + g + b < 382;
  return { own, behind: page ? 'dark' : 'light' };
}

/** What a playground shows lies within its box. */
const fits = (element) => {
  const box = element.getBoundingClientRect();
  const inner = element.shadowRoot.querySelector('.playground').getBoundingClientRect();
  return {
    box: Math.round(box.height),
    inner: Math.round(inner.height),
    width: Math.round(box.width),
  };
};

/**
 * Opens a page of a host.
 * @param {import('./checked.mjs').Sight} at
 * @returns {Promise<string[]>} what holds of it; rejected with what does not
 */
function look(at) {
  const { url, dress, picture } = at;
  return checked(at, { height: 800 }, async (page, holds) => {
    await page.goto(url);
    const element = page.locator('conv-playground');
    await element.scrollIntoViewIfNeeded();
    await element.getByRole('gridcell', { name: 'Y[2,1] = 12', exact: true }).first().waitFor();
    const { box, inner } = await element.evaluate(fits);
    holds('the numbers are there', true);
    holds('the element is as high as its content', Math.abs(box - inner) <= 2, { box, inner });
    const { own, behind } = await element.evaluate(schemes);
    holds('it is as dark as what is behind it', own === behind, { own, behind });

    // Typing belongs to the cell, also where keys turn slides or open a search.
    await element.getByRole('gridcell', { name: 'X[0,0] = 0', exact: true }).first().focus();
    const cell = element.getByRole('textbox', { name: 'X[0,0]', exact: true });
    await cell.waitFor();
    await page.keyboard.type('0.5');
    const typed = await cell.inputValue();
    holds('what is typed stays', typed === '0.5', typed);
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('conv-playground').result?.y?.data[1] === 0.5,
    );
    holds('the address stays', page.url().split('#')[1]?.includes('x=') !== true, page.url());
    await page.screenshot({ path: `${picture}.png`, fullPage: true });

    await page.evaluate(() => globalThis.deck?.next());
    const frame = page.locator('iframe');
    await frame.scrollIntoViewIfNeeded();
    const inside = page.frameLocator('iframe');
    await inside.getByRole('gridcell', { name: 'Y[0,1] = 2', exact: true }).first().waitFor();
    // A height is asked for with the next frame.
    await page.waitForTimeout(500);
    const shown = await frame.evaluate(({ clientHeight }) => clientHeight);
    const needed = await inside
      .locator('conv-playground')
      .evaluate((each) => each.getBoundingClientRect().height);
    holds('the frame is as high as its content', Math.abs(shown - needed) <= 2, { shown, needed });
    const frameWears = await inside
      .locator('conv-playground')
      .evaluate(({ style }) => style.colorScheme);
    const words = await frame.evaluate((each) => getComputedStyle(each).color);
    const [r, g, b] = words.match(/[\d.]+/g).map(Number);
    holds('the frame is as dark as the page', frameWears === (r + g + b > 382 ? 'dark' : 'light'), {
      frameWears,
      words,
    });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    holds('nothing sticks out', !(scrollWidth > clientWidth), { scrollWidth, clientWidth });
    await page.screenshot({ path: `${picture}-frame.png` });
  });
}

const site = await serve({ root: 'dist' });
const all = hosts(site.url);
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all);
const unknown = names.filter((name) => !(name in all));
if (unknown.length) {
  console.error(
    `No host is called ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}`,
  );
  process.exit(1);
}
install(names);
const widths = [1280, 400];
const dresses = ['light', 'dark'];
const browser = await launch();
/** What browsers ask for though no page has named it. */
const unasked = { '/favicon.ico': '' };
/** What serves a host that is more than files, and what looks at it. */
const others = {
  notebook: { serve: serveLab, looks: [lookAtNotebook] },
  marimo: { serve: serveMarimo, looks: [lookAtMarimo] },
  wordpress: { serve: serveWordPress, looks: [look, lookAtPosts] },
};
const served = (name, root) => others[name]?.serve(root) ?? serve({ root, pages: unasked });
async function lookAt(name, url, width, dress) {
  const picture = join(folder, `${name}-${width}-${dress}`);
  const held = [];
  for (const each of others[name]?.looks ?? [look])
    held.push(...(await each({ browser, url, site: site.url, width, dress, picture })));
  return held;
}
let failed = 0;
for (const name of names) {
  try {
    const { url, close } = await served(name, built(name, all[name]));
    const wrong = [];
    let held = [];
    for (const width of widths)
      for (const dress of dresses) {
        try {
          held = await lookAt(name, url, width, dress);
        } catch (error) {
          wrong.push(`${width} px, ${dress}: ${error.message.slice(0, 600)}`);
        }
      }
    await close();
    if (wrong.length) throw new Error(wrong.join('\n  '));
    const where = `${widths.join(' and ')} px, ${dresses.join(' and ')}`;
    console.log(`passed  ${name}, ${where}: ${held.join('; ')}`);
  } catch (error) {
    failed++;
    console.log(`FAILED  ${name}\n  ${(error.stderr || error.message).slice(0, 2500)}`);
  }
}
await browser.close();
await site.close();
console.log(failed ? `${failed} of ${names.length} failed` : 'all passed');
process.exitCode = failed ? 1 : 0;
