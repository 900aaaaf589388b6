import { loadEngine } from '../engine/engine.js';

/** @type {Promise<import('../engine/engine.d.ts').Engine> | undefined} */
let engine;

/** The engine that all playgrounds of a page share, loaded once; again, if that failed. */
export const sharedEngine = () =>
  (engine ??= loadEngine().catch((error) => {
    engine = undefined;
    throw error;
  }));
