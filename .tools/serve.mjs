// A small static server. By itself: node .tools/serve.mjs serves dist/ at the first free port from
// 8080 or PORT on. The browser tests import it.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The file under root that a request asks for, or undefined for one that points outside. */
function fileFor(root, url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
    return file.startsWith(resolve(root) + sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Serves the files under `root`, and `pages` ({ '/path': html }) before them. `headers` are sent
 * with every answer; without a `port` the system picks a free one.
 */
export function serve({ root = 'dist', port = 0, headers = {}, pages = {} } = {}) {
  const server = createServer(async (request, response) => {
    // A sandboxed frame has an opaque origin, so the site's own modules are foreign to it.
    const common = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache', ...headers };
    const file = fileFor(root, request.url);
    try {
      const page = pages[request.url.split('?')[0]];
      const type = page === undefined ? types[extname(file)] : types['.html'];
      const body = page ?? (await readFile(file));
      const zip = /\bgzip\b/.test(request.headers['accept-encoding']);
      response.writeHead(200, {
        ...common,
        'Content-Type': type ?? 'application/octet-stream',
        ...(zip && { 'Content-Encoding': 'gzip' }),
      });
      response.end(zip ? await promisify(gzip)(body) : body);
    } catch {
      response.writeHead(404, { ...common, 'Content-Type': 'text/plain' });
      response.end('Not found\n');
    }
  });
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      const close = () =>
        new Promise((closed) => {
          server.close(closed);
          server.closeAllConnections();
        });
      done({ url: `http://127.0.0.1:${server.address().port}/`, close });
    });
  });
}

/** Serves at the first free port from the given one on. */
async function serveFrom(port) {
  for (; ; port++) {
    try {
      return await serve({ port });
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port >= 65535) throw error;
    }
  }
}

if (import.meta.filename === process.argv[1]) {
  const { PORT = '8080' } = process.env;
  const port = Number(PORT);
  if (PORT.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(
      `PORT is ${PORT || 'empty'}. A port is a whole number from 0 to 65535: PORT=8080 npm start`,
    );
    process.exit(1);
  }
  const { url } = await serveFrom(port);
  console.log(`The playground is at ${url} (Ctrl+C ends it)`);
}
