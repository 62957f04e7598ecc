#include "ropescope/learned.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "check.hpp"
#include "logarithm.hpp"
#include "normals.hpp"

namespace ropescope {
namespace {

double polynomial(const std::array<double, 8>& coefficients, double x) noexcept {
  double sum = 0;
  for (const double coefficient : coefficients) sum = sum * x + coefficient;
  return sum;
}

// Wichura's coefficients, highest power first: a and b near the middle, c and d in the tails.
constexpr std::array<double, 8> a = {2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
                                     45921.953931549871457, 13731.693765509461125, 1971.5909503065514427,
                                     133.14166789178437745, 3.387132872796366608};
constexpr std::array<double, 8> b = {
    5226.495278852545925,  28729.085735721942674, 39307.89580009271061,  21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083,  42.313330701600911252, 1.0};
constexpr std::array<double, 8> c = {
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504,   5.7694972214606914055,    4.6303378461565452959,  1.42343711074968357734};
constexpr std::array<double, 8> d = {
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455,    1.6763848301838038494,   2.05319162663775882187,   1.0};

}  // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) noexcept {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t first = std::uint64_t{0xD2511F53U} * counter[0];
    const std::uint64_t second = std::uint64_t{0xCD9E8D57U} * counter[2];
    counter = {
        static_cast<std::uint32_t>(second >> 32U) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(second),
        static_cast<std::uint32_t>(first >> 32U) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(first)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

double normalOf(std::uint32_t bits) noexcept {
  constexpr double step = 1.0 / 4294967296.0;
  const double centred = (static_cast<double>(bits) - 2147483647.5) * step;  // probability − ½, exact
  if (std::abs(centred) <= 0.425) {
    const double r = 0.180625 - centred * centred;
    return centred * polynomial(a, r) / polynomial(b, r);
  }
  // Probabilities are at least 2^-33, so that r ≤ 4.8: the paper's third branch begins at 5.
  const double r = std::sqrt(-detail::logarithm(0.5 - std::abs(centred))) - 1.6;
  const double size = polynomial(c, r) / polynomial(d, r);
  return centred < 0 ? -size : size;
}

Status learnedTable(std::span<float> out, std::size_t dimensions, Learned learned) noexcept {
  if (dimensions == 0 || out.empty() || out.size() % dimensions != 0) return Status::badSize;
  const std::size_t rows = out.size() / dimensions;
  if (rows - 1 > std::numeric_limits<std::uint32_t>::max()) return Status::badSize;
  for (std::size_t row = 0; row < rows; ++row) {
    detail::fillRow(out.subspan(row * dimensions, dimensions), static_cast<std::uint32_t>(row), learned);
  }
  return Status::ok;
}

Status learnedRows(std::span<float> out, std::span<const std::uint32_t> ids, std::size_t dimensions,
                   Learned learned) noexcept {
  if (detail::tablesIn(out.size(), ids.size(), dimensions) != 1) return Status::badSize;
  for (std::size_t n = 0; n < ids.size(); ++n)
    detail::fillRow(out.subspan(n * dimensions, dimensions), ids[n], learned);
  return Status::ok;
}

Status lookup(std::span<float> out, std::span<const float> table, std::size_t dimensions,
              std::span<const std::int32_t> ids) noexcept {
  if (detail::tablesIn(out.size(), ids.size(), dimensions) != 1 || table.size() % dimensions != 0) {
    return Status::badSize;
  }
  const std::size_t rows = table.size() / dimensions;
  for (std::size_t n = 0; n < ids.size(); ++n) {
    if (ids[n] < 0 || static_cast<std::size_t>(ids[n]) >= rows) return Status::badId;
    const auto row = table.subspan(static_cast<std::size_t>(ids[n]) * dimensions, dimensions);
    std::copy(row.begin(), row.end(), out.begin() + static_cast<std::ptrdiff_t>(n * dimensions));
  }
  return detail::allFinite(out) ? Status::ok : Status::notFinite;
}

}  // namespace ropescope
