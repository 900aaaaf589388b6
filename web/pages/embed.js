/** The frame: a playground that shows the link in its address and never changes it. */
import '../conv-playground.js';

const playground = /** @type {import('../conv-playground.js').ConvPlayground} */ (
  document.querySelector('conv-playground')
);
document.documentElement.lang = navigator.language;
const open = () => (playground.state = location.hash.slice(1));
addEventListener('hashchange', open);
open();
