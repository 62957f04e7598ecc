#include <limits>

#include "support.hpp"

namespace {

using ropescope::Ramp;
using ropescope::Rope;
using ropescope::Status;
using ropescope::Yarn;
using support::Doubles;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Rope good{8, 10000};

TEST(StatusOfScalings, NamesSizesAndBasesThatAreWrong) {
  Doubles out(4);
  const Doubles factors(4, 1.5);
  const auto each = [&](Rope rope, Status want) {
    EXPECT_EQ(ropescope::linearFrequencies(out, rope, 2), want);
    EXPECT_EQ(ropescope::ntkFrequencies(out, rope, 2), want);
    EXPECT_EQ(ropescope::dynamicFrequencies(out, rope, {2, 100, 200}), want);
    EXPECT_EQ(ropescope::yarnFrequencies(out, rope, {.factor = 2, .originalPositions = 100}), want);
    EXPECT_EQ(ropescope::llama3Frequencies(out, rope, {2, 1, 4, 100}), want);
    EXPECT_EQ(ropescope::longRopeFrequencies(out, rope, factors), want);
    EXPECT_EQ(ropescope::proportionalFrequencies(out, rope, 0.5, 2), want);
  };
  each(good, Status::ok);
  each({7, 10000}, Status::badSize);
  each({10, 10000}, Status::badSize);
  each({0, 10000}, Status::badSize);
  for (const double base : {0.5, -1.0, nan, infinity}) each({8, base}, Status::badBase);

  EXPECT_EQ(ropescope::ntkFrequencies(std::span(out).first(1), {2, 10000}, 2), Status::badSize);
  EXPECT_EQ(ropescope::longRopeFrequencies(out, good, Doubles(3, 1)), Status::badSize);
  EXPECT_EQ(ropescope::ntkFrequencies(out, good, 1e300), Status::badBase);
  EXPECT_EQ(ropescope::yarnFrequencies(out, {8, 1}, {.factor = 2, .originalPositions = 100}),
            Status::badBase);
  EXPECT_EQ(ropescope::linearFrequencies(out, {8, 1}, 2), Status::ok);
}

TEST(StatusOfScalings, NamesFactorsThatAreWrong) {
  Doubles out(4);
  for (const double factor : {0.0, 0.99, -2.0, nan, infinity}) {
    EXPECT_EQ(ropescope::linearFrequencies(out, good, factor), Status::badFactor) << factor;
    EXPECT_NE(ropescope::ntkFrequencies(out, good, factor), Status::ok) << factor;
    EXPECT_EQ(ropescope::dynamicFrequencies(out, good, {factor, 100, 200}), Status::badFactor) << factor;
    EXPECT_EQ(ropescope::yarnFrequencies(out, good, {.factor = factor, .originalPositions = 100}),
              Status::badFactor);
    EXPECT_EQ(ropescope::llama3Frequencies(out, good, {factor, 1, 4, 100}), Status::badFactor) << factor;
    EXPECT_EQ(ropescope::proportionalFrequencies(out, good, 0.5, factor), Status::badFactor) << factor;
  }
  for (const double factor : {0.0, 0.0009, -2.0, nan, infinity}) {
    EXPECT_EQ(ropescope::longRopeFrequencies(out, good, Doubles{1, 1, factor, 1}), Status::badFactor);
  }
}

TEST(StatusOfScalings, NamesOtherNumbersThatAreWrong) {
  Doubles out(4);
  for (const double length : {0.0, -1.0, nan, infinity}) {
    EXPECT_EQ(ropescope::dynamicFrequencies(out, good, {2, length, 200}), Status::badScaling);
    EXPECT_EQ(ropescope::yarnFrequencies(out, good, {.factor = 2, .originalPositions = length}),
              Status::badScaling);
    EXPECT_EQ(ropescope::llama3Frequencies(out, good, {2, 1, 4, length}), Status::badScaling);
  }
  EXPECT_EQ(ropescope::dynamicFrequencies(out, good, {2, 100, nan}), Status::badScaling);
  EXPECT_EQ(ropescope::dynamicFrequencies(out, good, {2, 100, infinity}), Status::badScaling);
  for (const auto& [fast, slow] : {std::pair{0.0, 1.0},
                                   {32.0, 0.0},
                                   {1.0, 2.0},
                                   {nan, 1.0},
                                   {infinity, 1.0},
                                   {1e101, 1.0},
                                   {1.0, 1e-101}}) {
    Ramp ramp;
    const Yarn yarn{.factor = 2, .originalPositions = 100, .betaFast = fast, .betaSlow = slow};
    EXPECT_EQ(ropescope::yarnRamp(ramp, good, yarn), Status::badScaling) << fast << " " << slow;
  }
  for (const auto& [low, high] :
       {std::pair{0.0, 4.0}, {4.0, 3.99}, {4.0, 1.0}, {1.0, nan}, {1.0, infinity}}) {
    EXPECT_EQ(ropescope::llama3Frequencies(out, good, {2, low, high, 100}), Status::badScaling);
  }
  for (const double share : {0.0, -0.5, 1.01, nan}) {
    EXPECT_EQ(ropescope::proportionalFrequencies(out, good, share, 1), Status::badScaling) << share;
  }
}

}  // namespace
