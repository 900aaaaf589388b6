#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "fault.hpp"
#include "tensor.hpp"

/// Sizes, limits and validity of layers. No other file, in any language, computes or judges a size.
namespace conv {

/// The most numbers one tensor may hold.
constexpr double most_elements = 1 << 24;
/// The most that any one setting may be: keeps index arithmetic far from overflow.
constexpr double most_setting = 1 << 24;
/// The largest tensor that is edited by hand, cell by cell.
constexpr double most_rows = 32, most_columns = 32, most_channels = 16;

/// The least that each setting may be.
constexpr std::array<std::pair<Field, double>, 5> minimums{{{Field::stride, 1},
                                                            {Field::dilation, 1},
                                                            {Field::padding, 0},
                                                            {Field::output_padding, 0},
                                                            {Field::groups, 1}}};

enum class Operation { conv2d, conv_transpose2d };

/// As PyTorch and JavaScript write it.
std::string_view name(Operation operation);

/// One axis of a layer, on which both operations are one relation:
///   fine = coarse * stride + tap * dilation - padding
/// conv2d reads fine cells to fill coarse ones; conv_transpose2d reads coarse cells and adds into
/// fine ones. Cells whose partner lies outside are padding (conv2d) or cropped (conv_transpose2d).
struct Axis {
  std::int64_t coarse;
  std::int64_t fine;
  std::int64_t taps;
  std::int64_t stride;
  std::int64_t dilation;
  std::int64_t padding;

  std::int64_t fine_of(std::int64_t coarse_cell, std::int64_t tap) const {
    return coarse_cell * stride + tap * dilation - padding;
  }
  /// The inverse: the coarse cell that one tap joins to a fine one, if there is such a cell.
  std::optional<std::int64_t> coarse_of(std::int64_t fine_cell, std::int64_t tap) const {
    const auto distance = fine_cell + padding - tap * dilation;
    if (distance < 0 || distance % stride != 0 || distance / stride >= coarse) return std::nullopt;
    return distance / stride;
  }
};

/// A layer that is known to be valid.
struct Layer {
  Operation operation;
  Axis height;
  Axis width;
  std::size_t groups;
  Shape x;  ///< (N, in, H, W)
  Shape k;  ///< conv2d: (out, in/groups, kh, kw); conv_transpose2d: (in, out/groups, kh, kw)
  Shape y;  ///< (N, out, H, W)

  std::size_t inputs_per_group() const { return x[1] / groups; }
  std::size_t outputs_per_group() const { return y[1] / groups; }

  /// Which of K's planes joins an input to an output channel, both of one group.
  std::size_t kernel_plane(std::size_t input, std::size_t output) const {
    return operation == Operation::conv2d ? output * k[1] + input % k[1]
                                          : input * k[1] + output % k[1];
  }
};

/// The layer whose operator is the transpose: the other operation with the same kernel, from Y back
/// to X.
Layer transposed(const Layer& layer);

/// The settings of a layer as a caller gives them: any numbers, judged by plan(). A list has one
/// number for both axes, two for (height, width), or none for the default; padding may also have
/// four: top, bottom, left, right.
struct Settings {
  std::vector<double> stride = {};    ///< default 1
  std::vector<double> dilation = {};  ///< default 1
  std::vector<double> padding = {};   ///< default 0
  std::vector<double> output_padding =
      {};  ///< default 0; conv2d, whose input size is given, reads none
  double groups = 1;
};

/// The settings of one axis, with the defaults filled in.
struct AxisSettings {
  double stride = 1;
  double dilation = 1;
  double before = 0;  ///< padding
  double after = 0;
  double output_padding = 0;
};

AxisSettings along(AxisName axis, const Settings& settings);

/// The same settings with the defaults in the place of lists without numbers.
Settings filled(Settings settings);

/// The size of Y along an axis by its formula alone, see plan(); below 1 where there is no layer.
double output_size(Operation operation, double input, double taps, const AxisSettings& settings);

/// What output_padding has to stay below. PyTorch's rule; ONNX Runtime and WebNN ask for less than
/// the stride.
double output_padding_limit(const AxisSettings& settings);

/// A call as it comes: shapes are any lists of numbers.
struct Request {
  Operation operation = Operation::conv2d;
  std::vector<double> x = {};
  std::vector<double> k = {};
  std::optional<double> bias = {};  ///< its length
  Settings settings = {};
};

/// The layer that a request describes, or the first rule that it breaks. The output sizes are
///   conv2d:            floor((in + pads - dilation * (kernel - 1) - 1) / stride) + 1
///   conv_transpose2d:  (in - 1) * stride - pads + dilation * (kernel - 1) + 1 + output_padding
/// as PyTorch defines them, and so are the rules.
std::variant<Layer, Fault> plan(const Request& request);

/// Whether a shape is one of four whole numbers, at least one number big (a batch may be empty)
/// and within most_elements; field names it in the refusal.
std::optional<Fault> shape_fault(Field field, const std::vector<double>& shape);

/// As shape_fault(), for a tensor that is edited by hand.
std::optional<Fault> editing_fault(Field field, const std::vector<double>& shape);

/// Whether `length` numbers came for a shape that has passed shape_fault().
std::optional<Fault> length_fault(Field field, const std::vector<double>& shape, double length);

/// The number of cells of a shape.
std::size_t cells(const Shape& shape);

}  // namespace conv
