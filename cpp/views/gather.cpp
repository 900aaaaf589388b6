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

/// How many cells the plane has on an axis.
std::int64_t line_size(const Layer& layer, const Axis& axis) {
  if (layer.operation == Operation::conv2d) return reached(axis);
  return axis.fine + axis.dilation * (axis.taps - 1);
}

/// How many links each cell of X has along an axis.
std::vector<std::uint32_t> links_of_input(const Layer& layer, const Axis& axis) {
  return layer.operation == Operation::conv2d ? links_of_fine(axis) : links_of_coarse(axis);
}

/// One axis of the plane: for each of its cells a cell of X, or a zero.
std::vector<std::int32_t> gather_line(const Layer& layer, const Axis& axis) {
  std::vector<std::int32_t> line(line_size(layer, axis), padding_zero);
  if (layer.operation == Operation::conv2d) {
    for (std::int64_t cell = 0; cell < axis.fine; ++cell) {
      line[axis.padding + cell] = static_cast<std::int32_t>(cell);
    }
    return line;
  }
  const auto reach = axis.dilation * (axis.taps - 1);
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

std::vector<std::int32_t> unused_cells(const Layer& layer, const Axis& axis) {
  const auto links = links_of_input(layer, axis);
  std::vector<std::int32_t> unused;
  unused.reserve(static_cast<std::size_t>(std::count(links.begin(), links.end(), 0)));
  for (std::size_t cell = 0; cell < links.size(); ++cell) {
    if (links[cell] == 0) unused.push_back(static_cast<std::int32_t>(cell));
  }
  return unused;
}

std::size_t unused_count(const Layer& layer, const Axis& axis) {
  const auto links = links_of_input(layer, axis);
  return static_cast<std::size_t>(std::count(links.begin(), links.end(), 0));
}

Steps steps(const Layer& layer) {
  return {gather_plane(layer), full_output(layer), unused_cells(layer, layer.height),
          unused_cells(layer, layer.width)};
}

double steps_bytes(const Layer& layer) {
  const auto of_axis = [&layer](const Axis& axis, std::size_t input) {
    // The unused cells are found by a count for each.
    return static_cast<double>(line_size(layer, axis)) + 2 * static_cast<double>(input);
  };
  return sizeof(std::int32_t) *
         (of_axis(layer.height, layer.x[2]) + of_axis(layer.width, layer.x[3]));
}

}  // namespace conv
