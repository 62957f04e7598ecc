import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ADDRESS_DELAY, trailingWriter } from '../../web/page/address.js';
import { addressOf } from '../../web/page/single.js';
import { defaults } from '../../web/settings/index.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a drag of ten seconds writes the address at most every 300 ms, and ends with the last text', () => {
  /** @type {{ text: string, time: number }[]} */
  const writes = [];
  const address = trailingWriter((text) => writes.push({ text, time: Date.now() }));
  for (let i = 0; i < 625; i += 1) {
    address.next(`?positions=${i}`);
    vi.advanceTimersByTime(16);
  }
  vi.advanceTimersByTime(ADDRESS_DELAY);
  const gaps = writes.slice(1).map(({ time }, i) => time - (writes[i]?.time ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
  expect(writes.length).toBeLessThan(40);
  expect(writes.at(-1)?.text).toBe('?positions=624');
});

test('an address that comes back to what it was is not written again', () => {
  const write = vi.fn();
  const address = trailingWriter(write);
  address.next('?a');
  vi.advanceTimersByTime(1000);
  address.next('?b');
  address.next('?a');
  vi.advanceTimersByTime(1000);
  expect(write.mock.calls).toEqual([['?a']]);
});

test('a page that goes writes what waits at once, and once', () => {
  const write = vi.fn();
  const address = trailingWriter(write);
  address.flush();
  address.next('?a');
  address.flush();
  vi.advanceTimersByTime(1000);
  expect(write.mock.calls).toEqual([['?a']]);
});

test('the address of a figure keeps the path, and holds only what differs from the defaults', () => {
  const settings = { ...defaults, positions: 12, text: 'naïve & <b>bold</b>' };
  const address = addressOf({ pathname: '/a/b/index.html' }, settings);
  expect(address).toBe(
    '/a/b/index.html?v=1&figure=vectors&positions=12&text=na%C3%AFve+%26+%3Cb%3Ebold%3C%2Fb%3E',
  );
});
