/// ropescope-train: trains the look-back head on this machine.

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ropescope/ropescope.hpp"
#include "train_arguments.hpp"

namespace {

using ropescope::HeadEncoding;
using ropescope::Status;
using ropescope::Training;
using tools::defaultSteps;
using tools::encodings;
using Doubles = std::vector<double>;

struct Result {
  Status status = Status::ok;
  std::size_t steps = 0;
  Doubles losses;
  Doubles heldOutLosses;
  Doubles testLosses;
  std::vector<std::int32_t> guesses;
};

Result run(const Training& training, std::size_t steps) {
  Doubles state(ropescope::trainingSize(training));
  Result result;
  result.losses.resize(steps);
  result.heldOutLosses.resize(steps);
  result.status = ropescope::initialise(state, training);
  if (result.status != Status::ok) return result;
  result.status = ropescope::train(state, result.losses, result.heldOutLosses);
  result.steps = ropescope::trainedSteps(state);
  const bool learned = training.encoding == HeadEncoding::learned;
  const std::size_t count = (learned ? training.length : training.testLength) - training.lookBack;
  result.testLosses.resize(count);
  result.guesses.resize(count);
  Doubles perplexities(count);
  const Status tested = ropescope::evaluate({result.testLosses, perplexities, result.guesses}, state);
  if (tested != Status::ok) result.status = tested;
  return result;
}

/// What a test gave for a range of positions.
struct Score {
  double perplexity = 0;
  double accuracy = 0;
};

Score scoreOf(const Result& result, std::size_t lookBack, std::size_t from, std::size_t to) {
  double loss = 0;
  double right = 0;
  for (std::size_t n = from - lookBack; n < to - lookBack; ++n) {
    loss += result.testLosses[n];
    if (result.guesses[n] == static_cast<std::int32_t>(n)) ++right;
  }
  const auto count = static_cast<double>(to - from);
  return {std::exp(loss / count), right / count};
}

double median(Doubles values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// "perplexity median (range), accuracy median (least)" of positions from … to − 1, over seeds.
void printCell(const std::vector<Result>& results, const Training& training, std::size_t from,
               std::size_t to) {
  Doubles perplexities;
  Doubles accuracies;
  for (const Result& result : results) {
    const Score score = scoreOf(result, training.lookBack, from, to);
    perplexities.push_back(score.perplexity);
    accuracies.push_back(score.accuracy);
  }
  const auto [least, most] = std::minmax_element(perplexities.begin(), perplexities.end());
  std::printf(" | %.2f (%.2f to %.2f), %.2f (%.2f)", median(perplexities), *least, *most, median(accuracies),
              *std::min_element(accuracies.begin(), accuracies.end()));
}

int printTable(std::uint32_t seeds) {
  struct Row {
    HeadEncoding encoding;
    std::size_t lookBack;
    std::size_t dimensions;
  };
  constexpr std::array<Row, 7> rows = {{{HeadEncoding::sinusoidal, 1, 16},
                                        {HeadEncoding::rotary, 1, 16},
                                        {HeadEncoding::learned, 1, 16},
                                        {HeadEncoding::sinusoidal, 4, 16},
                                        {HeadEncoding::rotary, 4, 16},
                                        {HeadEncoding::sinusoidal, 1, 8},
                                        {HeadEncoding::rotary, 1, 8}}};
  std::printf("Medians (ranges) of the perplexity, medians (least) of the accuracy; seeds 0 to %u\n\n",
              seeds - 1);
  std::printf(
      "| encoding, k, d | within 64 | 64 to 128 | 128 to 192 | 192 to 256 |\n"
      "| --- | --- | --- | --- | --- |\n");
  for (const Row& row : rows) {
    Training training{.encoding = row.encoding, .lookBack = row.lookBack, .dimensions = row.dimensions};
    std::vector<Result> results;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
      training.seed = seed;
      results.push_back(run(training, defaultSteps));
      if (results.back().status != Status::ok) return 1;
    }
    std::printf("| %s, %zu, %zu", encodings.at(static_cast<std::size_t>(row.encoding)), row.lookBack,
                row.dimensions);
    printCell(results, training, row.lookBack, training.length);
    for (std::size_t from = training.length; from < training.testLength; from += training.length) {
      if (row.encoding == HeadEncoding::learned) {
        std::printf(" | no row");
      } else {
        printCell(results, training, from, from + training.length);
      }
    }
    std::printf(" |\n");
  }
  return 0;
}

template <class Number>
void printList(const char* name, std::span<const Number> values) {
  std::printf(",\n  \"%s\": [", name);
  for (std::size_t n = 0; n < values.size(); ++n) {
    std::printf("%s%.17g", n == 0 ? "" : ", ", static_cast<double>(values[n]));
  }
  std::printf("]");
}

int printRun(std::span<char* const> arguments) {
  tools::Run asked;
  if (const int code = tools::read(arguments, asked); code != 0) return code;
  const Result result = run(asked.training, asked.steps);
  std::printf("{\n  \"status\": %d,\n  \"steps\": %zu", static_cast<int>(result.status), result.steps);
  printList<double>("losses", result.losses);
  printList<double>("heldOutLosses", result.heldOutLosses);
  printList<double>("testLosses", result.testLosses);
  printList<std::int32_t>("guesses", result.guesses);
  std::printf("\n}\n");
  return result.status == Status::ok ? 0 : 1;
}

int printTime() {
  using Clock = std::chrono::steady_clock;
  double sum = 0;
  for (std::size_t n = 0; n < encodings.size(); ++n) {
    const auto start = Clock::now();
    if (run({.encoding = static_cast<HeadEncoding>(n)}, defaultSteps).status != Status::ok) return 1;
    const double time = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    std::printf("%-10s %7.1f ms\n", encodings.at(n), time);
    sum += time;
  }
  std::printf("%-10s %7.1f ms\n", "all", sum);
  return 0;
}

}  // namespace

int main(int count, char** values) {
  const std::span<char* const> arguments(values, static_cast<std::size_t>(count));
  const std::string_view command = count > 1 ? arguments[1] : "";
  if (command == "table" && count < 4) {
    std::size_t seeds = 10;
    const tools::Range range{1, 1000, nullptr, &seeds};
    if (const int code = count > 2 ? tools::put("seeds", arguments[2], range) : 0; code != 0) return code;
    return printTable(static_cast<std::uint32_t>(seeds));
  }
  if (command == "run") return printRun(arguments.subspan(2));
  if (command == "time") return printTime();
  (void)std::fputs(
      "ropescope-train table [seeds]       medians and ranges over seeds, as Markdown\n"
      "ropescope-train run [name=value …]  losses step by step and the test, as JSON; names: steps, and the\n"
      "                                    options of core.trainer\n"
      "ropescope-train time                how long a default run of all encodings takes\n",
      stderr);
  return 2;
}
