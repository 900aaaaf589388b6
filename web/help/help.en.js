/**
 * The help page in English.
 * @type {import('./questions.js').Help}
 */
export const help = {
  title: 'Questions and answers',
  playground: 'Convolution Playground',
  intro:
    'What people keep asking about convolution and transposed convolution. Every answer has a place in the playground that shows it; change the numbers there and see whether it still holds.',
  language: 'Language',
  examples: 'The playground in your own page',
  questions: {
    'output-padding': {
      question: 'What does output_padding do? Does it pad with zeros?',
      answer:
        'No, it only picks the size: Y gets so many more rows and columns at the bottom and right. Those that padding had cropped are let through, with what the stamps left there: in the lesson 1 row of 1. Where output padding exceeds the padding at that end, no stamp reaches the rest, which holds only zeros or the bias; the Steps panel counts both.',
      see: 'Lesson: output padding picks the size',
    },
    'ambiguous-size': {
      question: 'Why is the output size ambiguous? Why must I give output_shape?',
      answer:
        'A convolution with stride rounds down, so several sizes become the same one: with kernel 3, stride 2 and padding 1, both 5 and 6 become 3, as 23 and 24 become 12. On the way back 3 could mean either, and somebody has to say which.',
      see: 'There and back from 5 and from 6',
    },
    'exact-size': {
      question: 'How do I get exactly twice the size, or the size of a skip connection?',
      answer:
        'The output is stride times the input when dilation·(kernel − 1) + 1 + output padding − 2·padding = stride. For stride 2 that is kernel 2 with padding 0, 4 with 1, or 3 with padding 1 and output padding 1. The Shapes panel lists every way to a size.',
      see: 'Lesson: exactly twice the size',
    },
    'padding-shrinks': {
      question: 'Why does adding padding make the output smaller?',
      answer:
        'In a transposed convolution, padding is that of the convolution which is reversed. There it adds zeros around the input; here that ring is cut off the output.',
      see: 'Lesson: padding crops the output',
    },
    'output-padding-limit': {
      question: 'Why must output padding be smaller than stride or dilation?',
      answer:
        'With output padding as large as the stride, the size is what one more input row gives. PyTorch allows it to be less than the stride or the dilation, whichever is larger; Keras and WebNN only less than the stride. The link goes past the limit on purpose.',
      see: 'Output padding 2 at stride 2, refused',
    },
    'same-transposed': {
      question: 'Why do padding="same" in TensorFlow or Keras and PyTorch differ when transposed?',
      answer:
        '“Same” makes stride times the input and crops kernel − stride in all, the odd cell at the end; with a kernel smaller than the stride nothing is cropped, and stride − kernel rows of zeros follow. PyTorch’s padding 1 with output padding 1 has the same shape but crops at the beginning, so all numbers are shifted by a cell. Padding per side gives either.',
      see: 'Lesson: which layer, which framework',
    },
    'same-strided': {
      question: 'With “same” and a stride, where does the extra zero go?',
      answer:
        'It depends on the input size. For 4 rows, kernel 3 and stride 2 TensorFlow adds one zero in all, after the last row. PyTorch refuses “same” with a stride; its padding 1 puts the zero before the first row instead.',
      see: 'TensorFlow’s side: padding 0, 1, 0, 1',
    },
    onnx: {
      question: 'In ONNX, how do auto_pad, output_shape and pads go together?',
      answer:
        'Best give `pads` alone: [top, left, bottom, right] of what is cropped. `output_shape` overrides them and computes others from the total; `auto_pad` says on which side the odd one goes. Of PyTorch’s padding p and output padding o, the crop is p at the beginning and p − o at the end. Mind the order: the link has top, bottom, left, right, so `pads=[1, 1, 0, 0]` is `p=1,0,1,0`.',
      see: 'Padding 1 and output padding 1 as a crop of 1 and 0',
    },
    deconvolution: {
      question: 'Is it deconvolution, the inverse of convolution?',
      answer:
        'No. It brings back the shape, not the numbers. In the round trip you see X, what comes back, and what an inverse in the sense of least squares would give.',
      see: 'Lesson: is it deconvolution?',
    },
    flipped: {
      question: 'Convolution or cross-correlation: is the kernel flipped?',
      answer:
        'Deep learning does not flip it. A single 1 as input shows it: the output is the kernel turned by 180°. A convolution in the mathematical sense, such as SciPy’s, would print it upright; so does conv_transpose2d.',
      see: 'A single 1 through conv2d',
    },
    jax: {
      question: 'Why do JAX and Flax differ from PyTorch and Keras?',
      answer:
        'Unless told `transpose_kernel=True`, their conv_transpose stamps the kernel turned by 180°, and so is not the transpose of their convolution. The test is ⟨y, W x⟩ = ⟨Wᵀ y, x⟩: the Matrix panel computes both sides.',
      see: 'The matrix, its transpose and the check',
    },
    'weight-layout': {
      question: 'Weights: (in, out, h, w) or (out, in, h, w)?',
      answer:
        'In PyTorch, conv2d has (out, in/groups, h, w) and conv_transpose2d (in, out/groups, h, w): the same tensor serves both. TensorFlow has (h, w, in, out), and for the transposed layer (h, w, out, in). Here K is as in PyTorch, its shape above it.',
      see: '2 channels in, 3 out: K is 2 × 3 × 2 × 2',
    },
    groups: {
      question: 'What do groups mean in a transposed convolution?',
      answer:
        'The channels are divided into sets that do not mix. In the matrix they are blocks along the diagonal. The kernel has in × out/groups planes, so the number of outputs is a multiple of the groups.',
      see: 'Two groups as two blocks',
    },
    checkerboard: {
      question: 'Why does my decoder make a grid?',
      answer:
        'Because its stamps overlap unevenly: the kernel is no multiple of the stride. A multiple evens out the count, but weights can still differ from phase to phase. Resizing first and convolving after it has no such pattern.',
      see: 'Lesson: where checkerboards begin',
    },
    upsampling: {
      question: 'Upsample and convolve, or a transposed convolution? Which initial weights?',
      answer:
        'Resizing is even by construction; a transposed layer learns more and can be made even. It can begin as bilinear upsampling: kernel 4, stride 2, padding 1, one channel to a group.',
      see: 'Lesson: upsampling is a kernel too',
    },
    animations: {
      question: 'The usual animations confuse me. What moves where?',
      answer:
        'Most draw the equivalent direct convolution: zeros put between the inputs, the kernel turned, a window that collects. The operation itself stamps. The player shows both readings step by step, with the same numbers at the end.',
      see: 'Lesson: two readings, one result',
    },
    matrix: {
      question: 'How is a convolution written as a matrix, and for my sizes?',
      answer:
        'A row for each cell of Y, a column for each cell of X, and in their crossing the weight that joins them. The Matrix panel shows it for every layer, linked to the cells.',
      see: 'Lesson: a matrix and its transpose',
    },
    causal: {
      question: 'In one dimension and causal: which end is cropped?',
      answer:
        'The end. An output at time t may only know inputs up to t, and stamps reach forward from where they begin: so crop d·(k − 1) + 1 − stride after the last, with dilation d and kernel k, and nothing before the first. A causal convolution is the other way round: d·(k − 1) + 1 − stride zeros in front. With all d·(k − 1) of them there, no window of a larger stride reads the newest samples.',
      see: 'One row, cropped at the right only',
    },
    calculator: {
      question: 'Is there a calculator that includes output padding?',
      answer:
        'The Shapes panel: the formula with your numbers, parameters and multiplications, and the other way round every kernel, stride, padding and output padding that leads from one size to another.',
      see: 'From 7 to 14',
    },
    'own-numbers': {
      question: 'Can I see it with my own numbers?',
      answer:
        'Click a cell of X or K and paste: PyTorch, NumPy, MATLAB, nested lists, CSV or cells of a spreadsheet. The matrix grows as needed. What you made is in the address, so the link brings it back.',
      see: 'The 2 × 2 of Dive into Deep Learning, to paste over',
    },
  },
};
