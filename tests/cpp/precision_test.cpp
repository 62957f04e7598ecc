#include <limits>
#include <numbers>

#include "support.hpp"

namespace {

using ropescope::Angles;
using ropescope::Format;
using ropescope::Precision;
using ropescope::rounded;
using ropescope::Status;
using support::Doubles;
using support::Floats;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// The largest error of the angles of Llama 2 up to so many positions, by their cosines and sines.
double worstAngle(std::size_t positions, const Precision& precision, double start = 0) {
  const Doubles frequencies = support::frequencies(128);
  Floats cos(positions * 64);
  Floats sin(positions * 64);
  EXPECT_EQ(ropescope::cosSin(cos, sin, positions,
                              {.inverseFrequencies = frequencies, .start = start, .precision = precision}),
            Status::ok);
  double worst = 0;
  for (std::size_t n = 0; n < cos.size(); ++n) {
    const double exact = (start + static_cast<double>(n / 64)) * frequencies[n % 64];
    const double error = std::atan2(sin[n], cos[n]) - std::remainder(exact, 2 * std::numbers::pi);
    worst = std::max(worst, std::abs(std::remainder(error, 2 * std::numbers::pi)));
  }
  return worst;
}

TEST(Precision, RoundsToTheNearestNumberOfAFormatAndToEven) {
  EXPECT_EQ(rounded(0.1, Format::float64), 0.1);
  EXPECT_EQ(rounded(0.1, Format::float32), static_cast<double>(0.1F));
  EXPECT_EQ(rounded(0.1, Format::bfloat16), 0.10009765625);
  EXPECT_EQ(rounded(0.1, Format::float16), 0.0999755859375);
  EXPECT_EQ(rounded(257, Format::bfloat16), 256);
  EXPECT_EQ(rounded(258, Format::bfloat16), 258);
  EXPECT_EQ(rounded(259, Format::bfloat16), 260);
  EXPECT_EQ(rounded(15962, Format::bfloat16), 15936);
  EXPECT_EQ(rounded(4095, Format::float16), 4096);
  EXPECT_EQ(rounded(2047, Format::float16), 2047);
  EXPECT_EQ(rounded(-2049, Format::float16), -2048);
  EXPECT_EQ(rounded(2051, Format::float16), 2052);
}

TEST(Precision, RoundsToTheEndsOfAFormat) {
  EXPECT_EQ(rounded(65504, Format::float16), 65504);
  EXPECT_EQ(rounded(65519, Format::float16), 65504);
  EXPECT_EQ(rounded(65520, Format::float16), infinity);
  EXPECT_EQ(rounded(-1e9, Format::float16), -infinity);
  EXPECT_EQ(rounded(3.4e38, Format::bfloat16), infinity);
  EXPECT_EQ(rounded(1e39, Format::float32), infinity);
  EXPECT_EQ(rounded(std::ldexp(1.0, -24), Format::float16), std::ldexp(1.0, -24));
  EXPECT_EQ(rounded(std::ldexp(1.0, -25), Format::float16), 0);
  EXPECT_EQ(rounded(std::ldexp(3.0, -26), Format::float16), std::ldexp(1.0, -24));
  EXPECT_EQ(rounded(std::ldexp(1.0, -133), Format::bfloat16), std::ldexp(1.0, -133));
  EXPECT_EQ(rounded(std::ldexp(1.0, -134), Format::bfloat16), 0);
  for (const Format format : {Format::float32, Format::bfloat16, Format::float16}) {
    EXPECT_EQ(rounded(0, format), 0);
    EXPECT_EQ(rounded(-1, format), -1);
    EXPECT_EQ(rounded(-infinity, format), -infinity);
  }
}

TEST(Precision, HasTheAngleErrorsThatPeopleReport) {
  const Precision stored{.inverseFrequencies = Format::bfloat16, .angle = Format::float32};
  EXPECT_NEAR(worstAngle(512, stored), .6250, 5e-5);
  EXPECT_NEAR(worstAngle(2048, stored), 2.5038, 5e-5);
  EXPECT_NEAR(worstAngle(4096, stored), 3.1411, 5e-5);
  const Precision single{.inverseFrequencies = Format::float32, .angle = Format::float32};
  EXPECT_NEAR(worstAngle(512, single), 2.9e-5, 5e-7);
  EXPECT_NEAR(worstAngle(2048, single), 1.2e-4, 5e-6);
  EXPECT_NEAR(worstAngle(4096, single), 2.4e-4, 5e-6);
  EXPECT_NEAR(worstAngle(1024, single, 130049), 7.76e-3, 5e-5);
  const Precision running{.running = true};
  EXPECT_NEAR(worstAngle(512, running), 8.1e-5, 5e-7);
  EXPECT_NEAR(worstAngle(2048, running), 3.25e-4, 5e-6);
  EXPECT_NEAR(worstAngle(4096, running), 6.49e-4, 5e-6);
  EXPECT_NEAR(worstAngle(1024, running, 130049), 2.1e-2, 5e-4);
  EXPECT_LT(worstAngle(4096, {}), 3e-7);
}

TEST(Precision, HasTheRoundedPositionsThatPeopleReport) {
  Floats cos(2);
  Floats sin(2);
  const auto at = [&](double position, Format format) {
    // 10000^(−2/32), which is pair 1 of GPT-NeoX's 32 rotary dimensions.
    const Doubles frequencies = {1, std::pow(10000, -1.0 / 16)};
    const Precision precision{.inverseFrequencies = format, .angle = format};
    EXPECT_EQ(
        ropescope::cosSin(cos, sin, 1,
                          {.inverseFrequencies = frequencies, .start = position, .precision = precision}),
        Status::ok);
  };
  at(1857, Format::float16);
  EXPECT_EQ(cos[1], static_cast<float>(std::cos(1045.0)));
  EXPECT_NEAR(std::abs(cos[1] - std::cos(1044.2678)), .7149, 5e-5);
  at(15962, Format::bfloat16);
  EXPECT_NEAR(cos[0], -.2680, 5e-5);
  at(15962, Format::float64);
  EXPECT_NEAR(cos[0], -.9080, 5e-5);
}

TEST(Precision, RunsThroughMoreThanOneBlockOfPairs) {
  const Doubles frequencies = support::frequencies(300);
  Floats cos(150);
  Floats sin(150);
  ASSERT_EQ(
      ropescope::cosSin(cos, sin, 1,
                        {.inverseFrequencies = frequencies, .start = 1000, .precision = {.running = true}}),
      Status::ok);
  const auto step = static_cast<float>(frequencies[1]);
  float angle = 1000;
  for (std::size_t i = 0; i < 150; ++i) {
    ASSERT_EQ(cos[i], static_cast<float>(std::cos(static_cast<double>(angle)))) << i;
    angle *= step;
  }
}

TEST(Precision, RoundsTablesAfterTheAttentionFactorAndTurnsByThem) {
  const Doubles frequencies = support::frequencies(4);
  for (const Format format : {Format::float32, Format::bfloat16, Format::float16}) {
    const Angles angles{.inverseFrequencies = frequencies,
                        .start = 3.25,
                        .attentionFactor = 1.19,
                        .precision = {.table = format}};
    Floats cos(2);
    Floats sin(2);
    ASSERT_EQ(ropescope::cosSin(cos, sin, 1, angles), Status::ok);
    for (std::size_t i = 0; i < 2; ++i) {
      EXPECT_EQ(cos[i], rounded(std::cos(3.25 * frequencies[i]) * 1.19, format));
      EXPECT_EQ(sin[i], rounded(std::sin(3.25 * frequencies[i]) * 1.19, format));
    }
    EXPECT_EQ(support::rotated({1, 0, 0, 1}, {1, 4}, angles), (Floats{cos[0], sin[0], -sin[1], cos[1]}));
  }
}

TEST(Precision, RefusesAnglesAndFactorsThatAFormatCannotHold) {
  const Doubles frequencies = support::frequencies(4);
  Floats cos(4);
  Floats sin(4);
  const auto call = [&](double start, const Precision& precision, double factor = 1) {
    return ropescope::cosSin(cos, sin, 2,
                             {.inverseFrequencies = frequencies,
                              .start = start,
                              .attentionFactor = factor,
                              .precision = precision});
  };
  const Precision half{.inverseFrequencies = Format::float16, .angle = Format::float16};
  EXPECT_EQ(call(65503, half), Status::ok);
  EXPECT_EQ(call(65519, half), Status::badPrecision);
  EXPECT_EQ(call(-70000, half), Status::badPrecision);
  EXPECT_EQ(call(1e8, {.angle = Format::bfloat16}), Status::ok);
  EXPECT_EQ(call(0, {.table = Format::float16}, 65504), Status::ok);
  EXPECT_EQ(call(0, {.table = Format::float16}, 7e4), Status::badPrecision);
  EXPECT_EQ(call(0, {.table = Format::float32}, 1e39), Status::badPrecision);
  const Doubles places = {1, 7e4};
  EXPECT_EQ(ropescope::cosSin(cos, sin, 2,
                              {.inverseFrequencies = frequencies, .positions = places, .precision = half}),
            Status::badPrecision);
  const Doubles fast = {1000};
  EXPECT_EQ(ropescope::cosSin(std::span(cos).first(1), std::span(sin).first(1), 1,
                              {.inverseFrequencies = fast, .start = 66, .precision = half}),
            Status::badPrecision);
}

TEST(Precision, RefusesRunningAnglesThatGrowPastAFloat) {
  const Doubles growing = {1e-30, 1, 1, 1};
  Floats cos(4);
  Floats sin(4);
  const Angles angles{.inverseFrequencies = growing, .start = 1, .precision = {.running = true}};
  EXPECT_EQ(ropescope::cosSin(cos, sin, 1, angles), Status::badPrecision);
}

}  // namespace
