import { preview } from 'vite';
import { Failure, root } from './tools.js';

/**
 * Serves `dist/` on 127.0.0.1, to pages of other origins too.
 * @param {number} [port] if it is busy, the next free one is taken
 * @param {boolean} [strictPort] that port or none
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} the address ends with a slash
 * @throws {Failure} when the port is busy and no other will do
 */
export async function serve(port = 4300, strictPort = false) {
  const server = await preview({ root, logLevel: 'silent', preview: { port, strictPort } }).catch((error) => {
    if (/EACCES/.test(error.message)) throw new Failure(`Port ${port} is reserved; choose one above 1023.`);
    const isBusy = /already in use/.test(error.message);
    throw new Failure(isBusy ? `Port ${port} is busy; choose another.` : error.message);
  });
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
