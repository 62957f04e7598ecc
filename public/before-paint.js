// Runs before the first paint, so that neither the wrong theme nor the article behind a single figure flashes up.
// A browser too old for modules, or for this syntax, gets the article with a note where the figures would be.
(() => {
  const root = document.documentElement;
  const knows = (name, thing) => thing !== undefined && name in thing;
  if (!knows('noModule', HTMLScriptElement.prototype) || !knows('hasOwn', Object)) return;
  if (!knows('WebAssembly', window) || !knows('replaceSync', CSSStyleSheet.prototype)) return;
  root.setAttribute('data-script', '');
  if (new URLSearchParams(location.search).has('figure')) root.setAttribute('data-single', '');
  try {
    const theme = localStorage.getItem('ropescope-theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch {
    // Storage may be forbidden: then the system's theme it is.
  }
  addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement)) return;
      root.removeAttribute('data-script');
      root.removeAttribute('data-single');
    },
    true,
  );
})();
