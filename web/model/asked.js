/**
 * The engine's answers about the layer of a state.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../engine/engine.d.ts').Engine} Engine
 * @typedef {import('../engine/engine.d.ts').Operation} Operation
 * @typedef {{ shape: number[], data: Float64Array }} Dense a tensor with its numbers
 */
import { sameLayer, settingsOf } from '../state/layer.js';

/** The engine's name of a state's operation. @param {Pick<State, 'op'>} state */
export const operationOf = ({ op }) => (op === 'conv' ? 'conv2d' : 'conv_transpose2d');

/** A state's operation, by the engine's name.
 * @param {Operation} name
 * @returns {State['op']} */
export const opNamed = (name) => (name === 'conv2d' ? 'conv' : 'tconv');

/** The other operation, whose matrix is the transpose.
 * @param {State['op']} op
 * @returns {State['op']} */
export const otherOp = (op) => (op === 'conv' ? 'tconv' : 'conv');

/**
 * The engine's function of an operation.
 * @param {Engine} engine
 * @param {Operation} operation
 */
export const runOf = (engine, operation) =>
  operation === 'conv2d' ? engine.conv2d : engine.convTranspose2d;

/**
 * A state's settings as the engine's options.
 * @param {State} state
 * @returns {import('../engine/engine.d.ts').ComputeOptions}
 */
export const optionsOf = (state) => ({
  ...settingsOf(state),
  ...(state.bias && { bias: Float64Array.from(state.bias) }),
});

/**
 * What an engine said of a layer's sizes.
 * @typedef {object} Sized
 * @property {State} state
 * @property {ReturnType<Engine['plan']>} [plan]
 * @property {import('../engine/engine.d.ts').Cost} [cost]
 * @property {import('../engine/engine.d.ts').Steps} [steps]
 * @property {Record<'x' | 'k', ReturnType<Engine['editingFault']>>} [editing]
 * @property {{ operand: string, offset: number, flat: Uint32Array }} [links] of the cell that was asked for last
 */

/** What each engine said last: while numbers are typed, the sizes stay.
 * @type {WeakMap<Engine, Sized>} */
const sized = new WeakMap();

/** @param {Engine} engine @param {State} state */
function sizedOf(engine, state) {
  const known = sized.get(engine);
  const same = known && sameLayer(known.state, state);
  const answers = same ? Object.assign(known, { state }) : { state };
  sized.set(engine, answers);
  return answers;
}

/**
 * What can be asked about the layer of a state: by its sizes alone, or with numbers in its shapes.
 * @param {Engine} engine
 * @param {State} state
 */
export function asked(engine, state) {
  const operation = operationOf(state);
  const [x, k] = [state.x.shape, state.k.shape];
  /** @type {ReturnType<typeof optionsOf> | undefined} made when the engine is asked: most answers are there */
  let made;
  const options = () => (made ??= optionsOf(state));
  const layer = () => /** @type {const} */ ([operation, x, k, options()]);
  /** @param {'height' | 'width'} axis */
  const taps = (axis) => k[axis === 'height' ? 2 : 3];
  return {
    plan: () => (sizedOf(engine, state).plan ??= engine.plan(...layer())),
    cost: () => (sizedOf(engine, state).cost ??= engine.cost(...layer())),
    steps: () => (sizedOf(engine, state).steps ??= engine.steps(...layer())),
    /** Why the cells of an operand cannot be edited one by one, if they cannot. @param {'x' | 'k'} operand */
    editingFault(operand) {
      const known = sizedOf(engine, state);
      known.editing ??= { x: engine.editingFault('x', x), k: engine.editingFault('k', k) };
      return known.editing[operand];
    },
    /** @param {'x' | 'k' | 'y'} operand @param {number} offset */
    links(operand, offset) {
      const known = sizedOf(engine, state);
      const { links } = known;
      if (links?.operand === operand && links.offset === offset) return links.flat;
      const flat = engine.links(...layer(), operand, offset);
      known.links = { operand, offset, flat };
      return flat;
    },
    /** @param {import('../engine/engine.d.ts').MatrixView} view */
    matrix: (view) => engine.matrix(...layer(), view),

    /** The input sizes that become so large an output. @param {'height' | 'width'} axis @param {number} output */
    inputs: (axis, output) => engine.inputsOf(operation, taps(axis), options(), axis, output),
    /** The sizes from the first to the last, there and back.
     * @param {'height' | 'width'} axis @param {number} first @param {number} last */
    trips: (axis, first, last) =>
      engine.roundTrips(operation, taps(axis), options(), axis, first, last),

    /** @param {Dense} x @param {Dense} k */
    run: (x, k) => runOf(engine, operation)(x, k, options()),
    /** @param {Dense} k */
    overlap: (k) => engine.overlap(operation, x, k, options()),
    /** @param {Dense} x @param {Dense} k */
    leastSquares: (x, k) => engine.leastSquares(operation, x, k, options()),
    /** @param {Dense} x @param {Dense} k @param {Float64Array} v in the shape of Y */
    adjoint: (x, k, v) => engine.adjoint(operation, x, k, v, options()),
    /** @param {Dense} x @param {Dense} k @param {Float64Array} dy */
    gradient: (x, k, dy) => engine.gradient(operation, x, k, dy, options()),
  };
}
