#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "geometry.hpp"

/// The phase split. With fine = coarse * stride + offset, cells of the fine side fall into `stride`
/// phases by their remainder. Inside one phase all is stride 1, so
///   conv2d           is a sum of stride-1 convolutions, one for each phase of its input;
///   conv_transpose2d is one stride-1 convolution for each phase of its output.
/// Either way an output cell q of a phase sums, over the phase's own taps, weight[tap] times the
/// source cell q + shift: no tap that would multiply a structural zero is left.
namespace conv::kernels {

/// One tap of the kernel on one axis, and what it reads.
struct Tap {
  std::int64_t index;   ///< in the kernel
  std::int64_t source;  ///< the phase of the input: an index into PhaseAxis::sources
  std::int64_t shift;   ///< reads source cell q + shift for output cell q
};

/// The outputs first, first + step, ...: `count` cells with the same taps.
struct Phase {
  std::int64_t first;
  std::int64_t step;
  std::int64_t count;
  std::vector<Tap> taps;  ///< their shifts rise or fall all the way

  std::int64_t lowest() const { return std::min(taps.front().shift, taps.back().shift); }
  std::int64_t highest() const { return std::max(taps.front().shift, taps.back().shift); }
};

/// One axis of a layer, split into phases.
struct PhaseAxis {
  std::vector<Phase> phases;          ///< of the output; none without taps or cells
  std::vector<std::int64_t> sources;  ///< the first input cell of each phase of the input in use
  std::int64_t source_step;           ///< from one input cell of a phase to the next
  std::int64_t input;                 ///< cells of the whole input
  std::int64_t output;                ///< cells of the whole output
  std::int64_t longest = 0;           ///< the largest count of all phases
  std::int64_t lowest = 0;            ///< the smallest shift of all taps
  std::int64_t highest = 0;           ///< the largest

  /// How many source cells more than output cells a phase reaches.
  std::int64_t halo() const { return highest - lowest; }
  /// Whether the phases cover the output; where not, there is nothing but bias.
  bool covers_output() const;
};

/// The phases of one axis of a layer.
PhaseAxis split(Operation operation, const Axis& axis);

/// Whether a layer has so few taps on each axis that lists of them take no memory worth counting.
inline bool can_split(const Layer& layer) {
  constexpr std::size_t most = 1 << 14;
  return layer.k[2] <= most && layer.k[3] <= most;
}

}  // namespace conv::kernels
