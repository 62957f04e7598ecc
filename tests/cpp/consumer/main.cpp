#include <array>
#include <ropescope/ropescope.hpp>

int main() {
  std::array<double, 2> frequencies{};
  std::array<float, 4> row{};
  const bool good =
      ropescope::inverseFrequencies(frequencies, 4, 10000) == ropescope::Status::ok &&
      ropescope::sinusoidal(row, {1, 4}, {.inverseFrequencies = frequencies}) == ropescope::Status::ok;
  return good && row[1] == 1.0F ? 0 : 1;
}
