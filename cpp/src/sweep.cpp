#include "sweep.hpp"

#include <algorithm>
#include <cmath>

namespace ropescope::detail {
Sweep::Sweep(const Lanes& lanes, std::span<const double> inverseFrequencies, double start,
             double scale) noexcept
    : lanes_(lanes), frequencies_(inverseFrequencies), scale_(scale) {
  const double whole = std::floor(start);
  offset_ = start - whole;
  exact_ = std::floor(whole / exactRows) * exactRows;
  const auto past = static_cast<std::size_t>(whole - exact_);
  for (std::size_t i = 0; i < lanes_.pairs; ++i) {
    one_[i] = turnBy(frequencies_[i], 1);
    twice_[lanes_.sine(i)] = 2 * one_[i].cosine;
    twice_[lanes_.cosine(i)] = 2 * one_[i].cosine;
  }
  beginExactly();
  for (std::size_t n = 0; n < past / anchorRows; ++n) moveAnchors();
  beginAtAnchors();
  row_ = past % anchorRows;
  // The rows before the first go nowhere.
  std::array<double, Lanes::most> spare;
  Target<double> nowhere = together(spare.data(), lanes_);
  nowhere.stride = 0;
  step(0, row_, nowhere);
}

Sweep::Turn Sweep::turnBy(double angle, double scale) noexcept {
  return {std::sin(angle) * scale, std::cos(angle) * scale};
}

void Sweep::beginExactly() noexcept {
  for (std::size_t i = 0; i < lanes_.pairs; ++i) {
    anchors_[i] = turnBy((exact_ + offset_) * frequencies_[i], scale_);
  }
  anchor_ = 0;
}

void Sweep::moveAnchors() noexcept {
  if (++anchor_ == exactRows / anchorRows) {
    exact_ += exactRows;
    beginExactly();
    return;
  }
  for (std::size_t i = 0; i < lanes_.pairs; ++i) {
    if (!hasFar_) far_[i] = turnBy(anchorRows * frequencies_[i], 1);
    const auto [sine, cosine] = anchors_[i];
    anchors_[i] = {sine * far_[i].cosine + cosine * far_[i].sine,
                   cosine * far_[i].cosine - sine * far_[i].sine};
  }
  hasFar_ = true;
}

void Sweep::beginAtAnchors() noexcept {
  for (std::size_t i = 0; i < lanes_.pairs; ++i) {
    const auto [sine, cosine] = anchors_[i];
    current_[lanes_.sine(i)] = sine;
    current_[lanes_.cosine(i)] = cosine;
    previous_[lanes_.sine(i)] = sine * one_[i].cosine - cosine * one_[i].sine;
    previous_[lanes_.cosine(i)] = cosine * one_[i].cosine + sine * one_[i].sine;
  }
  row_ = 0;
}

template <class Number>
void Sweep::next(std::size_t rows, const Target<Number>& target) noexcept {
  for (std::size_t done = 0; done < rows;) {
    if (row_ == anchorRows) {
      moveAnchors();
      beginAtAnchors();
    }
    const std::size_t count = std::min(rows - done, anchorRows - row_);
    step(done, count, target);
    done += count;
    row_ += count;
  }
}

template <class Number>
void Sweep::step(std::size_t first, std::size_t rows, const Target<Number>& target) noexcept {
  std::size_t row = 0;
  // Several rows at a time, because then the last two rows are loaded and stored once for all of them.
  for (; row + 8 <= rows; row += 8) stepRows<8>(first + row, target);
  for (; row + 4 <= rows; row += 4) stepRows<4>(first + row, target);
  for (; row < rows; ++row) stepRows<1>(first + row, target);
}

template <std::size_t rows, class Number>
void Sweep::stepRows(std::size_t first, const Target<Number>& target) noexcept {
  for (const auto& [start, firstLane, count] : target.runs) {
    Number* const to = start + first * target.stride;
    std::size_t done = 0;
    for (; done + 4 <= count; done += 4) stepFour<rows>(firstLane + done, to + done, target.stride);
    if (done == count) continue;
    std::array<Number, 4 * rows> last;
    stepFour<rows>(firstLane + done, last.data(), 4);
    for (std::size_t row = 0; row < rows; ++row) {
      std::copy_n(&last[4 * row], count - done, to + row * target.stride + done);
    }
  }
}

/// Four lanes of some rows.
template <std::size_t rows, class Number>
[[gnu::always_inline]] inline void Sweep::stepFour(std::size_t lane, Number* to,
                                                   std::size_t stride) noexcept {
  const FourDoubles twice = loadFour(&twice_[lane]);
  FourDoubles before = loadFour(&previous_[lane]);
  FourDoubles now = loadFour(&current_[lane]);
#pragma GCC unroll 8
  for (std::size_t row = 0; row < rows; ++row) {
    storeFour(to + row * stride, now);
    const FourDoubles after = {twice.low * now.low - before.low, twice.high * now.high - before.high};
    before = now;
    now = after;
  }
  storeFour(&previous_[lane], before);
  storeFour(&current_[lane], now);
}

template void Sweep::next(std::size_t, const Target<float>&) noexcept;
template void Sweep::next(std::size_t, const Target<double>&) noexcept;

}  // namespace ropescope::detail
