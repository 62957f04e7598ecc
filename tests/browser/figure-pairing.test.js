import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { colorAt } from '../../web/charts/index.js';
import { apart, bytesOf, pixelAt } from './charts-support.js';
import { frame, part } from './element-support.js';
import { all, canvases, dialsOf, numbers, pairing, playheadAt, scores } from './figure-pairing-support.js';

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** Where a thick hand is seen to point. @param {HTMLCanvasElement} canvas @param {{ x: number, y: number, radius: number }} dial @param {string} color */
function seenAngle(canvas, { x, y, radius }, color) {
  let [across, up] = [0, 0];
  for (let step = 0; step < 360; step += 1) {
    const angle = (2 * Math.PI * step) / 360;
    const at = pixelAt(canvas, x + 0.6 * radius * Math.cos(angle), y - 0.6 * radius * Math.sin(angle));
    if (apart(at, bytesOf(color)) > 60) continue;
    across += Math.cos(angle);
    up += Math.sin(angle);
  }
  return Math.hypot(across, up) > 0 ? Math.atan2(up, across) : Number.NaN;
}

/** @param {number} one @param {number} other radians */
const turned = (one, other) => Math.abs(Math.atan2(Math.sin(one - other), Math.cos(one - other)));

test('every dial shows the angle that its way gives the feature', async () => {
  // At distance 0 query and key stand together, so that the hands do not cross each other's colours.
  const element = await pairing({ distance: '0', at: '37' });
  const color = colorAt(37 / 103, 'light');
  const expected = [
    [0, 0, 1, 1, 2, 2, 3, 3],
    [0, 1, 2, 3, 0, 1, 2, 3],
    [0, 0, 1, 1, 2, 2, 3, 3],
  ];
  expected.forEach((angles, way) => {
    const canvas = /** @type {HTMLCanvasElement} */ (canvases(element)[way]);
    const dials = dialsOf(canvas);
    expect(dials.length).toBe(8);
    dials.forEach((dial, place) => {
      const angle = 37 * 10000 ** (-Number(angles[place]) / 4);
      expect(turned(seenAngle(canvas, dial, color), angle), `${way}, ${place}`).toBeLessThan(0.15);
    });
  });
});

test('arcs join the features that turn together, and those of the mixture are broken', async () => {
  const element = await pairing({ at: '37' });
  /** How much of an arc between two places is seen, in percent of a part of it, in degrees from its left foot. */
  const inked = (
    /** @type {number} */ way,
    /** @type {[number, number]} */ [from, to],
    /** @type {[number, number]} */ [start, end],
  ) => {
    const canvas = /** @type {HTMLCanvasElement} */ (canvases(element)[way]);
    const dials = dialsOf(canvas);
    const [one, other] = [/** @type {any} */ (dials[from]), /** @type {any} */ (dials[to])];
    const halfWidth = (other.x - one.x) / 2;
    const rise = Math.min(canvas.clientWidth * 0.21, 12 + 0.72 * halfWidth);
    let count = 0;
    for (let percent = 0; percent < 100; percent += 1) {
      const angle = (Math.PI * (start + ((end - start) * percent) / 100)) / 180;
      const x = one.x + halfWidth - halfWidth * Math.cos(angle);
      const y = one.y - one.radius - rise * Math.sin(angle);
      if (apart(pixelAt(canvas, x, y), bytesOf('#1c1b22')) < 200) count += 1;
    }
    return count;
  };
  expect(inked(0, [0, 1], [15, 165])).toBeGreaterThan(95);
  expect(inked(0, [6, 7], [15, 165])).toBeGreaterThan(95);
  expect(inked(1, [0, 4], [15, 60])).toBeGreaterThan(95);
  expect(inked(1, [0, 1], [75, 105])).toBe(0);
  expect(inked(0, [0, 4], [75, 105])).toBe(0);
  expect(inked(0, [1, 2], [45, 135])).toBe(0);
  const broken = inked(2, [0, 4], [15, 60]);
  expect(broken).toBeGreaterThan(25);
  expect(broken).toBeLessThan(80);
});

test('right scores stay while the two go along, and the mixture’s does not', async () => {
  const element = await pairing({ at: '103' });
  expect(numbers(element, 'first').map(([key, query]) => [key, query])).toEqual([
    [3, 7],
    [3, 7],
    [3, 7],
  ]);
  const before = scores(element, 'first');
  expect(scores(element, 'here').slice(0, 2)).toEqual(before.slice(0, 2));
  expect(before[0]).not.toBe(before[1]);
  expect(Math.abs(Number(scores(element, 'here')[2]) - Number(before[2]))).toBeGreaterThan(1);
  for (const at of [0, 17, 50.25]) {
    element.change({ at });
    await frame();
    const [interleaved, half, mixed] = numbers(element, 'here');
    expect(interleaved?.[0]).toBeCloseTo(at, 0);
    expect([interleaved?.[2], half?.[2]]).toEqual(before.slice(0, 2));
    expect(interleaved?.[3]).toBe(half?.[3]);
    expect(mixed?.[2]).not.toBe(before[2]);
  }
  expect(all(element, '.verdict').map((line) => line.classList.contains('bad'))).toEqual([
    false,
    false,
    true,
  ]);
});

test('playing moves hands, cursor and the mixture’s score', async () => {
  const element = await pairing({ speed: '20' });
  await userEvent.click(part(element, '[part=play]'));
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(2));
  const [pictures, playhead, before] = [
    canvases(element).map((c) => c.toDataURL()),
    playheadAt(element),
    scores(element, 'here'),
  ];
  expect(playhead).toBeGreaterThan(0);
  await vi.waitFor(() => expect(element.position).toBeGreaterThan(20), 8000);
  await userEvent.click(part(element, '[part=play]'));
  await frame();
  canvases(element).forEach((canvas, i) => {
    expect(canvas.toDataURL()).not.toBe(pictures[i]);
  });
  const now = scores(element, 'here');
  expect(now.slice(0, 2)).toEqual(before.slice(0, 2));
  expect(now[2]).not.toBe(before[2]);
  expect(playheadAt(element)).toBeGreaterThan(playhead + 50);
});

test.each([
  [1000, '8'],
  [760, '8'],
  [640, '8'],
  [330, '8'],
  [300, '64'],
  [1000, '64'],
])('%i pixels hold %s dimensions, with nothing beyond the edge', async (width, dimensions) => {
  document.body.style.width = `${width}px`;
  const element = await pairing({ dimensions, at: '3' });
  for (const canvas of canvases(element)) {
    const dials = dialsOf(canvas);
    expect(dials.length).toBe(Number(dimensions));
    for (const { x, y, radius } of dials) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(canvas.clientWidth);
      expect(y + radius).toBeLessThan(canvas.clientHeight);
    }
  }
  const body = part(element, '.pairing');
  expect(body.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  const names = part(element, '.overview .legend');
  expect(names.getClientRects().length === 0).toBe(width > 600);
  if (width <= 600) expect(names.textContent).toContain('Mixed up');
});

test('a screen reader gets the same numbers as the eye, in both themes, and the console stays silent', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const element = await pairing({ theme: 'light', at: '5' });
  const labels = all(element, '.pairing canvas').map((canvas) => canvas.getAttribute('aria-label') ?? '');
  expect(labels.length).toBe(4);
  expect(all(element, '.pairing canvas[role=img]').length).toBe(4);
  ['Interleaved, 2i', 'Half, i with', 'Mixed up, a bug', 'Score of a query'].forEach((begin, i) => {
    expect(labels[i]?.startsWith(begin), labels[i]).toBe(true);
    expect(labels[i]).toMatch(/−?\d\.\d{4}/);
  });
  for (const [i, box] of all(element, '.way .plot').entries()) {
    const name = ['Interleaved', 'Half', 'Mixed up'][i];
    expect(box.getAttribute('aria-label')).toBe(`${labels[i]} Arrow keys go from feature to feature.`);
    expect(all(element, '.way')[i]?.getAttribute('aria-label')).toBe(name);
  }
  const [canvas] = /** @type {[HTMLCanvasElement]} */ (canvases(element));
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf('#ffffff'));
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  expect(pixelAt(canvas, 2, 2)).toEqual(bytesOf('#17191f'));
  element.remove();
  for (const call of said) expect(call).not.toHaveBeenCalled();
});
