#include "taps.hpp"

#include <cmath>

#include "operands.hpp"
#include "span.hpp"

namespace conv::kernels {
namespace {

template <class T>
class Taps : public Prepared<T> {
 public:
  Taps(const Layer& layer, const T* k) : layer_(layer), k_(k) {}

  std::size_t bytes() const override { return 0; }
  bool reads_k() const override { return true; }

  void run(const T* x, const T* bias, T* y) const override {
    fill_with_bias(layer_, bias, y);
    const auto inputs = layer_.inputs_per_group(), outputs = layer_.outputs_per_group();
    for (std::size_t n = 0; n < layer_.x[0]; ++n) {
      for (std::size_t group = 0; group < layer_.groups; ++group) {
        const Weights<T> weights(layer_, group, k_);
        for (std::size_t input = 0; input < inputs; ++input) {
          for (std::size_t output = 0; output < outputs; ++output) {
            add_channel(
                &weights(output, input, 0, 0),
                x + (n * layer_.x[1] + group * inputs + input) * layer_.x[2] * layer_.x[3],
                y + (n * layer_.y[1] + group * outputs + output) * layer_.y[2] * layer_.y[3]);
          }
        }
      }
    }
  }

 private:
  void add_channel(const T* weights, const T* x, T* y) const {
    const auto& height = layer_.height;
    const auto& width = layer_.width;
    for (std::int64_t row_tap = 0; row_tap < height.taps; ++row_tap) {
      const auto rows = coarse_span(height, row_tap);
      for (std::int64_t column_tap = 0; column_tap < width.taps; ++column_tap) {
        const auto weight = *weights++;
        const auto columns = coarse_span(width, column_tap);
        if (layer_.operation == Operation::conv2d && !std::isfinite(weight)) {
          for_each_outside(layer_, row_tap, column_tap, [&](std::int64_t row, std::int64_t column) {
            y[row * width.coarse + column] += weight * T(0);
          });
        }
        for (auto row = rows.begin; row < rows.end; ++row) {
          const auto coarse = row * width.coarse;
          const auto fine = height.fine_of(row, row_tap) * width.fine;
          for (auto column = columns.begin; column < columns.end; ++column) {
            const auto fine_column = fine + width.fine_of(column, column_tap);
            if (layer_.operation == Operation::conv2d) {
              y[coarse + column] += weight * x[fine_column];
            } else {
              y[fine_column] += weight * x[coarse + column];
            }
          }
        }
      }
    }
  }

  Layer layer_;
  const T* k_;
};

bool accepts(const Layer&) { return true; }

double cost(const Layer& layer, bool) {
  const auto channels = static_cast<double>(layer.x[1] * layer.outputs_per_group());
  const auto taps = static_cast<double>(layer.height.taps * layer.width.taps);
  return channels * static_cast<double>(layer.x[0]) *
         (6 * links_on(layer.height) * links_on(layer.width) + 50 * taps);
}

template <class T>
std::unique_ptr<Prepared<T>> prepare(const Layer& layer, const Tensor<T>& k) {
  return std::make_unique<Taps<T>>(layer, k.data());
}

}  // namespace

template <class T>
Kernel<T> taps() {
  return {"taps", Family::direct, accepts, cost, prepare<T>, false};
}

template Kernel<float> taps();
template Kernel<double> taps();

}  // namespace conv::kernels
