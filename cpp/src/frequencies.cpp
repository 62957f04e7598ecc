#include "ropescope/frequencies.hpp"

#include <cmath>

namespace ropescope {

Status inverseFrequencies(std::span<double> out, std::size_t dimensions, double base) noexcept {
  if (dimensions == 0 || out.size() != frequencyCount(dimensions)) return Status::badSize;
  if (!std::isfinite(base) || base < 1) return Status::badBase;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::pow(base, -2.0 * static_cast<double>(i) / static_cast<double>(dimensions));
  }
  return Status::ok;
}

}  // namespace ropescope
