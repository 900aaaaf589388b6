#include "gather.hpp"

#include <algorithm>

#include "span.hpp"

namespace conv {
namespace {

/// How far the fine cells go that there are, or that a stamp or a window reaches, counted from
/// where the padding begins.
std::int64_t reached(const Axis& axis) {
  const auto extent = axis.dilation * (axis.taps - 1) + 1;
  return std::max(axis.padding + axis.fine, (axis.coarse - 1) * axis.stride + extent);
}

/// One axis of the plane: for each of its cells a cell of X, or a zero.
std::vector<std::int32_t> gather_line(const Layer& layer, const Axis& axis) {
  if (layer.operation == Operation::conv2d) {
    std::vector<std::int32_t> line(reached(axis), padding_zero);
    for (std::int64_t cell = 0; cell < axis.fine; ++cell) {
      line[axis.padding + cell] = static_cast<std::int32_t>(cell);
    }
    return line;
  }
  const auto reach = axis.dilation * (axis.taps - 1);
  std::vector<std::int32_t> line(axis.fine + reach, padding_zero);
  const auto size = static_cast<std::int64_t>(line.size());
  const auto place = [&](std::int64_t cell) { return cell * axis.stride + reach - axis.padding; };
  const auto put = [&](std::int64_t at, std::int32_t source) {
    if (at >= 0 && at < size) line[at] = source;
  };
  for (std::int64_t cell = 0; cell < axis.coarse; ++cell) {
    put(place(cell), static_cast<std::int32_t>(cell));
    if (cell + 1 == axis.coarse) continue;
    for (auto at = place(cell) + 1; at < place(cell + 1); ++at) put(at, inserted_zero);
  }
  return line;
}

}  // namespace

GatherPlane gather_plane(const Layer& layer) {
  const bool transposed = layer.operation == Operation::conv_transpose2d;
  return {gather_line(layer, layer.height), gather_line(layer, layer.width),
          transposed ? 1 : layer.height.stride, transposed ? 1 : layer.width.stride, transposed};
}

FullOutput full_output(const Layer& layer) {
  const auto height = static_cast<std::int64_t>(layer.y[2]);
  const auto width = static_cast<std::int64_t>(layer.y[3]);
  if (layer.operation == Operation::conv2d) return {height, width, 0, 0};
  const auto& rows = layer.height;
  const auto& columns = layer.width;
  return {reached(rows), reached(columns), rows.padding, columns.padding};
}

std::vector<std::int64_t> unused_cells(const Layer& layer, const Axis& axis) {
  const bool transposed = layer.operation == Operation::conv_transpose2d;
  std::vector<bool> used(transposed ? axis.coarse : axis.fine, false);
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto span = coarse_span(axis, tap);
    for (auto coarse = span.begin; coarse < span.end; ++coarse) {
      used[transposed ? coarse : axis.fine_of(coarse, tap)] = true;
    }
  }
  std::vector<std::int64_t> unused;
  for (std::size_t cell = 0; cell < used.size(); ++cell) {
    if (!used[cell]) unused.push_back(static_cast<std::int64_t>(cell));
  }
  return unused;
}

}  // namespace conv
