#include "ropescope/sinusoidal.hpp"

#include <algorithm>

#include "check.hpp"
#include "turns.hpp"

namespace ropescope {
namespace {

/// Writes out[n] = combine(n, encoding of that feature) for `tables` tables.
template <class Combine>
Status encode(std::span<float> out, std::size_t tables, Grid grid, const Sinusoid& sinusoid,
              Combine combine) noexcept {
  const std::span<const double> frequencies = sinusoid.inverseFrequencies;
  if (tables == 0 || frequencies.size() != frequencyCount(grid.dimensions)) return Status::badSize;
  if (const Status status = detail::checkAngles(frequencies, sinusoid.start, {}); status != Status::ok)
    return status;

  const bool interleaved = sinusoid.layout == Layout::interleaved;
  const std::size_t step = interleaved ? 2 : 1;
  const std::size_t firstCosine = interleaved ? 1 : frequencies.size();
  const std::size_t cosines = grid.dimensions / 2;
  detail::Turns turns;

  for (std::size_t position = 0; position < grid.positions; ++position) {
    for (std::size_t first = 0; first < frequencies.size(); first += detail::Turns::most) {
      const std::size_t last = std::min(first + detail::Turns::most, frequencies.size());
      turns.fill(sinusoid.start + static_cast<double>(position), frequencies.subspan(first, last - first));
      for (std::size_t table = 0; table < tables; ++table) {
        const std::size_t row = (table * grid.positions + position) * grid.dimensions;
        for (std::size_t i = first; i < last; ++i) {
          const std::size_t sine = row + i * step;
          out[sine] = combine(sine, turns.sine(i - first));
          if (i < cosines) {
            const std::size_t cosine = sine + firstCosine;
            out[cosine] = combine(cosine, turns.cosine(i - first));
          }
        }
      }
    }
  }
  return Status::ok;
}

}  // namespace

Status sinusoidal(std::span<float> out, Grid grid, const Sinusoid& sinusoid) noexcept {
  if (detail::tablesIn(out.size(), grid.positions, grid.dimensions) != 1) return Status::badSize;
  return encode(out, 1, grid, sinusoid, [](std::size_t, double value) { return static_cast<float>(value); });
}

Status addSinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                     const Sinusoid& sinusoid) noexcept {
  if (out.size() != x.size()) return Status::badSize;
  if (!detail::allFinite(x)) return Status::notFinite;
  const std::size_t tables = detail::tablesIn(x.size(), grid.positions, grid.dimensions);
  return encode(out, tables, grid, sinusoid, [x](std::size_t n, double value) {
    return static_cast<float>(static_cast<double>(x[n]) + value);
  });
}

Status multiplySinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                          const Sinusoid& sinusoid) noexcept {
  if (out.size() != x.size()) return Status::badSize;
  if (!detail::allFinite(x)) return Status::notFinite;
  const std::size_t tables = detail::tablesIn(x.size(), grid.positions, grid.dimensions);
  return encode(out, tables, grid, sinusoid, [x](std::size_t n, double value) {
    return static_cast<float>(static_cast<double>(x[n]) * value);
  });
}

}  // namespace ropescope
