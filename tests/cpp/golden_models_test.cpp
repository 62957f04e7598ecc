#include <cstring>

#include "golden.hpp"

namespace {

using ropescope::Grid;
using ropescope::Layout;
using ropescope::Pairing;
using ropescope::Status;
using support::Doubles;
using support::doubles;
using support::expectNear;
using support::expectRounded;
using support::Floats;
using support::floats;
using support::golden;
using support::json;

/// [batch][position][head][feature] to [batch][head][position][feature].
Floats headsFirst(const Floats& x, std::size_t positions, std::size_t heads, std::size_t dimensions) {
  Floats out;
  for (std::size_t batch = 0; batch < x.size() / (positions * heads * dimensions); ++batch) {
    for (std::size_t head = 0; head < heads; ++head) {
      for (std::size_t position = 0; position < positions; ++position) {
        const auto row = x.begin() + static_cast<std::ptrdiff_t>(
                                         ((batch * positions + position) * heads + head) * dimensions);
        out.insert(out.end(), row, row + static_cast<std::ptrdiff_t>(dimensions));
      }
    }
  }
  return out;
}

void expectRotates(const json& entry, const char* from, const char* to, Pairing pairing, double tolerance) {
  const std::size_t dimensions = entry["head_dim"];
  const std::size_t positions = entry["seq"];
  const Doubles frequencies = support::frequencies(entry.value("rotary_dim", dimensions), entry["base"]);
  const Doubles ids = doubles(entry["positions"]);
  Floats x = floats(entry[from]);
  Floats want = floats(entry[to]);
  if (entry["layout"] == "[batch][seq][head][dim]") {
    x = headsFirst(x, positions, entry["heads"], dimensions);
    want = headsFirst(want, positions, entry["heads"], dimensions);
  }
  expectNear(support::rotated(x, {positions, dimensions},
                              {.inverseFrequencies = frequencies, .positions = ids}, pairing),
             want, tolerance);
}

TEST(Golden, TurnsHalvesAsHuggingFaceDoes) {
  const json file = golden("apply_half_split");
  for (const json& entry : file["values"]) {
    expectRotates(entry, "q", "q_out", Pairing::half, file["tolerance"]["abs"]);
    expectRotates(entry, "k", "k_out", Pairing::half, file["tolerance"]["abs"]);
  }
}

TEST(Golden, TurnsInterleavedPairsAsMetaDoes) {
  const json file = golden("apply_interleaved");
  for (const json& entry : file["values"]) {
    expectRotates(entry, "q", "q_out", Pairing::interleaved, file["tolerance"]["abs"]);
    expectRotates(entry, "k", "k_out", Pairing::interleaved, file["tolerance"]["abs"]);
  }
}

TEST(Golden, TurnsAPartOfAHeadAsGptJAndNeoXDo) {
  const json file = golden("apply_partial");
  const double tolerance = file["tolerance"]["abs"];
  for (const json& entry : file["values"]["gptj_interleaved"]) {
    expectRotates(entry, "x", "out", Pairing::interleaved, tolerance);
  }
  for (const json& entry : file["values"]["neox_half"])
    expectRotates(entry, "x", "out", Pairing::half, tolerance);
}

TEST(Golden, AgreesBetweenPairingsAfterThePermutation) {
  const json file = golden("permutation");
  const json& example = file["values"]["example"];
  const std::size_t d = example["head_dim"];
  const Floats x = floats(example["x"]);
  const Grid grid{x.size() / d, d};
  const Doubles frequencies = support::frequencies(d);
  const double tolerance = file["tolerance"]["abs"];
  expectNear(support::rotated(x, grid, {.inverseFrequencies = frequencies}),
             floats(example["interleaved_out"]), tolerance);

  for (const json& entry : file["values"]["index"]) {
    if (entry["head_dim"] != d || entry["heads"] != 1) continue;
    Floats permuted(x.size());
    for (std::size_t n = 0; n < x.size(); ++n) {
      permuted[n] = x[n / d * d + entry["half_from_interleaved"][n % d].get<std::size_t>()];
    }
    expectNear(support::rotated(permuted, grid, {.inverseFrequencies = frequencies}, Pairing::half),
               floats(example["half_out_of_permuted"]), tolerance);
  }
}

TEST(Golden, RoundsTheExactSinesAndCosinesToFloat) {
  for (const char* name : {"mp_sincos_small", "mp_sincos_d64"}) {
    const json file = golden(name);
    for (const json& entry : file["values"]) {
      const std::size_t d = entry["d"];
      const Doubles frequencies = support::frequencies(d, entry["base"]);
      const Doubles exact = doubles(entry["inv_freq"]);
      for (std::size_t i = 0; i < exact.size(); ++i) ASSERT_NEAR(frequencies[i], exact[i], 1e-15 * exact[i]);
      for (const json& row : entry["rows"]) {
        const double p = row["p"];
        const double tolerance = 1e-15 + 4.5e-16 * p;
        Floats cos(d / 2);
        Floats sin(d / 2);
        ASSERT_EQ(ropescope::cosSin(cos, sin, 1, {.inverseFrequencies = frequencies, .start = p}),
                  Status::ok);
        expectRounded(cos, doubles(row["cos"]), tolerance);
        expectRounded(sin, doubles(row["sin"]), tolerance);
        Floats both(d);
        ASSERT_EQ(ropescope::sinusoidal(
                      both, {1, d},
                      {.inverseFrequencies = frequencies, .start = p, .layout = Layout::concatenated}),
                  Status::ok);
        const auto half = both.begin() + static_cast<std::ptrdiff_t>(d / 2);
        EXPECT_EQ(Floats(both.begin(), half), sin);
        EXPECT_EQ(Floats(half, both.end()), cos);
      }
    }
  }
}

TEST(Golden, HasTheInverseFrequenciesOfUnscaledModels) {
  const json file = golden("rope_scaling_default");
  const double tolerance = file["tolerance"]["inv_freq_f64_rel"];
  for (const json& entry : file["values"]) {
    const Doubles got = support::frequencies(entry["rotary_dim"], entry["rope_theta"]);
    const Doubles want = doubles(entry["inv_freq_f64"]);
    ASSERT_EQ(got.size(), want.size());
    for (std::size_t i = 0; i < got.size(); ++i)
      ASSERT_NEAR(got[i], want[i], tolerance * want[i]) << entry["model"];
  }
}

TEST(Golden, HasTheCosinesAndSinesOfAnUnscaledModel) {
  const json file = golden("rope_cos_sin_tables");
  int seen = 0;
  for (const json& entry : file["values"]) {
    if (entry["rope_type"] != "default") continue;
    ++seen;
    const Doubles frequencies = support::frequencies(entry["rotary_dim"], entry["rope_theta"]);
    support::expectTables(file, entry, frequencies);
  }
  EXPECT_EQ(seen, 1);
}

TEST(Golden, HasRelativeScoresForTheRotationAloneByTheExpectedNumbers) {
  // The golden numbers are in double; scores of floats cannot come nearer than their rounding.
  constexpr double tolerance = 4e-6;
  const auto file = golden("relative_property");
  for (const json& entry : file["values"]) {
    const std::size_t d = entry["d"];
    const std::size_t positions = entry["positions"];
    const Doubles frequencies = support::frequencies(d);
    const Floats q = support::repeated(floats(entry["q"]), positions);
    const Floats k = support::repeated(floats(entry["k"]), positions);
    const auto expectDeviation = [&](const Floats& left, const Floats& right, const json& want) {
      const Floats scores = support::scored(left, right, {positions, positions, d});
      EXPECT_NEAR(support::deviation(scores, positions), want["max_deviation_q_k"].get<double>(), tolerance);
    };
    Floats left(q.size());
    Floats right(k.size());
    for (const auto& [apply, key] :
         {std::pair{&ropescope::addSinusoidal, "add"}, {&ropescope::multiplySinusoidal, "multiply"}}) {
      ASSERT_EQ(apply(left, q, {positions, d}, {.inverseFrequencies = frequencies}), Status::ok);
      ASSERT_EQ(apply(right, k, {positions, d}, {.inverseFrequencies = frequencies}), Status::ok);
      expectDeviation(left, right, entry[key]);
    }
    expectDeviation(support::rotated(q, {positions, d}, {.inverseFrequencies = frequencies}),
                    support::rotated(k, {positions, d}, {.inverseFrequencies = frequencies}),
                    entry["rope_interleaved"]);
  }
}

TEST(Golden, HasTheBitsOfTheCommittedLearnedTables) {
  const auto file = golden("learned_hashes");
  for (const json& entry : file["values"]) {
    const std::size_t dimensions = entry["dimensions"];
    Floats out(entry["rows"].get<std::size_t>() * dimensions);
    const auto stream = entry["stream"] == "words" ? ropescope::Stream::words : ropescope::Stream::positions;
    ASSERT_EQ(ropescope::learnedTable(out, dimensions, {.seed = entry["seed"], .stream = stream}),
              Status::ok);
    std::uint32_t hash = 2166136261U;
    for (const float value : out) {
      std::uint32_t bits = 0;
      std::memcpy(&bits, &value, sizeof bits);
      for (unsigned shift = 0; shift < 32; shift += 8) hash = (hash ^ ((bits >> shift) & 255U)) * 16777619U;
    }
    EXPECT_EQ(hash, entry["fnv1a32"].get<std::uint32_t>()) << entry;
  }
}

}  // namespace
