export const words = {
  'overlap.even.even.tconv': 'No checkerboard.',
  'overlap.even.uneven.tconv': 'Even stamps, uneven weights.',
  'overlap.uneven.even.tconv': 'Uneven stamps, evened out by the weights.',
  'overlap.uneven.uneven.tconv': 'A checkerboard.',
  'overlap.even.even.conv': 'X is read evenly.',
  'overlap.even.uneven.conv': 'X is read evenly, by uneven weights.',
  'overlap.uneven.even.conv': 'X is read unevenly, evened out by the weights.',
  'overlap.uneven.uneven.conv': 'X is read unevenly.',
  'overlap.counts.even.tconv':
    'Away from the edges every cell of Y gets the same number of stamps: {most}.',
  'overlap.counts.uneven.tconv':
    'Away from the edges the cells of Y get from {least} to {most|stamp|stamps}, in a fixed rhythm.',
  'overlap.counts.even.conv':
    'Away from the edges every cell of X is read the same number of times: {most}.',
  'overlap.counts.uneven.conv':
    'Away from the edges the cells of X are read from {least} to {most} times, in a fixed rhythm. Y does not show it; the gradient of X does, as a checkerboard.',
  'overlap.both': 'Height and width: {why}',
  'overlap.height': 'Height: {why}',
  'overlap.width': 'Width: {why}',
  'overlap.why.strideOne': 'with stride 1, every weight of the kernel meets every cell.',
  'overlap.why.multiple':
    'kernel {kernel} is a multiple of stride {stride}, so that each cell meets {each} of its weights.',
  'overlap.why.remainder':
    'kernel {kernel} is not a multiple of stride {stride}, so that the cells meet {rhythm} of its weights by turns.',
  'overlap.why.factor':
    'stride {stride} and dilation {dilation} have a common factor, so that the weights keep to some cells and miss the others: {rhythm} by turns.',
  'overlap.weights.even.even.tconv':
    'These weights are even too: an X of ones becomes {most} in every phase.',
  'overlap.weights.uneven.even.tconv':
    'These weights make up for it: an X of ones becomes {most} in every phase. Training may lose that again.',
  'overlap.weights.even.uneven.tconv':
    'These weights differ by phase, though: an X of ones becomes {least} in one and {most} in another. Starting all phases with the same weights (ICNR) avoids that.',
  'overlap.weights.uneven.uneven.tconv':
    'With these weights an X of ones becomes {least} in one phase and {most} in another.',
  'overlap.weights.even.even.conv':
    'These weights are even too: those that meet a cell add up to {most} in every phase.',
  'overlap.weights.uneven.even.conv':
    'These weights make up for it: those that meet a cell add up to {most} in every phase.',
  'overlap.weights.even.uneven.conv':
    'These weights differ by phase, though: those that meet a cell add up to {least} in one and {most} in another.',
  'overlap.weights.uneven.uneven.conv':
    'The weights that meet a cell add up to {least} in one phase and {most} in another.',
  'overlap.use': 'Use kernel {kernel}, {settings}',
  'overlap.use.why': 'Y keeps its size; the new weights are 0.',
  'overlap.use.made': 'Y keeps its size.',
  'overlap.stamps': 'stamps',
  'overlap.reads': 'reads',
  'overlap.sums': 'ΣK',
  'overlap.stamps.note': 'how many stamps reach each cell of Y{pairs}',
  'overlap.reads.note': 'how often each cell of X is read{pairs}',
  'overlap.pairs': ', for each pair of channels',
  'overlap.sums.note':
    'the weights that meet a cell, added up for each phase: row mod {rows}, column mod {columns}{channel}',
  'overlap.sums.output': ', for output channel {output}',
  'overlap.sums.input': ', for input channel {input}',
  'overlap.instead.tconv': 'The same X, enlarged in other ways',
  'overlap.instead.conv': 'The same X, reduced in other ways',
  'overlap.this': 'this layer',
  'overlap.resized.tconv':
    'nearest neighbour, then K: copies in the place of zeros between the cells',
  'overlap.resized.conv': 'K with stride 1, then the mean of each block',
  'overlap.smoothed.tconv': 'bilinear: itself a transposed convolution, with fixed weights',
  'overlap.smoothed.conv': 'a blur before the stride: itself a convolution, with fixed weights',
  'overlap.resized': 'resized',
  'overlap.bilinear': 'bilinear',
  'overlap.blurred': 'blurred',
  'overlap.none': 'not possible for this size',
};
