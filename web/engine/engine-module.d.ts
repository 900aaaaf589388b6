/** What the compiled module offers; engine.js alone uses it. Shapes and errors: see cpp/wasm/bindings.cpp. */
import type {
  Adjoint,
  Cost,
  FaultReport,
  Floats,
  Found,
  Gradient,
  Inverse,
  Layer,
  Limits,
  MatrixSummary,
  MatrixWindow,
  Overlap,
  Search,
  Source,
  Steps,
  Trip,
} from './engine.d.ts';

/** A result, or the fault that there is in its place. */
type Answer<Name extends string, Value> = { [name in Name]?: Value } & { fault?: FaultReport };

interface Tensor<Data> {
  shape: number[];
  data: Data;
}

/** See `Call` in cpp/wasm/exchange.hpp. */
type Begin = (
  request: number,
  x: number,
  k: number,
  bias: number,
  name: number,
) => { fault: FaultReport } | undefined;

interface EngineModule {
  /** Where a request is put before a call that speaks of a layer, and the addresses that compute() needs are found. */
  mailbox(): Float64Array;
  begin32: Begin;
  begin64: Begin;
  run32(): void;
  run64(): void;
  end32(): void;
  end64(): void;
  plan(): { layer: Layer } | { fault: FaultReport };
  links(operand: string, cell: number): Answer<'links', Uint32Array>;
  steps(): Steps & { fault?: FaultReport };
  cost(): Answer<'cost', Cost>;
  settingsBetween(operation: string, input: number, output: number, most: Search): Found[];
  inputsOf(axis: string, taps: number, output: number): Source[];
  roundTrips(axis: string, taps: number, first: number, last: number): Trip[];
  leastSquares(x: Floats, k: Floats): Answer<'inverse', Inverse>;
  matrix(framed: boolean, transposed: boolean): Answer<'matrix', MatrixSummary>;
  matrixEntries(
    framed: boolean,
    transposed: boolean,
    window: MatrixWindow,
  ): Answer<'entries', Uint32Array>;
  matrixPicture(
    framed: boolean,
    transposed: boolean,
    k: Floats,
    window: MatrixWindow,
    height: number,
    width: number,
  ): Answer<'picture', Uint8Array>;
  adjoint(x: Floats, k: Floats, v: Floats): Answer<'adjoint', Adjoint>;
  overlap(k: Floats): Answer<'overlap', Overlap>;
  gradient(x: Floats, k: Floats, dy: Floats): Answer<'gradient', Gradient>;
  generate(
    generator: string,
    shape: number[],
    args: number[],
  ): Answer<'tensor', Tensor<Float64Array>>;
  shapeFault(operand: string, shape: number[]): Answer<never, never>;
  editingFault(operand: string, shape: number[]): Answer<never, never>;
  limits(): Limits;
  rules(): Record<string, string>;
  generators(): string[];
}

export default function createEngineModule(options: object): Promise<EngineModule>;
