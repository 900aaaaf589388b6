#include "finite.hpp"

#include <cmath>

#include "operands.hpp"
#include "simd.hpp"

namespace conv::kernels {
namespace {

/// One cell of y from its own products, up to where they make it no number, which it stays.
template <class T>
class Cell {
 public:
  Cell(const Layer& layer, std::size_t output, const T* channels, const T* k)
      : layer_(layer),
        output_(output % layer.outputs_per_group()),
        channels_(channels),
        weights_(layer, output / layer.outputs_per_group(), k) {}

  T at(std::int64_t row, std::int64_t column, T bias) const {
    const auto& height = layer_.height;
    const auto& width = layer_.width;
    auto sum = bias;
    const auto* plane = channels_;
    for (std::size_t input = 0; input < layer_.inputs_per_group(); ++input) {
      for (std::int64_t row_tap = 0; row_tap < height.taps; ++row_tap) {
        const auto from_row = source(height, row, row_tap);
        if (from_row == none) continue;
        for (std::int64_t column_tap = 0; column_tap < width.taps; ++column_tap) {
          const auto from_column = source(width, column, column_tap);
          if (from_column == none) continue;
          const bool pads = from_row == padding || from_column == padding;
          const auto cell = pads ? T(0) : plane[from_row * row_size() + from_column];
          sum += cell * weights_(output_, input, row_tap, column_tap);
        }
      }
      if (std::isnan(sum)) break;
      plane += layer_.x[2] * layer_.x[3];
    }
    return sum;
  }

 private:
  static constexpr std::int64_t padding = -1;  ///< a zero
  static constexpr std::int64_t none = -2;

  std::int64_t row_size() const { return static_cast<std::int64_t>(layer_.x[3]); }

  /// The index along X that one tap of an output cell reads.
  std::int64_t source(const Axis& axis, std::int64_t output, std::int64_t tap) const {
    if (layer_.operation == Operation::conv2d) {
      const auto fine = axis.fine_of(output, tap);
      return fine >= 0 && fine < axis.fine ? fine : padding;
    }
    return axis.coarse_of(output, tap).value_or(none);
  }

  const Layer& layer_;
  std::size_t output_;
  const T* channels_;  ///< those of X in the output's group
  Weights<T> weights_;
};

}  // namespace

template <class T>
bool all_finite(const T* numbers, std::size_t count) {
  constexpr auto width = lanes<T>;
  Vector<T> first{}, second{};
  std::size_t i = 0;
  for (; i + 2 * width <= count; i += 2 * width) {
    first += load(numbers + i);
    second += load(numbers + i + width);
  }
  first += second;
  T sum = 0;
  for (std::size_t lane = 0; lane < width; ++lane) sum += first[lane];
  for (; i < count; ++i) sum += numbers[i];
  return std::isfinite(sum);
}

template <class T>
void confine(const Layer& layer, const T* x, const T* k, const T* bias, T* y) {
  const auto plane = layer.y[2] * layer.y[3], inputs = layer.inputs_per_group();
  for (std::size_t n = 0; n < layer.y[0]; ++n) {
    for (std::size_t output = 0; output < layer.y[1]; ++output, y += plane) {
      if (all_finite(y, plane)) continue;
      const auto input = output / layer.outputs_per_group() * inputs;
      const Cell<T> cell(layer, output, x + (n * layer.x[1] + input) * layer.x[2] * layer.x[3], k);
      for (std::size_t i = 0; i < plane; ++i) {
        if (std::isfinite(y[i])) continue;
        y[i] = cell.at(static_cast<std::int64_t>(i / layer.y[3]),
                       static_cast<std::int64_t>(i % layer.y[3]), bias ? bias[output] : T(0));
      }
    }
  }
}

template bool all_finite(const float*, std::size_t);
template bool all_finite(const double*, std::size_t);
template void confine(const Layer&, const float*, const float*, const float*, float*);
template void confine(const Layer&, const double*, const double*, const double*, double*);

}  // namespace conv::kernels
