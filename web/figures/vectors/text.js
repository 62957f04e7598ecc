import { column, letter, live, math, matrix, number, of, op, row } from '../../dom/math.js';
import { allMarked, marked } from '../shared/caption.js';
import { LEAST_FACTOR } from '../shared/encodings.js';
import { brief, fixed, placeText, rangeOf } from '../shared/numbers.js';

/** @typedef {import('../../settings/index.js').Settings} Settings */
/** @typedef {import('./compute.js').VectorsData} VectorsData */
/** @typedef {import('./compute.js').Panel} Panel */
/** @typedef {import('../../dom/math.js').MathArray} MathArray */

/** Short words of the layout, the plots and their tables. */
export const words = {
  magnitude: 'magnitude',
  angle: 'angle',
  arrows: { index: 'position', label: 'token' },
  taken:
    'Taken. Arrow keys move it, Shift makes the steps small, Enter leaves it there, Escape puts it back.',
};

/**
 * What is seen, in a sentence or two an encoding, with the numbers at the whole positions.
 *
 * @param {VectorsData} data
 * @param {Settings} settings
 */
export function caption(data, settings) {
  const sentences = data.panels.map((panel) => sentence(panel, data, settings));
  if (data.pairs > 1) {
    sentences.unshift(
      `This is pair ${settings.pair} of 0 to ${data.pairs - 1}: features ${data.features.join(' and ')}, ` +
        `${marked(brief(data.inverseFrequency))} rad a position, once round in ${allMarked(brief(data.wavelength))} positions.`,
    );
  }
  return sentences.join(' ');
}

/** @param {Panel} panel @param {VectorsData} data @param {Settings} settings */
function sentence(panel, data, settings) {
  const words = data.rows !== undefined;
  const [shortest, longest] = rangeOf(panel.magnitude);
  const [first, last] = rangeOf(panel.angle);
  const flat = longest - shortest <= 1e-6 * Math.max(1, longest);
  const magnitude = marked(
    flat ? `at ${fixed(longest, 3)}` : `from ${fixed(shortest, 2, longest)} to ${fixed(longest, 2)}`,
  );
  const widest = Math.max(Math.abs(first), Math.abs(last));
  const swing = marked(`${fixed(first, 1, widest)}° and ${fixed(last, 1, widest)}°`);
  const single = marked(fixed(longest, 3));
  const several = settings.positions > 1;
  switch (panel.encoding.name) {
    case 'rotary': {
      const turn = marked(`${brief((data.inverseFrequency * 180) / Math.PI)}°`);
      const kept = words ? `every word’s own magnitude (${magnitude})` : `the magnitude ${magnitude}`;
      return `Turning keeps ${kept}${several ? ` and adds the same ${turn} at every step` : ''}.`;
    }
    case 'sinusoidal': {
      if (!several) return `Adding makes the magnitude ${single}.`;
      if (last - first < 0.05)
        return `Adding leaves the angle at ${marked(`${fixed(last, 1, 1)}°`)}, with the magnitude ${magnitude}.`;
      const way = monotone(panel.angle)
        ? 'moves its angle between'
        : 'swings its angle back and forth between';
      if (flat && !words) return `Adding leaves the magnitude ${magnitude}, and ${way} ${swing}.`;
      const whose = words ? 'the words’ magnitudes, now' : 'the vector’s magnitude';
      return `Adding changes ${whose} ${magnitude}, and ${words ? 'pushes their angles about' : `${way} ${swing}`}.`;
    }
    case 'product': {
      const way = flat ? 'leaves, because both features are equal,' : 'changes';
      const end = `at position 0 feature ${data.features[0]} is multiplied by 0 and what it held is gone`;
      return several
        ? `Multiplying feature by feature ${way} the magnitude ${magnitude}; ${end}.`
        : `Multiplying feature by feature makes the magnitude ${single}; ${end}.`;
    }
    case 'learned':
      return several
        ? `Looking up adds another random row at each position: the magnitude runs ${magnitude}, and nothing lies between two rows.`
        : `Looking up adds row 0 and makes the magnitude ${single}.`;
    default:
      return words
        ? `With no position, a word is the same vector wherever it stands (magnitude ${magnitude}).`
        : `With no position, every vector is the same: (${marked(`${fixed(panel.x[0], 2)}, ${fixed(panel.y[0], 2)}`)}).`;
  }
}

/** @param {Float64Array} values */
function monotone(values) {
  let [rises, falls] = [false, false];
  for (let i = 1; i < values.length; i += 1) {
    const step = values[i] - values[i - 1];
    if (step > 1e-6) rises = true;
    if (step < -1e-6) falls = true;
  }
  return !(rises && falls);
}

/**
 * One arrow in words and numbers.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @param {number | 'moving'} which a whole position, or the arrow under the playhead
 */
export function readout(panel, data, which) {
  const at = which === 'moving' ? panel.moving : wholeAt(panel, which);
  const label = data.labels[at.index];
  const row = data.rows === undefined ? '' : ` (row ${data.rows[at.index]})`;
  const position = placeText(at.position);
  const word =
    at.index < data.wordCount ? `${label}${row}, position ${position}` : `position ${position}${row}`;
  return (
    `${word}: x ${fixed(at.x, 2, at.magnitude)}, y ${fixed(at.y, 2, at.magnitude)}, ` +
    `magnitude ${fixed(at.magnitude, 3)}, angle ${fixed(at.angle, 1, 1)}°`
  );
}

/** @param {Panel} panel @param {number} index */
function wholeAt({ x, y, magnitude, angle }, index) {
  const at = (/** @type {ArrayLike<number>} */ values) => values[index];
  return { position: index, index, x: at(x), y: at(y), magnitude: at(magnitude), angle: at(angle) };
}

/**
 * The panel's formula with the live numbers in it: one or two ways to write it, and how it reads.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @returns {{ lines: MathArray[], label: string }}
 */
export function formulaOf(panel, data) {
  const token = data.rows === undefined ? tokenColumn(panel) : column(live('tokenX'), live('tokenY'));
  switch (panel.encoding.name) {
    case 'rotary': {
      const turning = matrix([
        [turned('cos'), row(op('−'), turned('sin'))],
        [turned('sin'), turned('cos')],
      ]);
      const complex = row(
        ['msup', {}, letter('e'), row(letter('i'), op('·'), live('turn'))],
        op('·'),
        letter('z'),
        op('='),
        live('x'),
        ['mo', {}, { live: 'sign' }],
        live('sizeY'),
        letter('i'),
      );
      return lines('the token vector, turned', row(turning, token, op('='), tip()), complex);
    }
    case 'sinusoidal':
      return lines('the token vector plus a sine and a cosine', row(token, op('+'), wave(), op('='), tip()));
    case 'product':
      return lines('the token vector times a sine and a cosine', row(token, op('∘'), wave(), op('='), tip()));
    case 'learned':
      return lines(
        'the token vector plus a row of the table',
        row(token, op('+'), column(live('rowX'), live('rowY')), op('='), tip()),
      );
    default:
      return lines('the token vector', row(token, op('='), tip()));
  }
}

/** @param {string} label how it reads @param {...MathArray} nodes */
const lines = (label, ...nodes) => ({ lines: nodes.map((node) => math(node, { display: 'block' })), label });

/** @param {string} name */
const turned = (name) => of(name, live('turn'), '0.17em');
const tip = () => column(live('x'), live('y'));
const wave = () => column(turned('sin'), turned('cos'));

/** @param {Panel} panel */
function tokenColumn({ source: { tokens, features } }) {
  return column(number(fixed(tokens[features[0]] ?? 0, 2)), number(fixed(tokens[features[1]] ?? 0, 2)));
}

/**
 * The numbers at the playhead: those of the formula, and those beside the strips.
 *
 * @param {Panel} panel
 * @param {VectorsData} data
 * @returns {Record<string, string>}
 */
export function liveNumbers(panel, data) {
  const { moving, source } = panel;
  const turn = moving.position * data.inverseFrequency;
  const d = source.settings.dimensions;
  const token = source.features.map((feature) => source.tokens[moving.index * d + feature] ?? 0);
  const [tokenX, tokenY] = /** @type {[number, number]} */ (token);
  return {
    turn: fixed(turn, turn < 100 ? 2 : 1),
    x: fixed(moving.x, 2, moving.magnitude),
    y: fixed(moving.y, 2, moving.magnitude),
    sign: moving.y < 0 ? '−' : '+',
    sizeY: fixed(Math.abs(moving.y), 2, moving.magnitude),
    tokenX: fixed(tokenX, 2),
    tokenY: fixed(tokenY, 2),
    rowX: fixed(moving.x - tokenX, 2),
    rowY: fixed(moving.y - tokenY, 2),
    magnitude: fixed(moving.magnitude, 3),
    angle: `${fixed(moving.angle, 0, 1)}°`,
  };
}

/** @param {string} title @param {string} description */
export const keysText = (title, description) =>
  `${title}. Arrow keys choose an arrow, Enter takes it, arrow keys move it, Escape puts it back. ${description}`;

/** Above the strips in a picture. @param {Panel} panel @param {VectorsData} data */
export function stripsTitle(panel, data) {
  const { magnitude, angle } = liveNumbers(panel, data);
  return `Magnitude ${magnitude}, and below it the angle, ${angle}`;
}

/** Of a drag under the product. @param {readonly number[]} features that it cannot move @param {number} position */
export const lostText = (features, position) =>
  `Feature ${features.join(' and ')} is multiplied by less than ${LEAST_FACTOR} at position ${fixed(position, 2)}: ` +
  'its information is gone, so it does not follow.';

/** @param {VectorsData} data */
export const aside = ({ inverseFrequency, wavelength }) => ({
  pair: `θ ${brief(inverseFrequency)} rad a position, wavelength ${brief(wavelength)}`,
});
