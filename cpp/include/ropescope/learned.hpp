#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "ropescope/status.hpp"

namespace ropescope {

/// Tables of one seed that have nothing to do with each other. Those after the first two are what
/// training.hpp begins with.
enum class Stream : int {
  positions = 0,
  words = 1,
  queryWeights = 2,
  keyWeights = 3,
  query = 4,
  key = 5,
  heldOut = 6
};

/// Which table of normal numbers.
struct Learned {
  std::uint32_t seed = 0;
  Stream stream = Stream::positions;
};

/// A table as a model has it before training: rows of N(0, 1), `dimensions` features each; out.size() is a
/// multiple of `dimensions`. Each number is a function of seed, stream, row and feature alone (normalOf of a
/// word of philox), so a table with more rows or dimensions begins with the same numbers, and every machine
/// gives the same bits. Answers badSize.
[[nodiscard]] Status learnedTable(std::span<float> out, std::size_t dimensions, Learned learned) noexcept;

/// Rows of that table without the table: out is ids.size() × dimensions. Any id of 32 bits has a row.
/// Answers badSize.
[[nodiscard]] Status learnedRows(std::span<float> out, std::span<const std::uint32_t> ids,
                                 std::size_t dimensions, Learned learned) noexcept;

/// Rows of a given table: out[n] = table[ids[n]]; table.size() is a multiple of `dimensions`, out is
/// ids.size() × dimensions and does not overlap the table. This is torch's nn.Embedding. Answers badSize,
/// badId or notFinite (of the rows that are asked for).
[[nodiscard]] Status lookup(std::span<float> out, std::span<const float> table, std::size_t dimensions,
                            std::span<const std::int32_t> ids) noexcept;

/// Philox 4x32-10: four random words from a counter and a key. Source: Salmon, Moraes, Dror and Shaw 2011,
/// "Parallel Random Numbers: As Easy as 1, 2, 3", SC '11.
[[nodiscard]] std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                  std::array<std::uint32_t, 2> key) noexcept;

/// The number that a standard normal variable stays below with probability (bits + ½) / 2³²: from −6.34
/// to 6.34, by the rational functions of Wichura 1988, "Algorithm AS 241", Applied Statistics 37. It uses + −
/// × ÷ √ and frexp only, which IEEE 754 rounds the same everywhere.
[[nodiscard]] double normalOf(std::uint32_t bits) noexcept;

}  // namespace ropescope
