#include "links.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "convolution.hpp"
#include "random_layer.hpp"

namespace conv {

void PrintTo(const Link& link, std::ostream* out) {
  *out << "{.x = " << link.x << ", .k = " << link.k << ", .y = " << link.y << '}';
}

namespace {

using Links = std::vector<Link>;

/// The links are compared with all that there can be, cell by cell: fewer and smaller layers do.
const Spread small{.batch = 2, .channels = 4, .size = 6, .taps = 3};

Layer layer_of(const Request& request) { return std::get<Layer>(plan(request)); }

TEST(Links, OfAnOutputCellAreTheSumBehindIt) {
  const auto layer =
      layer_of({.operation = Operation::conv2d, .x = {1, 1, 3, 3}, .k = {1, 1, 2, 2}});
  EXPECT_EQ(links_of(layer, Operand::y, 3), (Links{{4, 0, 3}, {5, 1, 3}, {7, 2, 3}, {8, 3, 3}}));
}

TEST(Links, OfAnInputCellAreItsStamp) {
  const auto layer =
      layer_of({.operation = Operation::conv_transpose2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}});
  EXPECT_EQ(links_of(layer, Operand::x, 3), (Links{{3, 0, 4}, {3, 1, 5}, {3, 2, 7}, {3, 3, 8}}));
}

TEST(Links, OfAWeightAreAllThatItTouches) {
  const auto layer =
      layer_of({.operation = Operation::conv_transpose2d, .x = {1, 1, 2, 2}, .k = {1, 1, 2, 2}});
  EXPECT_EQ(links_of(layer, Operand::k, 3), (Links{{0, 3, 4}, {1, 3, 5}, {2, 3, 7}, {3, 3, 8}}));
}

TEST(Links, OfACellThatThePaddingCropsAreNone) {
  const auto layer = layer_of({.operation = Operation::conv_transpose2d,
                               .x = {1, 1, 2, 2},
                               .k = {1, 1, 1, 1},
                               .settings = {.padding = {1, 0, 0, 0}}});
  EXPECT_EQ(links_of(layer, Operand::x, 0), Links{});
}

TEST(Links, OfACellThatThereIsNotAreNone) {
  const auto layer = layer_of({.x = {1, 1, 3, 3}, .k = {1, 1, 2, 2}});
  EXPECT_EQ(links_of(layer, Operand::x, 9), Links{});
  EXPECT_EQ(links_of(layer, Operand::k, 4), Links{});
  EXPECT_EQ(links_of(layer, Operand::y, 4), Links{});
  const auto empty = layer_of({.x = {0, 1, 3, 3}, .k = {1, 1, 2, 2}});
  EXPECT_EQ(links_of(empty, Operand::x, 0), Links{});
  EXPECT_EQ(links_of(empty, Operand::k, 0), Links{});
}

TEST(Links, OfEachCellAreAllThereAreInTheOrderOfTheirPartner) {
  const auto by_x = [](const Link& a, const Link& b) {
    return std::tie(a.x, a.k) < std::tie(b.x, b.k);
  };
  const auto by_k = [](const Link& a, const Link& b) { return a.k < b.k; };
  using Offset = std::uint32_t Link::*;
  const auto check = [](const Request& request, Operand operand, const Shape& shape, Offset cell_of,
                        auto order) {
    std::vector<Links> expected(cells(shape));
    for (const auto& link : naive::links(request)) expected[link.*cell_of].push_back(link);
    const auto layer = layer_of(request);
    for (std::size_t cell = 0; cell < expected.size(); ++cell) {
      std::sort(expected[cell].begin(), expected[cell].end(), order);
      ASSERT_EQ(links_of(layer, operand, cell), expected[cell]) << cell << " of " << request;
    }
  };
  for (const auto& request : random_requests(5, 300, small)) {
    const auto layer = layer_of(request);
    check(request, Operand::y, layer.y, &Link::y, by_x);
    check(request, Operand::x, layer.x, &Link::x, by_k);
    check(request, Operand::k, layer.k, &Link::k, by_x);
    if (HasFatalFailure()) return;
  }
}

TEST(Links, OfALayerComeByOutputCell) {
  for (const auto& request : random_requests(6, 300, small)) {
    const auto layer = layer_of(request);
    auto expected = naive::links(request);
    std::sort(expected.begin(), expected.end(),
              [](const Link& a, const Link& b) { return std::tie(a.y, a.x) < std::tie(b.y, b.x); });
    ASSERT_EQ(all_links(layer), expected) << request;
  }
}

TEST(Links, SummedGiveBothOperations) {
  for (const auto& request : random_requests(7, 300)) {
    const auto layer = layer_of(request);
    const auto [x, k, bias] = integer_operands<double>(request);
    ASSERT_EQ(naive::sum(layer.y, all_links(layer), x, k, bias), reference(layer, x, k, bias))
        << request;
  }
}

}  // namespace
}  // namespace conv
