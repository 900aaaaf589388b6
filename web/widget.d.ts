/** What anywidget gives to a widget: the traits, in both directions. */
export interface Model {
  get(name: string): any;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

declare const widget: {
  /** Puts a playground into `el`, which follows the traits `state`, `hide`, `lock`, `lang` and `theme`, and
   * gives `state` and `result` back. Answers with what takes it away again. */
  render(context: { model: Model; el: HTMLElement }): () => void;
};
export default widget;
