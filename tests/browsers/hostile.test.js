import { expect, test } from 'vitest';
import { attributeName, table } from '../../web/settings/index.js';
import { Figure } from './figure.js';
import { inBrowsers } from './support.js';

const markup = `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script><svg onload='hacked=1'>`;

/** What markup would have left behind, had it been taken for markup. */
const findMarkup = (/** @type {HTMLElement} */ element) => {
  const roots = [document, ...(element.shadowRoot ? [element.shadowRoot] : [])];
  const made = roots.flatMap((root) => [
    ...root.querySelectorAll('img, [onerror], [onload], script:not([src]), rope-scope svg'),
  ]);
  return { hacked: Reflect.get(window, 'hacked') ?? null, made: made.map(({ outerHTML }) => outerHTML) };
};

inBrowsers('a bad link', (context) => {
  // In a low window the plots have their least height, whatever else the figure has to say.
  const openFigure = async (/** @type {URLSearchParams | string} */ search) =>
    new Figure(await context.open(context.server.url(`?${search}`), { height: 500 })).ready();

  test('with markup in every value says what was wrong as text, and shows the default picture', async () => {
    const usual = await openFigure('v=1&figure=vectors');
    const search = new URLSearchParams();
    const keys = table.map(({ name }) => attributeName(name)).filter((key) => key !== 'text');
    for (const key of keys) search.append(key, markup);
    const figure = await openFigure(search);
    expect(await figure.ask(findMarkup)).toEqual({ hacked: null, made: [] });
    expect(await figure.settings()).toEqual(await usual.settings());
    expect(await figure.description()).toBe(await usual.description());
    for (const key of keys) {
      const said = (await figure.problems(key)).join(' ');
      expect(said, key).toContain(`${key} must be`);
      expect(said, key).toContain('"><img');
    }
    expect(await figure.pictures()).toEqual(await usual.pictures());
  });

  test('with markup as its sentence shows the words of the markup', async () => {
    const figure = await openFigure(new URLSearchParams({ v: '1', figure: 'vectors', text: markup }));
    expect((await figure.settings()).text).toBe(markup);
    expect(await figure.ask(findMarkup)).toEqual({ hacked: null, made: [] });
    expect(await figure.text('.stops')).toContain('img');
  });

  test('with doubled keys takes the first and says so, and passes over keys that it does not know', async () => {
    const figure = await openFigure(
      'figure=vectors&positions=5&utm_source=x&positions=7&fbclid=1&constructor=2',
    );
    expect((await figure.settings()).positions).toBe(5);
    expect((await figure.problems('positions')).join(' ')).toMatch(/twice|first/);
    const all = await figure.ask((/** @type {HTMLElement} */ element) =>
      Array.from(element.shadowRoot?.querySelectorAll('[data-problem]') ?? [])
        .filter((problem) => problem.checkVisibility())
        .map((problem) => problem.getAttribute('data-problem')),
    );
    expect(all).toEqual(['positions']);
  });

  test('with 100 kB of text says how much is allowed, and keeps the picture', async () => {
    const usual = await openFigure('v=1&figure=vectors');
    const figure = await openFigure(
      new URLSearchParams({ figure: 'vectors', text: 'word <b> '.repeat(11112) }),
    );
    const said = (await figure.problems('text')).join(' ');
    expect(said).toContain('text must be');
    expect(said).toContain('20000');
    expect(said.length).toBeLessThan(300);
    expect(await figure.settings()).toEqual(await usual.settings());
    expect(await figure.pictures()).toEqual(await usual.pictures());
  });

  test('with the longest sentence that is allowed still draws', async () => {
    const text = 'a🙂é '.repeat(4000);
    const figure = await openFigure(new URLSearchParams({ figure: 'vectors', positions: '4096', text }));
    expect((await figure.settings()).text).toBe(text);
    for (const colors of await figure.colors()) expect(colors).toBeGreaterThan(8);
  });
});
