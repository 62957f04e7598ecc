#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ropescope;
  Input input({data, size});
  const auto encoding = static_cast<HeadEncoding>(input.upTo(4));
  const std::size_t lookBack = input.size(1 + input.upTo(2));
  const std::size_t dimensions = input.size(2 + 2 * input.upTo(5));
  const std::size_t length = input.size(4 + input.upTo(12));
  const Training training{encoding,
                          lookBack,
                          dimensions,
                          length,
                          input.size(length),
                          input.raw<std::uint32_t>(),
                          static_cast<Optimiser>(input.upTo(2)),
                          input.real(),
                          input.real(),
                          input.real()};
  const std::size_t whole = trainingSize(training);
  require(whole < 4'000'000);
  std::vector<double> state(input.size(whole) % 4'000'000);
  const Status status = initialise(state, training);
  require((status == Status::ok) == (whole > 0 && state.size() == whole));
  if (input.raw<std::uint8_t>() > 240) state.resize(input.size(state.size()) % 4'000'000);
  std::vector<double> losses(input.upTo(8));
  std::vector<double> heldOut(input.size(losses.size()) % 64);
  static_cast<void>(train(state, losses, heldOut));
  require(trainedSteps(state) <= losses.size());
  const std::size_t tested = input.size(training.testLength % 2048 - lookBack % 64) % 4096;
  std::vector<double> tests(tested);
  std::vector<double> perplexities(input.size(tested) % 4096);
  std::vector<std::int32_t> guesses(input.size(tested) % 4096);
  static_cast<void>(evaluate({tests, perplexities, guesses}, state));
  std::vector<float> weights(input.size((length % 64) * (length % 64)) % 4096);
  if (attention(weights, state) == Status::ok) require(firstNonFinite(weights) == weights.size());
  const auto block = static_cast<Block>(input.upTo(4));
  require(blockOf(state, block).size() <= state.size());
  Losses sums;
  static_cast<void>(differentiate(sums, state));
  require(gradientOf(state, block).size() <= state.size());
  const std::size_t before = trainedSteps(state);
  static_cast<void>(train(state, losses, heldOut, input.size(2 * length) % 4096));
  require(trainedSteps(state) <= before + losses.size());
  static_cast<void>(evaluate({tests, perplexities, guesses}, state, input.size(tested)));
  return 0;
}
