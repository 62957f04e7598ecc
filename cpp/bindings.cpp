// The only file that knows embind. Everything crosses as numbers: addresses in the heap, sizes in elements, a
// Status back. Arguments are checked in web/core, because embind converts what it is given in silence.

#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "ropescope/ropescope.hpp"
#include "training_bindings.hpp"

namespace {

using Address = std::uintptr_t;
using Size = std::size_t;
using ropescope::Status;

template <class T>
std::span<T> at(Address address, Size size) {
  return {reinterpret_cast<T*>(address), size};
}

/// A view of one byte, whose buffer is the whole memory: valid until the memory grows.
emscripten::val memory() {
  static const std::uint8_t byte = 0;
  return emscripten::val(emscripten::typed_memory_view(1, &byte));
}

/// The address of so many bytes, or 0.
Address allocate(Size bytes) {
  return reinterpret_cast<Address>(std::malloc(bytes));
}

void release(Address address) {
  std::free(reinterpret_cast<void*>(address));
}

int inverseFrequencies(Address out, Size count, Size dimensions, double base) {
  return static_cast<int>(ropescope::inverseFrequencies(at<double>(out, count), dimensions, base));
}

/// The scalings that know one factor. `out` has as many doubles as there are pairs, here and below.
template <auto scaled>
int byFactor(Address out, Size dimensions, double base, double factor) {
  return static_cast<int>(scaled(at<double>(out, dimensions / 2), {dimensions, base}, factor));
}

int dynamicFrequencies(Address out, Size dimensions, double base, double factor, double maxPositions,
                       double sequenceLength) {
  return static_cast<int>(ropescope::dynamicFrequencies(at<double>(out, dimensions / 2), {dimensions, base},
                                                        {factor, maxPositions, sequenceLength}));
}

/// Also writes the ramp's ends to `ends`, two doubles.
int yarnFrequencies(Address out, Address ends, Size dimensions, double base, double factor,
                    double originalPositions, double betaFast, double betaSlow, bool truncate) {
  const ropescope::Rope rope{dimensions, base};
  const ropescope::Yarn yarn{factor, originalPositions, betaFast, betaSlow, truncate};
  ropescope::Ramp ramp;
  const Status status = ropescope::yarnRamp(ramp, rope, yarn);
  if (status != Status::ok) return static_cast<int>(status);
  const std::span<double> written = at<double>(ends, 2);
  written[0] = ramp.low;
  written[1] = ramp.high;
  return static_cast<int>(ropescope::yarnFrequencies(at<double>(out, dimensions / 2), rope, yarn));
}

int llama3Frequencies(Address out, Size dimensions, double base, double factor, double lowTurns,
                      double highTurns, double originalPositions) {
  return static_cast<int>(ropescope::llama3Frequencies(at<double>(out, dimensions / 2), {dimensions, base},
                                                       {factor, lowTurns, highTurns, originalPositions}));
}

int longRopeFrequencies(Address out, Size dimensions, double base, Address factors) {
  return static_cast<int>(ropescope::longRopeFrequencies(at<double>(out, dimensions / 2), {dimensions, base},
                                                         at<const double>(factors, dimensions / 2)));
}

int proportionalFrequencies(Address out, Size dimensions, double base, double share, double factor) {
  return static_cast<int>(
      ropescope::proportionalFrequencies(at<double>(out, dimensions / 2), {dimensions, base}, share, factor));
}

int alibiSlopes(Address out, Size heads) {
  return static_cast<int>(ropescope::alibiSlopes(at<double>(out, heads)));
}

int alibiBias(Address out, Address slopes, Size heads, Size queries, Size keys, int start) {
  return static_cast<int>(ropescope::alibiBias(at<float>(out, heads * queries * keys),
                                               at<const double>(slopes, heads), {queries, keys, start}));
}

int t5Buckets(Address out, Size queries, Size keys, int start, int count, int maxDistance,
              bool bidirectional) {
  return static_cast<int>(ropescope::t5Buckets(at<std::int32_t>(out, queries * keys), {queries, keys, start},
                                               {count, maxDistance, bidirectional}));
}

ropescope::Sinusoid sinusoid(Address frequencies, Size dimensions, double start, int layout) {
  return {.inverseFrequencies = at<const double>(frequencies, ropescope::frequencyCount(dimensions)),
          .start = start,
          .layout = static_cast<ropescope::Layout>(layout)};
}

int sinusoidal(Address out, Size positions, Size dimensions, Address frequencies, double start, int layout) {
  return static_cast<int>(ropescope::sinusoidal(at<float>(out, positions * dimensions),
                                                {positions, dimensions},
                                                sinusoid(frequencies, dimensions, start, layout)));
}

template <auto apply>
int onto(Address out, Address x, Size size, Size positions, Size dimensions, Address frequencies,
         double start, int layout) {
  return static_cast<int>(apply(at<float>(out, size), at<const float>(x, size), {positions, dimensions},
                                sinusoid(frequencies, dimensions, start, layout)));
}

/// The formats' numbers, in the order of Precision's members; an angle of `running` is one more than the
/// last.
ropescope::Precision precision(int inverseFrequencies, int angle, int table) {
  constexpr int running = 4;
  if (angle == running) return {.table = static_cast<ropescope::Format>(table), .running = true};
  return {.inverseFrequencies = static_cast<ropescope::Format>(inverseFrequencies),
          .angle = static_cast<ropescope::Format>(angle),
          .table = static_cast<ropescope::Format>(table)};
}

ropescope::Angles angles(Address frequencies, Size pairs, double start, Address positions, Size rows,
                         double attentionFactor, const ropescope::Precision& precision) {
  return {.inverseFrequencies = at<const double>(frequencies, pairs),
          .start = start,
          .positions = positions == 0 ? std::span<const double>{} : at<const double>(positions, rows),
          .attentionFactor = attentionFactor,
          .precision = precision};
}

int cosSin(Address cos, Address sin, Size rows, Address frequencies, Size pairs, double start,
           Address positions, double attentionFactor, int frequencyFormat, int angle, int table) {
  return static_cast<int>(
      ropescope::cosSin(at<float>(cos, rows * pairs), at<float>(sin, rows * pairs), rows,
                        angles(frequencies, pairs, start, positions, rows, attentionFactor,
                               precision(frequencyFormat, angle, table))));
}

int rotate(Address out, Address x, Size size, Size rows, Size dimensions, Address frequencies, Size pairs,
           double start, Address positions, double attentionFactor, int pairing, int frequencyFormat,
           int angle, int table) {
  return static_cast<int>(ropescope::rotate(at<float>(out, size), at<const float>(x, size),
                                            {rows, dimensions},
                                            angles(frequencies, pairs, start, positions, rows,
                                                   attentionFactor, precision(frequencyFormat, angle, table)),
                                            static_cast<ropescope::Pairing>(pairing)));
}

ropescope::Learned learned(std::uint32_t seed, int stream) {
  return {.seed = seed, .stream = static_cast<ropescope::Stream>(stream)};
}

int learnedTable(Address out, Size rows, Size dimensions, std::uint32_t seed, int stream) {
  return static_cast<int>(
      ropescope::learnedTable(at<float>(out, rows * dimensions), dimensions, learned(seed, stream)));
}

int learnedRows(Address out, Address ids, Size count, Size dimensions, std::uint32_t seed, int stream) {
  return static_cast<int>(ropescope::learnedRows(at<float>(out, count * dimensions),
                                                 at<const std::uint32_t>(ids, count), dimensions,
                                                 learned(seed, stream)));
}

int lookup(Address out, Address table, Size rows, Size dimensions, Address ids, Size count) {
  return static_cast<int>(ropescope::lookup(at<float>(out, count * dimensions),
                                            at<const float>(table, rows * dimensions), dimensions,
                                            at<const std::int32_t>(ids, count)));
}

int scores(Address out, Address q, Address k, Size tables, Size queries, Size keys, Size dimensions) {
  return static_cast<int>(ropescope::scores(at<float>(out, tables * queries * keys),
                                            at<const float>(q, tables * queries * dimensions),
                                            at<const float>(k, tables * keys * dimensions),
                                            {.queries = queries, .keys = keys, .dimensions = dimensions}));
}

}  // namespace

EMSCRIPTEN_BINDINGS(ropescope) {
  using emscripten::function;
  function("memory", &memory);
  function("allocate", &allocate);
  function("release", &release);
  function("inverseFrequencies", &inverseFrequencies);
  function("linearFrequencies", &byFactor<ropescope::linearFrequencies>);
  function("ntkFrequencies", &byFactor<ropescope::ntkFrequencies>);
  function("dynamicFrequencies", &dynamicFrequencies);
  function("yarnFrequencies", &yarnFrequencies);
  function("yarnAttentionFactor", &ropescope::yarnAttentionFactor);
  function("llama3Frequencies", &llama3Frequencies);
  function("longRopeFrequencies", &longRopeFrequencies);
  function("longRopeAttentionFactor", &ropescope::longRopeAttentionFactor);
  function("proportionalFrequencies", &proportionalFrequencies);
  function("sinusoidal", &sinusoidal);
  function("addSinusoidal", &onto<ropescope::addSinusoidal>);
  function("multiplySinusoidal", &onto<ropescope::multiplySinusoidal>);
  function("alibiSlopes", &alibiSlopes);
  function("alibiBias", &alibiBias);
  function("t5Buckets", &t5Buckets);
  function("cosSin", &cosSin);
  function("rotate", &rotate);
  function("learnedTable", &learnedTable);
  function("learnedRows", &learnedRows);
  function("lookup", &lookup);
  function("scores", &scores);
  function("trainingSize", &training::size);
  function("initialiseTraining", &training::initialise);
  function("train", &training::train);
  function("trainedSteps", &training::steps);
  function("evaluateTraining", &training::evaluate);
  function("trainingAttention", &training::attention);
  function("trainingBlock", &training::block);
}
