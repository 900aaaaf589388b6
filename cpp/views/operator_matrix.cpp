#include "operator_matrix.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "convolution.hpp"
#include "cost.hpp"
#include "gather.hpp"
#include "kernels/kernel.hpp"
#include "largest.hpp"
#include "span.hpp"

namespace conv {
namespace {

/// Where a row's weight on one axis stands: the index along X, or -1 if outside.
std::int64_t input_index(const Layer& layer, const Axis& axis, std::int64_t output,
                         std::int64_t tap) {
  if (layer.operation == Operation::conv2d) {
    const auto fine = axis.fine_of(output, tap);
    return fine < axis.fine ? std::max<std::int64_t>(fine, -1) : -1;
  }
  return axis.coarse_of(output, tap).value_or(-1);
}

/// What lies outside the fine plane on its two sides, as far as a tap reaches.
std::pair<std::int64_t, std::int64_t> margins(const Axis& axis) {
  const auto last = axis.fine_of(axis.coarse - 1, axis.taps - 1);
  return {axis.padding, std::max<std::int64_t>(0, last + 1 - axis.fine)};
}

Axis framed(Axis axis) {
  const auto [before, after] = margins(axis);
  axis.fine += before + after;
  axis.padding = 0;
  return axis;
}

/// How many cells of X no link uses.
double unused(const Layer& layer) {
  const auto used = [&](const Axis& axis, std::size_t all) {
    return static_cast<double>(all - unused_count(layer, axis));
  };
  const auto linked = used(layer.height, layer.x[2]) * used(layer.width, layer.x[3]);
  return static_cast<double>(cells(layer.x)) -
         static_cast<double>(layer.x[0] * layer.x[1]) * linked;
}

Structure structure(const Layer& layer) {
  const auto& [height, width] = std::tie(layer.height, layer.width);
  const auto shifts = [](const Axis& axis) { return axis.stride > 1 && axis.coarse > 1; };
  if (shifts(height) || shifts(width)) return Structure::shifted_blocks;
  const auto single = [](const Axis& axis) { return axis.coarse == 1 && axis.fine == 1; };
  // Rows of a plane follow each other as one long row where no weight reaches across their ends.
  const bool seamless = width.taps == 1 && width.padding == 0 && width.coarse == width.fine;
  const bool one_plane = layer.x[1] == 1 && layer.y[1] == 1;
  return one_plane && (single(height) || single(width) || seamless) ? Structure::toeplitz
                                                                    : Structure::toeplitz_blocks;
}

/// Whether a window has few enough cells to look at all of them.
bool fits(const MatrixWindow& window) {
  return static_cast<double>(window.rows) * static_cast<double>(window.columns) <=
         most_window_cells;
}

/// The weights of the whole matrix, those that are 0 included.
double matrix_weights(const Layer& layer) { return cost(layer, 0).multiplications; }

/// No fewer than the entries in a window that fits.
std::size_t most_entries(const Layer& layer, const MatrixWindow& window) {
  const auto rows = static_cast<double>(std::min(window.rows, cells(layer.y)));
  const auto columns = static_cast<double>(std::min(window.columns, cells(layer.x)));
  const auto of_row = static_cast<double>(layer.inputs_per_group() * layer.k[2] * layer.k[3]);
  return static_cast<std::size_t>(std::min({rows * columns, rows * of_row, matrix_weights(layer)}));
}

double dot(const Tensor<double>& a, const Tensor<double>& b, double& magnitude) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto product = a.data()[i] * b.data()[i];
    sum += product;
    magnitude += std::abs(product);
  }
  return sum;
}

}  // namespace

std::optional<Layer> framed(const Layer& layer) {
  auto whole = layer;
  whole.height = framed(layer.height);
  whole.width = framed(layer.width);
  auto& shape = layer.operation == Operation::conv2d ? whole.x : whole.y;
  const auto numbers = static_cast<double>(shape[0]) * static_cast<double>(shape[1]) *
                       static_cast<double>(whole.height.fine) *
                       static_cast<double>(whole.width.fine);
  if (numbers > most_elements) return std::nullopt;
  shape[2] = static_cast<std::size_t>(whole.height.fine);
  shape[3] = static_cast<std::size_t>(whole.width.fine);
  return whole;
}

Layer viewed(const Layer& layer, bool with_frame, bool other_way) {
  const auto whole = with_frame ? framed(layer).value_or(layer) : layer;
  return other_way ? transposed(whole) : whole;
}

Margin margin(const Layer& layer) { return {layer.height.padding, layer.width.padding}; }

bool framable(const Layer& layer) {
  const auto whole = framed(layer);
  return whole && (whole->x != layer.x || whole->y != layer.y);
}

std::string_view name(Structure structure) {
  switch (structure) {
    case Structure::toeplitz:
      return "toeplitz";
    case Structure::toeplitz_blocks:
      return "toeplitz-blocks";
    default:
      return "shifted-blocks";
  }
}

// Not through links: with a list of them for each row it took 60 times as long.
std::vector<MatrixEntry> matrix_entries(const Layer& layer, const MatrixWindow& window) {
  std::vector<MatrixEntry> entries;
  if (!fits(window)) return entries;
  entries.reserve(most_entries(layer, window));
  const auto plane = layer.x[2] * layer.x[3];
  const auto taps = layer.k[2] * layer.k[3];
  const auto last_row = std::min(cells(layer.y), window.row + window.rows);
  const auto last_column = std::min(cells(layer.x), window.column + window.columns);
  if (window.column >= last_column) return entries;

  for (auto row = window.row; row < last_row; ++row) {
    const auto output = row / (layer.y[2] * layer.y[3]) % layer.y[1];
    const auto batch = row / (layer.y[2] * layer.y[3]) / layer.y[1];
    const auto group = output / layer.outputs_per_group();
    const auto first_input = group * layer.inputs_per_group();
    const auto i = static_cast<std::int64_t>(row / layer.y[3] % layer.y[2]);
    const auto j = static_cast<std::int64_t>(row % layer.y[3]);

    const auto of_group = batch * layer.x[1] + first_input;
    const auto begin = std::max(of_group, window.column / plane);
    const auto end = std::min(of_group + layer.inputs_per_group(), (last_column - 1) / plane + 1);
    for (auto of_batch = begin; of_batch < end; ++of_batch) {
      const auto input = of_batch - batch * layer.x[1];
      const auto kernel = layer.kernel_plane(input, output);
      for (std::size_t u = 0; u < layer.k[2]; ++u) {
        const auto r = input_index(layer, layer.height, i, static_cast<std::int64_t>(u));
        if (r < 0) continue;
        const auto line = of_batch * plane + static_cast<std::size_t>(r) * layer.x[3];
        if (line >= last_column || line + layer.x[3] <= window.column) continue;
        for (std::size_t v = 0; v < layer.k[3]; ++v) {
          const auto c = input_index(layer, layer.width, j, static_cast<std::int64_t>(v));
          const auto column = line + static_cast<std::size_t>(c);
          if (c < 0 || column < window.column || column >= last_column) continue;
          const auto weight = kernel * taps + u * layer.k[3] + v;
          entries.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column),
                             static_cast<std::uint32_t>(weight)});
        }
      }
    }
  }
  return entries;
}

double matrix_entries_bytes(const Layer& layer, const MatrixWindow& window) {
  if (!fits(window)) return 0;
  return static_cast<double>(most_entries(layer, window)) * sizeof(MatrixEntry);
}

std::vector<std::uint8_t> matrix_picture(const Layer& layer, const Tensor<double>& k,
                                         const MatrixWindow& window, std::size_t height,
                                         std::size_t width) {
  const auto pixels = static_cast<double>(height) * static_cast<double>(width);
  if (height > window.rows || width > window.columns) return {};
  if (pixels == 0 || pixels > most_window_cells) return {};
  std::vector<std::uint8_t> picture(height * width);
  const auto peak = largest(k, std::numeric_limits<double>::min());

  const auto across = static_cast<double>(width) / static_cast<double>(window.columns);
  const auto down = static_cast<double>(height) / static_cast<double>(window.rows);
  for (const auto& entry : matrix_entries(layer, window)) {
    const auto y = static_cast<std::size_t>(static_cast<double>(entry.row - window.row) * down);
    const auto x =
        static_cast<std::size_t>(static_cast<double>(entry.column - window.column) * across);
    const auto share = std::abs(k.data()[entry.k]) / peak;
    auto& pixel = picture[y * width + x];
    pixel = std::max(pixel, static_cast<std::uint8_t>(1 + 254 * (share < 1 ? share : 1)));
  }
  return picture;
}

double matrix_picture_bytes(const Layer& layer, const MatrixWindow& window) {
  return sizeof(double) * static_cast<double>(cells(layer.k)) + most_window_cells +
         matrix_entries_bytes(layer, window);
}

MatrixSummary summary(const Layer& layer) {
  MatrixSummary summary{matrix_weights(layer), structure(layer), {}, {}};
  if (links_on(layer.height) + links_on(layer.width) > most_elements) return summary;

  summary.empty_rows = unused(transposed(layer));
  summary.empty_columns = unused(layer);
  return summary;
}

double summary_bytes(const Layer& layer) {
  // A count for each row or column, of one side after the other.
  const auto sides = std::max({layer.x[2], layer.x[3], layer.y[2], layer.y[3]});
  return static_cast<double>(sides) * sizeof(std::uint32_t);
}

AdjointCheck adjoint_check(const Layer& layer, const Tensor<double>& x, const Tensor<double>& k,
                           const Tensor<double>& v) {
  AdjointCheck check{compute(layer, x, k, {}), compute(transposed(layer), v, k, {}), 0, 0, false};
  double magnitude = 0;
  check.left = dot(v, check.forth, magnitude);
  check.right = dot(check.back, x, magnitude);
  check.equal = std::abs(check.left - check.right) <= 1e-12 * magnitude;
  return check;
}

double adjoint_bytes(const Layer& layer) {
  const auto numbers = [](const Shape& shape) { return static_cast<double>(cells(shape)); };
  return sizeof(double) * (2 * numbers(layer.x) + numbers(layer.k) + 2 * numbers(layer.y)) +
         kernels::most_scratch<double>(layer);
}

}  // namespace conv
