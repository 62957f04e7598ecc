#include "ropescope/rotary.hpp"

#include <algorithm>
#include <cmath>

#include "check.hpp"
#include "turns.hpp"

namespace ropescope {
namespace {

Status check(const Angles& angles, std::size_t rows) noexcept {
  if (angles.inverseFrequencies.empty()) return Status::badSize;
  if (!angles.positions.empty() && angles.positions.size() != rows) return Status::badSize;
  if (!std::isfinite(angles.attentionFactor) || angles.attentionFactor <= 0)
    return Status::badAttentionFactor;
  return detail::checkAngles(angles.inverseFrequencies, angles.start, angles.positions);
}

/// Calls use(row, first pair, pairs, turns) for every row and block of pairs.
template <class Use>
void eachBlock(const Angles& angles, std::size_t rows, Use use) noexcept {
  detail::Turns turns;
  const std::size_t pairs = angles.inverseFrequencies.size();
  for (std::size_t row = 0; row < rows; ++row) {
    const double position =
        angles.positions.empty() ? angles.start + static_cast<double>(row) : angles.positions[row];
    for (std::size_t first = 0; first < pairs; first += detail::Turns::most) {
      const std::size_t count = std::min(detail::Turns::most, pairs - first);
      turns.fill(position, angles.inverseFrequencies.subspan(first, count), angles.attentionFactor);
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
