import { counted, joined } from '../../settings/index.js';
import { allStill } from '../models/text.js';
import { allMarked, marked } from '../shared/caption.js';
import { brief, fixed } from '../shared/numbers.js';
import { pairOf } from './compute.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Model} Model */
/** @typedef {import('./compute.js').Bands} Bands */

/** Short words of what stands under the plot. */
export const words = {
  source: 'source',
  add: 'Add',
  others: 'Compare with …',
  copy: 'Copy',
  link: 'Link',
  across: 'pair',
};

/** With more curves than this, each has fewer words. */
const FEW = 2;

/** More ratios than this are not read. */
const FEW_BLENDED = 8;

/**
 * What is seen, in a sentence a curve.
 *
 * @param {SpectrumData} data
 * @returns {string}
 */
export function caption({ models, bands }) {
  if (models.length === 0) return 'No model is chosen: choose one to compare, or paste its config.json.';
  if (models.length > FEW) return models.map(shortSentence).join(' ');
  return models.map((model, i) => sentence(model) + inDetail(model, bands[i])).join(' ');
}

/** @param {Model} model */
const trainingOf = ({ trainedLength }) => `the ${counted(trainedLength, 'position')} of training`;

/** @param {Model} model */
function sentence(model) {
  const { turning, still, slowest } = pairsOf(model);
  const { label, unfinished: count, firstUnfinished: first } = model;
  const scaling = scaledBy(model);
  const having = scaling && ` It has ${scaling}.`;
  if (turning === 0) return `${label} has ${counted(still, 'pair')}, and ${allStill(still)}.${having}`;
  const pairs = `${label} turns ${counted(turning, 'pair')}`;
  const rest = still > 0 ? `, and ${moreStill(still)}` : '';
  const where = first === model.pairs - 1 ? `pair ${first}` : `from pair ${first} on`;
  const [never, training] = [`never ${count === 1 ? 'finishes' : 'finish'}`, trainingOf(model)];
  const finish =
    count === 0 ? `all finish a turn in ${training}` : `${count} (${where}) ${never} a turn in ${training}`;
  return `${pairs}${rest}; the slowest comes round in ${slowest} positions, and ${finish}.${having}`;
}

/** @param {number} pairs */
const moreStill = (pairs) => `${pairs} more ${pairs === 1 ? 'stands' : 'stand'} still`;

/**
 * The numbers that a scaling's code has on its way.
 *
 * @param {Model} model
 * @param {Bands | undefined} bands
 * @returns {string} a sentence with a space before it, or nothing
 */
function inDetail(model, bands) {
  const { scalingType, ramp, unroundedRamp: exact, inverseFrequencies, unscaled } = model;
  if (scalingType === 'ntk' || scalingType === 'dynamic') {
    if (model.pairs < 2) return '';
    // Pair 1 turns by base^(−1 / pairs).
    const base = inverseFrequencies[1] ** -model.pairs;
    return ` Its base is ${marked(fixed(base, 2))} in place of ${brief(model.base)}.`;
  }
  if (!bands) return '';
  const effect = effectOf(model, bands);
  if (ramp && exact) {
    const isRounded = ramp.low !== exact.low || ramp.high !== exact.high;
    const rounded = isRounded ? `, rounded to ${ramp.low} and ${ramp.high}` : '';
    return ` Its ramp goes from pair ${marked(`${fixed(exact.low, 4)} to ${fixed(exact.high, 4)}`)}${rounded}: ${effect}.`;
  }
  const ratios = zonesOf(bands)
    .filter(({ kind, first, last }) => kind === 'blended' && last - first < FEW_BLENDED)
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .map((pair) => fixed(inverseFrequencies[pair] / unscaled[pair], 4));
  const blended =
    ratios.length > 0 ? `; blended are frequencies of ${marked(joined(ratios))} times what they were` : '';
  return ` ${effect.slice(0, 1).toUpperCase()}${effect.slice(1)}${blended}.`;
}

/** @param {Model} model */
function shortSentence(model) {
  const { turning, still, slowest } = pairsOf(model);
  const { unfinished: count, firstUnfinished: first } = model;
  const unfinished = `${count === 0 ? 'none' : count} unfinished in ${model.trainedLength}${count === 0 ? '' : `, from pair ${first} on`}`;
  const motion =
    turning === 0
      ? [counted(still, 'pair'), allStill(still)]
      : [
          counted(turning, 'pair'),
          still > 0 ? moreStill(still) : '',
          `the slowest in ${slowest} positions`,
          unfinished,
        ];
  const parts = [...motion, scaledBy(model)].filter((part) => part !== '');
  return `${model.label}: ${parts.join(', ')}.`;
}

/** @param {Model} model @returns {{ turning: number, still: number, slowest: string }} nothing is the slowest where none turns */
function pairsOf(model) {
  const turning = model.inverseFrequencies.filter((frequency) => frequency > 0).length;
  const slowest = turning > 0 ? allMarked(brief(pairOf(model, turning - 1).wavelength)) : '';
  return { turning, still: model.pairs - turning, slowest };
}

/** The scaling and the attention factor, where there are any. @param {Model} model */
function scaledBy(model) {
  const factor =
    model.attentionFactor === 1 ? '' : `attention factor ${marked(fixed(model.attentionFactor, 4))}`;
  const scaling = model.scalingType === 'default' ? '' : scalingOf(model);
  return [scaling, factor].filter((part) => part !== '').join(' and ');
}

/** @type {Readonly<Record<string, (model: Model) => string>>} */
const scalings = Object.freeze({
  default: () => 'no scaling',
  linear: ({ scaling }) => `linear scaling by ${brief(scaling.factor)}`,
  dynamic: ({ scaling, sequenceLength }) =>
    `dynamic scaling by ${brief(scaling.factor)} for a text of ${counted(sequenceLength, 'position')}`,
  ntk: ({ scaling }) => `NTK-aware scaling by ${brief(scaling.factor)}`,
  yarn: ({ scaling }) => `YaRN scaling by ${brief(scaling.factor)}`,
  llama3: ({ scaling }) => `Llama 3 scaling by ${brief(scaling.factor)}`,
  longrope: ({ sequenceLength, trainedLength }) =>
    `LongRoPE with its ${sequenceLength > trainedLength ? 'long' : 'short'} factors for a text of ${counted(sequenceLength, 'position')}`,
  proportional: ({ scaling }) =>
    `proportional scaling${(scaling.factor ?? 1) > 1 ? ` by ${brief(scaling.factor)}` : ''}`,
});

/** The scaling and its factor, in words. @param {Model} model */
const scalingOf = (model) => scalings[model.scalingType]?.(model) ?? model.scalingType;

/** Of a curve's row: what it is, and what its scaling does. @param {Model} model @param {Bands | undefined} bands */
export const aboutText = (model, bands) =>
  [`${counted(model.pairs, 'pair')}, base ${model.base}`, scalingOf(model), effectOf(model, bands)]
    .filter((part) => part !== '')
    .join('; ');

/**
 * What a scaling does to the pairs, in words.
 *
 * @param {Model} model
 * @param {Bands | undefined} bands
 * @returns {string} empty where there is nothing to say
 */
export function effectOf(model, bands) {
  const stretches = Array.from({ length: model.pairs }, (_, pair) => pairOf(model, pair).stretch).filter(
    Number.isFinite,
  );
  if (model.scalingType === 'default' || stretches.length === 0) return '';
  if (bands) {
    const divided = `divided by ${brief(model.scaling.factor)}`;
    const zones = zonesOf(bands).map(
      ({ kind, first, last }) =>
        `${first === last ? first : `${first}–${last}`} ${kind === 'divided' ? divided : kind}`,
    );
    return `pairs ${zones.join(', ')}`;
  }
  const [least, most] = [Math.min(...stretches), Math.max(...stretches)];
  if (most - least < 1e-9 * most)
    return brief(most) === '1' ? 'no pair is stretched' : `every pair is stretched ${brief(most)} times`;
  return `pairs are stretched ${brief(least)} to ${brief(most)} times`;
}

/**
 * Stretches of pairs that are treated alike.
 *
 * @param {Bands} bands
 * @returns {{ kind: import('../models/models.js').Band, first: number, last: number }[]}
 */
export function zonesOf({ kinds }) {
  /** @type {ReturnType<typeof zonesOf>} */
  const zones = [];
  kinds.forEach((kind, pair) => {
    const zone = zones.at(-1);
    if (zone?.kind === kind) zone.last = pair;
    else zones.push({ kind, first: pair, last: pair });
  });
  return zones;
}

/** What is drawn, along the upright axis. */
export const quantities = {
  wavelength: { name: 'wavelength', unit: 'positions a turn' },
  frequency: { name: 'inverse frequency θ', unit: 'radians a position' },
};

/** A trained length on its line. @param {number} length @param {boolean} isMain whether it is the chosen model's */
export const levelText = (length, isMain) => (isMain ? `trained length ${length}` : String(length));

/** @param {number} count of pairs */
export const unfinishedText = (count) =>
  count === 1 ? '1 pair never finishes a turn' : `${count} pairs never finish a turn`;

/** @param {Model} model @param {boolean} isChosen whether it stands beside the model itself */
export const unscaledText = ({ label }, isChosen) => (isChosen ? 'unscaled' : `${label}, unscaled`);

/** What a reader can do. */
export const hint = () =>
  matchMedia('(hover: none)').matches
    ? 'Tap a curve to read a pair.'
    : 'Point at a curve, or use the arrow keys, to read a pair.';

/** @param {string} description */
export const keysText = (description) =>
  `Left and right arrow keys go from pair to pair, up and down from curve to curve. ${description}`;

/**
 * One pair of one model, in words.
 *
 * @param {Model} model
 * @param {number} pair
 * @returns {string}
 */
export function reading(model, pair) {
  const { frequency, wavelength, turns, stretch } = pairOf(model, pair);
  if (frequency === 0) return `${model.label}, pair ${pair}: inverse frequency 0, it stands still`;
  const by = brief(stretch) === '1' ? 'not stretched' : `stretched ${brief(stretch)} times`;
  const stretched = model.scalingType === 'default' ? '' : `, ${by}`;
  return (
    `${model.label}, pair ${pair}: inverse frequency ${brief(frequency)}, wavelength ${brief(wavelength)}, ` +
    `${counted(brief(turns), 'turn')} in ${counted(model.trainedLength, 'position')}${stretched}`
  );
}

/** @param {Model | undefined} model */
export const numbersText = (model) => (model ? `The numbers: ${model.label}` : 'The numbers');

/** Of the table. @param {Model} model @param {boolean} hasBands whether its scaling treats pairs differently */
export const columnNames = ({ trainedLength }, hasBands) => [
  'pair',
  'inverse frequency',
  'wavelength',
  `turns in ${trainedLength}`,
  'stretched',
  ...(hasBands ? ['scaling'] : []),
];

/** @param {string} what */
export const copiedText = (what) => `${what}: copied.`;

/** @param {string} what */
export const refusedText = (what) =>
  `${what}: the browser does not let this page copy. The text is selected: copy it with the keyboard.`;

/**
 * What a reader should know of the models. What several of them share is said once.
 *
 * @param {SpectrumData} data
 * @returns {string[]}
 */
export function notes({ models }) {
  /** By warning, whose it is. All types of layers share what is known of their model. @type {Map<string, Set<string>>} */
  const owners = new Map();
  for (const { model, warnings } of models) {
    for (const warning of warnings) owners.set(warning, (owners.get(warning) ?? new Set()).add(model));
  }
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const [warning, models] of owners) {
    const names = [...models].join(', ');
    lines.set(names, [...(lines.get(names) ?? []), warning]);
  }
  return Array.from(lines, ([names, warnings]) => `${names}: ${warnings.join('; ')}.`);
}

/** @param {string} label of a model */
export const removeText = (label) => `Remove ${label}`;

/** @param {number} most */
export const mostText = (most) => `At most ${most} can be compared`;

/** What is copied. @param {string} form @param {Model | undefined} model */
export const copyText = (form, model) => (form === words.link ? 'The link' : `${form} of ${model?.label}`);

/** Above the numbers, for those who do not see them. @param {Model} model @param {string} attentionFactor */
export const tableText = ({ label }, attentionFactor) => `${label}, attention factor ${attentionFactor}`;
