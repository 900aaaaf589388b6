#include "few.hpp"

#include <tuple>
#include <vector>

#include "multiply.hpp"
#include "operands.hpp"

namespace conv::kernels {
namespace {

/// The most pixels of the coarse side.
constexpr std::int64_t most_pixels = 16;

/// The sum of the products of two lists. One row of k at a time, from its start to its end: memory
/// is what it waits for, and that comes fastest in order.
float dot(const float* k, const float* cells, std::size_t depth) {
  constexpr auto width = lanes<float>;
  Vector<float> first{}, second{}, third{}, fourth{};
  std::size_t d = 0;
  for (; d + 4 * width <= depth; d += 4 * width) {
    first += load(k + d) * load(cells + d);
    second += load(k + d + width) * load(cells + d + width);
    third += load(k + d + 2 * width) * load(cells + d + 2 * width);
    fourth += load(k + d + 3 * width) * load(cells + d + 3 * width);
  }
  const auto sum = (first + second) + (third + fourth);
  float result = (sum[0] + sum[1]) + (sum[2] + sum[3]);
  for (; d < depth; ++d) result += k[d] * cells[d];
  return result;
}

class FewPixels : public Prepared<float> {
 public:
  FewPixels(const Layer& layer, const float* k)
      : layer_(layer),
        k_(k),
        inputs_(layer.inputs_per_group()),
        outputs_(layer.outputs_per_group()),
        taps_(layer.k[2] * layer.k[3]),
        pixels_(static_cast<std::size_t>(layer.height.coarse * layer.width.coarse)),
        input_plane_(layer.x[2] * layer.x[3]),
        output_plane_(layer.y[2] * layer.y[3]) {}

  std::size_t bytes() const override { return 0; }
  bool reads_k() const override { return true; }

  void run(const float* x, const float* bias, float* y) const override {
    const bool transposed = layer_.operation == Operation::conv_transpose2d;
    if (transposed) fill_with_bias(layer_, bias, y);
    for (std::size_t n = 0; n < layer_.x[0]; ++n) {
      for (std::size_t group = 0; group < layer_.groups; ++group) {
        const auto* k = k_ + group * inputs_ * outputs_ * taps_;
        const auto* from = x + (n * layer_.x[1] + group * inputs_) * input_plane_;
        auto* to = y + (n * layer_.y[1] + group * outputs_) * output_plane_;
        if (transposed) {
          add_stamps(k, from, to);
        } else {
          sum_products(k, from, bias ? bias + group * outputs_ : nullptr, to);
        }
      }
    }
  }

 private:
  /// visit(pixel of the coarse plane, tap, cell of the fine plane), where there is such a cell.
  template <class Visit>
  void for_each_link(const Visit& visit) const {
    const auto& [height, width] = std::tie(layer_.height, layer_.width);
    for (std::int64_t row = 0; row < height.coarse; ++row) {
      for (std::int64_t column = 0; column < width.coarse; ++column) {
        for (std::int64_t row_tap = 0; row_tap < height.taps; ++row_tap) {
          const auto fine_row = height.fine_of(row, row_tap);
          if (fine_row < 0 || fine_row >= height.fine) continue;
          for (std::int64_t column_tap = 0; column_tap < width.taps; ++column_tap) {
            const auto fine_column = width.fine_of(column, column_tap);
            if (fine_column < 0 || fine_column >= width.fine) continue;
            visit(static_cast<std::size_t>(row * width.coarse + column),
                  static_cast<std::size_t>(row_tap * width.taps + column_tap),
                  static_cast<std::size_t>(fine_row * width.fine + fine_column));
          }
        }
      }
    }
  }

  void sum_products(const float* k, const float* x, const float* bias, float* y) const {
    const auto depth = inputs_ * taps_;
    Room<float> cells(pixels_ * depth, 0.0F);
    for_each_link([&](std::size_t pixel, std::size_t tap, std::size_t cell) {
      for (std::size_t input = 0; input < inputs_; ++input) {
        cells[pixel * depth + input * taps_ + tap] = x[input * input_plane_ + cell];
      }
    });
    for (std::size_t output = 0; output < outputs_; ++output) {
      for (std::size_t pixel = 0; pixel < pixels_; ++pixel) {
        y[output * output_plane_ + pixel] =
            dot(k + output * depth, &cells[pixel * depth], depth) + (bias ? bias[output] : 0.0F);
      }
    }
  }

  void add_stamps(const float* k, const float* x, float* y) const {
    const auto stamp = outputs_ * taps_;
    const auto row = stamp + slack;
    Room<float> stamps(pixels_ * row + slack);
    Room<float> cells(pixels_ * inputs_);
    std::vector<std::int32_t> offsets(inputs_);
    for (std::size_t i = 0; i < inputs_; ++i) {
      offsets[i] = static_cast<std::int32_t>(i * stamp * sizeof(float));
    }
    // Here pixels are the channels and k's cells the pixels. The last row of k is added by hand:
    // multiply() reads a little past the end.
    const auto last = inputs_ - 1;
    const auto packed = pack<float>(pixels_, last, cells.data(), [&](auto pixel, auto input) {
      return x[input * input_plane_ + pixel];
    });
    multiply(packed, offsets.data(), k, Area{1, stamp, 0}, stamps.data(), row);
    for (std::size_t pixel = 0; pixel < pixels_; ++pixel) {
      const auto cell = x[last * input_plane_ + pixel];
      auto* to = &stamps[pixel * row];
      for (std::size_t i = 0; i < stamp; ++i) to[i] += cell * k[last * stamp + i];
    }
    for_each_link([&](std::size_t pixel, std::size_t tap, std::size_t cell) {
      for (std::size_t output = 0; output < outputs_; ++output) {
        y[output * output_plane_ + cell] += stamps[pixel * row + output * taps_ + tap];
      }
    });
  }

  Layer layer_;
  const float* k_;
  std::size_t inputs_;
  std::size_t outputs_;
  std::size_t taps_;
  std::size_t pixels_;
  std::size_t input_plane_;
  std::size_t output_plane_;
};

bool accepts(const Layer& layer) {
  const auto& [height, width] = std::tie(layer.height, layer.width);
  if (height.coarse > most_pixels || width.coarse > most_pixels) return false;
  const auto pixels = height.coarse * width.coarse;
  if (pixels > most_pixels) return false;
  const bool transposed = layer.operation == Operation::conv_transpose2d;
  const auto inputs = layer.inputs_per_group(), taps = layer.k[2] * layer.k[3];
  const auto stamp = layer.outputs_per_group() * taps;
  if (transposed && (inputs < 2 || stamp < slack)) return false;
  // What a group copies for each pixel: its stamp and its cells with their offsets, or what it
  // sums.
  const auto numbers = transposed ? stamp + slack + 2 * inputs : inputs * taps;
  const auto bytes =
      static_cast<double>(static_cast<std::size_t>(pixels) * numbers + slack) * sizeof(float);
  return bytes <= most_scratch<float>(layer);
}

double cost(const Layer& layer, bool) {
  const auto pixels = static_cast<double>(layer.height.coarse * layer.width.coarse);
  const auto weights = static_cast<double>(cells(layer.k));
  const auto stamped = layer.operation == Operation::conv_transpose2d
                           ? 10 * pixels * weights / static_cast<double>(layer.inputs_per_group())
                           : 0;
  return static_cast<double>(layer.x[0]) *
         (2 * pixels * weights / static_cast<double>(lanes<float>) + stamped);
}

std::unique_ptr<Prepared<float>> prepare(const Layer& layer, const Tensor<float>& k) {
  return std::make_unique<FewPixels>(layer, k.data());
}

}  // namespace

Kernel<float> few_pixels() { return {"few pixels", Family::direct, accepts, cost, prepare, false}; }

}  // namespace conv::kernels
