import createModule from '../../build/wasm/ropescope.mjs';
import { options as checkOptions, show } from './check.js';
import { Heap } from './heap.js';
import { forbidden, judged, LoadError, loading as loadFile, UnsupportedError } from './load-error.js';

/** The smallest module that uses SIMD: a function that makes a v128 of a constant and drops it. */
const simdProbe = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 4, 1, 96, 0, 0],
  ...[3, 2, 1, 0],
  ...[10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11],
);

/** @type {Promise<Heap> | undefined} */
let loading;

/** @returns {Promise<Uint8Array | ArrayBuffer>} */
async function readBinary() {
  const url = new URL('../../build/wasm/ropescope.wasm', import.meta.url);
  // In Node, fetch knows no file: addresses. The module is asked for in a way that no bundler follows.
  const { process } = /** @type {any} */ (globalThis);
  if (url.protocol === 'file:' && process?.getBuiltinModule) {
    return process.getBuiltinModule('node:fs/promises').readFile(url);
  }
  const wanted = { url, from: import.meta.url };
  return loadFile(wanted, async () => {
    const response = await fetch(url);
    const bytes = await response.arrayBuffer();
    if (response.ok && WebAssembly.validate(bytes)) return bytes;
    throw await judged(response, wanted);
  });
}

/**
 * A module of its own. What WebAssembly throws comes out as it is: the glue would write to the console and throw something else.
 * @param {BufferSource} binary the bytes of ropescope.wasm
 * @returns {ReturnType<typeof createModule>}
 */
export const instantiate = (binary) =>
  new Promise((resolve, reject) => {
    createModule({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(binary, imports)
          .then(({ instance }) => done(instance))
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });

/**
 * @param {Uint8Array | ArrayBuffer | undefined} given
 * @returns {Promise<Heap>}
 */
async function load(given) {
  if (typeof WebAssembly !== 'object') {
    throw new UnsupportedError('This browser has no WebAssembly, which these figures need.');
  }
  if (!WebAssembly.validate(simdProbe)) {
    throw new UnsupportedError('This browser’s WebAssembly has no SIMD, which these figures need.');
  }
  const binary = /** @type {BufferSource} */ (given ?? (await readBinary()));
  const { CompileError, LinkError, validate } = WebAssembly;
  const module = await instantiate(binary).catch((error) => {
    if (!validate(binary) || error instanceof LinkError || error instanceof TypeError) {
      throw new Error('wasmBinary must be the bytes of ropescope.wasm, got something else');
    }
    // Good bytes are refused by a policy alone, and otherwise for want of memory.
    if (error instanceof CompileError)
      throw forbidden("WebAssembly: script-src must allow 'wasm-unsafe-eval'");
    throw new LoadError(
      'memory',
      'There is not enough memory for these figures; closing other pages may help.',
    );
  });
  return new Heap(module);
}

/**
 * What cores compute with. There is one: later calls get the same promise, unless loading has failed.
 * @param {{ wasmBinary?: Uint8Array | ArrayBuffer }} [options] of `loadCore`
 * @returns {Promise<Heap>}
 */
export function loadHeap(options = {}) {
  try {
    checkOptions('loadCore', options, ['wasmBinary']);
    const wasmBinary = Object.hasOwn(options, 'wasmBinary') ? options.wasmBinary : undefined;
    if (
      wasmBinary !== undefined &&
      !(wasmBinary instanceof Uint8Array || wasmBinary instanceof ArrayBuffer)
    ) {
      throw new TypeError(`wasmBinary must be a Uint8Array or an ArrayBuffer, got ${show(wasmBinary)}`);
    }
    if (!loading) {
      loading = load(wasmBinary);
      loading.catch(() => {
        loading = undefined;
      });
    }
    return loading;
  } catch (error) {
    return Promise.reject(error);
  }
}
