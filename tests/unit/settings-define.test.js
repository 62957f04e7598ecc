import { expect, test } from 'vitest';
import { defineSettings, table } from '../../web/settings/index.js';

/** @typedef {Parameters<typeof defineSettings>[0]['figures'][number]} Made */

const row = {
  name: 'offset',
  type: /** @type {const} */ ('boolean'),
  default: false,
  label: 'Offset',
  help: 'Whether it is moved along.',
  control: /** @type {const} */ ('toggle'),
};

/** @param {Partial<Made>} [more] */
const define = (more) =>
  defineSettings({
    figures: [
      {
        name: 'one',
        label: 'One',
        settings: ['offset'],
        few: [],
        rows: [row],
        limits: {},
        rules: [],
        ...more,
      },
    ],
    first: [],
    last: [],
  });

test('a figure’s settings are known once they are defined', () => {
  define();
  expect(table.map(({ name }) => name)).toEqual(['figure', 'offset', 'controls', 'show', 'hide']);
});

test.each([
  { settings: ['ofset'] },
  { few: ['ofset'] },
  { defaults: { ofset: true } },
  { limits: { ofset: { max: 2 } } },
])('a name that no setting has is told at once: %o', (more) => {
  expect(() => define(more)).toThrow('one names “ofset”, and there is no such setting');
});

test('two settings of one name are told at once', () => {
  expect(() => define({ rows: [row, { ...row }] })).toThrow('two settings are called “offset”');
});

test('a row that two figures share is one setting', () => {
  define({ rows: [row, row] });
  expect(table.length).toBe(5);
});
