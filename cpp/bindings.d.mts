/** Addresses are bytes in the heap, sizes are in elements, results are numbers of `Status` in status.hpp. */
export interface RopescopeModule {
  /** A view of one byte, whose buffer is the whole memory. Any call of `allocate` may detach it. */
  memory(): Uint8Array;
  /** The address of so many bytes, or 0. */
  allocate(bytes: number): number;
  release(address: number): void;
  inverseFrequencies(out: number, count: number, dimensions: number, base: number): number;
  linearFrequencies: ScaleByFactor;
  ntkFrequencies: ScaleByFactor;
  dynamicFrequencies(
    out: number,
    dimensions: number,
    base: number,
    factor: number,
    maxPositions: number,
    sequenceLength: number,
  ): number;
  yarnFrequencies(
    out: number,
    ends: number,
    dimensions: number,
    base: number,
    factor: number,
    originalPositions: number,
    betaFast: number,
    betaSlow: number,
    truncate: boolean,
  ): number;
  /** Not a status. */
  yarnAttentionFactor(factor: number, mscale: number, mscaleAllDimensions: number): number;
  llama3Frequencies(
    out: number,
    dimensions: number,
    base: number,
    factor: number,
    lowTurns: number,
    highTurns: number,
    originalPositions: number,
  ): number;
  longRopeFrequencies(out: number, dimensions: number, base: number, factors: number): number;
  /** Not a status. */
  longRopeAttentionFactor(factor: number, originalPositions: number): number;
  proportionalFrequencies(
    out: number,
    dimensions: number,
    base: number,
    share: number,
    factor: number,
  ): number;
  alibiSlopes(out: number, heads: number): number;
  alibiBias(out: number, slopes: number, heads: number, queries: number, keys: number, start: number): number;
  t5Buckets(
    out: number,
    queries: number,
    keys: number,
    start: number,
    count: number,
    maxDistance: number,
    bidirectional: boolean,
  ): number;
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
    frequencyFormat: number,
    angleFormat: number,
    tableFormat: number,
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
    frequencyFormat: number,
    angleFormat: number,
    tableFormat: number,
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
  /** The doubles of a state, not a status. */
  trainingSize(
    encoding: number,
    lookBack: number,
    dimensions: number,
    length: number,
    testLength: number,
  ): number;
  initialiseTraining(
    state: number,
    size: number,
    encoding: number,
    lookBack: number,
    dimensions: number,
    length: number,
    testLength: number,
    seed: number,
    optimiser: number,
    learningRate: number,
    momentum: number,
    share: number,
  ): number;
  train(state: number, size: number, losses: number, heldOutLosses: number, count: number): number;
  /** Not a status. */
  trainedSteps(state: number, size: number): number;
  evaluateTraining(
    state: number,
    size: number,
    losses: number,
    perplexities: number,
    guesses: number,
    count: number,
  ): number;
  trainingAttention(out: number, state: number, size: number, length: number): number;
  /** The address of a block, not a status. */
  trainingBlock(state: number, size: number, block: number): number;
}

export type ScaleByFactor = (out: number, dimensions: number, base: number, factor: number) => number;

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
