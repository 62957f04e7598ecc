import { spawnSync } from 'node:child_process';
import { numpy } from '../../scripts/prepare.js';
import { findPython } from '../../scripts/programs.js';

/** Runs texts from its input, each by itself, and prints the two results of each. */
const runner = `
import json
import sys

results = []
for name, code in json.load(sys.stdin):
    space = {}
    exec(compile(code, name, 'exec'), space)
    results.append([space['inverse_frequencies'].tolist(), float(space['attention_factor'])])
print(json.dumps(results))
`;

/**
 * What Python makes of some programs, in one process.
 * @param {(readonly [name: string, code: string])[]} programs that define `inverse_frequencies` and `attention_factor`
 * @returns {{ inverseFrequencies: number[], attentionFactor: number }[]} in their order
 * @throws {Error} which says what to install, where Python has no NumPy
 */
export function runPython(programs) {
  const python = findPython('numpy');
  if (!python) {
    const packages = Object.entries(numpy.packages).map(([manager, name]) => `${manager} install ${name}`);
    throw new Error(
      `Missing: ${numpy.name}. npm test asks for it; by hand it is ${packages.join(', or ')}. PYTHON_PATH names another Python.`,
    );
  }
  const options = {
    input: JSON.stringify(programs),
    maxBuffer: 2 ** 26,
    encoding: /** @type {const} */ ('utf8'),
  };
  // A warning, as of a division by 0, is an error here.
  const { status, stdout, stderr } = spawnSync(python, ['-W', 'error', '-c', runner], options);
  if (status !== 0) throw new Error(`${python} ended with ${status}: ${stderr}`);
  /** @type {[number[], number][]} */
  const results = JSON.parse(stdout);
  return results.map(([inverseFrequencies, attentionFactor]) => ({ inverseFrequencies, attentionFactor }));
}
