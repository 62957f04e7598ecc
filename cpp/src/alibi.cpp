#include "ropescope/alibi.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "check.hpp"
#include "logarithm.hpp"

namespace ropescope {
namespace {

/// Answers badSize or badPosition, for `tables` tables.
Status check(std::size_t length, std::size_t tables, BiasSizes sizes) noexcept {
  if (tables == 0 || detail::tablesIn(length, sizes.queries, sizes.keys) != tables) return Status::badSize;
  const auto most = static_cast<std::int64_t>(maxPosition);
  return sizes.start >= -most && sizes.start <= most ? Status::ok : Status::badPosition;
}

/// Calls use(distance of the key behind its query) for each cell of a table, row by row.
template <class Use>
void eachDistance(BiasSizes sizes, Use use) noexcept {
  for (std::size_t query = 0; query < sizes.queries; ++query) {
    for (std::size_t key = 0; key < sizes.keys; ++key) {
      use(sizes.start + static_cast<std::int64_t>(query) - static_cast<std::int64_t>(key));
    }
  }
}

/// The bucket among `count` of a distance from 0 on.
std::int32_t bucketOf(std::int64_t distance, std::int32_t count, std::int32_t maxDistance) noexcept {
  const std::int32_t exact = count / 2;
  if (distance < exact) return static_cast<std::int32_t>(distance);
  if (distance >= maxDistance) return count - 1;
  const double wide = count - exact;
  const double along = detail::logarithm(static_cast<double>(distance) / exact) /
                       detail::logarithm(static_cast<double>(maxDistance) / exact) * wide;
  // Where a bucket begins at a whole distance the quotient of logarithms may fall short by its rounding.
  return std::min(exact + static_cast<std::int32_t>(along + 1e-9), count - 1);
}

}  // namespace

Status alibiSlopes(std::span<double> out) noexcept {
  if (out.empty()) return Status::badSize;
  const std::size_t whole = std::bit_floor(out.size());
  for (std::size_t head = 0; head < out.size(); ++head) {
    const bool first = head < whole;
    const auto rank = static_cast<double>(first ? head + 1 : 2 * (head - whole) + 1);
    out[head] = std::pow(2, -8 * rank / static_cast<double>(first ? whole : 2 * whole));
  }
  return Status::ok;
}

Status alibiBias(std::span<float> out, std::span<const double> slopes, BiasSizes sizes) noexcept {
  if (const Status status = check(out.size(), slopes.size(), sizes); status != Status::ok) return status;
  float* cell = out.data();
  for (const double slope : slopes) {
    eachDistance(sizes, [&](std::int64_t distance) {
      // 0 − …, because a bias of −0 would be a surprise.
      *cell++ = distance < 0 ? -std::numeric_limits<float>::infinity()
                             : static_cast<float>(0 - slope * static_cast<double>(distance));
    });
  }
  return Status::ok;
}

Status t5Buckets(std::span<std::int32_t> out, BiasSizes sizes, Buckets buckets) noexcept {
  if (const Status status = check(out.size(), 1, sizes); status != Status::ok) return status;
  const std::int32_t count = buckets.bidirectional ? buckets.count / 2 : buckets.count;
  if (count < 2 || (buckets.bidirectional && buckets.count % 2 != 0) || buckets.maxDistance <= count / 2) {
    return Status::badScaling;
  }
  std::int32_t* cell = out.data();
  eachDistance(sizes, [&](std::int64_t distance) {
    if (distance >= 0) {
      *cell++ = bucketOf(distance, count, buckets.maxDistance);
    } else {
      *cell++ = buckets.bidirectional ? count + bucketOf(-distance, count, buckets.maxDistance) : 0;
    }
  });
  return Status::ok;
}

}  // namespace ropescope
