import { ConvPlayground } from 'convolution-playground';
import { write } from 'convolution-playground/code';
import 'convolution-playground/embed-host';
import { loadEngine } from 'convolution-playground/engine';
import widget from 'convolution-playground/widget';

const engine = await loadEngine();
const x = { shape: [1, 1, 2, 2], data: new Float32Array([0, 1, 2, 3]) };
console.log(engine.convTranspose2d(x, x).data.join(' '));

if (typeof ConvPlayground !== 'function') throw new Error('there is no class');
if (typeof widget.render !== 'function') throw new Error('the widget draws nothing');
if (!write('s=2', 'pytorch').includes('conv_transpose2d')) throw new Error('no program');
