#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "geometry.hpp"

namespace conv {

/// The coarse cells, from `begin` up to `end`, that one tap joins to fine cells of the plane. Those
/// left out would read padding (conv2d) or are cropped (conv_transpose2d).
struct Span {
  std::int64_t begin;
  std::int64_t end;

  bool empty() const { return begin >= end; }
};

inline Span coarse_span(const Axis& axis, std::int64_t tap) {
  const auto divided_up = [](std::int64_t a, std::int64_t b) {  // for b > 0, any sign of a
    return a / b + (a % b > 0 ? 1 : 0);
  };
  // fine >= 0 and fine < axis.fine, solved for the coarse cell
  const auto offset = axis.padding - tap * axis.dilation;
  return {std::max<std::int64_t>(0, divided_up(offset, axis.stride)),
          std::min(axis.coarse, divided_up(axis.fine + offset, axis.stride))};
}

/// How many links an axis has: pairs of a coarse cell and a tap whose fine cell lies on the plane.
double links_on(const Axis& axis);

/// How many links each cell of one side of an axis has; in time for taps and cells, not for links.
std::vector<std::uint32_t> links_of_coarse(const Axis& axis);
std::vector<std::uint32_t> links_of_fine(const Axis& axis);

/// visit(row, column) for each coarse cell that one tap joins to no cell of the fine plane: where a
/// conv2d reads its padding.
template <class Visit>
void for_each_outside(const Layer& layer, std::int64_t row_tap, std::int64_t column_tap,
                      const Visit& visit) {
  const auto rows = coarse_span(layer.height, row_tap);
  const auto columns = coarse_span(layer.width, column_tap);
  for (std::int64_t row = 0; row < layer.height.coarse; ++row) {
    const bool crosses = row >= rows.begin && row < rows.end;
    for (std::int64_t column = 0; column < layer.width.coarse; ++column) {
      if (!crosses || column < columns.begin || column >= columns.end) visit(row, column);
    }
  }
}

}  // namespace conv
