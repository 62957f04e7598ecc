#include "support.hpp"

namespace {

using ropescope::Status;
using support::Floats;

TEST(Lookup, CopiesTheRowsThatAreAskedForInOrder) {
  const Floats table = {1, 2, 3, 4, 5, 6};
  const std::vector<std::int32_t> ids = {2, 0, 2};
  Floats out(6);
  ASSERT_EQ(ropescope::lookup(out, table, 2, ids), Status::ok);
  EXPECT_EQ(out, (Floats{5, 6, 1, 2, 5, 6}));
}

TEST(Lookup, RefusesAnIdThatIsNoRow) {
  const Floats table = {1, 2, 3, 4};
  Floats out(2);
  for (const std::int32_t id : {-1, 2, INT32_MAX, INT32_MIN}) {
    EXPECT_EQ(ropescope::lookup(out, table, 2, std::vector<std::int32_t>{id}), Status::badId);
  }
}

}  // namespace
