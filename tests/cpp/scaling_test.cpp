#include <numbers>
#include <numeric>

#include "support.hpp"

namespace {

using ropescope::Ramp;
using ropescope::Rope;
using ropescope::Status;
using ropescope::Yarn;
using support::Doubles;

constexpr Rope llama2{128, 10000};

Ramp rampOf(Rope rope, const Yarn& yarn) {
  Ramp ramp;
  EXPECT_EQ(ropescope::yarnRamp(ramp, rope, yarn), Status::ok);
  return ramp;
}

void expectRatios(const Doubles& got, const Doubles& plain, std::size_t first, const Doubles& want,
                  double tolerance) {
  for (std::size_t i = 0; i < want.size(); ++i) {
    EXPECT_NEAR(got[first + i] / plain[first + i], want[i], tolerance) << "pair " << first + i;
  }
}

TEST(Scaling, HasYarnsRampsOfRealModels) {
  const Yarn raw{.factor = 16, .originalPositions = 4096, .truncate = false};
  EXPECT_NEAR(rampOf(llama2, raw).low, 20.9445, 5e-5);
  EXPECT_NEAR(rampOf(llama2, raw).high, 45.0269, 5e-5);
  const Ramp whole = rampOf(llama2, {.factor = 16, .originalPositions = 4096});
  EXPECT_EQ(whole.low, 20);
  EXPECT_EQ(whole.high, 46);
  const Rope deepSeek{64, 10000};
  EXPECT_NEAR(rampOf(deepSeek, raw).low, 10.4722, 5e-5);
  EXPECT_NEAR(rampOf(deepSeek, raw).high, 22.5134, 5e-5);
  EXPECT_EQ(rampOf(deepSeek, {.factor = 40, .originalPositions = 4096}).low, 10);
  EXPECT_EQ(rampOf(deepSeek, {.factor = 40, .originalPositions = 4096}).high, 23);
  const Ramp qwen = rampOf({128, 1e6}, {.factor = 4, .originalPositions = 32768});
  EXPECT_EQ(qwen.low, 23);
  EXPECT_EQ(qwen.high, 40);
  const Ramp gptOss = rampOf({64, 150000}, {.factor = 32, .originalPositions = 4096, .truncate = false});
  EXPECT_NEAR(gptOss.low, 8.092779115512402, 1e-12);
  EXPECT_NEAR(gptOss.high, 17.39802450158856, 1e-12);
}

TEST(Scaling, BoundsYarnsRampAsTheReferenceDoes) {
  // Past the last pair, 31, but short of the reference's bound, 63.
  EXPECT_EQ(rampOf({64, 100}, {.factor = 2, .originalPositions = 100000}).high, 63);
  EXPECT_EQ(rampOf(llama2, {.factor = 2, .originalPositions = 100}).low, 0);
}

TEST(Scaling, KeepsFastPairsAndDividesSlowOnesByYarn) {
  const Doubles plain = support::frequencies(128);
  Doubles got(64);
  ASSERT_EQ(ropescope::yarnFrequencies(got, llama2, {.factor = 16, .originalPositions = 4096}), Status::ok);
  for (std::size_t i = 0; i <= 20; ++i) EXPECT_EQ(got[i], plain[i]);
  for (std::size_t i = 46; i < 64; ++i) EXPECT_EQ(got[i], plain[i] / 16);
  // Half of the way between the pairs 20 and 46: half as it was, half divided by 16.
  EXPECT_NEAR(got[33] / plain[33], 0.5 + 0.5 / 16, 1e-12);
}

TEST(Scaling, MakesAStepOfARampWithoutLength) {
  const Doubles plain = support::frequencies(8, 10);
  Doubles got(4);
  const Yarn yarn{.factor = 2, .originalPositions = 1e4, .betaFast = 100, .betaSlow = 100, .truncate = false};
  ASSERT_EQ(ropescope::yarnFrequencies(got, {8, 10}, yarn), Status::ok);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_TRUE(got[i] == plain[i] || got[i] == plain[i] / 2) << i;
}

TEST(Scaling, HasTheAttentionFactorsOfYarn) {
  EXPECT_NEAR(ropescope::yarnAttentionFactor(4, 0, 0), 1.1386294361, 1e-10);
  EXPECT_NEAR(ropescope::yarnAttentionFactor(16, 0, 0), 1.2772588722, 1e-10);
  EXPECT_NEAR(ropescope::yarnAttentionFactor(32, 0, 0), 1.3465735903, 1e-10);
  EXPECT_NEAR(ropescope::yarnAttentionFactor(40, 0, 0), 1.3688879454, 1e-10);
  EXPECT_NEAR(std::pow(ropescope::yarnAttentionFactor(40, 1, 0), 2), 1.8739, 5e-5);
  EXPECT_EQ(ropescope::yarnAttentionFactor(40, 1, 1), 1);
  EXPECT_NEAR(ropescope::yarnAttentionFactor(40, 1, 0.5), 1.3688879454 / 1.1844439727, 1e-9);
  EXPECT_EQ(ropescope::yarnAttentionFactor(1, 0, 0), 1);
}

TEST(Scaling, HasTheBasesOfNtkAndMeetsLinearAtBothEnds) {
  EXPECT_NEAR(ropescope::ntkBase(llama2, 2), 20221.26, 5e-3);
  EXPECT_NEAR(ropescope::ntkBase(llama2, 4), 40889.94, 5e-3);
  EXPECT_NEAR(ropescope::ntkBase(llama2, 8), 82684.62, 5e-3);
  const Doubles plain = support::frequencies(128);
  Doubles got(64);
  for (const double factor : {1.0, 2.0, 4.0, 7.5}) {
    ASSERT_EQ(ropescope::ntkFrequencies(got, llama2, factor), Status::ok);
    EXPECT_EQ(got[0], 1);
    EXPECT_NEAR(got[63], plain[63] / factor, 1e-14 * plain[63]);
  }
}

TEST(Scaling, ChangesNothingByDynamicUpToItsLengthAndThenAsNtk) {
  const Doubles plain = support::frequencies(128);
  Doubles got(64);
  for (const double length : {0.0, 1.0, 2048.0}) {
    ASSERT_EQ(ropescope::dynamicFrequencies(got, llama2, {2.3, 2048, length}), Status::ok);
    EXPECT_EQ(got, plain);
  }
  Doubles want(64);
  ASSERT_EQ(ropescope::ntkFrequencies(want, llama2, 5.6), Status::ok);
  ASSERT_EQ(ropescope::dynamicFrequencies(got, llama2, {2.3, 2048, 6144}), Status::ok);
  for (std::size_t i = 0; i < 64; ++i) EXPECT_NEAR(got[i], want[i], 1e-14 * want[i]);
}

TEST(Scaling, SplitsThePairsOfLlama3AsPublished) {
  const Doubles plain = support::frequencies(128, 500000);
  Doubles got(64);
  ASSERT_EQ(ropescope::llama3Frequencies(got, {128, 500000}, {8, 1, 4, 8192}), Status::ok);
  for (std::size_t i = 0; i <= 28; ++i) EXPECT_EQ(got[i], plain[i]) << i;
  for (std::size_t i = 35; i < 64; ++i) EXPECT_EQ(got[i], plain[i] / 8) << i;
  expectRatios(got, plain, 29, {.8282, .6437, .4935, .3711, .2714, .1902}, 5e-5);

  const Doubles small = support::frequencies(64, 500000);
  Doubles smaller(32);
  ASSERT_EQ(ropescope::llama3Frequencies(smaller, {64, 500000}, {32, 1, 4, 8192}), Status::ok);
  for (std::size_t i = 0; i < 32; ++i) {
    EXPECT_EQ(smaller[i] == small[i], i <= 14) << i;
    EXPECT_EQ(smaller[i] == small[i] / 32, i >= 18) << i;
  }
}

TEST(Scaling, MakesAStepOfLlama3sBandWithoutLength) {
  const Doubles plain = support::frequencies(128, 500000);
  Doubles got(64);
  ASSERT_EQ(ropescope::llama3Frequencies(got, {128, 500000}, {16, 1, 1, 8192}), Status::ok);
  for (std::size_t i = 0; i < 64; ++i) EXPECT_EQ(got[i], i < 35 ? plain[i] : plain[i] / 16) << i;

  // The fastest pair turns exactly once within so many positions, and stays.
  const double turn = 2 * std::numbers::pi;
  Doubles few(4);
  ASSERT_EQ(ropescope::llama3Frequencies(few, {8}, {2, 1, 1, turn}), Status::ok);
  const Doubles kept = support::frequencies(8);
  EXPECT_EQ(few, (Doubles{kept[0], kept[1] / 2, kept[2] / 2, kept[3] / 2}));
}

TEST(Scaling, DividesEachPairByItsOwnFactorInLongRope) {
  const Doubles plain = support::frequencies(8);
  Doubles got(4);
  ASSERT_EQ(ropescope::longRopeFrequencies(got, {8}, Doubles{1, 1.05, 20, 64.81}), Status::ok);
  EXPECT_EQ(got, (Doubles{plain[0], plain[1] / 1.05, plain[2] / 20, plain[3] / 64.81}));
  EXPECT_NEAR(ropescope::longRopeAttentionFactor(32, 4096), 1.1902380714, 1e-10);
  EXPECT_EQ(ropescope::longRopeAttentionFactor(1, 4096), 1);
  EXPECT_EQ(ropescope::longRopeAttentionFactor(0.5, 4096), 1);
}

TEST(Scaling, TurnsAPartOfThePairsByProportional) {
  const Doubles plain = support::frequencies(512, 1e6);
  Doubles got(256);
  ASSERT_EQ(ropescope::proportionalFrequencies(got, {512, 1e6}, 0.25, 2), Status::ok);
  for (std::size_t i = 0; i < 256; ++i) EXPECT_EQ(got[i], i < 64 ? plain[i] / 2 : 0) << i;
  Doubles few(4);
  ASSERT_EQ(ropescope::proportionalFrequencies(few, {8}, 0.2, 1), Status::ok);
  EXPECT_EQ(few, (Doubles{0, 0, 0, 0}));
}

TEST(Scaling, GivesNothingButPlainFrequenciesForAFactorOfOne) {
  const Doubles plain = support::frequencies(128);
  const auto expectPlain = [&](Status status, const Doubles& got) {
    EXPECT_EQ(status, Status::ok);
    for (std::size_t i = 0; i < 64; ++i) EXPECT_NEAR(got[i], plain[i], 1e-15);
  };
  Doubles got(64);
  expectPlain(ropescope::linearFrequencies(got, llama2, 1), got);
  expectPlain(ropescope::ntkFrequencies(got, llama2, 1), got);
  expectPlain(ropescope::dynamicFrequencies(got, llama2, {1, 2048, 2048}), got);
  expectPlain(ropescope::yarnFrequencies(got, llama2, {.factor = 1, .originalPositions = 4096}), got);
  expectPlain(ropescope::llama3Frequencies(got, llama2, {1, 1, 4, 8192}), got);
  expectPlain(ropescope::longRopeFrequencies(got, llama2, Doubles(64, 1)), got);
  expectPlain(ropescope::proportionalFrequencies(got, llama2, 1, 1), got);
}

}  // namespace
