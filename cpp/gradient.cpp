#include "gradient.hpp"

#include <algorithm>
#include <cmath>

#include "operator_matrix.hpp"
#include "span.hpp"

namespace conv {
namespace {

/// Calls add(x, k, y) with the offsets of every link of two planes, whose cells begin at x and y
/// and the weights that join them at k. Stays clear of lists of links: there may be a billion.
template <class Add>
void for_each_link(const Layer& layer, std::size_t x, std::size_t k, std::size_t y, Add add) {
  const bool fills_coarse = layer.operation == Operation::conv2d;
  const auto offset = [](std::size_t plane, std::int64_t row, std::int64_t width,
                         std::int64_t column) {
    return plane + static_cast<std::size_t>(row * width + column);
  };
  for (std::int64_t row_tap = 0; row_tap < layer.height.taps; ++row_tap) {
    const auto rows = coarse_span(layer.height, row_tap);
    for (std::int64_t column_tap = 0; column_tap < layer.width.taps; ++column_tap, ++k) {
      const auto columns = coarse_span(layer.width, column_tap);
      for (auto row = rows.begin; row < rows.end; ++row) {
        for (auto column = columns.begin; column < columns.end; ++column) {
          const auto fine_row = layer.height.fine_of(row, row_tap);
          const auto fine_column = layer.width.fine_of(column, column_tap);
          const auto width = layer.width.fine;
          if (fills_coarse) {
            add(offset(x, fine_row, width, fine_column), k,
                offset(y, row, layer.width.coarse, column));
          } else {
            add(offset(x, row, layer.width.coarse, column), k,
                offset(y, fine_row, width, fine_column));
          }
        }
      }
    }
  }
}

std::size_t plane_of(const Shape& shape, std::size_t first, std::size_t second) {
  return (first * shape[1] + second) * shape[2] * shape[3];
}

}  // namespace

Gradient gradient(const Layer& layer, const Tensor<double>& x, const Tensor<double>& k,
                  const Tensor<double>& dy) {
  Gradient result{Tensor<double>(layer.x, 0.0), Tensor<double>(layer.k, 0.0),
                  Bias<double>(std::array{layer.y[1]}, 0.0)};
  const auto* xs = x.data();
  const auto* ks = k.data();
  const auto* dys = dy.data();
  auto* dxs = result.x.data();
  auto* dks = result.k.data();
  const bool transposes = layer.operation == Operation::conv_transpose2d;
  const auto plane = layer.y[2] * layer.y[3];
  for (std::size_t n = 0; n < layer.x[0]; ++n) {
    for (std::size_t output = 0; output < layer.y[1]; ++output) {
      const auto dy_plane = plane_of(layer.y, n, output);
      for (std::size_t cell = 0; cell < plane; ++cell) result.bias(output) += dys[dy_plane + cell];

      const auto group = output / layer.outputs_per_group();
      for (std::size_t i = 0; i < layer.inputs_per_group(); ++i) {
        const auto input = group * layer.inputs_per_group() + i;
        const auto weights = transposes
                                 ? plane_of(layer.k, input, output % layer.outputs_per_group())
                                 : plane_of(layer.k, output, i);
        for_each_link(layer, plane_of(layer.x, n, input), weights, dy_plane,
                      [&](std::size_t at_x, std::size_t at_k, std::size_t at_y) {
                        dxs[at_x] += ks[at_k] * dys[at_y];
                        dks[at_k] += xs[at_x] * dys[at_y];
                      });
      }
    }
  }
  return result;
}

Request transposed(const Request& request, const Layer& layer) {
  const auto back = transposed(layer);
  Request result{back.operation, {back.x.begin(), back.x.end()}, request.k, {}, request.settings};
  auto& output_padding = result.settings.output_padding;
  output_padding = {0};
  if (back.operation == Operation::conv2d) return result;
  const auto lacking = [&](AxisName name, const Axis& axis) {
    auto settings = along(name, request.settings);
    settings.output_padding = 0;
    return static_cast<double>(axis.fine) - output_size(back.operation,
                                                        static_cast<double>(axis.coarse),
                                                        static_cast<double>(axis.taps), settings);
  };
  output_padding = {lacking(AxisName::height, layer.height), lacking(AxisName::width, layer.width)};
  if (output_padding[0] == output_padding[1]) output_padding.pop_back();
  return result;
}

double difference(const Tensor<double>& a, const Tensor<double>& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max(largest, std::abs(a.data()[i] - b.data()[i]));
  }
  return largest;
}

}  // namespace conv
