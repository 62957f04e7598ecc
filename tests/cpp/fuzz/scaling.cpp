#include <cmath>

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ropescope;
  Input input({data, size});
  const auto type = input.upTo(9);
  const Rope rope{input.size(), input.real()};
  std::vector<double> out(input.size(frequencyCount(rope.dimensions)) % 4096);
  const auto answered = [&](Status status) {
    if (status != Status::ok) return;
    for (const double value : out) require(std::isfinite(value));
  };
  switch (type) {
    case 0:
      answered(linearFrequencies(out, rope, input.real()));
      break;
    case 1:
      answered(ntkFrequencies(out, rope, input.real()));
      break;
    case 2:
      answered(dynamicFrequencies(out, rope, {input.real(), input.real(), input.real()}));
      break;
    case 3:
      answered(
          yarnFrequencies(out, rope, {input.real(), input.real(), input.real(), input.real(), input.flag()}));
      break;
    case 4: {
      Ramp ramp;
      const Yarn yarn{input.real(), input.real(), input.real(), input.real(), input.flag()};
      if (yarnRamp(ramp, rope, yarn) == Status::ok)
        require(std::isfinite(ramp.low) && std::isfinite(ramp.high));
      break;
    }
    case 5:
      answered(llama3Frequencies(out, rope, {input.real(), input.real(), input.real(), input.real()}));
      break;
    case 6: {
      const auto factors = input.reals(input.size(out.size()) % 4096);
      answered(longRopeFrequencies(out, rope, factors));
      break;
    }
    case 7:
      answered(proportionalFrequencies(out, rope, input.real(), input.real()));
      break;
    case 8:
      answered(inverseFrequencies(out, rope.dimensions, rope.base));
      break;
    default:
      static_cast<void>(ntkBase(rope, input.real()));
      static_cast<void>(yarnAttentionFactor(input.real(), input.real(), input.real()));
      static_cast<void>(longRopeAttentionFactor(input.real(), input.real()));
      static_cast<void>(rounded(input.real(), static_cast<Format>(input.upTo(3))));
  }
  return 0;
}
