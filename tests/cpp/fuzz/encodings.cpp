#include <cmath>

#include "input.hpp"

namespace {

using namespace ropescope;

constexpr std::size_t most = 24;

ropescope::Precision precisionOf(Input& input) {
  return {static_cast<Format>(input.upTo(3)), static_cast<Format>(input.upTo(3)),
          static_cast<Format>(input.upTo(3)), input.flag()};
}

void requireFinite(Status status, std::span<const float> out) {
  require(status != Status::ok || firstNonFinite(out) == out.size());
}

void sinusoids(Input& input) {
  const Grid grid{input.size(input.upTo(most)), input.size(input.upTo(most))};
  const std::size_t rows = input.upTo(most);
  const auto length = input.size(rows * (grid.dimensions % 64)) % 4096;
  const auto frequencies = input.reals(input.size(frequencyCount(grid.dimensions)) % 4096);
  const Sinusoid sinusoid{frequencies, input.real(), static_cast<Layout>(input.upTo(1))};
  const auto x = input.list<float>(input.size(length) % 4096);
  std::vector<float> out(length);
  switch (input.upTo(2)) {
    case 0:
      requireFinite(sinusoidal(out, grid, sinusoid), out);
      break;
    case 1:
      requireFinite(addSinusoidal(out, x, grid, sinusoid), out);
      break;
    default:
      requireFinite(multiplySinusoidal(out, x, grid, sinusoid), out);
  }
}

void rotations(Input& input) {
  const std::size_t pairs = 1 + input.upTo(most / 2);
  const Grid grid{input.size(1 + input.upTo(most)), input.size(2 * pairs + input.upTo(3))};
  const auto frequencies = input.reals(input.size(pairs) % 4096);
  const auto positions = input.reals(input.flag() ? input.size(grid.positions) % 4096 : 0);
  const Angles angles{frequencies, input.real(), positions, input.real(), precisionOf(input)};
  if (input.flag()) {
    std::vector<float> cosines(input.size((grid.positions % 64) * frequencies.size()) % 4096);
    std::vector<float> sines(input.size(cosines.size()) % 4096);
    const Status status = cosSin(cosines, sines, grid.positions, angles);
    requireFinite(status, cosines);
    requireFinite(status, sines);
    return;
  }
  const auto x = input.list<float>(input.size((grid.positions % 64) * (grid.dimensions % 64)) % 4096);
  std::vector<float> out(input.size(x.size()) % 4096);
  requireFinite(rotate(out, x, grid, angles, static_cast<Pairing>(input.upTo(1))), out);
}

void tables(Input& input) {
  const Learned learned{input.raw<std::uint32_t>(), static_cast<Stream>(input.upTo(6))};
  const std::size_t dimensions = input.size();
  const std::size_t rows = input.upTo(most);
  const auto length = input.size(rows * (dimensions % 64)) % 4096;
  std::vector<float> out(length);
  switch (input.upTo(2)) {
    case 0:
      requireFinite(learnedTable(out, dimensions, learned), out);
      break;
    case 1: {
      const auto ids = input.list<std::uint32_t>(input.size(rows) % 4096);
      requireFinite(learnedRows(out, ids, dimensions, learned), out);
      break;
    }
    default: {
      const auto ids = input.list<std::int32_t>(input.size(rows) % 4096);
      const auto table = input.list<float>(input.size(length) % 4096);
      requireFinite(lookup(out, table, dimensions, ids), out);
    }
  }
}

void biases(Input& input) {
  const BiasSizes sizes{input.size(), input.size(),
                        input.flag() ? input.raw<std::int8_t>() : input.raw<std::int64_t>()};
  const std::size_t area = (sizes.queries % 64) * (sizes.keys % 64);
  if (input.flag()) {
    std::vector<std::int32_t> out(input.size(area) % 4096);
    const Buckets buckets{input.flag() ? input.raw<std::int8_t>() : input.raw<std::int32_t>(),
                          input.flag() ? input.raw<std::int8_t>() : input.raw<std::int32_t>(), input.flag()};
    if (t5Buckets(out, sizes, buckets) != Status::ok) return;
    for (const auto id : out) require(id >= 0 && id < buckets.count);
    return;
  }
  std::vector<double> slopes(input.size() % 4096);
  if (alibiSlopes(slopes) != Status::ok) return;
  std::vector<float> out(input.size(area * slopes.size()) % 16384);
  if (alibiBias(out, slopes, sizes) != Status::ok) return;
  for (const float bias : out) require(bias <= 0);
}

void products(Input& input) {
  const ScoreSizes sizes{input.size(), input.size(), input.size()};
  const std::size_t tables = input.upTo(3);
  const std::size_t dimensions = sizes.dimensions % 64;
  const auto q = input.list<float>(input.size(tables * (sizes.queries % 64) * dimensions) % 4096);
  const auto k = input.list<float>(input.size(tables * (sizes.keys % 64) * dimensions) % 4096);
  std::vector<float> out(input.size(tables * (sizes.queries % 64) * (sizes.keys % 64)) % 4096);
  requireFinite(scores(out, q, k, sizes), out);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input({data, size});
  switch (input.upTo(4)) {
    case 0:
      sinusoids(input);
      break;
    case 1:
      rotations(input);
      break;
    case 2:
      tables(input);
      break;
    case 3:
      biases(input);
      break;
    default:
      products(input);
  }
  return 0;
}
