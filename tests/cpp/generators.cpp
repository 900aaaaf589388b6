#include "generators.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "matrix.hpp"

namespace conv {
namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr auto nan = std::numeric_limits<double>::quiet_NaN();

Tensor<double> generated(std::string_view name, const std::vector<double>& shape,
                         const std::vector<double>& arguments = {}) {
  return std::get<Tensor<double>>(generate(name, shape, arguments));
}

Fault refused(std::string_view name, const std::vector<double>& shape,
              const std::vector<double>& arguments = {}) {
  return std::get<Fault>(generate(name, shape, arguments));
}

TEST(Generators, AreListedByName) {
  const std::vector<std::string_view> names{"zeros",   "ones",     "arange",   "eye",
                                            "rand",    "bilinear", "gaussian", "sobel-x",
                                            "sobel-y", "box",      "delta"};
  EXPECT_EQ(generators(), names);
}

TEST(Generators, FillWithConstants) {
  EXPECT_EQ(generated("zeros", {1, 1, 1, 2}), matrix({{0, 0}}));
  EXPECT_EQ(generated("ones", {1, 1, 1, 2}), matrix({{1, 1}}));
}

TEST(Generators, CountThroughAllPlanes) {
  const auto y = matrix({
      {0, 1},
      {2, 3},
  });
  EXPECT_EQ(generated("arange", {1, 1, 2, 2}), y);
  EXPECT_EQ(generated("arange", {1, 1, 1, 3}, {5}), matrix({{5, 6, 7}}));
  EXPECT_EQ(generated("arange", {1, 1, 1, 3}, {5, -0.5}), matrix({{5, 4.5, 4}}));
  EXPECT_EQ(generated("arange", {2, 2, 1, 1})(1, 1, 0, 0), 3);
}

TEST(Generators, PutTheIdentityIntoEveryPlane) {
  const auto wide = matrix({
      {1, 0, 0},
      {0, 1, 0},
  });
  EXPECT_EQ(generated("eye", {1, 1, 2, 3}), wide);
  EXPECT_EQ(generated("eye", {1, 1, 3, 1}), matrix({{1}, {0}, {0}}));
  EXPECT_EQ(generated("eye", {2, 2, 1, 1}), generated("ones", {2, 2, 1, 1}));
}

TEST(Generators, DrawTheSameNumbersEverywhere) {
  // The first three numbers that the Mersenne Twister is published with for seed 0, of 2^32.
  const auto number = [](std::uint32_t drawn) { return (drawn >> 8) / 16777216.0; };
  EXPECT_EQ(generated("rand", {1, 1, 1, 3}),
            matrix({{number(2357136044), number(2546248239), number(3071714933)}}));
  EXPECT_EQ(generated("rand", {1, 1, 1, 3}, {0}), generated("rand", {1, 1, 1, 3}));
  EXPECT_NE(generated("rand", {1, 1, 1, 3}, {7}), generated("rand", {1, 1, 1, 3}));
  EXPECT_NO_THROW(generated("rand", {1, 1, 1, 1}, {4294967295}));
}

TEST(Generators, DrawFromZeroToOneExactlyInFloat32) {
  double sum = 0;
  for (const auto value : generated("rand", {1, 1, 100, 100}, {1})) {
    ASSERT_GE(value, 0);
    ASSERT_LT(value, 1);
    ASSERT_EQ(static_cast<double>(static_cast<float>(value)), value);
    sum += value;
  }
  EXPECT_NEAR(sum / 10000, 0.5, 0.01);
}

TEST(Generators, InterpolateByFactorTwoWithFourTaps) {
  const auto y = matrix({
      {0.0625, 0.1875, 0.1875, 0.0625},
      {0.1875, 0.5625, 0.5625, 0.1875},
      {0.1875, 0.5625, 0.5625, 0.1875},
      {0.0625, 0.1875, 0.1875, 0.0625},
  });
  EXPECT_EQ(generated("bilinear", {1, 1, 4, 4}), y);
}

TEST(Generators, InterpolateWithAnOddNumberOfTaps) {
  const auto y = matrix({
      {0.25, 0.5, 0.25},
      {0.50, 1.0, 0.50},
      {0.25, 0.5, 0.25},
  });
  EXPECT_EQ(generated("bilinear", {1, 1, 3, 3}), y);
  EXPECT_EQ(generated("bilinear", {1, 1, 1, 1}), matrix({{1}}));
}

TEST(Generators, FindTheSlopeAlongTheWidth) {
  const auto y = matrix({
      {-1, 0, 1},
      {-2, 0, 2},
      {-1, 0, 1},
  });
  EXPECT_EQ(generated("sobel-x", {1, 1, 3, 3}), y);
}

TEST(Generators, FindTheSlopeAlongTheHeight) {
  const auto y = matrix({
      {-1, -2, -1},
      {0, 0, 0},
      {1, 2, 1},
  });
  EXPECT_EQ(generated("sobel-y", {1, 1, 3, 3}), y);
}

TEST(Generators, FindNoSlopeInOneCell) {
  EXPECT_EQ(generated("sobel-x", {1, 1, 1, 1}), matrix({{0}}));
  EXPECT_EQ(generated("sobel-x", {1, 1, 1, 2}), matrix({{-1, 1}}));
}

TEST(Generators, AverageAndPassOn) {
  const auto mean = matrix({
      {0.125, 0.125, 0.125, 0.125},
      {0.125, 0.125, 0.125, 0.125},
  });
  const auto centre = matrix({
      {0, 0, 0, 0},
      {0, 0, 1, 0},
      {0, 0, 0, 0},
  });
  EXPECT_EQ(generated("box", {1, 1, 2, 4}), mean);
  EXPECT_EQ(generated("delta", {1, 1, 3, 4}), centre);
}

TEST(Generators, SampleABellThatSumsToOne) {
  for (const double size : {1, 2, 3, 4, 7, 31}) {
    for (const auto& sigma :
         std::vector<std::vector<double>>{{}, {0.5}, {3}, {1e300}, {infinity}}) {
      const auto bell = generated("gaussian", {1, 1, size, size}, sigma);
      EXPECT_NEAR(std::accumulate(bell.begin(), bell.end(), 0.0), 1, 1e-12) << size;
    }
  }
  const auto bell = generated("gaussian", {1, 1, 1, 3}, {1});
  EXPECT_NEAR(bell(0, 0, 0, 0) / bell(0, 0, 0, 1), std::exp(-0.5), 1e-15);
  EXPECT_EQ(bell(0, 0, 0, 0), bell(0, 0, 0, 2));
}

TEST(Generators, NarrowTheBellToTheCellsNearestToItsCentre) {
  for (const auto sigma : {1e-3, 1e-300, 5e-324}) {
    EXPECT_EQ(generated("gaussian", {1, 1, 1, 5}, {sigma}), matrix({{0, 0, 1, 0, 0}}));
    EXPECT_EQ(generated("gaussian", {1, 1, 1, 4}, {sigma}), matrix({{0, 0.5, 0.5, 0}}));
  }
}

TEST(Generators, FilterEachChannelByItself) {
  for (const auto* name : {"bilinear", "gaussian", "box", "delta", "sobel-x", "sobel-y"}) {
    const auto plane = generated(name, {1, 1, 3, 3});
    const auto filter = generated(name, {2, 3, 3, 3});
    const auto depthwise = generated(name, {3, 1, 3, 3});
    for (const std::size_t row : {0, 1, 2}) {
      for (const std::size_t column : {0, 1, 2}) {
        for (const std::size_t a : {0, 1, 2}) {
          EXPECT_EQ(depthwise(a, 0, row, column), plane(0, 0, row, column)) << name;
        }
        for (const std::size_t a : {0, 1}) {
          for (const std::size_t b : {0, 1, 2}) {
            EXPECT_EQ(filter(a, b, row, column), a == b ? plane(0, 0, row, column) : 0) << name;
          }
        }
      }
    }
  }
}

TEST(Generators, RefuseANameThatIsNone) {
  for (const auto* name : {"", "Zeros", "sobel", "zeros "}) {
    const auto fault = refused(name, {1, 1, 2, 2});
    EXPECT_EQ(fault.rule, Rule::generator);
    EXPECT_EQ(fault.message(), "There is no generator of that name.");
  }
}

TEST(Generators, RefuseWhatIsNoShape) {
  EXPECT_EQ(refused("ones", {2, 2}).rule, Rule::rank);
  EXPECT_EQ(refused("ones", {0, 1, 1, 2}).rule, Rule::dimension);
  EXPECT_EQ(refused("ones", {1, 1, 0, 2}).rule, Rule::range);
  EXPECT_EQ(refused("ones", {1, 1, nan, 2}).rule, Rule::whole);
  EXPECT_EQ(refused("ones", {1, 1, 1.5, 2}).rule, Rule::whole);
  EXPECT_EQ(refused("ones", {1, 1, 4096, 4097}).rule, Rule::elements);
}

TEST(Generators, RefuseArgumentsThatTheyDoNotTake) {
  EXPECT_EQ(refused("ones", {1, 1, 2, 2}, {1}).message(),
            "This generator takes at most 0 numbers after its shape; it has 1.");
  EXPECT_EQ(refused("arange", {1, 1, 2, 2}, {1, 2, 3}).rule, Rule::arguments);
}

TEST(Generators, RefuseASeedThatIsNone) {
  for (const auto seed : {0.5, nan}) {
    EXPECT_EQ(refused("rand", {1, 1, 2, 2}, {seed}).rule, Rule::whole) << seed;
  }
  for (const auto seed : {-1.0, 4294967296.0, 1e300, infinity, -infinity}) {
    EXPECT_EQ(refused("rand", {1, 1, 2, 2}, {seed}).rule, Rule::range) << seed;
  }
}

TEST(Generators, RefuseABellWithoutWidth) {
  for (const auto sigma : {0.0, -0.0, -1.0, nan, -infinity}) {
    EXPECT_EQ(refused("gaussian", {1, 1, 2, 2}, {sigma}).rule, Rule::positive) << sigma;
  }
}

}  // namespace
}  // namespace conv
