#pragma once

#include <string_view>
#include <vector>

#include "geometry.hpp"

/// How evenly a layer treats the cells of its finer plane, which is Y for conv_transpose2d and X
/// for conv2d: how many stamps reach a cell, or how often it is read. Where neighbours differ, in a
/// rhythm of the stride, Y (or the gradient of X) has a checkerboard.
namespace conv {

/// Why the cells of an axis, away from its ends, are touched equally often, or why not.
enum class Evenness {
  stride_one,  ///< even: every tap touches every cell
  multiple,    ///< even: each phase of the stride has as many taps
  remainder,   ///< uneven: the taps are no multiple of the stride
  factor,      ///< uneven: stride and dilation have a common factor, so taps miss some phases
};

/// As JavaScript writes it.
std::string_view name(Evenness evenness);

/// The cells 0, 1, .. of the finer plane, and every stride-th cell after each, are its phases: the
/// cells of one are all touched by the same taps, away from the ends.
struct AxisOverlap {
  Evenness evenness;
  double least;               ///< the fewest taps that a phase has, in a plane large enough for all
  double most;                ///< the most
  std::vector<double> taps;   ///< how many taps each phase has, of those that the plane has
  std::vector<double> cells;  ///< a cell of each phase, away from the ends where there is one
};

/// How often the cells of one axis of the finer plane are touched.
AxisOverlap overlap(const Axis& axis);

/// How often each cell of the finer plane is touched, by one pair of channels: (1, 1, H, W).
Tensor<double> touches(const Layer& layer);

/// The sum of the weights that touch a phase, for each channel of the finer plane: (1, C, phases of
/// H, phases of W). For conv_transpose2d, what an X of ones makes of Y; for conv2d, how much a cell
/// of X counts in the sum of Y.
Tensor<double> phase_weights(const Layer& layer, const Tensor<double>& k);

/// The range of the numbers in one channel, and whether they are the same but for rounding.
struct Extremes {
  double least;
  double most;
  bool even;
};

/// Those of one channel of (1, C, H, W).
Extremes extremes(const Tensor<double>& tensor, std::size_t channel);

/// All of that.
struct Overlap {
  AxisOverlap height;
  AxisOverlap width;
  Tensor<double> counts;          ///< touches()
  Tensor<double> weights;         ///< phase_weights()
  std::vector<Extremes> spreads;  ///< of the weights of each channel
};

Overlap overlap(const Layer& layer, const Tensor<double>& k);
/// The memory that it takes, k included.
double overlap_bytes(const Layer& layer);

}  // namespace conv
