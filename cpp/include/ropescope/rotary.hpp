#pragma once

#include <cstddef>
#include <span>

#include "ropescope/precision.hpp"
#include "ropescope/status.hpp"

namespace ropescope {

/// Which two features turn together.
enum class Pairing : int {
  interleaved = 0,  ///< features 2i and 2i+1 (RoFormer, GPT-J, Meta's Llama code)
  half = 1,         ///< features i and i + rotaryDimensions/2 (GPT-NeoX, Hugging Face)
};

/// By what angle each pair turns at each row: position × inverse frequency, in radians, counterclockwise.
struct Angles {
  std::span<const double> inverseFrequencies;  ///< one a pair, at least one, each within maxFrequency
  double start = 0;                     ///< row r stands for position start + r, if `positions` is empty
  std::span<const double> positions{};  ///< or else the rows' positions: any reals within maxPosition
  double attentionFactor = 1;           ///< multiplies cosine and sine, so scores by its square; above 0
  Precision precision{};                ///< what a model with fewer bits would have for these angles
};

/// cos and sin of the angles, times the attention factor: each `rows` × inverseFrequencies.size(), row-major.
/// Angles in double, rounded once, if `precision` says no other. Source: Su et al. 2021, "RoFormer", equation
/// 34. Answers badSize, badFrequency, badPosition, badAttentionFactor, badPrecision or tooLarge.
[[nodiscard]] Status cosSin(std::span<float> cos, std::span<float> sin, std::size_t rows,
                            const Angles& angles) noexcept;

/// Turns the pair (a, b) to (a·cos − b·sin, a·sin + b·cos) in every row of every table in x: in double and
/// rounded once; or, if `precision` has another format for the table, by rounded cosines and sines in float,
/// as models do (then off by at most 1.8e-7 of the pair's magnitude with float32, and quicker). The first 2 ×
/// inverseFrequencies.size() features turn; those past them pass through, without the attention factor. `out`
/// is as long as x, and may be x itself. Source: Su et al. 2021, "RoFormer", 3.2.2. Answers badSize,
/// badFrequency, badPosition, badAttentionFactor, badPrecision, notFinite or tooLarge; where `out` is x
/// itself, tooLarge in place of notFinite.
[[nodiscard]] Status rotate(std::span<float> out, std::span<const float> x, Grid grid, const Angles& angles,
                            Pairing pairing) noexcept;

}  // namespace ropescope
