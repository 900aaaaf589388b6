#pragma once

#include <memory>
#include <string_view>

#include "geometry.hpp"

/// What all fast kernels have in common.
namespace conv::kernels {

/// Uninitialized memory for a number of T's.
template <class T>
using Room = xt::uvector<T>;

/// A layer whose weights are in the order in which its kernel reads them.
template <class T>
class Prepared {
 public:
  Prepared() = default;
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  virtual ~Prepared() = default;

  /// Fills y (N, out, H, W) from x (N, in, H, W); bias has one number per output channel or is
  /// null.
  virtual void run(const T* x, const T* bias, T* y) const = 0;
};

/// A way to compute layers.
template <class T>
struct Kernel {
  std::string_view name;
  /// Whether it can compute this layer, in scratch memory no larger than the contract allows.
  bool (*accepts)(const Layer& layer);
  /// k has the layer's shape and is not needed afterwards.
  std::unique_ptr<Prepared<T>> (*prepare)(const Layer& layer, const Tensor<T>& k);
};

/// The most scratch memory of a kernel besides its copy of the weights, in bytes.
constexpr std::int64_t most_scratch = 8 << 20;

}  // namespace conv::kernels
