#include "check.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace ropescope {
namespace {

constexpr std::uint32_t exponentBits = 0x7f800000U;

bool isFinite(float value) noexcept {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return (bits & exponentBits) != exponentBits;
}

}  // namespace

std::size_t firstNonFinite(std::span<const float> values) noexcept {
  // Whole chunks without a branch, so that the compiler can use vector instructions.
  constexpr std::size_t chunk = 256;
  std::size_t start = 0;
  for (; start + chunk <= values.size(); start += chunk) {
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < chunk; ++i) bad |= isFinite(values[start + i]) ? 0U : 1U;
    if (bad != 0) break;
  }
  while (start < values.size() && isFinite(values[start])) ++start;
  return start;
}

namespace detail {

Status checkAngles(std::span<const double> inverseFrequencies, double start,
                   std::span<const double> positions) noexcept {
  // Written so that a NaN fails the comparison.
  const auto within = [](double bound) { return [bound](double value) { return std::abs(value) <= bound; }; };
  if (!std::all_of(inverseFrequencies.begin(), inverseFrequencies.end(), within(maxFrequency))) {
    return Status::badFrequency;
  }
  const bool good = positions.empty() ? within(maxPosition)(start)
                                      : std::all_of(positions.begin(), positions.end(), within(maxPosition));
  return good ? Status::ok : Status::badPosition;
}

}  // namespace detail
}  // namespace ropescope
