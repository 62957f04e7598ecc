#include "train_arguments.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace tools {
namespace {

using ropescope::HeadEncoding;
using ropescope::Optimiser;
using ropescope::Training;

constexpr std::array<const char*, 2> optimisers = {"adam", "momentum"};

/// Says what is wrong with an argument, and answers the exit code.
int refuse(std::string_view name, const std::string& allowed, std::string_view given) {
  (void)std::fprintf(stderr, "%s must be %s, got %s\n", std::string(name).c_str(), allowed.c_str(),
                     std::string(given).c_str());
  return 2;
}

/// The place of a word in a list.
template <std::size_t size>
std::optional<std::size_t> placeOf(const std::array<const char*, size>& words, std::string_view word) {
  for (std::size_t n = 0; n < size; ++n) {
    if (word == words.at(n)) return n;
  }
  return std::nullopt;
}

}  // namespace

int put(std::string_view name, std::string_view value, const Range& range) {
  const std::string text(value);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  const bool isNumber = !text.empty() && end == text.c_str() + text.size();
  const bool fits = range.number != nullptr || number == std::floor(number);
  if (!isNumber || !fits || !(number >= range.least && number <= range.most)) {
    std::array<char, 80> allowed{};
    (void)std::snprintf(allowed.data(), allowed.size(), "%s from %.17g to %.17g",
                        range.whole != nullptr ? "an integer" : "a number", range.least, range.most);
    return refuse(name, allowed.data(), value);
  }
  if (range.number != nullptr) *range.number = number;
  if (range.whole != nullptr) *range.whole = static_cast<std::size_t>(number);
  return 0;
}

int read(std::span<char* const> arguments, Run& out) {
  constexpr double tiny = 1e-300;  // above 0
  constexpr double mostSteps = 1e6;
  Training& training = out.training;
  std::size_t seed = 0;
  const std::map<std::string_view, Range> ranges = {
      {"lookBack", {1, ropescope::maxTrainedLength - 1, nullptr, &training.lookBack}},
      {"dimensions", {1, ropescope::maxHeadDimensions, nullptr, &training.dimensions}},
      {"length", {2, ropescope::maxTrainedLength, nullptr, &training.length}},
      {"testLength",
       {2, ropescope::maxTrainedLength * ropescope::maxTestFactor, nullptr, &training.testLength}},
      {"seed", {0, std::numeric_limits<std::uint32_t>::max(), nullptr, &seed}},
      {"steps", {0, mostSteps, nullptr, &out.steps}},
      {"learningRate", {tiny, ropescope::maxLearningRate, &training.learningRate}},
      {"momentum", {0, ropescope::maxMomentum, &training.momentum}},
      {"share", {tiny, 1, &training.share}}};
  for (const std::string_view argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string_view::npos) return refuse("an argument", "name=value", argument);
    const std::string_view name = argument.substr(0, equals);
    const std::string_view value = argument.substr(equals + 1);
    if (name == "encoding") {
      const auto place = placeOf(encodings, value);
      if (!place) return refuse(name, "learned, sinusoidal, rotary or none", value);
      training.encoding = static_cast<HeadEncoding>(*place);
    } else if (name == "optimiser") {
      const auto place = placeOf(optimisers, value);
      if (!place) return refuse(name, "adam or momentum", value);
      training.optimiser = static_cast<Optimiser>(*place);
    } else if (const auto range = ranges.find(name); range != ranges.end()) {
      if (const int code = put(name, value, range->second); code != 0) return code;
    } else {
      return refuse("a name", "steps or an option of core.trainer", name);
    }
  }
  training.seed = static_cast<std::uint32_t>(seed);
  if (ropescope::trainingSize(training) != 0) return 0;
  return refuse("the training",
                "one with lookBack below length, testLength from length to 4 times that, and even dimensions "
                "for rotary",
                "others");
}

}  // namespace tools
