import { compiled, instance, instanceAtOnce, LoadError, ownModule } from './load.js';

export { LoadError };

/**
 * @typedef {import('./engine.d.ts').Engine} Engine
 * @typedef {import('./engine.d.ts').FaultReport} FaultReport
 * @typedef {import('./engine.d.ts').ComputeOptions} ComputeOptions
 * @typedef {import('./engine.d.ts').Floats} Floats
 * @typedef {import('./engine.d.ts').LayerOptions} LayerOptions
 * @typedef {import('./engine.d.ts').Operation} Operation
 * @typedef {import('./engine.d.ts').TensorLike} TensorLike
 */

/** The refusal of a call: which field, which rule, the numbers, and what would work. */
export class ConvError extends RangeError {
  /** @param {FaultReport} fault */
  constructor(fault) {
    super(fault.message);
    this.name = 'ConvError';
    this.code = fault.code;
    this.field = fault.field;
    this.axis = fault.axis;
    this.numbers = fault.numbers;
    this.nearest = fault.nearest;
  }
}

/**
 * The value under `name` of what the module answered.
 * @template T
 * @param {any} answer
 * @param {string} name
 * @returns {T}
 */
function accepted(answer, name) {
  if (answer.fault) throw new ConvError(answer.fault);
  return answer[name];
}

/** Refuses a value that is not of the kind that JavaScript callers have to give.
 * @param {string} field
 * @param {string} expected
 * @returns {never}
 */
function refuseType(field, expected) {
  const message = `${field} must be ${expected}.`;
  throw new ConvError({ code: 'type', field, message, numbers: {} });
}

/**
 * Refuses a name that the engine does not know.
 * @param {string} field
 * @param {unknown} name
 * @param {string[]} known
 */
function checkName(field, name, known) {
  if (!known.includes(/** @type {string} */ (name))) refuseType(field, known.join(' or '));
}

/** @param {unknown} name */
const checkOperation = (name) => checkName('operation', name, ['conv2d', 'conv_transpose2d']);

const isTypedArray = (/** @type {unknown} */ value) =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** What is no number becomes NaN, and is refused by the engine with the rest.
 * @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : NaN);

/**
 * The numbers of a setting: none for one left out.
 * @param {unknown} setting a number, a list, or for padding an object of its sides
 * @returns {number[]}
 */
function numbers(setting) {
  if (setting === undefined || setting === null) return [];
  const sides = /** @type {any} */ (setting);
  const list =
    Array.isArray(setting) || isTypedArray(setting)
      ? Array.from(sides)
      : typeof setting === 'object'
        ? [sides.top, sides.bottom, sides.left, sides.right]
        : [setting];
  return list.map(number);
}

/** The longest list of a request that is handed over; none that is valid is as long. */
const longestList = 16;

/**
 * A request as the module reads it (`to_request` in cpp/wasm/exchange.hpp): one list of numbers, the
 * lists in it after their lengths.
 * @param {Operation} operation
 * @param {readonly number[]} x shape
 * @param {readonly number[]} k shape
 * @param {(LayerOptions & { bias?: { length: number } }) | null} [options]
 */
function requestNumbers(operation, x, k, options) {
  checkOperation(operation);
  const { bias, stride, dilation, padding, outputPadding, groups = 1 } = options ?? {};
  const list = [operation === 'conv2d' ? 0 : 1, number(groups)];
  const length = bias === undefined || bias === null ? undefined : number(bias.length);
  for (const setting of [length, x, k, stride, dilation, padding, outputPadding]) {
    const items = numbers(setting);
    const count = Math.min(items.length, longestList);
    list.push(count);
    for (let i = 0; i < count; i++) list.push(items[i]);
  }
  return list;
}

const tensorKind = 'a tensor { shape: [4 numbers], data: Float32Array or Float64Array }';

/** @param {unknown} array */
const isFloats = (array) => array instanceof Float32Array || array instanceof Float64Array;

/**
 * @param {string} field
 * @param {unknown} array
 */
function checkFloats(field, array) {
  if (!isFloats(array)) refuseType(field, 'a Float32Array or Float64Array');
}

/**
 * @param {string} field
 * @param {unknown} value an offset, or a number of cells
 */
function checkCount(field, value) {
  const whole = Number.isInteger(value) && /** @type {number} */ (value) >= 0;
  if (!whole || /** @type {number} */ (value) > 2 ** 31) refuseType(field, 'a number of cells');
}

/** @param {unknown} axis */
const checkAxis = (axis) => checkName('axis', axis, ['height', 'width']);

/** @param {any} window */
function windowOf(window) {
  const { row, column, rows, columns } = fieldsOf(window);
  for (const count of [row, column, rows, columns]) checkCount('window', count);
  return { row, column, rows, columns };
}

/** The fields of what should be an object: none if it isn't.
 * @param {unknown} value
 * @returns {any} */
const fieldsOf = (value) => value ?? {};

/**
 * @param {'x' | 'k'} field
 * @param {any} tensor
 */
function checkTensor(field, tensor) {
  if (!isFloats(tensor?.data) || typeof tensor.shape !== 'object') refuseType(field, tensorKind);
}

/**
 * The module's memory: views of it are void once it has grown, which any call may have made it do.
 * @param {import('#engine-module').EngineModule} module
 */
function memoryOf(module) {
  let mailbox = module.mailbox();
  let single = new Float32Array(mailbox.buffer);
  let double = new Float64Array(mailbox.buffer);
  return {
    get mailbox() {
      if (mailbox.length === 0) mailbox = module.mailbox();
      return mailbox;
    },
    get single() {
      if (single.length === 0) single = new Float32Array(this.mailbox.buffer);
      return single;
    },
    get double() {
      if (double.length === 0) double = new Float64Array(this.mailbox.buffer);
      return double;
    },
  };
}

/**
 * The module's two operations. Numbers cross through its memory, without an object.
 * @param {import('#engine-module').EngineModule} module
 * @param {ReturnType<typeof memoryOf>} memory
 */
function computer(module, memory) {
  const calls = {
    single: { begin: module.begin32, run: module.run32, end: module.end32 },
    double: { begin: module.begin64, run: module.run64, end: module.end64 },
  };

  /** Weights that do not change, by number: the module keeps what it prepared of them.
   * @type {WeakMap<Floats, number>} */
  const names = new WeakMap();
  let lastName = 0;

  /** @param {Floats} weights */
  function nameOf(weights) {
    const name = names.get(weights) ?? ++lastName;
    names.set(weights, name);
    return name;
  }

  /**
   * @param {Operation} operation
   * @param {any} x
   * @param {any} k
   * @param {ComputeOptions | undefined} options
   * @returns {any} a tensor of x's type
   */
  return function compute(operation, x, k, options) {
    checkTensor('x', x);
    checkTensor('k', k);
    const Floats = x.data.constructor;
    if (k.data.constructor !== Floats) refuseType('k', `a ${Floats.name}, as x is`);
    const bias = options?.bias ?? undefined;
    if (bias !== undefined) checkFloats('bias', bias);
    const into = options?.into ?? undefined;
    if (into !== undefined && !(into instanceof Floats)) {
      refuseType('into', `a ${Floats.name}, as x is`);
    }
    const name = options?.constantWeights === true ? nameOf(k.data) : 0;
    const numbers = requestNumbers(operation, x.shape, k.shape, options);
    const type = Floats === Float32Array ? 'single' : 'double';
    const { begin, run, end } = calls[type];
    const size = Floats.BYTES_PER_ELEMENT;

    memory.mailbox.set(numbers);
    const answer = begin(numbers.length, x.data.length, k.data.length, bias?.length ?? 0, name);
    if (answer) throw new ConvError(answer.fault);
    const [xAt, kAt, biasAt, n, c, h, w] = memory.mailbox;
    const length = n * c * h * w;
    if (into && into.length !== length) {
      end();
      refuseType('into', `a ${Floats.name} of ${length} numbers`);
    }
    const heap = memory[type];
    heap.set(x.data, xAt / size);
    if (kAt) heap.set(k.data, kAt / size);
    if (bias) heap.set(bias, biasAt / size);

    run();
    const from = memory.mailbox[0] / size;
    const y = memory[type].subarray(from, from + length);
    if (into) into.set(y);
    const data = into ?? y.slice();
    end();
    return { shape: [n, c, h, w], data };
  };
}

/**
 * Loads the engine. Without a source of its own it fetches `fma/engine.wasm` from beside this
 * file where the browser can multiply and add in one instruction, else `engine.wasm`.
 * @param {{ wasm?: import('./engine.d.ts').WasmSource }} [options]
 * @returns {Promise<Engine>}
 * @throws {LoadError}
 */
export async function loadEngine({ wasm: source } = {}) {
  const wasm = await (source ? compiled(source) : ownModule());
  return engineOf(wasm, await instance(wasm));
}

/**
 * An engine without waiting, for those who have the bytes and cannot wait. A page of Chromium before 115
 * compiles only 4 kB at once.
 * @param {BufferSource} bytes
 * @returns {Engine}
 */
export function engineAtOnce(bytes) {
  const wasm = new WebAssembly.Module(bytes);
  return engineOf(wasm, instanceAtOnce(wasm));
}

/**
 * @param {WebAssembly.Module} wasm
 * @param {import('#engine-module').EngineModule} module its instance
 * @returns {Engine}
 */
function engineOf(wasm, module) {
  const memory = memoryOf(module);
  const compute = computer(module, memory);
  /** Puts a request where the module reads it. */
  const ask = (/** @type {Parameters<typeof requestNumbers>} */ ...request) =>
    memory.mailbox.set(requestNumbers(...request));
  const limits = module.limits();

  return {
    conv2d: (x, w, options) => compute('conv2d', x, w, options),
    convTranspose2d: (x, w, options) => compute('conv_transpose2d', x, w, options),
    plan(...layer) {
      ask(...layer);
      return module.plan();
    },
    links(operation, x, k, options, operand, cell) {
      checkName('operand', operand, ['x', 'k', 'y']);
      if (!(Number.isInteger(cell) && cell >= 0 && cell < limits.elements)) {
        refuseType('cell', 'the offset of a cell');
      }
      ask(operation, x, k, options);
      return accepted(module.links(operand, cell), 'links');
    },
    steps(...layer) {
      ask(...layer);
      const answer = module.steps();
      if (answer.fault) throw new ConvError(answer.fault);
      return answer;
    },
    cost(...layer) {
      ask(...layer);
      return accepted(module.cost(), 'cost');
    },
    settingsBetween(operation, input, output, most = limits.search) {
      checkOperation(operation);
      const { kernel, stride, padding, dilation } = fieldsOf(most);
      return module.settingsBetween(operation, number(input), number(output), {
        kernel: number(kernel),
        stride: number(stride),
        padding: number(padding),
        dilation: number(dilation),
      });
    },
    inputsOf(operation, taps, options, axis, output) {
      checkAxis(axis);
      ask(operation, [], [], options);
      return module.inputsOf(axis, number(taps), number(output));
    },
    roundTrips(operation, taps, options, axis, first, last) {
      checkAxis(axis);
      ask(operation, [], [], options);
      return module.roundTrips(axis, number(taps), number(first), number(last));
    },
    leastSquares(operation, x, k, options = {}) {
      checkTensor('x', x);
      checkTensor('k', k);
      ask(operation, x.shape, k.shape, options);
      return accepted(module.leastSquares(x.data, k.data), 'inverse');
    },
    matrix(operation, x, k, options, view) {
      const request = requestNumbers(operation, x, k, options);
      const framed = fieldsOf(view).framed === true;
      const transposed = fieldsOf(view).transposed === true;
      memory.mailbox.set(request);
      return {
        ...accepted(module.matrix(framed, transposed), 'matrix'),
        weights(window) {
          memory.mailbox.set(request);
          return accepted(module.matrixEntries(framed, transposed, windowOf(window)), 'entries');
        },
        picture(k, window, height, width) {
          checkFloats('k', k);
          checkCount('height', height);
          checkCount('width', width);
          const part = windowOf(window);
          memory.mailbox.set(request);
          return accepted(
            module.matrixPicture(framed, transposed, k, part, height, width),
            'picture',
          );
        },
      };
    },
    adjoint(operation, x, k, v, options) {
      checkTensor('x', x);
      checkTensor('k', k);
      checkFloats('y', v);
      ask(operation, x.shape, k.shape, options);
      return accepted(module.adjoint(x.data, k.data, v), 'adjoint');
    },
    overlap(operation, x, k, options) {
      checkTensor('k', k);
      ask(operation, x, k.shape, options);
      return accepted(module.overlap(k.data), 'overlap');
    },
    gradient(operation, x, k, dy, options) {
      checkTensor('x', x);
      checkTensor('k', k);
      checkFloats('y', dy);
      ask(operation, x.shape, k.shape, options);
      return accepted(module.gradient(x.data, k.data, dy), 'gradient');
    },
    generate(generator, shape, args) {
      const name = typeof generator === 'string' ? generator : '';
      return accepted(module.generate(name, numbers(shape), numbers(args)), 'tensor');
    },
    shapeFault(operand, shape) {
      checkName('operand', operand, ['x', 'k']);
      return module.shapeFault(operand, numbers(shape)).fault;
    },
    editingFault(operand, shape) {
      checkName('operand', operand, ['x', 'k']);
      return module.editingFault(operand, numbers(shape)).fault;
    },
    wasm,
    limits,
    rules: module.rules(),
    generators: module.generators(),
  };
}
