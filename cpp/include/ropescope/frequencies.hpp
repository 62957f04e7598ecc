#pragma once

#include <cstddef>
#include <span>

#include "ropescope/status.hpp"

namespace ropescope {

/// How many inverse frequencies an encoding of `dimensions` features has: an odd last feature is a sine
/// alone.
[[nodiscard]] constexpr std::size_t frequencyCount(std::size_t dimensions) noexcept {
  return dimensions / 2 + dimensions % 2;
}

/// Inverse frequencies θ_i = base^(−2i / dimensions), in radians a position, i = 0, 1, …
///
/// `out` holds frequencyCount(dimensions) numbers, `dimensions` is at least 1, `base` is finite and at
/// least 1. For a partial rotary head `dimensions` is the number of rotary dimensions, not the head's.
/// Sources: Vaswani et al. 2017, "Attention Is All You Need", 3.5; Su et al. 2021, "RoFormer", 3.2.2.
/// Answers badSize or badBase.
[[nodiscard]] Status inverseFrequencies(std::span<double> out, std::size_t dimensions, double base) noexcept;

}  // namespace ropescope
