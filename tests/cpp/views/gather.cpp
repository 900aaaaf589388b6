#include "views/gather.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "convolution.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

using Line = std::vector<std::int32_t>;

Layer layer_of(const Request& request) { return std::get<Layer>(plan(request)); }

TEST(Gather, SlidesAConvolutionOverItsPadding) {
  const auto plane = gather_plane(layer_of({.operation = Operation::conv2d,
                                            .x = {1, 1, 2, 2},
                                            .k = {1, 1, 2, 2},
                                            .settings = {.padding = {1, 0, 0, 2}}}));
  EXPECT_EQ(plane.rows, (Line{padding_zero, 0, 1}));
  EXPECT_EQ(plane.columns, (Line{0, 1, padding_zero, padding_zero}));
  EXPECT_FALSE(plane.flipped);
}

TEST(Gather, SpreadsTheInputOfATransposedConvolution) {
  const auto layer = layer_of({.operation = Operation::conv_transpose2d,
                               .x = {1, 1, 2, 2},
                               .k = {1, 1, 2, 2},
                               .settings = {.stride = {1, 2}}});
  const auto plane = gather_plane(layer);
  EXPECT_EQ(plane.rows, (Line{padding_zero, 0, 1, padding_zero}));
  EXPECT_EQ(plane.columns, (Line{padding_zero, 0, inserted_zero, 1, padding_zero}));
  EXPECT_TRUE(plane.flipped);
}

/// What a plane holds for one plane of X.
Tensor<double> laid_out(const GatherPlane& plane, const Tensor<double>& x) {
  Tensor<double> cells(Shape{x.shape()[0], 1, plane.rows.size(), plane.columns.size()}, 0.0);
  for (std::size_t n = 0; n < x.shape()[0]; ++n) {
    for (std::size_t row = 0; row < plane.rows.size(); ++row) {
      for (std::size_t column = 0; column < plane.columns.size(); ++column) {
        const auto from_row = plane.rows[row], from_column = plane.columns[column];
        if (from_row >= 0 && from_column >= 0) {
          cells(n, 0, row, column) = x(n, 0, from_row, from_column);
        }
      }
    }
  }
  return cells;
}

TEST(Gather, WindowsSumToTheOutput) {
  for (const auto& request : random_requests(13, 500, {.channels = 1})) {
    const auto layer = layer_of(request);
    const auto [x, k, bias] = integer_operands<double>(request);
    const auto plane = gather_plane(layer);
    const auto cells = laid_out(plane, x);
    auto window = k;
    if (plane.flipped) std::reverse(window.begin(), window.end());

    const auto& size = cells.shape();
    const Request sliding{.operation = Operation::conv2d,
                          .x = {size.begin(), size.end()},
                          .k = request.k,
                          .settings = {.stride = {static_cast<double>(plane.row_step),
                                                  static_cast<double>(plane.column_step)},
                                       .dilation = request.settings.dilation}};
    const auto sums =
        naive::sum(naive::y_shape(sliding), naive::links(sliding), cells, window, bias);
    ASSERT_EQ(sums, reference(layer, x, k, bias)) << request;
  }
}

TEST(Gather, CropsTheFullOutputToY) {
  for (const auto& request : random_requests(14, 500)) {
    const auto layer = layer_of(request);
    const auto full = full_output(layer);
    const auto height = static_cast<std::int64_t>(layer.y[2]);
    const auto width = static_cast<std::int64_t>(layer.y[3]);
    if (request.operation == Operation::conv2d) {
      ASSERT_EQ(full.height, height);
      ASSERT_EQ(full.width, width);
      continue;
    }
    const auto rows = naive::axis(request, 0), columns = naive::axis(request, 1);
    // Every stamp lies on the full output, and so does Y.
    ASSERT_EQ(full.top, rows.before) << request;
    ASSERT_EQ(full.left, columns.before) << request;
    ASSERT_EQ(full.height, std::max(rows.before + height,
                                    rows.before + rows.fine_of(rows.coarse - 1, rows.taps - 1) + 1))
        << request;
    ASSERT_EQ(full.width,
              std::max(columns.before + width,
                       columns.before + columns.fine_of(columns.coarse - 1, columns.taps - 1) + 1))
        << request;
  }
}

TEST(Gather, NamesTheRowsAndColumnsThatNoLinkUses) {
  for (const auto& request : random_requests(15, 500, {.batch = 1, .channels = 2})) {
    const auto layer = layer_of(request);
    if (layer.x[0] == 0) continue;
    std::vector<bool> rows(layer.x[2], false), columns(layer.x[3], false);
    for (const auto& link : naive::links(request)) {
      rows[link.x / layer.x[3] % layer.x[2]] = true;
      columns[link.x % layer.x[3]] = true;
    }
    for (const auto row : unused_cells(layer, layer.height)) {
      ASSERT_FALSE(rows[row]) << request;
      rows[row] = true;
    }
    for (const auto column : unused_cells(layer, layer.width)) {
      ASSERT_FALSE(columns[column]) << request;
      columns[column] = true;
    }
    // All are used or named, unless one axis has no links, and with it no cell.
    const auto all = [](const std::vector<bool>& found) {
      return std::all_of(found.begin(), found.end(), [](bool used) { return used; });
    };
    if (naive::links(request).empty()) continue;
    ASSERT_TRUE(all(rows) && all(columns)) << request;
  }
}

}  // namespace
}  // namespace conv
