#pragma once

#include <span>

#include "ropescope/status.hpp"

namespace ropescope {

/// Where the features of a sinusoidal encoding stand.
enum class Layout : int {
  interleaved = 0,   ///< sin, cos, sin, cos, … (Vaswani et al. 2017)
  concatenated = 1,  ///< all sines, then all cosines (tensor2tensor, GPT-NeoX)
};

/// Which sinusoidal encoding. Row r stands for position start + r; `start` is any real number within
/// maxPosition.
struct Sinusoid {
  std::span<const double> inverseFrequencies;  ///< frequencyCount(dimensions) numbers, see frequencies.hpp
  double start = 0;
  Layout layout = Layout::interleaved;
};

/// PE(p, 2i) = sin(p·θ_i), PE(p, 2i+1) = cos(p·θ_i): one table of grid.positions × grid.dimensions. Odd
/// dimensions end in a sine (in `concatenated`, the sines are one more than the cosines). Angles and sines in
/// double, rounded once. Source: Vaswani et al. 2017, "Attention Is All You Need", 3.5. Answers badSize,
/// badFrequency or badPosition.
[[nodiscard]] Status sinusoidal(std::span<float> out, Grid grid, const Sinusoid& sinusoid) noexcept;

/// out = x + encoding, for every table in x. `out` is as long as x, and may be x itself.
/// Answers badSize, badFrequency, badPosition or notFinite.
[[nodiscard]] Status addSinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                                   const Sinusoid& sinusoid) noexcept;

/// out = x ∘ encoding, feature by feature, for every table in x. This is no rotation: at position 0 it erases
/// every sine's feature. `out` is as long as x, and may be x itself. Answers badSize, badFrequency,
/// badPosition or notFinite.
[[nodiscard]] Status multiplySinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                                        const Sinusoid& sinusoid) noexcept;

}  // namespace ropescope
