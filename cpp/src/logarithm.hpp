#pragma once

#include <cmath>

namespace ropescope::detail {

/// ln x for a finite x > 0, to about 1e-16: x = m·2^e with m in [√½, √2), ln m = 2 artanh((m − 1) / (m + 1)).
/// The same bits on every machine, and without the library's table, which is larger than all code that needs
/// it.
[[nodiscard]] inline double logarithm(double x) noexcept {
  constexpr double ln2 = 0.69314718055994530942;
  constexpr double sqrtHalf = 0.70710678118654752440;
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (mantissa < sqrtHalf) {
    mantissa *= 2;
    --exponent;
  }
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double sum = 0;
  // |s| ≤ 0.1716, so that the first term left out, s^23 / 23, is below 1e-18.
  for (int power = 21; power >= 1; power -= 2) sum = sum * square + 1.0 / power;
  return 2 * s * sum + exponent * ln2;
}

}  // namespace ropescope::detail
