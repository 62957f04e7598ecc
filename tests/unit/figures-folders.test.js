import { readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, requestsOf } from '../../scripts/import-order.js';
import { loadFigure } from '../../web/figures/index.js';
import { rowOf } from '../../web/settings/index.js';
import { reachedFrom, read, root } from './modules.js';

const home = 'web/figures';
const common = ['shared', 'models'];
const names = readdirSync(`${root}/${home}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !common.includes(entry.name))
  .map(({ name }) => name);

/** @param {Iterable<string>} files @param {string} besides @returns {string[]} those in a folder of another figure */
const inOthers = (files, besides) =>
  [...files].filter((file) => names.some((name) => name !== besides && file.startsWith(`${home}/${name}/`)));

describe('each figure is a folder', () => {
  test.each(names)('opening %s loads no other figure’s code', (name) => {
    const reached = reachedFrom(`${home}/${name}/figure.js`);
    expect(inOthers(reached, name)).toEqual([]);
    expect(reached).not.toContain(`${home}/index.js`);
  });

  test('the list loads no figure’s code but that of the first', () => {
    const reached = reachedFrom(`${home}/index.js`);
    for (const name of names) expect(reached).toContain(`${home}/${name}/index.js`);
    const loaded = names.filter((name) => reached.has(`${home}/${name}/figure.js`));
    expect(loaded).toEqual(['vectors']);
  });

  test.each(names)('no file of %s names a file of another figure, not even for a type', (name) => {
    const requests = filesUnder(`${home}/${name}`).flatMap((file) =>
      requestsOf(file, read(file)).requests.map((request) => posix.join(posix.dirname(file), request)),
    );
    expect(inOthers(requests, name)).toEqual([]);
  });

  test('the settings name no figure', () => {
    const quoted = new RegExp(`['"\`](${names.join('|')})['"\`]`);
    for (const file of filesUnder('web/settings')) expect(read(file)).not.toMatch(quoted);
  });

  test.each(names)('the settings of %s have rows with controls', async (name) => {
    const { settings } = await loadFigure(/** @type {any} */ (name));
    expect(settings.length).toBeGreaterThan(2);
    for (const setting of settings) expect(rowOf(setting)?.control ?? 'none').not.toBe('none');
  });

  test.each(names)('%s opens with one to three controls of its own', async (name) => {
    const { settings, few } = await loadFigure(/** @type {any} */ (name));
    expect(few.length).toBeGreaterThan(0);
    expect(few.length).toBeLessThan(4);
    for (const setting of few) expect(settings).toContain(setting);
  });

  test('what figures share knows none of them', () => {
    const files = common.flatMap((folder) => filesUnder(`${home}/${folder}`));
    const requests = files.flatMap((file) =>
      requestsOf(file, read(file)).requests.map((request) => posix.join(posix.dirname(file), request)),
    );
    expect(inOthers(requests, '')).toEqual([]);
  });
});
