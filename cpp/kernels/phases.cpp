#include "phases.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace conv::kernels {
namespace {

struct Division {
  std::int64_t quotient;
  std::int64_t remainder;  ///< 0 <= remainder < divisor
};

Division floor_division(std::int64_t dividend, std::int64_t divisor) {
  const auto remainder = (dividend % divisor + divisor) % divisor;
  return {(dividend - remainder) / divisor, remainder};
}

}  // namespace

bool PhaseAxis::covers_output() const {
  return std::transform_reduce(phases.begin(), phases.end(), std::int64_t{0}, std::plus<>(),
                               [](const Phase& phase) { return phase.count; }) == output;
}

PhaseAxis split(Operation operation, const Axis& axis) {
  const bool transposed = operation == Operation::conv_transpose2d;
  // Taps that are a multiple of this apart fall into one phase.
  const auto period = axis.stride / std::gcd(axis.stride, axis.dilation);
  const auto place = [&](std::int64_t tap) {
    return floor_division(tap * axis.dilation - axis.padding, axis.stride);
  };

  PhaseAxis result{{}, {}, axis.stride, axis.fine, axis.coarse};
  if (transposed) {
    result.sources = {0};
    result.source_step = 1;
    std::swap(result.input, result.output);
    // From the tap that reaches the first place, if any: without dilation each next one reaches the
    // next place.
    const auto count = std::min(period, axis.taps);
    const auto start = floor_division(axis.padding, period).remainder;
    for (std::int64_t i = 0; i < count; ++i) {
      const auto tap = start < count ? (start + i) % count : i;
      const auto first = place(tap).remainder;
      const auto cells = (axis.fine - first + axis.stride - 1) / axis.stride;
      if (cells < 1) continue;
      Phase phase{first, axis.stride, cells, {}};
      for (auto other = tap; other < axis.taps; other += period) {
        phase.taps.push_back({other, 0, -place(other).quotient});
      }
      result.phases.push_back(std::move(phase));
    }
  } else {
    Phase phase{0, 1, axis.coarse, {}};
    for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
      if (tap < period) result.sources.push_back(place(tap).remainder);
      phase.taps.push_back({tap, tap % period, place(tap).quotient});
    }
    result.phases.push_back(std::move(phase));
  }

  if (result.phases.empty()) return result;
  result.lowest = result.phases[0].lowest();
  result.highest = result.phases[0].highest();
  for (const auto& phase : result.phases) {
    result.longest = std::max(result.longest, phase.count);
    result.lowest = std::min(result.lowest, phase.lowest());
    result.highest = std::max(result.highest, phase.highest());
  }
  return result;
}

}  // namespace conv::kernels
