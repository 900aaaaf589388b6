#include "cost.hpp"

#include "span.hpp"

namespace conv {

Cost cost(const Layer& layer, double bias_length) {
  const auto inputs = static_cast<double>(layer.inputs_per_group());
  const auto taps = static_cast<double>(layer.height.taps * layer.width.taps);
  const auto planes = static_cast<double>(layer.x[0]) * inputs * static_cast<double>(layer.y[1]);
  return {static_cast<double>(cells(layer.k)) + bias_length,
          planes * links_on(layer.height) * links_on(layer.width),
          static_cast<double>(cells(layer.y)) * inputs * taps};
}

}  // namespace conv
