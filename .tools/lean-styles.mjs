/** Leaves out of style sheets in scripts what no browser reads: comments, and the room between rules. */
export const leanStyles = {
  name: 'lean-styles',
  apply: 'build',

  transform(code, id) {
    if (!/\/web\/.*\.js$/.test(id)) return undefined;
    return code.replace(/\bcss`[^`]*/g, (sheet) =>
      sheet
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1'),
    );
  },
};
