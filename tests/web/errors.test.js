import { afterEach, describe, expect, it, test } from 'vitest';
import { read } from '../../web/code.js';
import { words as en } from '../../web/code/words.en.js';
import { words as zh } from '../../web/code/words.zh.js';
import { understood } from '../../web/code/reading/understand.js';
import { filled } from '../../web/i18n/index.js';
import { words as page } from '../../web/i18n/page.zh.js';
import { diagnosed } from '../../web/model/diagnosis.js';
import { evaluated } from '../../web/model/evaluate.js';
import { readLink } from '../../web/state/link.js';
import { messages } from './error-messages.js';
import { engine } from './load.js';

// Lets the tests' runner hear of each of so many.
afterEach(() => new Promise((done) => setImmediate(done)));

const sides = async (link) => evaluated(engine, (await readLink(link)).state).y.shape.slice(2);

describe('an error message', () => {
  it('is one of many', () => expect(messages.length).toBeGreaterThan(70));

  test.each(messages)('%j', async (text, link, remedy) => {
    const answer = read(text);
    expect(answer.links).toEqual([link]);
    expect(answer.wrong).toMatch(/ .*\.$/);
    expect(answer.remedies[0].link).toBe(remedy);
    for (const each of answer.remedies) {
      const { state } = await readLink(each.link);
      expect(evaluated(engine, state).fault).toBeUndefined();
    }
    const said = [answer.wrong, ...answer.notes, ...answer.remedies.map(({ words }) => words)];
    for (const sentence of said)
      expect(sentence).not.toMatch(/problem\.|undefined|NaN|\{(?![\d, ]+\})/);
  });

  test.each(messages)('says in Chinese too what is wrong: %j', (text) => {
    const t = (key, values = {}) => filled({ ...page, ...zh }[key] ?? key, values);
    const { wrong, remedies } = diagnosed(engine, understood(text).choices[0], t);
    expect(wrong).toMatch(/\p{Script=Han}/u);
    for (const { words } of remedies) expect(words).not.toMatch(/problem\.|fault\.|undefined|\{/);
  });

  it('stays one where a console broke its lines', () => {
    const [text, link] = messages[0];
    expect(read(text.replace(/(.{40}\S*) /g, '$1\n    ')).links).toEqual([link]);
    expect(read(`> ${text}`).links).toEqual([link]);
  });

  it('of a skip connection leads to the size that is wanted', async () => {
    const answer = read(
      'Sizes of tensors must match except in dimension 1. Expected size 24 but got size 25 for tensor number 1 in the list.',
    );
    expect(answer.links[0]).toContain('panel=shapes');
    expect(await sides(answer.links[0])).toEqual([24, 24]);
    for (const { link } of answer.remedies) {
      expect(link).toContain('panel=shapes');
      expect(await sides(link)).toEqual([25, 25]);
    }
  });

  it('takes from the code around it what it does not say', async () => {
    const code = 'self.up = nn.ConvTranspose2d(6, 4, 4, stride=2, padding=1)';
    const other = 'self.conv = nn.Conv2d(4, 4, 3)';
    const message =
      'ValueError: requested an output size of (18, 18), but valid sizes range from [14, 14] to [15, 15] (for an input of torch.Size([7, 7]))';
    const { links, notes } = read(`${other}\n${code}\n...\n${message}`);
    expect(links[0]).toContain('x=rand:6x7x7:1&k=rand:6x4x4x4:2');
    expect(links[0]).toContain('p=1');
    expect(notes).toEqual(['The numbers of X and K are drawn here.']);
    expect(read(message).notes).toContain(
      'Neither the message nor its code says it; assumed here: kernel_size=2, padding=0.',
    );
  });

  it('of three axes is refused, and so is one of no convolution', () => {
    const cube =
      "Calculated padded input size per channel: (2 x 5 x 5). Kernel size: (3 x 3 x 3). Kernel size can't be greater than actual input size";
    expect(read(cube).problem.message).toBe(filled(en['problem.axes'], {}));
    const other = 'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x512 and 256x10)';
    expect(read(`x = net(x)\n${other}`).problem).toMatchObject({ row: 2, column: 1 });
  });

  test.each(messages)('with any other numbers is no trouble: %j', async (text) => {
    for (const number of ['0', '1', '7', '4096', '99999999', '999999999999999999999']) {
      const answer = read(text.replace(/\d+/g, number));
      for (const link of answer.links ?? [])
        expect(await readLink(link)).not.toHaveProperty('problems');
    }
  });
});
