/**
 * Makes the table of the look-back head again: trains it with ten seeds on this machine and in Chromium, compares all numbers to the bit, prints the table, and looks whether README.md has it.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual, promisify } from 'node:util';
import { openChromium } from './chromium.js';
import { Failure, main, root, say } from './tools.js';
import { openCorePage, trainInPage } from './train-in-page.js';

const runNative = promisify(execFile);
const native = `${root}build/tools/ropescope-train`;

const seeds = 10;
const steps = 500;
const length = 64;
const encodings = /** @type {const} */ (['learned', 'sinusoidal', 'rotary']);

/** In the order of the native command's table. */
const rows = [
  { encoding: 'sinusoidal', lookBack: 1, dimensions: 16 },
  { encoding: 'rotary', lookBack: 1, dimensions: 16 },
  { encoding: 'learned', lookBack: 1, dimensions: 16 },
  { encoding: 'sinusoidal', lookBack: 4, dimensions: 16 },
  { encoding: 'rotary', lookBack: 4, dimensions: 16 },
  { encoding: 'sinusoidal', lookBack: 1, dimensions: 8 },
  { encoding: 'rotary', lookBack: 1, dimensions: 8 },
];

/** @typedef {{ losses: number[], testLosses: number[], correct: number[] }} Trained */

/** @param {string} encoding @param {Record<string, number>} options @returns {Promise<Trained>} */
async function trainNatively(encoding, options) {
  const args = Object.entries({ encoding, steps, ...options }).map(([name, value]) => `${name}=${value}`);
  const { stdout } = await runNative(native, ['run', ...args], { maxBuffer: 1 << 24 });
  const { losses, testLosses, guesses } = JSON.parse(stdout);
  const correct = guesses.map((/** @type {number} */ guess, /** @type {number} */ n) => Number(guess === n));
  return { losses, testLosses, correct };
}

/**
 * @param {import('playwright').Page} page that has the core
 * @returns {Promise<Map<string, Trained[]>>} by encoding, lookBack and dimensions, a seed after the other
 */
async function trainAll(page) {
  /** @type {Map<string, Trained[]>} */
  const results = new Map();
  for (const { lookBack, dimensions } of rows.filter(({ encoding }) => encoding === 'sinusoidal')) {
    for (let seed = 0; seed < seeds; seed += 1) {
      const options = { lookBack, dimensions, seed };
      const sized = { ...options, length, testLength: 4 * length };
      const { lists } = await page.evaluate(trainInPage, { options: sized, steps, encodings });
      for (const [i, encoding] of encodings.entries()) {
        const [losses = [], testLosses = [], correct = []] = lists.slice(3 * i, 3 * i + 3);
        const trained = { losses, testLosses, correct };
        if (!isDeepStrictEqual(trained, await trainNatively(encoding, options))) {
          const where = JSON.stringify(options);
          throw new Failure(`In Chromium ${encoding} gives other numbers than natively: ${where}`);
        }
        const key = keyOf({ encoding, ...options });
        results.set(key, [...(results.get(key) ?? []), trained]);
      }
    }
    say(`looking ${lookBack} back with ${dimensions} dimensions: ${seeds} seeds, equal to the bit`);
  }
  return results;
}

/** @param {{ encoding: string, lookBack: number, dimensions: number }} row */
const keyOf = ({ encoding, lookBack, dimensions }) => `${encoding}, ${lookBack}, ${dimensions}`;

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (Number(sorted[Math.floor(middle)]) + Number(sorted[Math.ceil(middle)])) / 2;
}

/** @param {readonly number[]} values */
const sum = (values) => values.reduce((all, value) => all + value, 0);

/** @param {readonly Trained[]} results @param {number} from index of the first position tested @param {number} to */
function cell(results, from, to) {
  const perplexities = results.map(({ testLosses }) =>
    Math.exp(sum(testLosses.slice(from, to)) / (to - from)),
  );
  const accuracies = results.map(({ correct }) => sum(correct.slice(from, to)) / (to - from));
  const [least, most] = [Math.min(...perplexities), Math.max(...perplexities)];
  const range = `${median(perplexities).toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
  return `${range}, ${median(accuracies).toFixed(2)} (${Math.min(...accuracies).toFixed(2)})`;
}

/** @param {Map<string, Trained[]>} results @returns {string} Markdown */
function tableOf(results) {
  const lines = rows.map((row) => {
    const own = results.get(keyOf(row)) ?? [];
    const cells = [cell(own, 0, length - row.lookBack)];
    for (let from = length; from < 4 * length; from += length) {
      const isThere = row.encoding !== 'learned';
      cells.push(isThere ? cell(own, from - row.lookBack, from + length - row.lookBack) : 'no row');
    }
    return `| ${keyOf(row)} | ${cells.join(' | ')} |`;
  });
  return [
    '| encoding, k, d | within 64 | 64 to 128 | 128 to 192 | 192 to 256 |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

await main(async () => {
  const browser = await openChromium();
  try {
    const table = tableOf(await trainAll(await openCorePage(browser)));
    say(
      `\nMedians (ranges) of the perplexity, medians (least) of the accuracy; seeds 0 to ${seeds - 1}\n\n${table}`,
    );
    const { stdout } = await runNative(native, ['table', String(seeds)]);
    if (!stdout.includes(table)) throw new Failure(`The native command prints another table:\n${stdout}`);
    if (!readFileSync(`${root}README.md`, 'utf8').includes(table)) {
      throw new Failure('README.md has another table: put this one there.');
    }
    say('\nThe native command prints the same, and README.md has it.');
  } finally {
    await browser.close();
  }
});
