import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../../web/element/index.js';
import { addressOf, showSingleFigure } from '../../web/page/single.js';
import { showTheme } from '../../web/page/theme.js';
import { defaults } from '../../web/settings/index.js';

/** @type {HTMLElement} */
let main;
/** @type {string} */
let address;

beforeEach(() => {
  address = location.href;
  main = document.createElement('main');
  main.innerHTML = '<article><h1>The article</h1></article>';
  document.body.append(main);
});
afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(history.state, '', address);
  main.remove();
  showTheme('auto');
  delete document.documentElement.dataset.fixedTheme;
});

test('a link’s figure stands alone in place of the article, under a heading of its own', () => {
  const figure = showSingleFigure(main, '?figure=vectors&positions=12&encodings=rotary&utm_source=mail');
  expect([...main.children].map(({ tagName }) => tagName)).toEqual(['H1', 'ROPE-SCOPE']);
  expect(figure.hasAttribute('data-alone')).toBe(true);
  expect(figure.hasAttribute('utm_source')).toBe(false);
  expect(figure.settings.positions).toBe(12);
  expect(figure.settings.encodings).toEqual(['rotary']);
});

test('what is wrong with a link is said in words by the figure, and markup in it stays text', async () => {
  const markup = '<img src=x onerror=alert(1)>';
  const figure = showSingleFigure(
    main,
    `?v=2&figure=vectors&positions=12&positions=5&base=${encodeURIComponent(markup)}`,
  );
  expect(figure.settings.positions).toBe(12);
  expect(figure.settings.base).toBe(defaults.base);
  const text = () => figure.shadowRoot?.textContent ?? '';
  await expect.poll(text, { timeout: 10_000 }).toContain('positions must be given once in a link');
  expect(text()).toContain('v must be 1');
  expect(text()).toContain('base must be');
  expect(figure.shadowRoot?.querySelector('img')).toBe(null);
});

test('the address follows the figure’s settings', async () => {
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {});
  const figure = showSingleFigure(main, '?figure=vectors');
  expect(replace).not.toHaveBeenCalled();
  figure.change({ positions: 7 });
  figure.change({ positions: 8 });
  await expect.poll(() => replace.mock.calls.length).toBe(1);
  expect(replace.mock.calls[0]?.[2]).toBe(addressOf(location, figure.settings));
  expect(String(replace.mock.calls[0]?.[2])).toContain('?v=1&figure=vectors&positions=8');
});

test('a frame that may not write its address keeps its figure', async () => {
  const replace = vi.spyOn(history, 'replaceState').mockImplementation(() => {
    throw new DOMException('not here', 'SecurityError');
  });
  const figure = showSingleFigure(main, '?figure=vectors');
  figure.change({ positions: 7 });
  await expect.poll(() => replace.mock.calls.length).toBe(1);
  expect(figure.settings.positions).toBe(7);
});

test('a theme in the link is worn by the page too, and only there', () => {
  const figure = showSingleFigure(main, '?figure=vectors&theme=dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(document.documentElement.hasAttribute('data-fixed-theme')).toBe(true);
  expect(localStorage.getItem('ropescope-theme')).toBe(null);
  figure.change({ theme: 'auto' });
  expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  expect(document.documentElement.hasAttribute('data-fixed-theme')).toBe(false);
});
