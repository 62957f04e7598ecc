import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { frame, part, problem } from './element-support.js';
import { all, canvases, dialsOf, pairing, scores } from './figure-pairing-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Scope} element @param {string} name */
const control = (element, name) => part(element, `[data-control="${name}"] input`);

/** Waits until features and lines have come to rest. */
const rest = () => new Promise((done) => setTimeout(done, 650));

test('the switch permutes the weights by pointer and by key, and half agrees with interleaved', async () => {
  const element = await pairing({ at: '60' });
  const told = vi.fn();
  element.addEventListener('change', told);
  const [one, two] = scores(element, 'here');
  expect(one).not.toBe(two);
  const still = canvases(element)[0]?.toDataURL();
  const half = canvases(element)[1]?.toDataURL();
  await userEvent.click(control(element, 'permuted'));
  expect(element.settings.permuted).toBe(true);
  expect(told).toHaveBeenCalledOnce();
  await rest();
  expect(scores(element, 'here').slice(0, 2)).toEqual([one, one]);
  expect(canvases(element)[0]?.toDataURL()).toBe(still);
  expect(canvases(element)[1]?.toDataURL()).not.toBe(half);
  expect(element.description).toContain('its weights permuted');
  control(element, 'permuted').focus();
  await userEvent.keyboard(' ');
  expect(element.settings.permuted).toBe(false);
  await rest();
  expect(scores(element, 'here').slice(0, 2)).toEqual([one, two]);
  expect(canvases(element)[1]?.toDataURL()).toBe(half);
});

test('features slide to their new places, or are there at once where motion is unwanted', async () => {
  const element = await pairing({ at: '60' });
  const before = canvases(element)[1]?.toDataURL();
  element.change({ permuted: true });
  await frame();
  await frame();
  const between = canvases(element)[1]?.toDataURL();
  await rest();
  const after = canvases(element)[1]?.toDataURL();
  expect(new Set([before, between, after]).size).toBe(3);
  element.remove();

  const matchMedia = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const list = matchMedia(query);
    if (query.includes('prefers-reduced-motion')) Object.defineProperty(list, 'matches', { value: true });
    return list;
  });
  const calm = await pairing({ at: '60' });
  calm.change({ permuted: true });
  await frame();
  await frame();
  const there = canvases(calm)[1]?.toDataURL();
  await rest();
  expect(canvases(calm)[1]?.toDataURL()).toBe(there);
});

test('a switch follows attribute, script and reset, can be hidden, and says what is wrong', async () => {
  const element = await pairing({ permuted: 'on' });
  const box = control(element, 'permuted');
  expect([box.type, box.checked]).toEqual(['checkbox', true]);
  expect(box.labels?.[0]?.textContent).toBe('Permute the weights');
  element.change({ permuted: false });
  await frame();
  expect(box.checked).toBe(false);
  await userEvent.click(part(element, '[part=reset]'));
  await frame();
  expect(box.checked).toBe(true);
  element.change({ permuted: 'perhaps' });
  await frame();
  expect(problem(element, 'permuted')).toMatch(/^permuted must be on or off, got "perhaps"/);
  expect(box.checked).toBe(true);
  element.change({ hide: ['permuted'] });
  await frame();
  expect(part(element, '[data-control="permuted"]').hidden).toBe(true);
});

test('pointer and keys read features and their partners', async () => {
  const element = await pairing({ at: '50' });
  const box = /** @type {HTMLElement} */ (all(element, '.way .plot')[2]);
  const readout = /** @type {HTMLElement} */ (box.querySelector('.readout'));
  const canvas = /** @type {HTMLCanvasElement} */ (canvases(element)[2]);
  const plain = canvas.toDataURL();
  const { left, top } = canvas.getBoundingClientRect();
  const { x, y } = /** @type {{ x: number, y: number }} */ (dialsOf(canvas)[1]);
  const event = { clientX: left + x, clientY: top + y, pointerType: 'mouse', bubbles: true };
  canvas.dispatchEvent(new PointerEvent('pointermove', event));
  expect(readout.hidden).toBe(false);
  expect(readout.textContent).toContain('feature 5, its partner, by θ₂ = 0.01 rad a position');
  expect(canvas.toDataURL()).not.toBe(plain);
  const score = /** @type {HTMLElement} */ (all(element, '.way table')[2]).getBoundingClientRect();
  const read = readout.getBoundingClientRect();
  expect(read.bottom).toBeLessThan(top + y);
  expect(read.bottom).toBeLessThan(score.top);
  box.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
  expect(readout.hidden).toBe(true);
  expect(canvas.toDataURL()).toBe(plain);
  box.focus();
  await userEvent.keyboard('{End}');
  expect(part(element, '[part=status]').textContent).toMatch(/^feature 7 turns by θ₃ = 0.001/);
  await userEvent.keyboard('{ArrowLeft}{Escape}');
  expect(readout.hidden).toBe(true);
});

test('the plot of scores seeks where it is pressed and dragged', async () => {
  const element = await pairing({ at: '10' });
  const box = part(element, '.overview .plot');
  const { left, width, top } = box.getBoundingClientRect();
  const pointer = (/** @type {string} */ type, /** @type {number} */ share) =>
    box.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + width * share,
        clientY: top + 60,
        pointerId: 1,
        button: 0,
        bubbles: true,
      }),
    );
  vi.spyOn(box, 'setPointerCapture').mockImplementation(() => {});
  pointer('pointermove', 0.8);
  expect(element.settings.at).toBe(10);
  pointer('pointerdown', 0.5);
  const middle = Number(element.settings.at);
  expect(middle).toBeGreaterThan(35);
  expect(middle).toBeLessThan(70);
  pointer('pointermove', 0.6);
  expect(Number(element.settings.at)).toBeGreaterThan(middle + 5);
  box.dispatchEvent(new PointerEvent('lostpointercapture', { pointerId: 1 }));
  const end = element.settings.at;
  pointer('pointermove', 0.2);
  expect(element.settings.at).toBe(end);
});

test('each famous mistake has a link that shows it in its place, and cites its threads', async () => {
  const element = await pairing({ seed: '12', dimensions: '16' });
  await userEvent.click(part(element, '.mistakes summary'));
  const links = /** @type {HTMLAnchorElement[]} */ (all(element, '.mistakes li > a'));
  expect(links.length).toBe(4);
  for (const link of links) expect(new URL(link.href).searchParams.get('figure')).toBe('pairing');
  const current = () => links.map((link) => link.getAttribute('aria-current'));
  const meant = () => all(element, '.way').map((way) => way.classList.contains('meant'));
  expect(current()).toEqual([null, null, null, null]);
  expect(meant()).toEqual([false, false, false]);
  await userEvent.click(/** @type {HTMLElement} */ (links[3]));
  await frame();
  const { distance, at, seed } = element.settings;
  expect([distance, at, seed]).toEqual([0, 0, 1]);
  expect(current()).toEqual([null, null, null, 'true']);
  expect(meant()).toEqual([false, false, true]);
  const [first, ...others] = scores(element, 'here');
  for (const score of others) expect(score).toBeCloseTo(Number(first), 3);
  await userEvent.click(/** @type {HTMLElement} */ (links[1]));
  await frame();
  expect([element.settings.permuted, element.settings.distance, element.settings.at]).toEqual([true, 4, 103]);
  expect(scores(element, 'here').slice(0, 2)).toEqual([-0.7416, -0.7416]);
  expect(meant()).toEqual([false, true, false]);
  await userEvent.click(/** @type {HTMLElement} */ (links[0]));
  await frame();
  expect(scores(element, 'here')).toEqual([-0.2512, -0.9122, 8.4951]);
  expect(element.description).toContain('Mixed up gives 1.3716 at 3 but 8.4951 at 103');
  element.change({ seed: 4 });
  await frame();
  expect(current()).toEqual([null, null, null, null]);
  const threads = /** @type {HTMLAnchorElement[]} */ (all(element, '.threads a'));
  expect(threads.length).toBeGreaterThan(15);
  for (const { href, textContent, rel } of threads) {
    const [repository, id] = String(textContent).split(' #');
    expect(href).toBe(`https://github.com/${repository}/issues/${id}`);
    expect(rel).toBe('noopener noreferrer');
  }
});

test('a mistake that was asked for comes into view on a phone, and is said once', async () => {
  document.body.style.width = '330px';
  const element = await pairing();
  await userEvent.click(part(element, '.mistakes summary'));
  const [link] = /** @type {HTMLAnchorElement[]} */ (all(element, '.mistakes li:nth-child(2) > a'));
  link?.scrollIntoView({ block: 'center' });
  const panel = /** @type {HTMLElement} */ (all(element, '.way')[1]);
  expect(panel.getBoundingClientRect().bottom).toBeLessThan(0);
  const status = part(element, '[part=status]');
  await userEvent.click(/** @type {HTMLElement} */ (link));
  await vi.waitFor(() => expect(panel.getBoundingClientRect().top).toBeGreaterThan(-2), 4000);
  expect(panel.getBoundingClientRect().top).toBeLessThan(window.innerHeight);
  expect(status.textContent).toBe(`Weights permuted, or not, on conversion. ${element.description}`);
  expect(element.description).toContain('its weights permuted');
});

test('a drag that began elsewhere seeks nothing', async () => {
  const element = await pairing({ at: '10' });
  const box = part(element, '.overview .plot');
  const { left, width, top } = box.getBoundingClientRect();
  const event = { clientX: left + width * 0.8, clientY: top + 60, buttons: 1, bubbles: true };
  box.dispatchEvent(new PointerEvent('pointermove', event));
  expect(element.settings.at).toBe(10);
});
