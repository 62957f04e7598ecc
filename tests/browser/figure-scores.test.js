import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { liveCharts } from '../../web/charts/index.js';
import { bytesOf, pixelAt } from './charts-support.js';
import { frame, part } from './element-support.js';
import { canvas, dotOn, middleOf, panel, pointer, scores } from './figure-scores-support.js';

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
});

test('playing drags both along: one score stays, the other changes', async () => {
  const element = await scores({ speed: '8', at: '0' });
  const [sum, rotary] = [panel(element, 'sinusoidal'), panel(element, 'rotary')];
  expect(sum('.verdict').textContent).toBe('the score changes');
  expect(rotary('.verdict').textContent).toBe('the score stays');
  const before = { sum: sum('.score').textContent, rotary: rotary('.score').textContent };
  const arrows = canvas(element, 'arrows', 'rotary').toDataURL();
  /** @type {Set<string | null>} */
  const seen = new Set();
  await userEvent.click(part(element, '[part=play]'));
  await vi.waitFor(() => {
    seen.add(rotary('.score').textContent);
    expect(element.position).toBeGreaterThan(6);
  });
  await userEvent.click(part(element, '[part=play]'));
  await frame();
  expect([...seen]).toEqual([before.rotary]);
  expect(sum('.score').textContent).not.toBe(before.sum);
  expect(canvas(element, 'arrows', 'rotary').toDataURL()).not.toBe(arrows);
});

test('the playhead ends where the query stands at the last position', async () => {
  const element = await scores({ distance: '10' });
  expect(element.position).toBe(21);
  const rail = part(element, 'input[part=rail]');
  expect(rail.max).toBe('21');
  element.change({ distance: 0 });
  await frame();
  expect(element.position).toBe(31);
  expect(rail.max).toBe('31');
  element.change({ at: 31 });
  element.change({ distance: -12 });
  await frame();
  expect(element.settings.at).toBe(19);
  expect(part(element, '.notes').textContent).toContain(
    'at is now 19, the last of 32 positions for two tokens 12 apart',
  );
  element.change({ distance: -31 });
  await frame();
  expect(part(element, '[part=play]').disabled).toBe(true);
});

test('each encoding has a panel of its own, which stays when others come and go', async () => {
  const element = await scores({ methods: 'rotary' });
  const before = canvas(element, 'matrix', 'rotary');
  const charts = liveCharts();
  element.change({ methods: ['learned', 'rotary', 'alibi'] });
  await frame();
  const titles = () =>
    Array.from(element.shadowRoot?.querySelectorAll('.panel') ?? [], (each) => each.ariaLabel);
  expect(titles()).toEqual(['Learned', 'Rotary', 'ALiBi']);
  expect(canvas(element, 'matrix', 'rotary')).toBe(before);
  expect(liveCharts()).toBe(3 * charts);
  element.change({ methods: ['rotary'] });
  await frame();
  expect(titles()).toEqual(['Rotary']);
  expect(liveCharts()).toBe(charts);
});

test('ALiBi masks keys ahead, and says so', async () => {
  const element = await scores({ methods: 'alibi t5', distance: '-3', at: '2' });
  const alibi = panel(element, 'alibi');
  expect(alibi('.verdict').textContent).toBe('the score is masked');
  expect(alibi('.score').textContent).toBe('masked');
  expect(dotOn(element, 'alibi')).toBeUndefined();
  pointer(element, 'alibi', 'pointermove', middleOf(element, 'alibi', 4, 9));
  expect(alibi('.readout').textContent).toBe('query at 4, key at 9: masked');
  const { x, y } = middleOf(element, 'alibi', 2, 25);
  expect(pixelAt(canvas(element, 'matrix', 'alibi'), x, y)).toEqual(bytesOf('#ffffff'));
  expect(panel(element, 't5')('.verdict').textContent).toBe('the score stays');
  element.change({ distance: 3 });
  await frame();
  expect(dotOn(element, 'alibi')).toBeDefined();
  expect(alibi('.formula').textContent).toContain('0.5');
});

test('the trap is called one beside the product', async () => {
  const element = await scores({ methods: 'product rotary', tokens: 'equal' });
  expect(panel(element, 'product')('.verdict').textContent).toBe('the score stays by chance');
  expect(part(element, '.notes').textContent).toContain('That is a trap');
  const threads = part(element, '.reports');
  expect(threads.textContent).toMatch(/how-to-train-your-gpt #11$/);
  element.change({ methods: ['sinusoidal', 'alibi'] });
  await frame();
  expect(part(element, '.notes').textContent).toContain('Tick “Product” to see it');
  expect(threads.textContent).toContain('ml-explore/mlx #343');
  element.change({ methods: ['product', 'rotary'] });
  element.change({ tokens: 'general' });
  await frame();
  expect(panel(element, 'product')('.verdict').textContent).toBe('the score changes');
  expect(part(element, '.notes').textContent).toBe('');
  expect(threads.textContent).toBe('');
});

test('a panel that stops to spread looks like one that never did', async () => {
  const opened = await scores({ methods: 'product', tokens: 'equal' });
  const flat = canvas(opened, 'spread', 'product').toDataURL();
  opened.change({ tokens: 'general' });
  await frame();
  expect(canvas(opened, 'spread', 'product').toDataURL()).not.toBe(flat);
  opened.change({ tokens: 'equal' });
  await frame();
  expect(canvas(opened, 'spread', 'product').toDataURL()).toBe(flat);
});

test('a query of one’s own is typed, refused in words, and taken back', async () => {
  const element = await scores({ methods: 'none', dimensions: '2' });
  const input = /** @type {HTMLInputElement} */ (
    element.shadowRoot?.querySelector('[data-control="query"] input')
  );
  expect(input.value).toBe('');
  await userEvent.fill(input, '2, -1');
  expect(element.settings.query).toEqual([2, -1]);
  await userEvent.fill(input, '2,x');
  input.dispatchEvent(new Event('change'));
  expect(element.settings.query).toEqual([2, -1]);
  await frame();
  expect(part(element, '[data-problem="query"]').textContent).toContain('or not set, got "2,x"');
  await userEvent.fill(input, '');
  input.dispatchEvent(new Event('change'));
  expect(element.settings.query).toBeUndefined();
});

test('a screen reader gets the same numbers as the eye', async () => {
  const element = await scores({ at: '3' });
  expect(element.description).toContain('Rotary: the score stays −8.106 wherever the two stand.');
  for (const what of /** @type {const} */ (['arrows', 'matrix'])) {
    expect(canvas(element, what, 'rotary').getAttribute('role')).toBe('img');
    const label = canvas(element, what, 'rotary').getAttribute('aria-label') ?? '';
    expect(label).toMatch(/^Rotary: /);
    expect(label).not.toContain('Sinusoidal');
  }
  const sentences = /** @type {const} */ (['arrows', 'matrix']).map((what) =>
    canvas(element, what, 'sinusoidal').getAttribute('aria-label'),
  );
  expect(sentences[0]).toContain('the score changes from −1.848 to 6.200');
  expect(sentences[1]).toContain('it changes most at distance');
  const box = panel(element, 'rotary')('.matrix');
  expect(box.getAttribute('role')).toBe('application');
  expect(box.getAttribute('aria-label')).toContain('Page Up and Page Down both along together');
  expect(element.shadowRoot?.querySelectorAll('.scores [tabindex="0"]').length).toBe(2);
  for (const hidden of /** @type {const} */ (['line', 'spread'])) {
    expect(canvas(element, hidden, 'rotary').getAttribute('aria-hidden')).toBe('true');
  }
});

test.each([1392, 1000, 720, 330, 300, 272])('all of it fits %i pixels', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await scores({
    methods: 'sinusoidal rotary product learned none alibi t5',
    positions: '200',
    at: '150.3',
  });
  const body = part(element, '.scores');
  expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  for (const each of element.shadowRoot?.querySelectorAll('.panel') ?? []) {
    expect(each.scrollWidth).toBeLessThanOrEqual(each.clientWidth);
    const matrix = /** @type {HTMLElement} */ (each.querySelector('.matrix'));
    const { width: across, height } = matrix.getBoundingClientRect();
    expect(across / height).toBeCloseTo(1, 1);
    const score = /** @type {HTMLElement} */ (each.querySelector('.score'));
    expect(score.scrollWidth).toBeLessThanOrEqual(score.clientWidth);
    const right = /** @type {Element} */ (score.parentElement).getBoundingClientRect().right;
    expect(right).toBeLessThanOrEqual(each.getBoundingClientRect().right + 0.5);
  }
});
