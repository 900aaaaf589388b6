/** Develops pictures away from the page. */
import { bandsOf } from '../../engine/bands.js';
import { loadEngine } from '../../engine/engine.js';
import { serving } from '../../engine/serving.js';
import { developed } from './develop.js';

/** @type {Promise<import('../../engine/engine.d.ts').Engine> | undefined} */
let engine;

serving({
  /** @param {{ rows: number } & Omit<import('./develop.js').Job, 'picture'>} job */
  async develop({ layer, mapping, rows }, { kept, tell, wanted }) {
    engine ??= loadEngine({ wasm: kept.get('wasm') });
    const ready = await engine;
    const picture = kept.get('picture');
    let milliseconds = 0;
    for (const band of bandsOf(layer.y[2], rows)) {
      await wanted();
      const start = performance.now();
      const bytes = developed(ready, picture, layer, band, mapping);
      milliseconds += performance.now() - start;
      tell({ band, bytes }, [bytes.buffer]);
    }
    return { answer: milliseconds };
  },
});
