#pragma once

#include <array>
#include <cmath>
#include <span>

#include "lanes.hpp"

namespace ropescope::detail {

/// Sines and cosines of a block of pairs, row by row, at positions that are 1 apart: each row from the two
/// before it by x(p+1) = 2·cos(θ)·x(p) − x(p−1), which holds for sines and cosines alike. Every 64 rows
/// begin anew at an anchor, every anchor is the one before turned by 64·θ, and every 64th anchor is exact.
/// All of them stand where the position's whole part is a multiple, so that a row's bits do not depend on
/// where the rows began. Within 1e-12 of what the rounding of the anchor's angle allows.
class Sweep {
 public:
  /// From so many rows on it is quicker than as many sines and cosines.
  static constexpr std::size_t leastRows = 8;

  Sweep(const Lanes& lanes, std::span<const double> inverseFrequencies, double start, double scale) noexcept;

  /// Puts so many rows where a target says, and goes on to the next.
  template <class Number>
  void next(std::size_t rows, const Target<Number>& target) noexcept;

 private:
  static constexpr std::size_t anchorRows = 64;
  static constexpr std::size_t exactRows = 64 * anchorRows;

  struct Turn {
    double sine;
    double cosine;
  };

  static Turn turnBy(double angle, double scale) noexcept;
  void beginExactly() noexcept;
  void moveAnchors() noexcept;
  void beginAtAnchors() noexcept;

  template <class Number>
  void step(std::size_t first, std::size_t rows, const Target<Number>& target) noexcept;
  template <std::size_t rows, class Number>
  void stepRows(std::size_t first, const Target<Number>& target) noexcept;
  template <std::size_t rows, class Number>
  void stepFour(std::size_t lane, Number* to, std::size_t stride) noexcept;

  Lanes lanes_;
  std::span<const double> frequencies_;
  double scale_;
  double offset_ = 0;       ///< of every position from the whole number below it
  double exact_ = 0;        ///< whole part of the last exact anchor's position
  std::size_t anchor_ = 0;  ///< how many anchors after the exact one
  std::size_t row_ = 0;     ///< how many rows after the anchor
  bool hasFar_ = false;     ///< whether far_ has been computed
  std::array<Turn, Lanes::mostPairs> anchors_;
  std::array<Turn, Lanes::mostPairs> one_;  ///< by one position
  std::array<Turn, Lanes::mostPairs> far_;  ///< from anchor to anchor
  std::array<double, Lanes::most> twice_{};
  std::array<double, Lanes::most> previous_{};
  std::array<double, Lanes::most> current_{};
};

}  // namespace ropescope::detail
