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

}  // namespace support
