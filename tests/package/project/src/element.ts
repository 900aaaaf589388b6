import { ConvPlayground } from 'convolution-playground';
import { formats, write } from 'convolution-playground/code';
import { ConvError, loadEngine, type Engine } from 'convolution-playground/engine';
import wasm from 'convolution-playground/engine.wasm';
import widget from 'convolution-playground/widget';

const element = document.querySelector('conv-playground')!;
const same: ConvPlayground = element;
same.state = 's=2';
const { result } = document.createElement('conv-playground');
if (result && 'y' in result) result.y.shape.map((size) => size + 1);
element.addEventListener('conv-change', ({ state }) => state.length);

const engine: Engine = await loadEngine({ wasm });
const x = { shape: [1, 1, 2, 2], data: new Float32Array([0, 1, 2, 3]) };
const y: Float32Array = engine.convTranspose2d(x, x, { stride: [2, 1] }).data;
try {
  engine.conv2d(x, x, { padding: { top: 1, bottom: 0, left: 0, right: 0 } });
} catch (error) {
  if (error instanceof ConvError) error.field.length;
}
write('s=2', formats[0]).length + y.length;
// @ts-expect-error: a stride is no word
engine.conv2d(x, x, { stride: 'two' });
// @ts-expect-error: a widget needs a model
widget.render({ el: element });
