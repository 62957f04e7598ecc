#include "elementary.hpp"

#include <algorithm>
#include <array>

namespace ropescope::detail {
namespace {

/// Added to a number of less than 2^51 and taken away again, it leaves the nearest integer.
constexpr double rounder = 6755399441055744.0;

/// 1 / n!
constexpr auto inverseFactorials = [] {
  std::array<double, 20> values{};
  double factorial = 1;
  for (std::size_t n = 0; n < values.size(); ++n) {
    if (n > 0) factorial *= static_cast<double>(n);
    values[n] = 1 / factorial;
  }
  return values;
}();

}  // namespace

// x = n·ln 2 + r with |r| ≤ ½ ln 2, where the first term of e^r left out, r^14 / 14!, is below 1e-17.
Pair exponential(Pair x) noexcept {
  constexpr double inverseLn2 = 1.44269504088896340736;
  // ln 2 in two parts; the first ends in zero bits, so that n times it is exact.
  constexpr double ln2High = 6.93147180369123816490e-01;
  constexpr double ln2Low = 1.90821492927058770002e-10;
  constexpr int mantissaBits = 52;
  const Pair shifted = x * inverseLn2 + rounder;
  const Pair n = shifted - rounder;
  const Pair r = (x - n * ln2High) - n * ln2Low;
  Pair sum{};
  for (std::size_t power = 14; power-- > 0;) sum = sum * r + inverseFactorials[power];
  // The low bits of `shifted` are n: they go to the exponent.
  const PairBits bits = (PairBits)sum + ((PairBits)shifted << mantissaBits);
  return (Pair)(bits & (PairBits)(x >= -708.0));
}

double exponential(double x) noexcept {
  return exponential(Pair{std::min(x, 709.0), 0})[0];
}

// angle = n·π/2 + r with |r| ≤ π/4, where the first terms left out, r^20 / 20! and r^21 / 21!, are below
// 1e-20.
Turn turnOf(double angle) noexcept {
  constexpr double inverseQuarter = 0.63661977236758134308;
  // π/2 in two parts; the first has 33 bits, so that n times it is exact.
  constexpr double quarterHigh = 1.57079632673412561417;
  constexpr double quarterLow = 6.07710050650619224932e-11;
  const double n = (angle * inverseQuarter + rounder) - rounder;
  const double r = (angle - n * quarterHigh) - n * quarterLow;
  const double square = r * r;
  double sine = 0;
  double cosine = 0;
  for (std::size_t power = 20; power > 0; power -= 2) {
    const double sign = power % 4 == 2 ? 1 : -1;
    sine = sine * square + sign * inverseFactorials[power - 1];
    cosine = cosine * square + sign * inverseFactorials[power - 2];
  }
  sine *= r;
  switch (static_cast<int>(n) & 3) {
    case 0:
      return {sine, cosine};
    case 1:
      return {cosine, -sine};
    case 2:
      return {-sine, -cosine};
    default:
      return {-cosine, sine};
  }
}

}  // namespace ropescope::detail
