/** <conv-playground> in Svelte's markup. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ConvPlayground } from './conv-playground.js';
import type { PlaygroundAttributes } from './attributes.js';

export * from './conv-playground.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'conv-playground': HTMLAttributes<ConvPlayground> &
      PlaygroundAttributes & {
        'onconv-change'?: (event: Event & { state: string }) => void;
        'onconv-ready'?: (event: Event) => void;
      };
  }
}
