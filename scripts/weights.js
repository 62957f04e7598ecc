import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.js';

/** gzip sizes in bytes; 1 kB is 1000 bytes. The page is the article before anybody scrolls. */
export const budgets = { page: 160_000, core: 40_000 };

/** The policy that the page carries, word by word. */
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/**
 * @param {Uint8Array | string} content
 * @returns {number} its size in bytes as a web host would send it
 */
export const gzipSize = (content) => gzipSync(content, { level: 9 }).length;

/**
 * The weight of the core alone: the WebAssembly and its glue, minified as in the site but bundled with nothing.
 * @returns {Promise<{ wasm: number, glue: number }>} gzip bytes
 */
export async function weighCore() {
  const { build } = await import('vite');
  const folder = join(root, 'build/wasm');
  const output = await build({
    root: folder,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: join(folder, 'ropescope.mjs'), preserveEntrySignatures: 'strict' },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error('Vite gave no bundle');
  const chunks = result.output.filter((file) => file.type === 'chunk');
  const glue = chunks.reduce((sum, { code }) => sum + gzipSize(code), 0);
  return { wasm: gzipSize(readFileSync(join(folder, 'ropescope.wasm'))), glue };
}

/**
 * The content security policies that a page states about itself.
 * @param {string} html
 * @returns {string[]}
 */
export function policiesOf(html) {
  const tags = html.match(/<meta\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi) ?? [];
  return tags
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy/i.test(tag))
    .map((tag) => /\bcontent\s*=\s*"([^"]*)"/i.exec(tag)?.[1]?.replace(/\s+/g, ' ').trim() ?? '');
}
