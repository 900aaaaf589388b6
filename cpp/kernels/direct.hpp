#pragma once

#include "kernel.hpp"

namespace conv::kernels {

/// The stride-1 kernel that serves both operations through the phase split. A band of the input is
/// copied into padded planes, one for each channel and phase, whose rows follow each other without
/// a gap: then a tap of the kernel is an offset, the same for all pixels of the band, and the layer
/// is a product of its weights with shifted rows (multiply()). The few sums at the rows' ends that
/// mix two rows are left behind when the others go to their places in y.
template <class T>
Kernel<T> direct();

}  // namespace conv::kernels
