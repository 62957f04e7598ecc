#pragma once

#include <cstddef>

#include "training_state.hpp"

namespace ropescope::detail {

/// Computes queries and keys of the first positions, at most run.positions, but those that are there already.
void project(Run& run, std::size_t positions) noexcept;

/// What the query at a position makes of the keys up to it.
struct Look {
  double loss = 0;        ///< 0 where nothing is so far back
  std::size_t guess = 0;  ///< the first key with the greatest score
};

/// Writes the softmax of a query's scores to run.weights, from key 0 to its own.
Look look(const Run& run, std::size_t position) noexcept;

/// Goes on with a step, through so many positions at most, which it counts down. Answers whether it came to
/// the end: then run.gradients and the header's losses are whole.
[[nodiscard]] bool pass(Run& run, std::size_t& positions) noexcept;

}  // namespace ropescope::detail
