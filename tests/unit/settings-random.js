/** @import { Figure, Patch, Settings } from '../../web/settings/index.js' */
import { change, defaults, defaultsOf, rangeOf, rowOf, table } from '../../web/settings/index.js';

/**
 * A seeded random generator (mulberry32), so that a failure can be repeated.
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed;
  const real = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} min @param {number} max */
  const integer = (min, max) => min + Math.floor(real() * (max - min + 1));
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => /** @type {T} */ (list[integer(0, list.length - 1)]);
  return { real, integer, pick };
}

/** @typedef {ReturnType<typeof createRandom>} Random */

/** @type {readonly Figure[]} */
export const figures = [
  'vectors',
  'clocks',
  'heatmap',
  'spectrum',
  'scores',
  'decay',
  'pairing',
  'precision',
  'training',
  'comparison',
];

const letters = [
  'a',
  'É',
  ' ',
  ',',
  '.',
  '&',
  '=',
  '%',
  '+',
  '#',
  '<b>',
  '猫',
  '👍🏽',
  '\n',
  '\u0000',
  '\u202e',
  '"',
];

/**
 * @param {Random} random
 * @param {number} length
 */
export function randomText(random, length) {
  let text = '';
  for (let i = 0; i < length; i += 1) text += random.pick(letters);
  return text;
}

/**
 * A value that its row allows by itself; beside others it may be wrong.
 * @param {Random} random
 * @param {string} name
 * @returns {unknown}
 */
export function randomValue(random, name) {
  const row = rowOf(name);
  switch (row?.type) {
    case 'integer':
      return random.integer(row.min, random.pick([row.min + 3, row.max]));
    case 'real':
      if (row.optional && random.real() < 0.3) return undefined;
      return row.min + random.real() * (Math.min(random.pick([5, row.max]), row.max) - row.min);
    case 'choice':
      return random.pick(row.values);
    case 'list': {
      const some = row.values.filter(() => random.real() < 0.5).slice(0, row.maxCount);
      if (random.real() < 0.5) some.reverse();
      return some.length > 0 || row.mayBeEmpty ? some : [random.pick(row.values)];
    }
    case 'boolean':
      return random.real() < 0.5;
    case 'text':
      return randomText(random, random.integer(0, 30));
    case 'vector':
      if (random.real() < 0.2) return row.optional ? undefined : 'words';
      return Array.from({ length: random.pick([2, 2, 4, 5, 6, 8]) }, () => (random.real() - 0.5) * 2000);
    case 'config': {
      if (random.real() < 0.2) return '';
      const parts = [randomText(random, 3), random.real(), random.integer(-9, 9), null, [], { a: [true] }];
      const value = { [randomText(random, 4)]: random.pick(parts), rope_theta: random.pick(parts) };
      return random.pick([value, JSON.stringify(value), JSON.stringify(value, null, 2)]);
    }
    case 'window': {
      if (random.real() < 0.3) return undefined;
      const most = random.pick([3, 40, 9000]);
      const [top, left] = [random.integer(0, most), random.integer(0, most)];
      return [top, random.integer(top, most), left, random.integer(left, most)];
    }
    default:
      throw new Error(`no row ${name}`);
  }
}

/** @param {Random} random */
export const randomFigure = (random) => random.pick(figures);

/**
 * Consistent settings of any figure, all of them drawn at random.
 * @param {Random} random
 * @param {Figure} [figure]
 * @returns {Settings}
 */
export function randomSettings(random, figure = randomFigure(random)) {
  const most = rangeOf(defaultsOf(figure), 'dimensions')?.max ?? 2;
  const dimensions = random.pick([2, 4, 5, 8, 129, most]);
  let { settings } = change(defaults, { figure, encodings: ['none'], dimensions });
  for (const share of [1, 0.5]) {
    /** @type {Patch} */
    const patch = {};
    for (const { name } of table) {
      if (name === 'figure' || name === 'dimensions' || random.real() >= share) continue;
      patch[name] = random.real() < 0.5 ? randomValue(random, name) : randomFit(random, settings, name);
    }
    settings = change(settings, patch).settings;
  }
  const zoom = random.pick([undefined, randomZoom(random, settings)]);
  return change(settings, { pair: randomFit(random, settings, 'pair'), zoom }).settings;
}

/**
 * @param {Random} random
 * @param {Settings} settings
 * @param {string} name
 * @returns {unknown} a value that fits the others where it is a number, and one that its row allows where it is none
 */
function randomFit(random, settings, name) {
  const range = rangeOf(settings, name);
  if (!range) return randomValue(random, name);
  if (rowOf(name)?.type === 'integer') return random.integer(range.min, range.max);
  return range.min + random.real() * (range.max - range.min);
}

/**
 * @param {Random} random
 * @param {Settings} settings
 * @returns {number[]} a part of the table that lies inside it
 */
function randomZoom(random, { positions, dimensions }) {
  const columns = Math.floor(dimensions / 2);
  const [top, left] = [random.integer(0, positions - 1), random.integer(0, columns - 1)];
  return [top, random.integer(top, positions - 1), left, random.integer(left, columns - 1)];
}

/** @type {Record<string, unknown>} */
const circle = {};
circle.again = circle;

/** @type {unknown} */
let deep = {};
for (let i = 0; i < 100_000; i += 1) deep = { deep };

const fail = () => {
  throw new Error('no');
};

const garbage = [
  ...['', ' ', 'NaN', 'Infinity', '-Infinity', '0x10', '1_000', '10px', '１０', '1e999', '--1', '1,,1', ','],
  ...[
    'ten',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '9'.repeat(500),
    '-0',
  ],
  ...[
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    0.5,
    -1,
    1e300,
    5e-324,
    2 ** 53,
    true,
    false,
    null,
    undefined,
    7n,
  ],
  ...[Symbol('s'), () => 1, {}, [], [[]], [Number.NaN], ['rotary', 'rotary'], [1], [1, '1'], new Array(3)],
  ...[
    new Float32Array([1, Number.NaN]),
    new BigInt64Array(2),
    new DataView(new ArrayBuffer(8)),
    new Date(Number.NaN),
  ],
  ...[Object.create(null), new Proxy({}, {}), { length: 2, 0: 1, 1: 1 }, new Number(3), new Map(), /x/],
  ...['{', '{}', '[]', 'null', '"{}"', '{"a":1}{', "{'a':1}", '{"a":NaN}', '{"a":'.repeat(5000)],
  ...['0,1,0', '1,0,0,1', '0,9,0,1', '0,0.5,0,1', '-1,1,0,1', '0,1e300,0,1', '0,9007199254740992,0,1'],
  ...[circle, deep, { toJSON: () => 'text' }, { a: 7n }, { toJSON: fail }, new Date(0)],
  ...[[0, 1, 0, -0], [0, 1, 0, '1'], new Float64Array(4), new BigInt64Array(4), new Array(4)],
];

/**
 * Anything that a script or a link may hand over, mostly wrong.
 * @param {Random} random
 * @returns {unknown}
 */
export function randomGarbage(random) {
  return random.real() < 0.2 ? randomText(random, random.integer(0, 60)) : random.pick(garbage);
}

/**
 * @param {Random} random
 * @returns {Patch} a few settings with good values, bad ones and garbage
 */
export function randomPatch(random) {
  /** @type {Patch} */
  const patch = {};
  for (let i = random.integer(1, 4); i > 0; i -= 1) {
    const { name } = random.pick(table);
    patch[name] = random.real() < 0.7 ? randomValue(random, name) : randomGarbage(random);
  }
  return patch;
}
