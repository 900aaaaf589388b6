export const words = {
  'gradient.what':
    'dY says how fast a loss grows with each cell of Y. What follows for X and K, by the same links:',
  'gradient.ones': 'ones',
  'gradient.delta': 'one cell',
  'gradient.y': 'Y',
  'gradient.rand': 'random',
  'gradient.ones.loss': 'The loss is the sum of Y.',
  'gradient.delta.loss': 'The loss is one cell of Y.',
  'gradient.y.loss': 'The loss is half the sum of the squares of Y.',
  'gradient.rand.loss': 'The loss is a sum of Y with random weights.',
  'gradient.own.loss': 'The loss is the sum of Y·dY.',
  'gradient.conv': 'The gradient of X is the transposed convolution of dY, with the same K:',
  'gradient.tconv': 'The gradient of X is the convolution of dY, with the same K:',
  'gradient.outputPadding':
    'output_padding says which size X had: others lead to the same Y as well.',
  'gradient.beyond': 'Its first {to} are dX: no cell of X had a part in the others.',
  'gradient.same': 'Computed both ways, link by link and by that call: no difference.',
  'gradient.rounding':
    'Computed both ways, link by link and by that call: they differ by {difference}, rounding.',
  'gradient.differs':
    'Computed both ways, link by link and by that call: they differ by {difference}, which should not be.',
  'gradient.weights':
    'A weight’s gradient adds up X·dY over all that it touches; the bias’s adds up dY.',
  'gradient.weights.only': 'A weight’s gradient adds up X·dY over all that it touches.',
  'gradient.hint': 'Point at a cell of dX or dK to see its sum.',
  'gradient.empty': 'nothing reaches it:',
  'gradient.large': 'This layer has too many multiplications for its gradients to be shown here.',
  'gradient.refused': 'dY is not changed. {why}',
  'gradient.unlike-y': 'It has the shape of Y, {shape}; what was pasted is {block}.',
  'gradient.beyond-y':
    'It has the shape of Y, {shape}: a block of {block} does not fit in from {cell} on.',
  'gradient.pasted': 'Pasted: dY has other numbers.',
};
