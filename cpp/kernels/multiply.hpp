#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "simd.hpp"

/// The one inner loop behind the fast kernels.
namespace conv::kernels {

/// The most output channels of one register tile. Fewer for doubles, which need not be as fast:
/// each number of rows takes code of its own.
template <class T>
constexpr std::size_t tile_rows = sizeof(T) == sizeof(float) ? 4 : 2;
/// How far multiply() may read and write past the end: more than the pixels of a register tile.
constexpr std::size_t slack = 32;

/// Weights (outputs, depth) in the order in which multiply() reads them: for each block of up to
/// tile_rows outputs, depth by depth, one weight for each output.
template <class T>
struct Packed {
  std::size_t outputs;
  std::size_t depth;
  const T* weights;
};

/// Writes outputs * depth weights in that order; weight(output, depth) gives each of them.
template <class T, class Weight>
Packed<T> pack(std::size_t outputs, std::size_t depth, T* to, const Weight& weight) {
  const Packed<T> packed{outputs, depth, to};
  for (std::size_t first = 0; first < outputs; first += tile_rows<T>) {
    const auto last = std::min(first + tile_rows<T>, outputs);
    for (std::size_t d = 0; d < depth; ++d) {
      for (auto output = first; output < last; ++output) *to++ = weight(output, d);
    }
  }
  return packed;
}

/// Pixels to compute: `rows` rows of `columns`, from the start of one to that of the next `pitch`.
struct Area {
  std::size_t rows;
  std::size_t columns;
  std::size_t pitch;
};

/// How many pixels of a row a register tile of so many outputs takes at once. Six to eight vectors
/// of sums, whatever the outputs: with more of them V8 runs out of registers.
template <class T>
constexpr std::size_t tile_columns(std::size_t outputs) {
  if (tile_rows<T> == 2) return 4 * lanes<T>;
  constexpr std::array<std::size_t, 4> by_outputs{6, 3, 2, 2};
  return by_outputs[std::min<std::size_t>(outputs, 4) - 1] * lanes<T>;
}

/// How many pixels multiply() computes for an area, with those at the end of each row that it
/// computes in vain.
inline std::size_t work(const Area& area, std::size_t tile_columns) {
  return area.rows * ((area.columns + tile_columns - 1) / tile_columns * tile_columns);
}

/// The area as one row, with what lies between its rows.
inline Area flattened(const Area& area) {
  return {1, area.rows == 0 ? 0 : (area.rows - 1) * area.pitch + area.columns, 0};
}

/// sums[o][p] = the sum over d of weight(o, d) * source[p + offsets[d]], for the pixels p of an
/// area. The sums of
/// one o are `row` long, which leaves `slack` behind the last pixel; what is in them beside the
/// area has no meaning afterwards, and as much may be read past the end of source. Offsets are in
/// bytes, which saves the inner loop a shift.
template <class T>
void multiply(const Packed<T>& weights, const std::int32_t* offsets, const T* source,
              const Area& area, T* sums, std::size_t row);

}  // namespace conv::kernels
