#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "geometry.hpp"

namespace conv {

/// The tensor that a generator's name stands for, or why there is none.
///   zeros, ones      constants
///   arange           start, start + step, ..; arguments: start 0, step 1
///   eye              the identity matrix in every plane
///   rand             uniform in [0, 1), multiples of 2^-24 so that float32 holds them exactly; the
///                    same on every platform; argument: seed 0, a whole number below 2^32
/// and the filters, which act on each channel by itself: in every plane of a depthwise kernel
/// (second dimension 1), else in the planes that join a channel to the channel of the same number:
///   bilinear         the upsampling kernel of fully convolutional networks (Long et al., 2015)
///   gaussian         sampled and normalised; argument: sigma, by default 0.3 (size/2 - 1) + 0.8
///   box              the mean
///   delta            1 at the centre (of an even size, the cell after it)
///   sobel-x, sobel-y the derivative along the width or the height, smoothed along the other axis
std::variant<Tensor<double>, Fault> generate(std::string_view generator,
                                             const std::vector<double>& shape,
                                             const std::vector<double>& arguments);

/// The names that generate() knows.
std::vector<std::string_view> generators();

}  // namespace conv
