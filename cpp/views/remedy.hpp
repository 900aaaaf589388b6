#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "geometry.hpp"

/// What to use in the place of a layer that is uneven (see overlap.hpp).
namespace conv {

/// The layer with the least larger kernel that touches all cells equally often, its padding such
/// that Y keeps its size; none for a layer that does already, or where that takes a kernel too
/// large to be edited by hand.
std::optional<Request> evened(const Request& request, const Layer& layer);

/// One layer of several, the input of each the output of the one before.
struct Step {
  Request request;
  std::string_view generator;  ///< what makes its kernel; empty for the layer's own
};

/// With resizing in the place of the stride. For conv_transpose2d: each cell of X repeated
/// stride x stride times (nearest neighbour), then the kernel with stride 1. For conv2d, the
/// transpose of that: the kernel with stride 1, then the mean of stride x stride cells. Y keeps its
/// size.
std::vector<Step> resized(const Request& request, const Layer& layer);

/// Resizing alone, each channel by itself. For conv_transpose2d: bilinear upsampling, as the layer
/// with bilinear weights that it is. For conv2d: blurring, then every stride-th cell.
std::vector<Step> smoothed(const Layer& layer);

}  // namespace conv
