/** <conv-playground> in JSX, for React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ConvPlayground } from './conv-playground.js';
import type { PlaygroundAttributes } from './attributes.js';

export * from './conv-playground.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'conv-playground': DetailedHTMLProps<HTMLAttributes<ConvPlayground>, ConvPlayground> &
        PlaygroundAttributes & {
          'onconv-change'?: (event: Event & { state: string }) => void;
          'onconv-ready'?: (event: Event) => void;
        };
    }
  }
}
