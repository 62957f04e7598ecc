#include "turns.hpp"

#include <cmath>

namespace ropescope::detail {

void Turns::fill(double position, std::span<const double> inverseFrequencies, double scale) noexcept {
  lanes_.pairs = inverseFrequencies.size();
  for (std::size_t i = 0; i < lanes_.pairs; ++i) set(i, position * inverseFrequencies[i], scale);
}

void Turns::fillRounded(double position, std::span<const double> inverseFrequencies, double scale,
                        const Precision& precision) noexcept {
  lanes_.pairs = inverseFrequencies.size();
  const double place = rounded(position, precision.angle);
  for (std::size_t i = 0; i < lanes_.pairs; ++i) {
    const double frequency = rounded(inverseFrequencies[i], precision.inverseFrequencies);
    set(i, rounded(place * frequency, precision.angle), scale, precision.table);
  }
}

void Turns::fillRunning(float& angle, float step, std::size_t count, double scale, Format table) noexcept {
  lanes_.pairs = count;
  for (std::size_t i = 0; i < count; ++i) {
    set(i, angle, scale, table);
    angle *= step;
  }
}

template <class Number>
void Turns::next(std::size_t /*rows*/, const Target<Number>& target) const noexcept {
  for (const auto& [to, lane, count] : target.runs) {
    for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<Number>(values_[lane + i]);
  }
}

void Turns::set(std::size_t i, double angle, double scale, Format table) noexcept {
  values_[lanes_.sine(i)] = rounded(std::sin(angle) * scale, table);
  values_[lanes_.cosine(i)] = rounded(std::cos(angle) * scale, table);
}

template void Turns::next(std::size_t, const Target<float>&) const noexcept;
template void Turns::next(std::size_t, const Target<double>&) const noexcept;

}  // namespace ropescope::detail
