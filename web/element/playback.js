import { rangeOf } from '../settings/index.js';
import { Clock } from './clock.js';

/** @typedef {import('../settings/index.js').Settings} Settings */

/** Where the playhead ends. @param {Settings} settings */
export const lastOf = (settings) => Number(rangeOf(settings, 'at')?.max);

/** The clock as the settings and the reader want it. */
export class Playback extends Clock {
  /** to be played as soon as it is seen */
  waiting = false;

  /** As when the figure opened: at the start if it plays by itself, else where all arrows are drawn. @param {Settings} settings */
  begin(settings) {
    const { at, autoplay, speed, loop } = settings;
    const last = lastOf(settings);
    this.pause();
    this.speed = speed;
    this.loop = loop;
    this.positions = last + 1;
    this.waiting = autoplay && at === undefined;
    this.position = at ?? (this.waiting ? 0 : last);
  }

  /** @param {Settings} settings @param {Settings} before */
  follow(settings, before) {
    const resting = settings.at === undefined && !this.playing && this.position === lastOf(before);
    const last = lastOf(settings);
    this.speed = settings.speed;
    this.loop = settings.loop;
    this.positions = last + 1;
    if (last === 0) this.pause();
    if (resting) this.position = last;
    // A figure without time may open with a place for later ones.
    const isKept = settings.at === before.at && settings.figure === before.figure;
    if (settings.at === undefined || isKept) return;
    this.pause();
    this.position = settings.at;
  }

  /** Where one whole step from here leads. @param {number} by */
  stepped(by) {
    const here = this.position;
    return by > 0 ? Math.floor(here + 1e-9) + by : Math.ceil(here - 1e-9) + by;
  }
}
