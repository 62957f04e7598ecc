#pragma once

#include <cstddef>
#include <limits>
#include <span>

#include "ropescope/frequencies.hpp"
#include "ropescope/status.hpp"

namespace ropescope::detail {

/// Whether `size` is a × b, without overflow on the way.
[[nodiscard]] constexpr bool isProduct(std::size_t size, std::size_t a, std::size_t b) noexcept {
  if (a == 0 || b == 0) return size == 0;
  return size % a == 0 && size / a == b;
}

/// How many tables of a × b lie in `size` numbers; 0 if it is not a whole number of them, or the table is
/// empty.
[[nodiscard]] constexpr std::size_t tablesIn(std::size_t size, std::size_t a, std::size_t b) noexcept {
  if (a == 0 || b == 0 || a > std::numeric_limits<std::size_t>::max() / b) return 0;
  return size % (a * b) == 0 ? size / (a * b) : 0;
}

/// ok, badPosition or badFrequency.
[[nodiscard]] Status checkAngles(std::span<const double> inverseFrequencies, double start,
                                 std::span<const double> positions) noexcept;

[[nodiscard]] inline bool allFinite(std::span<const float> values) noexcept {
  return firstNonFinite(values) == values.size();
}

}  // namespace ropescope::detail
