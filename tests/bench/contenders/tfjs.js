// tfjs-backend-wasm with SIMD on one thread. It wants its channels last.

const folder = new URL('../node_modules/@tensorflow', import.meta.url).href;

const script = (source) =>
  new Promise((done, failed) => {
    const element = document.createElement('script');
    Object.assign(element, { src: source, onload: done, onerror: failed });
    document.head.append(element);
  });

/** The numbers of a tensor with its dimensions in another order. */
function permuted({ shape, data }, order) {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const sizes = order.map((axis) => shape[axis]);
  const steps = order.map((axis) => strides[axis]);
  const numbers = new Float32Array(data.length);
  let next = 0;
  for (let a = 0; a < sizes[0]; a++)
    for (let b = 0; b < sizes[1]; b++)
      for (let c = 0; c < sizes[2]; c++)
        for (let d = 0; d < sizes[3]; d++)
          numbers[next++] = data[a * steps[0] + b * steps[1] + c * steps[2] + d * steps[3]];
  return { shape: sizes, data: numbers };
}

/** The operation for a layer, or undefined where tfjs has none. */
function operation(tf, { transposed, x, k, groups, stride, dilation, padding }, y) {
  const [top, bottom, left, right] = padding;
  const pad = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  const { shape } = permuted(y, [0, 2, 3, 1]);
  if (transposed) {
    if (groups > 1 || dilation.some((d) => d > 1)) return undefined;
    return (x, k) => tf.conv2dTranspose(x, k, shape, stride, pad, 'floor');
  }
  if (groups === 1) return (x, k) => tf.conv2d(x, k, stride, pad, 'NHWC', dilation, 'floor');
  if (groups === x.shape[1] && groups === k.shape[0])
    return (x, k) => tf.depthwiseConv2d(x, k, stride, pad, 'NHWC', dilation, 'floor');
  return undefined;
}

export async function contender() {
  await script(`${folder}/tfjs-core/dist/tf-core.min.js`);
  await script(`${folder}/tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);
  const { tf } = globalThis;
  tf.wasm.setWasmPaths(`${folder}/tfjs-backend-wasm/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();
  return {
    name: 'tfjs',
    title: `tfjs-backend-wasm ${tf.version_core}`,
    prepare(layer, y) {
      const compute = operation(tf, layer, y);
      if (!compute) return undefined;
      const depthwise = layer.groups > 1;
      const make = ({ shape, data }) => tf.tensor4d(data, shape);
      const x = make(permuted(layer.x, [0, 2, 3, 1]));
      // kh, kw and then in, out for both operations' layouts; a depthwise kernel's `out` is one.
      const k = make(permuted(layer.k, depthwise ? [2, 3, 0, 1] : [2, 3, 1, 0]));
      const run = () => {
        const result = compute(x, k);
        const numbers = result.dataSync();
        result.dispose();
        return numbers;
      };
      return {
        run,
        numbers() {
          const [n, c, h, w] = y.shape;
          return permuted({ shape: [n, h, w, c], data: run() }, [0, 3, 1, 2]).data;
        },
        close: () => tf.dispose([x, k]),
      };
    },
  };
}
