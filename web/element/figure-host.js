import { writeLink } from '../settings/index.js';

/** @typedef {import('../figures/index.js').FigureHost} FigureHost */

const HERE = import.meta.url;

/** @param {import('../settings/index.js').Settings} settings @returns {string} the address that shows this figure alone */
export const linkTo = (settings) => String(new URL(`./?${writeLink(settings)}`, HERE));

/**
 * What a stage asks of its element.
 *
 * @typedef {object} Does
 * @property {(patch: import('../settings/index.js').Patch) => readonly unknown[]} change gives what was wrong
 * @property {() => void} reset
 * @property {() => void} tell that the settings changed by themselves
 */

/**
 * What a figure's view and its panel may ask, as a stage and its element answer it.
 *
 * @param {import('./stage.js').Stage} stage
 * @param {Does & Pick<FigureHost, 'drag' | 'say' | 'visible' | 'reducedMotion' | 'link'> & { scheme: () => FigureHost['scheme'] }} world
 * @returns {import('./figure-view.js').Host}
 */
export function hostFor(stage, { change, reset, scheme, drag, say, visible, reducedMotion, link }) {
  const { playback } = stage;
  return {
    time: {
      toggle: () => (playback.playing ? stage.pause() : stage.play()),
      step: (by) => stage.goTo(playback.stepped(by)),
      scrub: (position) => stage.goTo(position),
    },
    ask: (name, value) => change({ [name]: value }).length === 0,
    reset,
    figure: {
      get scheme() {
        return scheme();
      },
      ask: (patch) => change(patch).length === 0,
      seek: (position) => stage.goTo(position),
      drag,
      say,
      redraw: () => stage.draw(),
      renewed: () => stage.renewed(),
      visible,
      reducedMotion,
      link,
    },
  };
}
