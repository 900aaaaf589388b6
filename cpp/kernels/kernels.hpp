#pragma once

#include <vector>

#include "kernel.hpp"

/// The fast kernels, chosen by the shape of a layer. See README.md in this folder.
namespace conv::kernels {

/// All of them, so that tests can try each.
template <class T>
const std::vector<Kernel<T>>& all();

/// The kernel that is expected to be the fastest, for a single call or for many with the same
/// weights.
template <class T>
const Kernel<T>& chosen(const Layer& layer, bool single);

/// Y of a layer that a kernel prepared.
template <class T>
Tensor<T> run(const Layer& layer, const Prepared<T>& kernel, const Tensor<T>& x,
              const Bias<T>& bias);

}  // namespace conv::kernels
