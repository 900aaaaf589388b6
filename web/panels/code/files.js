import { numpy } from '../../code/formats/numpy.js';
import { operationNames } from '../../code/layer.js';
import { notebook } from '../../code/notebook.js';
import { unwritable } from '../../code/write.js';
import { evaluated } from '../../model/evaluate.js';
import { wayBack } from '../../model/way-back.js';
import { written } from '../../model/written.js';

/**
 * @typedef {import('../../code/layer.js').Format} Format
 * @typedef {import('../../model/evaluate.js').Dense} Dense
 * @typedef {import('../../state/state.js').State} State
 */

/**
 * The notebook of a layer: there, and back by the other operation. In Python: of another language, NumPy
 * takes the place. Undefined where the way back has a tensor too large to write.
 * @param {import('../../engine/engine.d.ts').Engine} engine
 * @param {State} state
 * @param {{ x: Dense, k: Dense, y: Dense }} outcome
 * @param {Format} format
 */
export function notebookOf(engine, state, outcome, format) {
  const python = format.extension === 'py' ? format : numpy;
  const back = wayBack(engine, state, outcome);
  const returned = evaluated(engine, back);
  const { x, k, y } = returned;
  if (!x || !k || !y) return undefined;
  const layers = [written(state, outcome), written(back, { x, k, y })];
  if (layers.some((layer) => unwritable(layer, python))) return undefined;
  return notebook(
    layers.map((layer) => ({ title: operationNames[layer.op], program: python.write(layer) })),
  );
}
