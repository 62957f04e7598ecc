#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "ropescope/ropescope.hpp"

namespace support {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

/// Numbers from −2 to 2, the same on every machine.
inline Floats randomFloats(std::size_t count, std::uint32_t seed) {
  std::mt19937 generator(seed);
  Floats values(count);
  for (float& value : values) value = static_cast<float>(generator()) / 1073741824.0F - 2.0F;
  return values;
}

inline Doubles frequencies(std::size_t dimensions, double base = 10000) {
  Doubles values(ropescope::frequencyCount(dimensions));
  EXPECT_EQ(ropescope::inverseFrequencies(values, dimensions, base), ropescope::Status::ok);
  return values;
}

inline Floats rotated(const Floats& x, ropescope::Grid grid, const ropescope::Angles& angles,
                      ropescope::Pairing pairing = ropescope::Pairing::interleaved) {
  Floats out(x.size());
  EXPECT_EQ(ropescope::rotate(out, x, grid, angles, pairing), ropescope::Status::ok);
  return out;
}

inline Floats scored(const Floats& q, const Floats& k, ropescope::ScoreSizes sizes) {
  Floats out(q.size() / sizes.dimensions * sizes.keys);
  EXPECT_EQ(ropescope::scores(out, q, k, sizes), ropescope::Status::ok);
  return out;
}

/// The same vector at each of many positions.
inline Floats repeated(const Floats& vector, std::size_t times) {
  Floats out;
  for (std::size_t n = 0; n < times; ++n) out.insert(out.end(), vector.begin(), vector.end());
  return out;
}

/// By how much scores of a square table differ at most between cells of equal distance m − n.
inline double deviation(const Floats& scores, std::size_t positions) {
  double worst = 0;
  const auto count = static_cast<std::ptrdiff_t>(positions);
  for (std::ptrdiff_t distance = 1 - count; distance < count; ++distance) {
    double least = INFINITY;
    double most = -INFINITY;
    for (std::ptrdiff_t m = std::max<std::ptrdiff_t>(0, distance); m < count && m - distance < count; ++m) {
      const double score = scores[static_cast<std::size_t>(m * count + m - distance)];
      least = std::min(least, score);
      most = std::max(most, score);
    }
    worst = std::max(worst, most - least);
  }
  return worst;
}

template <class Numbers>
double norm(const Numbers& values, std::size_t first, std::size_t count) {
  double sum = 0;
  for (std::size_t i = first; i < first + count; ++i) sum += static_cast<double>(values[i]) * values[i];
  return std::sqrt(sum);
}

inline void expectNear(const Floats& got, const Floats& want, double tolerance) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) ASSERT_NEAR(got[i], want[i], tolerance) << "at index " << i;
}

/// Each number must be what rounding gives for some number within the tolerance of the golden one.
inline void expectRounded(const Floats& got, const Doubles& want, double tolerance) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    ASSERT_GE(got[i], static_cast<float>(want[i] - tolerance)) << "at index " << i;
    ASSERT_LE(got[i], static_cast<float>(want[i] + tolerance)) << "at index " << i;
  }
}

}  // namespace support
