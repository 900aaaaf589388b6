/** The attributes of <conv-playground> as frameworks write them. */
export interface PlaygroundAttributes {
  /** The text of a link, without its #. */
  state?: string;
  lang?: string;
  theme?: string;
  /** Parts to leave out, joined by commas: header, lesson, settings, formula, sentence, player, panels. */
  hide?: string;
  /** Parts that cannot be changed, joined by commas: operation, settings, x, k, bias. */
  lock?: string;
  /** Whether it waits until it is a viewport away: by default `lazy`. */
  loading?: 'lazy' | 'eager';
  /** Whether the player starts by itself, once. */
  play?: boolean;
}
