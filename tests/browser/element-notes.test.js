import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { figure, frame, part } from './element-support.js';

afterEach(() => document.body.replaceChildren());

/** @param {import('../../web/element/rope-scope.js').RopeScope} element */
const notes = (element) => Array.from(part(element, '.notes').children, ({ textContent }) => textContent);

/**
 * @param {import('../../web/element/rope-scope.js').RopeScope} element
 * @param {string} name
 * @param {string} text
 */
async function type(element, name, text) {
  await userEvent.fill(part(element, `[data-control=${name}] input:not([type=range])`), text);
  await userEvent.keyboard('{Tab}');
  await frame();
  await frame();
}

test('who loses numbers of a query by other dimensions is told so', async () => {
  const element = await figure({ figure: 'scores', dimensions: '4', query: '1,2,3,4' });
  await type(element, 'dimensions', '8');
  expect(element.settings.query).toEqual([1, 2]);
  expect(notes(element)).toContain('query is now 1,2, because its 4 numbers do not fit 8 dimensions');
});

test('who loses the distance by fewer positions is told so', async () => {
  const element = await figure({ figure: 'scores' });
  await type(element, 'positions', '3');
  expect(element.settings.distance).toBe(2);
  expect(notes(element)).toContain('distance is now 2, because there are 3 positions');
});
