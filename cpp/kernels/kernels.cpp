#include "kernels.hpp"

#include "direct.hpp"

namespace conv::kernels {

template <class T>
const std::vector<Kernel<T>>& all() {
  static const std::vector<Kernel<T>> kernels{direct<T>()};
  return kernels;
}

template <class T>
const Kernel<T>* chosen(const Layer& layer) {
  for (const auto& kernel : all<T>()) {
    if (kernel.accepts(layer)) return &kernel;
  }
  return nullptr;
}

template const std::vector<Kernel<float>>& all();
template const std::vector<Kernel<double>>& all();
template const Kernel<float>* chosen(const Layer&);
template const Kernel<double>* chosen(const Layer&);

}  // namespace conv::kernels
