import { afterEach, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { queryOf } from '../../web/figures/comparison/claims/claim.js';
import { claims, compute } from '../../web/figures/comparison/compute.js';
import { measure } from '../../web/figures/comparison/measuring.js';
import { pastText, shareText } from '../../web/figures/comparison/text.js';
import { brief, fixed, lossText, perplexityText, whole } from '../../web/figures/shared/numbers.js';
import { change, defaultsOf, readLink } from '../../web/settings/index.js';
import { figure } from './element-support.js';

afterEach(() => document.body.replaceChildren());

const core = await loadCore();
const { settings } = change(defaultsOf('comparison'), { positions: 500, dimensions: 64 });
for (const _ of measure(core, settings));
const facts = compute(core, settings);

/** What the figure that a claim links to must say, of the numbers that the claim is judged by. @type {Record<string, (numbers: any) => string[]>} */
const shown = {
  dramatic: ({ sum }) => [`from ${fixed(sum.least, 2)} to ${fixed(sum.greatest, 2)}`],
  chaos: () => ['leaves the magnitude at 1.000'],
  perplexity: (past) => [`${pastText(past)} with sinusoidal positions`],
  fixed: (past) => [`${pastText(past)} with sinusoidal positions`],
  reasonably: (past) => [`${pastText(past)} with sinusoidal positions`],
  flexibility: ({ sinusoidal }) => [`${pastText(sinusoidal)} with sinusoidal positions`],
  cheap: ({ share }) => [`adding to all vectors takes ${shareText(share)}`],
  shifts: ({ size }) => [`by ${fixed(size, 3)}`],
  counterclockwise: ({ greatest }) => [`the same ${brief(greatest)}° at every step`],
  patterns: ({ spread, other }) => [brief(spread.size), `by ${fixed(other.size, 3)}`],
  reduced: ({ rotary, sinusoidal }) => [
    `${pastText(rotary)} with rotary positions`,
    `${pastText(sinusoidal)} with sinusoidal positions`,
  ],
  'pair-zero': ({ pairs, slowest }) => [`${pairs} pairs`, `${brief(slowest)} positions`],
  order: ({ after }) => [`the score stays ${fixed(after, 3, 1)}`],
  longer: (past) => [`${pastText(past)} with rotary positions`],
  efficient: ({ share }) => [`turning all queries and keys ${shareText(share)}`],
  'unit-circle': ({ first }) => [`leaves the magnitude at ${fixed(first, 3)}`],
  complex: ({ least, greatest }) => [`from ${fixed(least, 2)} to ${fixed(greatest, 2)}`],
  translations: ({ spread }) => [`by ${fixed(spread.size, 3)}`],
  robustness: ({ lost }) => [`at position 0 feature ${lost[0]} is multiplied by 0`],
  extrapolate: ({ longest }) => [`The printed class ends at position ${whole(longest - 1)}.`],
  overfit: ({ heldOut }) => [`the loss is ${lossText(Math.log(heldOut))} with learned positions`],
  resources: ({ own, rows }) => [`changes ${whole(own)} of ${whole(rows)} numbers in a table’s rows`],
  expensive: ({ learned, sinusoidal, rotary }) => [
    `${whole(learned)} with a table, ${whole(sinusoidal)} with sinusoidal and ${whole(rotary)} with rotary`,
  ],
  lookup: () => ['a word is the same vector wherever it stands'],
  'order-blind': ({ perplexity }) => [perplexityText(perplexity)],
};

const links = claims.map((claim) => {
  const link = claim.link(settings);
  const numbers = shown[claim.id]?.(claim.measure(facts)) ?? [];
  return { id: claim.id, figure: link.figure, query: queryOf(link), numbers };
});

test('every claim has a link, and a number to find there', () => {
  expect(links.length).toBeGreaterThanOrEqual(20);
  for (const { id, numbers } of links) expect(numbers.length, id).toBeGreaterThan(0);
});

test.each(links)(
  'the link of $id opens $figure with its numbers',
  {
    timeout: 90_000,
  },
  async ({ query, numbers }) => {
    const [entries] = readLink(query);
    const element = await figure({ controls: 'few', ...Object.fromEntries(entries) });
    expect(element.link).toBe(query);
    await vi.waitFor(
      () => {
        for (const number of numbers) expect(element.description).toContain(number);
      },
      { timeout: 80_000, interval: 200 },
    );
  },
);
