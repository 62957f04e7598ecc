#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "support.hpp"

/// The reference data of tests/golden.
namespace support {

using nlohmann::json;

inline json golden(const std::string& name) {
  std::ifstream file(std::string(GOLDEN_FOLDER) + "/" + name + ".json");
  EXPECT_TRUE(file.is_open()) << name;
  return json::parse(file);
}

template <class Number>
void flatten(const json& nested, std::vector<Number>& into) {
  if (nested.is_array()) {
    for (const json& part : nested) flatten(part, into);
  } else {
    into.push_back(nested.get<Number>());
  }
}

inline Floats floats(const json& nested) {
  Floats values;
  flatten(nested, values);
  return values;
}

inline Doubles doubles(const json& nested) {
  Doubles values;
  flatten(nested, values);
  return values;
}

/// The cosines and sines of an entry of rope_cos_sin_tables, for its inverse frequencies.
inline void expectTables(const json& file, const json& entry, const Doubles& frequencies) {
  for (std::size_t n = 0; n < entry["positions"].size(); ++n) {
    const double p = entry["positions"][n];
    const double tolerance = file["tolerance"][p <= 100 ? "abs_pos_le_100" : "abs_pos_le_4095"];
    Floats cos(frequencies.size());
    Floats sin(frequencies.size());
    ASSERT_EQ(ropescope::cosSin(cos, sin, 1, {.inverseFrequencies = frequencies, .start = p}),
              ropescope::Status::ok);
    expectNear(cos, floats(entry["cos"][n]), tolerance);
    expectNear(sin, floats(entry["sin"][n]), tolerance);
  }
}

}  // namespace support
