import { expect, test } from 'vitest';
import { Figure } from './figure.js';
import { inBrowsers, until } from './support.js';

/** A model that nobody published, so that its numbers can only come from what was typed. */
const config = {
  model_type: 'llama',
  hidden_size: 1024,
  num_attention_heads: 16,
  rope_theta: 20000,
  max_position_embeddings: 2048,
};

inBrowsers('the later figures', (context) => {
  test.each([
    ['clocks', 'model=gpt-j-6b', 'pairs 21 to 31, never finish'],
    ['heatmap', 'positions=64', '64 positions by 128 dimensions'],
  ])('%s opens by its link, and moves when it is played', async (name, query, words) => {
    const page = await context.open(context.server.url(`?v=1&figure=${name}&${query}&at=3`));
    const figure = await new Figure(page).ready();
    expect(await figure.description()).toContain(words);
    for (const colors of await figure.colors()) expect(colors).toBeGreaterThan(4);
    const still = await figure.pixels('canvas');
    await figure.click('button[part="play"]');
    await until(
      () => figure.get('position'),
      (position) => position > 3.5,
      `${name} plays`,
    );
    expect(await figure.pixels('canvas')).not.toEqual(still);
  });

  test('the spectrum computes a config that is typed, and keeps its picture when the next one is damaged', async () => {
    const page = await context.open(context.server.url('?v=1&figure=spectrum&models=llama-2-7b'));
    const figure = await new Figure(page).ready();
    await figure.click('button[part="more"]');
    const box = '[data-control="config"] textarea';
    await figure.click(box);
    await page.type(JSON.stringify(config));
    const slowest = (2 * Math.PI * 20000 ** (62 / 64)).toFixed(0);
    const described = await until(
      () => figure.description(),
      (text) => text.includes(slowest),
      'the config counts',
    );
    expect(described).toContain('32 pairs');
    const drawn = await figure.pixels('canvas');

    await figure.click(box);
    await page.keys('Control+a', 'Backspace');
    await page.type('{"model_type": "llama", "hidden_size": -1}');
    const [problem] = await until(
      () => figure.problems('config'),
      ([first]) => first !== undefined,
      'a message',
    );
    expect(problem).toContain('hidden_size');
    expect(await figure.description()).toBe(described);
    expect((await figure.settings()).config).toBe(JSON.stringify(config));
    await figure.blur();
    expect((await figure.pixels('canvas')).map(({ size }) => size)).toEqual(drawn.map(({ size }) => size));
  });

  test('a script changes one figure into another and back', async () => {
    const page = await context.open(context.server.url('?v=1&figure=vectors&positions=5'));
    const figure = await new Figure(page).ready();
    const vectors = await figure.description();
    for (const name of ['clocks', 'spectrum', 'heatmap', 'vectors']) {
      await figure.ask((/** @type {any} */ element, /** @type {string} */ other) => {
        element.figure = other;
      }, name);
      const shown = () => figure.text(`figure[data-figure="${name}"] figcaption`);
      await until(shown, Boolean, `${name} is shown`);
    }
    expect(await figure.description()).toBe(vectors);
    expect((await figure.settings()).positions).toBe(5);
  });

  test('their code comes from the module’s own origin, on other people’s pages too', async () => {
    const { server } = context;
    const body = `<!doctype html><title>A post</title><link rel="icon" href="${server.prefix}icon.svg">
      <script type="module" src="${server.url('ropescope.js', 1)}"></script>
      <rope-scope figure="clocks" dimensions="16"></rope-scope>`;
    const page = await context.open(server.addPage('/clocks.html', body));
    const figure = await new Figure(page).ready();
    expect(await figure.description()).toContain('8 pairs');
    const code = server.requests.filter(({ path }) => /clocks-[^/]*\.js$/.test(path));
    expect(code.map(({ origin }) => origin)).toEqual([server.origins[1]]);
  });
});
