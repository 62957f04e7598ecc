#include "ropescope/scaling.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "logarithm.hpp"
#include "ropescope/frequencies.hpp"

namespace ropescope {
namespace {

constexpr double fullTurn = 2 * std::numbers::pi;

bool isFactor(double value) noexcept {
  return std::isfinite(value) && value >= 1;
}

bool isLength(double value) noexcept {
  return std::isfinite(value) && value >= 1;
}

bool isAboveZero(double value) noexcept {
  return std::isfinite(value) && value > 0;
}

/// Fills `out` with θ_i, as every type begins.
Status plain(std::span<double> out, Rope rope, double factor) noexcept {
  if (rope.dimensions % 2 != 0) return Status::badSize;
  if (!isFactor(factor)) return Status::badFactor;
  return inverseFrequencies(out, rope.dimensions, rope.base);
}

/// The pair that turns so often within a length.
double pairOf(double turns, Rope rope, double positions) noexcept {
  return static_cast<double>(rope.dimensions) * detail::logarithm(positions / (turns * fullTurn)) /
         (2 * detail::logarithm(rope.base));
}

double magnitude(double factor, double scale) noexcept {
  return factor <= 1 ? 1 : 0.1 * scale * detail::logarithm(factor) + 1;
}

}  // namespace

Status linearFrequencies(std::span<double> out, Rope rope, double factor) noexcept {
  if (const Status status = plain(out, rope, factor); status != Status::ok) return status;
  for (double& frequency : out) frequency /= factor;
  return Status::ok;
}

double ntkBase(Rope rope, double factor) noexcept {
  const auto dimensions = static_cast<double>(rope.dimensions);
  return rope.base * std::pow(factor, dimensions / (dimensions - 2));
}

Status ntkFrequencies(std::span<double> out, Rope rope, double factor) noexcept {
  if (rope.dimensions < 4) return Status::badSize;
  if (const Status status = plain(out, rope, factor); status != Status::ok) return status;
  return plain(out, {rope.dimensions, ntkBase(rope, factor)}, factor);
}

Status dynamicFrequencies(std::span<double> out, Rope rope, Dynamic dynamic) noexcept {
  if (!isFactor(dynamic.factor)) return Status::badFactor;
  if (!isLength(dynamic.maxPositions) || !std::isfinite(dynamic.sequenceLength)) return Status::badScaling;
  // The formula's terms in another order, so that nothing at all changes up to maxPositions.
  const double excess = std::max(dynamic.sequenceLength, dynamic.maxPositions) / dynamic.maxPositions - 1;
  return ntkFrequencies(out, rope, 1 + dynamic.factor * excess);
}

Status yarnRamp(Ramp& out, Rope rope, const Yarn& yarn) noexcept {
  if (rope.dimensions == 0 || rope.dimensions % 2 != 0) return Status::badSize;
  if (!std::isfinite(rope.base) || rope.base <= 1) return Status::badBase;
  if (!isFactor(yarn.factor)) return Status::badFactor;
  if (!isLength(yarn.originalPositions) || !isAboveZero(yarn.betaSlow) || !isAboveZero(yarn.betaFast) ||
      yarn.betaFast < yarn.betaSlow) {
    return Status::badScaling;
  }
  // Beyond these a quotient below would be 0 or infinite.
  constexpr double least = 1e-100;
  constexpr double most = 1e100;
  if (yarn.betaSlow < least || yarn.betaFast > most || yarn.originalPositions > most)
    return Status::badScaling;
  const double low = pairOf(yarn.betaFast, rope, yarn.originalPositions);
  const double high = pairOf(yarn.betaSlow, rope, yarn.originalPositions);
  out.low = std::max(yarn.truncate ? std::floor(low) : low, 0.0);
  out.high = std::min(yarn.truncate ? std::ceil(high) : high, static_cast<double>(rope.dimensions) - 1);
  return Status::ok;
}

Status yarnFrequencies(std::span<double> out, Rope rope, const Yarn& yarn) noexcept {
  Ramp ramp;
  if (const Status status = yarnRamp(ramp, rope, yarn); status != Status::ok) return status;
  if (const Status status = plain(out, rope, yarn.factor); status != Status::ok) return status;
  // The reference code's way round a ramp without length.
  if (ramp.low == ramp.high) ramp.high += 0.001;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double along = (static_cast<double>(i) - ramp.low) / (ramp.high - ramp.low);
    const double divided = std::clamp(along, 0.0, 1.0);
    out[i] = out[i] / yarn.factor * divided + out[i] * (1 - divided);
  }
  return Status::ok;
}

double yarnAttentionFactor(double factor, double mscale, double mscaleAllDimensions) noexcept {
  if (mscale == 0 || mscaleAllDimensions == 0) return magnitude(factor, 1);
  return magnitude(factor, mscale) / magnitude(factor, mscaleAllDimensions);
}

Status llama3Frequencies(std::span<double> out, Rope rope, const Llama3& llama3) noexcept {
  const double length = llama3.originalPositions;
  if (!isLength(length) || !isAboveZero(llama3.lowTurns) || !isAboveZero(llama3.highTurns) ||
      llama3.highTurns < llama3.lowTurns) {
    return Status::badScaling;
  }
  if (const Status status = plain(out, rope, llama3.factor); status != Status::ok) return status;
  for (double& frequency : out) {
    const double wavelength = fullTurn / frequency;
    if (wavelength > length / llama3.lowTurns) {
      frequency /= llama3.factor;
    } else if (wavelength >= length / llama3.highTurns && llama3.highTurns > llama3.lowTurns) {
      const double kept = (length / wavelength - llama3.lowTurns) / (llama3.highTurns - llama3.lowTurns);
      frequency = (1 - kept) * frequency / llama3.factor + kept * frequency;
    }
  }
  return Status::ok;
}

Status longRopeFrequencies(std::span<double> out, Rope rope, std::span<const double> factors) noexcept {
  if (factors.size() != out.size()) return Status::badSize;
  const auto good = [](double factor) { return std::isfinite(factor) && factor >= minLongFactor; };
  if (!std::all_of(factors.begin(), factors.end(), good)) return Status::badFactor;
  if (const Status status = plain(out, rope, 1); status != Status::ok) return status;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] /= factors[i];
  return Status::ok;
}

double longRopeAttentionFactor(double factor, double originalPositions) noexcept {
  return factor <= 1 ? 1 : std::sqrt(1 + detail::logarithm(factor) / detail::logarithm(originalPositions));
}

Status proportionalFrequencies(std::span<double> out, Rope rope, double share, double factor) noexcept {
  if (!isAboveZero(share) || share > 1) return Status::badScaling;
  if (const Status status = plain(out, rope, factor); status != Status::ok) return status;
  const auto turning = static_cast<std::size_t>(share * static_cast<double>(rope.dimensions) / 2);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = i < turning ? out[i] / factor : 0;
  return Status::ok;
}

}  // namespace ropescope
