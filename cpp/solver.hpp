#pragma once

#include <optional>
#include <vector>

#include "geometry.hpp"

/// Sizes asked the other way round, along one axis: which settings, and which inputs, give them.
namespace conv {

/// The most that each setting may be in a search; its padding is the same on both sides.
struct Search {
  double kernel = 11;
  double stride = 8;
  double padding = 15;
  double dilation = 3;
};

/// The widest search there is.
constexpr Search widest_search;

/// Settings that lead from one size to another. Of a conv2d, which reads no output_padding, it is
/// the one with which conv_transpose2d goes back to just that input.
struct Found {
  double kernel;
  double stride;
  double padding;
  double dilation;
  double output_padding;
  /// Every cell of the finer side takes part in as many products, away from the borders: no
  /// checkerboard.
  bool even;
  /// The sizes are in the ratio of the stride, whatever the coarser one is.
  bool scales;

  friend bool operator==(const Found&, const Found&) = default;
};

/// All settings within `most` (and within widest_search) that make `output` of `input`, the simple
/// ones first: those that hold for every size, then by the smallest dilation, output_padding,
/// stride, kernel and padding, in this order.
std::vector<Found> settings_between(Operation operation, double input, double output,
                                    const Search& most = widest_search);

/// Whether each residue of the stride meets as many of the taps' places: as many stamps on each
/// cell, unless the weights differ. It is so when the stride divides the taps and has no factor in
/// common with the dilation.
bool overlaps_evenly(double taps, double stride, double dilation);

/// An input size and the output_padding that goes with it.
struct Source {
  double input;
  double output_padding;

  friend bool operator==(const Source&, const Source&) = default;
};

/// The most that inputs_of() lists.
constexpr std::size_t most_sources = 64;

/// The inputs that become `output` under these settings, from the smallest. Of conv2d: each with
/// the output_padding by which conv_transpose2d makes it of `output`. Of conv_transpose2d: each
/// with the output_padding that it needs itself, whatever the settings' own is.
std::vector<Source> inputs_of(Operation operation, double output, double taps,
                              const AxisSettings& settings);

/// One size there and back.
struct Trip {
  double size;
  std::optional<double> there;
  std::optional<double> back;
  /// The smallest output_padding that makes `back` the size it began with.
  std::optional<double> repair;

  friend bool operator==(const Trip&, const Trip&) = default;
};

/// The most sizes that round_trips() tells of.
constexpr double most_trips = 128;

/// The sizes from `first` to `last` through `operation` and then through the other one with the
/// same settings.
std::vector<Trip> round_trips(Operation operation, double taps, const AxisSettings& settings,
                              double first, double last);

}  // namespace conv
