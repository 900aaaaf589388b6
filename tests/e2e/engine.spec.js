import { serve } from '../../.tools/serve.mjs';
import { expect, test } from './fixture.js';

/** A page of another origin that has nothing but the engine and the vectors. */
const plain = `<!doctype html><html lang="en"><title>Engine alone</title></html>`;
/** @type {{ url: string, close: () => Promise<void> }} */
let foreign;

test.beforeAll(async () => {
  foreign = await serve({ root: 'tests/vectors', pages: { '/': plain, '/favicon.ico': '' } });
});
test.afterAll(() => foreign.close());
test.beforeEach(({ page }) => page.goto(foreign.url));

const engineUrl = () => new URL('engine.js', process.env.SITE).href;

test('the engine is imported alone, as its contract says', async ({ page }) => {
  const answer = await page.evaluate(async (url) => {
    const { loadEngine, ConvError } = await import(url);
    const engine = await loadEngine();
    const x = { shape: [1, 1, 2, 2], data: new Float32Array([0, 1, 2, 3]) };
    const y = engine.convTranspose2d(x, x, {
      stride: 2,
      padding: { top: 1, bottom: 0, left: 0, right: 1 },
    });
    const bytes = await (await fetch(new URL('engine.wasm', url))).arrayBuffer();
    const compiled = await WebAssembly.compile(bytes);
    const others = [];
    for (const wasm of [new URL('engine.wasm', url).href, bytes, compiled]) {
      const other = await loadEngine({ wasm });
      others.push([...other.conv2d(x, x, { bias: new Float32Array([0.5]) }).data]);
    }
    try {
      engine.conv2d(x, x, { stride: [1, 0] });
    } catch (error) {
      const { name, code, field, axis, message } = error;
      const kinds = [error instanceof ConvError, error instanceof RangeError];
      return {
        shape: y.shape,
        data: [...y.data],
        type: y.data.constructor.name,
        others,
        kinds,
        name,
        code,
        field,
        axis,
        message,
      };
    }
  }, engineUrl());
  expect(answer).toMatchObject({
    shape: [1, 1, 3, 3],
    data: [0, 0, 2, 0, 2, 0, 4, 6, 6],
    type: 'Float32Array',
    others: [[14.5], [14.5], [14.5]],
    kinds: [true, true],
    name: 'ConvError',
    code: 'range',
    field: 'stride',
    axis: 'width',
  });
  expect(answer.message).toContain('0');
});

const modules = ['engine.wasm', 'fma/engine.wasm'];
for (const [file, type, wasm] of ['conv.json', 'conv_transpose.json'].flatMap((file) =>
  ['Float32Array', 'Float64Array'].flatMap((type) => modules.map((wasm) => [file, type, wasm])),
)) {
  test(`every case of ${file} holds in this browser as ${type}, by ${wasm}`, async ({ page }) => {
    const { count, wrong } = await page.evaluate(
      async ([url, file, type, wasm]) => {
        const { loadEngine } = await import(url);
        const { misses } = await import(new URL('check.js', location.href).href);
        const cases = await (await fetch(file)).json();
        const engine = await loadEngine({ wasm: new URL(wasm, url) });
        const wrong = cases.map(
          (example) => `${example.id} ${misses(engine, example, globalThis[type])}`,
        );
        return { count: cases.length, wrong: wrong.filter((text) => !text.endsWith(' ')) };
      },
      [engineUrl(), file, type, wasm],
    );
    expect(count).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
}

/** The modules that the engine asks for by itself, and whether it computes with what it got. */
async function loads(page) {
  const asked = [];
  page.on('request', (request) => {
    const [, name] = request.url().match(/\/((fma\/)?engine\.wasm)$/) ?? [];
    if (name) asked.push(name);
  });
  const data = await page.evaluate(async (url) => {
    const { loadEngine } = await import(url);
    const x = { shape: [1, 1, 1, 2], data: Float32Array.of(3, 4) };
    return [...(await loadEngine()).conv2d(x, x).data];
  }, engineUrl());
  expect(data).toEqual([25]);
  return asked;
}

test('a browser that multiplies and adds in one instruction gets the module for it', async ({
  page,
}) => {
  expect(await loads(page)).toEqual(['fma/engine.wasm']);
});

test('a browser that does not gets the other', async ({ page }) => {
  await page.evaluate(() => (WebAssembly.validate = () => false));
  expect(await loads(page)).toEqual(['engine.wasm']);
});

test('a server that has only the other, and a page for all else, is enough', async ({ page }) => {
  await page.route('**/fma/engine.wasm', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'Not here' }),
  );
  expect(await loads(page)).toEqual(['fma/engine.wasm', 'engine.wasm']);
});

test('every portable error is refused with its numbers, and the engine goes on', async ({
  page,
}) => {
  const { count, wrong } = await page.evaluate(async (url) => {
    const { ConvError, loadEngine } = await import(url);
    const { refusal } = await import(new URL('check.js', location.href).href);
    const [errors, refusals] = await Promise.all(
      ['errors.json', 'refusals.json'].map(async (file) => (await fetch(file)).json()),
    );
    const engine = await loadEngine();
    const x = { shape: [1, 1, 2, 2], data: Float64Array.of(0, 1, 2, 3) };
    const sorted = (numbers) => JSON.stringify(Object.entries(numbers).sort());
    const asked = errors.filter(({ id, portable }) => portable && !refusals[id].unasked);
    const wrong = asked.flatMap((example) => {
      const { code, field, axis, numbers } = refusals[example.id];
      const error = refusal(engine, example);
      const article = String(engine.convTranspose2d(x, x).data);
      const right =
        error instanceof ConvError &&
        error.code === code &&
        error.field === field &&
        error.axis === axis &&
        sorted(error.numbers) === sorted(numbers) &&
        article === '0,0,1,0,4,6,4,12,9';
      return right
        ? []
        : [`${example.id}: ${error?.code} ${error?.field} ${error}; then ${article}`];
    });
    return { count: asked.length, wrong };
  }, engineUrl());
  expect(count).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
