import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./tasks.js').Form} Form */

const script = fileURLToPath(new URL('peers.py', import.meta.url));
/** Debian's packages are seen by Debian's Python only, which need not be the first on the path. */
const candidates = ['/usr/bin/python3', 'python3'];

/** @param {string} python @returns {number} how many of the two it has, −1 if it is not there */
function count(python) {
  const find =
    'import importlib.util as u; print(sum(u.find_spec(n) is not None for n in ("numpy", "torch")))';
  const { status, stdout } = spawnSync(python, ['-c', find], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : -1;
}

/**
 * Starts NumPy and PyTorch, as far as they are there.
 * @returns {Promise<{ forms: Form[], versions: string[], missing: string[], close: () => void }>} `missing` are packages of Debian
 */
export async function startPython() {
  const [best] = candidates
    .map((python) => ({ python, has: count(python) }))
    .filter(({ has }) => has >= 0)
    .sort((a, b) => b.has - a.has);
  if (!best) return { forms: [], versions: [], missing: ['python3-numpy', 'python3-torch'], close() {} };

  const child = spawn(best.python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${best.python} has ended`);
    return JSON.parse(value);
  };
  const { forms, versions, missing } = await answer();
  return {
    forms: forms.map((/** @type {string} */ key) => {
      const [task, line, form] = key.split('|');
      const measure = (/** @type {number} */ times) => {
        child.stdin.write(`${JSON.stringify([key, times])}\n`);
        return answer();
      };
      return { task, line, form, measure };
    }),
    versions: Object.entries(versions).map(([name, version]) => `${name} ${version}`),
    missing: missing.map((/** @type {string} */ name) => `python3-${name}`),
    close: () => void child.stdin.end(),
  };
}
