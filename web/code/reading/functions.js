import { isProblem, problem } from '../../state/problem.js';
import { readText } from '../../state/text/read.js';
import { counting, joins, rangeOf, repeated } from './joined.js';
import { Unread } from './parse.js';
import { permuted, flipped, swapped } from './tensors.js';
import {
  checked,
  drawnIn,
  filled,
  isList,
  isRandom,
  isTensor,
  isUnknown,
  isWord,
  listWith,
  sizesOf,
  tensorOf,
  wholesOf,
  withShape,
} from './values.js';

/**
 * What the functions of programs make of their arguments, by their names without the module: those that
 * make tensors, and those that turn them.
 *
 * @typedef {import('./values.js').Value} Value
 * @typedef {import('./values.js').Tensor} Tensor
 *
 * @typedef {object} Call
 * @property {string} path the whole name, as `np.random.rand`
 * @property {Value[]} args by position
 * @property {Record<string, Value>} named
 * @property {number} at
 * @property {number} [most] how many numbers may be made
 */

// Around numbers that are all there: a list, perhaps a type, a device, a shape.
const wrappers = new Set(
  `tensor Tensor FloatTensor DoubleTensor LongTensor IntTensor HalfTensor array asarray asanyarray constant_initializer MatrixForm TableForm masked_array Param Float32Array Float64Array Int8Array Int16Array
  Int32Array Uint8Array Uint16Array Uint32Array
  ascontiguousarray constant Constant Variable variable Parameter convert_to_tensor to_tensor as_tensor
  from_numpy DeviceArray Array arr1 arr2 arr3 mat Mat Matrix list tuple vec! array! arr! tensor! from_floats
  from_data from_ints from_array from tensor1d tensor2d tensor3d tensor4d from_slice from_vec new TensorData
  Data initializer listOf arrayOf floatArrayOf doubleArrayOf intArrayOf of asList single double float int
  float16 float32 float64 bfloat16 int8 int16 int32 int64 uint8 Float16 Float32 Float64 Int Int8 Int16 Int32
  Int64 UInt8 NumericArray xarray xtensor nested_initializer_list MatrixXf MatrixXd Matrix2f Matrix2d Matrix3f
  Matrix3d c cupy ndarray NDArray Value OrtValue ortvalue_from_numpy as_array value Explicit TensorFloat f32 f64 Double
  Single Float Number parseFloat torch_tensor dlarray gpuArray`.split(/\s+/),
);
const dataNames = [
  'data',
  'value',
  'object',
  'initial_value',
  'values',
  'buffer',
  'array',
  'tensor',
];

/** @param {Call} call @returns {Value | undefined} */
function wrapped({ path, args, named, at }) {
  const name = last(path);
  const kotlin = /(?:[aA]rrayOf|listOf|^c|^of|asList)$/.test(name);
  const values = args.filter((arg) => !isWord(arg));
  const sized = name === 'new' ? /Matrix(\d)(?:x(\d))?\.new$/.exec(path) : null;
  if (sized) {
    const sizes = [Number(sized[1]), Number(sized[2] ?? sized[1])];
    return withShape({ shape: [args.length], data: tensorOf(listed(args))?.data ?? [] }, sizes, at);
  }
  if (name === path && name === 'array' && values.length > 1) return arrayOfLanguage(values, at);
  const given = kotlin
    ? listed(args)
    : (values[0] ?? dataNames.map((each) => named[each]).find(Boolean));
  const value = isRandom(given) ? given : tensorOf(given);
  if (!value) return undefined;
  const shape =
    wholesOf(named.shape ?? named.size) ??
    (kotlin ? undefined : values.slice(1).filter(isList).map(wholesOf)[0]);
  const dimensions = wholesOf(named.dim);
  if (dimensions) return withShape(value, dimensions, at, true);
  return shape ? withShape(value, shape, at) : value;
}

/** `array(c(1, 2, 3, 4), c(2, 2))` of R, whose first dimension is filled first, or `array(1, 2)` of PHP.
 * @param {Value[]} values @param {number} at */
function arrayOfLanguage(values, at) {
  const [first, second] = values.map((value) =>
    isList(value) || isTensor(value) ? tensorOf(value) : undefined,
  );
  const filled = first && second && second.data.reduce((a, b) => a * b, 1) === first.data.length;
  if (filled && values.length === 2) return planesFirst(withShape(first, second.data, at, true));
  return tensorOf(listed(values));
}

/**
 * What MATLAB, Julia, R and Fortran have behind rows and columns are planes, which come first here, as in their prints:
 * (h, w, in, out) is (out, in, h, w).
 * @param {Tensor | import('./values.js').Random} value
 * @returns {Tensor | import('./values.js').Random}
 */
function planesFirst(value) {
  const { shape } = value;
  if (shape.length < 3) return value;
  const behind = shape.map((_, i) => i).slice(2);
  const order = [...behind.reverse(), 0, 1];
  if (isRandom(value)) return { ...value, shape: order.map((axis) => shape[axis]) };
  return permuted(value, order) ?? value;
}

/** @param {Value[]} items @returns {import('./values.js').List} */
const listed = (items) => listWith(items, { kind: 'opaque', at: 0, end: 0 });

/** @param {string} path */
export const last = (path) => path.slice(path.lastIndexOf('.') + 1);

/** Whether a function only takes the numbers that it is given. @param {string} path */
export const takes = (path) => wrappers.has(last(path));

/** Whether a name comes from MATLAB, Julia or R: without a module. @param {string} path */
const bare = (path) => !path.includes('.');

/** The shape that a call asks for. @param {Call} call */
const shapeIn = ({ args, named }) =>
  sizesOf(args.filter((arg) => typeof arg === 'number' || isList(arg))) ??
  wholesOf(named.shape ?? named.size ?? named.sizes);

/** @param {Call} call @param {number} value */
function uniform(call, value) {
  const shape = shapeIn(call);
  // ones(3) of MATLAB is 3 by 3, of NumPy 3.
  const open = call.args.map((arg) => (isList(arg) ? arg.open : arg)).find(isUnknown);
  if (!shape?.length && open)
    throw new Unread(problem('variable', { argument: last(call.path) }, open.unknown), open.at);
  if (bare(call.path) && shape?.length === 1) throw new Unread(problem('sizes'), call.at);
  return filled(shape, value, call.at, call.most);
}

/** @param {Call} call */
const drawn = (call) => {
  const sizes =
    call.args.length === 0 || !/normal|uniform/.test(call.path) ? shapeIn(call) : undefined;
  const shape =
    wholesOf(call.named.shape ?? call.named.size) ??
    sizes ??
    call.args.map(wholesOf).find((list) => list && list.length > 1);
  return shape && drawnIn(shape, call.at);
};

/** Of MATLAB and Julia where there is no module before it. @param {Call} call */
function drawnBehind(call) {
  const value = drawn(call);
  return value && bare(call.path) ? planesFirst(value) : value;
}

/** @type {Record<string, (call: Call) => Value | undefined>} */
const makers = {
  zeros: (call) => uniform(call, 0),
  ones: (call) => uniform(call, 1),
  full(call) {
    const [shape, value] = [
      call.args[0] ?? call.named.shape,
      call.args[1] ?? call.named.fill_value,
    ];
    return typeof value === 'number'
      ? filled(wholesOf(shape), value, call.at, call.most)
      : undefined;
  },
  fill: (call) => makers.full(call),
  register_buffer: ({ args }) =>
    isWord(args[0]) && isTensor(args[1]) ? listed(args.slice(0, 2)) : undefined,
  eye(call) {
    const [rows = 0, columns = rows] = shapeIn(call) ?? [];
    const array = filled([rows, columns], 0, call.at, call.most);
    for (let i = 0; i < Math.min(rows, columns); i++) array.data[i * (columns + 1)] = 1;
    return array;
  },
  identity: (call) => makers.eye(call),
  arange(call) {
    const numbers = call.args.filter((arg) => typeof arg === 'number');
    const [from, to, step] =
      numbers.length < 2 ? [0, numbers[0], 1] : [numbers[0], numbers[1], numbers[2] ?? 1];
    const length = Math.ceil((to - from) / step);
    return counting(length, (i) => from + i * step, call.at, call.most);
  },
  range: (call) => makers.arange(call),
  linspace(call) {
    const [from, to, length] = /** @type {number[]} */ (call.args);
    return counting(
      length,
      (i) => from + (length > 1 ? (i * (to - from)) / (length - 1) : 0),
      call.at,
      call.most,
    );
  },
  outer(call) {
    const [a, b] = call.args.map(tensorOf);
    if (a?.shape.length !== 1 || b?.shape.length !== 1) return undefined;
    checked([a.data.length, b.data.length], call.at);
    return {
      shape: [a.data.length, b.data.length],
      data: a.data.flatMap((x) => b.data.map((y) => x * y)),
    };
  },
  mat: (call) => (isWord(call.args[0]) ? ofText(call.args[0].word) : wrapped(call)),
  fromstring: ({ args: [text] }) => (isWord(text) ? ofText(text.word, true) : undefined),
  rand: (call) => drawnBehind(call),
  randn: (call) => drawnBehind(call),
  random: drawn,
  normal: drawn,
  uniform: drawn,
  standard_normal: drawn,
  random_normal: drawn,
  random_uniform: drawn,
  torch_randn: drawn,
  randint(call) {
    const shape =
      wholesOf(call.named.size ?? call.named.shape) ?? call.args.filter(isList).map(wholesOf)[0];
    return shape && drawnIn(shape, call.at);
  },
  // Of R: filled by columns, unless it says otherwise.
  matrix(call) {
    const { args, named, at } = call;
    if (isWord(args[0])) return ofText(args[0].word);
    if (!bare(call.path)) return wrapped(call);
    const value = tensorOf(args[0] ?? named.data);
    if (!value) return undefined;
    const [first, second] = [args[1] ?? named.nrow, args[2] ?? named.ncol];
    const rows =
      typeof first === 'number'
        ? first
        : typeof second === 'number'
          ? value.data.length / second
          : undefined;
    if (rows === undefined)
      return value.shape.length > 1 ? value : { shape: [value.data.length, 1], data: value.data };
    return withShape(
      { shape: [value.data.length], data: value.data },
      [rows, value.data.length / rows],
      at,
      !named.byrow,
    );
  },
  reshape(call) {
    const [of, ...sizes] = call.args;
    if (typeof of === 'number') return undefined;
    const value = isRandom(of) ? of : tensorOf(of);
    const shape =
      sizesOf(sizes.filter((arg) => !isWord(arg))) ??
      wholesOf(call.named.shape ?? call.named.newshape);
    const order = call.named.order ?? call.named.ORDER;
    const fortran = isWord(order) && order.word === 'F';
    // Of Fortran, which fills the last one first where it is told so.
    const turned = wholesOf(order)?.[0] === 2;
    if (!value || fortran || turned || !bare(call.path))
      return value && withShape(value, shape, call.at, fortran);
    return planesFirst(withShape(value, shape, call.at, true));
  },
  RESHAPE: (call) => makers.reshape(call),
  from_row_slice: ({ args: [rows, columns, data], at }) => {
    const value = tensorOf(data);
    return value && withShape(value, sizesOf([rows, columns]), at);
  },
  t({ args, at }) {
    const value = args.length === 1 ? tensorOf(args[0]) : undefined;
    return value && method(value, { path: 't', args: [], named: {}, at });
  },
  seq: ({ path, args: [from, to, by = 1], at }) =>
    bare(path) ? rangeOf(/** @type {number[]} */ ([from, by, to]), at) : undefined,
  diag({ path, args: [of], at, most }) {
    if (typeof of === 'number' && bare(path))
      return makers.eye({ path, args: [of], named: {}, at });
    const value = tensorOf(of);
    if (value?.shape.length !== 1) return undefined;
    const n = value.data.length;
    const array = filled([n, n], 0, at, most);
    value.data.forEach((number, i) => (array.data[i * (n + 1)] = number));
    return array;
  },
  from_shape_vec: ({ args: [shape, data], at }) => {
    const value = tensorOf(data);
    return value && withShape(value, wholesOf(shape), at);
  },
  transpose(call) {
    return turned(call, 'transpose');
  },
  permute: (call) => turned(call, 'permute'),
  permutedims: (call) => turned(call, 'permute'),
  swapaxes: (call) => turned(call, 'swapaxes'),
  flip: (call) => turned(call, 'flip'),
  rot90: (call) => turned(call, 'rot90'),
  fliplr: (call) => turned({ ...call, args: [call.args[0], 1] }, 'flip'),
  flipud: (call) => turned({ ...call, args: [call.args[0], 0] }, 'flip'),
  expand_dims: (call) => turned(call, 'unsqueeze'),
  unsqueeze: (call) => turned(call, 'unsqueeze'),
  squeeze: (call) => turned(call, 'squeeze'),
};

/** The numbers of `np.matrix('1 2; 3 5')`. @param {string} text @param {boolean} [flat] @returns {Tensor | undefined} */
function ofText(text, flat = false) {
  const read = readText(text);
  if (isProblem(read)) return undefined;
  return { shape: flat ? [read.data.length] : read.shape.slice(2), data: read.data };
}

/** A function that is a method as well. @param {Call} call @param {string} name */
function turned({ path, args: [of, ...args], named, at }, name) {
  // x.flip(2, 3) of a tensor that is not known has numbers for the tensor.
  if (typeof of === 'number') return undefined;
  const value = isRandom(of) ? of : tensorOf(of);
  return value && method(value, { path: bare(path) ? `.${name}` : name, args, named, at });
}

// Methods that leave the numbers and their places alone.
const idle = new Set(
  `float double half bfloat16 int long short byte bool to cuda cpu numpy detach clone contiguous requires_grad_ requires_grad
  type astype tolist copy cast as_in_context asnumpy wait_to_read eval type_as block_until_ready unwrap expect
  to_dtype to_device into_data realize item values data value get array arraySync dataSync toFloat as_type
  as_nd_ndarray as_np_ndarray attach_grad grad asarray into clone_ret Y N const to_owned view_as real squeeze_ mul_ stop_gradient
  float_ into_iter collect requiresGrad toType tensor set_requires_grad print`.split(/\s+/),
);

const unchanged = new Set(['mul_', 'grad', 'Y', 'squeeze_']);

/**
 * A method of a tensor, or nothing where it is not known.
 * @param {Tensor | import('./values.js').Random} value
 * @param {Call} call its path is the method's name
 * @returns {Value | undefined}
 */
export function method(value, call) {
  const { path: name, args, named, at } = call;
  if (idle.has(name) && !unchanged.has(name)) return value;
  const sizes = () =>
    sizesOf(args.filter((arg) => !isWord(arg))) ??
    wholesOf(named.shape ?? named.size ?? named.newshape);
  const axis = (/** @type {string[]} */ ...names) =>
    wholesOf(args[0] ?? names.map((each) => named[each]).find((each) => each !== undefined));
  if (/^(?:reshape|view|reshape_|resize|broadcast)$/.test(name)) {
    // A type is asked for, as in .view(torch.float32)
    if (args.length > 0 && !sizes() && !args.some(isList) && name === 'view') return value;
    const fortran = isWord(named.order) && named.order.word === 'F';
    return withShape(value, sizes(), at, fortran);
  }
  if (/^(?:flatten|ravel|vec)$/.test(name))
    return withShape(
      value,
      [-1].map(() => size(value)),
      at,
    );
  if (/^(?:unsqueeze_?|expand_dims|unsqueeze)$/.test(name)) {
    const [at_] = axis('dim', 'axis') ?? [0];
    const { shape } = value;
    const place = at_ < 0 ? at_ + shape.length + 1 : at_;
    if (place > shape.length) return undefined;
    return withShape(value, shape.toSpliced(place, 0, 1), at);
  }
  if (name === 'squeeze') {
    const axes = axis('dim', 'axis')?.map((each) => (each < 0 ? each + value.shape.length : each));
    const shape = value.shape.filter((extent, i) => extent !== 1 || (axes && !axes.includes(i)));
    return withShape(value, shape.length > 0 ? shape : [1], at);
  }
  if (isRandom(value)) return undefined;
  if (name === 'repeat' || name === 'expand') return repeated(value, name, sizes(), at);
  const { shape } = value;
  const backwards = shape.map((_, i) => i).reverse();
  if (name === 't' || name === 'T' || name === 'mT' || name === "'") {
    return shape.length === 1 && name === "'"
      ? { shape: [shape[0], 1], data: value.data }
      : permuted(value, backwards);
  }
  if (/^\.?(?:permute|transpose|permutedims)$/.test(name)) {
    const order = sizes() ?? axis('dims', 'axes', 'perm', 'axis');
    if (args.length === 0 && !order) return permuted(value, backwards);
    if (!order) return undefined;
    // .transpose(0, 1) of PyTorch names two dimensions, that of NumPy all of them; MATLAB counts from 1.
    if (name === 'transpose' && order.length === 2 && shape.length > 2)
      return swapped(value, order[0], order[1]);
    return permuted(value, name[0] === '.' ? order.map((each) => each - 1) : order);
  }
  if (/swapaxes|swapdims/.test(name)) {
    const [a, b] = /** @type {number[]} */ (args);
    return swapped(value, a, b);
  }
  if (/^\.?flip$/.test(name)) {
    const named_ = args.length > 0 ? sizes() : axis('dims', 'axis', 'dim');
    const axes = named_ ?? shape.map((_, i) => i);
    return flipped(value, name[0] === '.' && args.length > 0 ? axes.map((each) => each - 1) : axes);
  }
  if (/^\.?rot90$/.test(name)) {
    const [turns = 1] = /** @type {number[]} */ (args);
    const rank = shape.length;
    const axes = wholesOf(args[1] ?? named.axes ?? named.dims) ?? (rank === 2 ? [0, 1] : undefined);
    if (!axes) return undefined;
    const quarters = ((turns % 4) + 4) % 4;
    if (quarters % 2 === 0) return quarters === 0 ? value : flipped(value, axes);
    const swap = swapped(value, axes[0], axes[1]);
    return swap && flipped(swap, [axes[quarters === 1 ? 0 : 1]]);
  }
  return undefined;
}

/** @param {Tensor | import('./values.js').Random} value */
const size = (value) =>
  isTensor(value) ? value.data.length : value.shape.reduce((a, b) => a * b, 1);

/**
 * What a function makes, or nothing where it is not known.
 * @param {Call} call
 * @returns {Value | undefined}
 */
export function called(call) {
  const name = last(call.path);
  if (Object.hasOwn(makers, name)) return makers[name](call);
  if (Object.hasOwn(joins, name)) return joins[name](call);
  if (wrappers.has(name)) return wrapped(call);
  return undefined;
}
