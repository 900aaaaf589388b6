#pragma once

#include <cstddef>
#include <cstdint>

#include "simd.hpp"

/// The one inner loop behind the fast kernels.
namespace conv::kernels {

/// The most output channels of one register tile.
constexpr std::size_t tile_rows = 4;
/// The most pixels of one register tile, and so how far multiply() may read and write past the end.
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
  for (std::size_t first = 0; first < outputs; first += tile_rows) {
    const auto last = first + tile_rows < outputs ? first + tile_rows : outputs;
    for (std::size_t d = 0; d < depth; ++d) {
      for (auto output = first; output < last; ++output) *to++ = weight(output, d);
    }
  }
  return packed;
}

/// sums[o][p] = the sum over d of weight(o, d) * source[p + offsets[d]], for `pixels` p's. A row of
/// sums is `row` long, at least pixels + slack; what is past `pixels` has no meaning afterwards,
/// and as much may be read past the end of source. Offsets are in bytes, which saves the inner loop
/// a shift.
template <class T>
void multiply(const Packed<T>& weights, const std::int32_t* offsets, const T* source,
              std::size_t pixels, T* sums, std::size_t row);

}  // namespace conv::kernels
