import { committed, undone } from '../state/history.js';

/**
 * @typedef {import('../elements/events.js').Edit} Edit
 * @typedef {import('../state/history.js').History} History
 * @typedef {import('../state/state.js').State} State
 */

/** The editing of a cell that is going on: the states it goes through are one step in the history. */
export class Edits {
  /** @type {{ edit: Edit, before: History } | undefined} */
  #now;

  /** Takes note that an edit is going on. @param {Edit} edit @param {History} history */
  begin(edit, history) {
    if (edit === this.#now?.edit) return;
    this.end();
    this.#now = { edit, before: history };
  }

  /** Ends it, when something else changes. */
  end() {
    if (this.#now) this.#now.edit.over = true;
    this.#now = undefined;
  }

  /**
   * The history after a change, which is the edit's or ends it.
   * @param {History} history
   * @param {State} next
   * @param {Edit} [edit]
   */
  committed(history, next, edit) {
    if (edit && edit === this.#now?.edit) return committed(this.#now.before, next);
    this.end();
    return committed(history, next);
  }

  /**
   * The history with an edit taken back; as it is, where it changed nothing.
   * @param {History} history
   * @param {Edit} edit
   * @param {'undo' | 'escape'} back whether it can be redone
   */
  without(history, edit, back) {
    const now = this.#now;
    if (edit !== now?.edit) return history;
    this.end();
    if (history.past === now.before.past) return history;
    return back === 'undo' ? undone(history) : now.before;
  }

  /** Lets what is looked at change, which is not the edit's. @param {(state: State) => State} update */
  view(update) {
    if (!this.#now) return;
    const { before } = this.#now;
    this.#now.before = { ...before, present: update(before.present) };
  }
}
