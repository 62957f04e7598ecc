#include <numeric>

#include "support.hpp"

namespace {

using ropescope::Angles;
using ropescope::Pairing;
using ropescope::Status;
using support::Doubles;
using support::expectNear;
using support::Floats;
using support::rotated;

constexpr Pairing pairings[] = {Pairing::interleaved, Pairing::half};

TEST(Rotary, KeepsTheNormOfEveryVector) {
  for (const std::size_t d : {2U, 8U, 64U, 256U}) {
    const Doubles frequencies = support::frequencies(d);
    const Floats x = support::randomFloats(2 * 50 * d, static_cast<std::uint32_t>(d));
    for (const Pairing pairing : pairings) {
      const Floats y = rotated(x, {50, d}, {.inverseFrequencies = frequencies, .start = 1000.25}, pairing);
      for (std::size_t row = 0; row < 100; ++row) {
        const double before = support::norm(x, row * d, d);
        ASSERT_NEAR(support::norm(y, row * d, d), before, 1e-7 * before);
      }
    }
  }
}

TEST(Rotary, GivesScoresThatDependOnTheDistanceAlone) {
  const std::size_t d = 64;
  const std::size_t positions = 40;
  const Doubles frequencies = support::frequencies(d);
  for (const Pairing pairing : pairings) {
    const auto at = [&](std::uint32_t seed) {
      return rotated(support::repeated(support::randomFloats(d, seed), positions), {positions, d},
                     {.inverseFrequencies = frequencies}, pairing);
    };
    EXPECT_LT(support::deviation(support::scored(at(1), at(2), {positions, positions, d}), positions), 2e-5);
  }
}

TEST(Rotary, AloneHasRelativeScores) {
  const std::size_t d = 16;
  const std::size_t positions = 40;
  const Doubles frequencies = support::frequencies(d);
  const Floats q = support::repeated(support::randomFloats(d, 3), positions);
  const Floats k = support::repeated(support::randomFloats(d, 4), positions);
  Floats left(q.size());
  Floats right(k.size());
  for (const auto apply : {&ropescope::addSinusoidal, &ropescope::multiplySinusoidal}) {
    ASSERT_EQ(apply(left, q, {positions, d}, {.inverseFrequencies = frequencies}), Status::ok);
    ASSERT_EQ(apply(right, k, {positions, d}, {.inverseFrequencies = frequencies}), Status::ok);
    EXPECT_GT(support::deviation(support::scored(left, right, {positions, positions, d}), positions), 1);
  }
  Floats learned(q.size());
  ASSERT_EQ(ropescope::learnedTable(learned, d, {.seed = 5}), Status::ok);
  for (std::size_t n = 0; n < q.size(); ++n) {
    left[n] = q[n] + learned[n];
    right[n] = k[n] + learned[n];
  }
  EXPECT_GT(support::deviation(support::scored(left, right, {positions, positions, d}), positions), 1);
}

TEST(Rotary, ByMThenByNIsByMPlusN) {
  const Doubles frequencies = support::frequencies(32);
  const Floats x = support::randomFloats(32, 6);
  for (const Pairing pairing : pairings) {
    const auto turn = [&](const Floats& from, double by) {
      return rotated(from, {1, 32}, {.inverseFrequencies = frequencies, .start = by}, pairing);
    };
    expectNear(turn(turn(x, 17.5), 250.25), turn(x, 267.75), 1e-6);
    expectNear(turn(turn(x, 300), -300), x, 1e-6);
  }
}

TEST(Rotary, AgreesBetweenPairingsOnPermutedFeatures) {
  const std::size_t d = 12;
  const std::size_t turning = 8;
  const Doubles frequencies = support::frequencies(turning);
  const Floats x = support::randomFloats(5 * d, 7);
  const auto permuted = [](const Floats& from) {
    Floats to = from;
    for (std::size_t n = 0; n < from.size(); ++n) {
      const std::size_t feature = n % d;
      if (feature < turning) to[n - feature + feature / 2 + (feature % 2) * (turning / 2)] = from[n];
    }
    return to;
  };
  const Angles angles{.inverseFrequencies = frequencies, .start = 3};
  EXPECT_EQ(rotated(permuted(x), {5, d}, angles, Pairing::half), permuted(rotated(x, {5, d}, angles)));
}

TEST(Rotary, PassesFeaturesBeyondTheRotaryDimensionsThrough) {
  const Doubles frequencies = support::frequencies(4);
  for (const std::size_t d : {5U, 6U, 16U}) {
    const Floats x = support::randomFloats(2 * 3 * d, 8);
    for (const Pairing pairing : pairings) {
      const Angles angles{.inverseFrequencies = frequencies, .start = 1, .attentionFactor = 2};
      Floats y = rotated(x, {3, d}, angles, pairing);
      for (std::size_t n = 0; n < x.size(); ++n) {
        if (n % d >= 4) {
          ASSERT_EQ(y[n], x[n]);
        } else {
          ASSERT_NE(y[n], x[n]);
        }
      }
      Floats inPlace = x;
      ASSERT_EQ(ropescope::rotate(inPlace, inPlace, {3, d}, angles, pairing), Status::ok);
      EXPECT_EQ(inPlace, y);
    }
  }
}

TEST(Rotary, TakesPositionsInAnyOrderAndBetweenWholeNumbers) {
  const Doubles frequencies = support::frequencies(150);
  const Doubles positions = {9, 0, 3.75, -2};
  const Floats x = support::randomFloats(2 * 4 * 150, 9);
  const Floats y = rotated(x, {4, 150}, {.inverseFrequencies = frequencies, .positions = positions});
  for (std::size_t row = 0; row < 8; ++row) {
    const Floats one(x.begin() + static_cast<std::ptrdiff_t>(150 * row),
                     x.begin() + static_cast<std::ptrdiff_t>(150 * row + 150));
    const Floats want =
        rotated(one, {1, 150}, {.inverseFrequencies = frequencies, .start = positions[row % 4]});
    EXPECT_TRUE(std::equal(want.begin(), want.end(), y.begin() + static_cast<std::ptrdiff_t>(150 * row)));
  }
}

TEST(Rotary, CosineAndSineAreThoseThatTurn) {
  const Doubles frequencies = support::frequencies(6, 500000);
  const Angles angles{.inverseFrequencies = frequencies, .start = 4.5, .attentionFactor = 1.25};
  Floats cos(9);
  Floats sin(9);
  ASSERT_EQ(ropescope::cosSin(cos, sin, 3, angles), Status::ok);
  Floats ones;
  for (int n = 0; n < 9; ++n) ones.insert(ones.end(), {1, 0});
  const Floats turned = rotated(ones, {3, 6}, angles);
  for (std::size_t n = 0; n < 9; ++n) {
    EXPECT_EQ(turned[2 * n], cos[n]);
    EXPECT_EQ(turned[2 * n + 1], sin[n]);
    EXPECT_NEAR(std::hypot(cos[n], sin[n]), 1.25, 2e-7);
  }
}

}  // namespace
