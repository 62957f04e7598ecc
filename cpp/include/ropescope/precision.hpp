#pragma once

namespace ropescope {

/// Formats of floating-point numbers that models compute in.
enum class Format : int { float64 = 0, float32 = 1, bfloat16 = 2, float16 = 3 };

/// The number of a format that is nearest to a value, of two the even one; ±∞ where the value is too large
/// for it (float16 ends at 65504). The formats of 16 bits are rounded to by way of float, as frameworks do.
/// Source: IEEE 754-2019, 4.3.1; bfloat16 is float's first 16 bits.
[[nodiscard]] double rounded(double value, Format format) noexcept;

/// Emulates the rounding of models that compute angles and tables in fewer bits. The default is none.
struct Precision {
  Format inverseFrequencies = Format::float64;  ///< what inverse frequencies are stored in
  Format angle = Format::float64;               ///< of positions, and of their products with frequencies
  Format table = Format::float64;               ///< of cosines and sines times the attention factor; if not
                                                ///< float64, rotation by them is in float

  /// Whether a row's angles are made one from another, in float: position × first frequency, then each time ×
  /// (second frequency / first). That is right for frequencies in geometric progression only; `angle` and
  /// `inverseFrequencies` play no part. Source: ggml, src/ggml-cpu/ops.cpp, ggml_rope_cache_init.
  bool running = false;
};

}  // namespace ropescope
