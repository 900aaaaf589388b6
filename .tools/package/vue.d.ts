/** <conv-playground> in Vue's templates; the compiler has to be told that it is an element of the browser's:
 * `compilerOptions: { isCustomElement: (tag) => tag === 'conv-playground' }`. */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { PlaygroundAttributes } from './attributes.js';

export * from './conv-playground.js';

declare module 'vue' {
  interface GlobalComponents {
    'conv-playground': DefineComponent<
      HTMLAttributes &
        PlaygroundAttributes & {
          onConvChange?: (event: Event & { state: string }) => void;
          onConvReady?: (event: Event) => void;
        }
    >;
  }
}
