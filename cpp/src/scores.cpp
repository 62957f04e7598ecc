#include "ropescope/scores.hpp"

#include "check.hpp"
#include "simd.hpp"

namespace ropescope {
namespace {

double dot(const float* a, const float* b, std::size_t count) noexcept {
  // Four sums, because one would wait for each addition.
  detail::Two first = {0, 0};
  detail::Two second = {0, 0};
  std::size_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const detail::Four x = detail::load(a + i);
    const detail::Four y = detail::load(b + i);
    first += detail::low(x) * detail::low(y);
    second += detail::high(x) * detail::high(y);
  }
  for (; i < count; ++i) first[0] += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  return (first[0] + first[1]) + (second[0] + second[1]);
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
