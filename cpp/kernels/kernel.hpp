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

  /// The memory that its weights take.
  virtual std::size_t bytes() const = 0;
  /// Whether run() reads k itself, which then has to live as long.
  virtual bool reads_k() const = 0;
  /// Fills y (N, out, H, W) from x (N, in, H, W); bias has one number per output channel or is
  /// null.
  virtual void run(const T* x, const T* bias, T* y) const = 0;
};

/// What a kernel adds up: the products themselves, or products of sums.
enum class Family { direct, winograd };

/// A way to compute layers. Numbers that are not finite go where PyTorch lets them: along the
/// links, and from a weight of conv2d also to the cells where it meets the zeros of the padding.
template <class T>
struct Kernel {
  std::string_view name;
  Family family;
  /// Whether it can compute this layer, in scratch memory no larger than most_scratch().
  bool (*accepts)(const Layer& layer);
  /// An estimate of the time that a layer which it accepts takes, in multiply-adds of vectors; that
  /// of its preparation counts if it serves a single call.
  double (*cost)(const Layer& layer, bool single);
  /// k has the layer's shape.
  std::unique_ptr<Prepared<T>> (*prepare)(const Layer& layer, const Tensor<T>& k);
  /// Whether preparing takes time, so that what is prepared is worth keeping.
  bool packs;
};

/// The most scratch memory, in bytes, that a kernel may take for its copies of x and k and its
/// sums: no more than the tensors themselves and 8 MB.
template <class T>
double most_scratch(const Layer& layer) {
  constexpr double allowance = 8 << 20;
  return static_cast<double>((cells(layer.x) + cells(layer.k) + cells(layer.y)) * sizeof(T)) +
         allowance;
}

}  // namespace conv::kernels
