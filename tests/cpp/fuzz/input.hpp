#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "ropescope/ropescope.hpp"

/// What the fuzzer's bytes say; past their end everything is 0.
class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  template <typename T>
  T raw() {
    T value{};
    const std::size_t count = bytes_.size() < sizeof(T) ? bytes_.size() : sizeof(T);
    if (count > 0) std::memcpy(&value, bytes_.data(), count);
    bytes_ = bytes_.subspan(count);
    return value;
  }

  std::size_t upTo(std::size_t most) { return raw<std::uint8_t>() % (most + 1); }

  bool flag() { return upTo(1) == 1; }

  /// Mostly a small size, or else anything.
  std::size_t size() {
    const auto kind = raw<std::uint8_t>();
    return kind < 240 ? kind % 24 : raw<std::size_t>();
  }

  /// A size that mostly is the right one.
  std::size_t size(std::size_t right) { return raw<std::uint8_t>() < 224 ? right : size(); }

  double real() {
    constexpr double special[] = {0,
                                  1,
                                  -1,
                                  2,
                                  0.5,
                                  4096,
                                  10000,
                                  1e8,
                                  -1e8,
                                  1e308,
                                  5e-324,
                                  std::numeric_limits<double>::infinity(),
                                  std::numeric_limits<double>::quiet_NaN()};
    const auto kind = raw<std::uint8_t>();
    if (kind < 2 * std::size(special)) return special[kind % std::size(special)];
    return kind < 160 ? raw<std::int16_t>() / 16.0 : raw<double>();
  }

  template <typename T>
  std::vector<T> list(std::size_t count) {
    std::vector<T> values(count);
    for (T& value : values) value = static_cast<T>(raw<std::int8_t>());
    if (count > 0 && flag()) values[upTo(255) % count] = raw<T>();
    return values;
  }

  std::vector<double> reals(std::size_t count) {
    std::vector<double> values(count);
    for (double& value : values) value = raw<std::int8_t>() / 8.0;
    if (count > 0 && flag()) values[upTo(255) % count] = real();
    return values;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

/// Ends the run where a promise of the library does not hold.
inline void require(bool holds) {
  if (!holds) std::abort();
}
