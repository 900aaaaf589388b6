// This engine, as a program calls it: tensors go in and come out as typed arrays.

/** Each way to call the engine that is measured. The peers keep their weights prepared as well. */
const variants = {
  engine: { title: 'this engine' },
  prepared: { title: 'with constantWeights and into', constantWeights: true, keeps: true },
};

const toOptions = ({ stride, dilation, padding, outputPadding, groups, transposed }) => ({
  stride,
  dilation,
  padding,
  groups,
  ...(transposed && { outputPadding }),
});

/** The layer's result in float64, which all others are compared with. */
export function exact(engine, layer) {
  const wide = ({ shape, data }) => ({ shape, data: Float64Array.from(data) });
  const call = layer.transposed ? engine.convTranspose2d : engine.conv2d;
  return call(wide(layer.x), wide(layer.k), toOptions(layer));
}

export async function load(url) {
  const { loadEngine } = await import(url);
  return loadEngine();
}

/** The contenders that a build of the engine enters. */
export const contenders = (engine, suffix = '') =>
  Object.entries(variants).map(([name, { title, constantWeights, keeps }]) => ({
    name: name + suffix,
    title: title + suffix,
    ours: true,
    prepare(layer) {
      const { x, k } = layer;
      const options = { ...toOptions(layer), constantWeights };
      const run = layer.transposed
        ? () => engine.convTranspose2d(x, k, options)
        : () => engine.conv2d(x, k, options);
      if (keeps) options.into = run().data;
      return { run, numbers: () => run().data, close() {} };
    },
  }));
