#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "geometry.hpp"
#include "links.hpp"
#include "tensor.hpp"

/// Both operations as their one relation says, by trying every cell. It reads only the request:
/// nothing that it finds was computed by the code that it judges.
namespace conv::naive {

struct Axis {
  std::int64_t coarse = 0;
  std::int64_t fine = 0;
  std::int64_t taps = 0;
  std::int64_t stride = 1;
  std::int64_t dilation = 1;
  std::int64_t before = 0;  ///< padding
  std::int64_t after = 0;

  std::int64_t fine_of(std::int64_t coarse_cell, std::int64_t tap) const {
    return coarse_cell * stride + tap * dilation - before;
  }
};

inline std::int64_t whole(double value) { return static_cast<std::int64_t>(value); }

/// `dimension` is 0 for height and 1 for width.
inline Axis axis(const Request& request, std::size_t dimension) {
  const auto pick = [dimension](const std::vector<double>& list, std::int64_t otherwise) {
    return list.empty() ? otherwise : whole(list.size() == 1 ? list[0] : list[dimension]);
  };
  const auto& settings = request.settings;
  const bool per_side = settings.padding.size() == 4;

  Axis axis;
  axis.taps = whole(request.k[2 + dimension]);
  axis.stride = pick(settings.stride, 1);
  axis.dilation = pick(settings.dilation, 1);
  axis.before = per_side ? whole(settings.padding[2 * dimension]) : pick(settings.padding, 0);
  axis.after = per_side ? whole(settings.padding[2 * dimension + 1]) : pick(settings.padding, 0);
  const auto input = whole(request.x[2 + dimension]);
  if (request.operation == Operation::conv2d) {
    // Coarse cells are the places where the whole kernel lies on the padded input.
    axis.fine = input;
    while (axis.fine_of(axis.coarse, axis.taps - 1) < axis.fine + axis.after) ++axis.coarse;
  } else {
    // Fine cells reach as far as the last stamp, less what the padding crops at its end.
    axis.coarse = input;
    axis.fine = axis.fine_of(axis.coarse - 1, axis.taps - 1) + 1 +
                pick(settings.output_padding, 0) - axis.after;
  }
  return axis;
}

inline Shape to_shape(const std::vector<double>& numbers) {
  Shape shape{};
  std::transform(numbers.begin(), numbers.end(), shape.begin(),
                 [](double number) { return static_cast<std::size_t>(number); });
  return shape;
}

/// The shape of Y for a valid request.
inline Shape y_shape(const Request& request) {
  const bool transposed = request.operation == Operation::conv_transpose2d;
  const auto size = [&](std::size_t dimension) {
    const auto along = axis(request, dimension);
    return static_cast<std::size_t>(transposed ? along.fine : along.coarse);
  };
  const auto channels = transposed ? request.k[1] * request.settings.groups : request.k[0];
  return {static_cast<std::size_t>(request.x[0]), static_cast<std::size_t>(channels), size(0),
          size(1)};
}

/// Whether multiplications of conv2d with the zeros of its padding are listed too, or only those
/// with cells of X.
enum class Zeros { out, in };

/// The x of a multiplication with a zero of the padding.
constexpr auto zero = std::numeric_limits<std::uint32_t>::max();

/// Every multiplication of a valid request, in no order that means anything.
inline std::vector<Link> links(const Request& request, Zeros zeros = Zeros::out) {
  const bool transposed = request.operation == Operation::conv_transpose2d;
  const auto x = to_shape(request.x), k = to_shape(request.k), y = y_shape(request);
  const auto groups = static_cast<std::size_t>(request.settings.groups);
  const auto inputs = x[1] / groups, outputs = y[1] / groups;
  const auto rows = axis(request, 0), columns = axis(request, 1);
  const auto offset = [](const Shape& shape, std::size_t a, std::size_t b, std::int64_t row,
                         std::int64_t column) {
    return static_cast<std::uint32_t>(((a * shape[1] + b) * shape[2] + row) * shape[3] + column);
  };

  std::vector<Link> links;
  for (std::size_t n = 0; n < x[0]; ++n) {
    for (std::size_t o = 0; o < y[1]; ++o) {
      for (std::size_t i = o / outputs * inputs; i < (o / outputs + 1) * inputs; ++i) {
        for (std::int64_t r = 0; r < rows.coarse; ++r) {
          for (std::int64_t c = 0; c < columns.coarse; ++c) {
            for (std::int64_t u = 0; u < rows.taps; ++u) {
              for (std::int64_t v = 0; v < columns.taps; ++v) {
                const auto fine_r = rows.fine_of(r, u), fine_c = columns.fine_of(c, v);
                const bool inside =
                    fine_r >= 0 && fine_r < rows.fine && fine_c >= 0 && fine_c < columns.fine;
                if (!inside && (transposed || zeros == Zeros::out)) continue;
                links.push_back(transposed
                                    ? Link{offset(x, n, i, r, c), offset(k, i, o % outputs, u, v),
                                           offset(y, n, o, fine_r, fine_c)}
                                    : Link{inside ? offset(x, n, i, fine_r, fine_c) : zero,
                                           offset(k, o, i % inputs, u, v), offset(y, n, o, r, c)});
              }
            }
          }
        }
      }
    }
  }
  return links;
}

/// Y, from links and the bias (empty for none).
template <class T>
Tensor<T> sum(const Shape& shape, const std::vector<Link>& links, const Tensor<T>& x,
              const Tensor<T>& k, const Bias<T>& bias = {}) {
  Tensor<T> y(shape, T(0));
  if (y.size() == 0) return y;
  for (std::size_t channel = 0; channel < bias.size(); ++channel) {
    xt::view(y, xt::all(), channel) = bias(channel);
  }
  for (const auto& link : links) {
    const auto cell = link.x == zero ? T(0) : x.data()[link.x];
    y.data()[link.y] += cell * k.data()[link.k];
  }
  return y;
}

}  // namespace conv::naive
