#pragma once

#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "convolution.hpp"
#include "kernels/kernels.hpp"
#include "random_layer.hpp"

/// A layer in all the ways there are to compute it.
namespace conv {

template <class T>
struct Way {
  std::string_view name;
  kernels::Family family;
  Tensor<T> y;

  /// Whether each sum is one of the products themselves; Winograd's are of sums.
  bool sums_products() const { return family == kernels::Family::direct; }
};

template <class T>
Tensor<T> computed_by(const kernels::Kernel<T>& kernel, const Layer& layer,
                      const Operands<T>& operands) {
  Tensor<T> y(layer.y, std::numeric_limits<T>::quiet_NaN());  // what is not written shows
  const auto prepared = kernel.prepare(layer, operands.k);
  prepared->run(operands.x.data(), operands.bias.size() > 0 ? operands.bias.data() : nullptr,
                y.data());
  return y;
}

/// Y of the reference and of every kernel that accepts the layer.
template <class T>
std::vector<Way<T>> every_way(const Layer& layer, const Operands<T>& operands) {
  std::vector<Way<T>> ways{{"reference", kernels::Family::direct,
                            reference(layer, operands.x, operands.k, operands.bias)}};
  for (const auto& kernel : kernels::all<T>()) {
    if (kernel.accepts(layer))
      ways.push_back({kernel.name, kernel.family, computed_by(kernel, layer, operands)});
  }
  return ways;
}

}  // namespace conv
