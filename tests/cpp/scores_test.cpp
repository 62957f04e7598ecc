#include "support.hpp"

namespace {

using support::Floats;
using support::scored;

TEST(Scores, SumsProductsOfFeaturesForEveryTable) {
  const std::size_t d = 7;
  const Floats q = support::randomFloats(2 * 3 * d, 1);
  const Floats k = support::randomFloats(2 * 5 * d, 2);
  const Floats got = scored(q, k, {3, 5, d});
  ASSERT_EQ(got.size(), 2U * 3U * 5U);
  for (std::size_t table = 0; table < 2; ++table) {
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 5; ++j) {
        double want = 0;
        for (std::size_t f = 0; f < d; ++f) {
          want += static_cast<double>(q[(table * 3 + i) * d + f]) *
                  static_cast<double>(k[(table * 5 + j) * d + f]);
        }
        EXPECT_FLOAT_EQ(got[(table * 3 + i) * 5 + j], static_cast<float>(want));
      }
    }
  }
}

TEST(Scores, SumsInDoubleSoThatSmallTermsAreNotLost) {
  EXPECT_EQ(scored({1e8F, 1, -1e8F}, {1, 1, 1}, {1, 1, 3}), Floats{1});
}

}  // namespace
