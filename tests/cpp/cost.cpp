#include "cost.hpp"

#include <gtest/gtest.h>

#include "random_layer.hpp"

namespace conv {
namespace {

TEST(Cost, CountsTheLinks) {
  for (const auto& request : random_requests(24, 500, {.batch = 2, .channels = 4, .size = 7})) {
    const auto layer = std::get<Layer>(plan(request));
    ASSERT_EQ(cost(layer, 0).multiplications, static_cast<double>(naive::links(request).size()))
        << request;
  }
}

TEST(Cost, OfAStridedTransposeIsFarFromDense) {
  const auto layer = std::get<Layer>(plan({.operation = Operation::conv_transpose2d,
                                           .x = {1, 1, 7, 7},
                                           .k = {1, 1, 2, 2},
                                           .settings = {.stride = {2}}}));
  const auto [parameters, multiplications, dense] = cost(layer, 1);
  EXPECT_EQ(parameters, 5);
  EXPECT_EQ(multiplications, 7 * 7 * 4);
  EXPECT_EQ(dense, 14 * 14 * 4);
}

}  // namespace
}  // namespace conv
