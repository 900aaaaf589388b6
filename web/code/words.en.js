export const words = {
  'problem.stray':
    '“{text}” is not understood here. Copy only the numbers with their brackets, or only the layer.',
  'problem.cut-short': 'The text ends too early. Copy all of it.',
  'problem.empty-item': 'There is nothing between two commas.',
  'problem.call':
    'What “{text}” makes of the numbers is not known here. Print its result, and paste that.',
  'problem.sizes': 'The sizes are not known. Write them as numbers, or paste the numbers printed.',
  'problem.reshape': '{count|number does|numbers do} not fill the shape {shape}.',
  'problem.variable':
    '“{text}” is a variable, here for {argument}. Write its number in its place, and paste again.',
  'problem.argument': '{argument} is not made of whole numbers from 1 that can be read.',
  'problem.random':
    '“{text}” is drawn anew each time the code runs. Print it, and paste the numbers.',
  'problem.cut-print':
    'The text has {count|number|numbers} where {shape} are announced: the text was cut, or numbers were left out. Copy all of it.',
  'problem.several':
    'There are {count} tensors, and it is not clear which is which. Paste one at a time, or call them X and K.',
  'problem.axes': 'Layers of three axes cannot be shown here: those of one and two can.',
  'problem.separable': 'A separable convolution is two layers. Paste them one at a time.',
  'problem.both-strides': 'A layer with lhs_dilation and window_strides together cannot be shown.',
  'problem.padding-before':
    'More padding than the kernel reaches, before the first cell, cannot be shown here.',
  'problem.kernel-size': 'The size of the kernel is not in the code. Add kernel_size.',
  'problem.padding-mode': 'The padding is “{text}” in the code: here it is zeros.',
  'problem.activation': 'The activation “{text}” is left out: Y is what comes before it.',
  'problem.depthwise': 'The code does not say how many channels go in; each has its own kernel.',
  'problem.drawn': 'The numbers of {tensor} are not in the code: they are drawn here.',
  'problem.one-axis': 'A layer of one axis is shown with a height of 1.',
  'problem.batch-first': 'Of {count} inputs at once, the first is shown.',
  'problem.computed': 'Y is left out: it is computed here.',
  'problem.in-order': 'Two tensors without names are read as X and K, in this order.',
};
