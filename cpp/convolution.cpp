#include "convolution.hpp"

#include <cmath>

#include "kernels/kernels.hpp"
#include "span.hpp"

namespace conv {
namespace {

auto coarse_range(const Span& span) { return xt::range(span.begin, span.end); }

auto fine_range(const Axis& axis, const Span& span, std::int64_t tap) {
  return xt::range(axis.fine_of(span.begin, tap), axis.fine_of(span.end - 1, tap) + 1, axis.stride);
}

/// Adds weight times the zeros of the padding that one tap of a conv2d reads.
template <class T>
void add_zeros(const Layer& layer, T weight, std::int64_t row_tap, std::int64_t column_tap,
               std::size_t output, Tensor<T>& y) {
  for_each_outside(layer, row_tap, column_tap, [&](std::int64_t row, std::int64_t column) {
    for (std::size_t n = 0; n < layer.y[0]; ++n) y(n, output, row, column) += weight * T(0);
  });
}

/// Adds weight times one plane's cells to their partners on the other, for one tap of the kernel.
template <class T>
void add_tap(const Layer& layer, T weight, std::int64_t row_tap, std::int64_t column_tap,
             std::size_t input, const Tensor<T>& x, std::size_t output, Tensor<T>& y) {
  const auto rows = coarse_span(layer.height, row_tap);
  const auto columns = coarse_span(layer.width, column_tap);
  if (rows.empty() || columns.empty()) return;

  const auto coarse = [&](auto& tensor, std::size_t channel) {
    return xt::view(tensor, xt::all(), channel, coarse_range(rows), coarse_range(columns));
  };
  const auto fine = [&](auto& tensor, std::size_t channel) {
    return xt::view(tensor, xt::all(), channel, fine_range(layer.height, rows, row_tap),
                    fine_range(layer.width, columns, column_tap));
  };
  if (layer.operation == Operation::conv2d) {
    auto target = coarse(y, output);
    xt::noalias(target) += weight * fine(x, input);
  } else {
    auto target = fine(y, output);
    xt::noalias(target) += weight * coarse(x, input);
  }
}

template <class T>
std::variant<Tensor<T>, Fault> computed(Operation operation, const Tensor<T>& x, const Tensor<T>& k,
                                        const Settings& settings, const Bias<T>& bias) {
  const auto numbers = [](const auto& shape) {
    return std::vector<double>(shape.begin(), shape.end());
  };
  Request request{operation, numbers(x.shape()), numbers(k.shape()), std::nullopt, settings};
  if (bias.size() > 0) request.bias = static_cast<double>(bias.size());
  const auto planned = plan(request);
  if (const auto* fault = std::get_if<Fault>(&planned)) return *fault;
  return compute(std::get<Layer>(planned), x, k, bias);
}

}  // namespace

template <class T>
Tensor<T> reference(const Layer& layer, const Tensor<T>& x, const Tensor<T>& k,
                    const Bias<T>& bias) {
  Tensor<T> y(layer.y, T(0));
  if (y.size() == 0) return y;  // an empty batch: no view of it may be taken
  for (std::size_t output = 0; output < bias.size(); ++output) {
    xt::view(y, xt::all(), output) = bias(output);
  }
  const auto inputs = layer.inputs_per_group();
  const auto outputs = layer.outputs_per_group();
  for (std::size_t group = 0; group < layer.groups; ++group) {
    for (std::size_t i = 0; i < inputs; ++i) {
      for (std::size_t o = 0; o < outputs; ++o) {
        const auto input = group * inputs + i;
        const auto output = group * outputs + o;
        const auto* next = k.data() + layer.kernel_plane(input, output) * layer.k[2] * layer.k[3];
        for (std::int64_t row = 0; row < layer.height.taps; ++row) {
          for (std::int64_t column = 0; column < layer.width.taps; ++column) {
            const auto weight = *next++;
            add_tap(layer, weight, row, column, input, x, output, y);
            const bool pads = layer.operation == Operation::conv2d;
            if (pads && !std::isfinite(weight)) add_zeros(layer, weight, row, column, output, y);
          }
        }
      }
    }
  }
  return y;
}

template <class T>
Tensor<T> compute(const Layer& layer, const Tensor<T>& x, const Tensor<T>& k, const Bias<T>& bias) {
  return kernels::run(layer, *kernels::chosen<T>(layer, true).prepare(layer, k), x, bias);
}

template <class T>
std::variant<Tensor<T>, Fault> conv2d(const Tensor<T>& x, const Tensor<T>& k,
                                      const Settings& settings, const Bias<T>& bias) {
  return computed(Operation::conv2d, x, k, settings, bias);
}

template <class T>
std::variant<Tensor<T>, Fault> conv_transpose2d(const Tensor<T>& x, const Tensor<T>& k,
                                                const Settings& settings, const Bias<T>& bias) {
  return computed(Operation::conv_transpose2d, x, k, settings, bias);
}

#define CONV_INSTANTIATE(T)                                                                       \
  template Tensor<T> reference(const Layer&, const Tensor<T>&, const Tensor<T>&, const Bias<T>&); \
  template Tensor<T> compute(const Layer&, const Tensor<T>&, const Tensor<T>&, const Bias<T>&);   \
  template std::variant<Tensor<T>, Fault> conv2d(const Tensor<T>&, const Tensor<T>&,              \
                                                 const Settings&, const Bias<T>&);                \
  template std::variant<Tensor<T>, Fault> conv_transpose2d(const Tensor<T>&, const Tensor<T>&,    \
                                                           const Settings&, const Bias<T>&);
CONV_INSTANTIATE(float)
CONV_INSTANTIATE(double)

}  // namespace conv
