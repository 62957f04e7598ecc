import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Core } from '../../web/core/core.js';
import { MemoryError } from '../../web/core/index.js';
import { claims } from '../../web/figures/comparison/compute.js';
import { verdictTexts } from '../../web/figures/comparison/text.js';
import { figure, frame, part, problem } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] small sizes, so that it is measured in a moment */
const comparison = (attributes) =>
  figure({ figure: 'comparison', positions: '200', dimensions: '32', ...attributes });

/** @param {Scope} element @param {string} selector */
const all = (element, selector) => [
  .../** @type {NodeListOf<HTMLElement>} */ (element.shadowRoot?.querySelectorAll(selector) ?? []),
];

/** @param {Scope} element */
const isMeasured = (element) =>
  vi.waitFor(() => expect(part(element, '.measure').textContent).toBe('Measure again'), { timeout: 30_000 });

/** @param {(query: string) => boolean} isNot which media queries do not match */
function without(isNot) {
  const matches = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => matches(isNot(query) ? 'not all' : query));
}

/** A machine whose pointer is a finger. */
const phone = () => without((query) => query.includes('pointer: fine'));

describe('the table', () => {
  it('has a head for every row and column, and no cell without words', async () => {
    const element = await comparison();
    await isMeasured(element);
    const heads = all(element, '.methods thead th').map(({ textContent }) => textContent ?? '');
    expect(heads.length).toBe(4);
    for (const [i, name] of ['Sinusoidal', 'Rotary', 'Learned', 'Product'].entries())
      expect(heads[i]).toContain(name);
    const rows = all(element, '.methods tbody tr');
    expect(rows.length).toBe(8);
    for (const row of rows) {
      expect(row.querySelectorAll('th[scope="row"]').length).toBe(1);
      const cells = [...row.querySelectorAll('td')];
      expect(cells.length).toBe(4);
      for (const cell of cells) expect(cell.querySelector('div')?.textContent).not.toBe('');
    }
    expect(all(element, '.methods math').length).toBe(4);
    expect(all(element, '.methods .open').length).toBe(0);
    expect(part(element, '[data-row="past"]').textContent).toContain('no row there');
    expect(part(element, '[data-row="memory"]').textContent).toContain('25.6 kB');
  });

  it.each([1280, 1000, 768, 560, 360, 320])('fits %i pixels', async (width) => {
    document.body.style.width = `${width}px`;
    const element = await comparison();
    expect(element.scrollWidth).toBeLessThanOrEqual(element.clientWidth);
    const box = element.getBoundingClientRect();
    for (const item of all(element, '.methods td > div, .methods math, .claims li, .measuring')) {
      const { right, width: own } = item.getBoundingClientRect();
      if (own > 0) expect(right).toBeLessThanOrEqual(box.right + 1);
    }
    for (const cell of all(element, '.methods tbody td')) {
      const inner = /** @type {HTMLElement} */ (cell.querySelector('math') ?? cell.querySelector('.main'));
      expect(inner.getBoundingClientRect().right).toBeLessThanOrEqual(cell.getBoundingClientRect().right + 1);
    }
    const who = /** @type {HTMLElement} */ (part(element, '.methods .who'));
    expect(who.offsetParent !== null).toBe(width < 860);
  });
});

describe('the claims', () => {
  it('show the verdict that follows from the numbers, and the tally counts them', async () => {
    const element = await comparison();
    await isMeasured(element);
    const items = all(element, '.claims li');
    expect(items.length).toBe(claims.length);
    const count = { holds: 0, 'in part': 0, not: 0 };
    for (const item of items) {
      const badge = /** @type {HTMLElement} */ (item.querySelector('.badge'));
      const verdict = /** @type {keyof typeof count} */ (badge.dataset.verdict);
      expect(badge.textContent?.replace(', as printed', '')).toBe(verdictTexts[verdict][0]);
      expect(item.querySelector('.says')?.textContent).toMatch(/\d/);
      count[verdict] += 1;
    }
    const { holds, 'in part': some, not } = count;
    expect(part(element, '.tally').textContent).toBe(`${holds} hold${some} hold in part${not} do not hold`);
    await vi.waitFor(() =>
      expect(element.description).toContain(`${holds} hold, ${some} hold in part and ${not} do not.`),
    );
    expect(part(element, 'figcaption').textContent).toBe(element.description);
    expect(element.description).toContain('a learned table has no row there');
  });

  it('link to the figure that shows them, at the address of this page', async () => {
    const element = await comparison({ seed: '3' });
    const links = all(element, '.claims li a').map((link) => new URL(link.getAttribute('href') ?? ''));
    expect(links.length).toBe(claims.length);
    expect(new Set(links.map(({ searchParams }) => searchParams.get('figure'))).size).toBeGreaterThan(4);
    for (const { origin, searchParams } of links) {
      expect(origin).toBe(location.origin);
      expect(searchParams.get('v')).toBe('1');
    }
    expect(links.filter(({ searchParams }) => searchParams.get('seed') === '3').length).toBeGreaterThan(4);
  });

  it('are folded but for the first group where it is narrow, with what came of them, and open where it is wide', async () => {
    const wide = await comparison();
    expect(all(wide, '.group').every((group) => group.hasAttribute('open'))).toBe(true);
    wide.remove();
    without((query) => query.includes('min-width'));
    const element = await comparison();
    expect(all(element, '.group').map((group) => group.hasAttribute('open'))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    await isMeasured(element);
    const held = all(element, '.group summary').map(({ textContent }) =>
      Number(/ (\d+) of \d+ holds?$/.exec(textContent ?? '')?.[1]),
    );
    const sum = held.reduce((a, b) => a + b, 0);
    expect(part(element, '.tally').textContent).toContain(`${sum} hold`);
    const last = /** @type {HTMLElement} */ (all(element, '.group').at(-1));
    const link = /** @type {HTMLElement} */ (last.querySelector('li a'));
    expect(link.checkVisibility()).toBe(false);
    await userEvent.click(/** @type {HTMLElement} */ (last.querySelector('summary')));
    expect(link.checkVisibility()).toBe(true);
  });

  it('have no verdict on a cost where the clock stands still, and say why', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    const element = await comparison({ seed: '35', positions: '201' });
    await isMeasured(element);
    clock.mockRestore();
    for (const id of ['efficient', 'cheap']) {
      const item = part(element, `[data-claim=${id}]`);
      expect(item.querySelector('.badge')?.textContent).toBe('cannot be judged');
      expect(item.querySelector('.says')?.textContent).toBe('The clock of this browser is too coarse.');
    }
    expect(part(element, '[data-claim=expensive] .says').textContent).toContain('too quick for this clock');
    expect(part(element, '.tally').textContent).toMatch(/2 cannot be judged$/);
    expect(element.shadowRoot?.textContent).not.toMatch(/\b0 ms/);
  });

  it('hide the rules of their verdicts on demand', async () => {
    const element = await comparison();
    const rule = part(element, '.rule span');
    expect(rule.offsetParent).not.toBe(null);
    await userEvent.click(part(element, '.summary input'));
    expect(rule.offsetParent).toBe(null);
    expect(part(element, '.rule a').offsetParent).not.toBe(null);
  });
});

describe('measuring', () => {
  it('starts by itself, shows how far it is, and never twice for the same', async () => {
    const element = await comparison({ seed: '31' });
    const bar = /** @type {any} */ (part(element, 'progress'));
    await vi.waitFor(() => expect(bar.value).toBeGreaterThan(0.1), { timeout: 10_000 });
    expect(bar.hidden).toBe(false);
    expect(part(element, '.measuring .how').textContent).toMatch(/^(training|timing) .+, \d+\u00a0% in all$/);
    await isMeasured(element);
    expect(bar.hidden).toBe(true);
    expect(part(element, '[part=status]').textContent).toMatch(/^Measured: \d+ claims hold/);
    expect(part(element, '.how').textContent).toContain('seed 31');
    const { description } = element;
    element.remove();
    const again = await comparison({ seed: '31' });
    await isMeasured(again);
    expect(again.description).toBe(description);
  });

  it('waits to be asked on a phone', async () => {
    phone();
    const element = await comparison({ seed: '32' });
    await new Promise((done) => setTimeout(done, 700));
    expect(part(element, '.measure').textContent).toBe('Measure here');
    expect(part(element, 'progress').hidden).toBe(true);
    expect(element.description).toContain('more wait for a measurement');
    await userEvent.click(part(element, '.measure'));
    expect(part(element, '.measure').textContent).toBe('Stop');
    await isMeasured(element);
    expect(element.description).not.toContain('wait for a measurement');
  });

  it('stops when told to, and goes on from there', async () => {
    const element = await comparison({ seed: '33' });
    const bar = /** @type {any} */ (part(element, 'progress'));
    await vi.waitFor(() => expect(bar.value).toBeGreaterThan(0.1), { timeout: 10_000, interval: 10 });
    // A real click takes its time, in which all may have been measured.
    part(element, '.measure').click();
    await vi.waitFor(() => expect(part(element, '.measure').textContent).toBe('Measure here'));
    const { description } = element;
    await new Promise((done) => setTimeout(done, 600));
    expect(element.description).toBe(description);
    await userEvent.click(part(element, '.measure'));
    await isMeasured(element);
  });

  it('says that memory lacks, and is done when it is asked for again', async () => {
    phone();
    const element = await comparison({ seed: '35' });
    const trainer = vi.spyOn(Core.prototype, 'trainer').mockImplementation(() => {
      throw new MemoryError('trainer needs more memory than is free');
    });
    await userEvent.click(part(element, '.measure'));
    const how = part(element, '.measuring .how');
    await vi.waitFor(() => expect(how.textContent).toMatch(/^There is not enough memory to measure now/));
    expect(part(element, '.measure').textContent).toBe('Measure here');
    expect(part(element, 'progress').hidden).toBe(true);
    expect(part(element, '[part=status]').textContent).toMatch(/not enough memory/);
    trainer.mockRestore();
    await userEvent.click(part(element, '.measure'));
    await isMeasured(element);
    expect(how.textContent).toContain('seed 35');
  });

  it('does nothing off screen', async () => {
    const above = document.createElement('div');
    above.style.height = '5000px';
    const element = await comparison({ seed: '34' });
    const bar = /** @type {any} */ (part(element, 'progress'));
    await vi.waitFor(() => expect(bar.value).toBeGreaterThan(0.05), { timeout: 10_000 });
    document.body.prepend(above);
    await frame();
    await new Promise((done) => setTimeout(done, 300));
    const { value } = bar;
    await new Promise((done) => setTimeout(done, 500));
    expect(bar.value).toBe(value);
    above.remove();
    await isMeasured(element);
  });

  it('is done anew for other sizes, and forgets none', async () => {
    const element = await comparison();
    await isMeasured(element);
    element.change({ positions: 100 });
    await frame();
    await frame();
    expect(part(element, '[data-row="time"]').textContent).toContain('100 positions');
    expect(part(element, '[data-row="time"] .main').textContent).toBe('not measured yet');
    await isMeasured(element);
    element.change({ positions: 200 });
    await frame();
    await frame();
    expect(part(element, '[data-row="time"] .main').textContent).toContain('ms');
  });
});

test('odd dimensions are refused in words beside their control', async () => {
  const element = await comparison();
  element.change({ dimensions: 33 });
  await vi.waitFor(() => expect(problem(element, 'dimensions')).toContain('must be even for rotary'));
  expect(element.settings.dimensions).toBe(32);
});

test('the console stays silent, in both themes', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const element = await comparison({ theme: 'dark' });
  element.change({ theme: 'light' });
  await isMeasured(element);
  element.remove();
  await frame();
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
