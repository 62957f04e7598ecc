import { Failure, say } from './run.js';

/**
 * One check of many. `run` answers with a word about what was done, and throws a Failure when it failed.
 * @typedef {{ name: string, run: () => Promise<string | void> }} Step
 */

/**
 * Runs steps one after another; one that fails does not hide the later ones.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps) {
  /** @type {{ name: string, passed: boolean, note: string, seconds: number }[]} */
  const results = [];
  for (const [index, { name, run }] of steps.entries()) {
    say(`\n[${index + 1}/${steps.length}] ${name}`);
    const start = performance.now();
    const { passed, note } = await run().then(
      (word) => ({ passed: true, note: word ?? '' }),
      (error) => ({ passed: false, note: error instanceof Failure ? error.message : String(error.stack) }),
    );
    if (!passed) say(note);
    results.push({ name, passed, note, seconds: (performance.now() - start) / 1000 });
  }
  say('');
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, passed, note, seconds } of results) {
    const [first = ''] = note.split('\n');
    say(
      `${passed ? 'passed' : 'FAILED'}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${first}`,
    );
  }
  const passed = results.filter((result) => result.passed).length;
  say(`${passed} passed, ${results.length - passed} failed`);
  return passed === results.length;
}
