#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace ropescope::detail {

/// Sines and cosines of one row, a block of pairs at a time, so that no row needs a buffer of its own length.
class Turns {
 public:
  static constexpr std::size_t most = 64;

  /// Computes position × inverse frequency for the (at most `most`) frequencies; results are scaled.
  void fill(double position, std::span<const double> inverseFrequencies, double scale = 1) noexcept {
    for (std::size_t i = 0; i < inverseFrequencies.size(); ++i) {
      const double angle = position * inverseFrequencies[i];
      sines_[i] = std::sin(angle) * scale;
      cosines_[i] = std::cos(angle) * scale;
    }
  }

  [[nodiscard]] double sine(std::size_t i) const noexcept { return sines_[i]; }
  [[nodiscard]] double cosine(std::size_t i) const noexcept { return cosines_[i]; }

 private:
  std::array<double, most> sines_;
  std::array<double, most> cosines_;
};

}  // namespace ropescope::detail
