#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "ropescope/ropescope.hpp"

/// What ropescope-train is asked for.
namespace tools {

inline constexpr std::size_t defaultSteps = 500;
inline constexpr std::array<const char*, 4> encodings = {"learned", "sinusoidal", "rotary", "none"};

/// What may stand for a setting, and where it goes.
struct Range {
  double least;
  double most;
  double* number = nullptr;
  std::size_t* whole = nullptr;
};

struct Run {
  ropescope::Training training;
  std::size_t steps = defaultSteps;
};

/// Puts a number that lies in its range where it goes; answers 0, or the exit code of what it has refused.
int put(std::string_view name, std::string_view value, const Range& range);

/// Reads name=value arguments; answers 0, or the exit code of what it has refused.
int read(std::span<char* const> arguments, Run& out);

}  // namespace tools
