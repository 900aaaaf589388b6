import createEngineModule from '#engine-module';
import { multiplyAdd, nothing, vector } from './probes.js';

/** @typedef {import('./engine.d.ts').LoadFailure} LoadFailure */

/** Why the engine could not be loaded. */
export class LoadError extends Error {
  /**
   * @param {LoadFailure} code
   * @param {{ url?: string | URL, what?: string | number, cause?: unknown }} [about]
   */
  constructor(code, { url, what, cause } = {}) {
    super(['The engine could not be loaded', code, what, url].filter(Boolean).join(': '), {
      cause,
    });
    this.name = 'LoadError';
    this.code = code;
    this.url = url && String(url);
    this.what = what;
  }
}

/**
 * Why a module could not be made of what came.
 * @param {unknown} cause
 * @param {{ url?: string | URL, type?: string | null }} [source]
 */
async function compileError(cause, { url, type } = {}) {
  // The connection broke while it came.
  if (cause instanceof TypeError && url) return fetchError(url, cause, []);
  try {
    await WebAssembly.compile(nothing);
  } catch {
    return new LoadError('policy', { url, cause });
  }
  if (!WebAssembly.validate(vector)) return new LoadError('old', { url, cause });
  if (type && !/wasm|octet-stream/.test(type)) {
    return new LoadError('type', { url, what: type.split(';')[0], cause });
  }
  return new LoadError('damaged', { url, cause });
}

/**
 * Why a file did not come.
 * @param {string | URL} url
 * @param {unknown} cause
 * @param {SecurityPolicyViolationEvent[]} refused
 */
function fetchError(url, cause, refused) {
  const { href, origin } = new URL(url, globalThis.location?.href);
  const by = refused.find(
    ({ blockedURI, effectiveDirective }) =>
      effectiveDirective === 'connect-src' && (href === blockedURI || origin === blockedURI),
  );
  if (by) return new LoadError('connect', { url: href, what: origin, cause });
  return new LoadError(globalThis.navigator?.onLine === false ? 'offline' : 'unreachable', {
    url: href,
    cause,
  });
}

/** What a content security policy forbids while something is done, its failure included.
 * @template T
 * @param {(refused: SecurityPolicyViolationEvent[]) => Promise<T>} run */
async function watchingPolicy(run) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const refused = [];
  const note = (/** @type {Event} */ event) =>
    refused.push(/** @type {SecurityPolicyViolationEvent} */ (event));
  const scope = globalThis.document ?? globalThis;
  scope.addEventListener?.('securitypolicyviolation', note);
  try {
    return await run(refused);
  } finally {
    scope.removeEventListener?.('securitypolicyviolation', note);
  }
}

/** A policy is reported in a task of its own, which may come after the failure. */
const report = () => new Promise((done) => setTimeout(done, 20));

/** @param {string | URL} url */
const fetched = (url) =>
  watchingPolicy(async (refused) => {
    try {
      return await fetch(url, { credentials: 'same-origin' });
    } catch (error) {
      await report();
      throw fetchError(url, error, refused);
    }
  });

/** A file's bytes in Node, whose fetch knows no files. Its module is asked for by name, so that no bundler
 * looks for it.
 * @param {string | URL} url
 * @returns {Promise<BufferSource> | undefined} */
function fileBytes(url) {
  if (!String(url).startsWith('file:')) return undefined;
  const node = /** @type {any} */ (globalThis).process;
  return node
    ?.getBuiltinModule?.('node:fs')
    .promises.readFile(new URL(url))
    .catch((/** @type {unknown} */ cause) => {
      throw new LoadError('unreachable', { url, cause });
    });
}

/**
 * The module, compiled while it comes in where the server says what it is.
 * @param {import('./engine.d.ts').WasmSource} wasm
 * @returns {Promise<WebAssembly.Module>}
 * @throws {LoadError}
 */
export async function compiled(wasm) {
  if (typeof WebAssembly !== 'object') throw new LoadError('absent');
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm !== 'string' && !(wasm instanceof URL)) {
    try {
      return await WebAssembly.compile(/** @type {BufferSource} */ (wasm));
    } catch (error) {
      throw await compileError(error);
    }
  }
  const file = fileBytes(wasm);
  if (file) return compiled(await file);
  const response = await fetched(wasm);
  const { url } = response;
  if (!response.ok) throw new LoadError('status', { url, what: response.status });
  const type = response.headers.get('Content-Type');
  try {
    return type?.startsWith('application/wasm') && WebAssembly.compileStreaming
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    throw await compileError(error, { url, type });
  }
}

/** The module beside this file: the faster one where browser and server have it. */
export async function ownModule() {
  if (typeof WebAssembly === 'object' && WebAssembly.validate(multiplyAdd)) {
    try {
      return await compiled(new URL(/* @vite-ignore */ './fma/engine.wasm', import.meta.url));
    } catch {
      // Then the other one is asked for, whose failure is worth telling.
    }
  }
  return compiled(new URL(/* @vite-ignore */ './engine.wasm', import.meta.url));
}

/**
 * An instance of the compiled module. Emscripten's loader never hears of one that fails.
 * @param {WebAssembly.Module} wasm
 * @returns {Promise<import('#engine-module').EngineModule>}
 * @throws {LoadError}
 */
export const instance = (wasm) =>
  new Promise((done, failed) => {
    const refuse = (/** @type {unknown} */ cause) =>
      failed(new LoadError(cause instanceof RangeError ? 'memory' : 'damaged', { cause }));
    createEngineModule({
      /** @type {(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {}} */
      instantiateWasm(imports, ready) {
        WebAssembly.instantiate(wasm, imports).then(ready).catch(refuse);
        return {};
      },
    }).then(done, refuse);
  });

/**
 * An instance without waiting.
 * @param {WebAssembly.Module} wasm
 * @returns {import('#engine-module').EngineModule}
 */
export function instanceAtOnce(wasm) {
  const module = /** @type {any} */ ({
    /** @type {(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {}} */
    instantiateWasm(imports, ready) {
      ready(new WebAssembly.Instance(wasm, imports));
      return {};
    },
  });
  // Emscripten's loader promises the object that it is given, and has filled it by then.
  createEngineModule(module);
  return module;
}
