/**
 * Why something did not load: no WebAssembly here, or none with SIMD; forbidden by a policy, or to a page of this origin; not found,
 * or something else in its place; not enough memory; replaced by a new version; not arrived; not asked for again by the browser;
 * arrived, but with an error when it ran.
 * @typedef {'unsupported' | 'policy' | 'origin' | 'missing' | 'type' | 'memory' | 'version' | 'network' | 'kept' | 'broken'} Kind
 */

/** Something did not load. Its message is plain sentences for a reader. */
export class LoadError extends Error {
  name = 'LoadError';

  /** @param {Kind} kind @param {string} message */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/** The place cannot run the core: no WebAssembly, or none with SIMD. */
export class UnsupportedError extends LoadError {
  name = 'UnsupportedError';

  /** @param {string} message */
  constructor(message) {
    super('unsupported', message);
  }
}

/**
 * @typedef {object} Wanted
 * @property {URL} url of the file
 * @property {string} from the address of the module that asks for it, and so names it
 * @property {boolean} [again] whether an `import()` of it failed before, which some browsers never forget
 */

/** @param {Wanted} wanted */
const nameOf = ({ url }) => url.pathname.slice(url.pathname.lastIndexOf('/') + 1);

/** @param {string} what */
export const forbidden = (what) =>
  new LoadError('policy', `The content security policy of this page forbids ${what}.`);

/**
 * Loads a file, or throws why that failed.
 * @template T
 * @param {Wanted} wanted
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
export async function loading(wanted, load) {
  let directive = '';
  const listener = (/** @type {Event} */ event) => {
    const { blockedURI, disposition, effectiveDirective } = /** @type {SecurityPolicyViolationEvent} */ (
      event
    );
    // One that a policy only reports was loaded.
    if (disposition === 'enforce' && blockedURI === wanted.url.href)
      directive = effectiveDirective.replace('-elem', '');
  };
  const unlisten = () => globalThis.removeEventListener?.('securitypolicyviolation', listener);
  // Node has no such events.
  globalThis.addEventListener?.('securitypolicyviolation', listener);
  try {
    return await load();
  } catch (error) {
    // Both fetch and import() say with a TypeError that a file did not come; a module may throw one of its own when it runs.
    if (!(error instanceof TypeError)) throw error;
    // The browser refuses first, and then tells why.
    await new Promise((done) => setTimeout(done));
    // The second request may break a directive of its own.
    unlisten();
    throw directive ? forbidden(`${nameOf(wanted)}, by its ${directive}`) : await askedAgain(wanted, error);
  } finally {
    unlisten();
  }
}

/** @param {string} name */
const notArrived = (name) => new LoadError('network', `${name} did not arrive. Is there a connection?`);

/** What Chromium, Firefox and WebKit say where import() failed; a module's own error is anything else. */
const notImported = /dynamically imported module|importing a module script/i;

/**
 * Why a file that can be had did not load.
 * @param {Wanted} wanted
 * @param {TypeError} error
 */
function found(wanted, { message }) {
  const name = nameOf(wanted);
  if (name.endsWith('.js') && !notImported.test(message))
    return new LoadError('broken', `${name} arrived, but did not run: ${message}`);
  if (!wanted.again) return notArrived(name);
  return new LoadError(
    'kept',
    `${name} failed to load earlier, and this browser retries only after a reload.`,
  );
}

/** What a browser does not tell of a failure, a second request does. @param {Wanted} wanted @param {TypeError} error */
async function askedAgain(wanted, error) {
  const { url } = wanted;
  const name = nameOf(wanted);
  if (!navigator.onLine) return notArrived(name);
  /** @param {RequestMode} mode */
  const ask = (mode) => fetch(url, { mode, cache: 'no-cache' }).catch(() => undefined);
  const answer = await ask('cors');
  // A server may answer with a page of its own.
  const isRight = answer?.ok && !typeOf(answer)?.startsWith('text/html');
  if (answer) return isRight ? found(wanted, error) : judged(answer, wanted);
  const isFile = url.protocol === 'file:';
  if (!isFile && !(await ask('no-cors'))) return notArrived(name);
  const from = `${name} may not be loaded by a page of another origin (${globalThis.origin})`;
  return new LoadError(
    'origin',
    `${from}: ${isFile ? 'a web server is needed' : 'its server must send Access-Control-Allow-Origin'}.`,
  );
}

/** @param {Response} answer not what was wanted @param {Wanted} wanted @returns {Promise<LoadError>} */
export async function judged(answer, wanted) {
  const name = nameOf(wanted);
  if (answer.status >= 500) return notArrived(name);
  const module = await fetch(wanted.from, { cache: 'no-cache' })
    .then((own) => (own.ok ? own.text() : name))
    .catch(() => name);
  if (!module.includes(name))
    return new LoadError(
      'version',
      'A newer version is available, and this page is out of date. Reload the page to see it.',
    );
  const instead = answer.ok
    ? `Instead of ${name} came something else, of type ${typeOf(answer)}`
    : `${name} is not where the page looks for it, at ${wanted.url.href}`;
  return new LoadError(
    answer.ok ? 'type' : 'missing',
    `${instead}. If there is a new version, a reload shows it.`,
  );
}

/** @param {Response} answer */
const typeOf = ({ headers }) => headers.get('content-type');
