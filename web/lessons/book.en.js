/**
 * The lessons in English. In a text, [[term]] or [[term|as it reads here]] opens the term's
 * definition, and `code` is set as code.
 * @type {import('./text.js').Book}
 */
export const book = {
  words: {
    'lesson.number': '{number} of {all}',
    'lesson.again': 'Start over',
    'lesson.leave': 'Close the lesson',
    'lesson.try': 'Try',
    'lesson.predict': 'Predict',
    'lesson.check': 'Check',
    'lesson.right': 'Right, {answer}.',
    'lesson.wrong': 'Not quite. Think again:',
    'lesson.told': 'The engine computes {answer}.',
    'lesson.tell': 'Show me',
    'lesson.fold': 'Fold the lesson',
    'lesson.unfold': 'Unfold the lesson',
    'lesson.show': 'Show this layer',
    'lesson.previous': 'Previous: {title}',
    'lesson.next': 'Next: {title}',
    'lesson.form.size': 'height × width',
    'lesson.form.matrix': 'rows × columns',
    'lesson.form.number': 'a number',
    'lesson.unreadable.size': 'Type a height and a width, such as 7 × 7.',
    'lesson.unreadable.matrix': 'Type two numbers, such as 6 × 8.',
    'lesson.unreadable.number': 'Type a number.',
  },

  lessons: {
    'sliding-window': {
      text: [
        'A [[convolution]] slides the [[kernel]] K over the input X. At every place, numbers that lie on top of each other are multiplied, and the sum is one cell of Y.',
        'The [[window]] under the kernel is all that this cell sees. K is used as it stands, not turned around: strictly speaking a [[cross-correlation]].',
      ],
      try: 'Point at the cells of Y one after another and watch the window move. Then change X[1,1], which lies in every window: all of Y moves.',
      ask: 'Padding 1 puts a ring of zeros around X. How large is Y then?',
      right:
        'Larger than X. A convolution can enlarge: it shrinks only where the padding is less than the kernel takes away.',
      look: 'The ring makes X 5 × 5. Count the places where a 2 × 2 kernel fits into it.',
    },
    stamping: {
      text: [
        'A [[transposed-convolution]] starts from the other side. Every cell of X takes the whole kernel, multiplies it by its own number and [[stamp|stamps]] it onto Y. Where stamps overlap, they add up.',
        'Four stamps of 2 × 2, each one cell further than the one before, make a Y of 3 × 3.',
      ],
      try: 'Point at a cell of X to see where its stamp lands. Only Y[1,1], in the middle, gets something from all four.',
      ask: 'Multiply every number of X by 10: 0, 10, 20, 30. What is Y[1,1] then?',
      right:
        'Ten times as much. The operation is [[linear]]: nothing but products and sums, so Y grows with X.',
      look: 'Y[1,1] is a sum of products, and each product has one number of X in it.',
    },
    'both-readings': {
      text: [
        'Stamping asks of X: where does this number go? That is to [[scatter]]. One can ask of Y as well: which numbers arrive here? That is to [[gather]].',
        'To gather, the kernel is turned by 180° and slid over X in a ring of zeros: an ordinary convolution. It is the same list of products, in another order.',
      ],
      try: 'Choose “both” in the player and step through it: one side stamps, the other collects, and both end in the same cells.',
      ask: 'Change X[1,1] from 3 to 10. What is Y[1,1] then?',
      right:
        'It does not move: the number that X[1,1] meets on its way there is K[0,0], which is 0.',
      look: 'Point at Y[1,1] and read the sentence below. Which number of K stands beside X[1,1]?',
    },
    padding: {
      text: [
        'In a convolution, [[padding]] adds zeros around the input, and Y grows. In a transposed convolution the same setting takes away: that many rows and columns are cut off each side of the finished Y.',
        'It belongs to the convolution that is being reversed. What that one added as padding is not part of its input, so it is not kept here. The cut cells are computed and left out.',
      ],
      try: 'Set padding to 0 and back to 1. The 3 × 3 output loses its ring, and the 4 in the middle stays.',
      ask: 'X is 4 × 4, K is 3 × 3, the padding is 1. How large is Y?',
      right: 'The stamps cover 6 × 6, and one row or column goes from each side.',
      look: 'How large is Y before the cut? Four stamps of width 3, each one cell further; then one less on both sides.',
    },
    stride: {
      text: [
        'In a convolution, a [[stride]] of 2 moves the window two cells at a time: places are skipped, and Y shrinks.',
        'It does not do the same to both operations. In a transposed convolution it spreads the stamps: each lands two cells after the one before, and Y grows. Here it is as large as the kernel, so that nothing overlaps.',
      ],
      try: 'Set stride to 1 and to 2 again and watch the stamps part. Then choose conv2d: now the same stride leaves places out.',
      ask: 'Set stride to 3. How large is Y?',
      right: 'And between the stamps there is a row and a column that nothing reaches: zeros.',
      look: 'The second stamp begins at cell 3 (counting from 0) and is two cells wide. Where does it end?',
    },
    'output-padding': {
      text: [
        'A convolution with kernel 3, stride 2 and padding 1 makes 3 × 3 out of 5 × 5, and out of 6 × 6 too. On the way back, 3 × 3 can therefore mean either.',
        '[[output-padding]] says which is meant: with 0 it is 5 × 5, with 1 it is 6 × 6. It only picks the size; no zeros are added: here padding had cropped one more row and column, and stamps reach both. More output padding than that lets rows through that no stamp reaches; they hold zeros or the bias.',
      ],
      try: 'In the Shapes panel, ask which inputs give 6: it is 3 again, with output padding 1. Then set output padding to 2: refused, because a larger X leads to that size.',
      ask: 'Set output padding to 1: Y gets one more row and column. Which number is at Y[5,5], in the new corner?',
      right: 'Not 0: the stamp of X[2,2] already reached this cell; it was only cropped.',
      look: 'The stamp of X[2,2] = 9 covers rows and columns 3 to 5. Which number of K comes last?',
    },
    channels: {
      text: [
        'With several [[channel|channels]], every output channel has a kernel for each input channel: `c_i × k_h × k_w` numbers. Their results are added up. No channel is copied into another; it is a weighted sum, as before.',
        '[[groups]] divide the channels into sets that know nothing of each other. One channel to a group is called [[depthwise]].',
      ],
      try: 'Point at cells of both channels of Y: each is made from both channels of X. Then, under “channels, bias, …”, set groups to 2.',
      ask: 'A conv2d goes from 10 channels to 20 with a 5 × 5 kernel. How many products are added up in one cell of Y, away from the border?',
      right: 'The 20 plays no part: it is how many such sums there are.',
      look: 'The window is 5 × 5 in each of the input channels; all of them go into the sum.',
    },
    matrix: {
      text: [
        'Write X as a column of 9 numbers and Y as a column of 4. The convolution is then one matrix, Y = W X: a row of W holds K where the window of one cell of Y is, and zeros elsewhere.',
        'The transposed convolution with the same K multiplies by the [[transpose]] of W. That is where its name comes from, and why backpropagation through one operation is the other.',
      ],
      try: 'Point at a row of W: it is a cell of Y. Point at a column: it is a cell of X, and read downwards it is that cell’s stamp.',
      ask: 'X is 4 × 4 and K is 3 × 3. How many rows and columns does W have?',
      right: 'A row for each cell of Y, a column for each cell of X.',
      look: 'Rows are cells of Y, and Y is 2 × 2. Columns are cells of X.',
    },
    'round-trip': {
      text: [
        'Let f be a convolution and g the transposed convolution with the same settings. Here f makes 6 × 6 out of 16 × 16, and g makes 16 × 16 again: the shape returns.',
        'That is luck. When the [[stride]] does not come out even, f leaves the last rows unused, and g cannot know of them.',
      ],
      try: 'Follow the sizes in the Round trip panel: 16, 17 and 18 all become 6. See which output padding tells them apart.',
      ask: 'X is 18 × 18, and f makes it 6 × 6 as well. How large is what g makes of that?',
      right: 'The same as from 16 × 16. Output padding 2 would bring back 18 × 18.',
      look: 'g sees nothing but a 6 × 6 input: (6 − 1)·3 − 2·2 + 5.',
    },
    doubling: {
      text: [
        'A decoder should make exactly twice the size, or its output does not fit the [[skip-connection]]. With stride 2 that holds when dilation·(kernel − 1) + 1 + output padding − 2·padding = 2.',
        'Even kernels manage alone: 2 with padding 0, 4 with 1, 6 with 2. An odd kernel ends one short, as here: 13 instead of 14. [[dilation]] counts, because it makes the kernel wider.',
      ],
      try: 'Press “double it” in the Shapes panel to get every way from 7 to 14, and use one that reaches all cells equally often.',
      ask: 'With kernel 3, stride 2 and padding 1: which output padding makes 14 × 14 out of 7 × 7?',
      right:
        'Kernel 3, stride 2, padding 1, output padding 1: the line that so many decoders have.',
      look: '13 cells are there. How many more rows have to be let through?',
    },
    checkerboard: {
      text: [
        'Ones in X and ones in K, and yet Y is not even. A kernel of 3 is no multiple of stride 2: some cells are reached by one stamp, some by two, some by four. This is where the [[checkerboard]] begins.',
        'A kernel that is a multiple of the stride evens out the count, though not yet the weights. [[upsampling|Upsampling]] first and convolving after it has no such pattern at all.',
      ],
      try: 'Change the kernel to 4 × 4 and the padding to 1 and look at the Overlap panel again. Then try stride 3.',
      ask: 'With a 4 × 4 kernel, stride 2 and padding 1: how many stamps reach Y[5,5], in the middle?',
      right: 'And every other cell away from the border as well: the pattern is gone.',
      look: 'On each axis a kernel of 4 that moves by 2 covers a cell twice. There are two axes.',
    },
    bilinear: {
      text: [
        '[[bilinear|Bilinear upsampling]] by 2 is a transposed convolution: kernel 4, stride 2, padding 1, and weights like a tent: ¼, ¾, ¾, ¼ on each axis.',
        'A layer that begins with these weights begins smooth and learns from there. With several channels each has its own tent ([[depthwise]]).',
      ],
      try: 'Change one number of X: a soft hill appears in Y. Then type another number into the middle of K and watch the evenness go.',
      ask: 'Every number of X is 8. What is Y[2,2], away from the border?',
      right: 'The weights that meet in a cell add up to 1, so an even input stays even.',
      look: 'On each axis the weights ¼ and ¾ meet in this cell. What is their sum?',
    },
    frameworks: {
      text: [
        'To enlarge with learned weights, a transposed convolution; where evenness matters, [[upsampling]] and then a convolution; to shrink, a convolution.',
        'Frameworks agree on the sums, not on the settings. For 3 → 6 with kernel 3 and stride 2, TensorFlow’s `SAME` cuts one cell at the end, as here; PyTorch’s padding 1 with output padding 1 cuts it at the beginning. JAX’s `conv_transpose` stamps the kernel turned by 180° unless told `transpose_kernel=True`. K is (in, out, h, w) in PyTorch and (h, w, out, in) in TensorFlow.',
      ],
      try: 'Under “channels, bias, …”, the four paddings are 0, 1, 0, 1 here. Swap 0 and 1 in each pair and see all numbers move by one cell.',
      ask: 'Made PyTorch’s way, with padding 1 and output padding 1: which number is at Y[0,0]?',
      right:
        'Same shape, other numbers: weights carried over between frameworks are off by one cell, and no shape check tells.',
      look: 'With one row and column cut off, Y[0,0] is where K[1,1] of the first stamp lies.',
    },
    deconvolution: {
      text: [
        'No. A [[deconvolution]] would find X again from f(X). A transposed convolution brings back the shape of X and spreads the numbers over it: related to X, and not X.',
        'Does it keep [[spatial-context]]? The places, yes: what comes from a corner ends in that corner, within its [[receptive-field]]. The details, no: what was added up or skipped stays so, and so a U‑Net carries them across by [[skip-connection|skip connections]].',
      ],
      try: 'Compare X, g(f(X)) and the least-squares inverse in the Round trip panel: only the last one tries to undo f.',
      ask: 'X is all zeros except for a 1 in the middle, so f(X) is 3, 2; 1, 0. Which number does g put into the middle?',
      right: 'Not the 1 that was there: 0² + 1² + 2² + 3², every weight having met itself.',
      look: 'The four stamps meet in the middle, each with another weight: 3·3 + 2·2 + …',
    },
  },

  terms: {
    bilinear: ['bilinear', 'New pixels are weighted means of the four nearest old ones.'],
    channel: [
      'channel',
      'One of the planes of a tensor: the red of a picture, or what one kernel found in it.',
    ],
    checkerboard: [
      'checkerboard',
      'A regular pattern in the output of a layer whose stamps overlap unevenly.',
    ],
    convolution: [
      'convolution',
      'A sum of products of the kernel with the part of the input under it, for each place of the kernel.',
    ],
    'cross-correlation': [
      'cross-correlation',
      'A convolution with the kernel as it stands; mathematics turns the kernel by 180° first.',
    ],
    deconvolution: [
      'deconvolution',
      'Finding the input of a convolution from its output; also an old and misleading name of the transposed convolution.',
    ],
    depthwise: ['depthwise', 'As many groups as channels: each channel has a kernel of its own.'],
    dilation: [
      'dilation',
      'The distance between neighbouring weights of the kernel; more than 1 leaves gaps between them.',
    ],
    gather: ['gather', 'To compute a cell of the output by collecting all that goes into it.'],
    groups: ['groups', 'Sets of channels that are computed apart from each other.'],
    kernel: ['kernel', 'The small matrix of weights that a layer learns.'],
    linear: [
      'linear',
      'Twice the input gives twice the output, and a sum of inputs gives the sum of their outputs.',
    ],
    'output-padding': [
      'output padding',
      'How many rows and columns larger the output of a transposed convolution is at its end: as far as padding had cropped there, they are computed like all others.',
    ],
    padding: [
      'padding',
      'Rows and columns of zeros around the input of a convolution; around the output of a transposed one, what is cut off.',
    ],
    'receptive-field': [
      'receptive field',
      'The part of the input that a cell of the output can depend on.',
    ],
    scatter: ['scatter', 'To add what one cell of the input contributes to all cells it reaches.'],
    'skip-connection': [
      'skip connection',
      'A path that hands on an early result unchanged to a later layer of the same size.',
    ],
    'spatial-context': ['spatial context', 'What lies where, and what is beside it.'],
    stamp: ['stamp', 'The kernel multiplied by one number of X, at its place in Y.'],
    stride: [
      'stride',
      'How many cells the window moves at a time; in a transposed convolution, how far apart the stamps are.',
    ],
    transpose: ['transpose', 'The matrix with its rows and columns exchanged.'],
    'transposed-convolution': [
      'transposed convolution',
      'The operation whose matrix is the transpose of a convolution’s matrix.',
    ],
    upsampling: ['upsampling', 'Making a picture larger by a fixed rule, with nothing learned.'],
    window: ['window', 'The part of the input that lies under the kernel at one of its places.'],
  },
};
