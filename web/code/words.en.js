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
  'problem.contents':
    'The numbers of “{text}” are not in the text. Print them, and paste what is printed.',
  'problem.argument': '{argument} is not made of whole numbers from 1 that can be read.',
  'problem.random':
    '“{text}” is drawn anew each time the code runs. Print it, and paste the numbers.',
  'problem.cut-print':
    'The text has {count|number|numbers} where {shape} are announced: the text was cut, or numbers were left out. Copy all of it.',
  'problem.several':
    'There are {count} tensors, and it is not clear which is which. Paste one at a time, or call them X and K.',
  'problem.many-layers':
    'There are more layers than can be listed; the first {limit} of {count} are here.',
  'problem.own-changed':
    'This program for {label} was written here and changed since, so that its layer cannot be told. Copy it anew, or copy its numbers.',
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
  'problem.summary':
    'A model’s table says how large outputs are, not how large kernels and strides are. Print the layers, as with print(model) or get_config(), and paste that.',
  'problem.in-order': 'Two tensors without names are read as X and K, in this order.',
  'problem.unknown-error':
    'This error message says nothing of a convolution that is known here. Copy the line of the layer along with it.',
  'problem.wrong-window':
    'The kernel covers {covered} cells, and the input with its padding has only {cells}: no window fits into it.',
  'problem.wrong-channels':
    'The kernel is for {expected|channel|channels}, and the input has {count}.',
  'problem.wrong-channels-last':
    'The kernel is for {expected|channel|channels}, and the input has {count}: its last dimension has {expected}, but the layer takes the channels before rows and columns.',
  'problem.wrong-channels-first':
    'The kernel is for {expected|channel|channels}, and the input has {count}: its second dimension has {expected}, but the layer takes the channels last.',
  'problem.wrong-groups-in':
    '{count|channel|channels} in cannot be divided into {groups|group|groups} of the same size.',
  'problem.wrong-groups-out':
    '{count|channel|channels} out cannot be divided into {groups|group|groups} of the same size.',
  'problem.wrong-bias':
    'The bias has {count|number|numbers}, and the layer makes {expected|channel|channels}.',
  'problem.wrong-output-padding':
    'An output padding of {more} is not below the stride, {stride}, or the dilation, {dilation}: with less, each size of the output has one output padding.',
  'problem.wrong-size':
    'An output of {wanted} was asked for; from {input}, these settings make {least} to {most}.',
  'problem.wrong-skip':
    'What is joined has {made} and {wanted} cells on a side: the layer makes {made}, and {wanted} is wanted.',
  'problem.wrong-sum-channels':
    'What is added has {a} and {b} channels: only the same number of them can be added.',
  'problem.wrong-rank':
    'The input has {count|dimension|dimensions}, {shape}; the layer takes {order}.',
  'problem.wrong-setting': '{argument} is {value}; it has to be at least {minimum}.',
  'problem.wrong-strided-same':
    'PyTorch knows padding="same" for a stride of 1 alone; here it is {stride}.',
  'problem.wrong-both':
    'Keras takes strides and dilation_rate above 1 only one at a time; here they are {stride} and {dilation}.',
  'problem.wrong-outputs':
    'output_shape asks for {count|channel|channels}, and the kernel makes {expected}.',
  'problem.wrong-attribute': '{argument} says {value}, and the weights have {expected}.',
  'problem.wrong-length': '{argument} has to have {count|number|numbers}.',
  'problem.wrong-weight': 'The weights do not have four dimensions.',
  'problem.assumed': 'Neither the message nor its code says it; assumed here: {settings}.',
  'problem.assumed-size': 'The size of X is not in the message; here it is {size}.',
  'problem.pooled': 'The message is about pooling; a convolution with the same window is shown.',
  'problem.drawn-both': 'The numbers of X and K are drawn here.',
  'problem.smaller': 'X, {from}, is too large to be made; here it is {to}.',
  'problem.remedy-size': '{settings} makes {size}',
  'problem.remedy-asked': 'Ask for an output of {size}',
  'problem.remedy-setting': 'Write {settings}',
  'problem.remedy-channels': 'Give it an input of {count|channel|channels}',
  'problem.remedy-kernel': 'A kernel for {count|channel|channels} in',
  'problem.remedy-channels-first': 'Put the channels first, {code}: {shape}',
  'problem.remedy-channels-last': 'Put the channels last; here they come first: {shape}',
  'problem.remedy-bias': 'A bias of {count|number|numbers}',
  'problem.remedy-dimensions': 'Give the input its dimensions: {shape}',
  'problem.remedy-last-dimension': 'Give the input a channel, {code}',
  'problem.remedy-outputs': 'Ask for {count|channel|channels} in output_shape',
  'problem.remedy-projection': 'A convolution of {size} from {a} to {b} channels before the sum',
  'problem.remedy-weight': 'Weights of {shape}',
};
