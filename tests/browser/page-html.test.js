import { expect, test } from 'vitest';
import html from '../../index.html?raw';

/** @type {Record<string, string>} */
const stills = import.meta.glob('../../web/page/stills/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

const page = new DOMParser().parseFromString(html, 'text/html');
/** @param {string} selector */
const all = (selector) => [...page.querySelectorAll(selector)];

test('the page carries the strict policy, to the letter', () => {
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute('content')).toBe("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
});

test('nothing on the page needs a looser policy', () => {
  expect(all('style, [style], script:not([src])')).toEqual([]);
  const handlers = all('*').filter((element) =>
    element.getAttributeNames().some((name) => name.startsWith('on')),
  );
  expect(handlers).toEqual([]);
  expect(html).not.toContain('data:');
});

test('only what a reader may follow leads to another host', () => {
  const loaded = all('[src], [srcset], link[href]').map(
    (element) =>
      element.getAttribute('src') ?? element.getAttribute('srcset') ?? element.getAttribute('href'),
  );
  expect(loaded.length).toBeGreaterThan(0);
  for (const address of loaded) expect(address).toMatch(/^\/[^/]/);
});

test('the page has one h1, a heading in every section, and a target for every link inside it', () => {
  expect(all('h1')).toHaveLength(1);
  for (const section of all('section')) {
    expect(page.getElementById(section.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H2');
  }
  const targets = all('a[href^="#"]').map((link) => link.getAttribute('href')?.slice(1) ?? '');
  expect(targets).toContain('adding');
  for (const id of targets) expect(page.getElementById(id), id).not.toBe(null);
});

test('every still picture has the size that the page keeps free for it', async () => {
  const pictures = all('noscript picture').map((picture) => ({
    dark: picture.querySelector('source')?.getAttribute('srcset') ?? '',
    light: picture.querySelector('img')?.getAttribute('src') ?? '',
    width: Number(picture.querySelector('img')?.getAttribute('width')),
    height: Number(picture.querySelector('img')?.getAttribute('height')),
  }));
  expect(pictures.length * 2).toBe(Object.keys(stills).length);
  for (const { dark, light, width, height } of pictures) {
    for (const source of [dark, light]) {
      const image = new Image();
      image.src = stills[`../..${source}`] ?? '';
      await image.decode();
      expect([image.naturalWidth, image.naturalHeight], source).toEqual([width, height]);
    }
  }
});

test('a still picture stands in every figure, in words too, for readers without scripts only', () => {
  const figures = all('rope-scope');
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect([...figure.children].map(({ tagName }) => tagName)).toEqual(['NOSCRIPT']);
    const still = figure.querySelector('img');
    expect(still?.alt.length).toBeGreaterThan(40);
    expect(Number(still?.getAttribute('width'))).toBeGreaterThan(0);
    expect(Number(still?.getAttribute('height'))).toBeGreaterThan(0);
  }
});
