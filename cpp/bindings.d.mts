/** Addresses are bytes in the heap, sizes are in elements, results are numbers of `Status` in status.hpp. */
export interface RopescopeModule {
  /** A view of one byte, whose buffer is the whole memory. Any call of `allocate` may detach it. */
  memory(): Uint8Array;
  /** The address of so many bytes, or 0. */
  allocate(bytes: number): number;
  release(address: number): void;
  inverseFrequencies(out: number, count: number, dimensions: number, base: number): number;
  sinusoidal(
    out: number,
    positions: number,
    dimensions: number,
    frequencies: number,
    start: number,
    layout: number,
  ): number;
  addSinusoidal: ApplySinusoid;
  multiplySinusoidal: ApplySinusoid;
  cosSin(
    cos: number,
    sin: number,
    rows: number,
    frequencies: number,
    pairs: number,
    start: number,
    positions: number,
    attentionFactor: number,
  ): number;
  rotate(
    out: number,
    x: number,
    size: number,
    rows: number,
    dimensions: number,
    frequencies: number,
    pairs: number,
    start: number,
    positions: number,
    attentionFactor: number,
    pairing: number,
  ): number;
  learnedTable(out: number, rows: number, dimensions: number, seed: number, stream: number): number;
  learnedRows(
    out: number,
    ids: number,
    count: number,
    dimensions: number,
    seed: number,
    stream: number,
  ): number;
  lookup(out: number, table: number, rows: number, dimensions: number, ids: number, count: number): number;
  scores(
    out: number,
    q: number,
    k: number,
    tables: number,
    queries: number,
    keys: number,
    dimensions: number,
  ): number;
}

export type ApplySinusoid = (
  out: number,
  x: number,
  size: number,
  positions: number,
  dimensions: number,
  frequencies: number,
  start: number,
  layout: number,
) => number;

export default function createModule(options: {
  wasmBinary: Uint8Array | ArrayBuffer;
}): Promise<RopescopeModule>;
