// All programs in C++ as one: each a function of its own, so that the headers are read once.

const sum = (texts) => texts.join('\n');

/**
 * The source of a program that prints the names of those that fail.
 * @param {{ name: string, text: string }[]} programs
 */
export function together(programs) {
  const includes = new Set(programs.flatMap(({ text }) => text.match(/^#include .*$/gm)));
  const functions = programs.map(({ text }, i) =>
    text.slice(text.indexOf('int main()')).replace('int main()', `int program_${i}()`),
  );
  const calls = programs.map(
    ({ name }, i) => `  if (program_${i}() != 0) std::printf("${name}\\n");`,
  );
  return sum([...includes, ...functions, 'int main() {', ...calls, '}', '']);
}
