#include "ropescope/sinusoidal.hpp"

#include <algorithm>
#include <array>

#include "check.hpp"
#include "turns.hpp"

namespace ropescope {
namespace {

/// Neighbours in a row of the encoding that are neighbours among the lanes too.
struct Run {
  std::size_t column;
  std::size_t lane;
  std::size_t count;
};

using Runs = std::array<Run, 2>;

Runs runsOf(const detail::Part& part, std::size_t dimensions) noexcept {
  const detail::Lanes& lanes = part.lanes;
  if (lanes.order == detail::Order::woven) {
    const std::size_t column = 2 * part.first;
    return {{{column, 0, std::min(2 * lanes.pairs, dimensions - column)}, {0, 0, 0}}};
  }
  const std::size_t cosines = std::min(lanes.pairs, dimensions / 2 - part.first);
  return {
      {{part.first, 0, lanes.pairs}, {frequencyCount(dimensions) + part.first, lanes.cosine(0), cosines}}};
}

/// Checks, and then calls use(part, source, runs) as detail::eachPart does.
template <class Use>
Status eachRun(Grid grid, const Sinusoid& sinusoid, std::size_t room, Use use) noexcept {
  const std::span<const double> frequencies = sinusoid.inverseFrequencies;
  if (frequencies.size() != frequencyCount(grid.dimensions)) return Status::badSize;
  if (const Status status = detail::checkAngles(frequencies, sinusoid.start, {}); status != Status::ok)
    return status;
  const auto order = sinusoid.layout == Layout::interleaved ? detail::Order::woven : detail::Order::apart;
  detail::eachPart(
      frequencies, sinusoid.start, grid.positions, 1, order, room,
      [&](const detail::Part& part, auto& source) { use(part, source, runsOf(part, grid.dimensions)); });
  return Status::ok;
}

template <class Combine>
[[gnu::noinline]] void combineRun(float* out, const float* x, const double* values, std::size_t count,
                                  Combine combine) noexcept {
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const detail::Four four = detail::load(x + i);
    detail::store(out + i, detail::rounded(combine(detail::low(four), detail::load(values + i)),
                                           combine(detail::high(four), detail::load(values + i + 2))));
  }
  for (; i < count; ++i) out[i] = static_cast<float>(combine(static_cast<double>(x[i]), values[i]));
}

/// Writes out = combine(x, encoding), in double, for every table in x.
template <class Combine>
Status onto(std::span<float> out, std::span<const float> x, Grid grid, const Sinusoid& sinusoid,
            Combine combine) noexcept {
  const std::size_t tables = detail::tablesIn(x.size(), grid.positions, grid.dimensions);
  if (out.size() != x.size() || tables == 0) return Status::badSize;
  if (!detail::allFinite(x)) return Status::notFinite;
  detail::Scratch<double> values;
  return eachRun(grid, sinusoid, values.size(),
                 [&](const detail::Part& part, auto& source, const Runs& runs) {
                   const std::size_t lanes = part.lanes.count();
                   source.next(part.rows, detail::together(values.data(), part.lanes));
                   for (std::size_t table = 0; table < tables; ++table) {
                     for (std::size_t row = 0; row < part.rows; ++row) {
                       const std::size_t place = (table * grid.positions + part.row + row) * grid.dimensions;
                       for (const Run& run : runs) {
                         combineRun(out.data() + place + run.column, x.data() + place + run.column,
                                    values.data() + row * lanes + run.lane, run.count, combine);
                       }
                     }
                   }
                 });
}

}  // namespace

Status sinusoidal(std::span<float> out, Grid grid, const Sinusoid& sinusoid) noexcept {
  if (detail::tablesIn(out.size(), grid.positions, grid.dimensions) != 1) return Status::badSize;
  return eachRun(grid, sinusoid, out.size(), [&](const detail::Part& part, auto& source, const Runs& runs) {
    float* const row = out.data() + part.row * grid.dimensions;
    detail::Target<float> target{{}, grid.dimensions};
    std::transform(runs.begin(), runs.end(), target.runs.begin(), [row](const Run& run) {
      return detail::Target<float>::Run{row + run.column, run.lane, run.count};
    });
    source.next(part.rows, target);
  });
}

Status addSinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                     const Sinusoid& sinusoid) noexcept {
  return onto(out, x, grid, sinusoid, [](auto a, auto b) { return a + b; });
}

Status multiplySinusoidal(std::span<float> out, std::span<const float> x, Grid grid,
                          const Sinusoid& sinusoid) noexcept {
  return onto(out, x, grid, sinusoid, [](auto a, auto b) { return a * b; });
}

}  // namespace ropescope
