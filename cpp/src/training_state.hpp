#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/training.hpp"

namespace ropescope::detail {

/// What a state begins with.
struct Header {
  std::uint64_t mark = 0;  ///< says that the state was initialised
  Training training;
  std::size_t steps = 0;
  double meanPower = 1;  ///< Adam's decay rates to the power of the steps
  double squarePower = 1;
  std::int32_t diverged = 0;
  std::size_t projected = 0;  ///< so many positions have queries and keys of the parameters as they are
  std::size_t place = 0;      ///< in the step that was not ended: positions, one pass after another
  Losses losses;              ///< of that step, sums up to there
};

/// A state, laid out. Sizes are in doubles, tables row-major; `positions` is testLength, for a learned table
/// length.
struct Run {
  Header header;
  std::size_t positions = 0;
  std::array<std::size_t, 4> starts{};  ///< of the trained blocks, one after another, and the end of the last
  std::span<double> parameters;
  std::span<double> gradients;
  std::span<double> means;    ///< of gradients, for Adam; the velocities, for momentum
  std::span<double> squares;  ///< of gradients, for Adam
  std::span<double> table;    ///< [positions, dimensions]: sin, cos, sin, cos, … for sinusoidal and rotary
  std::span<double> trained;  ///< [length]
  std::span<double> queries;  ///< [positions, dimensions], as keys
  std::span<double> keys;
  std::span<double> columns;         ///< the keys again, [dimensions, positions]
  std::span<double> queryGradients;  ///< [length, dimensions], as keyGradients
  std::span<double> keyGradients;
  std::span<double> weights;  ///< of one query: its scores, then their softmax; one more than positions

  /// A trained block in the parameters, or in what is as long.
  [[nodiscard]] std::span<double> blockIn(std::span<double> whole, Block block) const noexcept;
  /// P, trained or fixed.
  [[nodiscard]] std::span<double> rows() const noexcept;
};

/// Lays out a state that was initialised. Answers badState.
[[nodiscard]] Status open(Run& run, std::span<double> state) noexcept;

/// Writes the header back.
void close(const Run& run, std::span<double> state) noexcept;

}  // namespace ropescope::detail
