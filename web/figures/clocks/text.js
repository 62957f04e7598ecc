import { counted } from '../../settings/index.js';
import { wavelengthOf } from '../models/models.js';
import { allStill } from '../models/text.js';
import { allMarked, marked } from '../shared/caption.js';
import { brief, fixed, placeText } from '../shared/numbers.js';

/** @typedef {import('./compute.js').ClocksData} ClocksData */
/** @typedef {import('./compute.js').Group} Group */

/** Short words of the layout, the plots and their tables. */
export const words = {
  source: 'source',
  pair: (/** @type {number} */ i) => `pair ${i}`,
  wavelength: { name: 'wavelength', unit: 'positions' },
  dials: { dial: 'pair', turns: 'turns so far', reach: 'turns in training' },
};

/** @param {number} wavelength */
const every = (wavelength) =>
  wavelength === Number.POSITIVE_INFINITY ? 'never' : `every ${allMarked(brief(wavelength))} positions`;

/** @param {number} turns */
const degrees = (turns) => `${fixed(360 * turns, 1)}°`;

/** @param {Group} group */
const nameOf = ({ model }) => (model.id === 'own' ? 'This encoding' : model.label);

/**
 * What is seen, in a few sentences a group.
 * @param {ClocksData} data
 * @returns {string}
 */
export function caption({ groups }) {
  return groups.map(sentences).join(' ');
}

/** @param {Group} group */
function sentences(group) {
  const { model, wavelengths, still } = group;
  const last = model.pairs - 1;
  const pairs = `${counted(model.pairs, 'pair')} of features`;
  if (still === model.pairs) return `${nameOf(group)} has ${pairs}, and ${allStill(still)}.`;
  const turning = `${nameOf(group)} turns ${pairs}`;
  const [fastest, slowest] = [wavelengths[0], wavelengths[last - still]];
  if (model.pairs === 1) return `${turning}, which comes round ${every(fastest)}. ${unfinishedIn(group)}`;
  const stretched = scaledIn(group);
  const range = `the fastest, pair 0, comes round ${every(fastest)}, the slowest, pair ${last - still}, ${every(slowest)}`;
  const standing = still > 0 ? ` ${still} of them ${still === 1 ? 'stands' : 'stand'} still.` : '';
  return `${turning}: ${range}.${standing} ${unfinishedIn(group)}${stretched}`;
}

/** @param {Group['model']} model */
const trainingOf = ({ trainedLength }) => `the ${counted(trainedLength, 'position')} of training`;

/** @param {Group} group */
function unfinishedIn({ model, reach, still }) {
  const { unfinished, firstUnfinished, pairs } = model;
  const within = trainingOf(model);
  const turning = unfinished - still;
  if (turning <= 0)
    return `${still > 0 ? 'All others come' : pairs === 1 ? 'It comes' : 'Each comes'} round within ${within}.`;
  const last = pairs - 1 - still;
  const gets = `gets as far as ${marked(degrees(reach[last]))}`;
  if (pairs === 1) return `In ${within} it never finishes a turn: it ${gets}.`;
  if (turning === 1) return `In ${within} pair ${last} never finishes a turn: it ${gets}.`;
  return `In ${within} ${turning} of them, pairs ${firstUnfinished} to ${last}, never finish a turn: pair ${last} ${gets}.`;
}

/** @param {Group} group */
function scaledIn({ model, slowed, still }) {
  if (slowed === 0) return '';
  const last = model.pairs - 1 - still;
  const times = model.unscaled[last] / model.inverseFrequencies[last];
  const most = times > 1.0005 ? `, pair ${last} by a factor of ${marked(brief(times))}` : '';
  return ` The scaling (${model.scalingType}) slows ${counted(slowed, 'pair')}${most}.`;
}

/** Below the sentence: what had to be assumed. @param {ClocksData} data @returns {string[]} */
export const notes = ({ groups }) => [
  ...new Set(groups.flatMap(({ model }) => model.warnings.map(asSentence))),
];

/** Keys, which have underscores, keep their small letter. @param {string} warning */
const asSentence = (warning) =>
  `${warning.replace(/^[a-z]+(?= )/, (word) => word[0]?.toUpperCase() + word.slice(1))}.`;

/**
 * Beside a group's name.
 * @param {Group} group
 * @returns {string}
 */
export function subtitle({ model }) {
  const { pairs, rotaryDimensions, headDimensions, base, scalingType, scaling, trainedLength } = model;
  const part =
    rotaryDimensions < headDimensions ? ` (${rotaryDimensions} of ${headDimensions} dimensions)` : '';
  const factor = typeof scaling.factor === 'number' ? ` with factor ${brief(scaling.factor)}` : '';
  const stretched = scalingType === 'default' ? '' : `, ${scalingType} scaling${factor}`;
  return `${counted(pairs, 'pair')}${part}, base ${base}, trained on ${counted(trainedLength, 'position')}${stretched}`;
}

/**
 * What the marks of a group mean.
 * @param {Group} group
 * @returns {{ mark: 'whole' | 'broken' | 'thin' | 'none', text: string }[]}
 */
export function legend(group) {
  const { model, ghosts } = group;
  const { unfinished, trainedLength, pairs } = model;
  const whole = unfinished === 0 ? 'every pair finishes' : 'finishes';
  /** @type {ReturnType<typeof legend>} */
  const marks = [];
  if (unfinished < pairs) {
    marks.push({
      mark: 'whole',
      text: `${whole} a turn in ${counted(trainedLength, 'position')}${before(group)}`,
    });
  }
  if (unfinished > 0) marks.push({ mark: 'broken', text: brokenText(group) });
  if (ghosts >= 0) marks.push({ mark: 'thin', text: 'thin hand: without scaling' });
  const wavelength = ghosts >= 0 ? 'scaled wavelength' : 'wavelength';
  marks.push({ mark: 'none', text: `under each dial its ${wavelength}: positions for a turn` });
  return marks;
}

/** The marks tell of training, when nothing was scaled yet. @param {Group} group */
const before = ({ ghosts }) => (ghosts >= 0 ? ' before scaling' : '');

/** @param {Group} group */
function brokenText(group) {
  const { model, still } = group;
  const { unfinished, firstUnfinished, trainedLength, pairs } = model;
  const isOne = unfinished === 1;
  const which = isOne ? `pair ${pairs - 1}` : `pairs ${firstUnfinished}–${pairs - 1}`;
  if (still === unfinished) return `${which} ${isOne ? 'stands' : 'stand'} still`;
  const turn = `${isOne ? 'never finishes' : 'never finish'} a turn in ${counted(trainedLength, 'position')}${before(group)}`;
  return `${which} ${turn}; the grey sector is how far ${isOne ? 'it gets' : 'they get'}`;
}

/**
 * One dial in words and numbers.
 * @param {ClocksData} data after a `frame`
 * @param {Group} group
 * @param {number} pair
 * @returns {string[]} lines
 */
export function readout({ turns, at }, { model, start, ghosts, wavelengths, reach }, pair) {
  const frequency = model.inverseFrequencies[pair];
  const wavelength = wavelengths[pair];
  const made = turns[start + pair];
  const position = at[0];
  const before = wavelengthOf(model.unscaled[pair]);
  const isSlowed = ghosts >= 0 && brief(before) !== brief(wavelength);
  // A hand that is back at 0 has come round, whatever the last bit says.
  const full = Math.floor(made + 1e-12);
  const trained = reach[pair];
  const within = `in ${counted(model.trainedLength, 'trained position')}`;
  return [
    `pair ${pair} at position ${placeText(position)}`,
    `angle ${degrees(Math.max(0, made - full))} after ${counted(full, 'full turn')}`,
    `θ ${brief(frequency)} rad a position`,
    frequency === 0 ? 'it stands still' : `wavelength ${brief(wavelength)} positions`,
    ...(isSlowed ? [`(without scaling ${brief(before)})`] : []),
    trained < 1
      ? `${within} ${degrees(trained)}, never a full turn`
      : `${within} ${counted(brief(trained), 'turn')}`,
  ];
}
/** Thousands, millions and so on, as in kilo and mega. */
const units = ['', 'k', 'M', 'G', 'T'];

/**
 * A wavelength under a dial: three digits, and all of them between a thousand and a million.
 * @param {number} wavelength in positions
 * @returns {string}
 */
export function longLabel(wavelength) {
  return wavelength >= 999.5 && wavelength < 999_500
    ? String(Math.round(wavelength))
    : labelled(wavelength, 3);
}

/**
 * The same in at most four signs.
 * @param {number} wavelength in positions
 * @returns {string}
 */
export const shortLabel = (wavelength) => labelled(wavelength, 2);

/** @param {number} wavelength @param {2 | 3} digits of a thousand or more */
function labelled(wavelength, digits) {
  if (wavelength === Number.POSITIVE_INFINITY) return '∞';
  if (wavelength < 999.5) return wavelength.toPrecision(3);
  const unit = Math.min(units.length - 1, Math.floor(Math.log10(wavelength * 1.0005) / 3));
  const value = wavelength / 1000 ** unit;
  return `${value.toPrecision(value >= 99.5 ? 3 : digits)}${units[unit]}`;
}

/** @param {Group} group @param {string} description */
export const keysText = ({ model }, description) =>
  `${model.label}. Arrow keys go from dial to dial, Home and End to the fastest and the slowest. ${description}`;

/** @param {ClocksData} data */
export function aside({ groups: [{ model, wavelengths, still }] }) {
  const pairs = counted(model.pairs, 'pair');
  const slowest = wavelengths[model.pairs - 1 - still];
  const rest =
    still === model.pairs ? allStill(still) : `the slowest comes round every ${brief(slowest)} positions`;
  return { dimensions: `${pairs}, ${rest}` };
}
