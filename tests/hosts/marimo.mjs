// A notebook in marimo: what a person and Python do to a widget. The front end is that of the npm registry; what
// marimo's Python says to it and hears from it, this file does, from within the browser's requests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../.tools/serve.mjs';
import { checked } from './checked.mjs';
import { widgetsOf } from './widgets.mjs';

const version = '0.24.2';

/** Its package, of which the built page is needed and none of the packages that this was built from. */
export const frontEnd = `@marimo-team/frontend@${version}`;

/** The notebook's cells, each with its widget. */
const cells = {
  Hbol: { model: 'first', state: 'op=tconv&x=0,1;2,3&k=0,1;2,3', lock: '' },
  MJUe: {
    model: 'second',
    state: 'op=conv&x=arange:3x3&k=ones:2x2',
    lock: 'operation,settings,k',
  },
};
const ids = Object.keys(cells);

/** Serves the front end, told that it edits a notebook. @param {string} folder */
export async function serveMarimo(folder) {
  const config = {
    ...{ filename: 'notebook.py', mode: 'edit', version, serverToken: 'token' },
    config: { display: { theme: 'system' } },
    ...{ configOverrides: {}, appConfig: { width: 'medium' }, view: { showAppCode: true } },
    ...{ session: null, notebook: null, runtimeConfig: null },
  };
  const index = readFileSync(join(folder, 'index.html'), 'utf8');
  return serve({
    root: folder,
    pages: { '/': index.replace("'{{ mount_config }}'", () => JSON.stringify(config)) },
  });
}

/** Stands in for marimo's Python: two widgets, one by its address, one as the text of a file. */
async function python(page, site) {
  const models = Object.fromEntries(
    Object.values(cells).map(({ model, ...given }) => [
      model,
      { ...given, hide: 'header', lang: '', theme: '', result: {} },
    ]),
  );
  const url = { first: `${site}widget.js`, second: './@file/1-widget.js' };
  /** What it was asked to do. @type {string[]} */
  const asked = [];
  let socket;
  const send = (op, data) => socket.send(JSON.stringify({ op, data: { op, ...data } }));
  const say = (model, message) =>
    send('model-lifecycle', {
      model_id: model,
      message: { buffer_paths: [], buffers: [], ...message },
    });
  const show = (cell, html) =>
    send('cell-op', {
      ...{ cell_id: cell, status: 'idle', console: [], stale_inputs: false, timestamp: 0 },
      output: { channel: 'output', mimetype: 'text/html', data: html, timestamp: 0 },
    });

  await page.route('**/@file/**', (route) =>
    route.fulfill({ path: 'dist/widget.js', contentType: 'text/javascript' }),
  );
  await page.route(/\/(api|health)\b/, async (route) => {
    const request = route.request();
    const name = new URL(request.url()).pathname.split('/').at(-1);
    if (request.method() === 'POST') asked.push(name);
    if (name === 'set_model_value') {
      const { modelId, message } = request.postDataJSON();
      Object.assign(models[modelId], message.state);
    }
    const usage = { memory: { total: 1, used: 0, available: 1, percent: 1 }, cpu: { percent: 1 } };
    await route.fulfill({ json: { success: true, servers: [], ...usage } });
  });
  await page.routeWebSocket(/\/ws\b/, (opened) => {
    socket = opened;
    const codes = ids.map((id) => cells[id].model);
    send('kernel-ready', {
      ...{ cell_ids: ids, codes, names: ids.map(() => '_') },
      configs: ids.map(() => ({ disabled: false, hide_code: false })),
      last_executed_code: Object.fromEntries(ids.map((id, i) => [id, codes[i]])),
      ...{ layout: null, resumed: true, auto_instantiated: true, ui_values: {}, kiosk: false },
      ...{ last_execution_time: {}, app_config: { width: 'medium' } },
      capabilities: { terminal: false },
      consumer_capabilities: { edit: true, interact: true },
    });
    for (const id of ids) {
      const { model } = cells[id];
      const esm_spec = { url: url[model], hash: model };
      say(model, { method: 'open', state: models[model], esm_spec });
      const element = `<marimo-anywidget data-initial-value='{}' data-label='null' data-model-id='"${model}"'></marimo-anywidget>`;
      show(
        id,
        `<marimo-ui-element object-id='${id}-0' random-id='${model}'>${element}</marimo-ui-element>`,
      );
    }
    send('completed-run', {});
  });
  return {
    ...{ models, asked, show },
    close: (model) => say(model, { method: 'close' }),
    set(model, state) {
      Object.assign(models[model], state);
      say(model, { method: 'update', state });
    },
  };
}

/**
 * Opens the notebook and goes through what a lesson does with it.
 * @param {import('./checked.mjs').Sight} at
 * @returns {Promise<string[]>} what holds of it; rejected with what does not
 */
export function lookAtMarimo(at) {
  const { url, site, dress, picture } = at;
  // That there is no language server, marimo tells after half a minute.
  const ours = (text) => !text.startsWith('Language server');
  return checked(at, { height: 900, ours }, async (page, holds) => {
    const { models, asked, show, close, set } = await python(page, site);

    /** Waits until Python has something; answers with what it has instead. */
    async function has(read, expected) {
      for (let i = 0; i < 100; i++) {
        if (JSON.stringify(read()) === JSON.stringify(expected)) return true;
        await page.waitForTimeout(50);
      }
      return read() ?? null;
    }
    const { elements, named, sticking } = widgetsOf(page);
    /** The notebook's cells, and what is written in them. */
    const shape = () =>
      page
        .locator('[data-cell-id]')
        .evaluateAll((all) =>
          all.map(
            (cell) => `${cell.dataset.cellId} ${cell.querySelector('.cm-content')?.textContent}`,
          ),
        );
    /** What they wear, once marimo wears that. */
    async function worn(scheme) {
      await page.waitForFunction((name) => document.body.classList.contains(name), scheme);
      await page.waitForTimeout(200);
      return elements.evaluateAll((all) => all.map(({ style }) => style.colorScheme).join());
    }

    await page.goto(url);
    await named(0, 'Y[2,1] = 12').waitFor();
    await named(1, 'Y[1,1] = 24').waitFor();
    const y = { shape: [1, 1, 3, 3], data: [0, 0, 1, 0, 4, 6, 4, 12, 9] };
    const told = await has(() => models.first.result, { y });
    holds('Python has the result', told === true, told);
    const wears = await worn(dress);
    holds('they wear the theme', wears === `${dress},${dress}`, wears);

    await named(0, 'X[0,0] = 0').click();
    const before = await shape();
    await page.keyboard.type('0.5');
    await page.keyboard.press('Enter');
    const edited = await has(
      () => [models.first.state, models.first.result.y.data[1]],
      ['v=1&x=0.5,1;2,3&end', 0.5],
    );
    holds('Python has the state after an edit', edited === true, edited);
    holds('the other one is left', models.second.state === cells.MJUe.state, models.second);
    // In cells that are no text fields, these are marimo's own: move, add, cut, copy, paste, delete, run.
    await named(0, 'Y[1,1]').click();
    asked.length = 0;
    const keys =
      'ArrowDown ArrowUp a b x c v d d Enter Escape Shift+Enter Control+Enter Control+Shift+p Control+z';
    for (const key of keys.split(' ')) await page.keyboard.press(key);
    const undone = await has(() => models.first.state, 'v=1&end');
    holds('Ctrl+Z takes back the edit', undone === true, undone);
    const after = await shape();
    const others = asked.filter((name) => name !== 'set_model_value');
    holds('its keys are its own', after.join() === before.join() && others.length === 0, {
      ...{ before, after, others },
    });
    await page.keyboard.press('Control+s');
    const saved = await has(() => asked.includes('save'), true);
    holds('Ctrl+S saves the notebook', saved === true, asked);

    const state = 'op=conv&x=arange:4x4&k=ones:2x2';
    set('first', { state, lang: 'zh', hide: 'header,panels' });
    await named(0, 'Y[0,0] = 10').waitFor();
    await elements.nth(0).getByText('步幅').first().waitFor();
    const computed = await has(() => models.first.result.y?.data[0], 10);
    holds('what Python sets is shown and computed', computed === true, computed);
    await named(1, 'K[0,0]').click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const stride = elements.nth(1).getByRole('textbox', { name: 'stride' });
    holds('a locked setting cannot be typed into', !(await stride.isEditable()));
    holds('what is locked stays', models.second.state.includes('k=ones:2x2'), models.second);
    set('second', { state: 's=0' });
    const wrong = await has(() => models.second.result.error?.field, 'stride');
    holds('Python has what is wrong', wrong === true, wrong);
    set('second', { state: cells.MJUe.state });
    await named(1, 'Y[1,1] = 24').waitFor();

    const other = dress === 'dark' ? 'light' : 'dark';
    await page.emulateMedia({ colorScheme: other });
    const changed = await worn(other);
    holds('another theme is followed', changed === `${other},${other}`, changed);
    await page.emulateMedia({ colorScheme: dress });
    await worn(dress);
    const out = await sticking();
    holds('nothing sticks out', Math.max(...out) <= 0, out);
    await elements.nth(0).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${picture}.png` });

    await page.reload();
    await named(0, 'Y[0,0] = 10').waitFor();
    await named(1, 'X[0,0] = 0').click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    const again = await has(() => models.second.result.y?.data[0], 17);
    holds('a page opened again shows them, and Python goes on hearing', again === true, again);
    close('first');
    show('Hbol', 'nothing');
    await page.getByText('nothing', { exact: true }).waitFor();
    const left = await elements.count();
    holds('a cell that shows something else has let go of its own', left === 1, left);
  });
}
