#pragma once

#include <cstddef>
#include <span>

#include "ropescope/status.hpp"

/// Inverse frequencies that are stretched so that a model reaches past its trained length: the types of
/// Hugging Face's `rope_scaling`. θ_i is base^(−2i / dimensions), as in frequencies.hpp. Every `out` holds
/// dimensions / 2 numbers. Source of the types, of their keys and of what they do at the edges: Hugging Face,
/// transformers, src/transformers/modeling_rope_utils.py; each function names the work that it comes from.
namespace ropescope {

/// A rotary encoding before it is stretched.
struct Rope {
  std::size_t dimensions = 0;  ///< rotary dimensions, an even number
  double base = 10000;         ///< finite, at least 1
};

/// `linear`: θ_i / factor, as if positions were nearer to each other. `factor` is finite and at least 1.
/// Source: Chen et al. 2023, "Extending Context Window of Large Language Models via Positional
/// Interpolation". Answers badSize, badBase or badFactor.
[[nodiscard]] Status linearFrequencies(std::span<double> out, Rope rope, double factor) noexcept;

/// The base b·factor^(d / (d − 2)), with which the slowest pair is what `linear` makes of it, and the fastest
/// stays. It may be infinite. `rope.dimensions` is at least 4.
[[nodiscard]] double ntkBase(Rope rope, double factor) noexcept;

/// `ntk`: NTK-aware scaling with a fixed factor, θ_i of ntkBase. `factor` is finite and at least 1,
/// `rope.dimensions` at least 4. Source: bloc97 2023, "NTK-Aware Scaled RoPE"; its formula in Peng et al.
/// 2023, "YaRN", 3.1. Answers badSize, badBase (also of the new base) or badFactor.
[[nodiscard]] Status ntkFrequencies(std::span<double> out, Rope rope, double factor) noexcept;

/// How far `dynamic` goes.
struct Dynamic {
  double factor = 1;
  double maxPositions = 0;    ///< the length up to which nothing changes, at least 1
  double sequenceLength = 0;  ///< of the text at hand
};

/// `dynamic`: `ntk` by the factor that the text at hand needs, factor·(length / maxPositions) − (factor − 1),
/// where length is at least maxPositions. Source: emozilla 2023, "Dynamically Scaled RoPE"; Peng et al. 2023,
/// "YaRN", 3.3. Answers badSize, badBase, badFactor or badScaling.
[[nodiscard]] Status dynamicFrequencies(std::span<double> out, Rope rope, Dynamic dynamic) noexcept;

/// What `yarn` keeps, blends and divides.
struct Yarn {
  double factor = 1;
  double originalPositions = 0;  ///< the trained length L, at least 1
  double betaFast = 32;          ///< pairs that turn more often than this within L stay as they are
  double betaSlow = 1;           ///< pairs that turn less often than this are divided by the factor
  bool truncate = true;          ///< whether the ramp's ends are rounded to whole pairs, outwards
};

/// Pairs up to `low` stay as they are, those from `high` on are divided by the factor.
struct Ramp {
  double low = 0;
  double high = 0;
};

/// The ramp of `yarn`. A pair turns r times within L at d·ln(L / (2πr)) / (2 ln base). Its ends are bounded
/// as in the reference code: `low` to 0, `high` to dimensions − 1 (and not to the last pair). For `rope.base`
/// above
/// 1. Answers badSize, badBase, badFactor or badScaling.
[[nodiscard]] Status yarnRamp(Ramp& out, Rope rope, const Yarn& yarn) noexcept;

/// `yarn`: θ_i of pairs that turn often, θ_i / factor of those that turn seldom, and a blend in between that
/// is linear in the pair's index (as the released code has it; the paper's is linear in turns). Source: Peng
/// et al. 2023, "YaRN", 3.2 and its repository, jquesnelle/yarn. Answers as yarnRamp does.
[[nodiscard]] Status yarnFrequencies(std::span<double> out, Rope rope, const Yarn& yarn) noexcept;

/// What `yarn` multiplies cosines and sines by: m(1), or m(mscale) / m(mscaleAllDimensions) where neither is
/// 0; m(s) is 0.1·s·ln(factor) + 1, for a factor of at least 1. Source: Peng et al. 2023, "YaRN", 3.4, and
/// DeepSeek-V2's code for the two scales.
[[nodiscard]] double yarnAttentionFactor(double factor, double mscale, double mscaleAllDimensions) noexcept;

/// What `llama3` keeps, blends and divides.
struct Llama3 {
  double factor = 1;
  double lowTurns = 1;           ///< `low_freq_factor`: pairs with fewer turns within L are divided
  double highTurns = 4;          ///< `high_freq_factor`, at least lowTurns: pairs with more turns stay
  double originalPositions = 0;  ///< the trained length L, at least 1
};

/// `llama3`: θ_i, θ_i / factor, and a blend in between that is linear in turns (with lowTurns and highTurns
/// the same, nothing is in between, and a pair with just so many turns stays). Source: Meta,
/// llama-models, models/llama3/model.py, apply_scaling. Answers badSize, badBase, badFactor or badScaling.
[[nodiscard]] Status llama3Frequencies(std::span<double> out, Rope rope, const Llama3& llama3) noexcept;

/// `longrope`: θ_i / factors[i], by one of the model's two lists; each is finite and at least minLongFactor.
/// Source: Ding et al. 2024, "LongRoPE", 3. Answers badSize, badBase or badFactor.
[[nodiscard]] Status longRopeFrequencies(std::span<double> out, Rope rope,
                                         std::span<const double> factors) noexcept;

/// So that no inverse frequency goes over maxFrequency.
inline constexpr double minLongFactor = 1e-3;

/// What `longrope` multiplies cosines and sines by: √(1 + ln(factor) / ln(originalPositions)), and 1 for a
/// factor up to 1. `originalPositions` is at least 2. Source: Microsoft, Phi-3's model code.
[[nodiscard]] double longRopeAttentionFactor(double factor, double originalPositions) noexcept;

/// `proportional`: the first ⌊share·dimensions / 2⌋ pairs turn by θ_i / factor, the slower ones do not turn
/// at all (0). `rope.dimensions` is the head's size; `share` is above 0 and at most 1. Source: Barbero et al.
/// 2024, "Round and Round We Go!", 6 (p-RoPE). Answers badSize, badBase, badFactor or badScaling.
[[nodiscard]] Status proportionalFrequencies(std::span<double> out, Rope rope, double share,
                                             double factor) noexcept;

}  // namespace ropescope
