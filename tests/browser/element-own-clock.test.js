import { afterEach, expect, test, vi } from 'vitest';
import { figure, part } from './element-support.js';

afterEach(() => document.body.replaceChildren());

const small = {
  figure: 'training',
  'trained-length': '16',
  'sequence-length': '64',
  dimensions: '8',
  theme: 'light',
};

test('a figure with a clock of its own hears what it was told before it was there', async () => {
  const element = document.createElement('rope-scope');
  for (const [name, value] of Object.entries({ ...small, steps: '5000' })) element.setAttribute(name, value);
  const scope = /** @type {import('../../web/element/rope-scope.js').RopeScope} */ (element);
  scope.pause();
  document.body.append(element);
  const now = () => part(scope, '.step-now').textContent;
  await vi.waitFor(() => expect(scope.shadowRoot?.querySelector('.step-now')).toBeTruthy(), {
    timeout: 15_000,
  });
  await new Promise((done) => setTimeout(done, 1000));
  const before = now();
  await new Promise((done) => setTimeout(done, 500));
  expect(now()).toBe(before);
  expect(before).not.toBe('step 5000');
  scope.play();
  await vi.waitFor(() => expect(now()).not.toBe(before), { timeout: 15_000 });
});

test('told nothing, it goes to its end by itself', async () => {
  const element = await figure({ ...small, steps: '50' });
  await vi.waitFor(() => expect(part(element, '.step-now').textContent).toBe('step 50'), { timeout: 15_000 });
});
