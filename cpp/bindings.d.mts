export interface RopescopeModule {
  /** A view of one byte, whose buffer is the whole memory. Any call of `allocate` may detach it. */
  memory(): Uint8Array;
  /** The address of so many bytes, or 0. */
  allocate(bytes: number): number;
  release(address: number): void;
  /**
   * The letters of lines: enumerators (`half Pairing 1`), options (`rows integer 28`) and calls (`rotate Status`), with an empty
   * line between the three.
   */
  names(): Uint8Array;
  /** Where the options of the next call are, in bytes. */
  options(): number;
  /** Makes the call of that number; afterwards all options are 0. */
  make(call: number): number;
}

/** What web/core tells apart; see status.hpp. */
export type Status = 'ok' | 'badBase' | 'notFinite' | 'tooLarge' | 'badPrecision' | 'diverged';

/** An address in the heap, in bytes: of a table of as many numbers as the sizes say. */
export type Address = number;

interface Frequencies {
  inverseFrequencies: Address;
  dimensions: number;
  base: number;
}

interface Biases {
  queries: number;
  keys: number;
  start: number;
}

interface Sinusoid {
  out: Address;
  rows: number;
  dimensions: number;
  inverseFrequencies: Address;
  start: number;
  layout: 'interleaved' | 'concatenated';
}

interface SinusoidOnto extends Sinusoid {
  x: Address;
  size: number;
}

type Format = 'float64' | 'float32' | 'bfloat16' | 'float16';

/** Without any, all is in double. */
export interface Rounding {
  frequencyFormat?: Format;
  angleFormat?: Format;
  tableFormat?: Format;
  running?: boolean;
}

interface Angles extends Rounding {
  inverseFrequencies: Address;
  pairs: number;
  start: number;
  positionIds: Address | undefined;
  attentionFactor: number;
}

interface Learned {
  out: Address;
  dimensions: number;
  seed: number;
  stream: 'positions' | 'words';
}

interface Training {
  encoding: 'learned' | 'sinusoidal' | 'rotary' | 'none';
  lookBack: number;
  dimensions: number;
  length: number;
  testLength: number;
  seed: number;
  optimiser: 'adam' | 'momentum';
  learningRate: number;
  momentum: number;
  share: number;
}

export interface State {
  state: Address;
  stateSize: number;
}

/** The calls of calls.hpp. */
export interface Calls {
  inverseFrequencies(options: Frequencies): Status;
  linearFrequencies(options: Frequencies & { factor: number }): Status;
  ntkFrequencies(options: Frequencies & { factor: number }): Status;
  dynamicFrequencies(
    options: Frequencies & { factor: number; maxPositions: number; sequenceLength: number },
  ): Status;
  yarnFrequencies(
    options: Frequencies & {
      ends: Address;
      factor: number;
      originalPositions: number;
      betaFast: number;
      betaSlow: number;
      truncate: boolean;
    },
  ): Status;
  yarnAttentionFactor(options: { factor: number; mscale: number; mscaleAllDimensions: number }): number;
  llama3Frequencies(
    options: Frequencies & {
      factor: number;
      lowTurns: number;
      highTurns: number;
      originalPositions: number;
    },
  ): Status;
  longRopeFrequencies(options: Frequencies & { factors: Address }): Status;
  longRopeAttentionFactor(options: { factor: number; originalPositions: number }): number;
  proportionalFrequencies(options: Frequencies & { share: number; factor: number }): Status;
  alibiSlopes(options: { slopes: Address; heads: number }): Status;
  alibiBias(options: Biases & { out: Address; slopes: Address; heads: number }): Status;
  t5Buckets(
    options: Biases & {
      bucketIds: Address;
      buckets: number;
      maxDistance: number;
      bidirectional: boolean;
    },
  ): Status;
  sinusoidal(options: Sinusoid): Status;
  addSinusoidal(options: SinusoidOnto): Status;
  multiplySinusoidal(options: SinusoidOnto): Status;
  cosSin(angles: Angles, options: { cos: Address; sin: Address; rows: number }): Status;
  rotate(
    angles: Angles,
    options: {
      out: Address;
      x: Address;
      size: number;
      rows: number;
      dimensions: number;
      pairing: 'interleaved' | 'half';
    },
  ): Status;
  learnedTable(options: Learned & { rows: number }): Status;
  learnedRows(options: Learned & { rowIds: Address; count: number }): Status;
  lookup(options: {
    out: Address;
    table: Address;
    rows: number;
    dimensions: number;
    ids: Address;
    count: number;
  }): Status;
  scores(options: {
    out: Address;
    q: Address;
    k: Address;
    tables: number;
    queries: number;
    keys: number;
    dimensions: number;
  }): Status;
  /** How many doubles a state has. */
  trainingSize(options: Training): number;
  initialiseTraining(options: Training & State): Status;
  train(
    options: State & { losses: Address; heldOutLosses: Address; count: number; positions: number },
  ): Status;
  trainedSteps(options: State): number;
  evaluateTraining(
    options: State & {
      losses: Address;
      perplexities: Address;
      guesses: Address;
      count: number;
      positions: number;
    },
  ): Status;
  trainingAttention(options: State & { out: Address; length: number }): Status;
  /** The address of a part of the state. */
  trainingBlock(options: State & { block: 'positions' | 'queries' | 'keys' | 'trained' }): Address;
}

export default function createModule(options: {
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): object;
}): Promise<RopescopeModule>;
