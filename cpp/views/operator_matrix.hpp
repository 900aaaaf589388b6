#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "geometry.hpp"

/// The operator of a layer as a matrix W: y = W x, with a row for each cell of Y and a column for
/// each cell of X. The bias is no part of it.
namespace conv {

/// The layer with the margin of its fine plane made part of it: the padding that conv2d reads, or
/// what padding crops from conv_transpose2d. None where the plane would exceed a tensor's limit.
std::optional<Layer> framed(const Layer& layer);

/// The layer whose matrix is shown: framed where that can be, and the other operation's on request.
Layer viewed(const Layer& layer, bool with_frame, bool other_way);

/// How many rows and columns the frame has before those of the plane.
struct Margin {
  std::int64_t top;
  std::int64_t left;
};

Margin margin(const Layer& layer);

/// Whether there is a margin, and room for it.
bool framable(const Layer& layer);

/// A part of the matrix.
struct MatrixWindow {
  std::size_t row;
  std::size_t column;
  std::size_t rows;
  std::size_t columns;
};

/// The most cells of a window whose entries are listed, and of a picture.
constexpr double most_window_cells = 1 << 22;

/// A weight in its place; wherever there is none, the matrix is zero by its structure.
struct MatrixEntry {
  std::uint32_t row;
  std::uint32_t column;
  std::uint32_t k;

  friend bool operator==(const MatrixEntry&, const MatrixEntry&) = default;
};

/// The weights in a window, by row; none of a window with too many cells.
std::vector<MatrixEntry> matrix_entries(const Layer& layer, const MatrixWindow& window);

/// The memory that they take.
double matrix_entries_bytes(const Layer& layer, const MatrixWindow& window);

/// A picture of such a window, height by width pixels (at most one for a cell): 0 where all cells
/// under a pixel are structural zeros, else 1 to 255 for the largest magnitude of the weights
/// there.
std::vector<std::uint8_t> matrix_picture(const Layer& layer, const Tensor<double>& k,
                                         const MatrixWindow& window, std::size_t height,
                                         std::size_t width);

/// The memory that it takes, k included.
double matrix_picture_bytes(const Layer& layer, const MatrixWindow& window);

/// How far the matrix repeats itself.
enum class Structure {
  toeplitz,         ///< every diagonal is constant
  toeplitz_blocks,  ///< for each pair of channels: Toeplitz blocks, in a block Toeplitz pattern
  shifted_blocks    ///< as above but each block, or row of one, moves by the stride
};

std::string_view name(Structure structure);

/// What there is to say about the matrix of a layer as a whole.
struct MatrixSummary {
  double entries;  ///< weights, those that are 0 included
  Structure structure;
  /// Cells of Y that no weight reaches, and of X that none reads; not counted where that takes
  /// long.
  std::optional<double> empty_rows;
  std::optional<double> empty_columns;
};

MatrixSummary summary(const Layer& layer);
/// The memory that it takes.
double summary_bytes(const Layer& layer);

/// <v, W x> = <W^T v, x>, for any v of Y's shape: what makes either operation the other's
/// transpose.
struct AdjointCheck {
  Tensor<double> forth;  ///< W x
  Tensor<double> back;   ///< W^T v
  double left;           ///< <v, W x>
  double right;          ///< <W^T v, x>
  bool equal;            ///< but for rounding
};

AdjointCheck adjoint_check(const Layer& layer, const Tensor<double>& x, const Tensor<double>& k,
                           const Tensor<double>& v);
/// The memory that it takes, x, k and v included.
double adjoint_bytes(const Layer& layer);

}  // namespace conv
