#pragma once

// The only header that names xtensor's: they moved into folders in xtensor 0.26.
#if __has_include(<xtensor/containers/xtensor.hpp>)
#include <xtensor/containers/xadapt.hpp>
#include <xtensor/containers/xtensor.hpp>
#include <xtensor/core/xnoalias.hpp>
#include <xtensor/views/xview.hpp>
#else
#include <xtensor/xadapt.hpp>
#include <xtensor/xnoalias.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>
#endif

#include <array>
#include <cstddef>

namespace conv {

/// Four sizes in the order (N, C, H, W); for a kernel see Layer::k.
using Shape = std::array<std::size_t, 4>;

/// A dense row-major tensor of that shape.
template <class T>
using Tensor = xt::xtensor<T, 4>;

/// One number per output channel.
template <class T>
using Bias = xt::xtensor<T, 1>;

}  // namespace conv
