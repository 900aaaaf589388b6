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

std::vector<AxisLink> links_of_tap(const Axis& axis, std::int64_t tap) {
  std::vector<AxisLink> links;
  const auto span = coarse_span(axis, tap);
  for (auto coarse = span.begin; coarse < span.end; ++coarse) {
    links.push_back({coarse, tap, axis.fine_of(coarse, tap)});
  }
  return links;
}

std::vector<AxisLink> links_of_coarse(const Axis& axis, std::int64_t coarse) {
  std::vector<AxisLink> links;
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto fine = axis.fine_of(coarse, tap);
    if (fine >= 0 && fine < axis.fine) links.push_back({coarse, tap, fine});
  }
  return links;
}

std::vector<AxisLink> links_of_fine(const Axis& axis, std::int64_t fine) {
  std::vector<AxisLink> links;
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    if (const auto coarse = axis.coarse_of(fine, tap)) links.push_back({*coarse, tap, fine});
  }
  return links;
}

/// The links of one cell's row or column on an axis, whose role depends on the operation.
std::vector<AxisLink> axis_links(const Layer& layer, const Axis& axis, Operand operand,
                                 std::size_t index) {
  const auto cell = static_cast<std::int64_t>(index);
  if (operand == Operand::k) return links_of_tap(axis, cell);
  const bool fills_coarse = layer.operation == Operation::conv2d;
  auto links = (operand == Operand::y) == fills_coarse ? links_of_coarse(axis, cell)
                                                       : links_of_fine(axis, cell);
  // By tap. Of a fine cell, that is from its last coarse cell to its first.
  if (operand == Operand::y && !fills_coarse) std::reverse(links.begin(), links.end());
  return links;
}

/// One pairing of whole planes: a batch item, an input and an output channel.
struct PlaneLink {
  std::size_t batch;
  std::size_t input;
  std::size_t output;
};

std::vector<PlaneLink> plane_links(const Layer& layer, Operand operand, std::size_t first,
                                   std::size_t second) {
  const auto inputs = layer.inputs_per_group();
  const auto outputs = layer.outputs_per_group();
  std::vector<PlaneLink> links;
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
  if (layer.operation == Operation::conv2d) {
    return {offset(layer.x, plane.batch, plane.input, row.fine, column.fine),
            offset(layer.k, plane.output, plane.input % layer.k[1], row.tap, column.tap),
            offset(layer.y, plane.batch, plane.output, row.coarse, column.coarse)};
  }
  return {offset(layer.x, plane.batch, plane.input, row.coarse, column.coarse),
          offset(layer.k, plane.input, plane.output % layer.k[1], row.tap, column.tap),
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
  std::vector<Link> links;
  for (const auto& plane : plane_links(layer, operand, first, second)) {
    for (const auto& row_link : rows) {
      for (const auto& column_link : columns) {
        links.push_back(joined(layer, plane, row_link, column_link));
      }
    }
  }
  return links;
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
