import { beforeAll, expect, test } from 'vitest';
import html from '../../index.html?raw';
import readme from '../../README.md?raw';
import { loadCore } from '../../web/core/index.js';
import { loadHeap } from '../../web/core/load.js';
import { loadFigure } from '../../web/figures/index.js';
import { open, wordRow, wordRows, writeLink } from '../../web/settings/index.js';

const page = new DOMParser().parseFromString(html, 'text/html');
const POSITIONS = 10;

/** @type {import('../../web/core/index.js').Core} */
let core;
beforeAll(async () => {
  core = await loadCore();
});

/** @typedef {import('../../web/core/index.js').Tensor} Tensor */

/** The words of a section, on one line. @param {string} id */
const prose = (id) => (page.getElementById(id)?.textContent ?? '').replace(/\s+/g, ' ');

/** The same two features at every position. @param {number} x @param {number} y @returns {Tensor} */
const everywhere = (x, y) => ({
  data: Float32Array.from({ length: 2 * POSITIONS }, (_, i) => (i % 2 === 0 ? x : y)),
  shape: [POSITIONS, 2],
});

/** @param {Tensor} tensor @returns {number[]} */
const magnitudes = ({ data }) =>
  Array.from({ length: POSITIONS }, (_, i) => Math.hypot(data[2 * i] ?? 0, data[2 * i + 1] ?? 0));

/** Scores of each vector with the one after it. @param {Tensor} tensor @returns {number[]} */
function neighbours(tensor) {
  const { data } = core.scores(tensor, tensor);
  return Array.from({ length: POSITIONS - 1 }, (_, i) => data[i * POSITIONS + i + 1] ?? Number.NaN);
}

/** A number as the page prints it. @param {number} value @param {number} digits */
const print = (value, digits) => value.toFixed(digits).replace('-', '−');

/** @param {number[]} values @param {number} digits @param {string} between */
const range = (values, digits, between) =>
  `${print(Math.min(...values), digits)} ${between} ${print(Math.max(...values), digits)}`;

/** @param {number[]} values @param {number} digits the one number that all of them are */
function constant(values, digits) {
  expect(Math.max(...values) - Math.min(...values)).toBeLessThan(1e-6);
  return print(values[0] ?? Number.NaN, digits);
}

test('the sum’s magnitudes in “Adding” are the core’s', () => {
  const sums = magnitudes(core.add(everywhere(1, 1)));
  const [least, most] = [Math.min(...sums), Math.max(...sums)];
  expect(prose('adding')).toContain(
    `from ${print(least, 2)} at position ${sums.indexOf(least)} to ${print(most, 2)} at position ${sums.indexOf(most)}`,
  );
});

test('the wave alone keeps magnitude 1 and turns clockwise by the angle that “Adding” names', () => {
  const wave = core.sinusoidal({ positions: POSITIONS, dimensions: 2 });
  expect(constant(magnitudes(wave), 0)).toBe('1');
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = wave.data;
  const turn = ((Math.atan2(y1, x1) - Math.atan2(y0, x0)) * 180) / Math.PI;
  expect(turn).toBeLessThan(0);
  expect(prose('adding')).toContain(`magnitude 1, and ${print(-turn, 1)}° clockwise`);
});

test('the scores of neighbours in “Turning” are the core’s', () => {
  const turned = constant(neighbours(core.rotate(everywhere(1, 1))), 2);
  const text = prose('turning');
  expect(text).toContain(`the first pair’s score is ${turned} for any two neighbours`);
  expect(text).toContain(`from ${range(neighbours(core.add(everywhere(1, 1))), 2, 'to')}.`);
});

test('the wavelengths of four pairs in “Turning” are the core’s', () => {
  const { values } = core.inverseFrequencies({ rotaryDimensions: 8 });
  const [a = 0, b = 0, c = 0, d = 0] = [...values].map((frequency) => (2 * Math.PI) / frequency);
  expect(prose('turning')).toContain(
    `Pair 0 comes round once in ${a.toFixed(1)} positions, pair 1 in ${b.toFixed(0)}, ` +
      `pair 2 in ${c.toFixed(0)} and pair 3 in ${Math.round(d).toLocaleString('en')}`,
  );
});

test('what the product does to (2, 1) in “Multiplying” is what the core does', () => {
  const product = core.multiply(everywhere(2, 1));
  const turned = core.rotate(everywhere(2, 1));
  const text = prose('multiplying');
  expect(text).toContain(`(2, 1) becomes (${product.data[0]}, ${product.data[1]})`);
  expect(text).toContain(`between ${range(magnitudes(product), 2, 'and')}`);
  expect(text).toContain(`turning keeps ${constant(magnitudes(turned), 3)}`);
  expect(text).toContain(`from ${range(neighbours(product), 2, 'to')}`);
  expect(text).toContain(`turning gives ${constant(neighbours(turned), 2)} everywhere`);
});

test('with the token vector 1, 1 the product does look like turning, as “Multiplying” says', () => {
  const product = core.multiply(everywhere(1, 1));
  expect(constant(magnitudes(product), 0)).toBe('1');
  const { data } = core.scores(product, product);
  for (let distance = 0; distance < POSITIONS; distance += 1) {
    const count = POSITIONS - distance;
    constant(
      Array.from({ length: count }, (_, i) => data[i * POSITIONS + i + distance] ?? Number.NaN),
      2,
    );
  }
});

test('the word table in “Looking up” has as many numbers, and “the” the row, that it says', () => {
  const text = prose('looking-up');
  const numbers = wordRows * 512;
  expect(text).toContain(
    `${wordRows.toLocaleString('en')} rows of 512 numbers, ${numbers.toLocaleString('en')} in all`,
  );
  expect(text).toContain(`are row ${wordRow('the').toLocaleString('en')},`);
});

test('the vectors that the text speaks of are those that the figures show', () => {
  const vector = (/** @type {string} */ id) => page.getElementById(id)?.getAttribute('vector') ?? '1,1';
  expect(vector('figure-adding')).toBe('1,1');
  expect(vector('figure-multiplying')).toBe('2,1');
  expect(vector('figure-words')).toBe('words');
  expect(page.getElementById('figure-turning')?.getAttribute('dimensions')).toBe('8');
});

/** @param {ArrayLike<number>} frequencies @returns {number[]} */
const wavelengths = (frequencies) => Array.from(frequencies, (frequency) => (2 * Math.PI) / frequency);

/** A whole number with commas, as the page prints it. @param {number} value */
const whole = (value) => Math.round(value).toLocaleString('en-US');

test('the clocks of “One clock a pair” are Llama 2’s', () => {
  const config = { model_type: 'llama', hidden_size: 4096, num_attention_heads: 32, rope_theta: 10000 };
  const { layers } = core.fromConfig({ ...config, max_position_embeddings: 4096 });
  const turns = wavelengths(layers[0]?.inverseFrequencies ?? []);
  const text = prose('frequencies');
  expect(text).toContain(`Llama 2 has ${turns.length} in every head`);
  expect(text).toContain(
    `in ${print(turns[0] ?? 0, 2)} positions, the last once in ${whole(turns.at(-1) ?? 0)}.`,
  );
  const first = turns.findIndex((length) => length > 4096);
  expect(text).toContain(
    `Its last ${turns.length - first} pairs, ${first} to ${turns.length - 1}, never finish`,
  );
});

test('what Llama 3.1 keeps, blends and divides in “Reading further” is what the core does', () => {
  const scaling = {
    rope_type: 'llama3',
    factor: 8,
    low_freq_factor: 1,
    high_freq_factor: 4,
    original_max_position_embeddings: 8192,
  };
  const [plain, stretched] = [undefined, scaling].map(
    (used) =>
      core.inverseFrequencies({ rotaryDimensions: 128, base: 500000, scaling: used, maxPositions: 131072 })
        .values,
  );
  const factors = Array.from(plain ?? [], (value, i) => value / (stretched?.[i] ?? 0));
  const kept = factors.filter((factor) => Math.abs(factor - 1) < 1e-9).length;
  const divided = factors.filter((factor) => Math.abs(factor - 8) < 1e-9).length;
  const text = prose('stretching');
  expect(text).toContain(`Of the ${factors.length} pairs it keeps ${kept} as they were`);
  expect(text).toContain(`divides the last ${divided} by 8; the ${factors.length - kept - divided} between`);
});

/** What a figure of the article says when it opens. @param {string} id */
async function description(id) {
  const element = page.getElementById(id);
  const attributes = [...(element?.attributes ?? [])].map(
    ({ name, value }) => /** @type {const} */ ([name, value]),
  );
  const { settings, problems } = open(attributes);
  expect(problems).toEqual([]);
  const figure = (await loadFigure(settings.figure)).open(await loadHeap());
  figure.compute(settings);
  return figure.caption.join('');
}

test.each([
  ['scores', 'figure-scores', ['stays −8.106 wherever', 'from −1.848 to 6.200']],
  [
    'scores',
    'figure-decay',
    ['32.50', '6.78 at distance 255', 'it rises at 115 of', '429 times', '163 times'],
  ],
  ['pairing', 'figure-pairing', ['−0.7416', '−2.9988', 'from −3.4522 to 4.5070']],
  ['precision', 'figure-precision', ['0.000242', '3.14']],
])('the numbers of “%s” are those that %s gives itself', async (section, id, quoted) => {
  const [text, said] = [prose(section), await description(id)];
  for (const words of quoted) {
    expect(text).toContain(words);
    expect(said).toContain(words);
  }
});

/**
 * Trains a head, and gives the perplexity of each 64 positions past the trained length, and the losses at the end.
 *
 * @param {import('../../web/core/index.js').TrainerOptions} options
 * @param {number} [steps]
 */
function trained(options, steps = 500) {
  const trainer = core.trainer(options);
  const { losses, heldOutLosses } = trainer.step(steps);
  const test = trainer.evaluate();
  trainer.free();
  const perplexities = [64, 128, 192].map((from) => {
    const part = test.losses.slice(from - test.start, from + 64 - test.start);
    return Math.exp(part.reduce((sum, loss) => sum + loss, 0) / part.length).toFixed(2);
  });
  return { perplexities, loss: losses.at(-1) ?? Number.NaN, heldOut: heldOutLosses.at(-1) ?? Number.NaN };
}

test('the perplexities in “Put to the test” are those of the trained heads', () => {
  const text = prose('training');
  const [near, further, far] = trained({ encoding: 'sinusoidal' }).perplexities;
  expect(text).toContain(`perplexity is ${near} at positions 64 to 127, then ${further}, then ${far}.`);
  expect(new Set(trained({ encoding: 'rotary' }).perplexities)).toEqual(new Set(['1.00']));
  const guessing = Math.exp(trained({ encoding: 'none' }, 1).loss);
  expect(text).toContain(`can only guess, at perplexity ${guessing.toFixed(2)}.`);
});

test('what “Put to the test” says of momentum and of positions held out is so', () => {
  const text = prose('training');
  const pushed = /** @type {const} */ ({ optimiser: 'momentum', learningRate: 0.5, seed: 7 });
  const { perplexities } = trained({ encoding: 'rotary', ...pushed }, 1000);
  expect(text).toContain(`number 7, with perplexity ${perplexities.at(-1)} at positions 192 to 255`);
  const [learned, sinusoidal, rotary] = /** @type {const} */ (['learned', 'sinusoidal', 'rotary']).map(
    (encoding) => trained({ encoding, share: 0.5 }).heldOut,
  );
  expect(text).toContain(`have a loss of ${learned?.toFixed(2)} at the others`);
  expect(text).toContain(`have ${sinusoidal?.toFixed(4)} and ${rotary?.toFixed(4)}.`);
});

test('the table of ten seeds is the README’s, which is made by the experiment', () => {
  const rows = readme.split('\n').filter((line) => /^\| (sinusoidal|rotary|learned), /.test(line));
  const printed = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const shown = Array.from(page.querySelectorAll('#training tbody tr'), (row) =>
    Array.from(row.children, (cell) => cell.innerHTML.replace('<br>', ', ')),
  );
  const briefly = (/** @type {string} */ text) =>
    text.replace(/\d{4,}\.\d+/g, (number) => whole(Number(number)));
  expect(shown).toHaveLength(7);
  expect(shown).toEqual(printed.map((cells) => cells.map(briefly)));
});

test('every link of the text opens a figure without a complaint', () => {
  const links = Array.from(page.querySelectorAll('a[href^="./?v=1"]'), (link) => link.getAttribute('href'));
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    const { settings, problems, notes } = open(new URLSearchParams(String(link).slice(3)));
    expect([link, problems, notes]).toEqual([link, [], []]);
    expect(writeLink(settings)).toBe(String(link).slice(3));
  }
});
