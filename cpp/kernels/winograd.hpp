#pragma once

#include "kernel.hpp"

namespace conv::kernels {

/// Winograd's fast convolution in float32 (toom_cook.hpp) of each pass of the phase split whose
/// taps are neighbours, on square tiles. All cells of one place in all tiles make one product of
/// weights with cells (multiply()): one for each place of a tile instead of one for each tap.
///
/// Tiles that read 4 by 4 cells: up to 2.25 times fewer multiplications, as exact as direct.
Kernel<float> winograd_small();
/// Tiles that read 6 by 6 cells: up to 4 times fewer; errors of some 5e-6 of the sums' scale.
Kernel<float> winograd_large();

}  // namespace conv::kernels
