#pragma once

#include <variant>

#include "geometry.hpp"

namespace conv {

/// Y of a layer that plan() made: x, k of the layer's shapes, bias of its output channels or empty.
/// This is the readable reference that faster kernels are checked against; sums are taken in T.
template <class T>
Tensor<T> reference(const Layer& layer, const Tensor<T>& x, const Tensor<T>& k,
                    const Bias<T>& bias);

/// The same by the fastest way known for the layer's shape; see kernels/.
template <class T>
Tensor<T> compute(const Layer& layer, const Tensor<T>& x, const Tensor<T>& k, const Bias<T>& bias);

/// The two-dimensional convolution of deep learning (the kernel is not flipped): x (N, in, H, W),
/// k (out, in/groups, kh, kw), bias one number per output channel or empty.
/// Returns y (N, out, H', W'), or the rule that the request breaks. As torch.nn.functional.conv2d.
template <class T>
std::variant<Tensor<T>, Fault> conv2d(const Tensor<T>& x, const Tensor<T>& k,
                                      const Settings& settings = {}, const Bias<T>& bias = {});

/// The transpose of conv2d: each input cell adds a scaled kernel into the output. x (N, in, H, W),
/// k (in, out/groups, kh, kw), bias one number per output channel or empty.
/// Returns y (N, out, H', W'), or the rule that the request breaks. As
/// torch.nn.functional.conv_transpose2d.
template <class T>
std::variant<Tensor<T>, Fault> conv_transpose2d(const Tensor<T>& x, const Tensor<T>& k,
                                                const Settings& settings = {},
                                                const Bias<T>& bias = {});

}  // namespace conv
