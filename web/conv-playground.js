/** Defines `<conv-playground>`: the one script that a page with a playground loads. */
import { defineElements } from './playground/define.js';
import { ConvPlayground } from './playground/playground.js';

// The playground's own page is beside this file, which a notebook has as widget.js, unless a bundler has put the
// file into another one.
const [, folder] =
  /^(https?:.*\/)(?:conv-playground|widget)\.js(?:[?#]|$)/.exec(import.meta.url) ?? [];
if (folder) ConvPlayground.home = new URL('index.html', folder);
defineElements();

export { ConvPlayground };
