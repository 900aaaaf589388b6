export const words = {
  'matrix.framed.conv': 'with columns for the padding',
  'matrix.framed.tconv': 'with the rows that padding crops',
  'matrix.margin': 'padding',
  'matrix.picture': '{name}: {rows|row|rows}, {columns|column|columns}, {entries|weight|weights}',
  'matrix.keys':
    'Arrows move the cursor, with Ctrl to the next weight; + and − zoom, 0 shows all, Enter pins. Drag to move.',
  'matrix.zoomIn': 'Larger',
  'matrix.zoomOut': 'Smaller',
  'matrix.fit': 'Fit',
  'matrix.size':
    '{name} is {rows} × {columns}, with {entries|weight|weights} ({share} %); the other entries are 0 whatever the weights are.',
  'matrix.empty.rows': 'Empty rows: {count}, {why}.',
  'matrix.empty.columns': 'Empty columns: {count}, {why}.',
  'matrix.unused.x': 'cells of X that reach no output',
  'matrix.unused.y': 'cells of Y that nothing reaches',
  'matrix.question': 'Is {name} a Toeplitz matrix?',
  'matrix.toeplitz':
    'Yes: each row is the one above, moved by one column, so every diagonal is constant.',
  'matrix.toeplitz-blocks': 'Block by block.',
  'matrix.shifted-blocks.conv':
    'Not with stride {stride}: one output further, the weights stand a stride further right instead of one column, within a block and from block to block.',
  'matrix.shifted-blocks.tconv':
    'Not with stride {stride}: one input further, the weights stand a stride further down instead of one row, within a block and from block to block.',
  'matrix.blocks':
    'There are {height} × {down} blocks of {width} × {across}, one for each row of the output and each row of the input.',
  'matrix.blocks.channels':
    'Each of the {pairs} pairs of channels has {height} × {down} blocks of {width} × {across}.',
  'matrix.again': 'Each block is Toeplitz, and along a diagonal the same block comes again.',
  'matrix.groups':
    'The {groups} groups are {groups} blocks on the diagonal, with nothing outside them.',
  'matrix.check': 'Is it the transpose?',
  'matrix.v.y': 'with y',
  'matrix.v.random': 'with a random v',
  'matrix.v.another': 'another v',
  'matrix.ask': 'Check it ({count|multiplication|multiplications} each way)',
  'matrix.law':
    'Each operation runs on its own here, and both sides agree for any vector of Y’s shape: conv2d and conv_transpose2d are each other’s transpose.',
  'matrix.inverse': 'Wᵀ leads back to the shape of X, not to its numbers: it is no inverse.',
  'matrix.bias': 'The bias is left out: Y is W x plus the bias.',
};
