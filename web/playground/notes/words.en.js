export const words = {
  'problem.no-cell': 'There is no cell {text}: {name} is {shape}. Nothing is pinned.',
  'problem.no-step': 'There is no step {text}: the last one is {last} (counting from 0).',
  'notes.more': 'And {count} more notes of this kind.',
  'problem.no-output-padding':
    'conv2d has none. {text} waits until the operation is conv_transpose2d.',
  'problem.not-stepped':
    '“{text}” has no effect: the layer is too large to be gone through step by step.',
  'problem.hidden-part': '“{text}” has no effect: hide leaves out the {part}.',
  'problem.no-lesson': '“{text}” is not one of the lessons.',
};
