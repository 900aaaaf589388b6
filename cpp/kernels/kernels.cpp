#include "kernels.hpp"

#include "direct.hpp"
#include "few.hpp"
#include "taps.hpp"
#include "winograd.hpp"

namespace conv::kernels {

template <>
const std::vector<Kernel<float>>& all() {
  static const std::vector<Kernel<float>> kernels{taps<float>(), direct<float>(), few_pixels(),
                                                  winograd_small(), winograd_large()};
  return kernels;
}

template <>
const std::vector<Kernel<double>>& all() {
  static const std::vector<Kernel<double>> kernels{taps<double>(), direct<double>()};
  return kernels;
}

template <class T>
const Kernel<T>& chosen(const Layer& layer, bool single) {
  const Kernel<T>* best = nullptr;
  double lowest = 0;
  for (const auto& kernel : all<T>()) {
    if (!kernel.accepts(layer)) continue;
    const auto cost = kernel.cost(layer, single);
    if (best != nullptr && cost >= lowest) continue;
    best = &kernel;
    lowest = cost;
  }
  return *best;
}

template <class T>
Tensor<T> run(const Layer& layer, const Prepared<T>& kernel, const Tensor<T>& x,
              const Bias<T>& bias) {
  auto y = Tensor<T>::from_shape(layer.y);
  kernel.run(x.data(), bias.size() > 0 ? bias.data() : nullptr, y.data());
  return y;
}

template const Kernel<float>& chosen(const Layer&, bool);
template const Kernel<double>& chosen(const Layer&, bool);
template Tensor<float> run(const Layer&, const Prepared<float>&, const Tensor<float>&,
                           const Bias<float>&);
template Tensor<double> run(const Layer&, const Prepared<double>&, const Tensor<double>&,
                            const Bias<double>&);

}  // namespace conv::kernels
