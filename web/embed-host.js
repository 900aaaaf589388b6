/**
 * For pages with playgrounds in frames: gives each frame the height of what it shows, and what its
 * `data-theme` and `data-lang` say. A plain script or a module; without a document it does nothing.
 */
(({ document, CSS, MutationObserver, matchMedia }) => {
  if (!document) return;
  const name = 'conv-playground';
  const frames = () =>
    /** @type {HTMLIFrameElement[]} */ ([
      ...document.querySelectorAll(`iframe[src*="embed.html"],iframe[data-${name}]`),
    ]);
  // Where the platform lets a frame be as high as its content.
  const sizing = CSS?.supports('frame-sizing:content-height');

  /** `page` stands for what the page's own text is legible on. @param {HTMLIFrameElement} frame */
  const theme = ({ dataset, parentElement }) => {
    if (dataset.theme !== 'page' || !parentElement) return dataset.theme;
    const [r, g, b] =
      getComputedStyle(parentElement)
        .color.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    return r + g + b > 382 ? 'dark' : 'light';
  };

  /** @param {HTMLIFrameElement} frame @param {number} i */
  const greet = (frame, i) => {
    if (sizing) frame.style.setProperty('frame-sizing', 'content-height');
    frame.contentWindow?.postMessage(
      {
        source: name,
        v: 1,
        type: 'hello',
        id: frame.id || i,
        theme: theme(frame),
        lang: frame.dataset.lang,
      },
      '*',
    );
  };
  const greetAll = () => frames().forEach(greet);

  addEventListener('message', ({ source, data }) => {
    if (data?.source !== name || data.v !== 1) return;
    const all = frames();
    const i = all.findIndex((frame) => frame.contentWindow === source);
    if (i < 0) return;
    const { type, height } = data;
    if (type === 'ready') greet(all[i], i);
    if (type === 'height' && height > 0 && height < 1e5 && all[i].clientHeight !== height) {
      // With its borders.
      all[i].style.boxSizing = 'content-box';
      all[i].style.height = `${Math.ceil(height)}px`;
    }
  });

  greetAll();
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', greetAll);
  for (const element of [document.documentElement, document.body])
    if (element) new MutationObserver(greetAll).observe(element, { attributes: true });
})(/** @type {any} */ (globalThis));
