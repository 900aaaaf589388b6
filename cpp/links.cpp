#include "links.hpp"

#include <algorithm>

#include "span.hpp"

namespace conv {
namespace {

/// One link of an axis: fine = coarse * stride + tap * dilation - padding.
struct AxisLink {
  std::int64_t coarse;
  std::int64_t tap;
  std::int64_t fine;
};

/// The links of one cell's row or column on an axis, whose role depends on the operation: by tap,
/// from its first coarse cell to its last.
std::vector<AxisLink> axis_links(const Layer& layer, const Axis& axis, Operand operand,
                                 std::size_t index) {
  const auto cell = static_cast<std::int64_t>(index);
  std::vector<AxisLink> links;
  if (operand == Operand::k) {
    const auto span = coarse_span(axis, cell);
    for (auto coarse = span.begin; coarse < span.end; ++coarse) {
      links.push_back({coarse, cell, axis.fine_of(coarse, cell)});
    }
    return links;
  }
  const bool fills_coarse = layer.operation == Operation::conv2d;
  const bool is_coarse = (operand == Operand::y) == fills_coarse;
  for (std::int64_t i = 0; i < axis.taps; ++i) {
    // In the order of x: with each tap the partner of a fine cell lies further to the front.
    const auto tap = operand == Operand::y && !fills_coarse ? axis.taps - 1 - i : i;
    const auto fine = is_coarse ? axis.fine_of(cell, tap) : cell;
    const auto coarse = is_coarse ? cell : axis.coarse_of(cell, tap).value_or(-1);
    if (coarse >= 0 && fine >= 0 && fine < axis.fine) links.push_back({coarse, tap, fine});
  }
  return links;
}

/// No fewer than these: two of the three numbers of a link determine the third.
double most_axis_links(const Axis& axis, Operand operand) {
  const auto others = operand == Operand::k ? axis.coarse : axis.taps;
  return static_cast<double>(std::min({others, std::max(axis.coarse, axis.fine)}));
}

/// One pairing of whole planes: a batch item, an input and an output channel.
struct PlaneLink {
  std::size_t batch;
  std::size_t input;
  std::size_t output;
};

std::size_t plane_count(const Layer& layer, Operand operand) {
  switch (operand) {
    case Operand::x:
      return layer.outputs_per_group();
    case Operand::y:
      return layer.inputs_per_group();
    default:
      return layer.x[0];
  }
}

std::vector<PlaneLink> plane_links(const Layer& layer, Operand operand, std::size_t first,
                                   std::size_t second) {
  const auto inputs = layer.inputs_per_group();
  const auto outputs = layer.outputs_per_group();
  std::vector<PlaneLink> links;
  links.reserve(plane_count(layer, operand));
  if (operand == Operand::y) {
    const auto group = second / outputs;
    for (std::size_t i = 0; i < inputs; ++i) links.push_back({first, group * inputs + i, second});
  } else if (operand == Operand::x) {
    const auto group = second / inputs;
    for (std::size_t o = 0; o < outputs; ++o) links.push_back({first, second, group * outputs + o});
  } else {
    const bool transposed = layer.operation == Operation::conv_transpose2d;
    const auto group = first / (transposed ? inputs : outputs);
    const auto input = transposed ? first : group * inputs + second;
    const auto output = transposed ? group * outputs + second : first;
    for (std::size_t n = 0; n < layer.x[0]; ++n) links.push_back({n, input, output});
  }
  return links;
}

std::uint32_t offset(const Shape& shape, std::size_t a, std::size_t b, std::int64_t row,
                     std::int64_t column) {
  return static_cast<std::uint32_t>(((a * shape[1] + b) * shape[2] + row) * shape[3] + column);
}

Link joined(const Layer& layer, const PlaneLink& plane, const AxisLink& row,
            const AxisLink& column) {
  const auto weight =
      offset(layer.k, 0, layer.kernel_plane(plane.input, plane.output), row.tap, column.tap);
  if (layer.operation == Operation::conv2d) {
    return {offset(layer.x, plane.batch, plane.input, row.fine, column.fine), weight,
            offset(layer.y, plane.batch, plane.output, row.coarse, column.coarse)};
  }
  return {offset(layer.x, plane.batch, plane.input, row.coarse, column.coarse), weight,
          offset(layer.y, plane.batch, plane.output, row.fine, column.fine)};
}

const Shape& shape_of(const Layer& layer, Operand operand) {
  switch (operand) {
    case Operand::x:
      return layer.x;
    case Operand::k:
      return layer.k;
    default:
      return layer.y;
  }
}

}  // namespace

std::vector<Link> links_of(const Layer& layer, Operand operand, std::size_t cell) {
  const auto& shape = shape_of(layer, operand);
  if (cell >= cells(shape)) return {};
  const auto column = cell % shape[3];
  const auto row = cell / shape[3] % shape[2];
  const auto second = cell / shape[3] / shape[2] % shape[1];
  const auto first = cell / shape[3] / shape[2] / shape[1];

  const auto rows = axis_links(layer, layer.height, operand, row);
  const auto columns = axis_links(layer, layer.width, operand, column);
  const auto planes = plane_links(layer, operand, first, second);
  std::vector<Link> links;
  links.reserve(planes.size() * rows.size() * columns.size());
  for (const auto& plane : planes) {
    for (const auto& row_link : rows) {
      for (const auto& column_link : columns) {
        links.push_back(joined(layer, plane, row_link, column_link));
      }
    }
  }
  return links;
}

double links_bytes(const Layer& layer, Operand operand) {
  const auto rows = most_axis_links(layer.height, operand);
  const auto columns = most_axis_links(layer.width, operand);
  const auto planes = static_cast<double>(plane_count(layer, operand));
  // The lists of an axis grow, each beside the one before.
  return planes * rows * columns * sizeof(Link) + 3 * (rows + columns) * sizeof(AxisLink) +
         planes * sizeof(PlaneLink);
}

std::vector<Link> all_links(const Layer& layer) {
  std::vector<Link> links;
  for (std::size_t cell = 0; cell < cells(layer.y); ++cell) {
    const auto of_cell = links_of(layer, Operand::y, cell);
    links.insert(links.end(), of_cell.begin(), of_cell.end());
  }
  return links;
}

}  // namespace conv
