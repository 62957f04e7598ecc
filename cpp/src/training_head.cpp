#include "training_head.hpp"

#include <algorithm>
#include <cmath>

#include "elementary.hpp"
#include "logarithm.hpp"

namespace ropescope::detail {
namespace {

/// to += factor · from
void addScaled(double* to, double factor, const double* from, std::size_t count) noexcept {
  std::size_t i = 0;
  for (; i + 2 <= count; i += 2) storePair(to + i, loadPair(to + i) + factor * loadPair(from + i));
  if (i < count) to[i] += factor * from[i];
}

double dot(const double* a, const double* b, std::size_t count) noexcept {
  Pair sums{};
  std::size_t i = 0;
  for (; i + 2 <= count; i += 2) sums += loadPair(a + i) * loadPair(b + i);
  const double rest = i < count ? a[i] * b[i] : 0;
  return sums[0] + sums[1] + rest;
}

double scale(const Training& training) noexcept {
  return 1 / std::sqrt(static_cast<double>(training.dimensions));
}

/// Query or key of a position: to = row · weights, or the weights turned to the position.
void projectOne(const Run& run, double* to, std::size_t position, Block block) noexcept {
  const std::size_t d = run.header.training.dimensions;
  const double* weights = run.blockIn(run.parameters, block).data();
  if (run.header.training.encoding == HeadEncoding::rotary) {
    const double* turns = run.table.data() + position * d;
    for (std::size_t i = 0; i < d; i += 2) {
      to[i] = weights[i] * turns[i + 1] - weights[i + 1] * turns[i];
      to[i + 1] = weights[i] * turns[i] + weights[i + 1] * turns[i + 1];
    }
    return;
  }
  const double* row = run.rows().data() + position * d;
  std::fill(to, to + d, 0.0);
  for (std::size_t i = 0; i < d; ++i) addScaled(to, row[i], weights + i * d, d);
}

/// Adds to the gradients what a gradient by a position's query or key makes of them.
void projectBack(const Run& run, const double* from, std::size_t position, Block block) noexcept {
  const Training& training = run.header.training;
  const std::size_t d = training.dimensions;
  double* gradient = run.blockIn(run.gradients, block).data();
  if (training.encoding == HeadEncoding::rotary) {
    const double* turns = run.table.data() + position * d;
    for (std::size_t i = 0; i < d; i += 2) {
      gradient[i] += from[i] * turns[i + 1] + from[i + 1] * turns[i];
      gradient[i + 1] += from[i + 1] * turns[i + 1] - from[i] * turns[i];
    }
    return;
  }
  const double* row = run.rows().data() + position * d;
  for (std::size_t i = 0; i < d; ++i) addScaled(gradient + i * d, row[i], from, d);
  if (training.encoding != HeadEncoding::learned) return;
  const double* weights = run.blockIn(run.parameters, block).data();
  double* rowGradient = run.gradients.data() + position * d;
  for (std::size_t i = 0; i < d; ++i) rowGradient[i] += dot(from, weights + i * d, d);
}

/// The gradient of the mean loss by the query at a position, and by the keys that it sees.
void lookBack(const Run& run, std::size_t position, double share) noexcept {
  const Training& training = run.header.training;
  const std::size_t d = training.dimensions;
  run.weights[position - training.lookBack] -= 1;
  const double factor = share * scale(training);
  double* gradient = run.queryGradients.data() + position * d;
  const double* query = run.queries.data() + position * d;
  for (std::size_t key = 0; key <= position; ++key) {
    const double weight = run.weights[key] * factor;
    addScaled(gradient, weight, run.keys.data() + key * d, d);
    addScaled(run.keyGradients.data() + key * d, weight, query, d);
  }
}

}  // namespace

void project(Run& run, std::size_t positions) noexcept {
  const std::size_t d = run.header.training.dimensions;
  if (run.header.training.encoding == HeadEncoding::none) return;
  for (; run.header.projected < positions; ++run.header.projected) {
    const std::size_t position = run.header.projected;
    double* key = run.keys.data() + position * d;
    projectOne(run, run.queries.data() + position * d, position, Block::queries);
    projectOne(run, key, position, Block::keys);
    for (std::size_t i = 0; i < d; ++i) run.columns[i * run.positions + position] = key[i];
  }
}

Look look(const Run& run, std::size_t position) noexcept {
  const Training& training = run.header.training;
  const std::size_t count = position + 1;
  double* weights = run.weights.data();
  std::fill(weights, weights + count, 0.0);
  if (training.encoding != HeadEncoding::none) {
    const double* query = run.queries.data() + position * training.dimensions;
    const double factor = scale(training);
    for (std::size_t i = 0; i < training.dimensions; ++i) {
      addScaled(weights, query[i] * factor, run.columns.data() + i * run.positions, count);
    }
  }

  const double* greatest = std::max_element(weights, weights + count);
  Look answer{.guess = static_cast<std::size_t>(greatest - weights)};
  const double most = *greatest;
  const double target = position < training.lookBack ? most : weights[position - training.lookBack];
  // One number more, which e^ makes 0, so that there is an even count of them.
  weights[count] = -1e300;
  Pair sums{};
  for (std::size_t key = 0; key < count; key += 2) {
    const Pair powers = exponential(loadPair(weights + key) - most);
    storePair(weights + key, powers);
    sums += powers;
  }
  const double sum = sums[0] + sums[1];
  for (std::size_t key = 0; key < count; ++key) weights[key] /= sum;
  if (position >= training.lookBack) answer.loss = logarithm(sum) + (most - target);
  return answer;
}

bool pass(Run& run, std::size_t& positions) noexcept {
  Header& header = run.header;
  const Training& training = header.training;
  const bool trains = !run.parameters.empty();
  std::size_t trained = 0;
  for (const double one : run.trained) trained += one == 0 ? 0 : 1;
  const std::size_t heldOut = training.length - training.lookBack - trained;
  const double share = 1 / static_cast<double>(trained);

  if (header.place == 0) {
    header.losses = {};
    for (const std::span<double> sums : {run.gradients, run.queryGradients, run.keyGradients}) {
      std::fill(sums.begin(), sums.end(), 0.0);
    }
  }
  const std::size_t end = passes * training.length;
  for (; header.place < end && positions > 0; ++header.place, --positions) {
    const std::size_t position = header.place % training.length;
    const std::size_t which = header.place / training.length;
    if (which == 0) {
      project(run, position + 1);
    } else if (which == 1 && position >= training.lookBack) {
      const double loss = look(run, position).loss;
      const bool isTrained = run.trained[position] != 0;
      (isTrained ? header.losses.trained : header.losses.heldOut) += loss;
      if (isTrained && trains) lookBack(run, position, share);
    } else if (which == 2 && trains) {
      const std::size_t at = position * training.dimensions;
      projectBack(run, run.queryGradients.data() + at, position, Block::queries);
      projectBack(run, run.keyGradients.data() + at, position, Block::keys);
    }
  }
  if (header.place < end) return false;
  header.place = 0;
  header.losses.trained *= share;
  if (heldOut > 0) header.losses.heldOut /= static_cast<double>(heldOut);
  return true;
}

}  // namespace ropescope::detail
