#pragma once

#include "kernel.hpp"

namespace conv::kernels {

/// Takes every layer, tap by tap, as the reference does: for those of which most is padding, gaps
/// between taps or cropped, where the other kernels would multiply zeros or have no room for them.
template <class T>
Kernel<T> taps();

}  // namespace conv::kernels
