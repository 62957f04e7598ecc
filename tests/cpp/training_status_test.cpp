#include <limits>

#include "training_support.hpp"

namespace {

using ropescope::Block;
using support::begun;
using support::Doubles;
using support::Floats;
using support::HeadEncoding;
using support::Optimiser;
using support::Status;
using support::Training;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

void expectRefused(const Training& training) {
  EXPECT_EQ(ropescope::trainingSize(training), 0U);
  Doubles state(100000, 7);
  EXPECT_EQ(ropescope::initialise(state, training), Status::badTraining);
  EXPECT_EQ(state, Doubles(100000, 7));
}

TEST(TrainingStatus, RefusesSettingsOutOfTheirRange) {
  expectRefused({.encoding = static_cast<HeadEncoding>(4)});
  expectRefused({.encoding = static_cast<HeadEncoding>(-1)});
  expectRefused({.lookBack = 0});
  expectRefused({.lookBack = 64});
  expectRefused({.dimensions = 0});
  expectRefused({.dimensions = 65});
  expectRefused({.encoding = HeadEncoding::rotary, .dimensions = 15});
  expectRefused({.length = 0, .testLength = 0});
  expectRefused({.length = 1, .testLength = 1});
  expectRefused({.length = 257, .testLength = 257});
  expectRefused({.testLength = 63});
  expectRefused({.testLength = 257});
  expectRefused({.optimiser = static_cast<Optimiser>(2)});
  for (const double rate : {0.0, -0.1, 100.5, nan}) expectRefused({.learningRate = rate});
  for (const double momentum : {-0.1, 0.9995, nan}) expectRefused({.momentum = momentum});
  for (const double share : {0.0, -1.0, 1.5, nan}) expectRefused({.share = share});
}

TEST(TrainingStatus, AcceptsTheEndsOfTheRanges) {
  for (const HeadEncoding encoding : support::headEncodings) {
    const Training least{.encoding = encoding,
                         .lookBack = 1,
                         .dimensions = encoding == HeadEncoding::rotary ? 2U : 1U,
                         .length = 2,
                         .testLength = 2,
                         .learningRate = 1e-300,
                         .momentum = 0,
                         .share = 1e-300};
    Doubles state = begun(least);
    EXPECT_GT(support::trained(state, 2).losses[1], 0);
    const Training most{.encoding = encoding,
                        .lookBack = 255,
                        .dimensions = 64,
                        .length = 256,
                        .testLength = 1024,
                        .seed = 0xffffffff,
                        .optimiser = Optimiser::momentum,
                        .momentum = 0.999};
    state = begun(most);
    EXPECT_GT(support::trained(state, 1).losses[0], 0);
    support::tested(state, encoding == HeadEncoding::learned ? 1 : 1024 - 255);
  }
}

TEST(TrainingStatus, RefusesSpansOfAnotherLength) {
  const Training training{.encoding = HeadEncoding::sinusoidal, .length = 8, .testLength = 20};
  Doubles state = begun(training);
  Doubles one(1);
  Doubles two(2);
  std::vector<std::int32_t> guesses(2);
  EXPECT_EQ(ropescope::train(state, one, two), Status::badSize);
  EXPECT_EQ(ropescope::train(state, {}, {}), Status::badSize);
  EXPECT_EQ(ropescope::evaluate({two, one, guesses}, state), Status::badSize);
  EXPECT_EQ(ropescope::evaluate({one, one, guesses}, state), Status::badSize);
  EXPECT_EQ(ropescope::evaluate({{}, {}, {}}, state), Status::badSize);
  Doubles many(20);
  guesses.resize(20);
  EXPECT_EQ(ropescope::evaluate({many, many, guesses}, state), Status::badSize);
  guesses.resize(1);
  EXPECT_EQ(ropescope::evaluate({one, one, guesses}, state, 18), Status::ok);
  for (const std::size_t skipped : {std::size_t{19}, std::size_t{20}, SIZE_MAX}) {
    EXPECT_EQ(ropescope::evaluate({one, one, guesses}, state, skipped), Status::badSize);
  }
  Floats weights(63);
  EXPECT_EQ(ropescope::attention(weights, state), Status::badSize);
  state.push_back(0);
  EXPECT_EQ(ropescope::initialise(state, training), Status::badSize);
}

TEST(TrainingStatus, SaysThatALearnedTableHasNoRowPastTheTrainedLength) {
  Doubles state = begun({.encoding = HeadEncoding::learned, .length = 8, .testLength = 20});
  Doubles losses(8);
  std::vector<std::int32_t> guesses(8);
  EXPECT_EQ(ropescope::evaluate({losses, losses, guesses}, state), Status::badId);
  EXPECT_EQ(ropescope::evaluate({losses, losses, guesses}, state, 1), Status::badId);
  support::tested(state, 7);
}

TEST(TrainingStatus, RefusesAStateThatWasNotInitialisedOrWasCut) {
  const Doubles good = begun({});
  Doubles cut(good.begin(), good.end() - 1);
  Doubles zeros(good.size());
  Doubles tiny(1);
  Doubles none;
  for (Doubles* state : {&cut, &zeros, &tiny, &none}) {
    Doubles losses(1);
    std::vector<std::int32_t> guesses(1);
    Floats weights(4096);
    ropescope::Losses both;
    EXPECT_EQ(ropescope::train(*state, losses, losses), Status::badState);
    EXPECT_EQ(ropescope::evaluate({losses, losses, guesses}, *state), Status::badState);
    EXPECT_EQ(ropescope::attention(weights, *state), Status::badState);
    EXPECT_EQ(ropescope::differentiate(both, *state), Status::badState);
    EXPECT_EQ(ropescope::trainedSteps(*state), 0U);
    EXPECT_TRUE(ropescope::blockOf(*state, Block::trained).empty());
    EXPECT_TRUE(ropescope::gradientOf(*state, Block::keys).empty());
  }
}

TEST(TrainingStatus, HasNoOtherBlocks) {
  Doubles state = begun({});
  for (const int block : {-1, 4}) {
    EXPECT_TRUE(ropescope::blockOf(state, static_cast<Block>(block)).empty());
    EXPECT_TRUE(ropescope::gradientOf(state, static_cast<Block>(block)).empty());
  }
}

TEST(TrainingStatus, StopsWhereParametersGrowWithoutBound) {
  bool any = false;
  for (std::uint32_t seed = 0; seed < 3; ++seed) {
    Doubles state = begun({.length = 16,
                           .testLength = 16,
                           .seed = seed,
                           .optimiser = Optimiser::momentum,
                           .learningRate = 100,
                           .momentum = 0.99});
    Doubles losses(300);
    Doubles heldOut(300);
    const Status status = ropescope::train(state, losses, heldOut);
    const std::size_t steps = ropescope::trainedSteps(state);
    if (status == Status::diverged) {
      any = true;
      EXPECT_LT(steps, 300U);
      EXPECT_EQ(ropescope::train(state, losses, heldOut), Status::diverged);
      EXPECT_EQ(ropescope::trainedSteps(state), steps);
    }
    const auto result = support::tested(state, 15);
    for (const double loss : losses) EXPECT_TRUE(std::isfinite(loss));
    for (const double value : result.perplexities) EXPECT_TRUE(std::isfinite(value));
    Floats weights(256);
    EXPECT_EQ(ropescope::attention(weights, state), Status::ok);
    EXPECT_EQ(ropescope::firstNonFinite(weights), weights.size());
  }
  EXPECT_TRUE(any);
}

TEST(TrainingStatus, KeepsResultsFiniteUpToTheLargestParameters) {
  for (const HeadEncoding encoding : support::headEncodings) {
    Doubles state = begun({.encoding = encoding, .dimensions = 64});
    for (const Block block : {Block::positions, Block::queries, Block::keys}) {
      for (double& value : ropescope::blockOf(state, block)) {
        value = value < 0 ? -ropescope::maxParameter : ropescope::maxParameter;
      }
    }
    const ropescope::Losses losses = support::differentiated(state);
    EXPECT_TRUE(std::isfinite(losses.trained));
    for (const Block block : {Block::positions, Block::queries, Block::keys}) {
      for (const double value : ropescope::gradientOf(state, block)) ASSERT_TRUE(std::isfinite(value));
    }
    for (const double value : support::tested(state, 63).perplexities) ASSERT_TRUE(std::isfinite(value));
  }
}

}  // namespace
