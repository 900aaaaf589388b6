#pragma once

#include <algorithm>

#include "phases.hpp"
#include "simd.hpp"

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

/// The cells of one phase of an axis, first + step * i for each i of a band: those of them that lie
/// on the axis, and how many zeros come before and after.
struct Piece {
  std::int64_t before;
  std::int64_t begin;  ///< on the axis
  std::int64_t count;
  std::int64_t after;
};

inline Piece piece_of(std::int64_t length, std::int64_t first, std::int64_t step, Band band) {
  const auto inside = [&](std::int64_t i) { return std::clamp(i, band.begin, band.end); };
  const auto begin = inside(0);
  const auto end = std::max(begin, inside((length - first + step - 1) / step));
  return {begin - band.begin, first + begin * step, end - begin, band.end - end};
}

template <class T>
T* copy_row(const T* row, const Piece& piece, std::int64_t step, T* to) {
  for (std::int64_t i = 0; i < piece.before; ++i) *to++ = 0;
  const auto* from = row + piece.begin;
  if (step == 1) {
    to = std::copy_n(from, piece.count, to);
  } else {
    std::int64_t i = 0;
    if (step == 2) {
      // The cell behind the last one that is stored must be there: the second vector reads it.
      constexpr auto width = static_cast<std::int64_t>(lanes<T>);
      for (; i + width < piece.count; i += width, from += 2 * width, to += width) {
        store(to, every_second(load(from), load(from + width)));
      }
    }
    for (; i < piece.count; ++i, from += step) *to++ = *from;
  }
  for (std::int64_t i = 0; i < piece.after; ++i) *to++ = 0;
  return to;
}

/// One phase of a channel: rows that follow each other without a gap, 0 outside the channel.
template <class T>
void copy_plane(const T* channel, const PhaseAxis& height, std::int64_t first_row, Band rows,
                const PhaseAxis& width, std::int64_t first_column, Band columns, T* to) {
  const auto down = piece_of(height.input, first_row, height.source_step, rows);
  const auto across = piece_of(width.input, first_column, width.source_step, columns);
  to = std::fill_n(to, down.before * columns.size(), T(0));
  const auto* row = channel + down.begin * width.input;
  for (std::int64_t i = 0; i < down.count; ++i, row += height.source_step * width.input) {
    to = copy_row(row, across, width.source_step, to);
  }
  std::fill_n(to, down.after * columns.size(), T(0));
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

/// The same for two phases whose places take turns.
template <class T>
void deliver_pairs(const T* even, const T* odd, std::int64_t count, T bias, T* to) {
  constexpr auto width = static_cast<std::int64_t>(lanes<T>);
  for (; count >= width; count -= width) {
    const auto a = load(even) + splat(bias), b = load(odd) + splat(bias);
    store(to, zip_low(a, b));
    store(to + width, zip_high(a, b));
    even += width, odd += width, to += 2 * width;
  }
  deliver_row(even, count, bias, 2, to);
  deliver_row(odd, count, bias, 2, to + 1);
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
