#pragma once

#include <cstdlib>

// The only header that names xtensor's: they moved into folders in xtensor 0.26.
#if __has_include(<xtensor/core/xtensor_config.hpp>)
#include <xtensor/core/xtensor_config.hpp>
#else
#include <xtensor/xtensor_config.hpp>
#endif
#include <xtl/xtl_config.hpp>

// What xtensor would throw is a bug of ours. Where there are no exceptions it would print it, with
// the iostreams that make the module three times as large.
#ifdef CONV_NO_EXCEPTIONS
#undef XTENSOR_THROW
#define XTENSOR_THROW(exception, message) std::abort()
#undef XTL_THROW
#define XTL_THROW(exception, message) std::abort()
#endif

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
