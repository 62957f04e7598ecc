#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/training.hpp"

/// What bindings.cpp binds of training.hpp, in its way: addresses, sizes in elements, numbers of Status.
namespace training {

using Address = std::uintptr_t;
using Size = std::size_t;

inline std::span<double> doubles(Address address, Size size) {
  return {reinterpret_cast<double*>(address), size};
}

/// 0, or a setting is out of its range.
inline Size size(int encoding, Size lookBack, Size dimensions, Size length, Size testLength) {
  return ropescope::trainingSize({.encoding = static_cast<ropescope::HeadEncoding>(encoding),
                                  .lookBack = lookBack,
                                  .dimensions = dimensions,
                                  .length = length,
                                  .testLength = testLength});
}

inline int initialise(Address state, Size size, int encoding, Size lookBack, Size dimensions, Size length,
                      Size testLength, std::uint32_t seed, int optimiser, double learningRate,
                      double momentum, double share) {
  return static_cast<int>(
      ropescope::initialise(doubles(state, size), {.encoding = static_cast<ropescope::HeadEncoding>(encoding),
                                                   .lookBack = lookBack,
                                                   .dimensions = dimensions,
                                                   .length = length,
                                                   .testLength = testLength,
                                                   .seed = seed,
                                                   .optimiser = static_cast<ropescope::Optimiser>(optimiser),
                                                   .learningRate = learningRate,
                                                   .momentum = momentum,
                                                   .share = share}));
}

inline int train(Address state, Size size, Address losses, Address heldOutLosses, Size count) {
  return static_cast<int>(
      ropescope::train(doubles(state, size), doubles(losses, count), doubles(heldOutLosses, count)));
}

inline Size steps(Address state, Size size) {
  return ropescope::trainedSteps(doubles(state, size));
}

inline int evaluate(Address state, Size size, Address losses, Address perplexities, Address guesses,
                    Size count) {
  return static_cast<int>(ropescope::evaluate({.losses = doubles(losses, count),
                                               .perplexities = doubles(perplexities, count),
                                               .guesses = {reinterpret_cast<std::int32_t*>(guesses), count}},
                                              doubles(state, size)));
}

inline int attention(Address out, Address state, Size size, Size length) {
  return static_cast<int>(
      ropescope::attention({reinterpret_cast<float*>(out), length * length}, doubles(state, size)));
}

/// The address of a block in the state.
inline Address block(Address state, Size size, int block) {
  return reinterpret_cast<Address>(
      ropescope::blockOf(doubles(state, size), static_cast<ropescope::Block>(block)).data());
}

}  // namespace training
