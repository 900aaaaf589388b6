/**
 * The page of examples in Chinese.
 * @type {import('./recipes.js').Examples}
 */
export const examples = {
  title: '放进你自己的网页',
  playground: '卷积游乐场',
  intro:
    '游乐场可以放进任何网页，内容事先设好，需要多小就多小。下面这篇短文用上了它的各种形式，每一种都附有网页里对应的代码。显示什么由链接的文字决定：在游乐场里设好，再复制地址中 `#` 后面的部分。',
  language: '语言',
  source: '网页里的代码',
  forms: {
    element: {
      title: '一个元素',
      text: '转置卷积为 X 的每个数盖一次卷积核的章，以这个数为权重，章重叠的地方相加。按下播放按钮，数一数 Y 的正中间有几个章相遇。一个网页里的多个元素共用一个引擎，配色也跟随网页。',
    },
    lazy: {
      title: '等到需要时才加载',
      text: '读者靠近之前什么也不加载。在那之前，以及不能运行脚本的地方，显示的是写在元素里面的内容：一个链接或一张图。这里的卷积核从左到右寻找边缘；在一个斜坡上，处处一样陡。',
    },
    locked: {
      title: '给课堂用',
      text: '去掉一些部分，锁住一些部分，只留下一个任务：X 取哪四个数，Y 的每一行加起来都相同？',
    },
    frame: {
      title: '一个框架',
      text: '它不需要网页做什么，在只允许框架的地方也能用，在沙盒里也行。配上那个小脚本，它的高度跟随内容，深浅跟随网页；没有脚本时，就用写好的高度。',
    },
  },
  recipes: '在你的系统里',
  tried:
    '普通 HTML、VitePress、Docusaurus、MkDocs、Sphinx、Hugo、reveal.js、WordPress、React、Vue、Svelte、JupyterLab 和 marimo 的前端都实际搭建并试过；其余用的是同样的形式（元素、框架、小部件），这些形式是单独测试的。',
  more: '属性、事件以及链接能写什么，都在 README 里。',
  notes: {
    html: '脚本在一页里写一次就够，位置不限。里面的链接是给没有脚本的读者的。',
    notebook: '读者的改动从 `state` 传回，计算结果从 `result` 传回。',
    myst: '静态的书里也能用。用框架也可以：`:::{iframe} SITEembed.html#…`。',
    sphinx: '在 MyST-Parser 的 Markdown 里，这个块写作 {raw} html。',
    quarto: 'Pandoc 把原始块交给 HTML，在 PDF 里则略去。',
    docusaurus: 'MDX 原样接受这个元素。框架的标签之间在那里要留空，否则 React 会找不到里面的内容。',
    vitepress: '要告诉 Vue 的编译器，这个元素不是组件。',
    mkdocs: 'Markdown 会保留 HTML。块前后的空行不能少。',
    hugo: 'Hugo 会去掉 Markdown 里的 HTML，所以给元素写一个短代码。',
    wordpress:
      '放在自定义 HTML 块里。有脚本时，框架的高度跟随内容，深浅跟随网页；系统去掉脚本时，就用写好的高度。作者和投稿者写的框架（在多站点网络里，管理员写的也一样），WordPress 也会去掉，只留下里面的链接。作者可以发一张带这个链接的图片：“复制链接”里有可以上传的图片。',
    reveal: '元素用到的按键，例如格里的方向键，不会翻页。',
    react: '包里带有 JSX 的类型。React 19 按名字设置属性和事件。',
    vue: '与 VitePress 相同的一行，写在 Vite 的配置里。',
    svelte: 'Svelte 凭连字符认出浏览器的元素。',
  },
};
