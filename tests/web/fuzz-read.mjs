// Reads texts that no one would write, 100,000 of them or as many as are asked for, and says what was thrown and
// which took longest: npm run fuzz:read, npm run fuzz:read -- 5000 --seed=7.
import { linksIn } from '../../web/code/read.js';
import { mutated } from './mutated.js';

/** The longest that one may take, in milliseconds of one processor. */
const most = 50;

const count = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? 100_000);
const [, seed = '1'] = /--seed=(\d+)/.exec(process.argv.join(' ')) ?? [];
const texts = mutated(Number(seed));

const spent = () => process.cpuUsage().user / 1000;
/** The best of some runs: others may have the processor as well, and code is compiled as it runs. */
function timeOf(text, times) {
  let best = Infinity;
  for (let i = 0; i < times && best > most; i++) {
    const start = spent();
    linksIn(text);
    best = Math.min(best, spent() - start);
  }
  return best;
}

const slow = [];
let thrown = 0;
for (let i = 0; i < count; i++) {
  const text = texts.next().value;
  try {
    const time = timeOf(text, 15);
    if (time > most) slow.push({ time, text });
  } catch (error) {
    thrown++;
    console.log(`threw ${error.stack}\n  ${JSON.stringify(text.slice(0, 200))}`);
  }
  if (i % 10_000 === 9_999) console.log(`${i + 1} texts, ${thrown} thrown, ${slow.length} slow`);
}
slow.sort((a, b) => b.time - a.time);
for (const { time, text } of slow.slice(0, 20))
  console.log(
    `${Math.round(time)} ms, ${text.length} characters: ${JSON.stringify(text.slice(0, 160))}`,
  );
console.log(`${count} texts: ${thrown} thrown, ${slow.length} over ${most} ms`);
process.exitCode = thrown + slow.length > 0 ? 1 : 0;
