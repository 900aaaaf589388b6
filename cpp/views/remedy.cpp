#include "remedy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "solver.hpp"

namespace conv {
namespace {

using Numbers = std::vector<double>;

bool is_even(const Axis& axis) {
  return overlaps_evenly(static_cast<double>(axis.taps), static_cast<double>(axis.stride),
                         static_cast<double>(axis.dilation));
}

/// A kernel and the settings of one axis.
struct Fitted {
  double taps;
  AxisSettings settings;
};

/// The settings with padding such that `coarse` and `fine` cells belong together. What the padding
/// has beyond the least there can be is output_padding for one operation, a remainder that the
/// stride drops for the other; of the possible paddings, the least with two equal sides.
std::optional<AxisSettings> padded(const Axis& axis, double taps, AxisSettings settings) {
  const auto coarse = static_cast<double>(axis.coarse);
  settings.before = settings.after = settings.output_padding = 0;
  const auto least = output_size(Operation::conv_transpose2d, coarse, taps, settings) -
                     static_cast<double>(axis.fine);
  std::optional<double> found;
  for (double spare = std::max(0.0, -least); spare < settings.stride; ++spare) {
    const bool two_equal_sides = std::fmod(least + spare, 2) == 0;
    if (!found || two_equal_sides) found = spare;
    if (two_equal_sides) break;
  }
  if (!found) return std::nullopt;
  settings.output_padding = *found;
  settings.before = std::floor((least + *found) / 2);
  settings.after = least + *found - settings.before;
  return settings;
}

std::optional<Fitted> evened(const Axis& axis, const AxisSettings& given) {
  const auto taps = static_cast<double>(axis.taps);
  auto settings = given;
  if (is_even(axis)) return Fitted{taps, given};
  if (std::gcd(axis.stride, axis.dilation) > 1) settings.dilation = 1;
  const auto stride = settings.stride;
  for (auto larger = std::ceil(taps / stride) * stride; larger <= most_rows; larger += stride) {
    if (const auto fitting = padded(axis, larger, settings)) return Fitted{larger, *fitting};
  }
  return std::nullopt;
}

/// The shortest list that says the same.
Numbers pair(double height, double width) {
  return height == width ? Numbers{height} : Numbers{height, width};
}

Numbers sides(const AxisSettings& height, const AxisSettings& width) {
  if (height.before == height.after && width.before == width.after) {
    return pair(height.before, width.before);
  }
  return {height.before, height.after, width.before, width.after};
}

Settings joined(const AxisSettings& height, const AxisSettings& width, double groups) {
  return {pair(height.stride, width.stride), pair(height.dilation, width.dilation),
          sides(height, width), pair(height.output_padding, width.output_padding), groups};
}

/// The layer's own kernel with stride 1 on `fine` cells that stand for its coarse ones, stride to
/// one: what the stride crops less is cropped by the padding, at equal parts where that can be.
AxisSettings unstrided(const Axis& axis, const AxisSettings& given) {
  auto settings = given;
  settings.stride = 1;
  settings.before = settings.after = settings.output_padding = 0;
  const auto crop =
      output_size(Operation::conv_transpose2d, static_cast<double>(axis.coarse * axis.stride),
                  static_cast<double>(axis.taps), settings) -
      static_cast<double>(axis.fine);
  settings.output_padding = std::max(0.0, -crop);
  const auto centred = given.before + std::floor((given.stride - 1) / 2);
  settings.before = std::clamp(centred, 0.0, std::max(0.0, crop));
  settings.after = std::max(0.0, crop) - settings.before;
  return settings;
}

/// A layer that acts on each channel by itself.
Request depthwise(Operation operation, Numbers x, double rows, double columns,
                  const AxisSettings& height, const AxisSettings& width) {
  const auto channels = x[1];
  return {
      operation, std::move(x), {channels, 1, rows, columns}, {}, joined(height, width, channels)};
}

}  // namespace

std::optional<Request> evened(const Request& request, const Layer& layer) {
  if (is_even(layer.height) && is_even(layer.width)) return std::nullopt;
  const auto height = evened(layer.height, along(AxisName::height, request.settings));
  const auto width = evened(layer.width, along(AxisName::width, request.settings));
  if (!height || !width) return std::nullopt;
  auto result = request;
  result.k[2] = height->taps;
  result.k[3] = width->taps;
  result.settings = joined(height->settings, width->settings, request.settings.groups);
  if (request.operation == Operation::conv2d) result.settings.output_padding = {0};
  if (std::holds_alternative<Fault>(plan(result))) return std::nullopt;
  return result;
}

std::vector<Step> resized(const Request& request, const Layer& layer) {
  const auto height = along(AxisName::height, request.settings);
  const auto width = along(AxisName::width, request.settings);
  const auto rows = static_cast<double>(layer.height.coarse) * height.stride;
  const auto columns = static_cast<double>(layer.width.coarse) * width.stride;
  auto own = request;
  own.settings = joined(unstrided(layer.height, height), unstrided(layer.width, width),
                        request.settings.groups);
  const AxisSettings by_row{.stride = height.stride};
  const AxisSettings by_column{.stride = width.stride};
  const auto resize = [&](const Numbers& x) {
    return depthwise(request.operation, x, height.stride, width.stride, by_row, by_column);
  };
  if (request.operation == Operation::conv2d) {
    own.settings.output_padding = {0};
    const Numbers full{request.x[0], static_cast<double>(layer.y[1]), rows, columns};
    return {{own, {}}, {resize(full), "box"}};
  }
  own.x[2] = rows;
  own.x[3] = columns;
  return {{resize(request.x), "ones"}, {own, {}}};
}

std::vector<Step> smoothed(const Layer& layer) {
  const bool transposes = layer.operation == Operation::conv_transpose2d;
  // As large as in fully convolutional networks; a blur has no use for more than the stride's 1.
  const auto side = [transposes](const Axis& axis) {
    const auto stride = static_cast<double>(axis.stride);
    return 2 * stride - (transposes || stride == 1 ? std::fmod(stride, 2) : 0);
  };
  const auto settings = [&](const Axis& axis) {
    const auto stride = static_cast<double>(axis.stride);
    const auto all = side(axis) - stride;
    return AxisSettings{
        .stride = stride, .before = std::floor(all / 2), .after = all - std::floor(all / 2)};
  };
  const Numbers x(layer.x.begin(), layer.x.end());
  return {{depthwise(layer.operation, x, side(layer.height), side(layer.width),
                     settings(layer.height), settings(layer.width)),
           transposes ? "bilinear" : "gaussian"}};
}

}  // namespace conv
