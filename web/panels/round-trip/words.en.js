export const words = {
  'trip.sizes': 'The sizes, there and back',
  'trip.source': 'Whose settings',
  'trip.source.article': 'Dive into Deep Learning: kernel 5, padding 2, stride 3',
  'trip.source.present': 'my layer',
  'trip.first': 'Which operation first',
  'trip.first.conv': 'f conv2d, then g conv_transpose2d',
  'trip.first.tconv': 'g conv_transpose2d, then f conv2d',
  'trip.stage': 'Load this layer',
  'trip.from': 'sizes from',
  'trip.to': 'to',
  'trip.legend.returns': '✓ comes back to its size',
  'trip.legend.repair': '+1 comes back with output padding 1',
  'trip.legend.not': '✗ does not come back',
  'trip.returns': 'comes back',
  'trip.by': 'comes back with output padding {padding}',
  'trip.not': 'does not come back',
  'trip.nothing': 'none',

  'trip.none': '{sizes} is too small for this kernel.',
  'trip.lost': '{sizes} becomes {there}, from where these settings allow no way back.',
  'trip.share': '{sizes} all become {there}, and {there} goes back to {back}.',
  'trip.share.two': '{sizes} both become {there}, and {there} goes back to {back}.',
  'trip.same': '{sizes} becomes {there} and comes back as {back}: no other size becomes {there}.',
  'trip.repair':
    '{sizes} becomes {there} and comes back as {back}; output padding {padding} makes it {sizes}.',
  'trip.never': '{sizes} becomes {there} and comes back as {back}.',
  'trip.repairs': ' With output padding {paddings} it goes back to {sizes}.',
  'trip.and': ' and ',
  'trip.comma': ', ',

  'trip.windows': 'Why: the windows of conv2d',
  'trip.windows.said':
    ': {windows|window|windows}; unread: {unread}; the next one lacks {missing|place|places}.',
  'trip.windows.cells': '{count|cell|cells}',
  'trip.windows.zeros': '{count|zero|zeros} of the padding',
  'trip.windows.legend':
    'A bar is a window over the cells that it reads; the outlined bar is the next one, which does not fit. Dashed cells are zeros of the padding. No window reads what is hatched.',

  'trip.numbers': 'The numbers do not come back',
  'trip.answer':
    'Is it deconvolution? No: {back} takes Y back to the shape of X but not to its numbers, while a deconvolution solves {f}(X*) = Y, and finds X only where {there} has lost nothing.',
  'trip.own': 'your X',
  'trip.padded': '{operation}, output padding {padding}',
  'trip.solving': 'solving …',
  'trip.found': 'the least-squares inverse: X again, nothing was lost',
  'trip.differs': 'the least-squares inverse: up to {error} from X, though its output is Y',
  'trip.stopped':
    'the least-squares inverse, still {residual} from Y in its output after {steps|step|steps}',
  'trip.large': 'The inverse is shown for layers of up to {limit|multiplication|multiplications}.',
};
