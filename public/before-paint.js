// Runs before the first paint, so that neither the wrong theme nor the article behind a single figure flashes up.
// A browser too old for modules, or for this syntax, gets the article with a note where the figures would be.
(() => {
  const root = document.documentElement;
  const knows = (name, thing) => thing !== undefined && name in thing;
  if (!knows('noModule', HTMLScriptElement.prototype) || !knows('hasOwn', Object)) return;
  if (!knows('replaceSync', CSSStyleSheet.prototype)) return;
  const note = (cause) => {
    const put = () => {
      document.querySelector('.notice').textContent = `${cause} The text holds without them.`;
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', put);
    else put();
  };
  if (!knows('WebAssembly', window)) {
    note('The figures need WebAssembly, which this browser does not have.');
    return;
  }
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
      if (location.protocol === 'file:') {
        note(
          'The figures need a web server, such as npm start: from a disk (file://) browsers load no modules.',
        );
      } else if (origin === 'null') {
        note(
          'The figures need a server that sends Access-Control-Allow-Origin, or a frame with allow-same-origin.',
        );
      } else {
        note('The figures’ code did not arrive: reload the page to try again.');
        addEventListener('online', () => location.reload());
      }
    },
    true,
  );
})();
