#include "support.hpp"

namespace {

using ropescope::Grid;
using ropescope::Layout;
using ropescope::Status;
using support::Doubles;
using support::Floats;

Floats encoding(Grid grid, double start = 0, Layout layout = Layout::interleaved) {
  const Doubles frequencies = support::frequencies(grid.dimensions);
  Floats out(grid.positions * grid.dimensions);
  EXPECT_EQ(
      ropescope::sinusoidal(out, grid, {.inverseFrequencies = frequencies, .start = start, .layout = layout}),
      Status::ok);
  return out;
}

TEST(Sinusoidal, StartsAnywhereEvenBetweenPositions) {
  const Floats whole = encoding({20, 6});
  EXPECT_EQ(encoding({8, 6}, 12), Floats(whole.begin() + 72, whole.end()));
  EXPECT_FLOAT_EQ(encoding({1, 2}, 3.7)[0], static_cast<float>(std::sin(3.7)));
  EXPECT_FLOAT_EQ(encoding({1, 2}, -0.5)[0], static_cast<float>(std::sin(-0.5)));
}

TEST(Sinusoidal, PutsAllSinesFirstWhenConcatenated) {
  for (const std::size_t d : {1U, 2U, 5U, 130U, 257U}) {
    const Floats interleaved = encoding({3, d}, 1);
    const Floats concatenated = encoding({3, d}, 1, Layout::concatenated);
    const std::size_t sines = ropescope::frequencyCount(d);
    for (std::size_t n = 0; n < 3 * d; ++n) {
      const std::size_t feature = n % d;
      EXPECT_EQ(interleaved[n], concatenated[n - feature + feature / 2 + (feature % 2) * sines]);
    }
  }
}

TEST(Sinusoidal, AddsToEveryTableAndInPlace) {
  const Grid grid{4, 150};
  const Doubles frequencies = support::frequencies(grid.dimensions);
  const Floats pe = encoding(grid, 2.5);
  Floats x = support::randomFloats(3 * 600, 1);
  Floats out(x.size());
  ASSERT_EQ(ropescope::addSinusoidal(out, x, grid, {.inverseFrequencies = frequencies, .start = 2.5}),
            Status::ok);
  for (std::size_t n = 0; n < x.size(); ++n) ASSERT_NEAR(out[n], x[n] + pe[n % 600], 2.5e-7);
  ASSERT_EQ(ropescope::addSinusoidal(x, x, grid, {.inverseFrequencies = frequencies, .start = 2.5}),
            Status::ok);
  EXPECT_EQ(x, out);
}

TEST(Sinusoidal, MultipliesFeatureByFeatureAndErasesSinesAtPositionZero) {
  const Doubles frequencies = support::frequencies(8);
  const Floats x = {1, 2, 3, 4, 5, 6, 7, 8};
  Floats out(8);
  ASSERT_EQ(ropescope::multiplySinusoidal(out, x, {1, 8}, {.inverseFrequencies = frequencies}), Status::ok);
  EXPECT_EQ(out, (Floats{0, 2, 0, 4, 0, 6, 0, 8}));
}

TEST(Sinusoidal, RoundsOnceAlsoWhenItAdds) {
  // 1 + sin(p) rounded once is not 1 + float(sin(p)) rounded again, somewhere in so many positions.
  const Doubles frequencies = support::frequencies(2);
  const std::size_t positions = 4096;
  const Floats x(2 * positions, 1);
  Floats out(x.size());
  ASSERT_EQ(ropescope::addSinusoidal(out, x, {positions, 2}, {.inverseFrequencies = frequencies}),
            Status::ok);
  Doubles want;
  for (std::size_t p = 0; p < positions; ++p) {
    want.push_back(1 + std::sin(static_cast<double>(p)));
    want.push_back(1 + std::cos(static_cast<double>(p)));
  }
  support::expectRounded(out, want, 1e-13);
}

}  // namespace
