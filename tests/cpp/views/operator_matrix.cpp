#include "views/operator_matrix.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "convolution.hpp"
#include "random_layer.hpp"

namespace conv {

void PrintTo(const MatrixEntry& entry, std::ostream* out) {
  *out << "{" << entry.row << ", " << entry.column << ", " << entry.k << '}';
}

namespace {

using Entries = std::vector<MatrixEntry>;

const Spread small{.batch = 1, .channels = 4, .size = 6, .taps = 3};

Layer layer_of(const Request& request) { return std::get<Layer>(plan(request)); }

/// Row by row: the whole may be more than one window has room for.
Entries all_entries(const Layer& layer) {
  Entries entries;
  for (std::size_t row = 0; row < cells(layer.y); ++row) {
    const auto of_row = matrix_entries(layer, {row, 0, 1, cells(layer.x)});
    entries.insert(entries.end(), of_row.begin(), of_row.end());
  }
  return entries;
}

Entries sorted(Entries entries) {
  std::sort(entries.begin(), entries.end(), [](const MatrixEntry& a, const MatrixEntry& b) {
    return std::tie(a.row, a.column) < std::tie(b.row, b.column);
  });
  return entries;
}

Entries of_links(const Request& request) {
  Entries entries;
  for (const auto& link : naive::links(request)) entries.push_back({link.y, link.x, link.k});
  return sorted(entries);
}

Tensor<double> product(const Entries& matrix, const Shape& shape, const Tensor<double>& k,
                       const Tensor<double>& x) {
  Tensor<double> y(shape, 0.0);
  for (const auto& entry : matrix)
    y.data()[entry.row] += k.data()[entry.k] * x.data()[entry.column];
  return y;
}

TEST(OperatorMatrix, OfTheArticlesConvolutionIsTheOneOfItsBook) {
  const auto layer =
      layer_of({.operation = Operation::conv2d, .x = {1, 1, 3, 3}, .k = {1, 1, 2, 2}});
  const Entries expected{{0, 0, 0}, {0, 1, 1}, {0, 3, 2}, {0, 4, 3}, {1, 1, 0}, {1, 2, 1},
                         {1, 4, 2}, {1, 5, 3}, {2, 3, 0}, {2, 4, 1}, {2, 6, 2}, {2, 7, 3},
                         {3, 4, 0}, {3, 5, 1}, {3, 7, 2}, {3, 8, 3}};
  EXPECT_EQ(all_entries(layer), expected);
}

TEST(OperatorMatrix, HasTheLinksForEntries) {
  for (const auto& request : random_requests(11, 400, small)) {
    ASSERT_EQ(sorted(all_entries(layer_of(request))), of_links(request)) << request;
  }
}

TEST(OperatorMatrix, TimesXIsWhatTheEngineComputes) {
  for (const auto& request : random_requests(12, 400)) {
    const auto layer = layer_of(request);
    const auto [x, k, bias] = integer_operands<double>(request);
    ASSERT_EQ(product(all_entries(layer), layer.y, k, x), reference(layer, x, k, {})) << request;
  }
}

TEST(OperatorMatrix, OfTheOtherOperationIsTheTranspose) {
  for (const auto& request : random_requests(13, 400, small)) {
    const auto layer = layer_of(request);
    auto expected = of_links(request);
    for (auto& entry : expected) std::swap(entry.row, entry.column);
    ASSERT_EQ(sorted(all_entries(transposed(layer))), sorted(expected)) << request;
  }
}

TEST(OperatorMatrix, InAWindowIsThatPartOfIt) {
  Random random(14);
  for (const auto& request : random_requests(14, 400, small)) {
    const auto layer = layer_of(request);
    const auto some = [&] { return static_cast<std::size_t>(random.between(0, 40)); };
    const MatrixWindow window{some(), some(), some(), some()};
    Entries expected;
    for (const auto& entry : of_links(request)) {
      if (entry.row - window.row < window.rows && entry.column - window.column < window.columns) {
        expected.push_back(entry);
      }
    }
    ASSERT_EQ(sorted(matrix_entries(layer, window)), expected) << request;
  }
}

TEST(OperatorMatrix, IsSummedUp) {
  for (const auto& request : random_requests(15, 400, small)) {
    const auto layer = layer_of(request);
    const auto entries = of_links(request);
    std::vector<bool> rows(cells(layer.y)), columns(cells(layer.x));
    for (const auto& entry : entries) rows[entry.row] = columns[entry.column] = true;
    const auto said = summary(layer);
    ASSERT_EQ(said.entries, entries.size()) << request;
    ASSERT_EQ(said.empty_rows, std::count(rows.begin(), rows.end(), false)) << request;
    ASSERT_EQ(said.empty_columns, std::count(columns.begin(), columns.end(), false)) << request;
  }
}

/// The weight of each cell, by (row, column); absent is zero by structure.
using Cells = std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t>;

/// Whether the cells of [0, rows) x [0, columns) stay the same when moved by (down, right).
bool repeats(const Cells& cells, std::int64_t rows, std::int64_t columns, std::int64_t down,
             std::int64_t right) {
  const auto at = [&](std::int64_t row, std::int64_t column) {
    const auto found = cells.find({row, column});
    return found == cells.end() ? std::int64_t{-1} : std::int64_t{found->second};
  };
  for (std::int64_t row = 0; row + down < rows; ++row) {
    for (std::int64_t column = 0; column + right < columns; ++column) {
      if (at(row, column) != at(row + down, column + right)) return false;
    }
  }
  return true;
}

TEST(OperatorMatrix, IsToeplitzWhereItIsSaidToBe) {
  for (const auto& request : random_requests(
           16, 2000,
           {.batch = 1, .channels = 2, .size = 5, .taps = 3, .stride = 2, .padding = 2})) {
    const auto layer = layer_of(request);
    if (request.x[0] == 0) continue;
    Cells entries;
    for (const auto& entry : of_links(request)) entries[{entry.row, entry.column}] = entry.k;
    const bool toeplitz =
        !entries.empty() && repeats(entries, static_cast<std::int64_t>(cells(layer.y)),
                                    static_cast<std::int64_t>(cells(layer.x)), 1, 1);
    if (summary(layer).structure == Structure::toeplitz) {
      ASSERT_TRUE(toeplitz || entries.empty()) << request;
    }
  }
}

TEST(OperatorMatrix, FramedHasWhatPaddingTakes) {
  for (const auto& request : random_requests(17, 400, small)) {
    const auto layer = layer_of(request);
    const auto whole = *framed(layer);
    // In the frame no link is lost: each coarse cell has all taps.
    const auto coarse = layer.operation == Operation::conv2d ? layer.y : layer.x;
    const auto links = cells(coarse) * layer.k[1] * layer.k[2] * layer.k[3];
    ASSERT_EQ(summary(whole).entries, static_cast<double>(links)) << request;
    ASSERT_EQ(all_entries(whole).size(), links) << request;
  }
}

TEST(OperatorMatrix, IsPicturedWithTheLargestWeightUnderEachPixel) {
  Random random(18);
  for (const auto& request : random_requests(18, 300, small)) {
    const auto layer = layer_of(request);
    if (request.x[0] == 0) continue;
    const auto k = integer_operands<double>(request).k;
    const MatrixWindow window{0, 0, cells(layer.y), cells(layer.x)};
    const auto pixels = [&](std::size_t most) {
      return static_cast<std::size_t>(random.between(1, static_cast<std::int64_t>(most)));
    };
    const auto height = pixels(window.rows), width = pixels(window.columns);
    double peak = 0;
    for (const auto weight : k) peak = std::max(peak, std::abs(weight));
    std::vector<std::uint8_t> expected(height * width);
    for (const auto& entry : of_links(request)) {
      auto& pixel = expected[entry.row * height / window.rows * width +
                             entry.column * width / window.columns];
      const auto share = peak == 0 ? 0 : std::abs(k.data()[entry.k]) / peak;
      pixel = std::max(pixel, static_cast<std::uint8_t>(1 + 254 * share));
    }
    ASSERT_EQ(matrix_picture(layer, k, window, height, width), expected) << request;
  }
}

TEST(OperatorMatrix, AndItsTransposeAreAdjoint) {
  for (const auto& request : random_requests(19, 300)) {
    const auto layer = layer_of(request);
    const auto [x, k, _] = real_operands<double>(request);
    const auto check = adjoint_check(layer, x, k, reference(layer, x, k, {}));
    ASSERT_TRUE(check.equal) << check.left << " and " << check.right << ' ' << request;
    ASSERT_EQ(check.forth, reference(layer, x, k, {})) << request;
    ASSERT_EQ(check.back.shape(), x.shape()) << request;
  }
}

}  // namespace
}  // namespace conv
