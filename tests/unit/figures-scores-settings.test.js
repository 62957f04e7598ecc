import { describe, expect, it, test } from 'vitest';
import { change, defaultsOf, open, rangeOf, writeLink } from '../../web/settings/index.js';

/** @param {import('../../web/settings/index.js').Patch} patch */
const asked = (patch) => change(defaultsOf('scores'), patch);

/** @param {readonly { message: string }[]} list */
const messages = (list) => list.map(({ message }) => message);

test('two tokens cannot be farther apart than there are positions', () => {
  expect(messages(asked({ distance: 32 }).problems)).toEqual([
    'distance must be an integer from -31 to 31 (there are 32 positions), got 32',
  ]);
  expect(asked({ distance: -31 }).problems).toEqual([]);
  expect(rangeOf(asked({ positions: 9 }).settings, 'distance')).toEqual({ min: -8, max: 8 });
  expect(messages(asked({ positions: 1, distance: 1 }).problems)).toEqual([
    'distance must be 0 (there is 1 position), got 1',
  ]);
});

test('the distance follows when there are fewer positions, to either side', () => {
  const { settings, notes } = asked({ positions: 3 });
  expect(settings.distance).toBe(2);
  expect(messages(notes)).toEqual(['distance is now 2, because there are 3 positions']);
  const back = change(asked({ distance: -20 }).settings, { positions: 10 });
  expect(back.settings.distance).toBe(-9);
  expect(Object.is(asked({ positions: 1 }).settings.distance, 0)).toBe(true);
});

test('figures without a second token keep a distance beyond their positions', () => {
  const { settings, problems, notes } = change(defaultsOf('decay'), { distance: 8000, positions: 10 });
  expect(settings).toMatchObject({ distance: 8000, positions: 10 });
  expect([...problems, ...notes]).toEqual([]);
});

test('the playhead ends where the second token stands last', () => {
  const { settings } = asked({ distance: -5 });
  expect(rangeOf(settings, 'at')).toEqual({ min: 0, max: 26 });
  expect(messages(asked({ distance: -5, at: 27 }).problems)).toEqual([
    'at must be a number from 0 to 26 (there are 32 positions for two tokens 5 apart), got 27',
  ]);
  const { settings: moved, notes } = change(asked({ at: 27 }).settings, { distance: 10 });
  expect(moved.at).toBe(21);
  expect(messages(notes)).toEqual(['at is now 21, the last of 32 positions for two tokens 10 apart']);
});

test('a link may come with distance and playhead together', () => {
  const { settings, problems } = open(new URLSearchParams('figure=scores&at=31&distance=0'));
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({ at: 31, distance: 0 });
});

describe('a query and a key of one’s own', () => {
  it('are not set, or two numbers, or one for each dimension', () => {
    expect(defaultsOf('scores')).toMatchObject({ query: undefined, key: undefined });
    expect(asked({ query: '1, 2', dimensions: 4, key: [1, 2, 3, 4] }).settings).toMatchObject({
      query: [1, 2],
      key: [1, 2, 3, 4],
    });
    expect(messages(asked({ query: [1, 2, 3] }).problems)).toEqual([
      'query must be 2 numbers, 16 numbers (one for each dimension) or not set, got 3 numbers',
    ]);
    for (const text of ['words', '1;x', '2000,1']) {
      expect(messages(asked({ key: text }).problems)).toEqual([
        `key must be numbers from -1000 to 1000 separated by commas or spaces, or not set, got "${text}"`,
      ]);
    }
    const set = asked({ query: '1,2' }).settings;
    for (const nothing of ['', ' ', null, undefined]) {
      expect(change(set, { query: nothing }).settings.query).toBeUndefined();
    }
  });

  it('follow the dimensions', () => {
    const { settings } = asked({ dimensions: 4, query: '1,2,3,4' });
    const { settings: next, notes } = change(settings, { dimensions: 8 });
    expect(next.query).toEqual([1, 2]);
    expect(messages(notes)).toEqual(['query is now 1,2, because its 4 numbers do not fit 8 dimensions']);
  });

  it('travel in a link', () => {
    const { settings } = asked({ query: '1.5,-2', key: '0.25,1e-7', distance: -3, heads: 12, head: 11 });
    const back = open(new URLSearchParams(writeLink(settings)));
    expect(back.problems).toEqual([]);
    expect(back.settings).toEqual(settings);
  });
});

test('a head is one of the heads', () => {
  expect(rangeOf(asked({ heads: 12 }).settings, 'head')).toEqual({ min: 0, max: 11 });
  expect(messages(asked({ head: 8 }).problems)).toEqual([
    'head must be an integer from 0 to 7 (of 8 heads), got 8',
  ]);
  expect(messages(asked({ heads: 1, head: 1 }).problems)).toEqual(['head must be 0 (of 1 head), got 1']);
  const { settings, notes } = change(asked({ head: 7 }).settings, { heads: 4 });
  expect(settings.head).toBe(3);
  expect(messages(notes)).toEqual(['head is now 3, the last of 4 heads']);
});

test('dimensions are even, because one of the encodings turns pairs', () => {
  expect(messages(asked({ dimensions: 5, methods: 'none' }).problems)).toEqual([
    'dimensions must be even for rotary, which turns features in pairs, got 5',
  ]);
});
