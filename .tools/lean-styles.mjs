/** Leaves out of the style sheets and the markup in scripts what no browser reads: comments, the room between
 * rules, and how far lines are indented; and out of each icon what icons.js says of them all. */
export const leanStyles = {
  name: 'lean-styles',
  apply: 'build',

  transform(code, id) {
    if (id.endsWith('.svg?raw'))
      return code.replace(/<!--.*?<svg.*?>/, '<svg>').replace(/\\n */g, '');
    if (!/\/web\/.*\.js$/.test(id)) return undefined;
    // The writers of programs, in code/, mean the room at the beginning of their lines.
    const lines = /\/web\/(elements|playground|panels|lessons)\//.test(id)
      ? code.replace(/\n[ \t]+/g, '\n')
      : code;
    return lines.replace(/\bcss`[^`]*/g, (sheet) =>
      sheet
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}'),
    );
  },
};
