import { afterEach, expect, test, vi } from 'vitest';
import { figure } from './element-support.js';
import links from './links.json';

/** Training, and what the comparison measures, take some seconds. */
const PATIENCE = { timeout: 60_000, interval: 50 };

afterEach(() => document.body.replaceChildren());

/** What no two runs share is left out: the claims that hang on measured times, and these times. @param {string} sentence */
const timeless = (sentence) =>
  sentence.replace(/^Of \d+ claims [^.]*\. /, '').replace(/ Here \d+ positions take .*$/, '');

test.each(links)('$link says what it has always said', { timeout: 90_000 }, async ({ link, sentence }) => {
  const element = await figure(Object.fromEntries(new URLSearchParams(link)));
  await vi.waitFor(() => expect(timeless(element.description)).toBe(sentence), PATIENCE);
});
