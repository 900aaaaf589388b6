import 'convolution-playground/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

export const attributes: SvelteHTMLElements['conv-playground'] = { state: 's=2', lock: 'x,k' };
// @ts-expect-error: a state is a text
export const wrong: SvelteHTMLElements['conv-playground'] = { state: 2 };
