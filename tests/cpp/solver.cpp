#include "solver.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

#include "random_layer.hpp"

namespace conv {

void PrintTo(const Found& found, std::ostream* out) {
  *out << "{.kernel = " << found.kernel << ", .stride = " << found.stride
       << ", .padding = " << found.padding << ", .dilation = " << found.dilation
       << ", .output_padding = " << found.output_padding << '}';
}

void PrintTo(const Source& source, std::ostream* out) {
  *out << "{.input = " << source.input << ", .output_padding = " << source.output_padding << '}';
}

namespace {

constexpr auto conv2d = Operation::conv2d;
constexpr auto conv_transpose2d = Operation::conv_transpose2d;

/// (kernel, stride, padding, dilation, output_padding)
using Setting = std::array<double, 5>;

Setting setting_of(const Found& found) {
  return {found.kernel, found.stride, found.padding, found.dilation, found.output_padding};
}

/// The width of Y for a row of `input` cells; none where plan() refuses it.
std::optional<double> planned(Operation operation, double input, const Setting& setting) {
  const auto [kernel, stride, padding, dilation, output_padding] = setting;
  const auto layer = plan({.operation = operation,
                           .x = {1, 1, 1, input},
                           .k = {1, 1, 1, kernel},
                           .settings = {.stride = {1, stride},
                                        .dilation = {1, dilation},
                                        .padding = {0, padding},
                                        .output_padding = {0, output_padding}}});
  if (!std::holds_alternative<Layer>(layer)) return std::nullopt;
  return static_cast<double>(std::get<Layer>(layer).y[3]);
}

/// Every setting within `most` by trying each of them.
std::set<Setting> searched(Operation operation, double input, double output, const Search& most) {
  std::set<Setting> all;
  for (double kernel = 1; kernel <= most.kernel; ++kernel) {
    for (double stride = 1; stride <= most.stride; ++stride) {
      for (double padding = 0; padding <= most.padding; ++padding) {
        for (double dilation = 1; dilation <= most.dilation; ++dilation) {
          for (double extra = 0; extra < std::max(stride, dilation); ++extra) {
            const Setting setting{kernel, stride, padding, dilation, extra};
            if (planned(operation, input, setting) != output) continue;
            // Of a convolution's settings, the output_padding that leads back.
            if (operation == conv2d &&
                (extra >= stride || planned(conv_transpose2d, output, setting) != input)) {
              continue;
            }
            all.insert(setting);
          }
        }
      }
    }
  }
  return all;
}

TEST(Solver, FindsWhatTryingEverythingFinds) {
  const Search most{.kernel = 7, .stride = 4, .padding = 4, .dilation = 3};
  for (const auto operation : {conv2d, conv_transpose2d}) {
    for (const double input : {1, 2, 5, 7, 16}) {
      for (const double output : {1, 2, 3, 6, 7, 14, 17, 35}) {
        std::set<Setting> found;
        for (const auto& each : settings_between(operation, input, output, most)) {
          ASSERT_TRUE(found.insert(setting_of(each)).second) << "twice";
        }
        ASSERT_EQ(found, searched(operation, input, output, most)) << input << " to " << output;
      }
    }
  }
}

TEST(Solver, FindsWhatTryingEverythingFindsInTheWidestSearch) {
  for (const auto operation : {conv2d, conv_transpose2d}) {
    const double input = operation == conv2d ? 14 : 7, output = operation == conv2d ? 7 : 14;
    std::set<Setting> found;
    for (const auto& each : settings_between(operation, input, output)) {
      found.insert(setting_of(each));
    }
    EXPECT_EQ(found, searched(operation, input, output, widest_search));
  }
}

TEST(Solver, BeginsWithTheWaysToDouble) {
  const auto found = settings_between(conv_transpose2d, 7, 14,
                                      {.kernel = 7, .stride = 4, .padding = 3, .dilation = 1});
  std::vector<std::array<double, 3>> doubling;
  for (const auto& each : found) {
    if (each.scales) doubling.push_back({each.kernel, each.padding, each.output_padding});
  }
  EXPECT_EQ(doubling,
            (std::vector<std::array<double, 3>>{
                {2, 0, 0}, {4, 1, 0}, {6, 2, 0}, {1, 0, 1}, {3, 1, 1}, {5, 2, 1}, {7, 3, 1}}));
  for (std::size_t i = 0; i < doubling.size(); ++i) {
    EXPECT_EQ(found[i].stride, 2);
    EXPECT_EQ(found[i].even, found[i].output_padding == 0);
  }
}

TEST(Solver, SaysWhichSettingsHoldForEverySize) {
  for (const auto operation : {conv2d, conv_transpose2d}) {
    for (const auto& found : settings_between(operation, 12, operation == conv2d ? 4 : 36)) {
      bool always = true;
      for (double coarse = 1; coarse <= 40; ++coarse) {
        const auto fine = coarse * found.stride;
        always = always && (operation == conv2d
                                ? planned(conv2d, fine, setting_of(found)) == coarse
                                : planned(conv_transpose2d, coarse, setting_of(found)) == fine);
      }
      ASSERT_EQ(found.scales, always) << testing::PrintToString(found);
    }
  }
}

TEST(Solver, FindsTheSameLayersForBothOperations) {
  // Only from a dilation above the stride has conv_transpose2d more output_padding than is dropped.
  auto up = settings_between(conv_transpose2d, 6, 17);
  const auto down = settings_between(conv2d, 17, 6);
  std::erase_if(up, [](const Found& each) { return each.output_padding >= each.stride; });
  EXPECT_EQ(up, down);
}

TEST(Solver, MarksTheOverlapThatCountsShowToBeEven) {
  for (const double kernel : {1, 2, 3, 4, 6, 9}) {
    for (const double stride : {1, 2, 3, 4}) {
      for (const double dilation : {1, 2, 3}) {
        std::vector<int> stamps(400);
        for (int coarse = 0; coarse < 80; ++coarse) {
          for (int tap = 0; tap < kernel; ++tap) {
            const auto fine = coarse * stride + tap * dilation;
            if (fine < 400) ++stamps[static_cast<std::size_t>(fine)];
          }
        }
        const bool even = std::all_of(stamps.begin() + 40, stamps.begin() + 60,
                                      [&](int count) { return count == stamps[40]; });
        EXPECT_EQ(overlaps_evenly(kernel, stride, dilation), even)
            << kernel << ' ' << stride << ' ' << dilation;
      }
    }
  }
}

TEST(Solver, TellsTheInputsOfAnOutputApart) {
  const AxisSettings article{.stride = 3, .before = 2, .after = 2};
  EXPECT_EQ(inputs_of(conv2d, 6, 5, article), (std::vector<Source>{{16, 0}, {17, 1}, {18, 2}}));
  EXPECT_EQ(inputs_of(conv_transpose2d, 17, 5, article), (std::vector<Source>{{6, 1}}));
}

TEST(Solver, FindsEveryInputOfAnOutput) {
  for (const auto& request : random_requests(21, 500)) {
    const auto operation = request.operation;
    const auto axis = along(AxisName::width, request.settings);
    const auto taps = request.k[3];
    const auto layer = [&](Operation which, double input, double extra) {
      const auto made = plan({.operation = which,
                              .x = {1, 1, 1, input},
                              .k = {1, 1, 1, taps},
                              .settings = {.stride = {1, axis.stride},
                                           .dilation = {1, axis.dilation},
                                           .padding = {0, 0, axis.before, axis.after},
                                           .output_padding = {0, extra}}});
      return std::holds_alternative<Layer>(made) ? static_cast<double>(std::get<Layer>(made).y[3])
                                                 : 0;
    };
    for (double output = 1; output < 12; ++output) {
      std::vector<Source> expected;
      for (double input = 1; input < 60; ++input) {
        for (double extra = 0; extra < output_padding_limit(axis); ++extra) {
          const bool led = operation == conv2d
                               ? extra < axis.stride && layer(conv2d, input, 0) == output &&
                                     layer(conv_transpose2d, output, extra) == input
                               : layer(conv_transpose2d, input, extra) == output;
          if (led) expected.push_back({input, extra});
        }
      }
      ASSERT_EQ(inputs_of(operation, output, taps, axis), expected) << output << ' ' << request;
    }
  }
}

TEST(Solver, BringsTheArticlesSizesBackByOutputPadding) {
  const AxisSettings article{.stride = 3, .before = 2, .after = 2};
  EXPECT_EQ(round_trips(conv2d, 5, article, 15, 18),
            (std::vector<Trip>{{15, 5, 13, 2}, {16, 6, 16, 0}, {17, 6, 16, 1}, {18, 6, 16, 2}}));
}

TEST(Solver, RepairsEverySizeThatAConvolutionTakes) {
  for (const auto& request : random_requests(22, 500)) {
    const auto axis = along(AxisName::height, request.settings);
    for (const auto& trip : round_trips(conv2d, request.k[2], axis, 1, 40)) {
      ASSERT_EQ(trip.there.has_value(), trip.repair.has_value()) << request;
      if (!trip.repair) continue;
      auto repaired = axis;
      repaired.output_padding = *trip.repair;
      const auto again = round_trips(conv2d, request.k[2], repaired, trip.size, trip.size);
      ASSERT_EQ(again.at(0).back, trip.size) << request;
      ASSERT_LT(*trip.repair, axis.stride) << request;
    }
  }
}

TEST(Solver, ComesBackFromEveryOutputOfATransposedConvolution) {
  for (const auto& request : random_requests(23, 500)) {
    if (request.operation != conv_transpose2d) continue;
    const auto axis = along(AxisName::height, request.settings);
    for (const auto& trip : round_trips(conv_transpose2d, request.k[2], axis, 1, 20)) {
      if (!trip.there || axis.output_padding >= axis.stride) continue;
      ASSERT_EQ(trip.back, trip.size) << request;
    }
  }
}

TEST(Solver, HasNothingForWhatIsNoSize) {
  for (const double odd : {0.0, -1.0, 0.5, std::nan(""), 1e300}) {
    EXPECT_TRUE(settings_between(conv2d, odd, 3).empty());
    EXPECT_TRUE(settings_between(conv2d, 3, odd).empty());
    EXPECT_TRUE(inputs_of(conv2d, odd, 3, {}).empty());
    EXPECT_TRUE(round_trips(conv2d, 3, {}, odd, 9).empty());
    for (const AxisSettings& settings :
         {AxisSettings{.stride = odd}, AxisSettings{.dilation = odd}}) {
      EXPECT_TRUE(inputs_of(conv2d, 3, 3, settings).empty());
      EXPECT_TRUE(round_trips(conv2d, 3, settings, 1, 9).empty());
    }
    EXPECT_TRUE(inputs_of(conv2d, 3, odd, {}).empty());
    EXPECT_TRUE(round_trips(conv2d, odd, {}, 1, 9).empty());
  }
  EXPECT_EQ(round_trips(conv2d, 3, {}, 1, 1e9).size(), most_trips);
  EXPECT_EQ(inputs_of(conv2d, 3, 3, {.stride = most_setting}).size(), most_sources);
}

}  // namespace
}  // namespace conv
