import { wavelengthOf } from '../models/ropes.js';
import { valuesOf } from './compute.js';

/** @typedef {import('./compute.js').SpectrumData} SpectrumData */
/** @typedef {import('./compute.js').Rope} Rope */
/** @typedef {import('../../charts/curves.js').Picture} Picture */
/** @typedef {import('../../charts/curves.js').Curve} Curve */

const axes = {
  wavelength: 'wavelength, positions a turn',
  frequency: 'inverse frequency θ, radians a position',
};

/**
 * What the plot draws: a curve a model, the same without scaling for the selected one and for one's own, and the trained lengths.
 *
 * @param {SpectrumData} data
 * @param {Rope | undefined} selected one of the data's
 * @param {ReadonlyMap<string, number>} looks by id
 * @returns {Picture}
 */
export function pictureOf({ quantity, ropes }, selected, looks) {
  const isLength = quantity === 'wavelength';
  const level = (/** @type {number} */ length) => (isLength ? length : wavelengthOf(length));
  /** @type {Curve[]} */
  const curves = [...ropes, ...ropes.filter((rope) => hasGhost(rope, selected))].map((rope, i) => {
    const ghost = i >= ropes.length;
    return {
      id: ghost ? `${rope.id} unscaled` : rope.id,
      label: ghost ? `${rope === selected ? '' : `${rope.label}, `}unscaled` : rope.label,
      values: valuesOf(ghost ? rope.unscaled : rope.inverseFrequencies, quantity),
      look: looks.get(rope.id) ?? 0,
      ghost,
    };
  });
  const lengths = [...new Set(ropes.map(({ trainedLength }) => trainedLength))];
  const stands = ropes.some(({ inverseFrequencies }) => inverseFrequencies.includes(0));
  return {
    kind: quantity,
    curves,
    levels: lengths.map((length) => {
      const main = length === selected?.trainedLength;
      return { value: level(length), label: main ? `trained length ${length}` : String(length), main };
    }),
    shade: selected && selected.unfinished > 0 ? shadeOf(selected, level(selected.trainedLength)) : undefined,
    beyond: isLength ? 'above' : 'below',
    beyondLabel: stands ? (isLength ? '∞' : '0') : '',
    axes: { x: 'pair', y: axes[quantity] },
  };
}

/** @param {Rope} rope @param {Rope | undefined} selected */
const hasGhost = (rope, selected) =>
  rope.scalingType !== 'default' && (rope === selected || rope.id === 'own');

/** @param {Rope} rope @param {number} value */
const shadeOf = ({ unfinished, firstUnfinished, pairs }, value) => ({
  from: firstUnfinished,
  to: pairs - 1,
  value,
  label: unfinished === 1 ? '1 pair never finishes a turn' : `${unfinished} pairs never finish a turn`,
});
