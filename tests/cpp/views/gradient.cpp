#include "views/gradient.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "convolution.hpp"
#include "matrix.hpp"
#include "random_layer.hpp"
#include "views/operator_matrix.hpp"

namespace conv {
namespace {

Layer layer_of(const Request& request) { return std::get<Layer>(plan(request)); }

/// The same whole numbers for the same shape.
Tensor<double> integers(const Shape& shape) {
  Random random(2);
  Tensor<double> tensor(shape);
  for (auto& value : tensor) value = static_cast<double>(random.between(-9, 9));
  return tensor;
}

/// What gradient() is the gradient of.
double weighed(const Layer& layer, const Operands<double>& at, const Tensor<double>& dy) {
  const auto y = reference(layer, at.x, at.k, at.bias);
  return std::inner_product(y.begin(), y.end(), dy.begin(), 0.0);
}

TEST(Gradient, OfTheArticlesLayerIsTheKernelsSum) {
  const auto layer =
      layer_of({.operation = Operation::conv_transpose2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}});
  const auto numbers = matrix({
      {0, 1},
      {2, 3},
  });
  const auto result = gradient(layer, numbers, numbers, Tensor<double>(layer.y, 1.0));
  EXPECT_EQ(result.x, matrix({{6, 6}, {6, 6}}));
  EXPECT_EQ(result.k, matrix({{6, 6}, {6, 6}}));
  EXPECT_EQ(result.bias(0), 9);
}

TEST(Gradient, IsTheSumOverTheLinks) {
  for (const auto& request : random_requests(31, 500)) {
    const auto layer = layer_of(request);
    const auto [x, k, _] = integer_operands<double>(request);
    const auto dy = integers(layer.y);
    Tensor<double> dx(layer.x, 0.0), dk(layer.k, 0.0);
    for (const auto& link : naive::links(request)) {
      dx.data()[link.x] += k.data()[link.k] * dy.data()[link.y];
      dk.data()[link.k] += x.data()[link.x] * dy.data()[link.y];
    }
    const auto result = gradient(layer, x, k, dy);
    ASSERT_EQ(result.x, dx) << request;
    ASSERT_EQ(result.k, dk) << request;
  }
}

TEST(Gradient, IsWhatAStepOfEachNumberAdds) {
  // The sum is linear in each of them, so that a step of 1 shows the slope exactly.
  for (const auto& request : random_requests(32, 60, {.batch = 2, .channels = 3, .size = 5})) {
    const auto layer = layer_of(request);
    auto at = integer_operands<double>(request);
    const auto dy = integers(layer.y);
    const auto result = gradient(layer, at.x, at.k, dy);
    const auto before = weighed(layer, at, dy);
    const auto check = [&](auto& tensor, const auto& slopes) {
      for (std::size_t i = 0; i < tensor.size(); ++i) {
        ++tensor.data()[i];
        ASSERT_EQ(weighed(layer, at, dy) - before, slopes.data()[i]) << i << request;
        --tensor.data()[i];
      }
    };
    check(at.x, result.x);
    check(at.k, result.k);
    check(at.bias, result.bias);
    if (HasFatalFailure()) return;
  }
}

TEST(Gradient, OfXIsTheOtherOperation) {
  for (const auto& request : random_requests(33, 1000)) {
    const auto layer = layer_of(request);
    const auto [x, k, _] = integer_operands<double>(request);
    const auto dy = integers(layer.y);
    ASSERT_EQ(gradient(layer, x, k, dy).x, reference(transposed(layer), dy, k, {})) << request;
  }
}

TEST(Gradient, IsTheCallThatItNames) {
  for (const auto& request : random_requests(34, 1000)) {
    const auto layer = layer_of(request);
    const auto back = transposed(request, layer);
    for (const auto& list : {back.settings.stride, back.settings.dilation, back.settings.padding,
                             back.settings.output_padding}) {
      ASSERT_FALSE(list.empty()) << request;
    }
    const auto planned = plan(back);
    ASSERT_TRUE(std::holds_alternative<Layer>(planned)) << back;
    const auto& named = std::get<Layer>(planned);
    const auto beyond = [](const Axis& axis, const AxisSettings& settings) {
      return static_cast<std::size_t>(settings.output_padding) /
             static_cast<std::size_t>(axis.stride);
    };
    auto expected = layer.x;
    expected[2] += beyond(layer.height, along(AxisName::height, request.settings));
    expected[3] += beyond(layer.width, along(AxisName::width, request.settings));
    if (request.operation == Operation::conv2d) expected = layer.x;
    ASSERT_EQ(named.y, expected) << request;
    if (layer.x[0] == 0) continue;
    const auto dy = integers(layer.y);
    const auto k = integers(layer.k);
    const auto called = reference(named, dy, k, {});
    const auto kept =
        xt::view(called, xt::all(), xt::all(), xt::range(0, layer.x[2]), xt::range(0, layer.x[3]));
    ASSERT_EQ(reference(transposed(layer), dy, k, {}), kept) << request;
  }
}

TEST(Gradient, NamesTheSizeOfXByOutputPadding) {
  const auto back = [](double size) {
    const Request request{.operation = Operation::conv2d,
                          .x = {1, 1, size, 16},
                          .k = {1, 1, 5, 5},
                          .settings = {.stride = {3}, .padding = {2}}};
    return transposed(request, layer_of(request)).settings.output_padding;
  };
  EXPECT_EQ(back(16), std::vector<double>{0});
  EXPECT_EQ(back(18), (std::vector<double>{2, 0}));
}

TEST(Gradient, AgreesWithTheOtherOperationButForRounding) {
  for (const auto& request : random_requests(35, 500)) {
    const auto layer = layer_of(request);
    const auto whole = integer_operands<double>(request);
    const auto dy = integers(layer.y);
    auto dx = gradient(layer, whole.x, whole.k, dy).x;
    EXPECT_EQ(other_way(layer, dx, whole.k, dy).difference, 0) << request;
    const auto real = real_operands<double>(request);
    const auto slopes = gradient(layer, real.x, real.k, dy).x;
    ASSERT_TRUE(other_way(layer, slopes, real.k, dy).equal) << request;
    if (dx.size() == 0) continue;
    dx.data()[0] += 0.5;
    const auto agreement = other_way(layer, dx, whole.k, dy);
    ASSERT_FALSE(agreement.equal) << request;
    ASSERT_EQ(agreement.difference, 0.5) << request;
  }
}

}  // namespace
}  // namespace conv
