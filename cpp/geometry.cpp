#include "geometry.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace conv {
namespace {

using Numbers = std::vector<double>;

bool is_whole(double value) { return std::isfinite(value) && value == std::floor(value); }

double product(const Numbers& shape) {
  return std::accumulate(shape.begin(), shape.end(), 1.0, std::multiplies<>());
}

/// What the limit on elements counts: an empty batch as one item, whose size has to be sane too.
double elements(Numbers shape) {
  shape[0] = std::max(shape[0], 1.0);
  return product(shape);
}

// A list speaks of both axes with one number and of each with two.
std::size_t position(const Numbers& list, AxisName axis) {
  return list.size() == 1 ? 0 : static_cast<std::size_t>(axis);
}

Numbers with(Numbers list, std::size_t index, double value) {
  list[index] = value;
  return list;
}

/// The axis that the number at `index` speaks of; none when it speaks of both.
std::optional<AxisName> axis_at(const Numbers& list, std::size_t index) {
  if (list.size() == 1) return std::nullopt;
  return index < list.size() / 2 ? AxisName::height : AxisName::width;
}

double minimum_of(Field field) {
  const auto* found = std::find_if(minimums.begin(), minimums.end(),
                                   [field](const auto& entry) { return entry.first == field; });
  return found->second;
}

/// Whether the number at `index` of a list is whole and in the range from `minimum` to
/// most_setting.
std::optional<Fault> number_fault(Field field, std::optional<AxisName> axis, const Numbers& list,
                                  std::size_t index, double minimum) {
  const auto value = list[index];
  if (is_whole(value) && value >= minimum && value <= most_setting) return std::nullopt;
  const auto rounded = std::isfinite(value) ? std::round(value) : minimum;
  const Nearest nearest{field, with(list, index, std::clamp(rounded, minimum, most_setting))};
  if (!is_whole(value)) return Fault{Rule::whole, field, axis, {{"value", value}}, nearest};
  return Fault{Rule::range,
               field,
               axis,
               {{"minimum", minimum}, {"maximum", most_setting}, {"value", value}},
               nearest};
}

/// Whether every number of a list is whole and in the range from its minimum to most_setting.
std::optional<Fault> range_fault(Field field, const Numbers& list) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (auto fault = number_fault(field, axis_at(list, i), list, i, minimum_of(field))) {
      return fault;
    }
  }
  return std::nullopt;
}

/// That a list is longer than its rule allows: its first two numbers would do, once in their range.
Fault count_fault(Rule rule, Field field, const Numbers& list) {
  Numbers pair{list[0], list[1]};
  while (const auto fault = range_fault(field, pair)) pair = fault->nearest->value;
  return {rule, field, {}, {{"count", static_cast<double>(list.size())}}, Nearest{field, pair}};
}

/// As range_fault, for a list of at most two numbers.
std::optional<Fault> pair_fault(Field field, const Numbers& list) {
  if (list.size() > 2) return count_fault(Rule::pair, field, list);
  return range_fault(field, list);
}

std::optional<Fault> padding_fault(const Numbers& list) {
  if (list.size() == 3 || list.size() > 4) return count_fault(Rule::sides, Field::padding, list);
  return range_fault(Field::padding, list);
}

std::optional<Fault> settings_fault(const Request& request) {
  const auto& settings = request.settings;
  if (auto fault = pair_fault(Field::stride, settings.stride)) return fault;
  if (auto fault = pair_fault(Field::dilation, settings.dilation)) return fault;
  if (auto fault = padding_fault(settings.padding)) return fault;
  if (request.operation == Operation::conv_transpose2d) {
    if (auto fault = pair_fault(Field::output_padding, settings.output_padding)) return fault;
  }
  return range_fault(Field::groups, {settings.groups});
}

/// How many channels a layer has, all of them checked against its groups.
struct Channels {
  double input;
  double output;
};

/// The number of groups nearest to the one asked for that divides both counts.
double nearest_groups(double groups, double input, double output) {
  const auto common = std::gcd(static_cast<std::int64_t>(input), static_cast<std::int64_t>(output));
  double best = 1;
  const auto consider = [&](std::int64_t divisor) {
    const auto candidate = static_cast<double>(divisor);
    const auto nearer = std::abs(candidate - groups) - std::abs(best - groups);
    if (nearer < 0 || (nearer == 0 && candidate < best)) best = candidate;
  };
  for (std::int64_t divisor = 1; divisor * divisor <= common; ++divisor) {
    if (common % divisor != 0) continue;
    consider(divisor);
    consider(common / divisor);
  }
  return best;
}

std::variant<Channels, Fault> plan_channels(const Request& request) {
  const auto groups = request.settings.groups;
  const auto given = request.x[1];
  const bool transposed = request.operation == Operation::conv_transpose2d;
  // K is (out, in/groups, ..) for conv2d and (in, out/groups, ..) for conv_transpose2d.
  const auto outputs = transposed ? request.k[1] * groups : request.k[0];
  const auto expected = transposed ? request.k[0] : request.k[1] * groups;

  const auto indivisible = [&](Rule rule, double channels) {
    return Fault{
        rule,
        Field::groups,
        {},
        {{"channels", channels}, {"groups", groups}},
        Nearest{Field::groups, {nearest_groups(groups, given, transposed ? given : outputs)}}};
  };
  if (std::fmod(given, groups) != 0) return indivisible(Rule::groups_in, given);
  if (std::fmod(outputs, groups) != 0) return indivisible(Rule::groups_out, outputs);
  if (given != expected) {
    return Fault{Rule::channels,
                 Field::x,
                 {},
                 {{"expected", expected}, {"channels", given}},
                 Nearest{Field::channels, {expected}}};
  }
  if (request.bias && *request.bias != outputs) {
    return Fault{Rule::bias,
                 Field::bias,
                 {},
                 {{"channels", outputs}, {"length", *request.bias}},
                 Nearest{Field::bias, {outputs}}};
  }
  return Channels{given, outputs};
}

Axis axis_of(double coarse, double fine, double taps, const AxisSettings& settings) {
  const auto whole = [](double value) { return static_cast<std::int64_t>(value); };
  return {whole(coarse),
          whole(fine),
          whole(taps),
          whole(settings.stride),
          whole(settings.dilation),
          whole(settings.before)};
}

/// The cells that a kernel of so many taps covers.
double extent_of(double taps, const AxisSettings& settings) {
  return settings.dilation * (taps - 1) + 1;
}

double output_size(AxisName axis, const Request& request) {
  const auto dimension = 2 + static_cast<std::size_t>(axis);
  return output_size(request.operation, request.x[dimension], request.k[dimension],
                     along(axis, request.settings));
}

std::variant<Axis, Fault> plan_conv_axis(AxisName axis, const Request& request) {
  const auto dimension = 2 + static_cast<std::size_t>(axis);
  const auto input = request.x[dimension];
  const auto taps = request.k[dimension];
  const auto settings = along(axis, request.settings);

  const auto padded = input + settings.before + settings.after;
  const auto extent = extent_of(taps, settings);
  if (extent > padded) {
    const Numbers size{request.k[2], request.k[3]};
    const auto fitting = std::floor((padded - 1) / settings.dilation) + 1;
    return Fault{
        Rule::kernel,
        Field::k,
        axis,
        {{"extent", extent}, {"dilation", settings.dilation}, {"taps", taps}, {"input", padded}},
        Nearest{Field::k, with(size, static_cast<std::size_t>(axis), fitting)}};
  }
  return axis_of(output_size(axis, request), input, taps, settings);
}

/// The padding that leaves one of `full` cells, as near to the one asked for as can be.
Nearest nearest_padding(AxisName axis, const Numbers& padding, double full) {
  if (padding.size() < 4) {
    return {Field::padding, with(padding, position(padding, axis), std::floor((full - 1) / 2))};
  }
  const auto first = axis == AxisName::height ? 0U : 2U;
  const auto before = std::min(padding[first], full - 1);
  const auto after = std::min(padding[first + 1], full - 1 - before);
  return {Field::padding, with(with(padding, first, before), first + 1, after)};
}

std::variant<Axis, Fault> plan_transposed_axis(AxisName axis, const Request& request) {
  const auto dimension = 2 + static_cast<std::size_t>(axis);
  const auto input = request.x[dimension];
  const auto taps = request.k[dimension];
  const auto settings = along(axis, request.settings);

  const auto limit = output_padding_limit(settings);
  if (settings.output_padding >= limit) {
    const auto& list = request.settings.output_padding;
    return Fault{Rule::output_padding,
                 Field::output_padding,
                 axis,
                 {{"stride", settings.stride},
                  {"dilation", settings.dilation},
                  {"value", settings.output_padding}},
                 Nearest{Field::output_padding, with(list, position(list, axis), limit - 1)}};
  }
  const auto output = output_size(axis, request);
  if (output < 1) {
    const auto pads = settings.before + settings.after;
    const auto full = output + pads;
    return Fault{Rule::crop,
                 Field::padding,
                 axis,
                 {{"padding", pads}, {"full", full}},
                 nearest_padding(axis, request.settings.padding, full)};
  }
  return axis_of(input, output, taps, settings);
}

std::variant<Axis, Fault> plan_axis(AxisName axis, const Request& request) {
  return request.operation == Operation::conv2d ? plan_conv_axis(axis, request)
                                                : plan_transposed_axis(axis, request);
}

Shape whole_shape(double n, double c, double h, double w) {
  return {static_cast<std::size_t>(n), static_cast<std::size_t>(c), static_cast<std::size_t>(h),
          static_cast<std::size_t>(w)};
}

Shape whole_shape(const Numbers& shape) {
  return whole_shape(shape[0], shape[1], shape[2], shape[3]);
}

/// The numbers in Y by its sizes alone; 0 where one of them would be below 1.
double output_elements(const Request& request) {
  const bool transposed = request.operation == Operation::conv_transpose2d;
  const auto outputs = transposed ? request.k[1] * request.settings.groups : request.k[0];
  return elements({request.x[0], outputs, std::max(output_size(AxisName::height, request), 0.0),
                   std::max(output_size(AxisName::width, request), 0.0)});
}

/// The largest whole number from `low` to `high` that `fits`, which holds up to some number and
/// not above; `low` if none does.
double largest(double low, double high, const std::function<bool(double)>& fits) {
  while (low < high) {
    const auto middle = std::ceil((low + high) / 2);
    if (fits(middle)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/// One setting, or else the height of X, smaller so that Y fits.
std::optional<Nearest> nearest_output(const Request& request) {
  const auto most_that_fits = [](double low, double high, const auto& changed) {
    return changed(largest(low, high, [&changed](double bound) {
      return output_elements(changed(bound)) <= most_elements;
    }));
  };
  const auto fits = [](const Request& changed) {
    const auto count = output_elements(changed);
    return count >= 1 && count <= most_elements;
  };

  using Setting = std::pair<Field, Numbers Settings::*>;
  const auto enlarging =
      request.operation == Operation::conv2d
          ? std::vector{Setting{Field::padding, &Settings::padding}}
          : std::vector{Setting{Field::stride, &Settings::stride},
                        Setting{Field::dilation, &Settings::dilation},
                        Setting{Field::output_padding, &Settings::output_padding}};
  for (const auto& setting : enlarging) {
    const auto field = setting.first;
    const auto list = setting.second;
    const auto at_most = [&request, list](double bound) {
      auto changed = request;
      for (auto& number : changed.settings.*list) number = std::min(number, bound);
      return changed;
    };
    const auto changed = most_that_fits(minimum_of(field), most_setting, at_most);
    if (fits(changed)) return Nearest{field, changed.settings.*list};
  }
  const auto lower = [&request](double height) {
    auto changed = request;
    changed.x[2] = height;
    return changed;
  };
  const auto changed = most_that_fits(1, request.x[2], lower);
  if (fits(changed)) return Nearest{Field::x, {changed.x[2], changed.x[3]}};
  return std::nullopt;
}

}  // namespace

std::string_view name(Operation operation) {
  return operation == Operation::conv2d ? "conv2d" : "conv_transpose2d";
}

Layer transposed(const Layer& layer) {
  auto other = layer;
  other.operation =
      layer.operation == Operation::conv2d ? Operation::conv_transpose2d : Operation::conv2d;
  std::swap(other.x, other.y);
  return other;
}

AxisSettings along(AxisName axis, const Settings& settings) {
  const auto pick = [axis](const Numbers& list, double otherwise) {
    return list.empty() ? otherwise : list[position(list, axis)];
  };
  const auto& padding = settings.padding;
  const auto first_side = axis == AxisName::height ? 0U : 2U;
  const bool per_side = padding.size() == 4;
  return {pick(settings.stride, 1), pick(settings.dilation, 1),
          per_side ? padding[first_side] : pick(padding, 0),
          per_side ? padding[first_side + 1] : pick(padding, 0), pick(settings.output_padding, 0)};
}

Settings filled(Settings settings) {
  for (const auto& [list, otherwise] :
       {std::pair(&settings.stride, 1), std::pair(&settings.dilation, 1),
        std::pair(&settings.padding, 0), std::pair(&settings.output_padding, 0)}) {
    if (list->empty()) *list = {static_cast<double>(otherwise)};
  }
  return settings;
}

double output_size(Operation operation, double input, double taps, const AxisSettings& settings) {
  const auto extent = extent_of(taps, settings);
  const auto pads = settings.before + settings.after;
  if (operation == Operation::conv2d) {
    return std::floor((input + pads - extent) / settings.stride) + 1;
  }
  return (input - 1) * settings.stride - pads + extent + settings.output_padding;
}

double output_padding_limit(const AxisSettings& settings) {
  return std::max(settings.stride, settings.dilation);
}

std::size_t cells(const Shape& shape) { return shape[0] * shape[1] * shape[2] * shape[3]; }

std::optional<Fault> shape_fault(Field field, const Numbers& shape) {
  if (shape.size() != 4) {
    return Fault{Rule::rank, field, {}, {{"dimensions", static_cast<double>(shape.size())}}, {}};
  }
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const double minimum = field == Field::x && i == 0 ? 0 : 1;
    const auto value = shape[i];
    if (i < 2) {
      if (is_whole(value) && value >= minimum) continue;
      return Fault{Rule::dimension,
                   field,
                   {},
                   {{"dimension", static_cast<double>(i)}, {"minimum", minimum}, {"value", value}},
                   {}};
    }
    const Numbers size{shape[2], shape[3]};
    if (auto fault = number_fault(field, static_cast<AxisName>(i - 2), size, i - 2, minimum)) {
      return fault;
    }
  }
  if (const auto count = elements(shape); count > most_elements) {
    std::optional<Nearest> nearest;
    if (const auto height = std::floor(most_elements * shape[2] / count); height >= 1) {
      nearest = Nearest{field, {height, shape[3]}};
    }
    return Fault{
        Rule::elements, field, {}, {{"elements", count}, {"limit", most_elements}}, nearest};
  }
  return std::nullopt;
}

std::optional<Fault> length_fault(Field field, const Numbers& shape, double length) {
  if (length == product(shape)) return std::nullopt;
  return Fault{Rule::length, field, {}, {{"length", length}, {"expected", product(shape)}}, {}};
}

std::optional<Fault> editing_fault(Field field, const Numbers& shape) {
  if (auto fault = shape_fault(field, shape)) return fault;
  const Numbers limits{most_channels, most_channels, most_rows, most_columns};
  auto fitting = shape;
  for (std::size_t i = 0; i < fitting.size(); ++i) fitting[i] = std::min(shape[i], limits[i]);

  // Rows and columns first: of the two, a wrong size is the likelier slip.
  for (const std::size_t i : {2, 3, 0, 1}) {
    if (shape[i] <= limits[i]) continue;
    const bool is_channel = i < 2;
    return Fault{is_channel ? Rule::edit_channels : Rule::edit_size,
                 field,
                 is_channel ? std::optional<AxisName>{} : static_cast<AxisName>(i - 2),
                 {{"value", shape[i]}, {"limit", limits[i]}},
                 Nearest{field, fitting}};
  }
  return std::nullopt;
}

std::variant<Layer, Fault> plan(const Request& request) {
  if (auto fault = shape_fault(Field::x, request.x)) return *fault;
  if (auto fault = shape_fault(Field::k, request.k)) return *fault;
  if (auto fault = settings_fault(request)) return *fault;

  const auto channels = plan_channels(request);
  if (const auto* fault = std::get_if<Fault>(&channels)) return *fault;
  const auto height = plan_axis(AxisName::height, request);
  if (const auto* fault = std::get_if<Fault>(&height)) return *fault;
  const auto width = plan_axis(AxisName::width, request);
  if (const auto* fault = std::get_if<Fault>(&width)) return *fault;
  if (const auto count = output_elements(request); count > most_elements) {
    return Fault{Rule::elements,
                 Field::y,
                 {},
                 {{"elements", count}, {"limit", most_elements}},
                 nearest_output(request)};
  }

  const auto& rows = std::get<Axis>(height);
  const auto& columns = std::get<Axis>(width);
  const bool transposed = request.operation == Operation::conv_transpose2d;
  const auto outputs = std::get<Channels>(channels).output;
  return Layer{request.operation,
               rows,
               columns,
               static_cast<std::size_t>(request.settings.groups),
               whole_shape(request.x),
               whole_shape(request.k),
               {static_cast<std::size_t>(request.x[0]), static_cast<std::size_t>(outputs),
                static_cast<std::size_t>(transposed ? rows.fine : rows.coarse),
                static_cast<std::size_t>(transposed ? columns.fine : columns.coarse)}};
}

}  // namespace conv
