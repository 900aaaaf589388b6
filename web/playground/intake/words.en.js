import { words as files } from '../../code/files/words.en.js';
import { words as code } from '../../code/words.en.js';

export const words = {
  ...code,
  ...files,
  'paste.edit': 'Show the text',
  'paste.picture': 'Pictures are for the panel “Image”.',
  'paste.panel': 'Open the panel',
  'intake.title': 'Your own layer or numbers',
  'intake.label': 'Code, a print, a table, a link or an error message',
  'intake.read': 'Read it',
  'intake.keys':
    'Ctrl+Enter reads it, Escape keeps what there is. Nothing of it is run, and nothing leaves this page.',
  'intake.cancel': 'Cancel',
  'intake.choose': 'There are {count}. Which one?',
  'intake.refused': 'Nothing was taken. {why}',
  'intake.layer': 'Read: {layer} ({what}). Undo brings back what was.',
  'intake.remedy': 'Put right: {words}.',
  'intake.first': 'Of the files, only {name} was read. Open one at a time.',
  'intake.link': 'Read: the layer of the link. Undo brings back what was.',
  'intake.parts': 'Pasted: {list}. Undo brings back what was.',
  'intake.is': '{name} is {shape}',
  'intake.instead': 'Into {name} instead',
  'intake.corner': 'Take what fits: {shape}',
  'intake.more': 'And {count|more note|more notes}.',
  'problem.drawn-large':
    '{tensor} has {shape} numbers, more than can be edited here: others are drawn in their place.',
};
