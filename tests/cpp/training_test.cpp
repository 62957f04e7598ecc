#include <cstring>

#include "training_support.hpp"

namespace {

using ropescope::Block;
using ropescope::blockOf;
using support::begun;
using support::Doubles;
using support::Floats;
using support::HeadEncoding;
using support::mean;
using support::Optimiser;
using support::Status;
using support::tested;
using support::trained;
using support::Training;

constexpr std::array<HeadEncoding, 3> trainable = {HeadEncoding::learned, HeadEncoding::sinusoidal,
                                                   HeadEncoding::rotary};

double accuracy(std::span<const std::int32_t> guesses, std::size_t first = 0) {
  double right = 0;
  for (std::size_t n = 0; n < guesses.size(); ++n) {
    if (guesses[n] == static_cast<std::int32_t>(first + n)) ++right;
  }
  return right / static_cast<double>(guesses.size());
}

TEST(Training, HasWithoutPositionsTheFloorOfAGuess) {
  Doubles state = begun({.encoding = HeadEncoding::none});
  const auto curves = trained(state, 3);
  for (const double loss : curves.losses) EXPECT_NEAR(std::exp(loss), 25.96, 0.005);
  const auto result = tested(state, 255);
  for (std::size_t n = 0; n < 255; ++n) {
    // The position n + 1 sees n + 2 keys.
    ASSERT_NEAR(result.losses[n], std::log(static_cast<double>(n + 2)), 1e-14);
    ASSERT_NEAR(result.perplexities[n], static_cast<double>(n + 2), 1e-12);
    ASSERT_EQ(result.guesses[n], 0);
  }
}

TEST(Training, LearnsToLookBackWithinTheTrainedLength) {
  for (const HeadEncoding encoding : trainable) {
    for (const std::size_t lookBack : {1U, 4U}) {
      Doubles state = begun({.encoding = encoding, .lookBack = lookBack, .seed = 1});
      const auto curves = trained(state, 500);
      EXPECT_GT(curves.losses.front(), 1);
      EXPECT_LT(curves.losses.back(), 0.01);
      const auto result = tested(state, 64 - lookBack);
      EXPECT_EQ(accuracy(result.guesses), 1);
      EXPECT_LT(std::exp(mean(result.losses)), 1.005);
      for (std::size_t n = 0; n < result.losses.size(); ++n) {
        ASSERT_NEAR(result.perplexities[n], std::exp(result.losses[n]), 1e-15 * result.perplexities[n]);
      }
    }
  }
}

TEST(Training, LowersTheLossWithASmallStep) {
  for (const HeadEncoding encoding : trainable) {
    for (const Optimiser optimiser : {Optimiser::adam, Optimiser::momentum}) {
      Doubles state = begun({.encoding = encoding, .optimiser = optimiser, .learningRate = 1e-3});
      const auto curves = trained(state, 2);
      EXPECT_LT(curves.losses[1], curves.losses[0]);
    }
  }
}

TEST(Training, TakesTheFirstStepThatTheOptimiserSays) {
  for (const Optimiser optimiser : {Optimiser::adam, Optimiser::momentum}) {
    Doubles state = begun({.encoding = HeadEncoding::rotary, .optimiser = optimiser, .learningRate = 0.25});
    const auto view = blockOf(state, Block::queries);
    const Doubles before(view.begin(), view.end());
    support::differentiated(state);
    const auto slope = ropescope::gradientOf(state, Block::queries);
    const Doubles gradient(slope.begin(), slope.end());
    trained(state, 1);
    for (std::size_t i = 0; i < before.size(); ++i) {
      // Adam's first step has the rate's length, whatever the gradient.
      const double want =
          optimiser == Optimiser::adam ? gradient[i] / (std::abs(gradient[i]) + 1e-8) : gradient[i];
      EXPECT_NEAR(view[i], before[i] - 0.25 * want, 1e-14);
    }
  }
}

TEST(Training, DoesTheSameInOneCallAsInMany) {
  for (const HeadEncoding encoding : support::headEncodings) {
    const Training training{.encoding = encoding, .length = 20, .testLength = 40, .seed = 5, .share = 0.7};
    Doubles once = begun(training);
    Doubles bits = begun(training);
    const auto whole = trained(once, 30);
    for (std::size_t step = 0; step < 30; ++step) {
      const auto part = trained(bits, 1);
      ASSERT_EQ(part.losses[0], whole.losses[step]);
      ASSERT_EQ(part.heldOut[0], whole.heldOut[step]);
      // Looking at it changes nothing.
      tested(bits, 10);
      Floats weights(400);
      ASSERT_EQ(ropescope::attention(weights, bits), Status::ok);
    }
    EXPECT_EQ(ropescope::trainedSteps(bits), 30U);
    EXPECT_EQ(tested(once, 19).losses, tested(bits, 19).losses);
  }
}

TEST(Training, DoesTheSameInPartsOfAStepWhateverIsLookedAtBetween) {
  for (const HeadEncoding encoding : support::headEncodings) {
    for (const std::size_t positions : {1U, 7U, 59U, 60U, 61U, 130U}) {
      const Training training{
          .encoding = encoding, .lookBack = 3, .length = 20, .testLength = 40, .seed = 5, .share = 0.7};
      Doubles once = begun(training);
      Doubles parts = begun(training);
      const auto whole = trained(once, 12);
      const auto atEnd = tested(once, 17);
      std::size_t done = 0;
      while (done < 12) {
        Doubles losses(12 - done);
        Doubles heldOut(12 - done);
        ASSERT_EQ(ropescope::train(parts, losses, heldOut, positions), Status::ok);
        for (std::size_t n = 0; done < ropescope::trainedSteps(parts); ++n, ++done) {
          ASSERT_EQ(losses[n], whole.losses[done]);
          ASSERT_EQ(heldOut[n], whole.heldOut[done]);
        }
        tested(parts, 9);
        Floats weights(400);
        ASSERT_EQ(ropescope::attention(weights, parts), Status::ok);
      }
      EXPECT_EQ(tested(parts, 17).losses, atEnd.losses);
    }
  }
}

TEST(Training, HasAnotherTestAfterEveryStep) {
  for (const HeadEncoding encoding : trainable) {
    Doubles state = begun({.encoding = encoding, .length = 20, .testLength = 40});
    const auto before = tested(state, 19);
    EXPECT_EQ(tested(state, 19).losses, before.losses);
    trained(state, 1);
    EXPECT_NE(tested(state, 19).losses, before.losses);
  }
}

TEST(Training, TestsTheSameInPartsAsAtOnce) {
  for (const HeadEncoding encoding : support::headEncodings) {
    const Training training{.encoding = encoding, .lookBack = 2, .length = 40, .testLength = 40};
    Doubles state = begun(training);
    trained(state, 5);
    Doubles other = state;
    trained(state, 1);
    trained(other, 1);
    const auto whole = tested(state, 38);
    for (std::size_t skipped = 0; skipped < 38; skipped += 2) {
      Doubles losses(2);
      Doubles perplexities(2);
      std::vector<std::int32_t> guesses(2);
      ASSERT_EQ(ropescope::evaluate({losses, perplexities, guesses}, other, skipped), Status::ok);
      for (std::size_t n = 0; n < 2; ++n) {
        ASSERT_EQ(losses[n], whole.losses[skipped + n]);
        ASSERT_EQ(perplexities[n], whole.perplexities[skipped + n]);
        ASSERT_EQ(guesses[n], whole.guesses[skipped + n]);
      }
    }
  }
}

TEST(Training, AttendsWithRowsThatSumToOneAndNeverAhead) {
  for (const HeadEncoding encoding : support::headEncodings) {
    Doubles state = begun({.encoding = encoding, .lookBack = 3, .length = 21, .testLength = 21});
    trained(state, 200);
    Floats weights(21UL * 21);
    ASSERT_EQ(ropescope::attention(weights, state), Status::ok);
    const auto result = tested(state, 18);
    for (std::size_t m = 0; m < 21; ++m) {
      double sum = 0;
      for (std::size_t n = 0; n < 21; ++n) {
        sum += static_cast<double>(weights[m * 21 + n]);
        if (n > m) {
          EXPECT_EQ(weights[m * 21 + n], 0);
        }
      }
      EXPECT_NEAR(sum, 1, 1e-6);
      if (m < 3) continue;
      const auto weight = static_cast<double>(weights[m * 21 + m - 3]);
      EXPECT_NEAR(weight, std::exp(-result.losses[m - 3]), 1e-7);
    }
  }
}

TEST(Training, HoldsOutAShareThatTheSeedDraws) {
  const auto flagsOf = [](double share, std::uint32_t seed) {
    Doubles state = begun({.lookBack = 4, .seed = seed, .share = share});
    const auto view = blockOf(state, Block::trained);
    return Doubles(view.begin(), view.end());
  };
  const auto count = [](const Doubles& flags) { return static_cast<int>(std::round(mean(flags) * 64)); };
  EXPECT_EQ(count(flagsOf(1, 0)), 60);
  EXPECT_EQ(count(flagsOf(0.5, 0)), 30);
  EXPECT_EQ(count(flagsOf(0.001, 0)), 1);
  EXPECT_NE(flagsOf(0.5, 0), flagsOf(0.5, 1));
  const Doubles few = flagsOf(0.3, 2);
  const Doubles many = flagsOf(0.6, 2);
  for (std::size_t m = 0; m < 64; ++m) {
    EXPECT_LE(few[m], many[m]);
    if (m < 4) {
      EXPECT_EQ(many[m], 0);
    }
  }
}

TEST(Training, ReportsTheMeanLossOfTrainedAndOfHeldOutPositions) {
  for (const HeadEncoding encoding : trainable) {
    Doubles state = begun({.encoding = encoding, .lookBack = 2, .seed = 4, .share = 0.4});
    trained(state, 50);
    const auto losses = tested(state, 62).losses;
    const auto flags = blockOf(state, Block::trained);
    Doubles sums(2);
    Doubles counts(2);
    for (std::size_t m = 2; m < 64; ++m) {
      sums[flags[m] != 0 ? 0 : 1] += losses[m - 2];
      counts[flags[m] != 0 ? 0 : 1] += 1;
    }
    const ropescope::Losses both = support::differentiated(state);
    EXPECT_NEAR(both.trained, sums[0] / counts[0], 1e-12);
    EXPECT_NEAR(both.heldOut, sums[1] / counts[1], 1e-12);
  }
  Doubles all = begun({});
  EXPECT_EQ(support::differentiated(all).heldOut, 0);
}

TEST(Training, BeginsWithTheNumbersOfTheSeed) {
  Doubles state = begun({.dimensions = 64, .length = 256, .testLength = 256, .seed = 9});
  Floats table(256UL * 64);
  ASSERT_EQ(ropescope::learnedTable(table, 64, {.seed = 9}), Status::ok);
  const auto rows = blockOf(state, Block::positions);
  ASSERT_EQ(rows.size(), table.size());
  for (std::size_t n = 0; n < rows.size(); ++n) ASSERT_EQ(static_cast<float>(rows[n]), table[n]);
  for (const Block block : {Block::queries, Block::keys}) {
    double squares = 0;
    for (const double value : blockOf(state, block)) squares += value * value;
    // 4096 numbers of variance 1/64, within five standard errors.
    EXPECT_NEAR(squares, 64, 64 * 5 * std::sqrt(2.0 / 4096));
  }
  Doubles other = begun({.dimensions = 64, .length = 256, .testLength = 256, .seed = 10});
  EXPECT_NE(rows[0], blockOf(other, Block::positions)[0]);
  EXPECT_NE(blockOf(state, Block::queries)[0], blockOf(state, Block::keys)[0]);
}

TEST(Training, HasTheSinusoidalEncodingsOfTheCore) {
  for (const std::size_t d : {1U, 7U, 64U}) {
    Doubles state =
        begun({.encoding = HeadEncoding::sinusoidal, .dimensions = d, .length = 256, .testLength = 1024});
    const auto rows = blockOf(state, Block::positions);
    ASSERT_EQ(rows.size(), 256 * d);
    for (std::size_t n = 0; n < rows.size(); ++n) {
      const double frequency =
          std::pow(10000.0, -static_cast<double>(n % d / 2 * 2) / static_cast<double>(d));
      const double angle = static_cast<double>(n / d) * frequency;
      ASSERT_NEAR(rows[n], n % d % 2 == 0 ? std::sin(angle) : std::cos(angle), 3e-13) << n;
    }
  }
}

TEST(Training, GivesTheSameBitsOnEveryMachine) {
  // Losses of step 100 as this machine and WebAssembly give them.
  const auto lossOf = [](HeadEncoding encoding) {
    Doubles state = begun({.encoding = encoding, .seed = 3, .share = 0.8});
    const double loss = trained(state, 101).losses[100];
    std::uint64_t bits = 0;
    std::memcpy(&bits, &loss, sizeof bits);
    return bits;
  };
  EXPECT_EQ(lossOf(HeadEncoding::learned), 0x3ed8a320df6a2991U);
  EXPECT_EQ(lossOf(HeadEncoding::sinusoidal), 0x3f70ff93e1bb7d1cU);
  EXPECT_EQ(lossOf(HeadEncoding::rotary), 0x3fae072c5e347a5cU);
}

}  // namespace
