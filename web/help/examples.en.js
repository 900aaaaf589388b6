/**
 * The page of examples in English.
 * @type {import('./recipes.js').Examples}
 */
export const examples = {
  title: 'In your own page',
  playground: 'Convolution Playground',
  intro:
    'A playground goes into any page, preset and as small as the place for it. Here are its forms in a short article, each with what stands for it in the page. A link’s text says what is shown: set it up in the playground, and copy what follows the `#` of the address.',
  language: 'Language',
  source: 'In the page',
  forms: {
    element: {
      title: 'An element',
      text: 'A transposed convolution puts the kernel down once for every number of X, weighted by it, and adds up where the copies overlap. Press the player’s button and count how many of them meet in the middle of Y. Several elements share one engine, and what a page is dressed in they are too.',
    },
    lazy: {
      title: 'One that waits',
      text: 'Nothing is loaded until the reader is close. Until then, and where no scripts run, what stands inside the element is shown: a link, or a picture. Here a filter looks for edges from left to right; in a ramp, every place is as steep as the next.',
    },
    locked: {
      title: 'One for a class',
      text: 'Parts that are left out and parts that cannot be changed leave one task: which four numbers in X give a Y in which every row adds up to the same?',
    },
    frame: {
      title: 'A frame',
      text: 'It needs nothing of the page, and works where only frames are allowed, in a sandbox too. With the small script beside it, it is as high as what it shows, and as light or dark as the page; without it, as high as it says.',
    },
  },
  recipes: 'For your system',
  tried:
    'Plain HTML, VitePress, Docusaurus, MkDocs, Sphinx, Hugo, reveal.js, WordPress, React, Vue, Svelte, JupyterLab and marimo’s front end were built and tried; the others use the same forms, the element, the frame and the widget, which are tested by themselves.',
  more: 'The attributes, the events and what a link can say are in the README.',
  notes: {
    html: 'The script stands once in a page, anywhere. The link inside is for those without scripts.',
    notebook: 'What the reader changes comes back as `state`, what is computed as `result`.',
    myst: 'Works in static books too. A frame does as well: `:::{iframe} SITEembed.html#…`.',
    sphinx: 'In Markdown of MyST-Parser the block is {raw} html.',
    quarto: 'Pandoc passes a raw block on to HTML and leaves it out of a PDF.',
    docusaurus:
      'MDX takes the element as it is. A frame has nothing between its tags there: React would look for it in vain.',
    vitepress: 'Vue’s compiler has to be told that the element is no component.',
    mkdocs: 'Markdown passes HTML on. The empty lines around the block matter.',
    hugo: 'Hugo strips HTML from Markdown, so the element gets a shortcode.',
    wordpress:
      'In a block of custom HTML. With the script, the frame is as high as what it shows and as light or dark as the page; where a system removes the script, it keeps the height that it states. From what authors and contributors write, and in a network of sites administrators too, WordPress removes the frame as well: the link inside remains. They can post a picture with that link instead: Copy link has pictures to upload.',
    reveal: 'Keys that the element uses, as the arrows in a cell, do not turn the slide.',
    react: 'The package has the types for JSX. React 19 sets properties and events by their names.',
    vue: 'The same line as in VitePress, in Vite’s configuration.',
    svelte: 'Svelte knows elements of the browser by their hyphen.',
  },
};
