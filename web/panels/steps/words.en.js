export const words = {
  'steps.scatter.tconv': 'Scatter: every cell of X stamps K',
  'steps.scatter.conv': 'Scatter: every cell of X stamps K, flipped',
  'steps.gather.tconv': 'Gather: K, flipped, over X with zeros between and around',
  'steps.gather.conv': 'Gather: K over X with its padding',
  'steps.stamp': 'stamp of {cell}',
  'steps.at': 'at ({row}, {column})',
  'steps.sum': 'Y',
  'steps.added-up': 'Y, stamps added up',
  'steps.collected': 'Y, collected',
  'steps.sofar': 'Y after {count} of {all}',
  'steps.before': 'the {count} before',
  'steps.kernel': 'K',
  'steps.flipped': 'K flipped',
  'steps.plane': 'X as it is read',
  'steps.zeros': 'X, zeros inserted',
  'steps.crop': 'What lies outside the frame is stamped too, and cropped by the padding.',
  'steps.added.rows':
    'Rows that output padding adds below: {added}; stamps reach {reached} of them.',
  'steps.added.columns':
    'Columns that output padding adds at the right: {added}; stamps reach {reached} of them.',
  'steps.added.all':
    'Padding had cropped them. They are computed like all others; no zeros are added.',
  'steps.added.zeros': 'No stamp reaches the others: they hold only zeros.',
  'steps.added.bias': 'No stamp reaches the others: they hold only the bias.',
  'steps.channels': 'Input channel {input}, output channel {output}.',
};
