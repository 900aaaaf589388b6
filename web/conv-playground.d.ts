/** What the package says of its module `.`: importing it defines <conv-playground>. */

/** What is computed, or why there is nothing. */
export type Result =
  | { y: { shape: number[]; data: Float64Array } }
  | { error: { code: string; field?: string; axis?: string; message: string } };

/** After a change that a person made. */
export interface ConvChangeEvent extends Event {
  readonly type: 'conv-change';
  /** The text of the link to what is shown now. */
  readonly state: string;
}

export interface ConvPlaygroundEventMap extends HTMLElementEventMap {
  'conv-change': ConvChangeEvent;
  /** What is shown is there for the first time. */
  'conv-ready': Event;
}

/**
 * `<conv-playground state lang theme hide lock loading play>`.
 *
 * What stands inside is shown until the playground is there, and without scripts; `slot="title"` is what
 * its header begins with. Parts for `::part()`: `header`, `settings`, `stage`, `panels`.
 *
 * Custom properties: `--conv-x`, `--conv-k`, `--conv-y`, `--conv-b` (the colours of the operands and the
 * bias), `--conv-ink`, `--conv-quiet` (texts), `--conv-ground`, `--conv-card`, `--conv-well`, `--conv-line`,
 * `--conv-radius`, `--conv-font`, and `--conv-min-height`, which is kept free until it is near.
 */
export class ConvPlayground extends HTMLElement {
  /** Where the playground's own page is, for links to share. */
  static home: URL;

  /** The text of a link, without its #. Setting it is no change by a person. */
  state: string;
  /** `en` or `zh`; by default the link's, then that of the page around, then the reader's. */
  lang: string;
  /** `light`, `dark`, or `auto` for that of the page around; by default the link's. */
  theme: string;
  /** Parts to leave out, joined by commas: header, lesson, settings, formula, sentence, player, panels. */
  hide: string;
  /** Parts that cannot be changed, joined by commas: operation, settings, x, k, bias. */
  lock: string;
  /** `eager` loads at once; else it waits until it is about a viewport away. */
  loading: string;
  /** The player starts by itself, once. */
  play: boolean;

  /** Undefined until it is there (`conv-ready`). */
  readonly result: Result | undefined;
  /** Once what was set is drawn. */
  readonly updateComplete: Promise<boolean>;

  /** The text of a link to what is shown, its long tensors packed. */
  link(): Promise<string>;
  undo(): void;
  redo(): void;

  addController(controller: { hostUpdated?(): void }): void;
  addEventListener<K extends keyof ConvPlaygroundEventMap>(
    type: K,
    listener: (this: ConvPlayground, event: ConvPlaygroundEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'conv-playground': ConvPlayground;
  }
}
