#include "ropescope/precision.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ropescope {
namespace {

/// The nearest multiple of a power of two that keeps so many significant bits, ties to even.
double toBits(double value, int bits, int leastExponent) noexcept {
  if (value == 0 || !std::isfinite(value)) return value;
  const int last = std::max(std::ilogb(value) - (bits - 1), leastExponent);
  return std::ldexp(std::nearbyint(std::ldexp(value, -last)), last);
}

}  // namespace

double rounded(double value, Format format) noexcept {
  constexpr double largestFloat16 = 65504;
  if (format == Format::float64) return value;
  const double single = static_cast<float>(value);
  if (format == Format::float32) return single;
  if (format == Format::bfloat16) return static_cast<float>(toBits(single, 8, -133));
  const double half = toBits(single, 11, -24);
  return std::abs(half) <= largestFloat16 ? half
                                          : std::copysign(std::numeric_limits<double>::infinity(), half);
}

}  // namespace ropescope
