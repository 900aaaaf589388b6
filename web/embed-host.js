/**
 * For pages with playgrounds in frames: gives each frame the height of what it shows, and what its
 * `data-theme` and `data-lang` say. A plain script or a module; without a document it does nothing.
 */
(() => {
  const page = globalThis.document;
  if (!page) return;
  const source = 'conv-playground';
  const frames = () =>
    /** @type {HTMLIFrameElement[]} */ ([
      ...page.querySelectorAll(`iframe[src*="embed.html"],iframe[data-${source}]`),
    ]);
  // Where the platform lets a frame be as high as its content.
  const sizing = CSS.supports('frame-sizing:content-height');

  /** `page` stands for what the page's own text is legible on. @param {HTMLIFrameElement} frame */
  const theme = (frame) => {
    const { theme } = frame.dataset;
    if (theme !== 'page') return theme;
    const { color } = getComputedStyle(frame);
    const [a, b, c] = color.match(/\b[\d.]+/g)?.map(Number) ?? [];
    // Other notations begin with the lightness, or have parts that are about as large.
    const light = color[0] === 'r' ? (a + b + c) / 765 : a > 1 ? a / 100 : a;
    return light > 0.5 ? 'dark' : 'light';
  };

  /** @param {HTMLIFrameElement} frame @param {number} i */
  const greet = (frame, i) => {
    if (sizing) frame.style.setProperty('frame-sizing', 'content-height');
    const { id, dataset } = frame;
    frame.contentWindow?.postMessage(
      { source, v: 1, type: 'hello', id: id || i, theme: theme(frame), lang: dataset.lang },
      '*',
    );
  };
  const greetAll = () => frames().forEach(greet);

  addEventListener('message', ({ source: from, data }) => {
    if (data?.source !== source || data.v !== 1) return;
    frames().forEach((frame, i) => {
      if (frame.contentWindow !== from) return;
      const { type, height } = data;
      if (type === 'ready') greet(frame, i);
      if (type === 'height' && height > 0 && height < 1e5) {
        // Without its borders.
        frame.style.boxSizing = 'content-box';
        frame.style.height = `${Math.ceil(height)}px`;
      }
    });
  });

  greetAll();
  matchMedia('(prefers-color-scheme:dark)').onchange = greetAll;
  for (const element of [page.documentElement, page.body])
    if (element) new MutationObserver(greetAll).observe(element, { attributes: true });
})();
