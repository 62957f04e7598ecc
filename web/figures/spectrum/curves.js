import { wavelengthOf } from '../models/ropes.js';
import { valuesOf } from './compute.js';
import { levelText, quantities, unfinishedText, unscaledText } from './text.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Rope} Rope */
/** @typedef {import('../../charts/curves.js').Curves} Curves */
/** @typedef {import('../../charts/curves.js').Curve} Curve */

/**
 * What the plot draws: a curve a model, the same without scaling for the chosen one and for one's own, and the trained lengths.
 *
 * @param {SpectrumData} data
 * @param {Rope | undefined} chosen one of the data's
 * @param {ReadonlyMap<string, number>} styles by id
 * @returns {Curves}
 */
export function curvesOf({ quantity, ropes }, chosen, styles) {
  const isLength = quantity === 'wavelength';
  const level = (/** @type {number} */ length) => (isLength ? length : wavelengthOf(length));
  const lengths = [...new Set(ropes.map(({ trainedLength }) => trainedLength))];
  const levels = lengths.map((length) => {
    const main = length === chosen?.trainedLength;
    return { value: level(length), label: levelText(length, main), main };
  });
  return {
    ...quantities[quantity],
    curves: [
      ...ropes.map((rope) => ({
        id: rope.id,
        name: rope.label,
        label: rope.label,
        values: valuesOf(rope.inverseFrequencies, quantity),
        style: styles.get(rope.id) ?? 0,
        kind: rope === chosen ? /** @type {const} */ ('chosen') : /** @type {const} */ ('plain'),
      })),
      ...ropes
        .filter((rope) => rope.scalingType !== 'default' && (rope === chosen || rope.id === 'own'))
        .map((rope) => ({
          id: `${rope.id} unscaled`,
          name: unscaledText(rope, false),
          label: unscaledText(rope, rope === chosen),
          values: valuesOf(rope.unscaled, quantity),
          style: styles.get(rope.id) ?? 0,
          kind: /** @type {const} */ ('ghost'),
        })),
    ],
    levels: levels.sort((one, other) => Number(other.main) - Number(one.main)),
    shade: chosen && chosen.unfinished > 0 ? shadeOf(chosen, level(chosen.trainedLength)) : undefined,
    beyond: isLength ? 'above' : 'below',
  };
}

/** @param {Rope} rope @param {number} value */
const shadeOf = ({ unfinished, firstUnfinished, pairs }, value) => ({
  from: firstUnfinished,
  to: pairs - 1,
  value,
  label: unfinishedText(unfinished),
});

/**
 * Each curve keeps its dash and marker as long as it is there.
 *
 * @param {readonly Rope[]} ropes
 * @param {ReadonlyMap<string, number>} before
 * @returns {Map<string, number>}
 */
export function stylesOf(ropes, before) {
  const kept = new Map(ropes.flatMap(({ id }) => (before.has(id) ? [[id, Number(before.get(id))]] : [])));
  const used = new Set(kept.values());
  let next = 0;
  for (const { id } of ropes) {
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
 * @param {readonly Rope[]} ropes
 * @param {readonly Rope[]} before
 * @param {string} selected
 * @returns {string} its id; empty where there is none
 */
export function chosenOf(ropes, before, selected) {
  const old = new Map(before.map((rope) => [rope.id, rope]));
  const added = ropes.filter(({ id }) => !old.has(id));
  const changed = ropes.filter((rope) => !isSame(rope, old.get(rope.id)));
  const stretched = added.find(({ scalingType }) => scalingType !== 'default') ?? added[0];
  const kept = ropes.find(({ id }) => id === selected);
  const isKept = kept && (changed.includes(kept) || changed.length === 0);
  return (stretched ?? (isKept ? kept : (changed[0] ?? ropes[0])))?.id ?? '';
}

/** @param {Rope} rope @param {Rope | undefined} other */
const isSame = (rope, other) =>
  other !== undefined &&
  rope.trainedLength === other.trainedLength &&
  rope.pairs === other.pairs &&
  rope.inverseFrequencies.every((frequency, pair) => frequency === other.inverseFrequencies[pair]);
