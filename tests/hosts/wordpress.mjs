// A WordPress with posts of an administrator, and of an author, whose HTML it filters. It is installed in an empty
// database, which lies beside it.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { mariadb, wordpress } from '../../.tools/find.mjs';
import { checked } from './checked.mjs';
import { freePort, started } from './server.mjs';

const block = (name, html) => `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->\n\n`;

/** A post with lines in a block of custom HTML. @param {string} html */
export const post = (html) => block('paragraph', '<p>A text.</p>') + block('html', html);

/** A post with a picture that leads somewhere. @param {string} image @param {string} to */
export const picture = (image, to) =>
  block(
    'image',
    `<figure class="wp-block-image"><a href="${to}"><img src="${image}" alt="A layer"/></a></figure>`,
  );

/** Starts a database for one folder; whoever is on this machine may use it. */
function startDatabase(folder, port) {
  const command = [mariadb(), '--no-defaults', '--datadir=.', '--socket=socket', '--pid-file=pid'];
  // Without its tables of who may do what, there is nothing to set up.
  command.push('--skip-grant-tables', '--bind-address=127.0.0.1', `--port=${port}`);
  if (process.getuid?.() === 0) command.push('--user=root');
  mkdirSync(folder);
  return started(command, { cwd: folder }, async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return socket.destroy();
  });
}

/**
 * Installs WordPress in a folder, with the files that are in posts/<who>/, and serves it.
 * @returns {Promise<{ url: string, close(): Promise<void> }>} `url`: of the post that is called page
 */
export async function serveWordPress(folder) {
  const [site, posts] = ['site', 'posts'].map((name) => join(folder, name));
  cpSync(wordpress(), site, { recursive: true, dereference: true });
  cpSync('tests/hosts/wordpress/wp-config.php', join(site, 'wp-config.php'));
  writeFileSync(join(site, 'favicon.ico'), ''); // browsers ask for it
  const [port, database] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}/`;
  const env = { ...process.env, SITE: url.slice(0, -1), DATABASE_PORT: `${database}` };
  const ends = [await startDatabase(join(folder, 'data'), database)];
  const close = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    const install = [resolve('tests/hosts/wordpress/install.php'), site, posts];
    execFileSync('php', install, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const command = ['php', '-S', `127.0.0.1:${port}`, '-t', site];
    ends.push(await started(command, { cwd: site, env }, async () => (await fetch(url)).ok));
    return { url: `${url}?name=page`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the other posts: the recipe's frame, what is left of it where it is filtered, and a picture.
 * @param {import('./checked.mjs').Sight} at
 * @returns {Promise<string[]>} what holds of them; rejected with what does not
 */
export function lookAtPosts(at) {
  const { url, site, picture } = at;
  return checked(at, { height: 1400 }, async (page, holds) => {
    const show = (name) => page.goto(String(new URL(`?name=${name}`, url)));
    const named = (place) => place.getByRole('gridcell', { name: 'Y[2,1] = 12', exact: true });
    const left = (each) => Math.round(each.getBoundingClientRect().left);
    await show('frame');
    const frame = page.locator('iframe');
    const inside = page.frameLocator('iframe');
    await frame.scrollIntoViewIfNeeded();
    await named(inside).first().waitFor();
    await page.waitForTimeout(500); // a height is asked for with the next frame
    const shown = await frame.evaluate(({ clientHeight }) => clientHeight);
    const { height, theme, over } = await inside.locator('conv-playground').evaluate((each) => ({
      height: each.getBoundingClientRect().height,
      theme: each.style.colorScheme,
      over: document.documentElement.scrollWidth - innerWidth,
    }));
    holds("a post's frame in a sandbox is as high as its content", Math.abs(shown - height) <= 2, {
      shown,
      height,
    });
    holds('it is as light as the post', theme === 'light', theme);
    const [text, own] = [
      await page.getByText('A text.').evaluate(left),
      await frame.evaluate(left),
    ];
    holds('it stands where the text does', text === own, { text, own });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    holds('nothing sticks out of either', beyond <= 0 && over <= 0, { beyond, over });
    await page.screenshot({ path: `${picture}-post.png` });

    await show('filtered');
    const rest = await page.locator('.entry-content').innerHTML();
    holds("of an author's frame the link is left", !/<iframe|<script/.test(rest), rest);
    await page.screenshot({ path: `${picture}-filtered.png` });
    await page.locator('.entry-content a').click();
    await named(page).first().waitFor();
    holds('it opens the layer', page.url().startsWith(site), page.url());

    await show('picture');
    await page.locator('.entry-content a:has(img)').click();
    await named(page).first().waitFor();
    holds("so does an author's picture", page.url().startsWith(site), page.url());
  });
}
