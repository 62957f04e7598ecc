#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "simd.hpp"

namespace ropescope::detail {

/// How sines and cosines stand in a row.
enum class Order {
  woven,  ///< sine, cosine, sine, cosine, …
  apart,  ///< all sines, and from the next multiple of four on all cosines
};

/// The row of a block of pairs: few enough for buffers of a fixed size, a number of lanes that is a multiple
/// of four.
struct Lanes {
  static constexpr std::size_t mostPairs = 256;
  static constexpr std::size_t most = 2 * mostPairs;

  Order order = Order::woven;
  std::size_t pairs = 0;

  [[nodiscard]] std::size_t sine(std::size_t i) const noexcept { return order == Order::woven ? 2 * i : i; }
  [[nodiscard]] std::size_t cosine(std::size_t i) const noexcept {
    return order == Order::woven ? 2 * i + 1 : padded(pairs) + i;
  }
  [[nodiscard]] std::size_t count() const noexcept {
    return order == Order::woven ? padded(2 * pairs) : 2 * padded(pairs);
  }

 private:
  static constexpr std::size_t padded(std::size_t count) noexcept { return (count + 3) / 4 * 4; }
};

/// A block of pairs in some rows.
struct Part {
  Lanes lanes;
  std::size_t first = 0;  ///< pair
  std::size_t row = 0;
  std::size_t rows = 0;
};

/// Room for numbers of a few rows of lanes, one row after another.
template <class Number>
using Scratch = std::array<Number, 4 * Lanes::most>;

/// Where lanes go, in rows that are `stride` apart: the `count` lanes from `lane` on, a multiple of four, to
/// one place, and others to another. Floats are rounded to.
template <class Number>
struct Target {
  struct Run {
    Number* to;
    std::size_t lane;
    std::size_t count;
  };

  std::array<Run, 2> runs;
  std::size_t stride;
};

/// For lanes that stay together.
template <class Number>
Target<Number> together(Number* to, const Lanes& lanes) noexcept {
  return {{{{to, 0, lanes.count()}, {to, 0, 0}}}, lanes.count()};
}

}  // namespace ropescope::detail
