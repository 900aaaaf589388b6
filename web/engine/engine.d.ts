/** A dense row-major tensor; the type of its data is the type that is computed in and returned. */
export interface TensorLike<Data extends Floats = Floats> {
  /** [N, C, H, W]. A kernel's is [out, in/groups, kh, kw] for conv2d and [in, out/groups, kh, kw]
   * for convTranspose2d. */
  shape: readonly number[];
  data: Data;
}

export type Floats = Float32Array | Float64Array;

export type Operation = 'conv2d' | 'conv_transpose2d';

/** One number for both axes, or [height, width]. */
export type PerAxis = number | readonly number[];

/** Four sides: an object, or [top, bottom, left, right]. */
export interface Sides {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface LayerOptions {
  /** At least 1; by default 1. */
  stride?: PerAxis;
  /** At least 1; by default 1. */
  dilation?: PerAxis;
  /** At least 0; by default 0. */
  padding?: PerAxis | Sides;
  /** Below stride or dilation; by default 0. conv2d, whose input size is given, reads none. */
  outputPadding?: PerAxis;
  /** Divides the input and the output channels; by default 1. */
  groups?: number;
}

export interface ComputeOptions extends LayerOptions {
  /** One number for each output channel. */
  bias?: Floats;
  /** Promises that the numbers in `w.data` stay as they are: then the engine prepares them once for
   * all calls with that very array. It keeps what was used last, up to 64 MB. By default false. */
  constantWeights?: boolean;
  /** Takes the numbers of the result, and is its `data`: of x's type and as long as the result. To
   * make a new array of millions takes as long as to compute them. By default a new array. */
  into?: Floats;
}

/** Why a call was refused. */
export interface FaultReport {
  /** The rule, a key of `engine.rules`, or `type` for a value that is not of the documented type. */
  code: string;
  /** What has to change: x, k, bias, stride, dilation, padding, outputPadding, groups, ... */
  field: string;
  axis?: 'height' | 'width';
  /** The sentence, with the numbers in it. */
  message: string;
  /** The numbers of the sentence by the names of its placeholders. */
  numbers: Record<string, number>;
  /** A value that this rule would accept, where there is one. */
  nearest?: { field: string; value: number[] };
}

/** Thrown for every refused call, and the only thing that a call throws. */
export class ConvError extends RangeError {
  constructor(fault: FaultReport);
  code: string;
  field: string;
  axis?: 'height' | 'width';
  numbers: Record<string, number>;
  nearest?: { field: string; value: number[] };
}

/** fine = coarse * stride + tap * dilation - padding. */
export interface Axis {
  coarse: number;
  fine: number;
  taps: number;
  stride: number;
  dilation: number;
  padding: number;
}

export interface Layer {
  /** The shape of the output. */
  y: number[];
  height: Axis;
  width: Axis;
}

/** How a layer is drawn step by step. */
export interface Steps {
  /** What each row of the plane is that the window slides over: a row of X, -1 for inserted zeros, -2
   * for padding. A cell is the lesser of its row and its column where one of them is a zero. */
  rows: Int32Array;
  columns: Int32Array;
  /** From one window to the next, [height, width]. */
  step: number[];
  /** Whether the kernel lies on it turned by half a turn. */
  flipped: boolean;
  /** The [height, width] of the output before padding crops it. */
  full: number[];
  /** The [top, left] of Y in it. */
  frame: number[];
  /** The rows and columns of X that no multiplication uses. */
  unusedRows: Int32Array;
  unusedColumns: Int32Array;
}

export type Operand = 'x' | 'k' | 'y';

export interface Cost {
  /** The numbers of the kernel and of the bias. */
  parameters: number;
  /** The products of a cell of X and a weight that there are. */
  multiplications: number;
  /** Each output cell times each weight that it could meet, products with zeros included. */
  dense: number;
}

/** The most that each setting may be in a search. */
export interface Search {
  kernel: number;
  stride: number;
  padding: number;
  dilation: number;
}

/** Settings that lead from one size to another. */
export interface Found extends Search {
  /** Of conv2d: the one with which convTranspose2d goes back. */
  outputPadding: number;
  /** As many products on each cell of the finer side: no checkerboard. */
  even: boolean;
  /** The sizes are in the ratio of the stride, whatever the coarser one is. */
  scales: boolean;
}

/** An input size and the output padding that tells it from the others. */
export interface Source {
  input: number;
  outputPadding: number;
}

/** A size there and back; what is missing does not exist. */
export interface Trip {
  size: number;
  there?: number;
  back?: number;
  /** The output padding that makes `back` the size it began with. */
  repair?: number;
}

/** The least-squares inverse. */
export interface Inverse {
  shape: number[];
  data: Float64Array;
  /** The largest difference from X. */
  error: number;
  /** The largest difference between the outputs. */
  residual: number;
  steps: number;
  converged: boolean;
}

/** Which matrix of a layer. */
export interface MatrixView {
  /** That of the other operation. */
  transposed?: boolean;
  /** With a column for each cell of padding that conv2d reads, or a row for each cell that padding
   * crops from convTranspose2d. */
  framed?: boolean;
}

export interface MatrixWindow {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The operator of a layer, y = W x, with a row for each cell of y and a column for each of x. */
export interface MatrixSummary {
  /** The shape whose cells the rows are; so the columns. A framed side has its margin in it. */
  rows: number[];
  columns: number[];
  /** What the frame has above and left of the plane, whether it is shown or not. */
  margin: [top: number, left: number];
  /** Whether a frame would have a margin. */
  framable: boolean;
  groups: number;
  /** How many weights there are. */
  entries: number;
  structure: 'toeplitz' | 'toeplitz-blocks' | 'shifted-blocks';
  /** Rows and columns without a weight; not counted for very large layers. */
  emptyRows?: number;
  emptyColumns?: number;
}

export interface Matrix extends MatrixSummary {
  /** The weights in a window, by row: row, column, offset in k, three by three; everything else is
   * zero by structure. None of a window of more than 2^22 cells. */
  weights(window: MatrixWindow): Uint32Array;
  /** Such a window in height by width pixels, at most one for a cell: 0 for structural zeros, else 1 to
   * 255 for the largest magnitude of the weights under the pixel. */
  picture(k: Float64Array, window: MatrixWindow, height: number, width: number): Uint8Array;
}

/** <v, W x> = <W^T v, x>. */
export interface Adjoint {
  /** W x */
  forth: { shape: number[]; data: Float64Array };
  /** W^T v */
  back: { shape: number[]; data: Float64Array };
  left: number;
  right: number;
  /** But for rounding. */
  equal: boolean;
}

/** A layer to compute. */
export interface Call {
  operation: Operation;
  /** The shape of its kernel. */
  k: number[];
  /** What makes its kernel; without one, the layer's own kernel it is. */
  generator?: string;
  options: Required<LayerOptions>;
}

/** How evenly the cells of one axis of the finer plane are touched. */
export interface AxisOverlap {
  /** strideOne, multiple: evenly. remainder: the kernel is no multiple of the stride. factor:
   * stride and dilation have a common factor. */
  evenness: 'strideOne' | 'multiple' | 'remainder' | 'factor';
  /** The fewest and the most taps that a cell away from the ends meets. */
  least: number;
  most: number;
  /** The taps of each phase: of cells 0, 1, .. and every stride-th after them. */
  taps: number[];
  /** A cell of each phase, away from the ends where there is one. */
  cells: number[];
}

/** How evenly a layer touches its finer plane: Y of convTranspose2d, X of conv2d. */
export interface Overlap {
  height: AxisOverlap;
  width: AxisOverlap;
  /** How often one pair of channels touches each cell. */
  counts: { shape: number[]; data: Float64Array };
  /** The sum of the weights that touch a phase, for each channel of the finer plane. */
  weights: { shape: number[]; data: Float64Array };
  /** The range of these sums in each channel, and whether they are the same but for rounding. */
  spreads: { least: number; most: number; even: boolean }[];
  /** The layer with a kernel that touches all cells equally often; none where this one does. */
  evened?: Call;
  /** Resizing in the place of the stride: layers one after the other. */
  resized: Call[];
  /** Resizing alone. */
  smoothed: Call[];
}

/** How fast the sum of y * dy grows with each number. */
export interface Gradient {
  x: { shape: number[]; data: Float64Array };
  k: { shape: number[]; data: Float64Array };
  bias: Float64Array;
  /** The other operation that makes the gradient of x from dy, and the shape of what it returns. */
  call: Call & { y: number[] };
  /** The largest difference between its numbers and those here, and whether they are the same but
   * for rounding. */
  difference: number;
  equal: boolean;
}

export interface Limits {
  /** The most numbers that a tensor may hold. */
  elements: number;
  /** The most that a setting may be. */
  setting: number;
  /** The largest tensor that is edited by hand. */
  rows: number;
  columns: number;
  channels: number;
  /** The widest search for settings. */
  search: Search;
  /** The most that the lists of sizes hold. */
  trips: number;
  sources: number;
  /** The most multiplications of a layer that is inverted. */
  inverted: number;
  /** The least that each setting may be. */
  minimum: {
    stride: number;
    dilation: number;
    padding: number;
    outputPadding: number;
    groups: number;
  };
}

export interface Engine {
  /** The convolution of deep learning (the kernel is not flipped), as in PyTorch. NaN and infinity are
   * numbers like others, and padding is zeros: times an infinite weight they make NaN.
   * @throws {ConvError} */
  conv2d<Data extends Floats>(
    x: TensorLike<Data>,
    w: TensorLike<Data>,
    options?: ComputeOptions,
  ): { shape: number[]; data: Data };
  /** The transpose of conv2d, as in PyTorch. NaN and infinity reach only the cells that they are
   * multiplied into: nothing is around x.
   * @throws {ConvError} */
  convTranspose2d<Data extends Floats>(
    x: TensorLike<Data>,
    w: TensorLike<Data>,
    options?: ComputeOptions,
  ): { shape: number[]; data: Data };
  /** The sizes of a layer, or why there is none; computes nothing. `bias` needs only a length. */
  plan(
    operation: Operation,
    x: readonly number[],
    k: readonly number[],
    options?: LayerOptions & { bias?: { length: number } },
  ): { layer: Layer; fault?: undefined } | { fault: FaultReport; layer?: undefined };
  /** The multiplications of one cell (a row-major offset): x, k, y offsets, three by three.
   * @throws {ConvError} */
  links(
    operation: Operation,
    x: readonly number[],
    k: readonly number[],
    options: LayerOptions,
    operand: Operand,
    cell: number,
  ): Uint32Array;
  /** How a layer is drawn step by step.
   * @throws {ConvError} */
  steps(
    operation: Operation,
    x: readonly number[],
    k: readonly number[],
    options: LayerOptions,
  ): Steps;
  /** What a layer holds and does.
   * @throws {ConvError} */
  cost(
    operation: Operation,
    x: readonly number[],
    k: readonly number[],
    options?: LayerOptions & { bias?: { length: number } },
  ): Cost;
  /** All settings within `most` that make `output` of `input` along an axis, the simple ones first.
   * @throws {ConvError} */
  settingsBetween(operation: Operation, input: number, output: number, most?: Search): Found[];
  /** The input sizes that become `output` along an axis, at most `limits.sources` of them; none for
   * settings that no layer has.
   * @throws {ConvError} */
  inputsOf(
    operation: Operation,
    taps: number,
    options: LayerOptions,
    axis: 'height' | 'width',
    output: number,
  ): Source[];
  /** The sizes from `first` to `last` along an axis, at most `limits.trips` of them, through the
   * operation and back through the other one with the same settings; none for settings that no layer
   * has.
   * @throws {ConvError} */
  roundTrips(
    operation: Operation,
    taps: number,
    options: LayerOptions,
    axis: 'height' | 'width',
    first: number,
    last: number,
  ): Trip[];
  /** The X* of least norm whose output is nearest to that of x, in float64; nothing for a layer of
   * more than `limits.inverted` multiplications.
   * @throws {ConvError} */
  leastSquares(
    operation: Operation,
    x: TensorLike<Float64Array>,
    k: TensorLike<Float64Array>,
    options?: LayerOptions,
  ): Inverse | undefined;
  /** The matrix of a layer's operation, without its bias.
   * @throws {ConvError} */
  matrix(
    operation: Operation,
    x: readonly number[],
    k: readonly number[],
    options: LayerOptions,
    view?: MatrixView,
  ): Matrix;
  /** Both sides of what makes either operation the transpose of the other; v has y's shape.
   * @throws {ConvError} */
  adjoint(
    operation: Operation,
    x: TensorLike<Float64Array>,
    k: TensorLike<Float64Array>,
    v: Float64Array,
    options: LayerOptions,
  ): Adjoint;
  /** Whether the layer makes a checkerboard, why, and what would not.
   * @throws {ConvError} */
  overlap(
    operation: Operation,
    x: readonly number[],
    k: TensorLike<Float64Array>,
    options: LayerOptions & { bias?: { length: number } },
  ): Overlap;
  /** The gradients of x, k and bias for that of y, `dy`, and the call of the other operation that makes
   * the one of x.
   * @throws {ConvError} */
  gradient(
    operation: Operation,
    x: TensorLike<Float64Array>,
    k: TensorLike<Float64Array>,
    dy: Float64Array,
    options: LayerOptions,
  ): Gradient;
  /** The tensor of a generator (one of `generators`).
   * @throws {ConvError} */
  generate(
    generator: string,
    shape: readonly number[],
    args?: readonly number[],
  ): { shape: number[]; data: Float64Array };
  /** Why there can be no tensor of this shape, if there cannot. */
  shapeFault(operand: 'x' | 'k', shape: readonly number[]): FaultReport | undefined;
  /** Why a tensor of this shape cannot be edited by hand, if it cannot. */
  editingFault(operand: 'x' | 'k', shape: readonly number[]): FaultReport | undefined;
  /** The compiled module, from which `loadEngine({ wasm })` makes another engine without asking for it
   * again: that of a worker, which it can be sent to. */
  wasm: WebAssembly.Module;
  limits: Limits;
  /** The codes of the rules, with their English sentences. */
  rules: Record<string, string>;
  generators: string[];
}

/** What can keep the engine from being loaded: no WebAssembly in the browser, one too old, a policy against
 * it (`script-src`), a policy against asking for the file (`connect-src`), no network, no answer, another
 * status than 200, another kind of file, an incomplete or a wrong one, too little memory. */
export type LoadFailure =
  | 'absent'
  | 'old'
  | 'policy'
  | 'connect'
  | 'offline'
  | 'unreachable'
  | 'status'
  | 'type'
  | 'damaged'
  | 'memory';

/** Why `loadEngine` was rejected. */
export class LoadError extends Error {
  code: LoadFailure;
  /** The address of the file. */
  url?: string;
  /** The status, the type that came, or for `connect` the origin that the policy has to allow. */
  what?: string | number;
}

/** A URL, the bytes, or a compiled module. */
export type WasmSource = string | URL | ArrayBuffer | Uint8Array | WebAssembly.Module;

/** Loads the engine. Without `wasm` it fetches one of two modules from beside engine.js: fma/engine.wasm
 * where the browser can multiply and add in one instruction (Relaxed SIMD), else engine.wasm. They differ in
 * speed and, in float32, in the last digit of sums that are rounded.
 * @throws {LoadError} */
export function loadEngine(options?: { wasm?: WasmSource }): Promise<Engine>;

/** An engine without waiting, of the bytes of engine.wasm. A page of Chromium before 115 compiles only
 * 4 kB at once. */
export function engineAtOnce(bytes: ArrayBuffer | Uint8Array): Engine;
