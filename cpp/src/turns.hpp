#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "ropescope/precision.hpp"

namespace ropescope::detail {

/// Sines and cosines of one row, a block of pairs at a time, so that no row needs a buffer of its own length.
class Turns {
 public:
  static constexpr std::size_t most = 64;

  /// Computes position × inverse frequency for the (at most `most`) frequencies; results are scaled.
  void fill(double position, std::span<const double> inverseFrequencies, double scale = 1) noexcept {
    for (std::size_t i = 0; i < inverseFrequencies.size(); ++i) {
      set(i, position * inverseFrequencies[i], scale);
    }
  }

  /// The same with the rounding of fewer bits.
  void fillRounded(double position, std::span<const double> inverseFrequencies, double scale,
                   const Precision& precision) noexcept {
    const double place = rounded(position, precision.angle);
    for (std::size_t i = 0; i < inverseFrequencies.size(); ++i) {
      const double frequency = rounded(inverseFrequencies[i], precision.inverseFrequencies);
      set(i, rounded(place * frequency, precision.angle), scale);
      round(i, precision.table);
    }
  }

  /// The same with angles made one from another: `angle` is that of the first, and becomes that of the next
  /// block's first.
  void fillRunning(float& angle, float step, std::size_t count, double scale, Format table) noexcept {
    for (std::size_t i = 0; i < count; ++i) {
      set(i, angle, scale);
      round(i, table);
      angle *= step;
    }
  }

  [[nodiscard]] double sine(std::size_t i) const noexcept { return sines_[i]; }
  [[nodiscard]] double cosine(std::size_t i) const noexcept { return cosines_[i]; }

 private:
  void set(std::size_t i, double angle, double scale) noexcept {
    sines_[i] = std::sin(angle) * scale;
    cosines_[i] = std::cos(angle) * scale;
  }

  void round(std::size_t i, Format table) noexcept {
    sines_[i] = rounded(sines_[i], table);
    cosines_[i] = rounded(cosines_[i], table);
  }

  std::array<double, most> sines_;
  std::array<double, most> cosines_;
};

}  // namespace ropescope::detail
