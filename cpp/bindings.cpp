// The only file that knows embind. JavaScript writes the options of a call (calls.hpp) by their names into
// memory, and then makes the call. Options are checked in web/core.

#include <emscripten/bind.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <span>
#include <string_view>

#include "calls.hpp"
#include "ropescope/ropescope.hpp"

namespace {

using emscripten::val;
using ropescope::Block, ropescope::Format, ropescope::HeadEncoding, ropescope::Layout, ropescope::Optimiser,
    ropescope::Pairing, ropescope::Status, ropescope::Stream;
using Address = std::uintptr_t;

/// A view of one byte, whose buffer is the whole memory: valid until the memory grows.
val memory() {
  static const std::uint8_t byte = 0;
  return val(emscripten::typed_memory_view(1, &byte));
}

/// The address of so many bytes, or 0.
Address allocate(std::size_t bytes) {
  return reinterpret_cast<Address>(std::malloc(bytes));
}

void release(Address address) {
  std::free(reinterpret_cast<void*>(address));
}

/// The options of the next call.
calls::Options options;

/// How JavaScript writes an option or reads an answer: a kind of number, or an enumeration.
template <class T>
constexpr std::string_view typeName = "integer";
template <>
constexpr std::string_view typeName<double> = "double";
template <>
constexpr std::string_view typeName<bool> = "boolean";
template <>
constexpr std::string_view typeName<Block> = "Block";
template <>
constexpr std::string_view typeName<Format> = "Format";
template <>
constexpr std::string_view typeName<HeadEncoding> = "HeadEncoding";
template <>
constexpr std::string_view typeName<Layout> = "Layout";
template <>
constexpr std::string_view typeName<Optimiser> = "Optimiser";
template <>
constexpr std::string_view typeName<Pairing> = "Pairing";
template <>
constexpr std::string_view typeName<Status> = "Status";
template <>
constexpr std::string_view typeName<Stream> = "Stream";

/// What JavaScript must know: the place of an option, the number of an enumerator.
struct Name {
  std::string_view name;
  std::string_view type;
  std::size_t number = 0;
};

#define OPTION(name)                                                                  \
  Name {                                                                              \
#name, typeName < decltype(calls::Options::name)>, offsetof(calls::Options, name) \
  }

constexpr Name namedOptions[] = {
    OPTION(out),
    OPTION(cos),
    OPTION(sin),
    OPTION(x),
    OPTION(q),
    OPTION(k),
    OPTION(table),
    OPTION(rowIds),
    OPTION(ids),
    OPTION(bucketIds),
    OPTION(size),
    OPTION(tables),
    OPTION(rows),
    OPTION(dimensions),
    OPTION(count),
    OPTION(positions),
    OPTION(queries),
    OPTION(keys),
    OPTION(inverseFrequencies),
    OPTION(pairs),
    OPTION(positionIds),
    OPTION(start),
    OPTION(base),
    OPTION(attentionFactor),
    OPTION(layout),
    OPTION(pairing),
    OPTION(frequencyFormat),
    OPTION(angleFormat),
    OPTION(tableFormat),
    OPTION(running),
    OPTION(factor),
    OPTION(factors),
    OPTION(share),
    OPTION(maxPositions),
    OPTION(sequenceLength),
    OPTION(originalPositions),
    OPTION(lowTurns),
    OPTION(highTurns),
    OPTION(betaFast),
    OPTION(betaSlow),
    OPTION(ends),
    OPTION(mscale),
    OPTION(mscaleAllDimensions),
    OPTION(truncate),
    OPTION(slopes),
    OPTION(heads),
    OPTION(buckets),
    OPTION(maxDistance),
    OPTION(bidirectional),
    OPTION(seed),
    OPTION(stream),
    OPTION(state),
    OPTION(stateSize),
    OPTION(encoding),
    OPTION(optimiser),
    OPTION(block),
    OPTION(lookBack),
    OPTION(length),
    OPTION(testLength),
    OPTION(learningRate),
    OPTION(momentum),
    OPTION(losses),
    OPTION(heldOutLosses),
    OPTION(perplexities),
    OPTION(guesses),
};

#define ENUMERATOR(type, name)                           \
  Name {                                                 \
#name, #type, static_cast < std::size_t>(type::name) \
  }

/// Of Status only what web/core tells apart.
constexpr Name enumerators[] = {
    ENUMERATOR(Block, positions),
    ENUMERATOR(Block, queries),
    ENUMERATOR(Block, keys),
    ENUMERATOR(Block, trained),
    ENUMERATOR(Format, float64),
    ENUMERATOR(Format, float32),
    ENUMERATOR(Format, bfloat16),
    ENUMERATOR(Format, float16),
    ENUMERATOR(HeadEncoding, learned),
    ENUMERATOR(HeadEncoding, sinusoidal),
    ENUMERATOR(HeadEncoding, rotary),
    ENUMERATOR(HeadEncoding, none),
    ENUMERATOR(Layout, interleaved),
    ENUMERATOR(Layout, concatenated),
    ENUMERATOR(Optimiser, adam),
    ENUMERATOR(Optimiser, momentum),
    ENUMERATOR(Pairing, interleaved),
    ENUMERATOR(Pairing, half),
    ENUMERATOR(Status, ok),
    ENUMERATOR(Status, badBase),
    ENUMERATOR(Status, notFinite),
    ENUMERATOR(Status, tooLarge),
    ENUMERATOR(Status, badPrecision),
    ENUMERATOR(Status, diverged),
    ENUMERATOR(Stream, positions),
    ENUMERATOR(Stream, words),
};

struct Call {
  std::string_view name;
  std::string_view answer;
  double (*make)();
};

template <auto call>
constexpr Call named(std::string_view name) {
  return {name, typeName<decltype(call(options))>, [] { return static_cast<double>(call(options)); }};
}

#define CALL(name) named<calls::name>(#name)

constexpr Call namedCalls[] = {
    CALL(inverseFrequencies),
    CALL(linearFrequencies),
    CALL(ntkFrequencies),
    CALL(dynamicFrequencies),
    CALL(yarnFrequencies),
    CALL(yarnAttentionFactor),
    CALL(llama3Frequencies),
    CALL(longRopeFrequencies),
    CALL(longRopeAttentionFactor),
    CALL(proportionalFrequencies),
    CALL(alibiSlopes),
    CALL(alibiBias),
    CALL(t5Buckets),
    CALL(sinusoidal),
    CALL(addSinusoidal),
    CALL(multiplySinusoidal),
    CALL(cosSin),
    CALL(rotate),
    CALL(learnedTable),
    CALL(learnedRows),
    CALL(lookup),
    CALL(scores),
    CALL(trainingSize),
    CALL(initialiseTraining),
    CALL(train),
    CALL(trainedSteps),
    CALL(evaluateTraining),
    CALL(trainingAttention),
    CALL(trainingBlock),
};

/// Adds up the length of a text, and writes it where there is room for it.
struct Writer {
  char* out = nullptr;
  std::size_t length = 0;

  constexpr void write(char letter) {
    if (out != nullptr) out[length] = letter;
    ++length;
  }
  constexpr void write(std::string_view word) {
    for (const char letter : word) write(letter);
  }
  constexpr void write(std::size_t number) {
    if (number > 9) write(number / 10);
    write(static_cast<char>('0' + number % 10));
  }
  constexpr void write(std::span<const Name> names) {
    for (const auto& [name, type, number] : names) {
      write(name);
      write(' ');
      write(type);
      write(' ');
      write(number);
      write('\n');
    }
    write('\n');
  }
  constexpr void writeAll() {
    write(enumerators);
    write(namedOptions);
    for (const auto& [name, answer, make] : namedCalls) {
      write(name);
      write(' ');
      write(answer);
      write('\n');
    }
  }
};

constexpr std::size_t textLength = [] {
  Writer writer;
  writer.writeAll();
  return writer.length;
}();

constexpr std::array<char, textLength> text = [] {
  std::array<char, textLength> letters{};
  Writer{letters.data()}.writeAll();
  return letters;
}();

constexpr auto makes = [] {
  std::array<double (*)(), std::size(namedCalls)> all{};
  for (std::size_t n = 0; n < all.size(); ++n) all[n] = namedCalls[n].make;
  return all;
}();

/// A line for each enumerator (`half Pairing 1`), for each option (`rows integer 28`) and, by its number from
/// 0 on, for each call (`rotate Status`), with an empty line between the three.
val names() {
  return val(emscripten::typed_memory_view(text.size(), reinterpret_cast<const std::uint8_t*>(text.data())));
}

/// Where the options are, in bytes.
Address optionsAddress() {
  return reinterpret_cast<Address>(&options);
}

/// Makes a call, and forgets its options.
double make(std::size_t call) {
  const double answer = makes[call]();
  options = {};
  return answer;
}

}  // namespace

EMSCRIPTEN_BINDINGS(ropescope) {
  using emscripten::function;
  function("memory", &memory);
  function("allocate", &allocate);
  function("release", &release);
  function("names", &names);
  function("options", &optionsAddress);
  function("make", &make);
}
