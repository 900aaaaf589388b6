#include "convolution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

#include "every_kernel.hpp"
#include "matrix.hpp"
#include "naive.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

const auto square = matrix({
    {0, 1},
    {2, 3},
});

Tensor<double> conv2d_of(const Tensor<double>& x, const Tensor<double>& k,
                         const Settings& settings = {}) {
  return std::get<Tensor<double>>(conv2d(x, k, settings));
}

Tensor<double> conv_transpose2d_of(const Tensor<double>& x, const Tensor<double>& k,
                                   const Settings& settings = {}) {
  return std::get<Tensor<double>>(conv_transpose2d(x, k, settings));
}

TEST(Convolution, OfTheBookSlidesTheKernelWithoutFlippingIt) {
  const auto x = matrix({
      {0, 1, 2},
      {3, 4, 5},
      {6, 7, 8},
  });
  const auto y = matrix({
      {19, 25},
      {37, 43},
  });
  EXPECT_EQ(conv2d_of(x, square), y);
}

TEST(Convolution, SkipsInputThatTheStrideStepsOver) {
  const auto x = matrix({
      {1, 2, 3},
      {4, 5, 6},
      {7, 8, 9},
  });
  const auto y = matrix({
      {1, 3},
      {7, 9},
  });
  EXPECT_EQ(conv2d_of(x, matrix({{1}}), {.stride = {2}}), y);
}

TEST(Convolution, ReadsZerosFromPaddingOnEachSide) {
  const auto y = matrix({
      {0, 0, 0},
      {0, 0, 1},
      {0, 2, 3},
  });
  EXPECT_EQ(conv2d_of(square, matrix({{1}}), {.padding = {1, 0, 1, 0}}), y);
}

TEST(Convolution, SpreadsTheKernelByItsDilation) {
  const auto x = matrix({
      {1, 2, 3},
      {4, 5, 6},
  });
  EXPECT_EQ(conv2d_of(x, matrix({{1, 10}}), {.dilation = {1, 2}}), matrix({{31}, {64}}));
}

TEST(Convolution, TransposedAddsTheStampsOfTheInputCells) {
  const auto y = matrix({
      {0, 0, 1},
      {0, 4, 6},
      {4, 12, 9},
  });
  EXPECT_EQ(conv_transpose2d_of(square, square), y);
}

TEST(Convolution, TransposedIsCroppedByItsPadding) {
  EXPECT_EQ(conv_transpose2d_of(square, square, {.padding = {1}}), matrix({{4}}));
}

TEST(Convolution, TransposedSpreadsTheInputByItsStride) {
  const auto y = matrix({
      {0, 0, 0, 1},
      {0, 0, 2, 3},
      {0, 2, 0, 3},
      {4, 6, 6, 9},
  });
  EXPECT_EQ(conv_transpose2d_of(square, square, {.stride = {2}}), y);
}

TEST(Convolution, TransposedEndsInOutputPaddingThatNoTapReaches) {
  const auto y = matrix({
      {0, 0, 1, 0},
      {0, 0, 0, 0},
      {2, 0, 3, 0},
  });
  EXPECT_EQ(conv_transpose2d_of(square, matrix({{1}}), {.stride = {2}, .output_padding = {0, 1}}),
            y);
}

TEST(Convolution, AddsTheBiasAlsoWhereNoTapReaches) {
  const auto y = matrix({
      {10, 10, 11},
      {10, 10, 10},
      {12, 10, 13},
  });
  EXPECT_EQ(std::get<0>(conv_transpose2d(square, matrix({{1}}), {.stride = {2}}, {10.0})), y);
}

TEST(Convolution, OfAnEmptyBatchIsAnEmptyBatch) {
  const Tensor<double> none(Shape{0, 1, 2, 2});
  EXPECT_EQ(conv2d_of(none, square).shape(), (Shape{0, 1, 1, 1}));
  EXPECT_EQ(conv_transpose2d_of(none, square).shape(), (Shape{0, 1, 3, 3}));
}

TEST(Convolution, CarriesWhatIsNoNumberOnlyAlongItsLinks) {
  const auto infinity = std::numeric_limits<double>::infinity();
  const auto y = conv2d_of(matrix({{infinity, 1, 2}}), matrix({{0, 1}}));
  EXPECT_TRUE(std::isnan(y(0, 0, 0, 0)));
  EXPECT_EQ(y(0, 0, 0, 1), 2);
}

TEST(Convolution, TransposedCarriesAWeightThatIsNoNumberOnlyAlongItsLinks) {
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  const auto y = conv_transpose2d_of(matrix({{1, 1}}), matrix({{nan, 1}}));
  EXPECT_TRUE(std::isnan(y(0, 0, 0, 0)));
  EXPECT_TRUE(std::isnan(y(0, 0, 0, 1)));
  EXPECT_EQ(y(0, 0, 0, 2), 1);
}

TEST(Convolution, MultipliesTheZerosOfItsPadding) {
  const auto infinity = std::numeric_limits<double>::infinity();
  const auto y = conv2d_of(matrix({{1, 1}}), matrix({{infinity, 1}}), {.padding = {0, 1}});
  EXPECT_TRUE(std::isnan(y(0, 0, 0, 0)));
  EXPECT_EQ(y(0, 0, 0, 1), infinity);
  EXPECT_EQ(y(0, 0, 0, 2), infinity);
}

TEST(Convolution, OfARefusedRequestIsTheFault) {
  const auto refused = conv2d(square, square, {.stride = {0}});
  EXPECT_EQ(std::get<Fault>(refused).rule, Rule::range);
}

template <class T>
class EveryLayer : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(EveryLayer, Types);

TYPED_TEST(EveryLayer, IsExactOnIntegers) {
  for (const auto& request : random_requests(1, 1000)) {
    const auto operands = integer_operands<TypeParam>(request);
    const auto expected = naive::sum(naive::y_shape(request), naive::links(request), operands.x,
                                     operands.k, operands.bias);
    for (const auto& way : every_way(std::get<Layer>(plan(request)), operands)) {
      if (!way.sums_products()) continue;
      ASSERT_EQ(way.y, expected) << way.name << ", " << request;
    }
  }
}

/// The same number, or neither is one.
template <class T>
bool same(T a, T b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

/// The first cell of a way that differs from what is expected by more than rounding; else none.
template <class T>
std::optional<std::size_t> differing(const Way<T>& way, const Tensor<T>& expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto y = way.y.data()[i], should = expected.data()[i];
    const bool rounded = !way.sums_products() && std::abs(y - should) < 0.01;
    if (!same(y, should) && !rounded) return i;
  }
  return std::nullopt;
}

TYPED_TEST(EveryLayer, KeepsWhatIsNotFiniteWhereItIsMultipliedIn) {
  std::uint32_t seed = 0;
  std::set<std::string_view> names;
  const Spread wide{.batch = 2, .channels = 24, .size = 24};
  auto requests = random_requests(3, 1000);
  for (auto& request : random_requests(4, 30, wide)) requests.push_back(std::move(request));
  for (const auto& request : requests) {
    const auto operands = not_finite(integer_operands<TypeParam>(request), ++seed);
    const auto expected =
        naive::sum(naive::y_shape(request), naive::links(request, naive::Zeros::in), operands.x,
                   operands.k, operands.bias);
    for (const auto& way : every_way(std::get<Layer>(plan(request)), operands)) {
      names.insert(way.name);
      const auto cell = differing(way, expected);
      ASSERT_FALSE(cell.has_value()) << way.name << ", cell " << *cell << ", " << request;
    }
  }
  EXPECT_EQ(names.size(), 1 + kernels::all<TypeParam>().size());
}

TYPED_TEST(EveryLayer, IsExactToRoundingOnFractions) {
  for (const auto& request : random_requests(2, 300)) {
    const auto operands = real_operands<TypeParam>(request);
    const auto expected = naive::sum(naive::y_shape(request), naive::links(request), operands.x,
                                     operands.k, operands.bias);
    for (const auto& way : every_way(std::get<Layer>(plan(request)), operands)) {
      // Winograd's sums also depend on cells that they do not show.
      const auto rounding =
          (way.sums_products() ? 256 : 2048) * std::numeric_limits<TypeParam>::epsilon();
      for (std::size_t i = 0; i < expected.size(); ++i) {
        ASSERT_NEAR(way.y.data()[i], expected.data()[i], rounding)
            << way.name << ", cell " << i << " of " << request;
      }
    }
  }
}

}  // namespace
}  // namespace conv
