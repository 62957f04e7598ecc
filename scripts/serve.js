import { Failure, root } from './run.js';

/** The port that Vite is given where any free one will do; if it is busy, the next free one is taken. */
const anyPort = 4300;

/**
 * Serves `dist/` on 127.0.0.1, to pages of other origins too.
 * @param {{ port: number, strict: boolean }} [options] `strict`: that port or none
 * @returns {Promise<{ address: string, port: number, close: () => Promise<void> }>} the address ends with a slash
 * @throws {Failure} when the port is busy and no other will do
 */
export async function serve({ port, strict } = { port: anyPort, strict: false }) {
  const { preview } = await import('vite');
  const server = await preview({
    root,
    appType: 'mpa',
    logLevel: 'silent',
    preview: { host: '127.0.0.1', port, strictPort: strict, cors: true },
  }).catch((error) => {
    throw new Failure(
      /already in use/.test(error.message) ? `Port ${port} is busy; choose another.` : error.message,
    );
  });
  const listening = server.httpServer.address();
  const actual = typeof listening === 'object' && listening ? listening.port : port;
  return { address: `http://127.0.0.1:${actual}/`, port: actual, close: () => server.close() };
}
