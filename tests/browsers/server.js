import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
};

const probePath = '/test-probe.js';
const probe = await readFile(fileURLToPath(new URL('./probe.js', import.meta.url)));

/** The built site: `ROPESCOPE_DIST`, or the repository's `dist/`. */
export const distFolder = process.env.ROPESCOPE_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

/** @typedef {{ origin: string, method: string, path: string, search: string, status: number }} Request */
/**
 * What becomes of a request: its connection breaks, or it is answered otherwise. A header that is empty is left out.
 * @typedef {'broken' | { status?: number, body?: string, headers?: Record<string, string> }} Fault
 */
/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/**
 * Serves a folder on 127.0.0.1 as a plain web host would, on several origins (ports) at once, under a path prefix.
 * HTML gets the probe before everything else; pages can be added that exist in memory only.
 * @param {{ root?: string, prefix?: string, origins?: number }} [options] `prefix` starts and ends with a slash
 */
export async function startServer({ root = distFolder, prefix = '/some/prefix/', origins = 3 } = {}) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {Record<string, string>} */
  const headers = {};
  /** @type {Map<string, { body: string | Buffer, type: string }>} */
  const pages = new Map([[probePath, { body: probe, type: types['.js'] }]]);
  /** @type {{ path: RegExp, fault: Fault }[]} */
  const faults = [];
  /** @type {string[]} */
  const addresses = [];

  /** @param {string} path @returns {Promise<{ body: string | Buffer, type: string } | undefined>} */
  const find = async (path) => {
    const page = pages.get(path);
    if (page) return page;
    if (!path.startsWith(prefix)) return undefined;
    const relative = normalize(path.slice(prefix.length) || 'index.html');
    if (relative === '..' || relative.startsWith(`..${sep}`)) return undefined;
    const name = relative.endsWith('/') ? `${relative}index.html` : relative;
    const body = await readFile(join(root, name)).catch(() => undefined);
    return body && { body, type: types[extname(name)] ?? 'application/octet-stream' };
  };

  const servers = await Promise.all(
    Array.from({ length: origins }, async () => {
      const server = createServer({ maxHeaderSize: 4 << 20 }, async (request, response) => {
        const origin = `http://${request.headers.host}`;
        const url = new URL(request.url ?? '/', origin);
        const fault = faults.find(({ path }) => path.test(url.pathname))?.fault;
        if (fault === 'broken') {
          request.socket.destroy();
          return;
        }
        const found = await find(decodeURIComponent(url.pathname));
        const status = found ? 200 : 404;
        const { method = 'GET' } = request;
        requests.push({ origin, method, path: url.pathname, search: url.search, status });
        const sent = {
          'access-control-allow-origin': '*',
          'cache-control': 'no-store',
          'content-type': found?.type ?? 'text/plain',
          ...headers,
          ...fault?.headers,
        };
        response.writeHead(
          fault?.status ?? status,
          Object.fromEntries(Object.entries(sent).filter(([, value]) => value)),
        );
        response.end(fault?.body ?? (found ? withProbe(found) : 'not found'));
      });
      await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
      return server;
    }),
  );
  for (const server of servers) {
    const address = server.address();
    if (address && typeof address === 'object') addresses.push(`http://127.0.0.1:${address.port}`);
  }

  return {
    /** Addresses of the origins, without a slash at the end. */
    origins: addresses,
    prefix,
    /** Every request so far, oldest first; empty it with `requests.length = 0`. */
    requests,
    /** What goes wrong from now on, the first that fits; empty it with `faults.length = 0`. */
    faults,
    /** What is sent besides with every answer, such as a policy; names in lower case. */
    headers,
    /**
     * Address of something in the served folder.
     * @param {string} [path] with its search, without the prefix
     * @param {number} [origin] which origin
     */
    url: (path = '', origin = 0) => `${addresses[origin]}${prefix}${path}`,
    /**
     * Adds a page that exists in memory only.
     * @param {string} path from the root of every origin, without the prefix: `/bare.html`
     * @param {string} body
     * @param {number} [origin] the origin of the address that is returned
     * @returns {string} its address
     */
    addPage(path, body, origin = 0) {
      pages.set(path, { body, type: types[extname(path)] ?? types['.html'] });
      return addresses[origin] + path;
    },
    /** What was asked for and does not exist, browsers' own wish for an icon aside. */
    missing: () => requests.filter(({ status, path }) => status === 404 && path !== '/favicon.ico'),
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

/** @param {{ body: string | Buffer, type: string }} file */
function withProbe({ body, type }) {
  if (!type.startsWith('text/html')) return body;
  const script = `<script src="${probePath}"></script>`;
  const html = String(body);
  const before = /<head(?:\s[^>]*)?>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = before ? before.index + before[0].length : 0;
  return html.slice(0, at) + script + html.slice(at);
}
