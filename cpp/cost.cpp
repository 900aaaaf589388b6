#include "cost.hpp"

#include "span.hpp"

namespace conv {
namespace {

/// The links along one axis.
double axis_links(const Axis& axis) {
  double count = 0;
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto span = coarse_span(axis, tap);
    if (!span.empty()) count += static_cast<double>(span.end - span.begin);
  }
  return count;
}

}  // namespace

Cost cost(const Layer& layer, double bias_length) {
  const auto inputs = static_cast<double>(layer.inputs_per_group());
  const auto taps = static_cast<double>(layer.height.taps * layer.width.taps);
  const auto planes = static_cast<double>(layer.x[0]) * inputs * static_cast<double>(layer.y[1]);
  return {static_cast<double>(cells(layer.k)) + bias_length,
          planes * axis_links(layer.height) * axis_links(layer.width),
          static_cast<double>(cells(layer.y)) * inputs * taps};
}

}  // namespace conv
