import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the site works under any path prefix and the module from any other origin.
  base: './',
  // An address that does not exist is no page.
  appType: 'mpa',
  // Chart.js brings a reader and mixer of colours, which no plot has it use.
  resolve: {
    alias: { '@kurkle/color': fileURLToPath(new URL('web/charts/unchanged-color.js', import.meta.url)) },
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
    sourcemap: true,
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
