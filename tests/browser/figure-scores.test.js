import { Chart } from 'chart.js';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { divergingColor } from '../../web/charts/heat-map.js';
import { colorAt, liveCharts } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { figure, frame, part } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] */
const scores = (attributes) => figure({ figure: 'scores', theme: 'light', ...attributes });

/** @param {Scope} element @param {'arrows' | 'matrix' | 'line' | 'spread'} what @param {string} name */
const canvas = (element, what, name) =>
  /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (part(element, `canvas[data-${what}="${name}"]`)));

/** @param {Scope} element @param {string} name */
function panel(element, name) {
  const found = canvas(element, 'arrows', name).closest('.panel');
  if (!found) throw new Error(`there is no ${name}`);
  return (/** @type {string} */ selector) => /** @type {HTMLElement} */ (found.querySelector(selector));
}

/** Where the middle of a cell is seen in the window. @param {Scope} element @param {string} name @param {number} query @param {number} key */
function middleOf(element, name, query, key) {
  const map = canvas(element, 'matrix', name);
  const box = map.getBoundingClientRect();
  const size = element.settings.positions;
  const area = /** @type {import('chart.js').ChartArea} */ (chartOf(map).chartArea);
  const place = {
    x: area.left + ((key + 0.5) * area.width) / size,
    y: area.top + ((query + 0.5) * area.height) / size,
  };
  return { ...place, clientX: box.left + place.x, clientY: box.top + place.y };
}

/** @param {HTMLCanvasElement} of @returns {import('chart.js').Chart} */
function chartOf(of) {
  const found = Chart.getChart(of);
  if (!found) throw new Error('there is no chart');
  return found;
}

/** @param {Scope} element @param {string} name @param {string} type @param {{ clientX: number, clientY: number }} at @param {Partial<PointerEventInit>} [more] */
const pointer = (element, name, type, { clientX, clientY }, more) =>
  canvas(element, 'matrix', name).dispatchEvent(
    new PointerEvent(type, {
      clientX,
      clientY,
      pointerId: 1,
      pointerType: 'mouse',
      bubbles: true,
      composed: true,
      ...more,
    }),
  );

/** @param {string} text */
const numberOf = (text) => Number(text.replace('−', '-'));

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

test('the arrows are seen at the angles that rotary gives them', async () => {
  const element = await scores({
    methods: 'rotary',
    dimensions: '2',
    query: '3,0',
    key: '2,0',
    distance: '1',
    positions: '9',
    at: '4',
  });
  const plot = canvas(element, 'arrows', 'rotary');
  const { x: across, y: up } = chartOf(plot).scales;
  const units = [across, up].map((axis) =>
    Math.abs(Number(axis?.getPixelForValue(1)) - Number(axis?.getPixelForValue(0))),
  );
  expect(units[0]).toBeCloseTo(Number(units[1]), 1);
  for (const [angle, length, position] of /** @type {const} */ ([
    [5, 3, 5],
    [4, 2, 4],
  ])) {
    const x = Number(across?.getPixelForValue(0.7 * length * Math.cos(angle)));
    const y = Number(up?.getPixelForValue(0.7 * length * Math.sin(angle)));
    const color = bytesOf(colorAt(position / 8, 'light'));
    expect(apart(pixelAt(plot, x, y), color), `${length}`).toBeLessThan(40);
  }
});

test('a matrix has the colour of each score, with zero in the plot’s', async () => {
  const element = await scores({ positions: '12', methods: 'sinusoidal rotary none', at: '2' });
  const map = canvas(element, 'matrix', 'rotary');
  const said = part(element, '[part=status]');
  const limit = numberOf(panel(element, 'rotary')('.ruler span:last-child').textContent ?? '');
  for (const [query, key] of /** @type {const} */ ([
    [0, 9],
    [9, 0],
    [11, 11],
    [5, 8],
  ])) {
    const { x, y, clientX, clientY } = middleOf(element, 'rotary', query, key);
    const seen = pixelAt(map, x, y);
    canvas(element, 'matrix', 'rotary').dispatchEvent(
      new MouseEvent('click', { clientX, clientY, bubbles: true }),
    );
    await frame();
    const text = said.textContent ?? '';
    expect(text).toMatch(new RegExp(`^query at ${query}, key at ${key}: score −?\\d+\\.\\d{3}$`));
    const share = numberOf(text.split('score ')[1] ?? '') / limit;
    expect(apart(seen, bytesOf(divergingColor(share, 'light'))), text).toBeLessThan(4);
  }
  element.remove();
  const zero = await scores({ positions: '4', methods: 'none', query: '1,0', key: '0,1', distance: '0' });
  const { x, y } = middleOf(zero, 'none', 3, 1);
  expect(pixelAt(canvas(zero, 'matrix', 'none'), x, y)).toEqual(bytesOf('#ffffff'));
});

test('a click on a cell moves query and key there', async () => {
  const element = await scores();
  const click = (/** @type {number} */ query, /** @type {number} */ key) => {
    const at = middleOf(element, 'rotary', query, key);
    canvas(element, 'matrix', 'rotary').dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }));
  };
  click(20, 3);
  expect(element.settings).toMatchObject({ distance: 17, at: 3 });
  await frame();
  expect(element.position).toBe(3);
  expect(part(element, '.where').textContent).toBe('key (k) at position 3query (q) at position 20');
  click(2, 30);
  expect(element.settings).toMatchObject({ distance: -28, at: 2 });
  await frame();
  expect(part(element, '.where').textContent).toBe('key (k) at position 30query (q) at position 2');
  expect(part(element, 'input[part=rail]').max).toBe('3');
});

test('a pointer reads a cell, and drags query and key', async () => {
  const element = await scores();
  const readout = panel(element, 'rotary')('.readout');
  expect(readout.hidden).toBe(true);
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 7, 21));
  expect(readout.hidden).toBe(false);
  expect(readout.textContent).toMatch(/^query at 7, key at 21: score −?\d/);
  expect(element.settings.distance).toBe(4);
  pointer(element, 'rotary', 'pointerleave', middleOf(element, 'rotary', 7, 21));
  pointer(element, 'rotary', 'pointermove', { clientX: 0, clientY: 0 });
  expect(readout.hidden).toBe(true);
  const box = panel(element, 'rotary')('.matrix');
  box.setPointerCapture = () => {};
  pointer(element, 'rotary', 'pointerdown', middleOf(element, 'rotary', 9, 9));
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10));
  expect(element.settings).toMatchObject({ distance: 2, at: 10 });
  pointer(element, 'rotary', 'pointermove', { clientX: -50, clientY: -50 });
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
  pointer(element, 'rotary', 'pointerup', { clientX: -50, clientY: -50 });
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10));
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
});

test('a finger scrolls the page over a matrix, and taps a cell', async () => {
  const element = await scores();
  const at = middleOf(element, 'rotary', 9, 9);
  pointer(element, 'rotary', 'pointerdown', at, { pointerType: 'touch' });
  pointer(element, 'rotary', 'pointermove', middleOf(element, 'rotary', 12, 10), { pointerType: 'touch' });
  expect(element.settings.distance).toBe(4);
  expect(getComputedStyle(panel(element, 'rotary')('.matrix')).touchAction).toBe('manipulation');
});

test('keys move the query, the key, and both along together', async () => {
  const element = await scores({ at: '10' });
  const status = part(element, '[part=status]');
  panel(element, 'rotary')('.matrix').focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(element.settings).toMatchObject({ distance: 5, at: 10 });
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(element.settings).toMatchObject({ distance: 3, at: 12 });
  await userEvent.keyboard('{PageDown}');
  expect(element.settings).toMatchObject({ distance: 3, at: 13 });
  const before = status.textContent?.split('score ')[1];
  expect(status.textContent).toMatch(/^query at 16, key at 13: score −?\d/);
  await userEvent.keyboard('{End}');
  expect(element.settings).toMatchObject({ distance: 3, at: 28 });
  expect(status.textContent).toBe(`query at 31, key at 28: score ${before}`);
  await userEvent.keyboard('{PageDown}{ArrowDown}');
  expect(element.settings).toMatchObject({ distance: 3, at: 28 });
  await userEvent.keyboard('{Home}{Shift>}{ArrowUp}{/Shift}');
  expect(element.settings).toMatchObject({ distance: 0, at: 0 });
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
  expect(element.settings).toMatchObject({ distance: -1, at: 0 });
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

test('the spread is seen as bars, and none for rotary', async () => {
  const element = await scores({ at: '5' });
  const inked = (/** @type {string} */ name) => {
    const bars = canvas(element, 'spread', name);
    const { left, right, bottom } = chartOf(bars).chartArea;
    let count = 0;
    for (let x = left + 1; x < right; x += 1) {
      const pixel = pixelAt(bars, x, bottom - 6);
      const alpha = bars
        .getContext('2d')
        ?.getImageData(x * devicePixelRatio, (bottom - 6) * devicePixelRatio, 1, 1).data[3];
      if (alpha === 255 && apart(pixel, [255, 255, 255]) > 40) count += 1;
    }
    return count / (right - left);
  };
  expect(inked('sinusoidal')).toBeGreaterThan(0.6);
  expect(inked('rotary')).toBe(0);
  expect(panel(element, 'rotary')('.spread b').textContent).toBe('0');
  expect(panel(element, 'rotary')('.spread b').title).toMatch(/rounding/);
  expect(numberOf(panel(element, 'sinusoidal')('.spread b').textContent ?? '')).toBeGreaterThan(5);
});

test('the dot on the line is at the score', async () => {
  const element = await scores({ at: '5' });
  const heights = (/** @type {string} */ name) => {
    const dot = panel(element, name)('.dot').getBoundingClientRect();
    const box = canvas(element, 'line', name).getBoundingClientRect();
    return { x: dot.left + dot.width / 2 - box.left, y: dot.top + dot.height / 2 - box.top };
  };
  const rotary = heights('rotary');
  const sum = heights('sinusoidal');
  element.change({ at: 14.5 });
  await frame();
  await frame();
  expect(heights('rotary').y).toBeCloseTo(rotary.y, 0);
  expect(heights('rotary').x).toBeGreaterThan(rotary.x + 20);
  expect(Math.abs(heights('sinusoidal').y - sum.y)).toBeGreaterThan(5);
  const { scales } = chartOf(canvas(element, 'line', 'sinusoidal'));
  const score = numberOf(panel(element, 'sinusoidal')('.score').textContent ?? '');
  expect(heights('sinusoidal').y).toBeCloseTo(Number(scales.y?.getPixelForValue(score)), 0);
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
  expect(alibi('.dot').hidden).toBe(true);
  pointer(element, 'alibi', 'pointermove', middleOf(element, 'alibi', 4, 9));
  expect(alibi('.readout').textContent).toBe('query at 4, key at 9: masked');
  const { x, y } = middleOf(element, 'alibi', 2, 25);
  expect(pixelAt(canvas(element, 'matrix', 'alibi'), x, y)).toEqual(bytesOf('#ffffff'));
  expect(panel(element, 't5')('.verdict').textContent).toBe('the score stays');
  element.change({ distance: 3 });
  await frame();
  expect(alibi('.dot').hidden).toBe(false);
  expect(alibi('.formula').textContent).toContain('0.5');
});

test('the trap is called one beside the product', async () => {
  const element = await scores({ methods: 'product rotary', tokens: 'equal' });
  expect(panel(element, 'product')('.verdict').textContent).toBe('the score stays by chance');
  expect(part(element, '.notes').textContent).toContain('That is a trap');
  element.change({ tokens: 'general' });
  await frame();
  expect(panel(element, 'product')('.verdict').textContent).toBe('the score changes');
  expect(part(element, '.notes').textContent).toBe('');
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
    expect(canvas(element, what, 'rotary').getAttribute('aria-label')).toBe(element.description);
  }
  const box = panel(element, 'rotary')('.matrix');
  expect(box.getAttribute('role')).toBe('application');
  expect(box.getAttribute('aria-label')).toContain('Page Up and Page Down both along together');
  expect(element.shadowRoot?.querySelectorAll('.scores [tabindex="0"]').length).toBe(2);
  for (const hidden of ['line', 'spread']) {
    expect(part(element, `canvas[data-${hidden}="rotary"]`).getAttribute('aria-hidden')).toBe('true');
  }
});

test.each([1392, 1000, 720, 330, 300])('all of it fits %i pixels', async (width) => {
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
  }
});

test('another theme gives other grounds, and the console stays silent', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const element = await scores({ at: '5', methods: 'none rotary', query: '1,0', key: '0,1' });
  const corner = () => pixelAt(canvas(element, 'line', 'rotary'), 1, 1);
  const cell = () => {
    const { x, y } = middleOf(element, 'none', 20, 3);
    return pixelAt(canvas(element, 'matrix', 'none'), x, y);
  };
  expect([corner(), cell()]).toEqual([bytesOf('#ffffff'), bytesOf('#ffffff')]);
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  expect([corner(), cell()]).toEqual([bytesOf('#17191f'), bytesOf('#17191f')]);
  const charts = liveCharts();
  element.remove();
  expect(liveCharts()).toBe(charts - 8);
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
