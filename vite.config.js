import { defineConfig } from 'vite';

export default defineConfig({
  // Relative, so that the site works under any path prefix and the module from any other origin.
  base: './',
  build: {
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // The content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { index: 'index.html', ropescope: 'web/element/index.js' },
      // The page's own script imports ropescope.js itself, so that nothing is loaded twice.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: ({ name }) => (name === 'ropescope' ? 'ropescope.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
