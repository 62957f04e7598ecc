import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers, until, wait } from './support.js';

inBrowsers('the article', (context) => {
  test('opens under a path prefix, and every figure draws when it is scrolled to', async () => {
    const { server } = context;
    const page = await context.open(server.url());
    const ids = await page.evaluate(() =>
      Array.from(document.querySelectorAll('rope-scope'), ({ id }) => id),
    );
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) {
      const figure = new Figure(page, `#${id}`);
      await figure.ask((/** @type {Element} */ element) => element.scrollIntoView({ behavior: 'instant' }));
      await figure.ready();
      // A canvas of a figure may have nothing to show; the comparison has none, and is a table.
      if (id === 'figure-comparison') continue;
      await until(
        () => figure.colors(),
        (colors) => Math.max(...colors) > 8,
        `${id} is drawn`,
      );
    }
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const origin = server.origins[0];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((/** @type {string} */ name) => !name.startsWith(`${origin}/`))).toEqual([]);
    expect(server.requests.filter((request) => request.origin !== origin)).toEqual([]);
    expect(server.requests.filter(({ path }) => path.endsWith('.wasm'))).toHaveLength(1);
  });

  test('has a hero that moves until it is paused, and moves again when it is played', async () => {
    const page = await context.open(context.server.url());
    const hero = await new Figure(page).ready();
    await until(() => hero.get('playing'), Boolean, 'the hero plays');
    const moving = await hero.pictures();
    await wait(300);
    const moved = await hero.pictures();
    for (const [i, picture] of moving.entries()) expect(moved[i]).not.toBe(picture);

    await hero.click('button[part="play"]');
    expect(await hero.get('playing')).toBe(false);
    await page.pointer([{ type: 'move', x: 2, y: 2 }]);
    await hero.frames();
    const still = await hero.pictures();
    await wait(300);
    expect(await hero.pictures()).toEqual(still);

    await hero.click('button[part="play"]');
    expect(await hero.get('playing')).toBe(true);
    await wait(300);
    expect((await hero.pictures())[0]).not.toBe(still[0]);
  });

  test('stays still for those who want less motion, until they play it', async () => {
    const page = await context.open(context.server.url(), { reducedMotion: true });
    const hero = await new Figure(page).ready();
    const still = await hero.pictures();
    await wait(600);
    expect(await hero.get('playing')).toBe(false);
    expect(await hero.pictures()).toEqual(still);

    await hero.click('button[part="play"]');
    expect(await hero.get('playing')).toBe(true);
    const places = [];
    for (let i = 0; i < 8; i++) {
      places.push(await hero.get('position'));
      await wait(120);
    }
    expect(places.filter((place) => !Number.isInteger(place))).toEqual([]);
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  test('draws light and dark as the system asks', async () => {
    const backgrounds = [];
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      const page = await context.open(context.server.url(), { colorScheme });
      await new Figure(page).ready();
      backgrounds.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
    expect(backgrounds).toEqual(['rgb(251, 250, 247)', 'rgb(18, 19, 23)']);
  });

  test('needs no sideways scrolling in a window of 320 px, alone neither', async () => {
    for (const path of ['', '?figure=vectors&dimensions=8&pair=1&encodings=sinusoidal+rotary+product']) {
      const page = await context.open(context.server.url(path), { width: 320, height: 640 });
      await new Figure(page).ready();
      const wide = () => {
        scrollTo(100, 0);
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrolled: scrollX, beyond: scrollWidth - clientWidth };
      };
      expect(await page.evaluate(wide)).toEqual({ scrolled: 0, beyond: 0 });
    }
  });
});
