#include "gradient.hpp"

#include <algorithm>
#include <cmath>

#include "convolution.hpp"
#include "kernels/kernel.hpp"
#include "largest.hpp"
#include "span.hpp"

namespace conv {
namespace {

/// The links of one row of a tap: so many, their cells that far apart.
struct LinkRow {
  std::size_t x;
  std::size_t y;
  std::size_t x_step;
  std::size_t y_step;
  std::size_t count;
};

/// Calls add(row, k) for the links of two planes, whose cells begin at x and y and the weights that
/// join them at k. Stays clear of lists of links: there may be a billion.
template <class Add>
void for_each_row(const Layer& layer, std::size_t x, std::size_t k, std::size_t y, Add add) {
  const bool fills_coarse = layer.operation == Operation::conv2d;
  const auto offset = [](std::int64_t row, std::int64_t width, std::int64_t column) {
    return static_cast<std::size_t>(row * width + column);
  };
  for (std::int64_t row_tap = 0; row_tap < layer.height.taps; ++row_tap) {
    const auto rows = coarse_span(layer.height, row_tap);
    for (std::int64_t column_tap = 0; column_tap < layer.width.taps; ++column_tap, ++k) {
      const auto columns = coarse_span(layer.width, column_tap);
      if (columns.empty()) continue;
      const auto count = static_cast<std::size_t>(columns.end - columns.begin);
      const auto step = static_cast<std::size_t>(layer.width.stride);
      for (auto row = rows.begin; row < rows.end; ++row) {
        const auto coarse = offset(row, layer.width.coarse, columns.begin);
        const auto fine = offset(layer.height.fine_of(row, row_tap), layer.width.fine,
                                 layer.width.fine_of(columns.begin, column_tap));
        add(fills_coarse ? LinkRow{x + fine, y + coarse, step, 1, count}
                         : LinkRow{x + coarse, y + fine, 1, step, count},
            k);
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
  const auto plane = layer.y[2] * layer.y[3];
  for (std::size_t n = 0; n < layer.x[0]; ++n) {
    for (std::size_t output = 0; output < layer.y[1]; ++output) {
      const auto dy_plane = plane_of(layer.y, n, output);
      for (std::size_t cell = 0; cell < plane; ++cell) result.bias(output) += dys[dy_plane + cell];

      const auto group = output / layer.outputs_per_group();
      for (std::size_t c = 0; c < layer.inputs_per_group(); ++c) {
        const auto input = group * layer.inputs_per_group() + c;
        const auto weights = plane_of(layer.k, 0, layer.kernel_plane(input, output));
        for_each_row(layer, plane_of(layer.x, n, input), weights, dy_plane,
                     [&](const LinkRow& row, std::size_t at) {
                       const auto weight = ks[at];
                       double sum = 0;
                       for (std::size_t i = 0; i < row.count; ++i) {
                         const auto slope = dys[row.y + i * row.y_step];
                         dxs[row.x + i * row.x_step] += weight * slope;
                         sum += xs[row.x + i * row.x_step] * slope;
                       }
                       dks[at] += sum;
                     });
      }
    }
  }
  return result;
}

double gradient_bytes(const Layer& layer) {
  const auto numbers = [](const Shape& shape) { return static_cast<double>(cells(shape)); };
  return sizeof(double) * (3 * numbers(layer.x) + 2 * numbers(layer.k) + numbers(layer.y) +
                           static_cast<double>(layer.y[1])) +
         kernels::most_scratch<double>(layer);
}

Request transposed(const Request& request, const Layer& layer) {
  const auto back = transposed(layer);
  Request result{
      back.operation, {back.x.begin(), back.x.end()}, request.k, {}, filled(request.settings)};
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

Agreement other_way(const Layer& layer, const Tensor<double>& dx, const Tensor<double>& k,
                    const Tensor<double>& dy) {
  const auto other = compute(transposed(layer), dy, k, {});
  double difference = 0;
  for (std::size_t i = 0; i < dx.size(); ++i) {
    difference = std::max(difference, std::abs(dx.data()[i] - other.data()[i]));
  }
  // No sum has more terms than K has cells.
  const auto magnitude = largest(k) * largest(dy) * static_cast<double>(k.size());
  return {difference, difference <= 1e-14 * magnitude};
}

}  // namespace conv
