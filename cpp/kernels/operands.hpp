#pragma once

#include <algorithm>
#include <vector>

#include "phases.hpp"
#include "simd.hpp"

/// How the kernels read a layer's x and k and start its y.
namespace conv::kernels {

/// As many bytes are worked on at once, so that they stay in the second-level cache.
constexpr std::int64_t cache_bytes = 512 << 10;

/// The least odd number of cache lines that holds `count` T's. Rows that are read or written side
/// by side are as far apart: with a power of two between them they would compete for one place.
template <class T>
constexpr std::int64_t odd_lines(std::int64_t count) {
  constexpr std::int64_t line = 64 / sizeof(T);
  return ((count + line - 1) / line | 1) * line;
}

/// The weights of one group by output and input channel of the group, in either order of k.
template <class T>
class Weights {
 public:
  Weights(const Layer& layer, std::size_t group, const T* k) : columns_(layer.k[3]) {
    const auto taps = layer.k[2] * layer.k[3];
    const auto input = group * layer.inputs_per_group(), output = group * layer.outputs_per_group();
    output_step_ = layer.kernel_plane(0, 1) * taps;
    input_step_ = layer.kernel_plane(1, 0) * taps;
    first_ = k + layer.kernel_plane(input, output) * taps;
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

/// The cells of one phase of an axis, `step` apart, for each place of a band: those of them that
/// lie on the axis, and how many zeros come before and after.
struct Piece {
  std::int64_t before;
  std::int64_t begin;  ///< on the axis
  std::int64_t count;
  std::int64_t after;
  std::int64_t step;
};

/// The pieces of all phases of an input axis.
inline std::vector<Piece> pieces(const PhaseAxis& axis, Band band) {
  const auto inside = [&](std::int64_t i) { return std::clamp(i, band.begin, band.end); };
  const auto begin = inside(0), step = axis.source_step;
  std::vector<Piece> pieces(axis.sources.size());
  std::transform(axis.sources.begin(), axis.sources.end(), pieces.begin(), [&](std::int64_t first) {
    const auto end = std::max(begin, inside((axis.input - first + step - 1) / step));
    return Piece{begin - band.begin, first + begin * step, end - begin, band.end - end, step};
  });
  return pieces;
}

/// Writes the piece of a row with its zeros, and returns where the next one goes.
template <class T>
T* copy_row(const T* row, const Piece& piece, T* to) {
  constexpr auto width = static_cast<std::int64_t>(lanes<T>);
  to = std::fill_n(to, piece.before, T(0));
  const auto* from = row + piece.begin;
  const auto count = piece.count, step = piece.step;
  std::int64_t i = 0;
  if (step == 1) {
    for (; i + width <= count; i += width) store(to + i, load(from + i));
  }
  if constexpr (fast<T>) {
    // The cell behind the last one that is stored must be there: the second vector reads it.
    for (; step == 2 && i + width < count; i += width) {
      store(to + i, every_second(load(from + 2 * i), load(from + 2 * i + width)));
    }
  }
  for (; i < count; ++i) to[i] = from[i * step];
  return std::fill_n(to + count, piece.after, T(0));
}

/// One phase of a channel whose rows are `length` long: rows that follow each other without a gap,
/// 0 outside the channel.
template <class T>
void copy_plane(const T* channel, std::int64_t length, const Piece& rows, const Piece& columns,
                T* to) {
  const auto row_size = columns.before + columns.count + columns.after;
  to = std::fill_n(to, rows.before * row_size, T(0));
  const auto* row = channel + rows.begin * length;
  for (std::int64_t i = 0; i < rows.count; ++i, row += rows.step * length) {
    to = copy_row(row, columns, to);
  }
  std::fill_n(to, rows.after * row_size, T(0));
}

/// Puts the sums of one row of a phase in their places, `step` apart.
template <class T>
void deliver_row(const T* sums, std::int64_t count, T bias, std::int64_t step, T* to) {
  constexpr auto width = static_cast<std::int64_t>(lanes<T>);
  std::int64_t i = 0;
  if (step == 1) {
    for (; i + width <= count; i += width) store(to + i, load(sums + i) + splat(bias));
  }
  for (; i < count; ++i) to[i * step] = sums[i] + bias;
}

/// The same for phases whose places follow each other, with sums `apart` from one to the next: for
/// two of two, or for four of more. As many cells of each as a multiple of four; says how many.
inline std::int64_t deliver_pairs(const float* sums, std::int64_t apart, std::int64_t count,
                                  float bias, float* to) {
  std::int64_t i = 0;
  for (; i + 4 <= count; i += 4, to += 8) {
    const auto a = load(sums + i) + splat(bias), b = load(sums + apart + i) + splat(bias);
    store(to, zip_low(a, b));
    store(to + 4, zip_high(a, b));
  }
  return i;
}
inline std::int64_t deliver_fours(const float* sums, std::int64_t apart, std::int64_t count,
                                  float bias, std::int64_t step, float* to) {
  std::int64_t i = 0;
  for (; i + 4 <= count; i += 4) {
    const auto* from = sums + i;
    for (const auto& cells : transposed(load(from), load(from + apart), load(from + 2 * apart),
                                        load(from + 3 * apart))) {
      store(to, cells + splat(bias));
      to += step;
    }
  }
  return i;
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
