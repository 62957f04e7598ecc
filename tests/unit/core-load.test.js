import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const wasm = new URL('../../build/wasm/ropescope.wasm', import.meta.url);
const index = new URL('../../web/core/index.js', import.meta.url);

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const fresh = () => import('../../web/core/index.js');

test('there is one core, however often it is asked for', async () => {
  const { loadCore } = await fresh();
  expect(loadCore()).toBe(loadCore({}));
  expect(await loadCore()).toBe(await loadCore());
});

test('bytes can be brought', async () => {
  const { loadCore } = await fresh();
  const bytes = readFileSync(wasm);
  const core = await loadCore({ wasmBinary: Uint8Array.from(bytes) });
  expect(core.sinusoidal({ positions: 1, dimensions: 2 }).data).toEqual(Float32Array.of(0, 1));
});

test('wrong bytes are refused, and loading can be tried again', async () => {
  const { loadCore } = await fresh();
  await expect(loadCore({ wasmBinary: new Uint8Array(8) })).rejects.toThrow(
    'wasmBinary must be the bytes of ropescope.wasm, got something else',
  );
  expect((await loadCore()).memoryBytes).toBeGreaterThan(0);
});

test('wrong options are refused', async () => {
  const { loadCore } = await fresh();
  const loose = /** @type {any} */ (loadCore);
  await expect(loose({ wasmBinary: 'AGFzbQ' })).rejects.toThrow(
    'wasmBinary must be a Uint8Array or an ArrayBuffer, got "AGFzbQ"',
  );
  await expect(loose({ url: '' })).rejects.toThrow('options of loadCore must be of wasmBinary, got "url"');
  await expect(loose(null)).rejects.toThrow('options of loadCore must be an object, got null');
});

test('a place without WebAssembly is told so in a sentence', async () => {
  const { loadCore, UnsupportedError } = await fresh();
  vi.stubGlobal('WebAssembly', undefined);
  const error = await loadCore().catch((/** @type {unknown} */ reason) => reason);
  expect(error).toBeInstanceOf(UnsupportedError);
  expect(error).toMatchObject({
    name: 'UnsupportedError',
    message: 'This browser has no WebAssembly, which these figures need.',
  });
});

test('a place whose WebAssembly has no SIMD is told so in a sentence', async () => {
  const { loadCore } = await fresh();
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  await expect(loadCore()).rejects.toMatchObject({
    name: 'UnsupportedError',
    message: 'This browser’s WebAssembly has no SIMD, which these figures need.',
  });
});

test('the probe for SIMD is a module that an engine with SIMD accepts', async () => {
  const validate = vi.spyOn(WebAssembly, 'validate');
  const { loadCore } = await fresh();
  await loadCore();
  expect(validate.mock.results.map(({ value }) => value)).toEqual([true]);
});

test.each([
  [
    'a policy that forbids it',
    new WebAssembly.CompileError('Refused'),
    'policy',
    /script-src must allow 'wasm-unsafe-eval'/,
  ],
  ['too little memory', new RangeError('Out of memory'), 'memory', /not enough memory/],
  // As Firefox does.
  ['too little memory, told as a text', 'out of memory', 'memory', /not enough memory/],
])('%s is told in a sentence, and nothing on the console', async (_, thrown, kind, message) => {
  const { loadCore, LoadError } = await fresh();
  const write = vi.spyOn(console, 'error');
  vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(thrown);
  const error = await loadCore().catch((/** @type {unknown} */ reason) => reason);
  expect(error).toBeInstanceOf(LoadError);
  expect(error).toMatchObject({ kind, message: expect.stringMatching(message) });
  expect(write).not.toHaveBeenCalled();
});

test('another module than the core’s is refused', async () => {
  const { loadCore } = await fresh();
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await expect(loadCore({ wasmBinary: empty })).rejects.toThrow(
    'wasmBinary must be the bytes of ropescope.wasm',
  );
});

test('no code is made from strings, as a strict content security policy demands', () => {
  const script = `
    const { loadCore } = await import(${JSON.stringify(index.href)});
    const core = await loadCore();
    console.log(core.rotate({ data: Float32Array.of(1, 1), shape: [1, 2] }, { start: 1 }).data.join(' '));
  `;
  const args = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe(
    '-0.30116868019104004 1.3817732334136963\n',
  );
});
