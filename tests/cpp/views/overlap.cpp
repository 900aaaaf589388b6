#include "views/overlap.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "convolution.hpp"
#include "matrix.hpp"
#include "random_layer.hpp"
#include "views/remedy.hpp"

namespace conv {
namespace {

using Numbers = std::vector<double>;

Layer layer_of(const Request& request) { return std::get<Layer>(plan(request)); }

/// A conv_transpose2d of one channel whose axes are alike.
Request square(double x, double k, const Settings& settings) {
  return {.operation = Operation::conv_transpose2d,
          .x = {1, 1, x, x},
          .k = {1, 1, k, k},
          .settings = settings};
}

AxisOverlap rows_of(const Request& request) { return overlap(layer_of(request).height); }

bool is_even(const AxisOverlap& axis) {
  return axis.evenness == Evenness::stride_one || axis.evenness == Evenness::multiple;
}

/// The shape of the finer plane's tensor.
const Shape& fine_shape(const Layer& layer) {
  return layer.operation == Operation::conv2d ? layer.x : layer.y;
}

std::size_t sum_of(const Tensor<double>& tensor) {
  return static_cast<std::size_t>(std::accumulate(tensor.begin(), tensor.end(), 0.0));
}

TEST(Overlap, CountsTheStampsThatReachACell) {
  const auto y = matrix({
      {1, 1, 2, 1, 1},
      {1, 1, 2, 1, 1},
      {2, 2, 4, 2, 2},
      {1, 1, 2, 1, 1},
      {1, 1, 2, 1, 1},
  });
  EXPECT_EQ(touches(layer_of(square(2, 3, {.stride = {2}}))), y);
}

TEST(Overlap, CountsHowOftenAConvolutionReadsACell) {
  const auto x = matrix({
      {1, 1, 2, 1, 1, 0},
  });
  EXPECT_EQ(touches(layer_of({.operation = Operation::conv2d,
                              .x = {1, 1, 1, 6},
                              .k = {1, 1, 1, 3},
                              .settings = {.stride = {2}}})),
            x);
}

TEST(Overlap, CountsTheLinks) {
  for (const auto& request : random_requests(21, 500)) {
    const auto layer = layer_of(request);
    const auto& shape = fine_shape(layer);
    Tensor<double> expected(shape, 0.0);
    const auto links = naive::links(request);
    for (const auto& link : links) {
      ++expected.data()[layer.operation == Operation::conv2d ? link.x : link.y];
    }
    const auto counts = touches(layer);
    // Each of them once for every channel on the other side.
    const auto pairs = layer.k[0] / layer.groups;
    const auto plane = shape[2] * shape[3];
    ASSERT_EQ(counts.size(), plane) << request;
    for (std::size_t cell = 0; cell < expected.size(); ++cell) {
      ASSERT_EQ(expected.data()[cell], counts.data()[cell % plane] * static_cast<double>(pairs))
          << request;
    }
    const auto planes = layer.x[0] * layer.k[0] * layer.k[1];
    ASSERT_EQ(sum_of(counts) * planes, links.size()) << request;
  }
}

TEST(Overlap, TellsFromTheCountsAwayFromTheEnds) {
  for (std::int64_t stride = 1; stride <= 6; ++stride) {
    for (std::int64_t taps = 1; taps <= 7; ++taps) {
      for (std::int64_t dilation = 1; dilation <= 4; ++dilation) {
        for (std::int64_t padding = 0; padding <= 3; ++padding) {
          const Axis axis{20, 80, taps, stride, dilation, padding};
          // Every phase between the last cell that lacks stamps at the start, and the first at the
          // end.
          std::vector<double> counts(80, 0.0);
          for (std::int64_t coarse = 0; coarse < axis.coarse; ++coarse) {
            for (std::int64_t tap = 0; tap < taps; ++tap) {
              const auto fine = axis.fine_of(coarse, tap);
              if (fine >= 0 && fine < 80) ++counts[static_cast<std::size_t>(fine)];
            }
          }
          const auto first = counts.begin() + (taps - 1) * dilation;
          const auto last = counts.begin() + std::min<std::int64_t>(80, 19 * stride - padding + 1);
          const auto result = overlap(axis);
          if (last - first < stride) continue;
          const auto [least, most] = std::minmax_element(first, last);
          ASSERT_EQ(result.least, *least) << taps << stride << dilation << padding;
          ASSERT_EQ(result.most, *most) << taps << stride << dilation << padding;
          ASSERT_EQ(is_even(result), *least == *most);
          for (std::size_t phase = 0; phase < result.taps.size(); ++phase) {
            const auto cell = static_cast<std::size_t>(result.cells[phase]);
            ASSERT_EQ(result.taps[phase], counts[cell]);
            ASSERT_EQ(cell % static_cast<std::size_t>(stride), phase);
          }
        }
      }
    }
  }
}

TEST(Overlap, SaysWhy) {
  EXPECT_EQ(rows_of(square(4, 3, {})).evenness, Evenness::stride_one);
  EXPECT_EQ(rows_of(square(4, 4, {.stride = {2}})).evenness, Evenness::multiple);
  EXPECT_EQ(rows_of(square(4, 3, {.stride = {2}})).evenness, Evenness::remainder);
  EXPECT_EQ(rows_of(square(4, 1, {.stride = {2}})).evenness, Evenness::remainder);
  EXPECT_EQ(rows_of(square(4, 4, {.stride = {2}, .dilation = {2}})).evenness, Evenness::factor);
  EXPECT_EQ(rows_of(square(4, 6, {.stride = {6}, .dilation = {4}})).evenness, Evenness::factor);
  EXPECT_EQ(rows_of(square(4, 4, {.stride = {2}, .dilation = {3}})).evenness, Evenness::multiple);
}

TEST(Overlap, NumbersThePhasesByTheirFirstCell) {
  EXPECT_EQ(rows_of(square(4, 3, {.stride = {2}})).taps, (Numbers{2, 1}));
  EXPECT_EQ(rows_of(square(4, 3, {.stride = {2}, .padding = {1}})).taps, (Numbers{1, 2}));
}

TEST(Overlap, GivesWhatTheLayerMakesOfOnes) {
  for (auto request : random_requests(22, 500)) {
    if (request.operation == Operation::conv2d) continue;
    request.bias.reset();
    request.x[0] = 1;
    request.x[2] = request.x[3] = 12;  // so that there are cells away from the edges
    const auto planned = plan(request);
    if (!std::holds_alternative<Layer>(planned)) continue;
    const auto& layer = std::get<Layer>(planned);
    const auto k = integer_operands<double>(request).k;
    const auto y = reference(layer, Tensor<double>(layer.x, 1.0), k, {});
    const auto sums = phase_weights(layer, k);
    const auto inside = [](const Axis& axis, std::size_t cell) {
      const auto at = static_cast<std::int64_t>(cell);
      return at >= axis.fine_of(0, axis.taps - 1) && at <= axis.fine_of(axis.coarse - 1, 0);
    };
    for (std::size_t channel = 0; channel < y.shape(1); ++channel) {
      for (std::size_t row = 0; row < y.shape(2); ++row) {
        for (std::size_t column = 0; column < y.shape(3); ++column) {
          if (!inside(layer.height, row) || !inside(layer.width, column)) continue;
          ASSERT_EQ(y(0, channel, row, column),
                    sums(0, channel, row % sums.shape(2), column % sums.shape(3)))
              << request;
        }
      }
    }
  }
}

TEST(Overlap, GivesHowMuchACellCountsInAConvolution) {
  const Request request{.operation = Operation::conv2d,
                        .x = {1, 1, 1, 8},
                        .k = {2, 1, 1, 3},
                        .settings = {.stride = {1, 2}}};
  Tensor<double> k(Shape{2, 1, 1, 3});
  std::iota(k.begin(), k.end(), 1.0);
  // Even cells meet the first and the last weight of both outputs, odd ones that in the middle.
  EXPECT_EQ(phase_weights(layer_of(request), k), matrix({{1 + 3 + 4 + 6, 2 + 5}}));
}

TEST(Overlap, ComparesTheWeightsOfAChannel) {
  const auto layer = layer_of(square(4, 3, {.stride = {2}}));
  const auto tent = matrix({
      {0.25, 0.5, 0.25},
      {0.50, 1.0, 0.50},
      {0.25, 0.5, 0.25},
  });
  const auto sums = extremes(phase_weights(layer, tent), 0);
  EXPECT_TRUE(sums.even);
  EXPECT_EQ(sums.most, 1);
  EXPECT_FALSE(extremes(phase_weights(layer, Tensor<double>(layer.k, 1.0)), 0).even);
  EXPECT_TRUE(extremes(matrix({{0.1 + 0.2, 0.3}}), 0).even);
}

TEST(Remedy, KeepsALayerThatIsEven) {
  const auto request = square(4, 4, {.stride = {2}});
  EXPECT_FALSE(evened(request, layer_of(request)));
}

TEST(Remedy, IsTheNextLargerKernel) {
  const auto request = square(4, 3, {.stride = {2}, .padding = {1}, .output_padding = {1}});
  const auto even = evened(request, layer_of(request));
  ASSERT_TRUE(even);
  EXPECT_EQ(even->k, (Numbers{1, 1, 4, 4}));
  EXPECT_EQ(even->settings.padding, Numbers{1});
  EXPECT_EQ(even->settings.output_padding, Numbers{0});
}

TEST(Remedy, GivesUpADilationThatMissesCells) {
  const auto request = square(4, 4, {.stride = {2}, .dilation = {2}});
  const auto even = evened(request, layer_of(request));
  ASSERT_TRUE(even);
  EXPECT_EQ(even->settings.dilation, Numbers{1});
}

TEST(Remedy, IsNoKernelThatNobodyCanEdit) {
  const auto request = square(2, 3, {.stride = {33}});
  EXPECT_FALSE(evened(request, layer_of(request)));
}

TEST(Remedy, IsEvenAndKeepsTheSizeOfY) {
  std::size_t found = 0;
  for (const auto& request : random_requests(23, 2000)) {
    const auto layer = layer_of(request);
    const bool uneven = !is_even(overlap(layer.height)) || !is_even(overlap(layer.width));
    const auto even = evened(request, layer);
    ASSERT_EQ(even.has_value(), uneven) << request;
    if (!even) continue;
    ++found;
    const auto planned = plan(*even);
    ASSERT_TRUE(std::holds_alternative<Layer>(planned)) << *even;
    const auto& remedied = std::get<Layer>(planned);
    ASSERT_EQ(remedied.y, layer.y) << request;
    ASSERT_TRUE(is_even(overlap(remedied.height)) && is_even(overlap(remedied.width))) << *even;
  }
  EXPECT_GT(found, 500);
}

/// What the steps make of an X of ones with kernels of ones.
Tensor<double> through(const std::vector<Step>& steps, Tensor<double> x) {
  for (const auto& [request, generator] : steps) {
    auto planned = plan(request);
    if (const auto* fault = std::get_if<Fault>(&planned)) {
      ADD_FAILURE() << fault->message() << ' ' << request;
      return {};
    }
    const auto& layer = std::get<Layer>(planned);
    EXPECT_EQ((Shape{x.shape(0), x.shape(1), x.shape(2), x.shape(3)}), layer.x) << request;
    x = reference(layer, x, Tensor<double>(layer.k, 1.0), {});
  }
  return x;
}

TEST(Remedy, ResizesInThePlaceOfTheStride) {
  for (auto request : random_requests(24, 500)) {
    request.bias.reset();
    const auto layer = layer_of(request);
    const auto steps = resized(request, layer);
    const auto y = through(steps, Tensor<double>(layer.x, 1.0));
    if (HasFailure()) return;
    ASSERT_EQ((Shape{y.shape(0), y.shape(1), y.shape(2), y.shape(3)}), layer.y) << request;
  }
}

TEST(Remedy, RepeatsEachCellBeforeTheKernel) {
  const auto request = square(2, 1, {.stride = {2}, .output_padding = {1}});
  const auto steps = resized(request, layer_of(request));
  const auto x = matrix({
      {1, 2},
      {3, 4},
  });
  const auto y = matrix({
      {1, 1, 2, 2},
      {1, 1, 2, 2},
      {3, 3, 4, 4},
      {3, 3, 4, 4},
  });
  EXPECT_EQ(steps[0].generator, "ones");
  EXPECT_EQ(through(steps, x), y);
}

TEST(Remedy, ScalesByTheStrideWhenItOnlyResizes) {
  for (double stride = 1; stride <= 5; ++stride) {
    const auto up = square(6, 3, {.stride = {stride}});
    const auto [request, generator] = smoothed(layer_of(up)).front();
    EXPECT_EQ(generator, "bilinear");
    EXPECT_EQ(layer_of(request).y, (Shape{1, 1, static_cast<std::size_t>(6 * stride),
                                          static_cast<std::size_t>(6 * stride)}));
    auto down = square(6 * stride, 3, {.stride = {stride}});
    down.operation = Operation::conv2d;
    EXPECT_EQ(layer_of(smoothed(layer_of(down)).front().request).y, (Shape{1, 1, 6, 6}));
  }
}

}  // namespace
}  // namespace conv
