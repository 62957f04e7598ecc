#include <complex>

#include "golden.hpp"

namespace {

using ropescope::Rope;
using ropescope::Status;
using support::Doubles;
using support::doubles;
using support::Floats;
using support::golden;
using support::json;

/// The inverse frequencies of an entry, by its own parameters (cos_sin_tables have some of them elsewhere).
Doubles scaled(const json& entry, const json& scaling) {
  const Rope rope{entry["rotary_dim"], entry["rope_theta"]};
  Doubles out(rope.dimensions / 2);
  if (entry["rope_type"] == "linear") {
    EXPECT_EQ(ropescope::linearFrequencies(out, rope, scaling["factor"]), Status::ok);
  } else if (entry["rope_type"] == "llama3") {
    EXPECT_EQ(
        ropescope::llama3Frequencies(out, rope,
                                     {.factor = scaling["factor"],
                                      .lowTurns = scaling["low_freq_factor"],
                                      .highTurns = scaling["high_freq_factor"],
                                      .originalPositions = scaling["original_max_position_embeddings"]}),
        Status::ok);
  } else {
    EXPECT_EQ(ropescope::inverseFrequencies(out, rope.dimensions, rope.base), Status::ok);
  }
  return out;
}

TEST(GoldenScalings, HaveTheInverseFrequenciesOfTheReference) {
  for (const char* name : {"rope_scaling_linear", "rope_scaling_llama3"}) {
    const json file = golden(name);
    const double tolerance = file["tolerance"]["inv_freq_f64_rel"];
    const double coarse = file["tolerance"]["inv_freq_f32_rel"];
    for (const json& entry : file["values"]) {
      const Doubles got = scaled(entry, entry["rope_scaling"]);
      const Doubles want = doubles(entry["inv_freq_f64"]);
      const Doubles single = doubles(entry["inv_freq_f32"]);
      ASSERT_EQ(got.size(), want.size());
      for (std::size_t i = 0; i < got.size(); ++i) {
        ASSERT_NEAR(got[i], want[i], tolerance * want[i]) << entry["model"];
        ASSERT_NEAR(got[i], single[i], coarse * want[i]) << entry["model"];
      }
      EXPECT_EQ(entry["attention_factor"], 1);
    }
  }
}

TEST(GoldenScalings, HaveTheCosinesAndSinesOfTheReference) {
  const json file = golden("rope_cos_sin_tables");
  const json llama3 = golden("rope_scaling_llama3");
  int seen = 0;
  for (const json& entry : file["values"]) {
    json scaling = {{"factor", entry["factor"]}};
    for (const json& model : llama3["values"]) {
      if (model["model"] == entry["model"]) scaling = model["rope_scaling"];
    }
    seen += entry["rope_type"] == "default" ? 0 : 1;
    const Doubles frequencies = scaled(entry, scaling);
    support::expectTables(file, entry, frequencies);
  }
  EXPECT_EQ(seen, 2);
}

TEST(GoldenScalings, HaveAlibisSlopesForAnyCountOfHeads) {
  const json file = golden("alibi_slopes");
  const double tolerance = file["tolerance"]["abs"];
  for (const json& entry : file["values"]) {
    Doubles got(entry["heads"].get<std::size_t>());
    ASSERT_EQ(ropescope::alibiSlopes(got), Status::ok);
    const Doubles want = doubles(entry["slopes"]);
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t i = 0; i < got.size(); ++i) ASSERT_NEAR(got[i], want[i], tolerance);
  }
}

TEST(GoldenScalings, HaveAlibisBiasesRoundedAndMasked) {
  const json file = golden("alibi_bias_causal");
  const std::size_t positions = file["params"]["seq"];
  const double tolerance = file["tolerance"]["abs"];
  for (const json& entry : file["values"]) {
    Doubles slopes(entry["heads"].get<std::size_t>());
    ASSERT_EQ(ropescope::alibiSlopes(slopes), Status::ok);
    Floats got(slopes.size() * positions * positions);
    ASSERT_EQ(ropescope::alibiBias(got, slopes, {positions, positions}), Status::ok);
    std::size_t n = 0;
    for (const json& head : entry["bias"]) {
      for (const json& row : head) {
        for (const json& cell : row) {
          const double want = cell.is_null() ? -INFINITY : cell.get<double>();
          ASSERT_GE(got[n], static_cast<float>(want - tolerance)) << n;
          ASSERT_LE(got[n], static_cast<float>(want + tolerance)) << n;
          ++n;
        }
      }
    }
    EXPECT_EQ(n, got.size());
  }
}

TEST(GoldenScalings, MakeTheSumsOfRoFormersDecay) {
  const json file = golden("roformer_decay");
  for (const json& entry : file["values"]) {
    const Doubles frequencies = support::frequencies(entry["d"], entry["base"]);
    const Doubles bound = doubles(entry["bound"]);
    const Doubles ones = doubles(entry["qk_ones"]);
    for (std::size_t r = 0; r < bound.size(); ++r) {
      std::complex<double> sum = 0;
      double sizes = 0;
      for (const double frequency : frequencies) {
        sum += std::polar(1.0, static_cast<double>(r) * frequency);
        sizes += std::abs(sum);
      }
      ASSERT_NEAR(sizes / static_cast<double>(frequencies.size()), bound[r], 1e-11) << r;
      ASSERT_NEAR(2 * sum.real(), ones[r], 1e-11) << r;
    }
  }
}

}  // namespace
