import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentTheme, nextTheme, showTheme, startThemeSwitch } from '../../web/page/theme.js';

/** @type {HTMLButtonElement} */
let button;
/** @type {HTMLMetaElement[]} */
let metas;

beforeEach(() => {
  button = document.createElement('button');
  button.innerHTML = 'Theme: <span data-value></span>';
  metas = ['light', 'dark'].map((scheme) => {
    const meta = document.createElement('meta');
    meta.name = 'theme-color';
    meta.media = `(prefers-color-scheme: ${scheme})`;
    meta.dataset.light = '#fbfaf7';
    meta.dataset.dark = '#121317';
    return meta;
  });
  document.head.append(...metas);
});
afterEach(() => {
  showTheme('auto');
  localStorage.clear();
  for (const meta of metas) meta.remove();
});

const colors = () => metas.map(({ content }) => content);

test('the switch goes round from auto to light to dark', () => {
  expect([nextTheme('auto'), nextTheme('light'), nextTheme('dark')]).toEqual(['light', 'dark', 'auto']);
});

test('the switch names the theme in its own words, marks the root, and keeps the choice', () => {
  startThemeSwitch(button);
  expect(button.textContent).toBe('Theme: auto');
  button.click();
  button.click();
  expect(button.textContent).toBe('Theme: dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('ropescope-theme')).toBe('dark');
  button.click();
  expect(button.textContent).toBe('Theme: auto');
  expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
  expect(localStorage.getItem('ropescope-theme')).toBe(null);
});

test('a theme that stands on the root when the page starts is the one that the switch shows', () => {
  document.documentElement.dataset.theme = 'light';
  startThemeSwitch(button);
  expect(currentTheme()).toBe('light');
  expect(button.textContent).toBe('Theme: light');
});

test('the colour of the browser’s bars follows a chosen theme, and the system’s under auto', () => {
  showTheme('dark');
  expect(colors()).toEqual(['#121317', '#121317']);
  showTheme('light');
  expect(colors()).toEqual(['#fbfaf7', '#fbfaf7']);
  showTheme('auto');
  expect(colors()).toEqual(['#fbfaf7', '#121317']);
});

test('a browser that forbids storage still changes its theme', () => {
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  try {
    startThemeSwitch(button);
    button.click();
    expect(currentTheme()).toBe('light');
  } finally {
    Storage.prototype.setItem = setItem;
  }
});
