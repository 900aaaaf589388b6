import { createInterface } from 'node:readline';

/**
 * Answers questions of stand-ins/peer.py: a line of JSON each.
 * @param {(question: any) => any} reply
 */
export async function answer(reply) {
  // Libraries greet on the same stream.
  const write = process.stdout.write.bind(process.stdout);
  console.log = console.info = console.warn = () => {};
  for await (const line of createInterface({ input: process.stdin })) {
    let said;
    try {
      said = await reply(JSON.parse(line));
    } catch (error) {
      said = { error: error.message };
    }
    write(`${JSON.stringify(said)}\n`);
  }
}
