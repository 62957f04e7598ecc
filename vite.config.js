import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, minifySync } from 'vite';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @type {import('vite').Plugin} */
const lean = {
  name: 'lean',
  load: {
    // Vite's helper puts links to what a chunk needs into the page, which may be anybody's.
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
  transformIndexHtml: (html) =>
    html
      // From a disk, browsers apply no style sheet that is asked for with CORS, and the text is to be read there too.
      .replace('rel="stylesheet" crossorigin', 'rel="stylesheet"')
      // WebKit never asks again for what a link failed to load ahead, not even after a reload.
      .replace(
        /<link rel="modulepreload" crossorigin href="([^"]+)">/g,
        '<script type="module" crossorigin src="$1"></script>',
      )
      .replace(/\n\s+/g, '\n'),
  generateBundle() {
    // Else it is copied as it is, with its comments.
    const fileName = 'before-paint.js';
    const { code } = minifySync(fileName, readFileSync(at(`public/${fileName}`), 'utf8'));
    this.emitFile({ type: 'asset', fileName, source: code });
  },
};

/** The licences of all packages that code was taken from, as the packages bring them. @type {import('vite').Plugin} */
const licences = {
  name: 'licences',
  generateBundle(_, bundle) {
    const ids = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const folders = ids.flatMap((id) => /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
    const parts = [at('.'), ...new Set(folders)].map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      if (!file) throw new Error(`${name} brings no licence`);
      return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    });
    const compiler =
      'The WebAssembly and the script that starts it hold parts of Emscripten, under the MIT License.\n';
    this.emitFile({
      type: 'asset',
      fileName: 'LICENSES.txt',
      source: [...parts, compiler].join(`\n${'-'.repeat(72)}\n\n`),
    });
  },
};

export default defineConfig({
  plugins: [lean, licences],
  // Relative, so that the site works under any path prefix and the module from any other origin.
  base: './',
  // An address that does not exist is no page.
  appType: 'mpa',
  // Chart.js brings a reader and mixer of colours, which no plot has it use.
  resolve: {
    alias: { '@kurkle/color': at('web/charts/unchanged-color.js') },
  },
  preview: { host: '127.0.0.1', cors: true },
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // The content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    // A figure that loads its code must not put links into the page that it stands in, which may be anybody's.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', ropescope: 'web/element/index.js' },
      // The page's own script imports ropescope.js itself, so that nothing is loaded twice.
      preserveEntrySignatures: 'allow-extension',
      // Else all scales of Chart.js stay, for reading one's defaults might do something.
      treeshake: { propertyReadSideEffects: false },
      output: {
        // All that comes before the first picture in one file: so it is smaller, and there in one go.
        codeSplitting: { groups: [{ name: 'element', test: /\/web\/element\// }] },
        entryFileNames: ({ name }) => (name === 'ropescope' ? 'ropescope.js' : 'assets/[name]-[hash].js'),
        // A figure's code is named after its folder.
        chunkFileNames: ({ name, facadeModuleId }) =>
          `assets/${/figures\/([^/]+)\/figure\.js$/.exec(facadeModuleId ?? '')?.[1] ?? name}-[hash].js`,
      },
    },
  },
});
