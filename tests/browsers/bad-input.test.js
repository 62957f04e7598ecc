import { expect, test } from 'vitest';
import { badChoices, badValues } from './bad-values.js';
import { Figure } from './figure.js';
import { inBrowsers, until } from './support.js';

/** How a message gives back what was given: an empty text has no better name. @param {string} value */
const given = (value) => (value === '' ? /got (none|"")/ : value);

/**
 * @param {string[]} messages
 * @param {{ name: string, value: string, allowed: RegExp }} bad
 */
function expectMessage(messages, { name, value, allowed }) {
  const text = messages.join(' ');
  expect(text).toContain(name);
  expect(text).toMatch(allowed);
  // A vector of the wrong length is told by its length, a doubled name by its name.
  if (/got \d+ numbers?|got rotary twice/.test(text)) return;
  expect(text.replace('−', '-')).toMatch(given(value.trim()));
}

inBrowsers(
  'bad input',
  (context) => {
    /** @param {string} [setup] */
    const openFigure = async (setup = '') => {
      const { server } = context;
      const attributes = Array.from(new URLSearchParams(setup), ([name, value]) => `${name}="${value}"`).join(
        ' ',
      );
      const head = `<!doctype html><title>A figure</title><link rel="icon" href="${server.prefix}icon.svg">`;
      const script = `<script type="module" src="${server.prefix}ropescope.js"></script>`;
      const html = `${head}${script}<rope-scope controls="all" ${attributes}></rope-scope>`;
      return new Figure(await context.open(server.addPage('/bad.html', html))).ready();
    };

    /** Settings and pixels, with no pointer over a plot and no focus in a control. @param {Figure} figure */
    const stateOf = async (figure) => {
      await figure.page.pointer([{ type: 'move', x: 1, y: 1 }]);
      await figure.frames();
      return {
        settings: await figure.settings(),
        description: await figure.description(),
        pictures: await figure.pictures(),
      };
    };

    for (const { name, setup, values, allowed } of badValues) {
      test(`${name} (${values.join(', ')}) through its control`, async () => {
        const figure = await openFigure(setup);
        const before = await stateOf(figure);
        // As a whole, as from the clipboard: key by key, 2.5 would be a good 2 first.
        const paste = (/** @type {string} */ text) => figure.page.command('Input.insertText', { text });
        for (const value of values) {
          await figure.typeInto(name, value, paste);
          const messages = await until(
            () => figure.problems(name),
            (found) => found.length > 0,
            `a message, ${value}`,
          );
          expectMessage(messages, { name, value, allowed });
          const place = `[data-control="${name}"] [data-problem="${name}"]`;
          expect(await figure.text(place), 'beside the control').toBe(messages[0]);
          expect(await stateOf(figure), value).toEqual(before);
          await figure.typeInto(name, String(Reflect.get(before.settings, name)), paste);
          expect(await figure.problems(name)).toEqual([]);
        }
      });
    }

    for (const { setup, allowed } of [
      { setup: 'encodings=rotary', allowed: /one or more of sinusoidal, rotary/ },
      { setup: 'encodings=none&dimensions=3', allowed: /odd/ },
    ]) {
      test(`encodings through the box of rotary, which goes back, from ${setup}`, async () => {
        const figure = await openFigure(setup);
        const before = await stateOf(figure);
        const checked = (/** @type {HTMLElement} */ element) =>
          Array.from(
            element.shadowRoot?.querySelectorAll('[data-control="encodings"] input:checked') ?? [],
            (box) => box.getAttribute('value'),
          );
        await figure.click('[data-control="encodings"] input[value="rotary"]');
        expect((await figure.problems('encodings')).join(' ')).toMatch(allowed);
        expect(await stateOf(figure)).toEqual(before);
        expect(await figure.ask(checked)).toEqual(before.settings.encodings);
      });
    }

    for (const setup of ['', 'dimensions=8']) {
      const settings = [...badValues, ...badChoices].filter((bad) => (bad.setup ?? '') === setup);
      const names = [...new Set(settings.map(({ name }) => name))].join(', ');
      test(`${names} through attributes of a live element`, async () => {
        const figure = await openFigure(setup);
        const before = await stateOf(figure);
        const set = (
          /** @type {Element} */ element,
          /** @type {string} */ name,
          /** @type {string} */ value,
        ) => element.setAttribute(name, value);
        for (const { name, values, allowed } of settings) {
          for (const value of values) {
            await figure.ask(set, name, value);
            await figure.frames();
            expectMessage(await figure.problems(name), { name, value, allowed });
            expect(await stateOf(figure), `${name}="${value}"`).toEqual(before);
          }
        }
      });
    }

    for (const { name, setup, values, allowed } of [...badValues, ...badChoices]) {
      test(`${name} (${values.join(', ')}) through a link`, async () => {
        const { server } = context;
        // In a low window the plots have their least height, whatever else the figure has to say.
        const page = await context.open(server.url(`?figure=vectors&${setup ?? ''}`), { height: 500 });
        const usual = await new Figure(page).ready();
        const expected = await stateOf(usual);
        for (const value of values) {
          const search = new URLSearchParams(setup);
          if (name !== 'figure') search.set('figure', 'vectors');
          search.set(name, value);
          await page.goto(server.url(`?${search}`));
          const figure = await new Figure(page).ready();
          expectMessage(await figure.problems(name), { name, value, allowed });
          expect(await stateOf(figure), value).toEqual(expected);
        }
      });
    }
  },
  ['chromium'],
);
