#include "training_optimiser.hpp"

#include <algorithm>
#include <cmath>

namespace ropescope::detail {
namespace {

constexpr double meanDecay = 0.9;
constexpr double squareDecay = 0.999;
constexpr double epsilon = 1e-8;

/// Puts what the parameters become in the place of their gradients.
void adam(Run& run) noexcept {
  Header& header = run.header;
  header.meanPower *= meanDecay;
  header.squarePower *= squareDecay;
  const double rate = header.training.learningRate / (1 - header.meanPower);
  const double correction = std::sqrt(1 - header.squarePower);
  for (std::size_t i = 0; i < run.parameters.size(); ++i) {
    const double gradient = run.gradients[i];
    run.means[i] = meanDecay * run.means[i] + (1 - meanDecay) * gradient;
    run.squares[i] = squareDecay * run.squares[i] + (1 - squareDecay) * (gradient * gradient);
    run.gradients[i] =
        run.parameters[i] - rate * run.means[i] / (std::sqrt(run.squares[i]) / correction + epsilon);
  }
}

/// The same.
void momentum(const Run& run) noexcept {
  const Training& training = run.header.training;
  for (std::size_t i = 0; i < run.parameters.size(); ++i) {
    run.means[i] = training.momentum * run.means[i] + run.gradients[i];
    run.gradients[i] = run.parameters[i] - training.learningRate * run.means[i];
  }
}

}  // namespace

Status update(Run& run) noexcept {
  if (run.header.training.optimiser == Optimiser::adam) {
    adam(run);
  } else {
    momentum(run);
  }
  const auto isGood = [](double value) { return std::abs(value) <= maxParameter; };
  if (!std::all_of(run.gradients.begin(), run.gradients.end(), isGood)) {
    run.header.diverged = 1;
    return Status::diverged;
  }
  std::copy(run.gradients.begin(), run.gradients.end(), run.parameters.begin());
  run.header.projected = 0;
  ++run.header.steps;
  return Status::ok;
}

}  // namespace ropescope::detail
