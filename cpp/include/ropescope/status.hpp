#pragma once

#include <cstddef>
#include <span>

namespace ropescope {

/// What a function answers. Nothing here throws: on any answer but `ok` the contents of the output are
/// unspecified.
enum class Status : int {
  ok = 0,
  badSize = 1,             ///< a span's length does not fit the sizes that were given
  badBase = 2,             ///< base is not finite, or below 1
  badPosition = 3,         ///< a position is not finite, or its size is above maxPosition
  badFrequency = 4,        ///< an inverse frequency is not finite, or its size is above maxFrequency
  badAttentionFactor = 5,  ///< the attention factor is not finite, or not above 0
  badId = 6,               ///< an id is no row of the table
  notFinite = 7,           ///< an input holds a NaN or an infinity
  tooLarge = 8,            ///< a result is too large for a float
  badFactor = 9,           ///< a scaling's factor, or one of its list, is not finite or too small
  badScaling = 10,         ///< another number of a scaling is not finite or out of its range
  badPrecision = 11,       ///< an angle or the attention factor is too large for its format
  badTraining = 12,        ///< a setting of a training is out of its range
  badState = 13,           ///< a training's state was not initialised, or has another length
  diverged = 14,           ///< a training's parameters grew past maxParameter
};

/// Bound of a position's size. An angle in double is off by about |angle|·2⁻⁵³, so that sines of inverse
/// frequencies up to 1 are right to half a float's last place (3e-8) all the way.
inline constexpr double maxPosition = 1e8;

/// Bound of an inverse frequency's size, in radians a position: far above 1, the largest that models use.
inline constexpr double maxFrequency = 1e3;

/// Rows and features of one table, row-major. Inputs and outputs hold one such table or several, one after
/// another.
struct Grid {
  std::size_t positions = 0;   ///< at least 1
  std::size_t dimensions = 0;  ///< at least 1
};

/// The index of the first NaN or infinity in `values`, or `values.size()`.
[[nodiscard]] std::size_t firstNonFinite(std::span<const float> values) noexcept;

}  // namespace ropescope
