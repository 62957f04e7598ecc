#pragma once

#include <cstddef>
#include <cstring>

namespace ropescope::detail {

// Vector extensions, so that the native tests run the code that WebAssembly runs.
using Four = float __attribute__((vector_size(16)));
using Two = double __attribute__((vector_size(16)));
using TwoFloats = float __attribute__((vector_size(8)));

inline Four load(const float* from) noexcept {
  Four value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

inline Two load(const double* from) noexcept {
  Two value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class Value, class Number>
void store(Number* to, Value value) noexcept {
  static_assert(sizeof value == 16);
  std::memcpy(to, &value, sizeof value);
}

/// Rounds two doubles; the last two floats are 0.
inline Four rounded(Two value) noexcept {
  Four result =
      __builtin_shufflevector(__builtin_convertvector(value, TwoFloats), TwoFloats{0, 0}, 0, 1, 2, 3);
#ifdef __wasm__
  // Hides the rounding from clang 14, which would join two of them to one of four numbers, and then round
  // them one at a time.
  __asm__("" : "+r"(result));
#endif
  return result;
}

inline Four rounded(Two low, Two high) noexcept {
  return __builtin_shufflevector(rounded(low), rounded(high), 0, 1, 4, 5);
}

/// Two doubles and two more.
struct FourDoubles {
  Two low;
  Two high;
};

inline FourDoubles loadFour(const double* from) noexcept {
  return {load(from), load(from + 2)};
}

inline void storeFour(float* to, const FourDoubles& value) noexcept {
  store(to, rounded(value.low, value.high));
}

inline void storeFour(double* to, const FourDoubles& value) noexcept {
  store(to, value.low);
  store(to + 2, value.high);
}

inline Two low(Four value) noexcept {
  return __builtin_convertvector(__builtin_shufflevector(value, value, 0, 1), Two);
}

inline Two high(Four value) noexcept {
  return __builtin_convertvector(__builtin_shufflevector(value, value, 2, 3), Two);
}

/// Two floats, in double.
inline Two widened(const float* from) noexcept {
  TwoFloats value;
  std::memcpy(&value, from, sizeof value);
  return __builtin_convertvector(value, Two);
}

/// The features of a vector's pairs: as many pairs as the vectors have numbers, from neighbours, or from two
/// places. Writing returns the sum of what was written.
struct Neighbours {
  static constexpr std::size_t step = 2;

  static void read(const float* x, std::size_t /*toPartner*/, Four& a, Four& b) noexcept {
    const Four first = load(x);
    const Four second = load(x + 4);
    a = __builtin_shufflevector(first, second, 0, 2, 4, 6);
    b = __builtin_shufflevector(first, second, 1, 3, 5, 7);
  }
  static void read(const float* x, std::size_t /*toPartner*/, Two& a, Two& b) noexcept {
    const Two first = widened(x);
    const Two second = widened(x + 2);
    a = __builtin_shufflevector(first, second, 0, 2);
    b = __builtin_shufflevector(first, second, 1, 3);
  }
  static Four write(float* out, std::size_t /*toPartner*/, Four a, Four b) noexcept {
    store(out, __builtin_shufflevector(a, b, 0, 4, 1, 5));
    store(out + 4, __builtin_shufflevector(a, b, 2, 6, 3, 7));
    return a + b;
  }
  static Four write(float* out, std::size_t /*toPartner*/, Two a, Two b) noexcept {
    const Four both = __builtin_shufflevector(rounded(a), rounded(b), 0, 4, 1, 5);
    store(out, both);
    return both;
  }
};

struct Halves {
  static constexpr std::size_t step = 1;

  static void read(const float* x, std::size_t toPartner, Four& a, Four& b) noexcept {
    a = load(x);
    b = load(x + toPartner);
  }
  static void read(const float* x, std::size_t toPartner, Two& a, Two& b) noexcept {
    a = widened(x);
    b = widened(x + toPartner);
  }
  static Four write(float* out, std::size_t toPartner, Four a, Four b) noexcept {
    store(out, a);
    store(out + toPartner, b);
    return a + b;
  }
  static Four write(float* out, std::size_t toPartner, Two a, Two b) noexcept {
    const Four both = __builtin_shufflevector(rounded(a), rounded(b), 0, 1, 4, 5);
    std::memcpy(out, &both, 8);
    std::memcpy(out + toPartner, reinterpret_cast<const char*>(&both) + 8, 8);
    return both;
  }
};

}  // namespace ropescope::detail
