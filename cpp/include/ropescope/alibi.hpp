#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/status.hpp"

/// Encodings that are added to scores: a number for each distance between a query and a key.
namespace ropescope {

/// Sizes of a table of biases. Query row r stands at position start + r, key column c at position c.
struct BiasSizes {
  std::size_t queries = 0;  ///< at least 1
  std::size_t keys = 0;     ///< at least 1
  std::int64_t start = 0;   ///< position of the first query, its size at most maxPosition
};

/// ALiBi's slopes, one a head: for a power of two of heads n, 2^(−8k / n), k = 1 … n; otherwise those of the
/// next lower power of two, and then every second one of its double. They are not sorted. `out` holds at
/// least one number. Source: Press, Smith and Lewis 2021, "Train Short, Test Long", 3, and their repository,
/// ofirpress/attention_with_linear_biases. Answers badSize.
[[nodiscard]] Status alibiSlopes(std::span<double> out) noexcept;

/// ALiBi's biases for causal attention: out[head][r][c] = −slope·(distance of key c behind query r), and −∞
/// for a key that is ahead of its query. `out` holds slopes.size() × queries × keys numbers. Answers badSize
/// or badPosition.
[[nodiscard]] Status alibiBias(std::span<float> out, std::span<const double> slopes,
                               BiasSizes sizes) noexcept;

/// T5's relative buckets.
struct Buckets {
  std::int32_t count = 32;  ///< even and at least 4 if bidirectional, or else at least 2
  std::int32_t maxDistance =
      128;                    ///< from here on all share the last bucket; above half a direction's buckets
  bool bidirectional = true;  ///< whether keys ahead have buckets of their own (or all share bucket 0)
};

/// Which bucket each key is in, seen from each query: half of a direction's buckets are for one distance
/// each, the others get wider logarithmically. `out` holds queries × keys numbers. Source: Raffel et al.
/// 2019, "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer", 2.1; Hugging
/// Face, T5Attention._relative_position_bucket. Answers badSize, badPosition or badScaling.
[[nodiscard]] Status t5Buckets(std::span<std::int32_t> out, BiasSizes sizes, Buckets buckets) noexcept;

}  // namespace ropescope
