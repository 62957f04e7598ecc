// Rows at positions 1 apart are made one from another; here they meet sines and cosines of long doubles.

#include "support.hpp"

namespace {

using ropescope::Format;
using ropescope::Grid;
using ropescope::Layout;
using ropescope::Pairing;
using ropescope::Status;
using support::Doubles;
using support::Floats;

constexpr double starts[] = {0, 0.5, -5000.7, 999000, 999000.3};
constexpr Layout layouts[] = {Layout::interleaved, Layout::concatenated};
constexpr Pairing pairings[] = {Pairing::interleaved, Pairing::half};

struct Exact {
  long double sine;
  long double cosine;
};

Exact exactly(double start, std::size_t row, double frequency) {
  const long double angle = (static_cast<long double>(start) + static_cast<long double>(row)) * frequency;
  return {std::sin(angle), std::cos(angle)};
}

double off(float got, long double want) {
  return static_cast<double>(std::abs(static_cast<long double>(got) - want));
}

Floats encoding(Grid grid, double start, Layout layout, double base = 10000) {
  const Doubles frequencies = support::frequencies(grid.dimensions, base);
  Floats out(grid.positions * grid.dimensions);
  EXPECT_EQ(
      ropescope::sinusoidal(out, grid, {.inverseFrequencies = frequencies, .start = start, .layout = layout}),
      Status::ok);
  return out;
}

double worstOfEncoding(Grid grid, double start, Layout layout, double base) {
  const Doubles frequencies = support::frequencies(grid.dimensions, base);
  const Floats out = encoding(grid, start, layout, base);
  const bool woven = layout == Layout::interleaved;
  double worst = 0;
  for (std::size_t row = 0; row < grid.positions; ++row) {
    const float* const values = &out[row * grid.dimensions];
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
      const Exact exact = exactly(start, row, frequencies[i]);
      worst = std::max(worst, off(values[woven ? 2 * i : i], exact.sine));
      if (i == grid.dimensions / 2) continue;
      worst = std::max(worst, off(values[woven ? 2 * i + 1 : frequencies.size() + i], exact.cosine));
    }
  }
  return worst;
}

TEST(Consecutive, EncodingIsExactToFloatRoundingUpToPositionAMillion) {
  for (const Layout layout : layouts) {
    for (const double start : starts) {
      EXPECT_LT(worstOfEncoding({1001, 64}, start, layout, 10000), 3.1e-8) << start;
      EXPECT_LT(worstOfEncoding({70, 517}, start, layout, 500000), 3.1e-8) << start;
      EXPECT_LT(worstOfEncoding({9, 1031}, start, layout, 1e9), 3.1e-8) << start;
    }
    EXPECT_LT(worstOfEncoding({9000, 6}, 0.3, layout, 10000), 3.1e-8);
  }
}

TEST(Consecutive, CosineAndSineAreExactToFloatRoundingTimesTheFactor) {
  for (const std::size_t pairs : {1U, 6U, 64U, 259U}) {
    const Doubles frequencies = support::frequencies(2 * pairs);
    for (const double start : starts) {
      Floats cos(300 * pairs);
      Floats sin(300 * pairs);
      ASSERT_EQ(
          ropescope::cosSin(cos, sin, 300,
                            {.inverseFrequencies = frequencies, .start = start, .attentionFactor = 1.25}),
          Status::ok);
      for (std::size_t n = 0; n < cos.size(); ++n) {
        const Exact exact = exactly(start, n / pairs, frequencies[n % pairs]);
        ASSERT_LT(off(cos[n], 1.25L * exact.cosine), 6.1e-8) << n;
        ASSERT_LT(off(sin[n], 1.25L * exact.sine), 6.1e-8) << n;
      }
    }
  }
}

TEST(Consecutive, RowsHaveTheSameBitsWhereverTheFirstIs) {
  for (const double part : {0.0, 0.3}) {
    const Floats whole = encoding({9000, 10}, -300 + part, Layout::interleaved);
    for (const std::size_t first : {1U, 63U, 64U, 300U, 4095U, 8000U}) {
      const Floats some = encoding({100, 10}, static_cast<double>(first) - 300 + part, Layout::interleaved);
      EXPECT_TRUE(
          std::equal(some.begin(), some.end(), whole.begin() + static_cast<std::ptrdiff_t>(10 * first)));
    }
  }
}

TEST(Consecutive, SinesAreZeroAtPositionZeroAlsoAmongOthers) {
  const Floats out = encoding({20, 64}, -10, Layout::concatenated);
  for (std::size_t i = 0; i < 64; ++i) EXPECT_EQ(out[640 + i], i < 32 ? 0.0F : 1.0F);
}

TEST(Consecutive, SmallSinesAreExactInTheirOwnMeasure) {
  const Doubles frequencies = support::frequencies(64, 1e9);
  const Floats out = encoding({200, 64}, 0, Layout::concatenated, 1e9);
  for (std::size_t n = 0; n < out.size(); ++n) {
    if (n % 64 >= 32) continue;
    const long double want = exactly(0, n / 64, frequencies[n % 64]).sine;
    ASSERT_LE(off(out[n], want), 6e-8 * static_cast<double>(std::abs(want)) + 1e-14) << n;
  }
}

TEST(Consecutive, SumsAndProductsAreRoundedOnceInEveryTable) {
  for (const std::size_t d : {1U, 7U, 64U, 515U}) {
    const Grid grid{70, d};
    const Doubles frequencies = support::frequencies(d);
    const Floats x = support::randomFloats(3 * 70 * d, 11);
    for (const Layout layout : layouts) {
      const ropescope::Sinusoid sinusoid{.inverseFrequencies = frequencies, .start = 3.5, .layout = layout};
      Floats sum(x.size());
      Floats product(x.size());
      ASSERT_EQ(ropescope::addSinusoidal(sum, x, grid, sinusoid), Status::ok);
      ASSERT_EQ(ropescope::multiplySinusoidal(product, x, grid, sinusoid), Status::ok);
      Doubles wantSum;
      Doubles wantProduct;
      for (std::size_t n = 0; n < x.size(); ++n) {
        const std::size_t feature = n % d;
        const bool woven = layout == Layout::interleaved;
        const bool isSine = woven ? feature % 2 == 0 : feature < frequencies.size();
        const std::size_t pair = woven ? feature / 2 : feature % frequencies.size();
        const Exact exact = exactly(3.5, n / d % 70, frequencies[pair]);
        const auto value = static_cast<double>(isSine ? exact.sine : exact.cosine);
        wantSum.push_back(x[n] + value);
        wantProduct.push_back(x[n] * value);
      }
      support::expectRounded(sum, wantSum, 1e-12);
      support::expectRounded(product, wantProduct, 2e-12);
    }
  }
}

/// What turning must give, in double.
Doubles turned(const Floats& x, Grid grid, const Doubles& frequencies, double start, Pairing pairing) {
  Doubles want(x.begin(), x.end());
  const std::size_t pairs = frequencies.size();
  for (std::size_t row = 0; row < x.size() / grid.dimensions; ++row) {
    for (std::size_t i = 0; i < pairs; ++i) {
      const Exact exact = exactly(start, row % grid.positions, frequencies[i]);
      const bool woven = pairing == Pairing::interleaved;
      const std::size_t a = row * grid.dimensions + (woven ? 2 * i : i);
      const std::size_t b = a + (woven ? 1 : pairs);
      want[a] = static_cast<double>(x[a] * exact.cosine - x[b] * exact.sine);
      want[b] = static_cast<double>(x[a] * exact.sine + x[b] * exact.cosine);
    }
  }
  return want;
}

TEST(Consecutive, TurnedVectorsAreRoundedOnceInEveryTable) {
  for (const std::size_t tables : {1U, 3U, 4U, 9U}) {
    for (const std::size_t d : {2U, 6U, 14U, 130U, 531U}) {
      const Grid grid{11, d};
      const Floats x = support::randomFloats(tables * 11 * d, 12);
      for (const std::size_t turning : {d / 2 * 2, (d + 1) / 4 * 2}) {
        if (turning == 0) continue;
        const Doubles frequencies = support::frequencies(turning);
        for (const Pairing pairing : pairings) {
          const Floats y =
              support::rotated(x, grid, {.inverseFrequencies = frequencies, .start = 77.25}, pairing);
          support::expectRounded(y, turned(x, grid, frequencies, 77.25, pairing), 1e-12);
        }
      }
    }
  }
}

TEST(Consecutive, TablesOfFloatsTurnInFloatByTheirOwnNumbers) {
  for (const Format format : {Format::float32, Format::bfloat16, Format::float16}) {
    for (const std::size_t pairs : {1U, 5U, 8U, 300U}) {
      const std::size_t d = 2 * pairs + 3;
      const Grid grid{12, d};
      const Doubles frequencies = support::frequencies(2 * pairs);
      const ropescope::Angles angles{.inverseFrequencies = frequencies,
                                     .start = 1000.5,
                                     .attentionFactor = 1.19,
                                     .precision = {.table = format}};
      const Floats x = support::randomFloats(6 * 12 * d, 13);
      Floats cos(12 * pairs);
      Floats sin(12 * pairs);
      ASSERT_EQ(ropescope::cosSin(cos, sin, 12, angles), Status::ok);
      for (const Pairing pairing : pairings) {
        Floats want = x;
        for (std::size_t n = 0; n < 6 * 12 * pairs; ++n) {
          const std::size_t row = n / pairs;
          const std::size_t cell = row % 12 * pairs + n % pairs;
          const bool woven = pairing == Pairing::interleaved;
          const std::size_t a = row * d + (woven ? 2 * (n % pairs) : n % pairs);
          const std::size_t b = a + (woven ? 1 : pairs);
          want[a] = x[a] * cos[cell] - x[b] * sin[cell];
          want[b] = x[a] * sin[cell] + x[b] * cos[cell];
        }
        EXPECT_EQ(support::rotated(x, grid, angles, pairing), want);
        Floats inPlace = x;
        ASSERT_EQ(ropescope::rotate(inPlace, inPlace, grid, angles, pairing), Status::ok);
        EXPECT_EQ(inPlace, want);
      }
    }
  }
}

}  // namespace
