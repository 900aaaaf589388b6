#include "views/inverse.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "convolution.hpp"
#include "matrix.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

const Spread small{.batch = 2, .channels = 4, .size = 6, .taps = 3};

/// The other operation on Y: the sum of the links backwards.
std::vector<double> transposed(const Request& request, const Tensor<double>& y,
                               const Tensor<double>& k) {
  std::vector<double> x(cells(naive::to_shape(request.x)));
  for (const auto& link : naive::links(request)) x[link.x] += y.data()[link.y] * k.data()[link.k];
  return x;
}

TEST(Inverse, OfWhatLosesNothingIsX) {
  const auto x = matrix({{0, 1}, {2, 3}});
  const auto layer = std::get<Layer>(
      plan({.operation = Operation::conv_transpose2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}}));
  const auto inverse = least_squares(layer, x, x).value();
  EXPECT_TRUE(inverse.converged);
  EXPECT_LT(inverse.error, 1e-10);
}

TEST(Inverse, OfAnAverageSpreadsItEvenly) {
  const auto layer =
      std::get<Layer>(plan({.operation = Operation::conv2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}}));
  const auto inverse =
      least_squares(layer, matrix({{0, 1}, {2, 5}}), matrix({{1, 1}, {1, 1}})).value();
  for (const auto value : inverse.x) EXPECT_NEAR(value, 2, 1e-14);
  EXPECT_NEAR(inverse.error, 3, 1e-14);
  EXPECT_EQ(inverse.steps, 1);
}

TEST(Inverse, HasTheOutputOfXAndTheLeastNorm) {
  for (const auto& request : random_requests(25, 400, small)) {
    const auto layer = std::get<Layer>(plan(request));
    const auto [x, k, _] = real_operands<double>(request);
    if (x.size() == 0) continue;
    const auto inverse = least_squares(layer, x, k).value();
    ASSERT_TRUE(inverse.converged) << request;
    const auto wanted = reference(layer, x, k, {}), reached = reference(layer, inverse.x, k, {});
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      ASSERT_NEAR(reached.data()[i], wanted.data()[i], 1e-6) << request;
    }
    // X - X* is what the operation does not see: at right angles to X*.
    double dot = 0, norm = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      dot += (x.data()[i] - inverse.x.data()[i]) * inverse.x.data()[i];
      norm += x.data()[i] * x.data()[i];
    }
    ASSERT_NEAR(dot, 0, 1e-6 * (1 + norm)) << request;
  }
}

TEST(Inverse, LeavesNoGradient) {
  for (const auto& request : random_requests(26, 200, small)) {
    const auto layer = std::get<Layer>(plan(request));
    const auto [x, k, _] = integer_operands<double>(request);
    if (x.size() == 0) continue;
    const auto inverse = least_squares(layer, x, k).value();
    Tensor<double> rest = reference(layer, x, k, {});
    const auto reached = reference(layer, inverse.x, k, {});
    for (std::size_t i = 0; i < rest.size(); ++i) rest.data()[i] -= reached.data()[i];
    for (const auto value : transposed(request, rest, k)) ASSERT_NEAR(value, 0, 1e-6) << request;
  }
}

TEST(Inverse, IsTheSameInEveryUnit) {
  const auto layer = std::get<Layer>(
      plan({.operation = Operation::conv_transpose2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}}));
  for (const double unit : {1e-200, 1e-3, 1e200}) {
    Tensor<double> x = matrix({{0, 1}, {2, 3}});
    for (auto& value : x) value *= unit;
    const auto inverse = least_squares(layer, x, matrix({{0, 1}, {2, 3}})).value();
    EXPECT_TRUE(inverse.converged);
    EXPECT_LT(inverse.error, 1e-10 * unit);
  }
}

TEST(Inverse, OfAKernelOfZerosIsZero) {
  const auto layer =
      std::get<Layer>(plan({.operation = Operation::conv2d, .x = {1, 1, 2, 2}, .k = {1, 1, 1, 1}}));
  const auto inverse = least_squares(layer, matrix({{0, 1}, {2, 3}}), matrix({{0}})).value();
  EXPECT_EQ(inverse.x, matrix({{0, 0}, {0, 0}}));
  EXPECT_EQ(inverse.error, 3);
  EXPECT_TRUE(inverse.converged);
}

TEST(Inverse, IsNotForLargeLayers) {
  const auto layer = std::get<Layer>(
      plan({.operation = Operation::conv2d, .x = {1, 8, 128, 128}, .k = {8, 8, 3, 3}}));
  EXPECT_FALSE(least_squares(layer, Tensor<double>(layer.x), Tensor<double>(layer.k)));
}

}  // namespace
}  // namespace conv
