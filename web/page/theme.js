/** @typedef {'auto' | 'light' | 'dark'} Theme */

/** Also read by public/before-paint.js. */
const STORAGE_KEY = 'ropescope-theme';

/** @type {readonly Theme[]} */
const themes = ['auto', 'light', 'dark'];

/** @param {Theme} theme @returns {Theme} what the switch gives next */
export function nextTheme(theme) {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'auto';
}

/** @returns {Theme} the one in force on this page */
export function currentTheme() {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

/** Puts a theme on the page: figures, styles and the browser's own bars follow. @param {Theme} theme */
export function showTheme(theme) {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const { light, dark } = /** @type {HTMLElement} */ (meta).dataset;
    const own = meta.getAttribute('media')?.includes('dark') ? dark : light;
    meta.setAttribute('content', (theme === 'auto' ? own : theme === 'dark' ? dark : light) ?? '');
  }
}

/** @param {Theme} theme */
function keep(theme) {
  try {
    if (theme === 'auto') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage may be forbidden: then the choice holds for this visit.
  }
}

/** @param {HTMLButtonElement} button with an element `[data-value]` for the theme's name */
export function startThemeSwitch(button) {
  const value = /** @type {HTMLElement} */ (button.querySelector('[data-value]'));
  const show = () => {
    const theme = currentTheme();
    button.dataset.now = theme;
    value.textContent = theme;
  };
  button.addEventListener('click', () => {
    const theme = nextTheme(currentTheme());
    showTheme(theme);
    keep(theme);
    show();
  });
  showTheme(currentTheme());
  show();
}
