import { h } from '../../dom/index.js';

/** A public thread in which people met what a figure shows. @typedef {readonly [repository: string, number: number, kind?: 'issues' | 'pull']} Thread */

/** @param {Thread} thread */
export const nameOf = ([repository, number]) => `${repository} #${number}`;

/**
 * Links to threads. GitHub leads from an issue's address to the pull request of that number.
 *
 * @param {readonly Thread[]} threads
 * @param {string} between one and the next
 */
export const linksTo = (threads, between) =>
  threads.flatMap((thread, i) => {
    const [repository, number, kind = 'issues'] = thread;
    const href = `https://github.com/${repository}/${kind}/${number}`;
    return [
      i > 0 ? between : '',
      h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, nameOf(thread)),
    ];
  });

/** @typedef {import('../figure.js').FigureHost} FigureHost */

/**
 * Shows what somebody asked for below the picture: brings it into view, and says what is seen. The new picture is drawn in the next
 * frame, and takes its size in the one after.
 *
 * @param {FigureHost} host
 * @param {HTMLElement} element
 * @param {() => string} text
 */
export function reveal(host, element, text) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      element.scrollIntoView({ block: 'nearest', behavior: host.reducedMotion() ? 'auto' : 'smooth' });
      host.say(text());
    }),
  );
}
