import 'convolution-playground';
import { loadEngine } from 'convolution-playground/engine';

const engine = await loadEngine();
const x = { shape: [1, 1, 2, 2], data: new Float32Array([0, 1, 2, 3]) };
globalThis.engineSays = [...engine.convTranspose2d(x, x).data].join(' ');
