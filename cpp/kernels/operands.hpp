#pragma once

#include <algorithm>

#include "phases.hpp"

/// How the kernels read a layer's x and k and start its y.
namespace conv::kernels {

/// The weights of one group by output and input channel of the group, in either order of k.
template <class T>
class Weights {
 public:
  Weights(const Layer& layer, std::size_t group, const T* k) : columns_(layer.k[3]) {
    const auto inputs = layer.inputs_per_group(), outputs = layer.outputs_per_group();
    const auto taps = layer.k[2] * layer.k[3];
    const bool transposed = layer.operation == Operation::conv_transpose2d;
    output_step_ = transposed ? taps : inputs * taps;
    input_step_ = transposed ? outputs * taps : taps;
    first_ = k + group * inputs * outputs * taps;
  }

  const T& operator()(std::size_t output, std::size_t input, std::int64_t row,
                      std::int64_t column) const {
    return first_[output * output_step_ + input * input_step_ +
                  static_cast<std::size_t>(row) * columns_ + static_cast<std::size_t>(column)];
  }
  /// From the weight of one output to that of the next.
  std::size_t output_step() const { return output_step_; }

 private:
  const T* first_;
  std::size_t output_step_;
  std::size_t input_step_;
  std::size_t columns_;
};

/// A piece of an axis, from `begin` up to `end`.
struct Band {
  std::int64_t begin;
  std::int64_t end;

  std::int64_t size() const { return end - begin; }
};

/// The cells of one phase of a row, first + step * i for each i of the band; 0 outside the row.
template <class T>
T* copy_row(const T* row, std::int64_t length, std::int64_t first, std::int64_t step, Band band,
            T* to) {
  const auto inside = [&](std::int64_t i) { return std::clamp(i, band.begin, band.end); };
  const auto begin = inside(0);
  const auto end = inside((length - first + step - 1) / step);
  to = std::fill_n(to, begin - band.begin, T(0));
  if (step == 1) {
    to = std::copy(row + first + begin, row + first + end, to);
  } else {
    for (auto i = begin; i < end; ++i) *to++ = row[first + step * i];
  }
  return std::fill_n(to, band.end - end, T(0));
}

/// As copy_row, for the rows of one phase of a channel, which follow each other without a gap.
template <class T>
void copy_plane(const T* channel, const PhaseAxis& height, std::int64_t first_row, Band rows,
                const PhaseAxis& width, std::int64_t first_column, Band columns, T* to) {
  for (auto i = rows.begin; i < rows.end; ++i) {
    const auto row = first_row + i * height.source_step;
    to = row >= 0 && row < height.input ? copy_row(channel + row * width.input, width.input,
                                                   first_column, width.source_step, columns, to)
                                        : std::fill_n(to, columns.size(), T(0));
  }
}

/// Puts the sums of one row of a phase in their places, `step` apart.
template <class T>
void deliver_row(const T* sums, std::int64_t count, T bias, std::int64_t step, T* to) {
  if (step == 1) {
    for (std::int64_t i = 0; i < count; ++i) to[i] = sums[i] + bias;
  } else {
    for (std::int64_t i = 0; i < count; ++i) to[i * step] = sums[i] + bias;
  }
}

/// Y with nothing but the bias.
template <class T>
void fill_with_bias(const Layer& layer, const T* bias, T* y) {
  const auto channels = layer.y[1];
  for (std::size_t i = 0; i < layer.y[0] * channels; ++i) {
    y = std::fill_n(y, layer.y[2] * layer.y[3], bias ? bias[i % channels] : T(0));
  }
}

}  // namespace conv::kernels
