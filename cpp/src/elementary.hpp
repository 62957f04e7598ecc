#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// e^x, sine and cosine of + − × and bits only, so that they are the same bits on every machine: the
/// libraries' own differ in the last place, and training makes small differences large.
namespace ropescope::detail {

/// Two doubles, which every machine here works on at once.
using Pair = double __attribute__((vector_size(16)));
using PairBits = std::uint64_t __attribute__((vector_size(16)));

[[nodiscard]] inline Pair loadPair(const double* from) noexcept {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

inline void storePair(double* to, Pair pair) noexcept {
  std::memcpy(to, &pair, sizeof pair);
}

/// e^x to about 1e-16 of itself for x from −708 to 709, and 0 below.
[[nodiscard]] Pair exponential(Pair x) noexcept;

/// The same for one number; above 709 it stays e^709.
[[nodiscard]] double exponential(double x) noexcept;

struct Turn {
  double sine;
  double cosine;
};

/// Sine and cosine of an angle from −10⁵ to 10⁵, to about 1e-16.
[[nodiscard]] Turn turnOf(double angle) noexcept;

}  // namespace ropescope::detail
