/**
 * `embed-host.js` is run, not called: it gives every frame of a playground (an `iframe` whose `src` has
 * `embed.html` in it, or that has `data-conv-playground`) the height of what it shows. `data-theme`
 * (`light`, `dark`, `auto`, or `page` for what the page's text is legible on) and `data-lang` are handed on.
 *
 * These are the messages of frame and page, for pages that write their own.
 */

interface Message {
  source: 'conv-playground';
  v: 1;
}

/** From the frame, with the `id` that a `hello` gave it. */
export type FrameMessage = Message & { id?: string | number } & (
    | { type: 'ready' }
    /** In whole pixels, when it has changed. */
    | { type: 'height'; height: number }
    /** After a change that a person made: the text of the link. */
    | { type: 'change'; state: string }
  );

/** To the frame, which listens to its parent alone. What is left out stays as it is. */
export type HostMessage = Message &
  (
    | { type: 'hello'; id?: string | number; theme?: string; lang?: string }
    | {
        type: 'set';
        state?: string;
        theme?: string;
        lang?: string;
        hide?: string;
        lock?: string;
      }
  );
