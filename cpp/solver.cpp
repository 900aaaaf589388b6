#include "solver.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace conv {
namespace {

bool is_whole(double value) { return value == std::floor(value) && std::abs(value) <= 1e15; }

bool is_size(double value) { return is_whole(value) && value >= 1; }

/// Whether any layer has these; a list of sizes is endless for some that none has.
bool are_settings(double taps, const AxisSettings& settings) {
  const auto in_range = [](double value, double minimum) {
    return is_whole(value) && value >= minimum && value <= most_setting;
  };
  return in_range(taps, 1) && in_range(settings.stride, 1) && in_range(settings.dilation, 1) &&
         in_range(settings.before, 0) && in_range(settings.after, 0);
}

AxisSettings with_output_padding(AxisSettings settings, double output_padding) {
  settings.output_padding = output_padding;
  return settings;
}

/// The output_padding that conv_transpose2d needs from `coarse` to `fine`, allowed or not.
double needed_padding(double coarse, double fine, double taps, const AxisSettings& settings) {
  return fine -
         output_size(Operation::conv_transpose2d, coarse, taps, with_output_padding(settings, 0));
}

/// The least output_padding with which conv_transpose2d leaves a cell, allowed or not.
double least_padding(double coarse, double taps, const AxisSettings& settings) {
  return std::max(0.0, needed_padding(coarse, 1, taps, settings));
}

/// The size that an operation makes, or nothing where a rule forbids the layer.
std::optional<double> reached(Operation operation, double input, double taps,
                              const AxisSettings& settings) {
  const auto padding = settings.output_padding;
  const bool reads_it = operation == Operation::conv_transpose2d;
  const bool allowed =
      is_whole(padding) && padding >= 0 && padding < output_padding_limit(settings);
  if (reads_it && !allowed) return std::nullopt;
  const auto output = output_size(operation, input, taps, settings);
  if (!is_size(output)) return std::nullopt;
  return output;
}

/// The ranking of settings_between().
auto rank(const Found& found) {
  return std::tuple(!found.scales, found.dilation, found.output_padding, found.stride, found.kernel,
                    found.padding);
}

}  // namespace

bool overlaps_evenly(double taps, double stride, double dilation) {
  const auto whole = [](double value) { return static_cast<std::int64_t>(value); };
  return std::fmod(taps, stride) == 0 && std::gcd(whole(stride), whole(dilation)) == 1;
}

std::vector<Found> settings_between(Operation operation, double input, double output,
                                    const Search& most) {
  std::vector<Found> all;
  if (!is_size(input) || !is_size(output)) return all;
  const bool transposed = operation == Operation::conv_transpose2d;
  const auto [coarse, fine] = transposed ? std::pair(input, output) : std::pair(output, input);
  const auto up_to = [](double wanted, double widest) { return std::min(wanted, widest); };

  for (double dilation = 1; dilation <= up_to(most.dilation, widest_search.dilation); ++dilation) {
    for (double stride = 1; stride <= up_to(most.stride, widest_search.stride); ++stride) {
      for (double kernel = 1; kernel <= up_to(most.kernel, widest_search.kernel); ++kernel) {
        const bool even = overlaps_evenly(kernel, stride, dilation);
        for (double padding = 0; padding <= up_to(most.padding, widest_search.padding); ++padding) {
          auto settings = AxisSettings{stride, dilation, padding, padding};
          settings.output_padding = needed_padding(coarse, fine, kernel, settings);
          // A convolution drops fewer rows than its stride: the only inputs it cannot tell apart.
          if (settings.output_padding < 0 || (!transposed && settings.output_padding >= stride) ||
              reached(operation, input, kernel, settings) != output) {
            continue;
          }
          const bool scales =
              fine == coarse * stride && output_size(Operation::conv_transpose2d, coarse + 1,
                                                     kernel, settings) == fine + stride;
          all.push_back({kernel, stride, padding, dilation, settings.output_padding, even, scales});
        }
      }
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Found& a, const Found& b) { return rank(a) < rank(b); });
  return all;
}

std::vector<Source> inputs_of(Operation operation, double output, double taps,
                              const AxisSettings& settings) {
  std::vector<Source> sources;
  if (!is_size(output) || !are_settings(taps, settings)) return sources;
  if (operation == Operation::conv2d) {
    // Those that conv_transpose2d comes back to.
    auto padding = least_padding(output, taps, settings);
    for (; padding < settings.stride && sources.size() < most_sources; ++padding) {
      const auto input = reached(Operation::conv_transpose2d, output, taps,
                                 with_output_padding(settings, padding));
      if (input) sources.push_back({*input, padding});
    }
    return sources;
  }
  // From the largest that can be meant down, until the output_padding that it takes is too much.
  auto input = output_size(Operation::conv2d, output, taps, settings);
  for (; input >= 1 && sources.size() < most_sources; --input) {
    const auto padding = needed_padding(input, output, taps, settings);
    if (padding >= output_padding_limit(settings)) break;
    sources.push_back({input, padding});
  }
  std::reverse(sources.begin(), sources.end());
  return sources;
}

std::vector<Trip> round_trips(Operation operation, double taps, const AxisSettings& settings,
                              double first, double last) {
  std::vector<Trip> trips;
  if (!is_size(first) || !are_settings(taps, settings)) return trips;
  const auto other =
      operation == Operation::conv2d ? Operation::conv_transpose2d : Operation::conv2d;
  const auto travelled = [&](double size, const AxisSettings& used) {
    Trip trip{size, reached(operation, size, taps, used), {}, {}};
    if (trip.there) trip.back = reached(other, *trip.there, taps, used);
    return trip;
  };
  for (auto size = first; size <= last && size < first + most_trips; ++size) {
    auto trip = travelled(size, settings);
    if (operation == Operation::conv2d) {
      const auto padding = trip.there ? needed_padding(*trip.there, size, taps, settings) : -1;
      if (padding >= 0) trip.repair = padding;
    } else {
      // Up to one less than the stride it does not matter, if only there is an output.
      const auto padding = least_padding(size, taps, settings);
      if (travelled(size, with_output_padding(settings, padding)).back == size) {
        trip.repair = padding;
      }
    }
    trips.push_back(trip);
  }
  return trips;
}

}  // namespace conv
