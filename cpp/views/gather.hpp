#pragma once

#include <cstdint>
#include <vector>

#include "geometry.hpp"

/// The layer as it is drawn step by step: both operations as a window that slides over a plane, and
/// the output before padding crops it.
namespace conv {

/// What a row or column of the plane is when it is none of X's.
constexpr std::int32_t inserted_zero = -1;
constexpr std::int32_t padding_zero = -2;

/// The plane that a window slides over so that its weighted sums are Y: for conv2d X with its
/// padding; for conv_transpose2d X with stride - 1 zeros between its cells and dilation * (taps -
/// 1) - padding around them (Dumoulin and Visin, 2016), under the flipped kernel.
struct GatherPlane {
  /// What each row is: a row of X or one of the zeros above; a cell is what its row and column are,
  /// padding before an inserted zero before X.
  std::vector<std::int32_t> rows;
  std::vector<std::int32_t> columns;
  std::int64_t row_step;  ///< from one window to the next
  std::int64_t column_step;
  bool flipped;  ///< whether the kernel lies on it turned by half a turn
};

GatherPlane gather_plane(const Layer& layer);

/// The sizes of the output before it is cropped, and where in it Y begins. Nothing is cropped from
/// a conv2d.
struct FullOutput {
  std::int64_t height;
  std::int64_t width;
  std::int64_t top;
  std::int64_t left;
};

FullOutput full_output(const Layer& layer);

/// The rows (or columns) of X on an axis that no link uses: steps of the stride pass over them, or
/// all of their stamp is cropped.
std::vector<std::int32_t> unused_cells(const Layer& layer, const Axis& axis);
/// How many they are.
std::size_t unused_count(const Layer& layer, const Axis& axis);

/// All of that.
struct Steps {
  GatherPlane plane;
  FullOutput full;
  std::vector<std::int32_t> unused_rows;
  std::vector<std::int32_t> unused_columns;
};

Steps steps(const Layer& layer);
/// The memory that it takes.
double steps_bytes(const Layer& layer);

}  // namespace conv
