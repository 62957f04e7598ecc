#include "golden.hpp"

namespace {

using ropescope::Grid;
using ropescope::Status;
using support::Doubles;
using support::doubles;
using support::expectNear;
using support::expectRounded;
using support::flatten;
using support::Floats;
using support::floats;
using support::golden;
using support::json;

Floats table(std::size_t positions, std::size_t dimensions, double base = 10000, double start = 0) {
  const Doubles frequencies = support::frequencies(dimensions, base);
  Floats out(positions * dimensions);
  EXPECT_EQ(ropescope::sinusoidal(out, {positions, dimensions},
                                  {.inverseFrequencies = frequencies, .start = start}),
            Status::ok);
  return out;
}

TEST(Golden, MeetsTheFirstArticlesSinusoidalTables) {
  const json file = golden("article1_sinusoid");
  for (const json& entry : file["values"]) {
    expectRounded(table(entry["length"], entry["dims"]), doubles(entry["out"]), file["tolerance"]["abs"]);
  }
}

TEST(Golden, MeetsTheFirstArticlesOwnRun) {
  const json file = golden("article1_main");
  const json& values = file["values"];
  const double tolerance = file["tolerance"]["abs"];
  const Doubles frequencies = support::frequencies(2);
  const Floats x = support::repeated({1, 1}, 10);

  expectRounded(table(10, 2), doubles(values["positional_encodings"]), tolerance);
  Floats sum(x.size());
  ASSERT_EQ(ropescope::addSinusoidal(sum, x, {10, 2}, {.inverseFrequencies = frequencies}), Status::ok);
  expectRounded(sum, doubles(values["positional_embeddings"]), tolerance);

  expectRounded(support::rotated(x, {10, 2}, {.inverseFrequencies = frequencies}), doubles(values["rope"]),
                tolerance);
  Floats cos(10);
  Floats sin(10);
  ASSERT_EQ(ropescope::cosSin(cos, sin, 10, {.inverseFrequencies = frequencies}), Status::ok);
  const Doubles matrices = doubles(values["rotation_matrix"]);
  for (std::size_t p = 0; p < 10; ++p) {
    expectRounded({cos[p], -sin[p], sin[p], cos[p]},
                  {matrices.begin() + static_cast<std::ptrdiff_t>(4 * p),
                   matrices.begin() + static_cast<std::ptrdiff_t>(4 * p + 4)},
                  tolerance);
  }
}

TEST(Golden, MeetsTheSecondArticlesClasses) {
  for (const char* name : {"article2_PositionalEmbeddings", "article2_RopeEmbeddings"}) {
    const json file = golden(name);
    const auto apply = name[9] == 'P' ? &ropescope::addSinusoidal : &ropescope::multiplySinusoidal;
    for (const json& entry : file["values"]) {
      const Grid grid{entry["seq"], entry["dim"]};
      const double tolerance = file["tolerance"]["abs"];
      const Floats x = floats(entry["x"]);
      Floats out(x.size());
      const Doubles frequencies = support::frequencies(grid.dimensions);
      ASSERT_EQ(apply(out, x, grid, {.inverseFrequencies = frequencies}), Status::ok);
      expectNear(out, floats(entry["out"]), tolerance);
      expectNear(table(grid.positions, grid.dimensions), floats(entry["pe"]), tolerance);
    }
  }
}

TEST(Golden, LooksUpAsTheSecondArticleDoes) {
  const auto file = golden("article2_TrainableEmbeddings");
  for (const json& entry : file["values"]) {
    std::vector<std::int32_t> ids;
    flatten(entry["ids"], ids);
    const std::size_t dimensions = entry["dim"];
    Floats out(ids.size() * dimensions);
    ASSERT_EQ(ropescope::lookup(out, floats(entry["weight"]), dimensions, ids), Status::ok);
    EXPECT_EQ(out, floats(entry["out"]));
  }
}

TEST(Golden, HasTheShapesAndParametersOfTheSecondArticlesRuns) {
  const json file = golden("article2_main");
  const json& values = file["values"];
  const json& params = file["params"];
  const std::size_t dimensions = params["dim"];
  const std::size_t positions = params["seq"];
  const std::size_t rows = params["vocab_size"];
  Floats words(rows * dimensions);
  EXPECT_EQ(words.size(), values["trainable_parameters"].get<std::size_t>());
  ASSERT_EQ(ropescope::learnedTable(words, dimensions, {.seed = 1, .stream = ropescope::Stream::words}),
            Status::ok);

  std::vector<std::int32_t> ids;
  for (std::size_t n = 0; n < params["batch"].get<std::size_t>() * positions; ++n) {
    ids.push_back(static_cast<std::int32_t>(n * 7919 % rows));
  }
  const Doubles shape = doubles(values["out_shape"]);
  Floats x(static_cast<std::size_t>(shape[0] * shape[1] * shape[2]));
  ASSERT_EQ(ropescope::lookup(x, words, dimensions, ids), Status::ok);
  const Doubles frequencies = support::frequencies(dimensions);
  EXPECT_EQ(ropescope::addSinusoidal(x, x, {positions, dimensions}, {.inverseFrequencies = frequencies}),
            Status::ok);
  EXPECT_EQ(ropescope::multiplySinusoidal(x, x, {positions, dimensions}, {.inverseFrequencies = frequencies}),
            Status::ok);
}

TEST(Golden, MeetsTheSecondArticlesBufferAsFarAsItsFloatPhasesAllow) {
  const json file = golden("article2_pe_buffer");
  const json& tolerance = file["tolerance"];
  for (const auto& [dimensions, entry] : file["values"].items()) {
    const std::size_t d = std::stoul(dimensions);
    for (std::size_t n = 0; n < entry["rows"].size(); ++n) {
      const double position = entry["rows"][n];
      const char* key = position <= 10     ? "abs_pos_le_10"
                        : position <= 100  ? "abs_pos_100"
                        : position <= 1000 ? "abs_pos_1000"
                                           : "abs_pos_4999";
      expectNear(table(1, d, 10000, position), floats(entry["pe"][n]), tolerance[key]);
    }
  }
}

}  // namespace
