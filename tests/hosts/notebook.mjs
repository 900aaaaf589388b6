// A notebook in JupyterLab: what a person and Python do to a widget. JupyterLab and anywidget are those of the npm
// registry; where anywidget's Python is not installed, jupyter/anywidget.py speaks its protocol.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { checked } from './checked.mjs';
import { freePort, started } from './server.mjs';
import { widgetsOf } from './widgets.mjs';

/** The Python that has the server, be it the system's or the first on the path. */
const python = () =>
  ['/usr/bin/python3', 'python3'].find(
    (each) => spawnSync(each, ['-c', 'import jupyterlab_server, ipykernel']).status === 0,
  );

const cell = (source, i) => ({
  ...{ cell_type: 'code', id: `cell-${i}`, execution_count: null, metadata: {}, outputs: [] },
  source,
});

/** The text of a notebook with these cells. @param {string[]} cells */
export const notebook = (cells) =>
  JSON.stringify({
    cells: cells.map(cell),
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    ...{ nbformat: 4, nbformat_minor: 5 },
  });

/**
 * Serves the notebooks of a folder, with the JupyterLab that was built into it.
 * @returns {Promise<{ url: string, close(): Promise<void> }>}
 */
export async function serveLab(folder) {
  const port = await freePort();
  const command = [resolve('tests/hosts/jupyter/server.py'), 'lab', '.', `${port}`];
  // What Jupyter keeps is kept there, and none of what else is on this machine is asked for.
  const env = { ...process.env, HOME: join(folder, 'home'), JUPYTER_PLATFORM_DIRS: '0' };
  for (const name of Object.keys(env)) if (/^(JUPYTER_|XDG_)/.test(name)) delete env[name];
  const url = `http://127.0.0.1:${port}/lab`;
  const answers = async () => (await fetch(url)).ok;
  const close = await started([python(), ...command], { cwd: folder, env }, answers);
  return { url, close };
}

/**
 * Opens the notebook of a folder and goes through what a lesson does with it.
 * @param {import('./checked.mjs').Sight} at
 * @returns {Promise<string[]>} what holds of it; rejected with what does not
 */
export function lookAtNotebook(at) {
  const { url, site, dress, picture } = at;
  const theme = dress === 'dark' ? 'Dark' : 'Light';
  // An older server than this JupyterLab does not know all that it asks for, which it tells.
  const ours = (text, from) => from.includes(site);
  return checked(at, { height: 900, ours }, async (page, holds) => {
    const lab = (command, args) =>
      page.evaluate(
        ([name, args]) => globalThis.jupyterapp.commands.execute(name, args),
        [command, args],
      );
    /** Runs a line in the notebook's own Python; answers with what it printed. */
    const say = (code) =>
      page.evaluate(async (code) => {
        const { kernel } = globalThis.jupyterapp.shell.currentWidget.sessionContext.session;
        const future = kernel.requestExecute({ code });
        let said = '';
        future.onIOPub = ({ header, content }) => {
          if (header.msg_type === 'stream') said += content.text;
          if (header.msg_type === 'error') said += content.traceback.join('\n');
        };
        await future.done;
        return said.trim();
      }, code);
    /** Waits until Python says something. */
    async function says(code, expected) {
      let said;
      for (let i = 0; i < 100; i++) {
        said = await say(code);
        if (said === expected) return true;
        await page.waitForTimeout(50);
      }
      return said;
    }
    const opened = () =>
      page.waitForFunction(
        () =>
          globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status ===
          'idle',
      );
    const { elements, named, sticking } = widgetsOf(page);
    const shape = () =>
      page.evaluate(() => {
        const { widgets, activeCellIndex, mode } =
          globalThis.jupyterapp.shell.currentWidget.content;
        return [widgets.map(({ model }) => model.type).join(), activeCellIndex, mode].join(' ');
      });

    await page.goto(`${url}/tree/notebook.ipynb`);
    await opened();
    await lab('apputils:change-theme', { theme: `JupyterLab ${theme}` });
    // Its files would take all of a narrow window.
    await page.evaluate(() => globalThis.jupyterapp.shell.collapseLeft());
    await lab('notebook:run-all-cells');
    await named(0, 'Y[2,1] = 12').waitFor();
    await named(1, 'Y[1,1] = 24').waitFor();
    const first = `{'y': {'shape': [1, 1, 3, 3], 'data': [0, 0, 1, 0, 4, 6, 4, 12, 9]}}`;
    const told = await says('print(layer.result)', first);
    holds('Python has the result', told === true, told);
    const wears = await elements.evaluateAll((all) => all.map(({ style }) => style.colorScheme));
    holds(
      'they wear the theme',
      wears.every((worn) => worn === dress),
      wears,
    );

    // A person's hand: a click, digits, Enter.
    await named(0, 'X[0,0] = 0').click();
    const before = await shape();
    await page.keyboard.type('0.5');
    await page.keyboard.press('Enter');
    const edited = await says(
      'print(layer.state, layer.result["y"]["data"][1])',
      'v=1&x=0.5,1;2,3&end 0.5',
    );
    holds('Python has the state after an edit', edited === true, edited);
    holds('the other one is left', (await say('print("x=5" in second.state)')) === 'False');
    // In cells that are no text fields, these are JupyterLab's own: move, cut, delete, add, merge, search.
    await named(0, 'Y[1,1]').click();
    for (const key of [
      'ArrowDown',
      'ArrowUp',
      'd',
      'd',
      'x',
      'a',
      'b',
      '0',
      '0',
      '/',
      'm',
      'Enter',
      'Escape',
    ])
      await page.keyboard.press(key);
    await page.keyboard.press('Control+z');
    holds('its keys are its own', (await shape()) === before, await shape());
    const undone = await says('print(layer.state)', 'v=1&end');
    holds('Ctrl+Z takes back the edit', undone === true, undone);

    const set =
      "layer.state = 'op=conv&x=arange:4x4&k=ones:2x2'; layer.lang = 'zh'; layer.hide = 'header,panels'";
    await say(set);
    await named(0, 'Y[0,0] = 10').waitFor();
    await elements.nth(0).getByText('步幅').first().waitFor();
    const computed = await says(
      'print(layer.result["y"]["shape"], layer.result["y"]["data"][0])',
      '[1, 1, 3, 3] 10',
    );
    holds('what Python sets is shown and computed', computed === true, computed);

    // The second is locked but for its numbers in X.
    await named(1, 'K[0,0]').click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    const stride = elements.nth(1).getByRole('textbox', { name: 'stride' });
    holds('a locked setting cannot be typed into', !(await stride.isEditable()));
    const locked = await say('print(second.state)');
    holds('what is locked stays', locked.includes('op=conv&x=arange:3x3&k=ones:2x2'), locked);
    await say('second.state = "s=0"');
    const wrong = await says('print(second.result["error"]["field"])', 'stride');
    holds('Python has what is wrong', wrong === true, wrong);
    await say('second.state = "nonsense=&x=1,2;3&theme=</script>"');
    holds(
      'a state that cannot be read says so',
      await elements.nth(1).getByRole('alert').isVisible(),
    );
    await say('second.state = "op=conv&x=arange:3x3&k=ones:2x2"');
    await named(1, 'Y[1,1] = 24').waitFor();

    const other = theme === 'Dark' ? 'Light' : 'Dark';
    await lab('apputils:change-theme', { theme: `JupyterLab ${other}` });
    await page.waitForFunction(
      (scheme) =>
        [...document.querySelectorAll('conv-playground')].every(
          ({ style }) => style.colorScheme === scheme,
        ),
      other.toLowerCase(),
    );
    holds('another theme is followed', true);
    await lab('apputils:change-theme', { theme: `JupyterLab ${theme}` });
    const out = await sticking();
    holds('nothing sticks out', Math.max(...out) <= 0, out);
    await elements.nth(0).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${picture}.png` });

    // Saved and opened again: the kernel still has the widgets.
    await lab('docmanager:save');
    await page.reload();
    await opened();
    await named(0, 'Y[0,0] = 10').waitFor();
    await named(1, 'Y[1,1] = 24').waitFor();
    await named(1, 'X[0,0] = 0').click();
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');
    const again = await says('print(second.result["y"]["data"][0])', '17');
    holds('a saved notebook shows them again, and Python goes on hearing', again === true, again);
    // The next one begins with the notebook as it was, and with a Python of its own.
    await lab('notebook:clear-all-cell-outputs');
    await lab('docmanager:save');
    await page.evaluate(() => globalThis.jupyterapp.shell.currentWidget.sessionContext.shutdown());
  });
}
