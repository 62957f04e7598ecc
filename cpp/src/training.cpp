#include "ropescope/training.hpp"

#include <algorithm>

#include "elementary.hpp"
#include "training_head.hpp"
#include "training_optimiser.hpp"
#include "training_state.hpp"

namespace ropescope {

Status train(std::span<double> state, std::span<double> losses, std::span<double> heldOutLosses,
             std::size_t positions) noexcept {
  detail::Run run;
  if (const Status status = detail::open(run, state); status != Status::ok) return status;
  if (losses.empty() || heldOutLosses.size() != losses.size()) return Status::badSize;
  Status status = run.header.diverged != 0 ? Status::diverged : Status::ok;
  for (std::size_t step = 0; step < losses.size() && status == Status::ok; ++step) {
    if (!detail::pass(run, positions)) break;
    losses[step] = run.header.losses.trained;
    heldOutLosses[step] = run.header.losses.heldOut;
    status = detail::update(run);
  }
  detail::close(run, state);
  return status;
}

std::size_t trainedSteps(std::span<double> state) noexcept {
  detail::Run run;
  return detail::open(run, state) == Status::ok ? run.header.steps : 0;
}

Status evaluate(const Evaluation& out, std::span<double> state, std::size_t skipped) noexcept {
  detail::Run run;
  if (const Status status = detail::open(run, state); status != Status::ok) return status;
  const Training& training = run.header.training;
  const std::size_t count = out.losses.size();
  const std::size_t all = training.testLength - training.lookBack;
  if (count == 0 || out.perplexities.size() != count || out.guesses.size() != count || skipped > all ||
      count > all - skipped) {
    return Status::badSize;
  }
  const std::size_t first = training.lookBack + skipped;
  if (first + count > run.positions) return Status::badId;
  detail::project(run, first + count);
  detail::close(run, state);
  for (std::size_t n = 0; n < count; ++n) {
    const detail::Look look = detail::look(run, first + n);
    out.losses[n] = look.loss;
    out.perplexities[n] = detail::exponential(look.loss);
    out.guesses[n] = static_cast<std::int32_t>(look.guess);
  }
  return Status::ok;
}

Status attention(std::span<float> out, std::span<double> state) noexcept {
  detail::Run run;
  if (const Status status = detail::open(run, state); status != Status::ok) return status;
  const std::size_t length = run.header.training.length;
  if (out.size() != length * length) return Status::badSize;
  std::fill(out.begin(), out.end(), 0.0F);
  detail::project(run, length);
  detail::close(run, state);
  for (std::size_t query = 0; query < length; ++query) {
    detail::look(run, query);
    for (std::size_t key = 0; key <= query; ++key) {
      out[query * length + key] = static_cast<float>(run.weights[key]);
    }
  }
  return Status::ok;
}

std::span<double> blockOf(std::span<double> state, Block block) noexcept {
  detail::Run run;
  if (block < Block::positions || block > Block::trained || detail::open(run, state) != Status::ok) return {};
  const Training& training = run.header.training;
  if (block == Block::trained) return run.trained;
  if (block != Block::positions) return run.blockIn(run.parameters, block);
  const std::span<double> rows = run.rows();
  return rows.first(std::min(rows.size(), training.length * training.dimensions));
}

std::span<const double> gradientOf(std::span<double> state, Block block) noexcept {
  detail::Run run;
  if (block < Block::positions || block > Block::keys || detail::open(run, state) != Status::ok) return {};
  return run.blockIn(run.gradients, block);
}

Status differentiate(Losses& losses, std::span<double> state) noexcept {
  detail::Run run;
  if (const Status status = detail::open(run, state); status != Status::ok) return status;
  // Who checks the gradient moves the parameters by hand.
  run.header.projected = 0;
  run.header.place = 0;
  std::size_t positions = SIZE_MAX;
  static_cast<void>(detail::pass(run, positions));
  losses = run.header.losses;
  detail::close(run, state);
  return Status::ok;
}

}  // namespace ropescope
