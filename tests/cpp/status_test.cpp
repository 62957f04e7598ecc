#include <limits>

#include "support.hpp"

namespace {

using ropescope::Angles;
using ropescope::Pairing;
using ropescope::Status;
using support::Doubles;
using support::Floats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr float nanFloat = std::numeric_limits<float>::quiet_NaN();

TEST(Status, OfInverseFrequenciesNamesWhatIsWrong) {
  Doubles out(4);
  EXPECT_EQ(ropescope::inverseFrequencies(out, 8, 10000), Status::ok);
  EXPECT_EQ(ropescope::inverseFrequencies(out, 7, 1), Status::ok);
  EXPECT_EQ(ropescope::inverseFrequencies(out, 6, 10000), Status::badSize);
  EXPECT_EQ(ropescope::inverseFrequencies({}, 0, 10000), Status::badSize);
  for (const double base : {0.0, -1.0, 0.999, nan, infinity, -infinity}) {
    EXPECT_EQ(ropescope::inverseFrequencies(out, 8, base), Status::badBase) << base;
  }
}

TEST(Status, OfSinusoidalNamesWhatIsWrong) {
  const Doubles two = support::frequencies(4);
  Floats out(8);
  const auto call = [&](ropescope::Grid grid, const Doubles& frequencies, double start) {
    return ropescope::sinusoidal(out, grid, {.inverseFrequencies = frequencies, .start = start});
  };
  EXPECT_EQ(call({2, 4}, two, 0), Status::ok);
  EXPECT_EQ(call({2, 4}, two, -ropescope::maxPosition), Status::ok);
  EXPECT_EQ(call({3, 4}, two, 0), Status::badSize);
  EXPECT_EQ(call({1, 4}, two, 0), Status::badSize);
  EXPECT_EQ(call({0, 4}, two, 0), Status::badSize);
  EXPECT_EQ(call({std::numeric_limits<std::size_t>::max() / 2 + 3, 4}, two, 0), Status::badSize);
  EXPECT_EQ(call({4, 2}, two, 0), Status::badSize);
  EXPECT_EQ(call({2, 4}, {1, nan}, 0), Status::badFrequency);
  EXPECT_EQ(call({2, 4}, {1, 1e4}, 0), Status::badFrequency);
  for (const double start : {nan, infinity, 1.1e8, -1.1e8})
    EXPECT_EQ(call({2, 4}, two, start), Status::badPosition);
}

TEST(Status, OfAddAndMultiplyNamesWhatIsWrong) {
  const Doubles frequencies = support::frequencies(4);
  for (const auto apply : {&ropescope::addSinusoidal, &ropescope::multiplySinusoidal}) {
    Floats x(8, 1);
    Floats out(8);
    EXPECT_EQ(apply(out, x, {1, 4}, {.inverseFrequencies = frequencies}), Status::ok);
    EXPECT_EQ(apply(out, x, {3, 4}, {.inverseFrequencies = frequencies}), Status::badSize);
    EXPECT_EQ(apply(std::span(out).first(4), x, {1, 4}, {.inverseFrequencies = frequencies}),
              Status::badSize);
    EXPECT_EQ(apply({}, {}, {1, 4}, {.inverseFrequencies = frequencies}), Status::badSize);
    EXPECT_EQ(apply(out, x, {1, 4}, {.inverseFrequencies = frequencies, .start = nan}), Status::badPosition);
    x[5] = nanFloat;
    EXPECT_EQ(apply(out, x, {1, 4}, {.inverseFrequencies = frequencies}), Status::notFinite);
  }
}

TEST(Status, OfRotateNamesWhatIsWrong) {
  const Doubles frequencies = support::frequencies(4);
  const Doubles positions = {1, 2};
  const Angles good{.inverseFrequencies = frequencies};
  Floats x(8, 1);
  Floats out(8);
  const auto call = [&](ropescope::Grid grid, const Angles& angles) {
    return ropescope::rotate(out, x, grid, angles, Pairing::half);
  };
  EXPECT_EQ(call({2, 4}, good), Status::ok);
  EXPECT_EQ(call({3, 4}, good), Status::badSize);
  EXPECT_EQ(call({4, 2}, good), Status::badSize);
  EXPECT_EQ(call({2, 4}, {}), Status::badSize);
  EXPECT_EQ(ropescope::rotate(std::span(out).first(4), x, {2, 4}, good, Pairing::half), Status::badSize);
  EXPECT_EQ(call({1, 4}, {.inverseFrequencies = frequencies, .positions = positions}), Status::badSize);
  EXPECT_EQ(call({2, 4}, {.inverseFrequencies = frequencies, .start = infinity}), Status::badPosition);
  const Doubles wild = {1, nan};
  EXPECT_EQ(call({2, 4}, {.inverseFrequencies = frequencies, .positions = wild}), Status::badPosition);
  EXPECT_EQ(call({2, 4}, {.inverseFrequencies = wild}), Status::badFrequency);
  for (const double factor : {0.0, -1.0, nan, infinity}) {
    EXPECT_EQ(call({2, 4}, {.inverseFrequencies = frequencies, .attentionFactor = factor}),
              Status::badAttentionFactor);
  }
  x[7] = std::numeric_limits<float>::infinity();
  EXPECT_EQ(call({2, 4}, good), Status::notFinite);
  EXPECT_EQ(ropescope::rotate(x, x, {2, 4}, good, Pairing::half), Status::tooLarge);
  x.assign(8, 3.4e38F);
  EXPECT_EQ(call({1, 4}, good), Status::ok);
  EXPECT_EQ(call({2, 4}, {.inverseFrequencies = frequencies, .start = -0.8}), Status::tooLarge);
  x[6] = nanFloat;
  const Doubles one = {0};
  EXPECT_EQ(call({2, 4}, {.inverseFrequencies = one}), Status::notFinite);
}

TEST(Status, OfCosSinNamesWhatIsWrong) {
  const Doubles frequencies = support::frequencies(4);
  Floats cos(6);
  Floats sin(6);
  EXPECT_EQ(ropescope::cosSin(cos, sin, 3, {.inverseFrequencies = frequencies}), Status::ok);
  EXPECT_EQ(ropescope::cosSin(cos, sin, 2, {.inverseFrequencies = frequencies}), Status::badSize);
  EXPECT_EQ(ropescope::cosSin(cos, std::span(sin).first(3), 3, {.inverseFrequencies = frequencies}),
            Status::badSize);
  EXPECT_EQ(ropescope::cosSin({}, {}, 0, {.inverseFrequencies = frequencies}), Status::badSize);
  EXPECT_EQ(ropescope::cosSin(cos, sin, 3, {.inverseFrequencies = frequencies, .attentionFactor = 1e39}),
            Status::tooLarge);
}

TEST(Status, OfLearnedTablesAndLookupsNamesWhatIsWrong) {
  Floats out(6);
  EXPECT_EQ(ropescope::learnedTable(out, 3, {}), Status::ok);
  EXPECT_EQ(ropescope::learnedTable(out, 4, {}), Status::badSize);
  EXPECT_EQ(ropescope::learnedTable(out, 0, {}), Status::badSize);
  EXPECT_EQ(ropescope::learnedTable({}, 3, {}), Status::badSize);
  const std::vector<std::uint32_t> one = {1};
  EXPECT_EQ(ropescope::learnedRows(out, one, 3, {}), Status::badSize);
  EXPECT_EQ(ropescope::learnedRows({}, {}, 3, {}), Status::badSize);

  const std::vector<std::int32_t> ids = {1, 0};
  Floats table = {1, 2, 3, 4, 5, 6, 7};
  EXPECT_EQ(ropescope::lookup(out, table, 3, ids), Status::badSize);
  table = {1, 2, 3, 4, 5, nanFloat};
  EXPECT_EQ(ropescope::lookup(out, table, 3, ids), Status::notFinite);
  EXPECT_EQ(ropescope::lookup(std::span(out).first(3), table, 3, std::vector<std::int32_t>{0}), Status::ok);
}

TEST(Status, OfScoresNamesWhatIsWrong) {
  Floats q(6, 1);
  Floats k(6, 1);
  Floats out(4);
  EXPECT_EQ(ropescope::scores(out, q, k, {2, 2, 3}), Status::ok);
  EXPECT_EQ(ropescope::scores(out, q, k, {2, 2, 2}), Status::badSize);
  EXPECT_EQ(ropescope::scores(out, q, k, {1, 2, 3}), Status::badSize);
  EXPECT_EQ(ropescope::scores(out, q, k, {0, 0, 0}), Status::badSize);
  EXPECT_EQ(ropescope::scores(std::span(out).first(3), q, k, {2, 2, 3}), Status::badSize);
  k[0] = nanFloat;
  EXPECT_EQ(ropescope::scores(out, q, k, {2, 2, 3}), Status::notFinite);
  k.assign(6, 1e30F);
  q.assign(6, 1e30F);
  EXPECT_EQ(ropescope::scores(out, q, k, {2, 2, 3}), Status::tooLarge);
}

TEST(Status, FindsTheFirstNumberThatIsNotFiniteWhereverItStands) {
  Floats values(1000, 1);
  EXPECT_EQ(ropescope::firstNonFinite(values), 1000U);
  EXPECT_EQ(ropescope::firstNonFinite({}), 0U);
  for (const std::size_t at : {999U, 768U, 511U, 256U, 255U, 0U}) {
    values[at] = nanFloat;
    EXPECT_EQ(ropescope::firstNonFinite(values), at);
  }
}

}  // namespace
