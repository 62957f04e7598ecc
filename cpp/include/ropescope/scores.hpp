#pragma once

#include <cstddef>
#include <span>

#include "ropescope/status.hpp"

namespace ropescope {

/// Sizes of one table of scores.
struct ScoreSizes {
  std::size_t queries = 0;     ///< at least 1
  std::size_t keys = 0;        ///< at least 1
  std::size_t dimensions = 0;  ///< at least 1
};

/// Scores q·k, unscaled: out[i][j] = Σ_f q[i][f]·k[j][f], summed in double and rounded once. q, k and out
/// hold as many tables each, one after another: queries × dimensions, keys × dimensions, queries × keys.
/// `out` overlaps neither q nor k. Answers badSize, notFinite or tooLarge.
[[nodiscard]] Status scores(std::span<float> out, std::span<const float> q, std::span<const float> k,
                            ScoreSizes sizes) noexcept;

}  // namespace ropescope
