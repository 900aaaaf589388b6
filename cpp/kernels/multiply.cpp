#include "multiply.hpp"

#include <algorithm>
#include <array>

namespace conv::kernels {
namespace {

/// How many products are added up before the next pixels: as many as leave their source cells in
/// the first-level cache for all outputs.
constexpr std::size_t depth_step = 512;

template <class T>
const T* advanced(const T* from, std::int32_t bytes) {
  return reinterpret_cast<const T*>(reinterpret_cast<const char*>(from) + bytes);
}

/// A register tile: Rows outputs by Columns vectors of pixels. Kept out of line so that the
/// compiler sees nothing but the accumulators to keep in registers.
template <std::size_t Rows, std::size_t Columns, class T>
[[gnu::noinline]] void tile(const T* weights, const std::int32_t* offsets, std::size_t depth,
                            const T* source, T* sums, std::size_t row, bool continued) {
  std::array<std::array<Vector<T>, Columns>, Rows> sum;
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t c = 0; c < Columns; ++c) {
      sum[r][c] = continued ? load(sums + r * row + c * lanes<T>) : Vector<T>{};
    }
  }
  for (const auto* end = offsets + depth; offsets != end; ++offsets) {
    const auto* from = advanced(source, *offsets);
    if constexpr (Rows < Columns) {
      std::array<Vector<T>, Rows> weight;
      for (std::size_t r = 0; r < Rows; ++r) weight[r] = splat(*weights++);
      for (std::size_t c = 0; c < Columns; ++c) {
        const auto cells = load(from + c * lanes<T>);
        for (std::size_t r = 0; r < Rows; ++r)
          sum[r][c] = multiply_add(weight[r], cells, sum[r][c]);
      }
    } else {
      std::array<Vector<T>, Columns> cells;
      for (std::size_t c = 0; c < Columns; ++c) cells[c] = load(from + c * lanes<T>);
      for (std::size_t r = 0; r < Rows; ++r) {
        const auto weight = splat(*weights++);
        for (std::size_t c = 0; c < Columns; ++c) {
          sum[r][c] = multiply_add(weight, cells[c], sum[r][c]);
        }
      }
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    for (std::size_t c = 0; c < Columns; ++c) store(sums + r * row + c * lanes<T>, sum[r][c]);
  }
}

/// Blocks of Rows outputs each, all pixels. Pixels go outside, so that the cells that one tile
/// brought into the cache serve all outputs.
template <std::size_t Rows, std::size_t Columns, class T>
void blocks(std::size_t count, const Packed<T>& packed, const std::int32_t* offsets,
            const T* source, const Area& area, T* sums, std::size_t row) {
  const auto depth = packed.depth;
  const auto steps = (depth + depth_step - 1) / depth_step;
  for (std::size_t step = 0; step < steps; ++step) {
    const auto d = depth * step / steps, end = depth * (step + 1) / steps;
    for (std::size_t i = 0; i < area.rows; ++i) {
      for (std::size_t j = 0; j < area.columns; j += Columns * lanes<T>) {
        const auto pixel = i * area.pitch + j;
        for (std::size_t block = 0; block < count; ++block) {
          tile<Rows, Columns>(packed.weights + (block * depth + d) * Rows, offsets + d, end - d,
                              source + pixel, sums + block * Rows * row + pixel, row, d > 0);
        }
      }
    }
  }
}

/// The area, flattened where a tile would reach from a row into the next and add its products there
/// a second time.
[[gnu::noinline]] Area fitting(const Area& area, std::size_t tile_columns) {
  const bool fits = area.rows < 2 || work({1, area.columns, 0}, tile_columns) <= area.pitch;
  return fits ? area : flattened(area);
}

}  // namespace

template <class T>
void multiply(const Packed<T>& weights, const std::int32_t* offsets, const T* source,
              const Area& area, T* sums, std::size_t row) {
  const auto full = weights.outputs / tile_rows<T>, done = full * tile_rows<T>;
  const Packed<T> rest{weights.outputs - done, weights.depth,
                       weights.weights + done * weights.depth};
  const auto all = fitting(area, tile_columns<T>(weights.outputs));
  auto* last = sums + done * row;
  if constexpr (tile_rows<T> == 4) {
    blocks<4, 2>(full, weights, offsets, source, all, sums, row);
    const auto left = fitting(area, tile_columns<T>(std::max<std::size_t>(1, rest.outputs)));
    if (rest.outputs == 1) blocks<1, 6>(1, rest, offsets, source, left, last, row);
    if (rest.outputs == 2) blocks<2, 3>(1, rest, offsets, source, left, last, row);
    if (rest.outputs == 3) blocks<3, 2>(1, rest, offsets, source, left, last, row);
  } else {
    blocks<2, 4>(full, weights, offsets, source, all, sums, row);
    if (rest.outputs == 1) blocks<1, 4>(1, rest, offsets, source, all, last, row);
  }
}

template void multiply(const Packed<float>&, const std::int32_t*, const float*, const Area&, float*,
                       std::size_t);
template void multiply(const Packed<double>&, const std::int32_t*, const double*, const Area&,
                       double*, std::size_t);

}  // namespace conv::kernels
