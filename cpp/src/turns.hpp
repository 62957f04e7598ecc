#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "lanes.hpp"
#include "ropescope/precision.hpp"
#include "sweep.hpp"

namespace ropescope::detail {

/// Sines and cosines of a block of pairs in one row, each computed for itself.
class Turns {
 public:
  explicit Turns(Order order) noexcept : lanes_{order} {}

  /// Computes position × inverse frequency for the (at most Lanes::mostPairs) frequencies; results are
  /// scaled.
  void fill(double position, std::span<const double> inverseFrequencies, double scale) noexcept;

  /// The same with the rounding of fewer bits.
  void fillRounded(double position, std::span<const double> inverseFrequencies, double scale,
                   const Precision& precision) noexcept;

  /// The same with angles made one from another: `angle` is that of the first, and becomes that of the next
  /// block's first.
  void fillRunning(float& angle, float step, std::size_t count, double scale, Format table) noexcept;

  /// Where they stand.
  [[nodiscard]] const Lanes& lanes() const noexcept { return lanes_; }

  /// Puts the one row where a target says.
  template <class Number>
  void next(std::size_t rows, const Target<Number>& target) const noexcept;

 private:
  void set(std::size_t i, double angle, double scale, Format table = Format::float64) noexcept;

  Lanes lanes_;
  std::array<double, Lanes::most> values_{};
};

/// Calls use(part, source) for all rows and blocks of pairs, where source.next(part.rows, target) gives the
/// values of the part. Row r stands for position start + r. A part has no more values than `room`, but one
/// row.
template <class Use>
void eachPart(std::span<const double> inverseFrequencies, double start, std::size_t rows, double scale,
              Order order, std::size_t room, Use use) noexcept {
  const std::size_t pairs = inverseFrequencies.size();
  for (std::size_t first = 0; first < pairs; first += Lanes::mostPairs) {
    const Lanes lanes{order, std::min(Lanes::mostPairs, pairs - first)};
    const auto block = inverseFrequencies.subspan(first, lanes.pairs);
    if (rows < Sweep::leastRows) {
      Turns turns(order);
      for (std::size_t row = 0; row < rows; ++row) {
        turns.fill(start + static_cast<double>(row), block, scale);
        use(Part{lanes, first, row, 1}, turns);
      }
      continue;
    }
    Sweep sweep(lanes, block, start, scale);
    const std::size_t most = std::max<std::size_t>(1, room / lanes.count());
    for (std::size_t row = 0; row < rows; row += most) {
      use(Part{lanes, first, row, std::min(most, rows - row)}, sweep);
    }
  }
}

}  // namespace ropescope::detail
