// Models of ONNX by onnxruntime-web, for stand-ins/onnxruntime.py.
import * as ort from 'onnxruntime-web';
import { answer } from './answer.js';

ort.env.wasm.numThreads = 1;
ort.env.logLevel = 'fatal';

await answer(async ({ model, name, shape, data }) => {
  const session = await ort.InferenceSession.create(Uint8Array.from(model));
  const feed = { [name]: new ort.Tensor('float32', Float32Array.from(data), shape) };
  const { Y } = await session.run(feed);
  const said = { shape: [...Y.dims], data: [...Y.data] };
  await session.release();
  return said;
});
