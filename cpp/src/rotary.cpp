#include "ropescope/rotary.hpp"

#include <algorithm>
#include <cmath>

#include "check.hpp"
#include "turns.hpp"

namespace ropescope {
namespace {

bool isExact(const Precision& precision) noexcept {
  return !precision.running && precision.inverseFrequencies == Format::float64 &&
         precision.angle == Format::float64 && precision.table == Format::float64;
}

/// Whether the largest angle, and the attention factor, are numbers of their formats.
bool fits(const Angles& angles, std::size_t rows) noexcept {
  const Precision& precision = angles.precision;
  double place = std::max(std::abs(angles.start), std::abs(angles.start + static_cast<double>(rows - 1)));
  if (!angles.positions.empty()) {
    place = 0;
    for (const double position : angles.positions) place = std::max(place, std::abs(position));
  }
  double frequency = 0;
  for (const double one : angles.inverseFrequencies) frequency = std::max(frequency, std::abs(one));
  const Format angle = precision.running ? Format::float32 : precision.angle;
  const double largest =
      rounded(rounded(place, angle) * rounded(frequency, precision.inverseFrequencies), angle);
  return std::isfinite(largest) && (precision.table == Format::float64 ||
                                    std::isfinite(rounded(angles.attentionFactor, precision.table)));
}

Status check(const Angles& angles, std::size_t rows) noexcept {
  if (angles.inverseFrequencies.empty()) return Status::badSize;
  if (!angles.positions.empty() && angles.positions.size() != rows) return Status::badSize;
  if (!std::isfinite(angles.attentionFactor) || angles.attentionFactor <= 0)
    return Status::badAttentionFactor;
  const Status status = detail::checkAngles(angles.inverseFrequencies, angles.start, angles.positions);
  if (status != Status::ok) return status;
  return isExact(angles.precision) || fits(angles, rows) ? Status::ok : Status::badPrecision;
}

/// By what each angle of a row is multiplied to make the next.
float runningStep(std::span<const double> inverseFrequencies) noexcept {
  if (inverseFrequencies.size() < 2 || inverseFrequencies[0] == 0) return 0;
  return static_cast<float>(inverseFrequencies[1] / inverseFrequencies[0]);
}

/// Calls use(row, first pair, pairs, turns) for every row and block of pairs.
template <class Use>
void eachBlock(const Angles& angles, std::size_t rows, Use use) noexcept {
  detail::Turns turns;
  const Precision& precision = angles.precision;
  const double scale = angles.attentionFactor;
  const bool exact = isExact(precision);
  const float step = runningStep(angles.inverseFrequencies);
  const std::size_t pairs = angles.inverseFrequencies.size();
  for (std::size_t row = 0; row < rows; ++row) {
    const double position =
        angles.positions.empty() ? angles.start + static_cast<double>(row) : angles.positions[row];
    float angle = static_cast<float>(position) * static_cast<float>(angles.inverseFrequencies[0]);
    for (std::size_t first = 0; first < pairs; first += detail::Turns::most) {
      const std::size_t count = std::min(detail::Turns::most, pairs - first);
      const auto block = angles.inverseFrequencies.subspan(first, count);
      if (exact) {
        turns.fill(position, block, scale);
      } else if (precision.running) {
        turns.fillRunning(angle, step, count, scale, precision.table);
      } else {
        turns.fillRounded(position, block, scale, precision);
      }
      use(row, first, count, turns);
    }
  }
}

}  // namespace

Status cosSin(std::span<float> cos, std::span<float> sin, std::size_t rows, const Angles& angles) noexcept {
  const std::size_t pairs = angles.inverseFrequencies.size();
  if (detail::tablesIn(cos.size(), rows, pairs) != 1 || sin.size() != cos.size()) return Status::badSize;
  if (const Status status = check(angles, rows); status != Status::ok) return status;

  eachBlock(angles, rows,
            [&](std::size_t row, std::size_t first, std::size_t count, const detail::Turns& turns) {
              for (std::size_t i = 0; i < count; ++i) {
                cos[row * pairs + first + i] = static_cast<float>(turns.cosine(i));
                sin[row * pairs + first + i] = static_cast<float>(turns.sine(i));
              }
            });
  return detail::allFinite(cos) && detail::allFinite(sin) ? Status::ok : Status::tooLarge;
}

Status rotate(std::span<float> out, std::span<const float> x, Grid grid, const Angles& angles,
              Pairing pairing) noexcept {
  const std::size_t pairs = angles.inverseFrequencies.size();
  const std::size_t tables = detail::tablesIn(x.size(), grid.positions, grid.dimensions);
  if (out.size() != x.size() || tables == 0 || pairs > grid.dimensions / 2) return Status::badSize;
  if (const Status status = check(angles, grid.positions); status != Status::ok) return status;
  if (!detail::allFinite(x)) return Status::notFinite;

  if (pairs < frequencyCount(grid.dimensions) && out.data() != x.data())
    std::copy(x.begin(), x.end(), out.begin());
  const std::size_t step = pairing == Pairing::interleaved ? 2 : 1;
  const std::size_t toPartner = pairing == Pairing::interleaved ? 1 : pairs;
  eachBlock(angles, grid.positions,
            [&](std::size_t position, std::size_t first, std::size_t count, const detail::Turns& turns) {
              for (std::size_t table = 0; table < tables; ++table) {
                const std::size_t row = (table * grid.positions + position) * grid.dimensions;
                for (std::size_t i = 0; i < count; ++i) {
                  const std::size_t at = row + (first + i) * step;
                  const double a = x[at];
                  const double b = x[at + toPartner];
                  out[at] = static_cast<float>(a * turns.cosine(i) - b * turns.sine(i));
                  out[at + toPartner] = static_cast<float>(a * turns.sine(i) + b * turns.cosine(i));
                }
              }
            });
  return detail::allFinite(out) ? Status::ok : Status::tooLarge;
}

}  // namespace ropescope
