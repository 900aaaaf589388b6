export const words = {
  'code.framework': 'Framework',
  'code.copy': 'Copy',
  'code.latex': 'Copy as LaTeX',
  'code.paste': 'Paste code or an error…',
  'code.notebook': 'A notebook with both operations: there, and back',
  'code.notebook.large': 'The way back has too many numbers for a notebook.',
  'code.program': 'The program for {label}',
  'code.beginning':
    'These are the first {shown} of {all} characters: copy the program, or save it as a file, to have all of it. A tensor that a generator makes takes one line.',
  'code.large':
    '{operand}, {shape}, has too many numbers to be written for {label}. A generator that the language knows, or a smaller tensor, can be.',
  'code.saved': 'Saved as {name}.',
  'code.saved.frame': 'Saved as {name}, if the page around this frame allows downloads.',
  'code.pads': 'What to write where',
  'code.pads.note':
    '≠ marks what is not PyTorch’s: another number, another order, or another way to say it.',
  'code.differs': '(differs)',
  'code.kernel': 'shape of the weights',
  'code.means.taps': 'K with zeros between its taps',
  'code.means.afterTaps': 'K with zeros after its taps',
  'code.means.cells': 'X with zeros between its cells',
  'code.means.more': 'rows and columns at the end: {rows}, {columns}',
  'code.means.inPadding': 'in padding=',
  'code.means.flipped': 'turned by half a turn',
};
