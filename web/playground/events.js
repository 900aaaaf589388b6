/** A change that a person made. */
export class ConvChangeEvent extends Event {
  #state;

  /** @param {() => string} state writes the text of the new state */
  constructor(state) {
    super('conv-change', { bubbles: true, composed: true });
    this.#state = state;
  }

  /** The text of the new state; only written for who asks. */
  get state() {
    return this.#state();
  }
}

/** How the reader wants the playground to look, from its own buttons. */
export class ChoiceEvent extends Event {
  /**
   * @param {'lang' | 'theme'} name
   * @param {string} value
   */
  constructor(name, value) {
    super('playground-choice');
    this.choice = { name, value };
  }
}

/** A text to be read: a link as a person mended it, or what was pasted. */
export class ReadEvent extends Event {
  /** @param {string} text */
  constructor(text) {
    super('read');
    this.text = text;
  }
}
