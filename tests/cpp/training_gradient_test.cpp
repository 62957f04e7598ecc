#include "training_support.hpp"

namespace {

using ropescope::Block;
using ropescope::blockOf;
using ropescope::gradientOf;
using support::begun;
using support::differentiated;
using support::Doubles;
using support::HeadEncoding;
using support::Training;

/// The largest difference between a block's gradient and central differences, as a share of its largest
/// number.
double errorOf(Doubles& state, Block block) {
  constexpr double step = 1e-5;
  differentiated(state);
  const auto view = gradientOf(state, block);
  const Doubles gradient(view.begin(), view.end());
  const std::span<double> parameters = blockOf(state, block);
  EXPECT_EQ(parameters.size(), gradient.size());
  double worst = 0;
  double largest = 0;
  for (std::size_t i = 0; i < gradient.size(); ++i) {
    const double kept = parameters[i];
    parameters[i] = kept + step;
    const double above = differentiated(state).trained;
    parameters[i] = kept - step;
    const double below = differentiated(state).trained;
    parameters[i] = kept;
    worst = std::max(worst, std::abs((above - below) / (2 * step) - gradient[i]));
    largest = std::max(largest, std::abs(gradient[i]));
  }
  EXPECT_GT(largest, 0);
  return worst / largest;
}

void expectGradients(Training training) {
  training.learningRate = 0.01;
  SCOPED_TRACE(testing::Message() << "encoding " << static_cast<int>(training.encoding) << ", k "
                                  << training.lookBack << ", d " << training.dimensions << ", L "
                                  << training.length << ", share " << training.share);
  Doubles state = begun(training);
  const bool learned = training.encoding == HeadEncoding::learned;
  // As it begins, and on its way, while the loss is not so small that differences of it are only rounding.
  for (const std::size_t steps : {0U, 7U}) {
    if (steps > 0) support::trained(state, steps);
    if (learned) {
      EXPECT_LT(errorOf(state, Block::positions), 1e-6) << "P after " << steps;
    }
    EXPECT_LT(errorOf(state, Block::queries), 1e-6) << "queries after " << steps;
    EXPECT_LT(errorOf(state, Block::keys), 1e-6) << "keys after " << steps;
  }
}

TEST(TrainingGradients, AgreeWithCentralDifferences) {
  std::uint32_t seed = 0;
  for (const auto encoding : {HeadEncoding::learned, HeadEncoding::sinusoidal, HeadEncoding::rotary}) {
    for (const std::size_t lookBack : {1U, 4U, 11U}) {
      for (const std::size_t dimensions : {2U, 5U, 16U}) {
        if (encoding == HeadEncoding::rotary && dimensions % 2 == 1) continue;
        expectGradients({.encoding = encoding,
                         .lookBack = lookBack,
                         .dimensions = dimensions,
                         .length = 12,
                         .testLength = 12,
                         .seed = seed++});
      }
    }
  }
}

TEST(TrainingGradients, AgreeWithCentralDifferencesWherePositionsAreHeldOut) {
  for (const auto encoding : {HeadEncoding::learned, HeadEncoding::sinusoidal, HeadEncoding::rotary}) {
    for (const double share : {0.05, 0.4}) {
      expectGradients({.encoding = encoding,
                       .lookBack = 2,
                       .dimensions = 6,
                       .length = 17,
                       .testLength = 17,
                       .seed = 3,
                       .share = share});
    }
  }
}

TEST(TrainingGradients, AgreeWithCentralDifferencesAtTheDefaultSettings) {
  for (const auto encoding : {HeadEncoding::sinusoidal, HeadEncoding::rotary}) {
    expectGradients({.encoding = encoding, .seed = 1});
  }
}

TEST(TrainingGradients, AreNoneWhereNothingIsTrained) {
  Doubles state = begun({.encoding = HeadEncoding::none});
  differentiated(state);
  for (const Block block : {Block::positions, Block::queries, Block::keys}) {
    EXPECT_TRUE(gradientOf(state, block).empty());
    EXPECT_TRUE(blockOf(state, block).empty());
  }
  Doubles sinusoidal = begun({.encoding = HeadEncoding::sinusoidal});
  EXPECT_TRUE(gradientOf(sinusoidal, Block::positions).empty());
}

}  // namespace
