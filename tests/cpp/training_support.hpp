#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "support.hpp"

namespace support {

using ropescope::HeadEncoding;
using ropescope::Optimiser;
using ropescope::Status;
using ropescope::Training;

inline constexpr std::array<HeadEncoding, 4> headEncodings = {HeadEncoding::learned, HeadEncoding::sinusoidal,
                                                              HeadEncoding::rotary, HeadEncoding::none};

inline Doubles begun(const Training& training) {
  Doubles state(ropescope::trainingSize(training));
  EXPECT_EQ(ropescope::initialise(state, training), Status::ok);
  return state;
}

struct Curves {
  Doubles losses;
  Doubles heldOut;
};

inline Curves trained(Doubles& state, std::size_t steps) {
  Curves curves{Doubles(steps), Doubles(steps)};
  EXPECT_EQ(ropescope::train(state, curves.losses, curves.heldOut), Status::ok);
  return curves;
}

struct Tested {
  Doubles losses;
  Doubles perplexities;
  std::vector<std::int32_t> guesses;
};

inline Tested tested(Doubles& state, std::size_t count) {
  Tested result{Doubles(count), Doubles(count), std::vector<std::int32_t>(count)};
  EXPECT_EQ(ropescope::evaluate({result.losses, result.perplexities, result.guesses}, state), Status::ok);
  return result;
}

inline double mean(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

inline ropescope::Losses differentiated(Doubles& state) {
  ropescope::Losses losses;
  EXPECT_EQ(ropescope::differentiate(losses, state), Status::ok);
  return losses;
}

}  // namespace support
