/** @import { Patch, Settings } from '../../web/settings/index.js' */
import { change, defaults, rangeOf, rowOf, table } from '../../web/settings/index.js';

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
      return row.min + random.real() * (random.pick([5, row.max]) - row.min);
    case 'choice':
      return random.pick(row.values);
    case 'list': {
      const some = row.values.filter(() => random.real() < 0.5);
      return some.length > 0 || row.mayBeEmpty ? some : [random.pick(row.values)];
    }
    case 'boolean':
      return random.real() < 0.5;
    case 'text':
      return randomText(random, random.integer(0, 30));
    case 'vector':
      if (random.real() < 0.2) return 'words';
      return Array.from({ length: random.pick([2, 2, 4, 5, 6]) }, () => (random.real() - 0.5) * 2000);
    default:
      throw new Error(`no row ${name}`);
  }
}

/**
 * Consistent settings, all of them drawn at random.
 * @param {Random} random
 * @returns {Settings}
 */
export function randomSettings(random) {
  const dimensions = random.pick([2, 4, 5, 8, 512]);
  let { settings } = change(defaults, { encodings: ['none'], dimensions });
  for (const { name } of table) {
    if (name === 'dimensions') continue;
    settings = change(settings, { [name]: randomValue(random, name) }).settings;
  }
  const pairs = rangeOf(settings, 'pair');
  return change(settings, { pair: random.integer(0, pairs?.max ?? 0) }).settings;
}

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
