#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/ropescope.hpp"

/// The calls of the WebAssembly module. Each takes the options that it needs by name from one struct, which
/// JavaScript writes by those names (bindings.cpp). What a call does not mention it does not need.
namespace calls {

using ropescope::Status;
using Size = std::size_t;

/// Pointers lead into the heap, to as many numbers as the sizes say.
struct Options {
  // Tables of floats: what is computed, and of what.
  float* out = nullptr;
  float* cos = nullptr;
  float* sin = nullptr;
  const float* x = nullptr;
  const float* q = nullptr;
  const float* k = nullptr;
  const float* table = nullptr;
  const std::uint32_t* rowIds = nullptr;  ///< of a learned table, any
  const std::int32_t* ids = nullptr;      ///< rows of `table`
  std::int32_t* bucketIds = nullptr;

  Size size = 0;    ///< of x and of out, of several tables in all
  Size tables = 0;  ///< how many
  Size rows = 0;    ///< of each table: positions
  Size dimensions = 0;
  Size count = 0;      ///< of ids, of steps, or of positions tested
  Size positions = 0;  ///< that a training goes through at most, or that a test passes over
  Size queries = 0;
  Size keys = 0;

  // Angles.
  double* inverseFrequencies = nullptr;
  Size pairs = 0;                       ///< of inverse frequencies, where the dimensions do not say it
  const double* positionIds = nullptr;  ///< one a row, or none
  double start = 0;                     ///< position of the first row
  double base = 0;
  double attentionFactor = 0;
  ropescope::Layout layout{};
  ropescope::Pairing pairing{};
  ropescope::Format frequencyFormat{};
  ropescope::Format angleFormat{};
  ropescope::Format tableFormat{};
  bool running = false;

  // Scalings, see scaling.hpp.
  double factor = 0;
  const double* factors = nullptr;  ///< one a pair
  double share = 0;                 ///< of pairs that turn, or of positions that are trained on
  double maxPositions = 0;
  double sequenceLength = 0;
  double originalPositions = 0;
  double lowTurns = 0;
  double highTurns = 0;
  double betaFast = 0;
  double betaSlow = 0;
  double* ends = nullptr;  ///< of yarn's ramp, two numbers
  double mscale = 0;
  double mscaleAllDimensions = 0;
  bool truncate = false;

  // What others add to scores.
  double* slopes = nullptr;  ///< one a head
  Size heads = 0;
  std::int32_t buckets = 0;
  std::int32_t maxDistance = 0;
  bool bidirectional = false;

  // Random numbers and training, see learned.hpp and training.hpp.
  std::uint32_t seed = 0;
  ropescope::Stream stream{};
  double* state = nullptr;
  Size stateSize = 0;
  ropescope::HeadEncoding encoding{};
  ropescope::Optimiser optimiser{};
  ropescope::Block block{};
  Size lookBack = 0;
  Size length = 0;
  Size testLength = 0;
  double learningRate = 0;
  double momentum = 0;
  double* losses = nullptr;
  double* heldOutLosses = nullptr;
  double* perplexities = nullptr;
  std::int32_t* guesses = nullptr;
};

inline std::span<double> turning(const Options& o) {
  return {o.inverseFrequencies, ropescope::frequencyCount(o.dimensions)};
}

inline ropescope::Rope rope(const Options& o) {
  return {.dimensions = o.dimensions, .base = o.base};
}

inline Status inverseFrequencies(const Options& o) {
  return ropescope::inverseFrequencies(turning(o), o.dimensions, o.base);
}

inline Status linearFrequencies(const Options& o) {
  return ropescope::linearFrequencies(turning(o), rope(o), o.factor);
}

inline Status ntkFrequencies(const Options& o) {
  return ropescope::ntkFrequencies(turning(o), rope(o), o.factor);
}

inline Status dynamicFrequencies(const Options& o) {
  return ropescope::dynamicFrequencies(
      turning(o), rope(o),
      {.factor = o.factor, .maxPositions = o.maxPositions, .sequenceLength = o.sequenceLength});
}

/// Also writes the ramp's ends.
inline Status yarnFrequencies(const Options& o) {
  const ropescope::Yarn yarn{.factor = o.factor,
                             .originalPositions = o.originalPositions,
                             .betaFast = o.betaFast,
                             .betaSlow = o.betaSlow,
                             .truncate = o.truncate};
  ropescope::Ramp ramp;
  const Status status = ropescope::yarnRamp(ramp, rope(o), yarn);
  if (status != Status::ok) return status;
  o.ends[0] = ramp.low;
  o.ends[1] = ramp.high;
  return ropescope::yarnFrequencies(turning(o), rope(o), yarn);
}

inline double yarnAttentionFactor(const Options& o) {
  return ropescope::yarnAttentionFactor(o.factor, o.mscale, o.mscaleAllDimensions);
}

inline Status llama3Frequencies(const Options& o) {
  return ropescope::llama3Frequencies(turning(o), rope(o),
                                      {.factor = o.factor,
                                       .lowTurns = o.lowTurns,
                                       .highTurns = o.highTurns,
                                       .originalPositions = o.originalPositions});
}

inline Status longRopeFrequencies(const Options& o) {
  return ropescope::longRopeFrequencies(turning(o), rope(o), {o.factors, o.dimensions / 2});
}

inline double longRopeAttentionFactor(const Options& o) {
  return ropescope::longRopeAttentionFactor(o.factor, o.originalPositions);
}

inline Status proportionalFrequencies(const Options& o) {
  return ropescope::proportionalFrequencies(turning(o), rope(o), o.share, o.factor);
}

inline Status alibiSlopes(const Options& o) {
  return ropescope::alibiSlopes({o.slopes, o.heads});
}

inline ropescope::BiasSizes biasSizes(const Options& o) {
  return {.queries = o.queries, .keys = o.keys, .start = static_cast<std::int64_t>(o.start)};
}

inline Status alibiBias(const Options& o) {
  return ropescope::alibiBias({o.out, o.heads * o.queries * o.keys}, {o.slopes, o.heads}, biasSizes(o));
}

inline Status t5Buckets(const Options& o) {
  return ropescope::t5Buckets(
      {o.bucketIds, o.queries * o.keys}, biasSizes(o),
      {.count = o.buckets, .maxDistance = o.maxDistance, .bidirectional = o.bidirectional});
}

inline ropescope::Sinusoid sinusoid(const Options& o) {
  return {.inverseFrequencies = turning(o), .start = o.start, .layout = o.layout};
}

inline Status sinusoidal(const Options& o) {
  return ropescope::sinusoidal({o.out, o.rows * o.dimensions}, {o.rows, o.dimensions}, sinusoid(o));
}

inline Status addSinusoidal(const Options& o) {
  return ropescope::addSinusoidal({o.out, o.size}, {o.x, o.size}, {o.rows, o.dimensions}, sinusoid(o));
}

inline Status multiplySinusoidal(const Options& o) {
  return ropescope::multiplySinusoidal({o.out, o.size}, {o.x, o.size}, {o.rows, o.dimensions}, sinusoid(o));
}

inline ropescope::Angles angles(const Options& o) {
  return {.inverseFrequencies = {o.inverseFrequencies, o.pairs},
          .start = o.start,
          .positions = {o.positionIds, o.positionIds == nullptr ? 0 : o.rows},
          .attentionFactor = o.attentionFactor,
          .precision = {.inverseFrequencies = o.frequencyFormat,
                        .angle = o.angleFormat,
                        .table = o.tableFormat,
                        .running = o.running}};
}

inline Status cosSin(const Options& o) {
  const Size size = o.rows * o.pairs;
  return ropescope::cosSin({o.cos, size}, {o.sin, size}, o.rows, angles(o));
}

inline Status rotate(const Options& o) {
  return ropescope::rotate({o.out, o.size}, {o.x, o.size}, {o.rows, o.dimensions}, angles(o), o.pairing);
}

inline ropescope::Learned learned(const Options& o) {
  return {.seed = o.seed, .stream = o.stream};
}

inline Status learnedTable(const Options& o) {
  return ropescope::learnedTable({o.out, o.rows * o.dimensions}, o.dimensions, learned(o));
}

inline Status learnedRows(const Options& o) {
  return ropescope::learnedRows({o.out, o.count * o.dimensions}, {o.rowIds, o.count}, o.dimensions,
                                learned(o));
}

inline Status lookup(const Options& o) {
  return ropescope::lookup({o.out, o.count * o.dimensions}, {o.table, o.rows * o.dimensions}, o.dimensions,
                           {o.ids, o.count});
}

inline Status scores(const Options& o) {
  return ropescope::scores({o.out, o.tables * o.queries * o.keys}, {o.q, o.tables * o.queries * o.dimensions},
                           {o.k, o.tables * o.keys * o.dimensions},
                           {.queries = o.queries, .keys = o.keys, .dimensions = o.dimensions});
}

inline ropescope::Training training(const Options& o) {
  return {.encoding = o.encoding,
          .lookBack = o.lookBack,
          .dimensions = o.dimensions,
          .length = o.length,
          .testLength = o.testLength,
          .seed = o.seed,
          .optimiser = o.optimiser,
          .learningRate = o.learningRate,
          .momentum = o.momentum,
          .share = o.share};
}

/// How many doubles a state has; 0 where a setting is out of its range.
inline Size trainingSize(const Options& o) {
  return ropescope::trainingSize(training(o));
}

inline std::span<double> state(const Options& o) {
  return {o.state, o.stateSize};
}

inline Status initialiseTraining(const Options& o) {
  return ropescope::initialise(state(o), training(o));
}

inline Status train(const Options& o) {
  return ropescope::train(state(o), {o.losses, o.count}, {o.heldOutLosses, o.count}, o.positions);
}

inline Size trainedSteps(const Options& o) {
  return ropescope::trainedSteps(state(o));
}

inline Status evaluateTraining(const Options& o) {
  return ropescope::evaluate({.losses = {o.losses, o.count},
                              .perplexities = {o.perplexities, o.count},
                              .guesses = {o.guesses, o.count}},
                             state(o), o.positions);
}

inline Status trainingAttention(const Options& o) {
  return ropescope::attention({o.out, o.length * o.length}, state(o));
}

/// The address of a part of the state.
inline std::uintptr_t trainingBlock(const Options& o) {
  return reinterpret_cast<std::uintptr_t>(ropescope::blockOf(state(o), o.block).data());
}

}  // namespace calls
