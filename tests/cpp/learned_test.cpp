#include <algorithm>
#include <array>

#include "support.hpp"

namespace {

using ropescope::Learned;
using ropescope::Status;
using ropescope::Stream;
using support::Floats;

using Words = std::array<std::uint32_t, 4>;

Floats table(std::size_t rows, std::size_t dimensions, Learned learned) {
  Floats out(rows * dimensions);
  EXPECT_EQ(ropescope::learnedTable(out, dimensions, learned), Status::ok);
  return out;
}

double correlation(const Floats& a, const Floats& b) {
  double sum = 0;
  for (std::size_t n = 0; n < a.size(); ++n) sum += static_cast<double>(a[n]) * static_cast<double>(b[n]);
  return sum / static_cast<double>(a.size());
}

TEST(Learned, DrawsFromPhiloxAsItsAuthorsPublishIt) {
  // The known answers of Random123 for philox4x32 with 10 rounds.
  EXPECT_EQ(ropescope::philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(ropescope::philox({ones, ones, ones, ones}, {ones, ones}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(ropescope::philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Learned, TurnsProbabilitiesIntoNormalNumbers) {
  // erfc(−z / √2) / 2 is the probability to stay below z: an independent way back.
  for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << 32U); bits += 65521 * 17) {
    const double probability = (static_cast<double>(bits) + 0.5) / 4294967296.0;
    const double z = ropescope::normalOf(static_cast<std::uint32_t>(bits));
    const double back = std::erfc(-z / std::sqrt(2.0)) / 2;
    ASSERT_NEAR(back, probability, 1e-14 * probability + 4e-16) << bits;
  }
  EXPECT_NEAR(ropescope::normalOf(0), -6.3379577545537877, 1e-12);
  EXPECT_EQ(ropescope::normalOf(0), -ropescope::normalOf(0xffffffff));
  EXPECT_EQ(ropescope::normalOf(0x7fffffff), -ropescope::normalOf(0x80000000));
}

TEST(Learned, HasTheMomentsAndTailsOfANormalDistribution) {
  Floats values = table(4000, 500, {.seed = 12345});
  const double count = static_cast<double>(values.size());
  double sums[5] = {};
  for (const float value : values) {
    double power = 1;
    for (double& sum : sums) {
      sum += power;
      power *= static_cast<double>(value);
    }
  }
  // Each bound is five standard errors.
  EXPECT_NEAR(sums[1] / count, 0, 5 / std::sqrt(count));
  EXPECT_NEAR(sums[2] / count, 1, 5 * std::sqrt(2 / count));
  EXPECT_NEAR(sums[3] / count, 0, 5 * std::sqrt(15 / count));
  EXPECT_NEAR(sums[4] / count, 3, 5 * std::sqrt(96 / count));

  std::sort(values.begin(), values.end());
  double distance = 0;
  for (std::size_t n = 0; n < values.size(); ++n) {
    const double below = std::erfc(-static_cast<double>(values[n]) / std::sqrt(2.0)) / 2;
    distance = std::max(
        {distance, below - static_cast<double>(n) / count, static_cast<double>(n + 1) / count - below});
  }
  // Kolmogorov–Smirnov: a larger distance has probability 1e-4.
  EXPECT_LT(distance * std::sqrt(count), 2.225);
  for (const double z : {3.0, 4.0}) {
    const double expected = count * std::erfc(z / std::sqrt(2.0));
    const auto beyond =
        std::count_if(values.begin(), values.end(), [z](float value) { return std::abs(value) > z; });
    EXPECT_NEAR(static_cast<double>(beyond), expected, 5 * std::sqrt(expected)) << z;
  }
}

TEST(Learned, HasStreamsSeedsRowsAndFeaturesThatDoNotCorrelate) {
  const Floats base = table(1000, 200, {.seed = 7});
  const double bound = 5 / std::sqrt(static_cast<double>(base.size()));
  EXPECT_LT(std::abs(correlation(base, table(1000, 200, {.seed = 7, .stream = Stream::words}))), bound);
  EXPECT_LT(std::abs(correlation(base, table(1000, 200, {.seed = 8}))), bound);
  EXPECT_LT(std::abs(correlation(base, table(1000, 200, {.seed = 7U + (1U << 31U)}))), bound);
  for (const std::size_t shift : {1U, 4U, 200U}) {
    Floats shifted(base.begin() + static_cast<std::ptrdiff_t>(shift), base.end());
    shifted.resize(base.size());
    EXPECT_LT(std::abs(correlation(base, shifted)), bound) << shift;
  }
}

TEST(Learned, GivesRowsWithoutTheTable) {
  const Floats whole = table(50, 13, {.seed = 3, .stream = Stream::words});
  const std::vector<std::uint32_t> ids = {49, 0, 17, 17};
  Floats rows(ids.size() * 13);
  ASSERT_EQ(ropescope::learnedRows(rows, ids, 13, {.seed = 3, .stream = Stream::words}), Status::ok);
  for (std::size_t n = 0; n < rows.size(); ++n) EXPECT_EQ(rows[n], whole[ids[n / 13] * 13 + n % 13]);
}

TEST(Learned, BeginsAWiderOrLongerTableWithTheSameNumbers) {
  const Floats small = table(3, 5, {.seed = 9});
  const Floats large = table(6, 11, {.seed = 9});
  for (std::size_t n = 0; n < small.size(); ++n) EXPECT_EQ(small[n], large[n / 5 * 11 + n % 5]);
}

TEST(Learned, GivesEvenTheLastIdARow) {
  const std::vector<std::uint32_t> ids = {0xffffffff};
  Floats row(3);
  EXPECT_EQ(ropescope::learnedRows(row, ids, 3, {.seed = 0xffffffff}), Status::ok);
  EXPECT_EQ(ropescope::firstNonFinite(row), 3U);
}

}  // namespace
