#include "layer_cache.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "kernels/kernels.hpp"
#include "kernels/simd.hpp"

namespace conv {
namespace {

/// Whether two lists hold the same bits. Compared in words: memcmp of the module goes by bytes.
template <class T>
bool same(const T* a, const T* b, std::size_t count) {
  const auto* left = reinterpret_cast<const char*>(a);
  const auto* right = reinterpret_cast<const char*>(b);
  constexpr std::size_t block = 64;
  const auto bytes = count * sizeof(T);
  std::size_t at = 0;
  for (; at + block <= bytes; at += block) {
    kernels::Words different{};
    for (std::size_t i = at; i < at + block; i += sizeof different) {
      different |= kernels::words(left + i) ^ kernels::words(right + i);
    }
    if ((different[0] | different[1]) != 0) return false;
  }
  return std::memcmp(left + at, right + at, bytes - at) == 0;
}

}  // namespace

template <class T>
CachedLayer<T>::CachedLayer(LayerKey key, const Layer& layer)
    : key_(std::move(key)), layer_(layer), single_(kernels::chosen<T>(layer, true)) {}

template <class T>
std::size_t CachedLayer<T>::bytes() const {
  return k_.size() * sizeof(T) + (kernel_ ? kernel_->bytes() : 0);
}

template <class T>
Tensor<T> CachedLayer<T>::compute(const Tensor<T>& x, Tensor<T> k, const Bias<T>& bias) {
  if (!single_.packs) return kernels::run(layer_, *single_.prepare(layer_, k), x, bias);
  if (k_.size() != k.size() || !same(k_.data(), k.data(), k.size())) {
    kernel_.reset();
    k_ = std::move(k);
    return kernels::run(layer_, *single_.prepare(layer_, k_), x, bias);
  }
  k = {};  // what is prepared may need its room
  if (!kernel_) kernel_ = kernels::chosen<T>(layer_, false).prepare(layer_, k_);
  return compute(x, bias);
}

template <class T>
void CachedLayer<T>::keep(Tensor<T> k) {
  k_ = std::move(k);
  kernel_ = kernels::chosen<T>(layer_, false).prepare(layer_, k_);
  if (!kernel_->reads_k()) k_ = {};
}

template <class T>
Tensor<T> CachedLayer<T>::compute(const Tensor<T>& x, const Bias<T>& bias) const {
  return kernels::run(layer_, *kernel_, x, bias);
}

template <class T>
CachedLayer<T>* LayerCache<T>::find(const LayerKey& key) {
  const auto found = std::find_if(layers_.begin(), layers_.end(),
                                  [&](const auto& layer) { return layer.key() == key; });
  if (found == layers_.end()) return nullptr;
  layers_.splice(layers_.begin(), layers_, found);
  return &layers_.front();
}

template <class T>
CachedLayer<T>& LayerCache<T>::add(LayerKey key, const Layer& layer) {
  layers_.emplace_front(std::move(key), layer);
  trim();
  return layers_.front();
}

template <class T>
void LayerCache<T>::trim() {
  std::size_t bytes = 0;
  auto layer = layers_.begin();
  while (layer != layers_.end()) {
    // A layer takes memory besides its weights: count that too, or thousands of tiny ones stay.
    constexpr std::size_t overhead = 4096;
    bytes += layer->bytes() + overhead;
    layer =
        bytes > most_bytes_ && layer != layers_.begin() ? layers_.erase(layer) : std::next(layer);
  }
}

template class CachedLayer<float>;
template class CachedLayer<double>;
template class LayerCache<float>;
template class LayerCache<double>;

}  // namespace conv
