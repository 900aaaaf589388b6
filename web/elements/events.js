/**
 * The events by which elements tell the playground what a person did. They stay inside it.
 *
 * @typedef {import('../state/state.js').State} State
 * @typedef {import('../model/explain.js').Cell} Cell
 *
 * One editing of a cell, which is one step to undo, however many numbers it goes through. It is over once
 * something else has changed: what was typed belongs to what was there.
 * @typedef {{ over: boolean }} Edit
 */

class InnerEvent extends Event {
  /** @param {string} type */
  constructor(type) {
    super(type, { bubbles: true, composed: true });
  }
}

/** A change of the state, as the function that makes the next one. */
export class UpdateEvent extends InnerEvent {
  /**
   * @param {(state: State) => State} update
   * @param {string} [said] what it does, for who may not have it in sight: it is brought there
   */
  constructor(update, said) {
    super('playground-update');
    this.update = update;
    this.said = said;
  }
}

/** A change of what is looked at, which is nothing to undo: a panel, a step. */
export class ViewEvent extends InnerEvent {
  /**
   * @param {(state: State) => State} update
   * @param {boolean} [passing] whether more follows by itself, as while the player runs
   */
  constructor(update, passing = false) {
    super('playground-view');
    this.update = update;
    this.passing = passing;
  }
}

/** A link to open in the place of what is shown: a lesson, an example. */
export class OpenEvent extends InnerEvent {
  /** @param {string} link */
  constructor(link) {
    super('playground-open');
    this.link = link;
  }
}

/** A lesson whose prediction was right. */
export class LearnedEvent extends InnerEvent {
  /** @param {string} lesson its name */
  constructor(lesson) {
    super('playground-learned');
    this.lesson = lesson;
  }
}

/** A number typed into a cell of X, K or the bias; of Y, into what a panel draws in its shape. */
export class CellEvent extends InnerEvent {
  /**
   * @param {'x' | 'k' | 'b' | 'y'} operand
   * @param {number} offset
   * @param {number | undefined} value none when what is typed is no other number, as `-` before `-5`
   * @param {Edit} edit that it is part of
   * @param {'undo' | 'escape'} [back] whether it takes that edit back, to be redone or not
   */
  constructor(operand, offset, value, edit, back) {
    super('playground-cell');
    this.operand = operand;
    this.offset = offset;
    this.value = value;
    this.edit = edit;
    this.back = back;
  }
}

/** A draft for a field; without one, the field's draft is gone. */
export class DraftEvent extends InnerEvent {
  /**
   * @param {string} field
   * @param {import('../model/drafts.js').Draft} [draft]
   */
  constructor(field, draft) {
    super('playground-draft');
    this.field = field;
    this.draft = draft;
  }
}

/** What is pointed at, focused or pinned; without a selection, nothing is any more. */
export class SelectEvent extends InnerEvent {
  /**
   * @param {'hover' | 'focus' | 'pin'} how
   * @param {import('../model/explain.js').Selection} [selection]
   * @param {PointerEvent} [pointer] what hovers: from cell to cell, it is told within the grid only
   */
  constructor(how, selection, pointer) {
    super('playground-select');
    this.how = how;
    this.selection = selection;
    this.pointer = pointer;
  }
}

/** A block of text pasted into a cell. */
export class PasteEvent extends InnerEvent {
  /**
   * @param {{ operand: 'x' | 'k' | 'b' | 'y', offset: number }} cell
   * @param {string} text
   * @param {string} [html] the same as HTML, where the clipboard has it
   */
  constructor(cell, text, html = '') {
    super('playground-paste');
    this.cell = cell;
    this.text = text;
    this.html = html;
  }
}

/** Something from outside to be read: a text, or one that is yet to be pasted, or a file. */
export class IntakeEvent extends InnerEvent {
  /**
   * @param {'text' | 'file'} what
   * @param {string} [text]
   */
  constructor(what, text) {
    super('playground-intake');
    this.what = what;
    this.text = text;
  }
}

/** Something to say in passing, in the reader's language. */
export class NoticeEvent extends InnerEvent {
  /** @param {string} message */
  constructor(message) {
    super('playground-notice');
    this.message = message;
  }
}

/** A channel to show, of an operand that has more than fit. */
export class ChannelEvent extends InnerEvent {
  /**
   * @param {'input' | 'output'} side
   * @param {number} channel
   */
  constructor(side, channel) {
    super('playground-channel');
    this.side = side;
    this.channel = channel;
  }
}

/** Whether a key asks to take back what was done last.
 * @param {KeyboardEvent} event */
export const isUndo = (event) =>
  (event.ctrlKey || event.metaKey) &&
  !event.altKey &&
  !event.shiftKey &&
  event.key.toLowerCase() === 'z';
