#pragma once

#include "kernel.hpp"

namespace conv::kernels {

/// For layers of a few pixels, where each weight is used a few times and any copy of k would take
/// longer than the layer: reads k where it is. conv2d of few output pixels is a dot product of a
/// row of k with the cells under each; conv_transpose2d of few input pixels adds up their stamps,
/// each a sum of rows of k.
Kernel<float> few_pixels();

}  // namespace conv::kernels
