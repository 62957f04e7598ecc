#include "training_state.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "elementary.hpp"
#include "normals.hpp"

namespace ropescope {
namespace detail {
namespace {

/// "training" in ASCII.
constexpr std::uint64_t stateMark = 0x747261696e696e67U;
constexpr std::size_t headerSize = (sizeof(Header) + sizeof(double) - 1) / sizeof(double);

template <class Number>
bool isWithin(Number value, Number least, Number most) noexcept {
  return value >= least && value <= most;
}

bool isGood(const Training& t) noexcept {
  const bool rotary = t.encoding == HeadEncoding::rotary;
  return isWithin(t.encoding, HeadEncoding::learned, HeadEncoding::none) &&
         isWithin<std::size_t>(t.length, 2, maxTrainedLength) &&
         isWithin<std::size_t>(t.lookBack, 1, t.length - 1) &&
         isWithin<std::size_t>(t.dimensions, 1, maxHeadDimensions) && (!rotary || t.dimensions % 2 == 0) &&
         isWithin(t.testLength, t.length, maxTestFactor * t.length) &&
         isWithin(t.optimiser, Optimiser::adam, Optimiser::momentum) && t.learningRate > 0 &&
         t.learningRate <= maxLearningRate && isWithin(t.momentum, 0.0, maxMomentum) && t.share > 0 &&
         t.share <= 1;
}

/// Fills run but for its header, with parts of a state, or with nothing for none. Answers the state's size.
std::size_t layOut(Run& run, const Training& t, double* state) noexcept {
  const bool learned = t.encoding == HeadEncoding::learned;
  const bool none = t.encoding == HeadEncoding::none;
  const std::size_t d = none ? 0 : t.dimensions;
  const std::size_t weights = d * (t.encoding == HeadEncoding::rotary ? 1 : d);
  run.positions = learned ? t.length : t.testLength;
  const std::size_t rows = learned ? t.length * d : 0;
  const std::size_t count = rows + 2 * weights;
  run.starts = {0, rows, rows + weights, count};
  const std::size_t all = run.positions * d;

  std::size_t used = headerSize;
  const auto take = [&](std::span<double>& part, std::size_t size) {
    if (state != nullptr) part = {state + used, size};
    used += size;
  };
  take(run.parameters, count);
  take(run.gradients, count);
  take(run.means, count);
  take(run.squares, count);
  take(run.table, learned ? 0 : all);
  take(run.trained, t.length);
  take(run.queries, all);
  take(run.keys, all);
  take(run.columns, all);
  take(run.queryGradients, t.length * d);
  take(run.keyGradients, t.length * d);
  take(run.weights, run.positions + 1);
  return used;
}

void fillTable(const Run& run) noexcept {
  constexpr double lnBase = 9.21034037197618273607;  // of 10000
  const std::size_t dimensions = run.header.training.dimensions;
  if (run.table.empty()) return;
  for (std::size_t feature = 0; feature < dimensions; feature += 2) {
    const double frequency =
        exponential(-static_cast<double>(feature) / static_cast<double>(dimensions) * lnBase);
    for (std::size_t position = 0; position < run.positions; ++position) {
      const Turn turn = turnOf(static_cast<double>(position) * frequency);
      double* row = run.table.data() + position * dimensions;
      row[feature] = turn.sine;
      if (feature + 1 < dimensions) row[feature + 1] = turn.cosine;
    }
  }
}

void fillBlock(const Run& run, Block block, Stream stream, double deviation) noexcept {
  const Training& training = run.header.training;
  const std::span<double> values = run.blockIn(run.parameters, block);
  for (std::size_t first = 0; first < values.size(); first += training.dimensions) {
    fillRow(values.subspan(first, training.dimensions),
            static_cast<std::uint32_t>(first / training.dimensions),
            {.seed = training.seed, .stream = stream});
  }
  for (double& value : values) value *= deviation;
}

/// Every position has a random word, and those with the least are trained on.
void drawTrained(const Run& run) noexcept {
  const Training& t = run.header.training;
  const std::size_t count = t.length - t.lookBack;
  const auto wanted = static_cast<std::size_t>(std::floor(t.share * static_cast<double>(count) + 0.5));
  const std::span<double> words = run.weights;
  for (std::size_t position = t.lookBack; position < t.length; ++position) {
    const Learned learned{.seed = t.seed, .stream = Stream::heldOut};
    words[position] = wordsOf(static_cast<std::uint32_t>(position), 0, learned)[0];
  }
  for (std::size_t position = t.lookBack; position < t.length; ++position) {
    std::size_t rank = 0;
    for (std::size_t other = t.lookBack; other < t.length; ++other) {
      const bool equal = words[other] == words[position];
      if (words[other] < words[position] || (equal && other < position)) ++rank;
    }
    run.trained[position] = rank < std::max<std::size_t>(1, wanted) ? 1 : 0;
  }
}

}  // namespace

std::span<double> Run::blockIn(std::span<double> whole, Block block) const noexcept {
  const auto place = static_cast<std::size_t>(block);
  return whole.subspan(starts[place], starts[place + 1] - starts[place]);
}

std::span<double> Run::rows() const noexcept {
  const Training& t = header.training;
  if (t.encoding == HeadEncoding::learned) return blockIn(parameters, Block::positions);
  return t.encoding == HeadEncoding::sinusoidal ? table : std::span<double>{};
}

Status open(Run& run, std::span<double> state) noexcept {
  if (state.size() < headerSize) return Status::badState;
  std::memcpy(static_cast<void*>(&run.header), state.data(), sizeof run.header);
  if (run.header.mark != stateMark || state.size() != trainingSize(run.header.training))
    return Status::badState;
  layOut(run, run.header.training, state.data());
  return Status::ok;
}

void close(const Run& run, std::span<double> state) noexcept {
  std::memcpy(state.data(), &run.header, sizeof run.header);
}

}  // namespace detail

std::size_t trainingSize(const Training& training) noexcept {
  if (!detail::isGood(training)) return 0;
  detail::Run run;
  return detail::layOut(run, training, nullptr);
}

Status initialise(std::span<double> state, const Training& training) noexcept {
  const std::size_t size = trainingSize(training);
  if (size == 0) return Status::badTraining;
  if (state.size() != size) return Status::badSize;
  std::fill(state.begin(), state.end(), 0.0);
  detail::Run run;
  run.header.mark = detail::stateMark;
  run.header.training = training;
  detail::layOut(run, training, state.data());
  const bool rotary = training.encoding == HeadEncoding::rotary;
  const double deviation = rotary ? 1 : 1 / std::sqrt(static_cast<double>(training.dimensions));
  detail::fillTable(run);
  detail::fillBlock(run, Block::positions, Stream::positions, 1);
  detail::fillBlock(run, Block::queries, rotary ? Stream::query : Stream::queryWeights, deviation);
  detail::fillBlock(run, Block::keys, rotary ? Stream::key : Stream::keyWeights, deviation);
  detail::drawTrained(run);
  detail::close(run, state);
  return Status::ok;
}

}  // namespace ropescope
