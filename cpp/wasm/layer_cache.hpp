#pragma once

#include <list>
#include <memory>
#include <vector>

#include "geometry.hpp"
#include "kernels/kernel.hpp"

namespace conv {

/// What tells one layer from another: the numbers of its request.
using LayerKey = std::vector<double>;

/// A layer that was computed before, its weights, and what a kernel made of them.
template <class T>
class CachedLayer {
 public:
  CachedLayer(LayerKey key, const Layer& layer);

  const LayerKey& key() const { return key_; }
  const Layer& layer() const { return layer_; }
  /// The memory that it holds.
  std::size_t bytes() const;

  /// Y for weights that may have changed: where they have not, what was prepared for the last call
  /// serves this one too.
  Tensor<T> compute(const Tensor<T>& x, Tensor<T> k, const Bias<T>& bias);

  /// Whether keep() was called.
  bool keeps_weights() const { return kernel_ != nullptr; }
  /// Prepares weights that do not change; then compute() does without them.
  void keep(Tensor<T> k);
  Tensor<T> compute(const Tensor<T>& x, const Bias<T>& bias) const;

 private:
  LayerKey key_;
  Layer layer_;
  const kernels::Kernel<T>& single_;  ///< for weights that are used once
  Tensor<T> k_;
  std::unique_ptr<kernels::Prepared<T>> kernel_;  ///< null until k_ is used a second time
};

/// The layers computed last. The first is kept whatever it takes, so that calls which alternate
/// with nothing are always fast; the others as far as most_bytes reach.
template <class T>
class LayerCache {
 public:
  explicit LayerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// The layer with that key, from now on the first; null if there is none.
  CachedLayer<T>* find(const LayerKey& key);
  /// A new first layer.
  CachedLayer<T>& add(LayerKey key, const Layer& layer);
  /// Lets go of what was used longest ago and is too much.
  void trim();

 private:
  std::size_t most_bytes_;
  std::list<CachedLayer<T>> layers_;
};

}  // namespace conv
