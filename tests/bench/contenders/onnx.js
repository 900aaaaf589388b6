// onnxruntime-web's WebAssembly provider with SIMD on one thread.
import { onnxModel } from './onnx-model.js';

const folder = new URL('../node_modules/onnxruntime-web/dist/', import.meta.url).href;

export async function contender() {
  const ort = await import(`${folder}ort.wasm.min.mjs`);
  Object.assign(ort.env.wasm, { numThreads: 1, proxy: false, wasmPaths: folder });
  ort.env.logLevel = 'error';
  return {
    name: 'onnx',
    title: `onnxruntime-web ${ort.env.versions.web}`,
    async prepare(layer, y) {
      const session = await ort.InferenceSession.create(onnxModel(layer, y), {
        executionProviders: ['wasm'],
        graphOptimizationLevel: 'all',
      });
      const feeds = { x: new ort.Tensor('float32', layer.x.data, layer.x.shape) };
      const run = async () => (await session.run(feeds)).y.data;
      return { run, numbers: run, close: () => session.release() };
    },
  };
}
