import { messages } from './error-messages.js';
import * as configured from './configured.js';
import * as copied from './copied.js';
import * as readings from './readings.js';

// Texts that no one would write, from those that people copied: for tests of what reads them.

/** Numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
export function drawing(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const texts = [readings, copied, configured]
  .flatMap(({ tensors, layers, refused }) => [tensors, layers, refused])
  .concat([messages])
  .flat()
  .map(([text]) => text);

/** What is hard on a reader when it comes again and again. */
export const pieces =
  `[|(|{|]|)|}|,|;|:|=|-|.|...|…|"|'|\`|*|/|//|/*|(* |%|#|<|>|\\|&|@|!|1|9|0.|1e|1e9|-1|1/|1-|1 |1,|a.|a(|a'|a<|
new |f[|x=|x = |[1|[1;2],|[1,2]|[[|(((|[1,]  1|1 1|nn.Conv2d(|nn.Conv2d(1,1,1)|nn.Conv2d(1,1,1),|Conv |ConvTranspose(|
conv2d(x, w)|Conv2d(3, 8, kernel_size=(3, 3), stride=(1, 1))|%x : |%1 = |onnx::Conv kernel_shape |op_type: "Conv"|
make_node("Conv",|pads=[1,1,1,1] |W: <1x1x3x3>|<td>|<tr><td>|<table>|</td>|\\begin{matrix}|\\begin{|\\end{matrix}|\\frac{1}{2}|
\\\\|\\\\[|>>> |In [1]: |Out[1]: |A =|K[0] = |x = [x, x]|x = x.T|x = zeros(512, 512)|.T|.T.T|.reshape(|[:, ::-1]|.float()|
tensor([|torch.Size([|array([|tf.Tensor(|Columns 1 to 3|(1,.,.) =|2x2 Matrix{Float64}:|1 A{|[torch.FloatTensor of size 2x2]|
Parameter containing:|Tensor[1, 1, |Tensor {|shape: [1], |<NDArray |"""|'''|<<|::|->|=>|lambda |def f(|class A:|return |if |
convolution_param {|num_output: 2 |kernel_size: 3\n|[convolutional]|'kernel_size': 3, |(/ |/)|[[1,2],[3,4]] and |
Given groups=1, weight of size [|Negative dimension size caused by subtracting 3 from 2 for |with input shapes: [|
{"a":|"k": |[[]]|[][]|{}{}|０|１|［|，|“|\u200b|\u00a0|\ud800|\u0000|×|∞|nan|NaN|inf|None|?|$|~|^|@x|_`
    .replaceAll('\n', '|')
    .split('|')
    .concat([
      '|',
      '| 1 |',
      '|-|-|\n',
      '\n',
      '\n\n',
      '\t',
      '\r\n',
      ' ',
      '    ',
      '1\n',
      '1 2\n\n',
      '1\t',
    ]);

/** The longest text that is made. */
export const longest = 40_000;

/**
 * One text after the other.
 * @param {number} seed
 */
export function* mutated(seed) {
  const random = drawing(seed);
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const runs = [1, 1, 1, 2, 3, 10, 100, 1000, longest];
  const piece = () => {
    const text = random() < 0.7 ? one(pieces) : one(texts);
    return text.repeat(Math.max(1, Math.min(one(runs), Math.floor(longest / text.length))));
  };
  const changes = [
    (text, at) => text.slice(0, at) + text.slice(at + 1 + below(8)),
    (text, at) => text.slice(0, at) + piece() + text.slice(at),
    (text, at) => text.slice(0, at) + piece() + text.slice(at + below(8)),
    (text, at) => text.slice(0, at),
    (text, at) => text.slice(at),
    (text, at) => text.slice(0, at) + one(texts).slice(below(40)),
    (text, at) => text + text.slice(at),
    (text) => text.replace(/\d+/g, () => one(['0', '-1', '2', '7', '1000000', '9'.repeat(30)])),
    (text) => text.replace(/[\s,]+/g, one([' ', '', '\n', ',', ';'])),
    (text, at) => text.replaceAll(text[at] ?? '', one(pieces)),
  ];
  for (;;) {
    let text = random() < 0.9 ? one(texts) : piece();
    for (let i = below(5); i >= 0; i--)
      text = one(changes)(text, below(text.length + 1)).slice(0, longest);
    yield text;
  }
}
