/**
 * Scenes of an element's life, drawn at random: what readers, pages and networks do to it. A step is plain data, so that a scene can
 * be repeated, printed and made shorter.
 */
import '../../web/figures/index.js';
import { attributeName, format, table } from '../../web/settings/index.js';
import { figures, randomValue } from '../unit/settings-random.js';
import { placeNames } from './page.js';

/** @typedef {import('../unit/settings-random.js').Random} Random */

/**
 * `do` is what is done: `parameter` (of the link that opens the page), `abort`, `restore`, `media`, `window`, `drag`, `wheel` and `press` are
 * done by the browser, all else by a method of that name in the page, with `args`.
 * @typedef {{ do: string, args: readonly any[] }} Step
 */

/** What readers type and paste. @type {readonly string[]} */
const texts = [
  '',
  ' ',
  'the cat sat on the mat',
  'one',
  'w'.repeat(1000),
  'pneumonoultramicroscopicsilicovolcanoconiosis '.repeat(5),
  'القط جلس على السجادة',
  'שלום עולם hello 12',
  '我喜欢猫因为它很安静',
  '👩‍👩‍👧‍👦 🙂 👍🏽 🏳️‍🌈',
  `"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`,
  '<b>bold</b> &amp; {{x}} $1 %s %d',
  'NaN undefined Infinity ∞ [object Object]',
  'a\u0000b\u0007c\u001b[31m \u202egnp.exe \u2028 \ufeff',
  `Z${'\u0301'.repeat(200)}algo`,
  '\ud800 half',
  'a b '.repeat(2500),
  'long'.repeat(5001),
];

/** What a link or an attribute may say. @type {readonly string[]} */
const wrongTexts = [
  ...[
    '',
    ' ',
    'NaN',
    'Infinity',
    '-1',
    '0',
    '1e999',
    '1e-320',
    '2.5',
    '1,000',
    '--1',
    'on',
    'off',
    'words',
    ',',
  ],
  ...['__proto__', 'constructor', '\u0000', '9'.repeat(400), '0x10', '１０', 'x'.repeat(3000)],
  ...[
    '<svg onload="hacked=1">',
    '{',
    '{}',
    '[]',
    '{"rope_theta":null}',
    '{"rope_scaling":{"rope_type":"x"}}',
  ],
  ...['1,1', '0,0', '1 2 3 4', '0,3,0,1', 'vectors', 'rotary rotary', 'undefined', '[object Object]'],
];

/** What a script may give, as it writes it. @type {readonly string[]} */
const wrongSources = [
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '0.5',
    '1e300',
    '5e-324',
    '2 ** 53',
    '7n',
    'true',
    'null',
    'undefined',
  ],
  ...[
    'Symbol("s")',
    '() => 1',
    '{}',
    '[]',
    '[[]]',
    '[NaN]',
    '[1]',
    'new Array(3)',
    'new Float32Array([1, NaN])',
  ],
  ...[
    'new Date(NaN)',
    'Object.create(null)',
    'new Proxy({}, {})',
    '{ length: 2, 0: 1, 1: 1 }',
    '/x/',
    'new Map()',
  ],
  ...[
    '{ toString() { throw new Error("mine") } }',
    'new Float64Array(4)',
    'document.body',
    'new Array(2 ** 31)',
  ],
];

/** A config that is nearly one, and hostile ones. @param {Random} random */
function configText(random) {
  const number = () => random.pick([0, 1e-9, 0.25, 1, 2, 8, 64, 1e9, -1, null, '8', 1e308]);
  const scaling = {
    rope_type: random.pick([
      'linear',
      'dynamic',
      'yarn',
      'llama3',
      'longrope',
      'proportional',
      'ntk',
      'mrope',
      '',
    ]),
    factor: number(),
    low_freq_factor: number(),
    high_freq_factor: number(),
    original_max_position_embeddings: number(),
    partial_rotary_factor: number(),
  };
  return random.pick([
    JSON.stringify({
      head_dim: random.pick([2, 8, 64, 3, 0]),
      max_position_embeddings: 4096,
      rope_scaling: scaling,
    }),
    JSON.stringify({
      hidden_size: 64,
      num_attention_heads: 4,
      rope_theta: number(),
      rope_parameters: scaling,
    }),
    JSON.stringify({
      model_type: random.pick(texts).slice(0, 200),
      head_dim: 8,
      max_position_embeddings: number(),
    }),
    `${'{"rope_scaling":'.repeat(90)}1${'}'.repeat(90)}`,
    '',
  ]);
}

/** @param {Random} random @param {string} name @returns {string} */
function settingText(random, name) {
  if (random.real() < 0.15) return random.pick(wrongTexts);
  if (name === 'figure') return random.pick(figures);
  if (name === 'text') return random.pick(texts);
  if (name === 'config' && random.real() < 0.8) return configText(random);
  const value = randomValue(random, name);
  if (typeof value === 'object') return name === 'config' ? JSON.stringify(value) : String(value);
  return typeof value === 'string' ? value : format(/** @type {any} */ (name), value);
}

/** @param {Random} random @param {string} name @returns {string} */
function settingSource(random, name) {
  if (random.real() < 0.15) return random.pick(wrongSources);
  const isText = name === 'text' || name === 'figure' || (name === 'config' && random.real() < 0.8);
  const value = isText ? settingText(random, name) : randomValue(random, name);
  return JSON.stringify(value) ?? 'undefined';
}

/** Names of settings; the figure and the reader's sentence come more often. @param {Random} random */
const settingNames = (random) =>
  random.real() < 0.3 ? random.pick(['figure', 'text', 'positions', 'config']) : random.pick(table).name;

/** @param {Random} random */
const share = (random) => Number(random.real().toFixed(3));

/** @param {Random} random @returns {Step} */
function attribute(random) {
  const name = settingNames(random);
  const text = random.real() < 0.1 ? null : settingText(random, name);
  return { do: 'attribute', args: [attributeName(name), text] };
}

/** @param {Random} random @returns {Step} */
function property(random) {
  const name = settingNames(random);
  return { do: 'property', args: [name, { source: settingSource(random, name) }] };
}

/** Files that a network may lose. */
const files = ['.wasm', '/assets/', ...figures.map((name) => `/${name}-`), 'worker'];
const keys = [
  ...['Tab', 'Enter', ' ', 'Escape', 'Home', 'End', 'PageUp', 'PageDown', '+', '-', '0', 'a', 'Delete'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowUp'],
];

/** What happens, and how often beside others. @type {readonly (readonly [often: number, make: (random: Random) => Step])[]} */
const kinds = [
  [20, attribute],
  [14, property],
  [
    8,
    (random) => {
      const names = Array.from({ length: random.integer(1, 4) }, () => settingNames(random));
      const parts = names.map((name) => `${name}: ${settingSource(random, name)}`);
      return { do: 'change', args: [{ source: `{ ${parts.join(', ')} }` }] };
    },
  ],
  [8, (random) => ({ do: 'type', args: [share(random), random.pick([...texts, ...wrongTexts])] })],
  [6, (random) => ({ do: 'click', args: [share(random)] })],
  [3, (random) => ({ do: 'choose', args: [share(random), share(random)] })],
  [6, (random) => ({ do: 'place', args: [random.pick(placeNames)] })],
  [2, () => ({ do: 'remove', args: [] })],
  [1, () => ({ do: 'drop', args: [] })],
  [
    5,
    (random) => ({ do: 'size', args: [random.pick([0, 1, 100, 279, 280, 320, 481, 680, 900, 1400, 5000])] }),
  ],
  [
    2,
    (random) => ({
      do: 'window',
      args: [
        random.pick([
          [320, 480],
          [1280, 900],
          [2000, 500],
          [200, 200],
        ]),
      ],
    }),
  ],
  [
    3,
    (random) => ({
      do: 'media',
      args: [
        {
          reducedMotion: random.pick(['reduce', 'no-preference']),
          colorScheme: random.pick(['light', 'dark']),
          media: random.pick(['screen', 'screen', 'print']),
        },
      ],
    }),
  ],
  [1, (random) => ({ do: 'pageTheme', args: [random.pick(['light', 'dark', 'x', ''])] })],
  [2, (random) => ({ do: 'abort', args: [random.pick(files)] })],
  [2, () => ({ do: 'restore', args: [] })],
  [
    6,
    (random) => ({
      do: 'drag',
      args: [share(random), [share(random), share(random)], [share(random), share(random)]],
    }),
  ],
  [2, (random) => ({ do: 'wheel', args: [share(random), random.pick([-300, -30, 30, 300])] })],
  [7, (random) => ({ do: 'press', args: [share(random), random.pick(keys), random.pick([1, 1, 3, 12])] })],
  [5, (random) => ({ do: 'call', args: [random.pick(['play', 'pause', 'reset', 'play'])] })],
  [4, (random) => ({ do: 'wait', args: [random.pick([1, 1, 2, 5, 20])] })],
];
const sum = kinds.reduce((total, [often]) => total + often, 0);

/** @param {Random} random @returns {Step} */
function anyStep(random) {
  let place = random.real() * sum;
  for (const [often, make] of kinds) {
    place -= often;
    if (place < 0) return make(random);
  }
  return attribute(random);
}

/** The steps that ask for settings. */
export const changing = new Set(['attribute', 'property', 'change', 'type', 'choose', 'parameter']);

/** A page that a link opens. @param {Random} random @returns {Step[]} */
export function linkScene(random) {
  const names = Array.from({ length: random.integer(1, 8) }, () => settingNames(random));
  return ['figure', ...names].map((name) => {
    const key =
      random.real() < 0.05 ? random.pick(['v', 'utm_source', 'constructor', '']) : attributeName(name);
    // Half of all links would be the default figure's otherwise.
    const value = name === 'figure' ? random.pick(figures) : settingText(random, name);
    return { do: 'parameter', args: [key, value] };
  });
}

/** An element on somebody's page, from its making on. @param {Random} random @returns {Step[]} */
export function lifeScene(random) {
  const steps = Array.from({ length: random.integer(0, 4) }, () => attribute(random));
  steps.push({ do: 'attribute', args: ['figure', random.pick(figures)] });
  if (random.real() < 0.2) steps.push({ do: 'abort', args: [random.pick(files)] });
  steps.push({ do: 'place', args: [random.pick(['page', random.pick(placeNames)])] });
  const count = random.integer(20, 80);
  for (let i = 0; i < count; i += 1) steps.push(anyStep(random));
  return steps;
}
