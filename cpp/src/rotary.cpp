#include "ropescope/rotary.hpp"

#include <algorithm>
#include <cmath>

#include "check.hpp"
#include "turns.hpp"

namespace ropescope {
namespace {

bool hasExactAngles(const Precision& precision) noexcept {
  return !precision.running && precision.inverseFrequencies == Format::float64 &&
         precision.angle == Format::float64;
}

bool isExact(const Precision& precision) noexcept {
  return hasExactAngles(precision) && precision.table == Format::float64;
}

/// By what each angle of a row is multiplied to make the next.
float runningStep(std::span<const double> inverseFrequencies) noexcept {
  if (inverseFrequencies.size() < 2 || inverseFrequencies[0] == 0) return 0;
  return static_cast<float>(inverseFrequencies[1] / inverseFrequencies[0]);
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
  // Frequencies that grow make the last running angle the largest.
  float last = 0;
  if (precision.running) {
    const float step = runningStep(angles.inverseFrequencies);
    last = static_cast<float>(place) * static_cast<float>(angles.inverseFrequencies[0]);
    for (std::size_t n = 1; n < angles.inverseFrequencies.size(); ++n) last *= step;
  }
  return std::isfinite(largest) && std::isfinite(last) &&
         (precision.table == Format::float64 ||
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

/// Calls use(part, source) for all rows and blocks of pairs, as detail::eachPart does, also where positions
/// are not 1 apart or are rounded.
template <class Use>
void eachPart(const Angles& angles, std::size_t rows, std::size_t room, Use use) noexcept {
  constexpr detail::Order order = detail::Order::apart;
  const Precision& precision = angles.precision;
  const std::span<const double> frequencies = angles.inverseFrequencies;
  const double scale = angles.attentionFactor;
  const bool exact = isExact(precision);
  // Tables of float32 are put into floats, which rounds them.
  const bool mayRunOn = exact || (hasExactAngles(precision) && precision.table == Format::float32);
  if (mayRunOn && angles.positions.empty()) {
    detail::eachPart(frequencies, angles.start, rows, scale, order, room, use);
    return;
  }
  detail::Turns turns(order);
  const float step = runningStep(frequencies);
  for (std::size_t row = 0; row < rows; ++row) {
    const double position =
        angles.positions.empty() ? angles.start + static_cast<double>(row) : angles.positions[row];
    float angle = static_cast<float>(position) * static_cast<float>(frequencies[0]);
    for (std::size_t first = 0; first < frequencies.size(); first += detail::Lanes::mostPairs) {
      const std::size_t count = std::min(detail::Lanes::mostPairs, frequencies.size() - first);
      const auto block = frequencies.subspan(first, count);
      if (exact) {
        turns.fill(position, block, scale);
      } else if (precision.running) {
        turns.fillRunning(angle, step, count, scale, precision.table);
      } else {
        turns.fillRounded(position, block, scale, precision);
      }
      use(detail::Part{turns.lanes(), first, row, 1}, turns);
    }
  }
}

/// Sines and cosines of a row.
template <class Number>
struct Row {
  const Number* sines;
  const Number* cosines;
  std::size_t pairs;
};

/// Turns the pairs from `first` on of one row, and returns a sum of all that it wrote: finite only if all of
/// them are.
template <class Number>
[[gnu::noinline]] float turnRest(float* out, const float* x, std::size_t step, std::size_t toPartner,
                                 const Row<Number>& row, std::size_t first) noexcept {
  float sum = 0;
  for (std::size_t i = first; i < row.pairs; ++i) {
    const std::size_t at = i * step;
    const Number a = x[at];
    const Number b = x[at + toPartner];
    out[at] = static_cast<float>(a * row.cosines[i] - b * row.sines[i]);
    out[at + toPartner] = static_cast<float>(a * row.sines[i] + b * row.cosines[i]);
    sum += out[at] + out[at + toPartner];
  }
  return sum;
}

/// Turns the pairs of one row, in the numbers of the row, in so many tables that are `apart`, and answers as
/// turnRest.
template <std::size_t tables, class Pairs, class Number>
[[gnu::noinline]] detail::Four turnRows(float* out, const float* x, std::size_t apart, std::size_t toPartner,
                                        const Row<Number>& row) noexcept {
  using Vector = decltype(detail::load(row.sines));
  constexpr std::size_t width = sizeof(Vector) / sizeof(Number);
  detail::Four sum = {0, 0, 0, 0};
  const std::size_t whole = row.pairs - row.pairs % width;
  for (std::size_t i = 0; i < whole; i += width) {
    const Vector sine = detail::load(row.sines + i);
    const Vector cosine = detail::load(row.cosines + i);
#pragma GCC unroll 4
    for (std::size_t table = 0; table < tables; ++table) {
      const std::size_t at = table * apart + i * Pairs::step;
      Vector a;
      Vector b;
      Pairs::read(x + at, toPartner, a, b);
      sum += Pairs::write(out + at, toPartner, a * cosine - b * sine, a * sine + b * cosine);
    }
  }
  if (whole == row.pairs) return sum;
  for (std::size_t table = 0; table < tables; ++table) {
    sum[table] += turnRest(out + table * apart, x + table * apart, Pairs::step, toPartner, row, whole);
  }
  return sum;
}

/// Turns x's pairs and answers as turnRest.
template <class Pairs, class Number>
detail::Four turn(std::span<float> out, std::span<const float> x, Grid grid, const Angles& angles) noexcept {
  const std::size_t apart = grid.positions * grid.dimensions;
  const std::size_t tables = x.size() / apart;
  const std::size_t toPartner = Pairs::step == 2 ? 1 : angles.inverseFrequencies.size();
  detail::Scratch<Number> values;
  detail::Four sum = {0, 0, 0, 0};
  eachPart(angles, grid.positions, values.size(), [&](const detail::Part& part, auto& source) {
    const std::size_t lanes = part.lanes.count();
    source.next(part.rows, detail::together(values.data(), part.lanes));
    const auto turnTables = [&]<std::size_t count>(std::size_t first) {
      std::size_t place = (first * grid.positions + part.row) * grid.dimensions + part.first * Pairs::step;
      for (std::size_t row = 0; row < part.rows; ++row, place += grid.dimensions) {
        const Number* const sines = values.data() + row * lanes;
        sum += turnRows<count, Pairs>(out.data() + place, x.data() + place, apart, toPartner,
                                      Row<Number>{sines, sines + part.lanes.cosine(0), part.lanes.pairs});
      }
    };
    // Four tables at a time, because then memory is waited for in several places at once.
    std::size_t n = 0;
    for (; n + 4 <= tables; n += 4) turnTables.template operator()<4>(n);
    for (; n < tables; ++n) turnTables.template operator()<1>(n);
  });
  return sum;
}

template <class Number>
detail::Four turn(std::span<float> out, std::span<const float> x, Grid grid, const Angles& angles,
                  Pairing pairing) noexcept {
  return pairing == Pairing::interleaved ? turn<detail::Neighbours, Number>(out, x, grid, angles)
                                         : turn<detail::Halves, Number>(out, x, grid, angles);
}

/// Copies the features from `first` on, and answers as turnRow.
detail::Four passOn(std::span<float> out, std::span<const float> x, std::size_t dimensions,
                    std::size_t first) noexcept {
  detail::Four sum = {0, 0, 0, 0};
  if (first == dimensions) return sum;
  for (std::size_t row = 0; row < x.size(); row += dimensions) {
    for (std::size_t n = row + first; n < row + dimensions; ++n) {
      out[n] = x[n];
      sum[n % 4] += x[n];
    }
  }
  return sum;
}

}  // namespace

Status cosSin(std::span<float> cos, std::span<float> sin, std::size_t rows, const Angles& angles) noexcept {
  const std::size_t pairs = angles.inverseFrequencies.size();
  if (detail::tablesIn(cos.size(), rows, pairs) != 1 || sin.size() != cos.size()) return Status::badSize;
  if (const Status status = check(angles, rows); status != Status::ok) return status;

  eachPart(angles, rows, cos.size(), [&](const detail::Part& part, auto& source) {
    const std::size_t place = part.row * pairs + part.first;
    const std::size_t count = part.lanes.pairs;
    source.next(
        part.rows,
        detail::Target<float>{
            {{{sin.data() + place, 0, count}, {cos.data() + place, part.lanes.cosine(0), count}}}, pairs});
  });
  // No cosine or sine is larger than the factor.
  if (std::isfinite(static_cast<float>(angles.attentionFactor))) return Status::ok;
  return detail::allFinite(cos) && detail::allFinite(sin) ? Status::ok : Status::tooLarge;
}

Status rotate(std::span<float> out, std::span<const float> x, Grid grid, const Angles& angles,
              Pairing pairing) noexcept {
  const std::size_t pairs = angles.inverseFrequencies.size();
  const std::size_t tables = detail::tablesIn(x.size(), grid.positions, grid.dimensions);
  if (out.size() != x.size() || tables == 0 || pairs > grid.dimensions / 2) return Status::badSize;
  if (const Status status = check(angles, grid.positions); status != Status::ok) return status;

  detail::Four sum = passOn(out, x, grid.dimensions, 2 * pairs);
  sum += angles.precision.table == Format::float64 ? turn<double>(out, x, grid, angles, pairing)
                                                   : turn<float>(out, x, grid, angles, pairing);
  // A NaN or an infinity stays in the sum. Finite numbers may sum to one too, so then it takes a closer look.
  if (std::isfinite((sum[0] + sum[1]) + (sum[2] + sum[3])) || detail::allFinite(out)) return Status::ok;
  return out.data() == x.data() || detail::allFinite(x) ? Status::tooLarge : Status::notFinite;
}

}  // namespace ropescope
