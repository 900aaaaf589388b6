// Times calls in the page.

const shortest = 5; // ms of a sample: the clock of a page ticks in tenths

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** The ms of each of `count` calls. An answer that is not a promise is not waited for. */
export async function sample(run, count) {
  const began = performance.now();
  for (let call = 0; call < count; call++) {
    const answer = run();
    if (answer instanceof Promise) await answer;
  }
  return (performance.now() - began) / count;
}

/** How many calls make a sample; found while warming up for some ms, until what is hot is compiled. */
export async function calls(run, warm) {
  const began = performance.now();
  let count = 1;
  // The shortest call seen: on a busy machine others say little.
  let ms = Infinity;
  for (
    let rounds = 0;
    rounds < 3 || performance.now() - began < warm || ms === Infinity;
    rounds++
  ) {
    const each = await sample(run, count);
    if (each * count < shortest) count *= 2;
    else ms = Math.min(ms, each);
    if (each > 10 * warm) break;
  }
  return Math.ceil((1.2 * shortest) / ms);
}
