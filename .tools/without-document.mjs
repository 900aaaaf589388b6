/**
 * What Lit reads while it is loaded, by module, and what stands for it where there is no document, as in
 * Node: there a module that imports an element is loaded, and does nothing.
 */
const missing = {
  '@lit/reactive-element/reactive-element.js':
    'const HTMLElement = globalThis.HTMLElement ?? class {};',
  'lit-html/lit-html.js':
    'const document = globalThis.document ?? { createTreeWalker: () => undefined };',
};

/** For Vite: lets what is built with Lit be imported without a document. */
export const withoutDocument = {
  name: 'without-document',

  transform(code, id) {
    const [file] = id.split('?');
    const found = Object.keys(missing).find((name) => file.endsWith(`node_modules/${name}`));
    return found && { code: `${missing[found]}${code}`, map: null };
  },
};
