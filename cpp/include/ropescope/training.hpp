#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/status.hpp"

/// One attention head that learns to look back: the query at position m must attend to the key at m −
/// lookBack, and positions are all that it knows. score(m, n) = q_m·k_n / √dimensions for n ≤ m; the loss of
/// m is the cross-entropy of the softmax over n against n = m − lookBack. All of a training lies in one span
/// of doubles, its state, which the caller keeps between calls and never touches but through these functions.
/// Everything is in double, and the same bits on every machine: no library function takes part whose last
/// place is not specified.
namespace ropescope {

/// What the head knows of positions. Initial values are normal, of variance 1 / dimensions for the two
/// matrices and 1 for all else; sines have the base 10000 and are interleaved, as the rotary pairs are.
enum class HeadEncoding : int {
  learned = 0,     ///< q_m = P_m·W_q, k_n = P_n·W_k; P, W_q and W_k are trained
  sinusoidal = 1,  ///< the same with P fixed to the sinusoidal encoding
  rotary = 2,      ///< one query vector and one key vector are trained, and turned to their positions
  none = 3,        ///< nothing: all scores are 0, and nothing is trained
};

enum class Optimiser : int {
  adam = 0,      ///< Kingma and Ba 2014, with 0.9, 0.999 and 1e-8
  momentum = 1,  ///< velocity = momentum · velocity + gradient; parameter −= learningRate · velocity
};

struct Training {
  HeadEncoding encoding = HeadEncoding::learned;
  std::size_t lookBack = 1;      ///< from 1 to length − 1
  std::size_t dimensions = 16;   ///< from 1 to maxHeadDimensions, even for `rotary`
  std::size_t length = 64;       ///< positions trained on, from 2 to maxTrainedLength
  std::size_t testLength = 256;  ///< from length to maxTestFactor · length
  std::uint32_t seed = 0;
  Optimiser optimiser = Optimiser::adam;
  double learningRate = 0.05;  ///< above 0, to maxLearningRate
  double momentum = 0.9;       ///< from 0 to maxMomentum
  double share = 1;  ///< of positions that are trained on as queries, above 0, to 1: at least one is
};

inline constexpr std::size_t maxTrainedLength = 256;
inline constexpr std::size_t maxHeadDimensions = 64;
inline constexpr std::size_t maxTestFactor = 4;
inline constexpr double maxLearningRate = 100;
inline constexpr double maxMomentum = 0.999;

/// Bound of a parameter's size. Below it, no score, loss or gradient can overflow.
inline constexpr double maxParameter = 1e30;

/// How many doubles the state has, or 0 where a setting is out of its range.
[[nodiscard]] std::size_t trainingSize(const Training& training) noexcept;

/// Begins a training: state.size() is trainingSize. The numbers that the seed gives are those of learnedTable
/// in double, with a stream of its own for every block, so that P begins as that very table; which positions
/// are held out is drawn too, and a larger share keeps those of a smaller one. Answers badTraining or
/// badSize.
[[nodiscard]] Status initialise(std::span<double> state, const Training& training) noexcept;

/// A step goes through all positions of the trained length so many times.
inline constexpr std::size_t passes = 3;

/// Does losses.size() steps, and writes the loss before each: its mean over the positions trained on, and
/// over those held out, which are left out as queries and never as keys (0 where there are none). It goes
/// through so many `positions` at most, and the next call goes on in the middle of a step: trainedSteps tells
/// how many were ended, and the losses of the others are not written. On `diverged` nothing more is done, now
/// or later, and the parameters are those of the last good step. Answers badState, badSize or diverged.
[[nodiscard]] Status train(std::span<double> state, std::span<double> losses, std::span<double> heldOutLosses,
                           std::size_t positions = SIZE_MAX) noexcept;

/// How many steps were done, or 0 for a bad state.
[[nodiscard]] std::size_t trainedSteps(std::span<double> state) noexcept;

/// What evaluate writes: for each of the positions first, first + 1, … its loss, its perplexity e^loss, at
/// most e^709 (of a range of positions it is e^ of their mean loss), and the key with the greatest score, the
/// first of equals.
struct Evaluation {
  std::span<double> losses;
  std::span<double> perplexities;
  std::span<std::int32_t> guesses;
};

/// Tests the head on the positions from first to first + losses.size() − 1, which is below testLength; first
/// is lookBack + skipped. Answers badState, badSize, or badId where a learned table has no row for a
/// position.
[[nodiscard]] Status evaluate(const Evaluation& out, std::span<double> state,
                              std::size_t skipped = 0) noexcept;

/// The softmax of the scores, out is [length, length]; keys ahead of a query have 0. Answers badState or
/// badSize.
[[nodiscard]] Status attention(std::span<float> out, std::span<double> state) noexcept;

/// Parts of the state that may be looked at.
enum class Block : int {
  positions = 0,  ///< P [length, dimensions]; empty for `rotary` and `none`
  queries = 1,    ///< W_q [dimensions, dimensions], of `rotary` the query [dimensions], of `none` empty
  keys = 2,       ///< the same of the keys
  trained = 3,    ///< [length]: 1 for a query that is trained on, 0 for others
};

/// A view of a part of the state, empty for a bad state.
[[nodiscard]] std::span<double> blockOf(std::span<double> state, Block block) noexcept;

/// The training loss and that of the held-out positions. Its gradient is in gradientOf until the next call. A
/// step that was not ended begins anew.
struct Losses {
  double trained = 0;
  double heldOut = 0;
};
[[nodiscard]] Status differentiate(Losses& losses, std::span<double> state) noexcept;

/// The training loss's gradient by a trained block, empty for one that is not.
[[nodiscard]] std::span<const double> gradientOf(std::span<double> state, Block block) noexcept;

}  // namespace ropescope
