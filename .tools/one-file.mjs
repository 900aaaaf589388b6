// Makes of the build's dist/ what is one file for itself: conv-playground.html, the page and its answers, to be
// opened by double click, and widget.js, which notebooks copy.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'vite';

/** Puts the files that a module would ask for into it: WebAssembly as bytes, a worker as a text. */
const inlined = {
  name: 'inlined',
  enforce: 'pre',

  transform(code, id) {
    return code.replace(
      /\bnew URL\(\s*["'`]([\w./-]+)["'`]\s*,\s*import\.meta\.url\s*\)/g,
      (whole, name) => {
        const file = join(dirname(id), name);
        if (name.endsWith('.wasm')) {
          const base64 = readFileSync(file, 'base64');
          return `Uint8Array.from(atob("${base64}"),(c)=>c.charCodeAt(0))`;
        }
        if (name.endsWith('.js')) {
          const text = JSON.stringify(readFileSync(file, 'utf8'));
          return `new URL(URL.createObjectURL(new Blob([${text}],{type:"text/javascript"})))`;
        }
        throw new Error(`${id} asks for ${name}, which has no place in one file`);
      },
    );
  },
};

/** A module with all that it imports, at once or later, in it. */
async function whole(entry) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [inlined],
    build: {
      write: false,
      copyPublicDir: false,
      minify: false, // it is
      target: 'esnext',
      lib: { entry, formats: ['es'], fileName: 'whole' },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  if (output.length !== 1) throw new Error(`${entry} is more than one file`);
  return output[0].code;
}

/** A module as the content of a `script`. */
const script = (code) => code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');

/** The head and the body of a page of the build, with its style sheets and its icon inside. */
function page(dir, name) {
  const read = (file) => readFileSync(join(dir, file), 'utf8');
  const html = read(name)
    .replace(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
    .replace(/\s*<link rel="(?:modulepreload|preload|manifest)"[^>]*>/g, '')
    .replace(
      /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g,
      (_, file) => `<style>${read(file)}</style>`,
    )
    .replace(/(<link rel="icon" href=")([^"]+)/g, (_, start, file) => {
      return `${start}data:image/svg+xml,${encodeURIComponent(read(file))}`;
    });
  const [, head] = /<head>([^]*)<\/head>/.exec(html);
  const [, body] = /<body>([^]*)<\/body>/.exec(html);
  return { head, body };
}

/** Shows the page, or its answers where the address asks for them, and leads from one to the other. */
function boot() {
  const help = location.search === '?help';
  if (help) {
    document.head.innerHTML = document.getElementById('help-head').innerHTML;
    document.body.innerHTML = document.getElementById('help-body').innerHTML;
    // Those are of the site.
    document.getElementById('examples').hidden = true;
  }
  const follow = (event) => {
    const link = event.composedPath().find(({ localName }) => localName === 'a');
    const [, name, hash] = /\/(index|help)\.html(#.*)?$/.exec(link?.href ?? '') ?? [];
    if (name === 'index') link.href = `${location.pathname}${hash ?? '#'}`;
    if (name === 'help') link.href = `${location.pathname}?help${hash ?? ''}`;
  };
  addEventListener('click', follow, true);
  addEventListener('auxclick', follow, true);
  const module = document.createElement('script');
  module.type = 'module';
  module.textContent = (help ? helpScript : pageScript).textContent;
  document.body.append(module);
}

async function onePage(dir) {
  const [pageScript, helpScript] = await Promise.all(
    ['index.js', 'help.js'].map(async (name) => script(await whole(join(dir, name)))),
  );
  const [index, help] = ['index.html', 'help.html'].map((name) => page(dir, name));
  return `<!doctype html>
<html lang="en" data-single>
  <head>${index.head}</head>
  <body>${index.body}
    <template id="help-head">${help.head}</template>
    <template id="help-body">${help.body}</template>
    <script type="text/plain" id="page-script">${pageScript}</script>
    <script type="text/plain" id="help-script">${helpScript}</script>
    <script>{
      const pageScript = document.getElementById('page-script');
      const helpScript = document.getElementById('help-script');
      (${script(String(boot))})();
    }</script>
  </body>
</html>
`;
}

const dist = 'dist';
writeFileSync(join(dist, 'conv-playground.html'), await onePage(dist));
// In its place: bundlers and copies of the file alone get the same.
writeFileSync(join(dist, 'widget.js'), await whole(join(dist, 'widget.js')));
