import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { liveCharts } from '../../web/charts/index.js';
import { figure, frame, part, pixels } from './element-support.js';

/** @typedef {import('../../web/element/rope-scope.js').RopeScope} Scope */

/** Small, so that a run is over soon. */
const small = {
  'trained-length': '16',
  'sequence-length': '64',
  dimensions: '8',
  steps: '120',
  theme: 'light',
};

beforeEach(() => {
  document.body.style.margin = '0';
});

afterEach(() => {
  document.body.replaceChildren();
  document.body.style.width = '';
  vi.restoreAllMocks();
});

/** @param {Record<string, string>} [attributes] */
async function training(attributes) {
  const element = await figure({ figure: 'training', ...small, ...attributes });
  await ended(element);
  await drawn(element);
  return element;
}

/** @param {Scope} element */
const ended = (element) =>
  vi.waitFor(() => expect(element.description).toMatch(/^After/), { timeout: 15_000, interval: 20 });

/** @param {Scope} element @param {string} what */
const button = (element, what) => part(element, `[data-do="${what}"]`);

/** @param {Scope} element */
const step = (element) => Number(part(element, '.step-now').textContent?.replace('step ', ''));

/** @param {Scope} element @param {number} wanted */
const at = (element, wanted) => vi.waitFor(() => expect(step(element)).toBe(wanted), { timeout: 15_000 });

/** @param {Scope} element @param {string} row */
const numbers = (element, row) =>
  Array.from(part(element, `[data-row="${row}"]`).querySelectorAll('td'), ({ textContent }) => textContent);

/** All pictures in one text. @param {Scope} element */
const pictures = (element) =>
  ['rows', 'learned', 'sinusoidal', 'rotary', 'losses', 'test'].map((name) => pixels(element, name)).join();

/** Parts are drawn in turn: waits until nothing changes any more, and gives all pictures. @param {Scope} element */
async function drawn(element) {
  let before = '';
  for (let now = pictures(element); now !== before; now = pictures(element)) {
    before = now;
    await later(120);
  }
  return before;
}

const later = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time));

test('when it is seen it trains to the end, and tells what came of it', async () => {
  const element = await training();
  expect(step(element)).toBe(120);
  expect(element.description).toContain('After 120 steps of learning to look 1 token back');
  expect(part(element, 'figcaption').textContent).toBe(element.description);
  expect(numbers(element, 'learned').slice(2)).toEqual(['no row', 'no row', 'no row']);
  expect(numbers(element, 'rotary').length).toBe(5);
  expect(part(element, '[data-encoding=rotary] .number').textContent).toMatch(
    /^\d+ % on the right key, loss /,
  );
  for (const canvas of element.shadowRoot?.querySelectorAll('canvas[role=img]') ?? [])
    expect(canvas.getAttribute('aria-label')).toMatch(/\d/);
});

test('names its controls by what they do here', async () => {
  const element = await training();
  expect(part(element, '[data-control=sequence-length] label').textContent).toBe('Tested length');
  expect(part(element, '[data-control=sequence-length] input[type=range]').getAttribute('aria-label')).toBe(
    'Tested length',
  );
});

test('steps, starts over and goes to the end, and every step looks as it did', async () => {
  const element = await training();
  const end = pictures(element);
  await userEvent.click(button(element, 'reset'));
  await at(element, 0);
  const start = await drawn(element);
  expect(button(element, 'reset').getAttribute('aria-disabled')).toBe('true');
  await userEvent.click(button(element, 'step'));
  await at(element, 1);
  await userEvent.click(button(element, 'step'));
  await at(element, 2);
  expect(button(element, 'end').getAttribute('aria-disabled')).toBe('false');
  const second = await drawn(element);
  expect(new Set([start, second, end]).size).toBe(3);
  await userEvent.click(button(element, 'reset'));
  await at(element, 0);
  expect((await drawn(element)) === start).toBe(true);
  await userEvent.click(button(element, 'end'));
  await at(element, 120);
  expect((await drawn(element)) === end).toBe(true);
  // It keeps the focus, and does nothing.
  for (const what of ['end', 'step'])
    expect(button(element, what).getAttribute('aria-disabled')).toBe('true');
  expect(element.shadowRoot?.activeElement).toBe(button(element, 'end'));
  await userEvent.keyboard('{Enter}');
  await later(100);
  expect(step(element)).toBe(120);
});

test('plays, pauses and goes on, and the losses fall meanwhile', async () => {
  const element = await training();
  const play = button(element, 'play');
  expect(play.getAttribute('aria-label')).toBe('Play');
  await userEvent.click(play);
  expect(play.getAttribute('aria-label')).toBe('Pause');
  await vi.waitFor(() => expect(step(element)).toBeGreaterThan(3), { timeout: 8000 });
  expect(step(element)).toBeLessThan(60);
  await userEvent.click(play);
  expect(play.getAttribute('aria-label')).toBe('Play');
  await later(250);
  const paused = step(element);
  const early = numbers(element, 'rotary')[0];
  await later(400);
  expect(step(element)).toBe(paused);
  element.play();
  await vi.waitFor(() => expect(step(element)).toBeGreaterThan(paused + 3), { timeout: 8000 });
  element.pause();
  await later(250);
  expect(Number(numbers(element, 'rotary')[0])).toBeLessThan(Number(early));
});

test('keys and a hand on the rail go to a step', async () => {
  const element = await training();
  const rail = button(element, 'rail');
  rail.focus();
  await userEvent.keyboard('{Home}');
  await at(element, 0);
  await userEvent.keyboard('{ArrowRight}');
  await at(element, 1);
  await userEvent.keyboard('{PageUp}');
  await at(element, 13);
  await userEvent.keyboard('{ArrowLeft}');
  await at(element, 12);
  expect(rail.getAttribute('aria-valuetext')).toBe('step 12 of 120');
  rail.value = '1';
  rail.dispatchEvent(new Event('input'));
  await at(element, 120);
});

test('keys and presses that come fast all count', async () => {
  const element = await training();
  button(element, 'rail').focus();
  for (const key of ['Home', ...Array(8).fill('ArrowRight')])
    button(element, 'rail').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  await at(element, 8);
  for (let i = 0; i < 4; i += 1) button(element, 'step').click();
  await at(element, 12);
});

test('can be paused on the way to its end, which says how far it is', async () => {
  // Longer than small, so that its end is far when it is paused.
  const element = await figure({ figure: 'training', steps: '1000', theme: 'light' });
  const said = () => part(element, '.going').textContent;
  const progress = part(element, 'progress');
  await vi.waitFor(() => expect(said()).toMatch(/^training [\d,]+ of 1,000$/));
  expect(button(element, 'play').getAttribute('aria-label')).toBe('Pause');
  await vi.waitFor(() => expect(Number(progress.getAttribute('value') ?? progress.value)).toBeGreaterThan(0));
  expect(progress.max).toBe(1000);
  expect(progress.getAttribute('aria-valuetext')).toMatch(/^[\d,]+ of 1,000 steps$/);
  element.pause();
  await vi.waitFor(() => expect(part(element, '.going').hidden).toBe(true));
  expect(button(element, 'play').getAttribute('aria-label')).toBe('Play');
  // Its link says where it rests.
  await vi.waitFor(() => expect(element.settings.at).toBe(step(element)), { timeout: 8000 });
  const paused = step(element);
  expect(paused).toBeLessThan(1000);
  await later(300);
  expect(step(element)).toBe(paused);
  await userEvent.click(button(element, 'end'));
  await ended(element);
  expect(step(element)).toBe(1000);
  expect(part(element, '[part=status]').textContent).toBe('1000 steps of training done');
  expect(element.settings.at).toBe(undefined);
});

test('opens at the step that a link names, shows nothing of the way, and links to where it rests', async () => {
  const first = await training();
  expect(first.link).not.toContain('at=');
  await userEvent.click(button(first, 'reset'));
  for (let i = 0; i < 3; i += 1) await userEvent.click(button(first, 'step'));
  await at(first, 3);
  await drawn(first);
  const heads = (/** @type {Scope} */ element) =>
    ['rows', 'learned', 'sinusoidal', 'rotary', 'losses'].map((name) => pixels(element, name)).join();
  const picture = heads(first);
  expect(first.settings.at).toBe(3);
  expect(first.link).toContain('&at=3');
  expect(part(first, '[part=link]').getAttribute('href')).toContain('&at=3');
  const text = first.description;
  first.remove();

  const opened = await figure({ figure: 'training', ...small, at: '3' });
  const shown = new Set();
  await vi.waitFor(
    () => {
      shown.add(part(opened, '[data-encoding=rotary] .number').textContent);
      expect(step(opened)).toBe(3);
      expect(opened.description).toMatch(/^After/);
    },
    { timeout: 15_000, interval: 8 },
  );
  await drawn(opened);
  // The test's scale holds what was seen, which was more before.
  expect(heads(opened) === picture).toBe(true);
  shown.add(part(opened, '[data-encoding=rotary] .number').textContent);
  expect([...shown].filter((number) => number !== '').length).toBe(1);
  expect(opened.description).toBe(text);
  expect(button(opened, 'play').getAttribute('aria-label')).toBe('Play');

  opened.position = 9;
  await at(opened, 9);
  opened.play();
  await vi.waitFor(() => expect(step(opened)).toBeGreaterThan(9), { timeout: 8000 });
  expect(opened.settings.at).toBe(undefined);
  opened.pause();
  await vi.waitFor(() => expect(opened.settings.at).toBe(step(opened)));
  opened.reset();
  await at(opened, 3);
});

test('numbers are all of one step while it plays', async () => {
  const element = await training();
  element.play();
  const seen = new Set();
  for (let i = 0; i < 300 && seen.size <= 12; i += 1) {
    await later(40);
    for (const encoding of ['learned', 'sinusoidal', 'rotary']) {
      const number = String(part(element, `[data-encoding=${encoding}] .number`).textContent);
      expect(number.split('loss ')[1]).toBe(numbers(element, encoding)[0]);
      seen.add(number);
    }
  }
  expect(seen.size).toBeGreaterThan(12);
});

test('off screen it stops, and goes on when it comes back', async () => {
  const element = await training();
  element.play();
  await vi.waitFor(() => expect(step(element)).toBeGreaterThan(1), { timeout: 8000 });
  element.style.marginTop = '5000px';
  await later(300);
  const tasks = vi.spyOn(MessagePort.prototype, 'postMessage');
  const asked = vi.spyOn(window, 'requestAnimationFrame');
  const before = step(element);
  await later(500);
  expect(step(element)).toBe(before);
  expect(tasks).not.toHaveBeenCalled();
  expect(asked).not.toHaveBeenCalled();
  element.style.marginTop = '';
  await vi.waitFor(() => expect(step(element)).toBeGreaterThan(before), { timeout: 8000 });
});

test('far from the window nothing is trained', async () => {
  const tasks = vi.spyOn(MessagePort.prototype, 'postMessage');
  const spacer = document.createElement('div');
  spacer.style.height = `${innerHeight + 100}px`;
  document.body.append(spacer);
  const element = /** @type {Scope} */ (document.createElement('rope-scope'));
  for (const [name, value] of Object.entries({ figure: 'training', ...small }))
    element.setAttribute(name, value);
  document.body.append(element);
  await later(400);
  expect(element.description).not.toMatch(/^After/);
  expect(tasks).not.toHaveBeenCalled();
  element.scrollIntoView({ behavior: 'instant' });
  await ended(element);
});

test('another seed, set while it trains, begins anew, and comes to what its own link shows', async () => {
  const element = await figure({ figure: 'training', ...small, steps: '2000', seed: '8' });
  await vi.waitFor(() => expect(step(element)).toBeGreaterThan(0), { timeout: 8000, interval: 5 });
  element.change({ seed: 9 });
  await frame();
  await ended(element);
  await at(element, 2000);
  const text = element.description;
  element.remove();
  const other = await training({ steps: '2000', seed: '9' });
  expect(other.description).toBe(text);
});

test('figures of one link show the same, and another seed shows something else', async () => {
  const seen = [];
  for (const seed of ['8', '8', '9']) {
    const element = await training({ seed });
    seen.push({ link: element.link, text: element.description, picture: pictures(element) });
    element.remove();
  }
  const [one, two, other] = seen;
  expect(two?.link).toBe(one?.link);
  expect(two?.text).toBe(one?.text);
  expect(two?.picture === one?.picture).toBe(true);
  expect(other?.text).not.toBe(one?.text);
  expect(other?.picture === one?.picture).toBe(false);
});

test('new settings train anew, and what was refused is said', async () => {
  const element = await training();
  const before = element.description;
  element.change({ lookBack: 3 });
  await frame();
  expect(element.description).toMatch(/^One attention head must learn to look 3 tokens back/);
  await ended(element);
  expect(element.description).not.toBe(before);
  element.change({ dimensions: 7 });
  await frame();
  await frame();
  expect(element.settings.dimensions).toBe(8);
  expect(part(element, '[data-problem=dimensions]').textContent).toContain('must be even for rotary');
});

test('held-out positions part from the others, in the numbers and in the notes', async () => {
  const element = await training({ share: '0.5' });
  const [loss] = numbers(element, 'learned');
  expect(loss).toMatch(/⁻[⁰-⁹]\d+\.\d\d$/);
  expect(part(element, '.notes').textContent).toContain('are held out');
});

test('autoplay plays it when it was run to its end', async () => {
  const element = await figure({ figure: 'training', ...small, autoplay: 'on' });
  await ended(element);
  await vi.waitFor(() => expect(button(element, 'play').getAttribute('aria-label')).toBe('Pause'));
  await vi.waitFor(() => expect(step(element)).toBeLessThan(60));
});

test('training and the charts go with the element, and the console stays silent', async () => {
  const said = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
  const charts = liveCharts();
  const element = await training({ steps: '2000' });
  element.change({ theme: 'dark' });
  await frame();
  await frame();
  expect(liveCharts()).toBeGreaterThan(charts);
  element.change({ seed: 3 });
  await vi.waitFor(() => expect(step(element)).toBeLessThan(2000), { interval: 5 });
  element.remove();
  expect(liveCharts()).toBe(charts);
  const tasks = vi.spyOn(MessagePort.prototype, 'postMessage');
  await later(300);
  expect(tasks).not.toHaveBeenCalled();
  document.body.append(element);
  await ended(element);
  await at(element, 2000);
  for (const call of said) expect(call).not.toHaveBeenCalled();
});

test('where motion is to be reduced, playing goes to the end at once', async () => {
  const { matchMedia } = window;
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const list = matchMedia.call(window, query);
    if (query.includes('reduced-motion')) Object.defineProperty(list, 'matches', { value: true });
    return list;
  });
  const element = await training({ autoplay: 'on' });
  expect(step(element)).toBe(120);
  await userEvent.click(button(element, 'reset'));
  await at(element, 0);
  const begun = performance.now();
  const shown = new Set([numbers(element, 'learned')[0]]);
  button(element, 'play').click();
  while (step(element) < 120) {
    await frame();
    shown.add(numbers(element, 'learned')[0]);
  }
  await drawn(element);
  shown.add(numbers(element, 'learned')[0]);
  expect(shown.size).toBe(2);
  expect(performance.now() - begun).toBeLessThan(3000);
  expect(button(element, 'play').getAttribute('aria-label')).toBe('Play');
});

test.each([1100, 700, 350, 300])('everything fits %i pixels', async (width) => {
  document.body.style.width = `${width}px`;
  const element = await training();
  for (const inner of element.shadowRoot?.querySelectorAll('.cell, .graph, .bars, .player') ?? []) {
    const { right } = inner.getBoundingClientRect();
    expect(right).toBeLessThanOrEqual(width + 1);
    expect(inner.clientWidth).toBeGreaterThan(100);
  }
});
