import { afterEach, expect, test, vi } from 'vitest';
import { loadCore } from '../../web/core/index.js';
import { claims, judge, linksOf } from '../../web/figures/comparison/claims/index.js';
import { keep, measuredOf, tasksOf } from '../../web/figures/comparison/measured.js';
import { Job } from '../../web/figures/comparison/measuring.js';
import { change, defaultsOf, readLink } from '../../web/settings/index.js';
import { figure } from './element-support.js';

afterEach(() => document.body.replaceChildren());

const core = await loadCore();
const { settings } = change(defaultsOf('comparison'), { positions: 500, dimensions: 64 });
const job = new Job(tasksOf(core, settings), (key, result) => keep(core, key, result));
while (!job.isDone) job.slice(50);
const measured = measuredOf(core, settings);
const links = linksOf(
  claims.map((claim) => judge(claim, core, settings, measured)),
  settings,
);

test('every claim has a link, and a number to find there', () => {
  expect(links.length).toBe(claims.length);
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
    const element = await figure(Object.fromEntries(entries));
    expect(element.link).toBe(query);
    await vi.waitFor(
      () => {
        for (const number of numbers) expect(element.description).toContain(number);
      },
      { timeout: 80_000, interval: 200 },
    );
  },
);
