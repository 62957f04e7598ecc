#include <map>

#include "support.hpp"

namespace {

using ropescope::Buckets;
using ropescope::Status;
using support::Doubles;
using support::Floats;

std::int32_t bucketOf(std::int64_t relative, const Buckets& buckets) {
  std::vector<std::int32_t> out(1);
  EXPECT_EQ(ropescope::t5Buckets(out, {1, 1, -relative}, buckets), Status::ok);
  return out[0];
}

TEST(Alibi, HasTheSlopesOfEightHeadsAndOfTwelve) {
  Doubles slopes(8);
  ASSERT_EQ(ropescope::alibiSlopes(slopes), Status::ok);
  for (int k = 1; k <= 8; ++k) EXPECT_EQ(slopes[static_cast<std::size_t>(k - 1)], std::ldexp(1, -k));
  Doubles twelve(12);
  ASSERT_EQ(ropescope::alibiSlopes(twelve), Status::ok);
  EXPECT_TRUE(std::equal(slopes.begin(), slopes.end(), twelve.begin()));
  for (int k = 0; k < 4; ++k) {
    EXPECT_NEAR(twelve[static_cast<std::size_t>(8 + k)], std::pow(2, -0.5 - k), 1e-16);
  }
}

TEST(Alibi, BiasesLaterQueriesAsTheRowsOfAWholeTable) {
  Doubles slopes(3);
  ASSERT_EQ(ropescope::alibiSlopes(slopes), Status::ok);
  Floats whole(3 * 5 * 6);
  Floats last(3 * 2 * 6);
  ASSERT_EQ(ropescope::alibiBias(whole, slopes, {5, 6}), Status::ok);
  ASSERT_EQ(ropescope::alibiBias(last, slopes, {2, 6, 3}), Status::ok);
  for (std::size_t head = 0; head < 3; ++head) {
    for (std::size_t n = 0; n < 12; ++n) EXPECT_EQ(last[head * 12 + n], whole[head * 30 + 18 + n]);
  }
}

TEST(T5, HasTheBucketsOfTheReference) {
  for (const auto& [relative, bucket] :
       std::map<int, int>{{-20, 10}, {-64, 14}, {-128, 15}, {1, 17}, {64, 30}, {0, 0}, {-7, 7}, {-8, 8}}) {
    EXPECT_EQ(bucketOf(relative, {}), bucket) << relative;
  }
  for (const auto& [relative, bucket] :
       std::map<int, int>{{-16, 16}, {-64, 26}, {-113, 31}, {1, 0}, {50, 0}}) {
    EXPECT_EQ(bucketOf(relative, {.bidirectional = false}), bucket) << relative;
  }
}

TEST(T5, HasBucketsThatNeverFallWithTheDistanceAndAreAllUsed) {
  for (const Buckets& buckets : {Buckets{}, Buckets{8, 20, true}, Buckets{5, 1000, false}}) {
    const std::int32_t count = buckets.bidirectional ? buckets.count / 2 : buckets.count;
    std::int32_t before = 0;
    for (std::int64_t distance = 0; distance <= 1200; ++distance) {
      const std::int32_t bucket = bucketOf(-distance, buckets);
      EXPECT_GE(bucket, before);
      EXPECT_LE(bucket, before + 1);
      before = bucket;
      if (buckets.bidirectional && distance > 0) {
        EXPECT_EQ(bucketOf(distance, buckets), bucket + count);
      }
    }
    EXPECT_EQ(before, count - 1);
  }
}

TEST(Alibi, NamesWhatIsWrong) {
  EXPECT_EQ(ropescope::alibiSlopes({}), Status::badSize);
  const Doubles slopes = {0.5, 0.25};
  Floats bias(12);
  EXPECT_EQ(ropescope::alibiBias(bias, slopes, {2, 3}), Status::ok);
  EXPECT_EQ(ropescope::alibiBias(bias, slopes, {2, 2}), Status::badSize);
  EXPECT_EQ(ropescope::alibiBias(bias, slopes, {0, 3}), Status::badSize);
  EXPECT_EQ(ropescope::alibiBias(bias, {}, {2, 3}), Status::badSize);
  EXPECT_EQ(ropescope::alibiBias(bias, slopes, {2, 3, 100000001}), Status::badPosition);
  std::vector<std::int32_t> out(6);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3}, {}), Status::ok);
  EXPECT_EQ(ropescope::t5Buckets(out, {3, 3}, {}), Status::badSize);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3, -100000001}, {}), Status::badPosition);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3}, {.count = 31}), Status::badScaling);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3}, {.count = 2}), Status::badScaling);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3}, {.count = 1, .bidirectional = false}), Status::badScaling);
  EXPECT_EQ(ropescope::t5Buckets(out, {2, 3}, {.count = 32, .maxDistance = 8}), Status::badScaling);
}

}  // namespace
