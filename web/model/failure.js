/**
 * Why something could not be loaded, as far as that is known.
 * @param {unknown} error what refused it: of the engine a LoadError, of a script what `import` threw
 * @param {import('../i18n/index.js').Translate} t
 * @returns {string}
 */
export function failureReason(error, t) {
  const { name, code, url, what } = /** @type {import('../engine/engine.d.ts').LoadError} */ (
    error ?? {}
  );
  if (name === 'LoadError') {
    return t(`load.${code}`, { file: fileOf(url), what: what ?? '' });
  }
  if (!navigator.onLine) return t('load.offline');
  // A script that came and is none is not asked for again.
  return t(name === 'SyntaxError' ? 'load.script.damaged' : 'load.script');
}

/** The last part of an address, which is what a file is called. @param {string | undefined} url */
const fileOf = (url) => url?.replace(/[?#].*$/, '').replace(/^.*\//, '') ?? 'engine.wasm';
