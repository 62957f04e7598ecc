import { spawnSync } from 'node:child_process';
import { findProgram } from './programs.js';

/** Where Python is: the search path's may be a person's own, without what the system's packages bring to the others. */
const places = [
  'python3',
  '/usr/bin/python3',
  '/usr/local/bin/python3',
  '/opt/homebrew/bin/python3',
  'python',
];

/** @type {Map<string, string>} */
const found = new Map();

/**
 * A Python that has some modules: `PYTHON_PATH` if it is set, otherwise the first of those that are usually there.
 * @param {...string} modules such as `numpy`
 * @returns {string | undefined} an absolute path
 */
export function findPython(...modules) {
  const wanted = process.env.PYTHON_PATH;
  const key = [wanted, ...modules].join('\n');
  const known = found.get(key);
  if (known) return known;
  const code = modules.map((name) => `import ${name}`).join('\n');
  for (const place of wanted ? [wanted] : places) {
    const python = findProgram([place]);
    if (!python || spawnSync(python, ['-c', code], { stdio: 'ignore' }).status !== 0) continue;
    found.set(key, python);
    return python;
  }
  return undefined;
}
