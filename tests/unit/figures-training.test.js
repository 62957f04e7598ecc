import { describe, expect, test } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { plain } from '../../web/figures/shared/caption.js';
import { perplexityText } from '../../web/figures/shared/numbers.js';
import { lossesNow, nameOf, scoreOf, stretchesOf } from '../../web/figures/training/compute.js';
import { lossLines, testLines } from '../../web/figures/training/graphs.js';
import { caption, lossesText, notes, testsText } from '../../web/figures/training/text.js';
import { answeringHeads, dataOf } from './figures-training-support.js';

/** @param {import('../../web/figures/training/compute.js').TrainingData} data */
const sentence = (data) => plain(caption(data));

const core = await loadCore();

/** The whole run, as the figure has it. @param {import('../../web/settings/index.js').Patch} patch */
async function trained(patch) {
  const { data } = dataOf(core, patch);
  const { heads, train } = answeringHeads(core);
  heads.begin(data.plan);
  const report = await train({ goal: data.plan.steps, picture: false });
  heads.end();
  if (!report.tests) throw new Error('there is no test');
  const padded = (/** @type {number[]} */ list) => {
    const all = new Float64Array(data.plan.steps).fill(Number.NaN);
    all.set(list);
    return all;
  };
  const losses = Object.fromEntries(
    Object.entries(report.losses).map(([name, list]) => [name, padded(list)]),
  );
  const heldOutLosses = Object.fromEntries(
    Object.entries(report.heldOutLosses).map(([name, list]) => [name, Float64Array.from(list)]),
  );
  data.result = { losses, heldOutLosses, heldOut: report.heldOut, tests: report.tests };
  return data;
}

describe('stretches of positions', () => {
  test('a trained length at a time', () => {
    const names = (/** @type {number} */ testLength) =>
      stretchesOf({ lookBack: 2, length: 64, testLength }).map(nameOf);
    expect(names(64)).toEqual(['2–63']);
    expect(names(65)).toEqual(['2–63', '64']);
    expect(names(256)).toEqual(['2–63', '64–127', '128–191', '192–255']);
  });

  test('a score is e to the mean loss, and none where there is no encoding', () => {
    const test = { start: 1, losses: Float64Array.of(0, 2, 4), correct: Uint8Array.of(1, 0, 1) };
    const score = scoreOf(test, { from: 2, to: 4, trained: true });
    expect(score?.perplexity).toBeCloseTo(Math.exp(3), 12);
    expect(score?.accuracy).toBe(0.5);
    expect(scoreOf(test, { from: 4, to: 5, trained: false })).toBeUndefined();
    expect(lossesNow(test, 4, Int32Array.of(2))).toEqual({ trained: 2, heldOut: 2 });
    expect(lossesNow(test, 4, Int32Array.of()).heldOut).toBeUndefined();
  });
});

describe('what is trained', () => {
  test('follows the settings', () => {
    const { data } = dataOf(core, { lookBack: 3, share: 0.7, optimiser: 'momentum', steps: 9, seed: 5 });
    expect(data.plan).toEqual({
      steps: 9,
      options: {
        lookBack: 3,
        dimensions: 16,
        length: 64,
        testLength: 256,
        seed: 5,
        optimiser: 'momentum',
        learningRate: 0.05,
        share: 0.7,
      },
    });
    expect(notes(data)).toEqual([]);
  });
});

describe('the sentence', () => {
  test('tells the task before the run, and the numbers after it', async () => {
    expect(sentence(dataOf(core).data)).toBe(
      'One attention head must learn to look 1 token back, and positions are all that it has: 500 steps of training ' +
        'on 64 positions, learned, sinusoidal, rotary and without any, side by side.',
    );
    expect(sentence(await trained({}))).toBe(
      'After 500 steps of learning to look 1 token back, at the end of the run, the training loss and the perplexity over positions 1–63 are ' +
        '9.07·10⁻⁷ and 1.00 with learned positions, 0.00029 and 1.00 with sinusoidal, 0.00223 and 1.00 with rotary ' +
        'and 3.26 and 25.96 with none. Past the trained length, at 64–127, 128–191 and 192–255, perplexity is 1.93, ' +
        '226.86 and 4.91 with sinusoidal positions (accuracy 77\u00a0%, 8\u00a0% and 66\u00a0%) and 1.00, 1.00 and 1.00 ' +
        'with rotary positions (accuracy 100\u00a0%, 100\u00a0% and 100\u00a0%); a learned table has no row there.',
    );
  });

  test('tells of what was held out', async () => {
    const data = await trained({ share: 0.5 });
    expect(sentence(data)).toContain(
      'Over the 31 positions held out, the loss is 25.78 with learned positions, 0.0025 with sinusoidal and 0.00225 with rotary.',
    );
    expect(sentence(data)).toContain('positions 1–63, those held out among them, are');
    expect(notes(data)).toEqual([
      '31 of 63 positions are held out: they are keys as all others, but no query of theirs counts in training.',
    ]);
  });

  test('has nothing to say past the trained length where no test goes there', async () => {
    expect(sentence(await trained({ sequenceLength: 64, steps: 3 }))).not.toContain('Past');
  });

  test('a note tells which training ran away', async () => {
    const data = await trained({ optimiser: 'momentum', learningRate: 10, dimensions: 8, steps: 300 });
    const stopped = Object.entries(data.result?.losses ?? {}).filter(([, list]) => list.some(Number.isNaN));
    expect(stopped.length).toBeGreaterThan(0);
    expect(notes(data).length).toBe(stopped.length);
    expect(notes(data)[0]).toMatch(/from step \d+ on the numbers grow beyond all bounds/);
  });
});

describe('whatever the settings', () => {
  const small = { trainedLength: 8, sequenceLength: 32, dimensions: 4, steps: 200 };
  const extremes = [
    { lookBack: 7 },
    { dimensions: 2 },
    { dimensions: 64 },
    { trainedLength: 2, sequenceLength: 2 },
    { trainedLength: 2, sequenceLength: 8 },
    { trainedLength: 64, sequenceLength: 64, steps: 40 },
    { steps: 1 },
    { steps: 5000 },
    { share: 0.1 },
    { seed: 4294967295 },
  ];
  const ways = [
    {},
    { learningRate: 0.0001 },
    { learningRate: 10 },
    /** @type {const} */ ({ learningRate: 10, optimiser: 'momentum' }),
  ];

  test.each(extremes)('%o: all that is said is in numbers or in words', async (patch) => {
    for (const way of ways) {
      const data = await trained({ ...small, ...way, ...patch });
      const { tests = {}, heldOut = new Int32Array() } = data.result ?? {};
      const said = [
        sentence(data),
        ...notes(data),
        lossesText(tests, data.sizes, heldOut),
        testsText(tests, data.sizes),
      ];
      expect(said.join('\n'), JSON.stringify(way)).not.toMatch(/Infinity|NaN|undefined|no number|∞/);
      expect(testsText(tests, data.sizes)).toMatch(/with learned, .+ with rotary and .+ with no position/);
    }
  });

  test('a perplexity that no number holds is said to be huge', async () => {
    expect(perplexityText(Number.POSITIVE_INFINITY)).toBe('over\u00a010³⁰⁷');
    expect(perplexityText(Math.exp(709))).toBe('over\u00a010³⁰⁷');
    expect(perplexityText(1e306)).toBe('1·10³⁰⁶');
    const data = await trained({
      ...small,
      learningRate: 10,
      optimiser: 'momentum',
      steps: 300,
      dimensions: 8,
    });
    expect(sentence(data)).toContain('and over\u00a010³⁰⁷ with');
  });
});

describe('the graph of losses', () => {
  const sizes = { lookBack: 1, length: 16, testLength: 16, dimensions: 8 };

  test.each([
    [0, 'bottom', 1e-12],
    [1e80, 'top', 1e6],
  ])('a loss of %d runs along the %s of the plot', (loss, edge, value) => {
    const known = { learned: { losses: new Float64Array(50).fill(loss), heldOutLosses: new Float64Array() } };
    const seen = { step: 20, heldOut: new Int32Array() };
    const { y, lines } = lossLines({ known, steps: 50, reached: 50, ends: undefined, seen }, { sizes });
    expect(edge === 'top' ? y.max : y.min).toBeCloseTo(value, 12);
    expect(new Set(Array.from(lines[0].y))).toEqual(new Set([edge === 'top' ? y.max : y.min]));
  });
});

const short = await trained({ trainedLength: 16, sequenceLength: 64, dimensions: 8, steps: 20 });

describe('the graph of the test', async () => {
  const { result, sizes } = short;
  if (!result) throw new Error('there is no result');
  const { tests } = result;

  test('says where the learned line ends, and that what comes was never seen', () => {
    const { ends = [], notes: words = [], marks } = testLines(tests, sizes, 1000);
    const { start, losses } = tests.learned;
    expect(ends).toEqual([{ x: 15, y: Math.exp(losses[15 - start]), text: 'learned ends here' }]);
    expect(words.map(({ text }) => text)).toEqual(['trained', 'never seen: the learned table has no row']);
    expect(marks).toEqual([{ value: 15.5, label: '' }]);
  });

  test('shades what was trained on, and its lines are perplexities alone', () => {
    const { shades, lines } = testLines(tests, sizes, 1000);
    expect(shades).toEqual([{ from: 0, to: 15.5 }]);
    expect(lines.map(({ id }) => id).toSorted()).toEqual(Object.keys(tests).toSorted());
    for (const { x } of lines) expect(Array.from(x).every(Number.isInteger)).toBe(true);
  });

  test('where all positions that are tested were trained on, nothing is said to end', () => {
    const { ends, notes: words = [], marks } = testLines(tests, { ...sizes, testLength: 16 }, 1000);
    expect(ends).toEqual([]);
    expect(words.map(({ text }) => text)).toEqual(['trained']);
    expect(marks).toEqual([]);
  });

  test('numbers beyond its scale are told in words, and the axis ends below them', () => {
    const huge = { ...tests, sinusoidal: { ...tests.sinusoidal, losses: new Float64Array(63).fill(800) } };
    const { notes: words = [], y } = testLines(huge, sizes, 1000);
    expect(words.at(-1)?.text).toBe('off the scale, as far as over\u00a010³⁰⁷');
    expect(y.max).toBeCloseTo(1e9, 0);
  });

  test('under it is where the right key was found, an encoding a line', () => {
    const { rugs = [] } = testLines(tests, sizes, 1000);
    expect(rugs.map(({ name }) => name)).toEqual(['learned', 'sinusoidal', 'rotary']);
    expect(rugs.map(({ has }) => has)).toEqual([
      tests.learned.correct,
      tests.sinusoidal.correct,
      tests.rotary.correct,
    ]);
  });
});
