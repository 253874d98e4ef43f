import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';

const usage = 'node scripts/serve.ts [--build] [--port 4321]: serves the built site from dist/.';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const text = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);

function options() {
  try {
    return parseArgs({ options: { build: { type: 'boolean' }, port: { type: 'string', default: '4321' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    return process.exit(2);
  }
}

const { build, port: wanted } = options();
const port = Number(wanted);
if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`“${wanted}” is not a port: give a whole number from 1 to 65535.`);
  process.exit(2);
}

const root = join(import.meta.dirname, '..', 'dist');
const astro = join(import.meta.dirname, '..', 'node_modules', 'astro', 'bin', 'astro.mjs');
const bodies = new Map<string, { body: Buffer; small: Buffer | null; type: string }>();

async function load(path: string) {
  const known = bodies.get(path);
  if (known) return known;
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(root + sep)) throw new Error('outside of the site');
  const body = await readFile(file);
  const extension = extname(file);
  const loaded = {
    body,
    small: text.has(extension) ? brotliCompressSync(body) : null,
    type: types[extension] ?? 'application/octet-stream',
  };
  bodies.set(path, loaded);
  return loaded;
}

const server = createServer(async (request, response) => {
  let status = 200;
  let path = '/';
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    path = '/404.html';
  }
  const found = await load(path).catch(() => {
    status = 404;
    return load('/404.html');
  });
  const brotli = found.small && /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? found.small : null;
  response.writeHead(status, {
    'content-type': found.type,
    'cache-control': path.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' }),
  });
  response.end(request.method === 'HEAD' ? undefined : (brotli ?? found.body));
});

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken: stop what listens there, or choose another with npm start -- --port ${port + 1}.`
      : `The site cannot be served: ${error.message}.`,
  );
  process.exit(1);
});

// The port is asked for before the build, so that nobody waits for a build only to hear that it is taken.
server.listen(port, 'localhost', () => {
  if (build) {
    const { status } = spawnSync(process.execPath, [astro, 'build'], { stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
  console.log(`CMK Recovery is at http://localhost:${port} (Ctrl+C stops it).`);
});
