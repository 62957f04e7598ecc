#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/learned.hpp"

namespace ropescope::detail {

/// "RoPE" in ASCII. The seed is one half of the key, and this, which says that it is ours, the other.
inline constexpr std::uint32_t keyTag = 0x526f5045U;

/// Four random words of a row: those of its features 4·block and on.
[[nodiscard]] inline std::array<std::uint32_t, 4> wordsOf(std::uint32_t row, std::uint32_t block,
                                                          Learned learned) noexcept {
  return philox({block, row, static_cast<std::uint32_t>(learned.stream), 0}, {learned.seed, keyTag});
}

/// A row of the table that learnedTable describes, in double or rounded to float.
template <class Number>
void fillRow(std::span<Number> row, std::uint32_t id, Learned learned) noexcept {
  std::uint32_t block = 0;
  for (std::size_t first = 0; first < row.size(); first += 4, ++block) {
    const auto words = wordsOf(id, block, learned);
    const std::size_t count = std::min<std::size_t>(4, row.size() - first);
    for (std::size_t i = 0; i < count; ++i) row[first + i] = static_cast<Number>(normalOf(words[i]));
  }
}

}  // namespace ropescope::detail
