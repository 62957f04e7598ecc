#include "ropescope/scores.hpp"

#include "check.hpp"

namespace ropescope {
namespace {

double dot(const float* a, const float* b, std::size_t count) noexcept {
  // Four sums, because one would wait for each addition.
  double sums[4] = {0, 0, 0, 0};
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      sums[lane] += static_cast<double>(a[i + lane]) * static_cast<double>(b[i + lane]);
    }
  }
  for (; i < count; ++i) sums[0] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

Status scores(std::span<float> out, std::span<const float> q, std::span<const float> k,
              ScoreSizes sizes) noexcept {
  const std::size_t tables = detail::tablesIn(q.size(), sizes.queries, sizes.dimensions);
  if (tables == 0 || tables != detail::tablesIn(k.size(), sizes.keys, sizes.dimensions) ||
      tables != detail::tablesIn(out.size(), sizes.queries, sizes.keys)) {
    return Status::badSize;
  }
  if (!detail::allFinite(q) || !detail::allFinite(k)) return Status::notFinite;

  float* cell = out.data();
  for (std::size_t table = 0; table < tables; ++table) {
    const float* query = q.data() + table * sizes.queries * sizes.dimensions;
    for (std::size_t i = 0; i < sizes.queries; ++i, query += sizes.dimensions) {
      const float* key = k.data() + table * sizes.keys * sizes.dimensions;
      for (std::size_t j = 0; j < sizes.keys; ++j, key += sizes.dimensions) {
        *cell++ = static_cast<float>(dot(query, key, sizes.dimensions));
      }
    }
  }
  return detail::allFinite(out) ? Status::ok : Status::tooLarge;
}

}  // namespace ropescope
