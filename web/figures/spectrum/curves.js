import { toValue } from '../../charts/axes.js';
import { drawnOf, isNumber } from '../../charts/curves.js';
import { wavelengthOf } from '../models/models.js';
import { valuesOf } from './compute.js';
import { levelText, quantities, unfinishedText, unscaledText, words } from './text.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Model} Model */
/** @typedef {import('../../charts/curves.js').Drawn} Drawn */
/** @typedef {Pick<import('../../charts/curves.js').DrawnCurve, 'x' | 'y'>} Line */

/** How strong a curve begins that was not there before. */
const FAINT = 0.2;

/**
 * What the plot draws: a curve a model, the same without scaling for the chosen one and for one's own, and the trained lengths.
 *
 * @param {SpectrumData} data
 * @param {Model | undefined} chosen one of the data's
 * @param {ReadonlyMap<string, number>} styles by id
 * @returns {Drawn}
 */
export function curvesOf({ quantity, models }, chosen, styles) {
  const isLength = quantity === 'wavelength';
  const level = (/** @type {number} */ length) => (isLength ? length : wavelengthOf(length));
  const lengths = [...new Set(models.map(({ trainedLength }) => trainedLength))];
  const levels = lengths.map((length) => {
    const main = length === chosen?.trainedLength;
    return { value: level(length), label: levelText(length, main), main };
  });
  return drawnOf({
    ...quantities[quantity],
    curves: [
      ...models.map((model) => ({
        id: model.id,
        name: model.label,
        label: model.label,
        values: valuesOf(model.inverseFrequencies, quantity),
        style: styles.get(model.id) ?? 0,
        kind: model === chosen ? /** @type {const} */ ('chosen') : /** @type {const} */ ('plain'),
      })),
      ...models
        .filter((model) => model.scalingType !== 'default' && (model === chosen || model.id === 'own'))
        .map((model) => ({
          id: `${model.id} unscaled`,
          name: unscaledText(model, false),
          label: unscaledText(model, model === chosen),
          values: valuesOf(model.unscaled, quantity),
          style: styles.get(model.id) ?? 0,
          kind: /** @type {const} */ ('ghost'),
        })),
    ],
    levels: levels.sort((one, other) => Number(other.main) - Number(one.main)),
    shade: chosen && chosen.unfinished > 0 ? shadeOf(chosen, level(chosen.trainedLength)) : undefined,
    across: words.across,
    beyond: isLength ? 'above' : 'below',
  });
}

/** @param {Model} model @param {number} value */
const shadeOf = ({ unfinished, firstUnfinished, pairs }, value) => ({
  from: firstUnfinished,
  to: pairs - 1,
  value,
  label: unfinishedText(unfinished),
});

/** @param {number} from @param {number} to @param {number} share 0..1 of the way */
const straight = (from, to, share) => toValue({ min: from, max: to, log: false }, share);

/** Straight in logarithms. @param {number} from above 0 @param {number} to @param {number} share 0..1 of the way */
const growing = (from, to, share) => toValue({ min: from, max: to, log: true }, share);

/**
 * What is drawn on the way from one picture to another, straight in logarithms. A curve that was not there stays where it will be, and
 * one with another number of pairs is stretched.
 *
 * @param {Drawn} from
 * @param {Drawn} to
 * @param {number} share 0..1 of the way
 * @returns {Drawn}
 */
export function curvesBetween(from, to, share) {
  const before = new Map(from.curves.map((curve) => [curve.id, curve]));
  return {
    ...to,
    x: { ...to.x, max: straight(from.x.max, to.x.max, share) },
    y: {
      ...to.y,
      min: growing(from.y.min, to.y.min, share),
      max: growing(from.y.max, to.y.max, share),
    },
    curves: to.curves.map((curve) => {
      const old = before.get(curve.id);
      return old
        ? { ...curve, ...lineBetween(old, curve, share) }
        : { ...curve, strength: Math.max(FAINT, share) };
    }),
  };
}

/** @param {Line} from @param {Line} to @param {number} share 0..1 of the way @returns {Line} */
function lineBetween(from, to, share) {
  const count = to.y.length;
  const last = from.y.length - 1;
  const line = { x: new Float64Array(count), y: new Float64Array(count) };
  for (let i = 0; i < count; i += 1) {
    const place = count > 1 ? (i * last) / (count - 1) : 0;
    const here = Math.min(last, Math.floor(place));
    const next = Math.min(last, here + 1);
    const x = straight(from.x[here], from.x[next], place - here);
    const y = growing(from.y[here], from.y[next], place - here);
    line.x[i] = straight(x, to.x[i], share);
    line.y[i] = isNumber(y) && isNumber(to.y[i]) ? growing(y, to.y[i], share) : to.y[i];
  }
  return line;
}

/**
 * Each curve keeps its dash and marker as long as it is there.
 *
 * @param {readonly Model[]} models
 * @param {ReadonlyMap<string, number>} before
 * @returns {Map<string, number>}
 */
export function stylesOf(models, before) {
  const kept = new Map(models.flatMap(({ id }) => (before.has(id) ? [[id, Number(before.get(id))]] : [])));
  const used = new Set(kept.values());
  let next = 0;
  for (const { id } of models) {
    if (kept.has(id)) continue;
    while (used.has(next)) next += 1;
    used.add(next);
    kept.set(id, next);
  }
  return kept;
}

/**
 * The curve that stands out: the one that is new or was changed, else the one that did before. At first it is one that is stretched.
 *
 * @param {readonly Model[]} models
 * @param {readonly Model[]} before
 * @param {string} selected
 * @returns {string} its id; empty where there is none
 */
export function chosenOf(models, before, selected) {
  const old = new Map(before.map((model) => [model.id, model]));
  const added = models.filter(({ id }) => !old.has(id));
  const changed = models.filter((model) => !isSame(model, old.get(model.id)));
  const stretched = added.find(({ scalingType }) => scalingType !== 'default') ?? added[0];
  const kept = models.find(({ id }) => id === selected);
  const isKept = kept && (changed.includes(kept) || changed.length === 0);
  return (stretched ?? (isKept ? kept : (changed[0] ?? models[0])))?.id ?? '';
}

/** @param {Model} model @param {Model | undefined} other */
const isSame = (model, other) =>
  other !== undefined &&
  model.trainedLength === other.trainedLength &&
  model.pairs === other.pairs &&
  model.inverseFrequencies.every((frequency, pair) => frequency === other.inverseFrequencies[pair]);
