#include "overlap.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "solver.hpp"
#include "span.hpp"

namespace conv {
namespace {

double number(std::int64_t value) { return static_cast<double>(value); }

std::size_t phases(const Axis& axis) {
  return static_cast<std::size_t>(std::min(axis.stride, axis.fine));
}

/// A plane of phases for each channel of the finer plane: the kernel's second dimension counts
/// those of one group.
Shape phases(const Layer& layer) {
  return {1, layer.k[1] * layer.groups, phases(layer.height), phases(layer.width)};
}

/// The phase whose cells a tap touches; the finer plane may be too small to have it.
std::size_t phase_of(const Axis& axis, std::int64_t tap) {
  const auto phase = axis.fine_of(0, tap) % axis.stride;
  return static_cast<std::size_t>(phase < 0 ? phase + axis.stride : phase);
}

/// The cells that no end of the coarse plane keeps a tap from.
Span interior(const Axis& axis) {
  return {std::max<std::int64_t>(0, axis.fine_of(0, axis.taps - 1)),
          std::min(axis.fine, axis.fine_of(axis.coarse - 1, 0) + 1)};
}

}  // namespace

std::string_view name(Evenness evenness) {
  constexpr std::array<std::string_view, 4> names{"strideOne", "multiple", "remainder", "factor"};
  return names[static_cast<std::size_t>(evenness)];
}

AxisOverlap overlap(const Axis& axis) {
  const auto factor = std::gcd(axis.stride, axis.dilation);
  // Taps go round the phases that are multiples of the factor, one after the other.
  const auto reached = axis.stride / factor;
  const auto evenness =
      axis.stride == 1 ? Evenness::stride_one
      : overlaps_evenly(number(axis.taps), number(axis.stride), number(axis.dilation))
          ? Evenness::multiple
      : factor > 1 ? Evenness::factor
                   : Evenness::remainder;
  AxisOverlap result{evenness,
                     number(factor > 1 ? 0 : axis.taps / reached),
                     number((axis.taps + reached - 1) / reached),
                     std::vector<double>(phases(axis), 0.0),
                     {}};
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto phase = phase_of(axis, tap);
    if (phase < result.taps.size()) ++result.taps[phase];
  }
  const auto inside = interior(axis);
  result.cells.reserve(result.taps.size());
  for (std::int64_t phase = 0; phase < static_cast<std::int64_t>(result.taps.size()); ++phase) {
    const auto rounds = std::max<std::int64_t>(0, inside.begin - phase + axis.stride - 1);
    const auto cell = phase + rounds / axis.stride * axis.stride;
    result.cells.push_back(number(cell < inside.end ? cell : phase));
  }
  return result;
}

Tensor<double> touches(const Layer& layer) {
  const auto rows = links_of_fine(layer.height);
  const auto columns = links_of_fine(layer.width);
  Tensor<double> counts(Shape{1, 1, rows.size(), columns.size()});
  auto* cell = counts.data();
  for (const auto row : rows) {
    for (const auto column : columns) *cell++ = static_cast<double>(row) * column;
  }
  return counts;
}

Tensor<double> phase_weights(const Layer& layer, const Tensor<double>& k) {
  const auto per_group = layer.k[1];
  const auto coarse_per_group = layer.k[0] / layer.groups;
  Tensor<double> sums(phases(layer), 0.0);
  for (std::size_t coarse = 0; coarse < layer.k[0]; ++coarse) {
    for (std::size_t fine = 0; fine < per_group; ++fine) {
      const auto channel = coarse / coarse_per_group * per_group + fine;
      for (std::int64_t row_tap = 0; row_tap < layer.height.taps; ++row_tap) {
        const auto row = phase_of(layer.height, row_tap);
        if (row >= sums.shape(2)) continue;
        for (std::int64_t column_tap = 0; column_tap < layer.width.taps; ++column_tap) {
          const auto column = phase_of(layer.width, column_tap);
          if (column >= sums.shape(3)) continue;
          sums(0, channel, row, column) += k(coarse, fine, row_tap, column_tap);
        }
      }
    }
  }
  return sums;
}

Extremes extremes(const Tensor<double>& tensor, std::size_t channel) {
  const auto plane = tensor.shape(2) * tensor.shape(3);
  const auto* first = tensor.data() + channel * plane;
  const auto [least, most] = std::minmax_element(first, first + plane);
  const auto rounding = 1e-12 * std::max(std::abs(*least), std::abs(*most));
  return {*least, *most, *most - *least <= rounding};
}

Overlap overlap(const Layer& layer, const Tensor<double>& k) {
  Overlap result{
      overlap(layer.height), overlap(layer.width), touches(layer), phase_weights(layer, k), {}};
  for (std::size_t channel = 0; channel < result.weights.shape(1); ++channel) {
    result.spreads.push_back(extremes(result.weights, channel));
  }
  return result;
}

double overlap_bytes(const Layer& layer) {
  const auto fine = static_cast<double>(layer.height.fine) * static_cast<double>(layer.width.fine);
  const auto sides = static_cast<double>(layer.height.fine + layer.width.fine);
  const auto sums = phases(layer);
  // The list of spreads grows, beside the one before.
  const auto spreads = 3 * sizeof(Extremes) * static_cast<double>(sums[1]);
  return sizeof(double) * (static_cast<double>(cells(layer.k)) + fine + 3 * sides +
                           static_cast<double>(cells(sums))) +
         spreads;
}

}  // namespace conv
