#pragma once

#include <cstddef>

#include "geometry.hpp"

/// What keeps numbers that are not finite in their places; see Kernel.
namespace conv::kernels {

/// Whether the sum of all numbers is finite. Then each of them is; if not, they may be so large
/// that their sum is not.
template <class T>
bool all_finite(const T* numbers, std::size_t count);

/// Computes the cells of y anew that are not finite, each from its own products. One that is finite
/// had none that are not.
template <class T>
void confine(const Layer& layer, const T* x, const T* k, const T* bias, T* y);

}  // namespace conv::kernels
