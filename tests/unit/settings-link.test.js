import { describe, expect, test } from 'vitest';
import { change, defaults, open, readLink, writeLink } from '../../web/settings/index.js';
import { processorTime } from './processor-time.js';
import { createRandom, figures, randomSettings, randomText } from './settings-random.js';

/** @param {string | URLSearchParams} search */
const entriesOf = (search) => readLink(search)[0];

/** @param {string | URLSearchParams} search */
const messagesOf = (search) => readLink(search)[1].map(({ message }) => message);

describe('a link that is read', () => {
  test('gives its settings as text, with or without a question mark, or as URLSearchParams', () => {
    const query = 'v=1&figure=vectors&positions=20&text=a+b%20c%2Cd';
    const entries = [
      ['figure', 'vectors'],
      ['positions', '20'],
      ['text', 'a b c,d'],
    ];
    for (const search of [query, `?${query}`, new URLSearchParams(query)]) {
      expect(readLink(search)).toEqual([entries, []]);
    }
    expect(readLink('')).toEqual([[], []]);
    expect(readLink('?')).toEqual([[], []]);
  });

  test('passes over keys that are no settings in silence, doubled or not', () => {
    const foreign =
      'utm_source=a&utm_source=b&__proto__=1&constructor=2&toString=3&POSITIONS=4&=5&fbclid&hidden=on';
    expect(readLink(foreign)).toEqual([[], []]);
  });

  test('knows a setting by its key alone, not by the name of the property', () => {
    expect(readLink('trainedLength=5&trained-Length=6')).toEqual([[], []]);
    expect(entriesOf('trained-length=5')).toEqual([['trained-length', '5']]);
    expect(messagesOf('trained-length=5&trained-length=6')).toEqual([
      'trained-length must be given once in a link, got it 2 times; the first, 5, counts',
    ]);
  });

  test('counts the first of doubled keys, and says so', () => {
    const [entries, problems] = readLink('positions=5&seed=1&positions=6&positions=<b>');
    expect(entries).toEqual([
      ['positions', '5'],
      ['seed', '1'],
    ]);
    expect(problems).toEqual([
      {
        name: 'positions',
        message: 'positions must be given once in a link, got it 3 times; the first, 5, counts',
      },
    ]);
  });

  test('must be of version 1 where it has a version', () => {
    expect(messagesOf('seed=1')).toEqual([]);
    expect(messagesOf('v=1')).toEqual([]);
    expect(messagesOf('v=2')).toEqual(['v must be 1, the version of links that this page reads, got 2']);
    expect(messagesOf('v=<b>')).toEqual([
      'v must be 1, the version of links that this page reads, got "<b>"',
    ]);
    expect(messagesOf('v=1&v=2')).toEqual([
      'v must be given once in a link, got it 2 times; the first, 1, counts',
    ]);
    expect(entriesOf('v=2&seed=1')).toEqual([['seed', '1']]);
  });

  test('may be badly encoded', () => {
    expect(entriesOf('text=%&seed=%zz&base=%ff&at')).toEqual([
      ['text', '%'],
      ['seed', '%zz'],
      ['base', '\ufffd'],
      ['at', ''],
    ]);
  });

  test('with 100 kB in it is judged at once and in short words', () => {
    const long = 'x'.repeat(100_000);
    const read = () => readLink(`text=${long}&positions=${long}&${'seed=1&'.repeat(15_000)}`);
    expect(processorTime(() => void open(read()[0]))).toBeLessThan(1000);
    const [entries, problems] = read();
    const opened = open(entries);
    expect(opened.settings).toEqual({ ...defaults, seed: 1 });
    expect(problems.map(({ message }) => message)).toEqual([
      'seed must be given once in a link, got it 15000 times; the first, 1, counts',
    ]);
    expect(opened.problems.map(({ message }) => message)).toEqual([
      `positions must be an integer from 1 to 4096, got "${'x'.repeat(40)}…"`,
      'text must be at most 20000 characters of text, got 100000 characters',
    ]);
  });
});

describe('a link that is written', () => {
  /** @param {import('../../web/settings/index.js').Patch} patch */
  const linkOf = (patch) => writeLink(change(defaults, patch).settings);

  test('says only what differs from the defaults, in the order of the table', () => {
    expect(writeLink(defaults)).toBe('v=1&figure=vectors');
    expect(linkOf({ seed: 3, positions: 20, loop: false })).toBe(
      'v=1&figure=vectors&positions=20&seed=3&loop=off',
    );
    expect(linkOf({ at: 0 })).toBe('v=1&figure=vectors&at=0');
  });

  test('says what differs from the defaults of its own figure', () => {
    expect(linkOf({ figure: 'clocks' })).toBe('v=1&figure=clocks');
    expect(linkOf({ figure: 'clocks', positions: 10, dimensions: 2 })).toBe(
      'v=1&figure=clocks&positions=10&dimensions=2',
    );
    expect(linkOf({ figure: 'spectrum' })).toBe('v=1&figure=spectrum');
    expect(linkOf({ figure: 'spectrum', models: [] })).toBe('v=1&figure=spectrum&models=');
    expect(linkOf({ figure: 'spectrum', trainedLength: 8192 })).toBe(
      'v=1&figure=spectrum&trained-length=8192',
    );
    expect(linkOf({ figure: 'heatmap', zoom: [0, 63, 2, 9], table: 'cos' })).toBe(
      'v=1&figure=heatmap&table=cos&zoom=0,63,2,9',
    );
  });

  test('says what scores, pairing, precision and training have of their own', () => {
    expect(linkOf({ figure: 'scores', methods: 'rotary alibi', query: [1, -0.5], distance: -3 })).toBe(
      'v=1&figure=scores&methods=rotary+alibi&distance=-3&query=1,-0.5',
    );
    expect(linkOf({ figure: 'pairing', permuted: true, tokens: 'equal', seed: 0 })).toBe(
      'v=1&figure=pairing&seed=0&tokens=equal&permuted=on',
    );
    expect(linkOf({ figure: 'precision', positions: 131072, formats: ['bfloat16'] })).toBe(
      'v=1&figure=precision&positions=131072&formats=bfloat16',
    );
    expect(linkOf({ figure: 'training', lookBack: 3, learningRate: 0.5, optimiser: 'momentum' })).toBe(
      'v=1&figure=training&look-back=3&learning-rate=0.5&optimiser=momentum',
    );
  });

  test('carries a config without its white space', () => {
    const link = linkOf({ figure: 'clocks', config: '{ "rope_theta": 5e5,\n  "text": "a b" }' });
    expect(new URLSearchParams(link).get('config')).toBe('{"rope_theta":500000,"text":"a b"}');
    expect(open(readLink(link)[0]).settings.config).toBe('{"rope_theta":500000,"text":"a b"}');
  });

  test('stays readable', () => {
    expect(
      linkOf({ vector: [1, -0.5], text: 'I like cats', encodings: 'rotary none', hide: 'base seed' }),
    ).toBe('v=1&figure=vectors&encodings=rotary+none&vector=1,-0.5&text=I+like+cats&hide=base+seed');
  });

  test('does not end where a chat program would cut it', () => {
    expect(linkOf({ text: 'Well, well.' })).toBe('v=1&figure=vectors&text=Well,+well%2E');
    expect(linkOf({ text: 'Well,' })).toBe('v=1&figure=vectors&text=Well%2C');
  });

  test('holds nothing that could leave an attribute or a paragraph of a page', () => {
    const link = linkOf({ text: `"><script>alert('1')</script>&seed=9#x` });
    expect(link).not.toMatch(/["'<>#\s]/);
    expect(open(readLink(link)[0]).settings.seed).toBe(0);
  });

  test('gives the same settings back, whatever they are', { timeout: 20_000 }, () => {
    const random = createRandom(7);
    for (let i = 0; i < 1000; i += 1) {
      const settings = randomSettings(random, figures[i % figures.length]);
      const link = writeLink(settings);
      const [entries, problems] = readLink(`?${link}`);
      expect([...problems, ...open(entries).problems]).toEqual([]);
      expect(open(entries).settings).toEqual(settings);
      expect(writeLink(open(entries).settings)).toBe(link);
    }
  });

  test('is never broken by a query of garbage', () => {
    const random = createRandom(8);
    for (let i = 0; i < 500; i += 1) {
      const query = `positions=${randomText(random, 8)}&text=${randomText(random, 8)}&${randomText(random, 8)}`;
      const { settings } = open(readLink(query)[0]);
      expect(open(readLink(writeLink(settings))[0]).settings).toEqual(settings);
    }
  });
});
