#include "winograd.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "finite.hpp"
#include "multiply.hpp"
#include "operands.hpp"
#include "phases.hpp"
#include "tiling.hpp"

namespace conv::kernels {
namespace {

using std::int64_t;
static_assert(tile_rows<float> == four);

constexpr std::size_t rounded_up(std::size_t count, std::size_t unit) {
  return (count + unit - 1) / unit * unit;
}

/// From one of the N * N rows to the next, for `count` numbers.
constexpr std::size_t apart(std::size_t count) {
  return static_cast<std::size_t>(odd_lines<float>(static_cast<int64_t>(count)));
}

constexpr std::size_t most_n = 6;
/// The places of the largest tile.
using Square = std::array<Cells, most_n * most_n>;

/// The tiles that are worked on at once. Their numbers are in N * N places, in each a row for each
/// plane of the input or channel of the output, in each row one number for each tile.
struct Chunk {
  const Tiling& height;
  const Tiling& width;
  Band rows;     ///< of tiles
  Band columns;  ///< of tiles
  std::size_t cells_row;
  std::size_t sums_row;
  std::size_t cells_place;
  std::size_t sums_place;

  std::size_t across() const { return static_cast<std::size_t>(columns.size()); }
  std::size_t down() const { return static_cast<std::size_t>(rows.size()); }
  std::size_t tiles() const { return down() * across(); }
  /// The most pixels of one output channel, with what is stored beside them.
  std::size_t pixels_pitch() const {
    return rounded_up(across(), four) * width.algorithm->outputs + four;
  }
};

/// The first chunk of two tilings, which is the largest: as many tiles as let their cells and sums
/// stay in the second-level cache.
Chunk first_chunk(const Scheme& scheme, const Tiling& height, const Tiling& width,
                  std::size_t planes, std::size_t outputs) {
  const auto places = scheme.n * scheme.n;
  const auto bytes = static_cast<int64_t>(places * (planes + outputs) * sizeof(float));
  const auto fitting = std::max<int64_t>(8, cache_bytes / bytes / 8 * 8);
  const auto across = std::min(width.tiles, fitting);
  const auto down = std::min(height.tiles, fitting / across);
  const auto last_row = rounded_up(static_cast<std::size_t>(across), four);
  const auto cells_row = rounded_up(static_cast<std::size_t>(across * (down - 1)) + last_row, 8);
  // multiply() goes further than this only for the outputs of a last, smaller block.
  const auto sums_row = cells_row + (outputs % tile_rows<float> == 0 ? 0 : slack);
  return {height,
          width,
          {0, down},
          {0, across},
          cells_row,
          sums_row,
          apart(planes * cells_row),
          apart(outputs * sums_row)};
}

/// The memory that the work on a chunk takes.
struct Workspace {
  Workspace(const Scheme& scheme, const Chunk& chunk)
      : Workspace(scheme, chunk,
                  static_cast<std::size_t>(extent(scheme, chunk.height, chunk.rows.size())),
                  static_cast<std::size_t>(extent(scheme, chunk.width, chunk.columns.size()))) {}

  Room<float> plane;   ///< the cells of one plane that the chunk reads
  Room<float> strip;   ///< those of a row of tiles, half transformed
  Room<float> cells;   ///< transformed: places of planes of tiles
  Room<float> sums;    ///< places of outputs of tiles
  Room<float> pixels;  ///< of one output channel

 private:
  // What is read and has no meaning must not be slow: no denormals.
  Workspace(const Scheme& scheme, const Chunk& chunk, std::size_t rows, std::size_t columns)
      : plane(rows * columns + slack, 0.0F),
        strip(scheme.n * (columns + slack), 0.0F),
        cells(scheme.n * scheme.n * chunk.cells_place + slack, 0.0F),
        sums(scheme.n * scheme.n * chunk.sums_place),
        pixels(chunk.down() * chunk.height.algorithm->outputs * chunk.pixels_pitch()) {}
};

class Winograd : public Prepared<float> {
 public:
  Winograd(const Scheme& scheme, const Layer& layer, const Tensor<float>& k)
      : scheme_(scheme),
        places_(scheme.n * scheme.n),
        layer_(layer),
        k_(k.data()),
        height_(split(layer.operation, layer.height)),
        width_(split(layer.operation, layer.width)),
        rows_(tilings(scheme, height_)),
        columns_(tilings(scheme, width_)),
        planes_(layer.inputs_per_group() * height_.sources.size() * width_.sources.size()),
        weights_place_(apart(layer.outputs_per_group() * planes_)),
        weights_(layer.groups * height_.phases.size() * width_.phases.size() * places_ *
                 weights_place_) {
    auto* to = weights_.data();
    for (std::size_t group = 0; group < layer.groups; ++group) {
      for_each_pass([&](const Tiling& height, const Tiling& width, std::size_t row,
                        std::size_t column) {
        transform_weights(height, width, row, column, Weights<float>(layer, group, k.data()), to);
        to += places_ * weights_place_;
      });
    }
  }

  std::size_t bytes() const override { return weights_.size() * sizeof(float); }
  bool reads_k() const override { return true; }

  void run(const float* x, const float* bias, float* y) const override {
    if (!height_.covers_output() || !width_.covers_output()) fill_with_bias(layer_, bias, y);
    const auto inputs = layer_.inputs_per_group(), outputs = layer_.outputs_per_group();
    for (std::size_t n = 0; n < layer_.x[0]; ++n) {
      const auto* weights = weights_.data();
      for (std::size_t group = 0; group < layer_.groups; ++group) {
        const auto* channels = x + (n * layer_.x[1] + group * inputs) * layer_.x[2] * layer_.x[3];
        auto* sums = y + (n * layer_.y[1] + group * outputs) * layer_.y[2] * layer_.y[3];
        for (const auto& height : rows_) {
          for (const auto& width : columns_) {
            run_tiling(height, width, weights, channels, bias ? bias + group * outputs : nullptr,
                       sums);
            weights += height.phases.size() * width.phases.size() * places_ * weights_place_;
          }
        }
      }
    }
    // A tile's sums are of cells that not all of its outputs read.
    confine(layer_, x, k_, bias, y);
  }

 private:
  /// visit(height, width, row phase, column phase), in the order of the weights.
  template <class Visit>
  void for_each_pass(const Visit& visit) const {
    for (const auto& height : rows_) {
      for (const auto& width : columns_) {
        for (std::size_t row = 0; row < height.phases.size(); ++row) {
          for (std::size_t column = 0; column < width.phases.size(); ++column) {
            visit(height, width, row, column);
          }
        }
      }
    }
  }

  /// visit(input channel of the group, row phase, column phase) for each plane of the input.
  template <class Visit>
  void for_each_plane(const Visit& visit) const {
    for (std::size_t input = 0; input < layer_.inputs_per_group(); ++input) {
      for (std::size_t row = 0; row < height_.sources.size(); ++row) {
        for (std::size_t column = 0; column < width_.sources.size(); ++column) {
          visit(input, row, column);
        }
      }
    }
  }

  /// As transform(), for weights: as often as they are used, a loop is fast enough.
  void transform_taps(const Algorithm& algorithm, const Cells* from, std::size_t from_step,
                      Cells* to, std::size_t to_step) const {
    const auto* factor = algorithm.weights;
    for (std::size_t row = 0; row < scheme_.n; ++row) {
      Cells sum{};
      for (std::size_t tap = 0; tap < algorithm.taps; ++tap) {
        sum += splat(static_cast<float>(*factor++)) * from[tap * from_step];
      }
      to[row * to_step] = sum;
    }
  }

  /// The weights of one pass, in places_ places, in each as pack() would put them.
  void transform_weights(const Tiling& height, const Tiling& width, std::size_t row_phase,
                         std::size_t column_phase, const Weights<float>& weights, float* to) const {
    const auto outputs = layer_.outputs_per_group();
    const auto column_taps = width.algorithm->taps;
    for (std::size_t output = 0; output < outputs; output += four) {
      const auto count = std::min(four, outputs - output);
      auto* plane = to + output * planes_;
      for_each_plane([&](std::size_t input, std::size_t row_source, std::size_t column_source) {
        Square taps{}, half, whole;
        for (const auto& row : height.phases[row_phase]->taps) {
          if (static_cast<std::size_t>(row.source) != row_source) continue;
          for (const auto& column : width.phases[column_phase]->taps) {
            if (static_cast<std::size_t>(column.source) != column_source) continue;
            const auto* weight = &weights(output, input, row.index, column.index);
            const auto step = weights.output_step();
            const auto i = static_cast<std::size_t>(row.shift - height.phases[row_phase]->lowest());
            const auto j =
                static_cast<std::size_t>(column.shift - width.phases[column_phase]->lowest());
            taps[i * column_taps + j] =
                Cells{weight[0], count > 1 ? weight[step] : 0, count > 2 ? weight[2 * step] : 0,
                      count > 3 ? weight[3 * step] : 0};
          }
        }
        for (std::size_t j = 0; j < column_taps; ++j) {
          transform_taps(*height.algorithm, &taps[j], column_taps, &half[j], column_taps);
        }
        for (std::size_t i = 0; i < scheme_.n; ++i) {
          transform_taps(*width.algorithm, &half[i * column_taps], 1, &whole[i * scheme_.n], 1);
        }
        for (std::size_t i = 0; i < places_; ++i) {
          auto* place = plane + i * weights_place_;
          if (count == four) {
            store(place, whole[i]);
          } else {
            for (std::size_t o = 0; o < count; ++o) place[o] = whole[i][o];
          }
        }
        plane += count;
      });
    }
  }

  void run_tiling(const Tiling& height, const Tiling& width, const float* weights,
                  const float* channels, const float* bias, float* y) const {
    const auto outputs = layer_.outputs_per_group();
    auto chunk = first_chunk(scheme_, height, width, planes_, outputs);
    const auto down = chunk.rows.size(), across = chunk.columns.size();
    std::vector<std::int32_t> offsets(planes_);
    for (std::size_t i = 0; i < planes_; ++i) {
      offsets[i] = static_cast<std::int32_t>(i * chunk.cells_row * sizeof(float));
    }
    Workspace workspace(scheme_, chunk);
    for (int64_t row = 0; row < height.tiles; row += down) {
      chunk.rows = {row, std::min(row + down, height.tiles)};
      for (int64_t column = 0; column < width.tiles; column += across) {
        chunk.columns = {column, std::min(column + across, width.tiles)};
        transform_input(chunk, channels, workspace);
        const auto* next = weights;
        for (std::size_t row_phase = 0; row_phase < height.phases.size(); ++row_phase) {
          for (std::size_t column_phase = 0; column_phase < width.phases.size(); ++column_phase) {
            for (std::size_t i = 0; i < places_; ++i) {
              multiply(Packed<float>{outputs, planes_, next}, offsets.data(),
                       workspace.cells.data() + i * chunk.cells_place, Area{1, chunk.tiles(), 0},
                       workspace.sums.data() + i * chunk.sums_place, chunk.sums_row);
              next += weights_place_;
            }
            for (std::size_t o = 0; o < outputs; ++o) {
              transform_sums(chunk, row_phase, column_phase,
                             workspace.sums.data() + o * chunk.sums_row, bias ? bias[o] : 0,
                             workspace, y + o * layer_.y[2] * layer_.y[3]);
            }
          }
        }
      }
    }
  }

  void transform_input(const Chunk& chunk, const float* channels, Workspace& workspace) const {
    const auto columns = reads(scheme_, chunk.width, chunk.columns);
    const auto pitch = static_cast<std::size_t>(columns.size());
    const auto row_pieces = pieces(height_, reads(scheme_, chunk.height, chunk.rows));
    const auto column_pieces = pieces(width_, columns);
    auto* cells = workspace.cells.data();
    for_each_plane([&](std::size_t input, std::size_t row, std::size_t column) {
      copy_plane(channels + input * layer_.x[2] * layer_.x[3], width_.input, row_pieces[row],
                 column_pieces[column], workspace.plane.data());
      for (std::size_t tile_row = 0; tile_row < chunk.down(); ++tile_row) {
        const auto* top =
            workspace.plane.data() + tile_row * chunk.height.algorithm->outputs * pitch;
        transform_columns(top, pitch, workspace.strip.data());
        transform_rows(chunk, workspace.strip.data(), pitch, cells + tile_row * chunk.across());
      }
      cells += chunk.cells_row;
    });
  }

  /// The vertical half, which tiles side by side share: n rows of a plane to as many of a strip.
  void transform_columns(const float* plane, std::size_t pitch, float* strip) const {
    for (std::size_t column = 0; column < pitch; column += four) {
      std::array<Cells, most_n> from, to;
      for (std::size_t i = 0; i < scheme_.n; ++i) from[i] = load(plane + i * pitch + column);
      scheme_.cells(from.data(), 1, to.data(), 1);
      for (std::size_t i = 0; i < scheme_.n; ++i)
        store(strip + i * (pitch + slack) + column, to[i]);
    }
  }

  /// The horizontal half, for four tiles at a time. The fourth may lie past the last one of its
  /// row: what it writes is overwritten by the next row.
  void transform_rows(const Chunk& chunk, const float* strip, std::size_t pitch,
                      float* cells) const {
    const auto step = chunk.width.algorithm->outputs;
    for (std::size_t tile = 0; tile < chunk.across(); tile += four) {
      for (std::size_t i = 0; i < scheme_.n; ++i) {
        const auto* from = strip + i * (pitch + slack) + tile * step;
        const auto columns = [&](std::size_t first) {
          return transposed(load(from + first), load(from + first + step),
                            load(from + first + 2 * step), load(from + first + 3 * step));
        };
        std::array<Cells, most_n> row, to;
        const auto left = columns(0);
        std::copy(left.begin(), left.end(), row.begin());
        if (scheme_.n == most_n) {
          const auto right = columns(most_n - four);
          row[4] = right[2];
          row[5] = right[3];
        }
        scheme_.cells(row.data(), 1, to.data(), 1);
        for (std::size_t j = 0; j < scheme_.n; ++j) {
          store(cells + (i * scheme_.n + j) * chunk.cells_place + tile, to[j]);
        }
      }
    }
  }

  /// From the sums of one output channel and pass to its cells of y.
  void transform_sums(const Chunk& chunk, std::size_t row_phase, std::size_t column_phase,
                      const float* sums, float bias, Workspace& workspace, float* y) const {
    const auto rows = chunk.height.algorithm->outputs;
    const auto columns = chunk.width.algorithm->outputs;
    const auto pitch = chunk.pixels_pitch();
    auto* pixels = workspace.pixels.data();
    for (std::size_t tile_row = 0; tile_row < chunk.down(); ++tile_row) {
      for (std::size_t tile = 0; tile < chunk.across(); tile += four) {
        sums_to_pixels(chunk, sums + tile_row * chunk.across() + tile,
                       pixels + tile_row * rows * pitch + tile * columns, pitch);
      }
    }
    deliver(*chunk.height.phases[row_phase], chunk.height.output(row_phase, chunk.rows.begin),
            static_cast<int64_t>(chunk.down() * rows), *chunk.width.phases[column_phase],
            chunk.width.output(column_phase, chunk.columns.begin),
            static_cast<int64_t>(chunk.across() * columns), pixels, pitch, bias, y);
  }

  /// The pixels of four tiles side by side. Each is stored four wide, from left to right, so that
  /// what is too much is overwritten.
  void sums_to_pixels(const Chunk& chunk, const float* sums, float* to, std::size_t pitch) const {
    const auto& columns = *chunk.width.algorithm;
    Square square, half;
    for (std::size_t i = 0; i < places_; ++i) square[i] = load(sums + i * chunk.sums_place);
    for (std::size_t j = 0; j < scheme_.n; ++j) {
      chunk.height.algorithm->sums(&square[j], scheme_.n, &half[j], scheme_.n);
    }
    for (std::size_t i = 0; i < chunk.height.algorithm->outputs; ++i) {
      std::array<Cells, most_n> row{};
      columns.sums(&half[i * scheme_.n], 1, row.data(), 1);
      const auto tiles = transposed(row[0], row[1], row[2], row[3]);
      for (std::size_t t = 0; t < four; ++t) store(to + t * columns.outputs, tiles[t]);
      if (columns.outputs > four) {
        for (std::size_t t = 0; t < four; ++t) to[t * columns.outputs + four] = row[four][t];
      }
      to += pitch;
    }
  }

  /// Puts rows of pixels, from output cell (row, column) of two phases on, in their places.
  void deliver(const Phase& height, int64_t row, int64_t rows, const Phase& width, int64_t column,
               int64_t columns, const float* pixels, std::size_t pitch, float bias,
               float* y) const {
    const auto row_end = std::min(rows, height.count - row);
    const auto first = std::max<int64_t>(0, -column);
    const auto count = std::min(columns, width.count - column) - first;
    for (auto i = std::max<int64_t>(0, -row); i < row_end; ++i) {
      deliver_row(pixels + static_cast<std::size_t>(i) * pitch + first, count, bias, width.step,
                  y + (height.first + (row + i) * height.step) * width_.output + width.first +
                      (column + first) * width.step);
    }
  }

  const Scheme& scheme_;
  std::size_t places_;
  Layer layer_;
  const float* k_;
  PhaseAxis height_;
  PhaseAxis width_;
  std::vector<Tiling> rows_;
  std::vector<Tiling> columns_;
  std::size_t planes_;
  std::size_t weights_place_;
  Room<float> weights_;
};

/// What kernels of both schemes have in common.
bool accepts(const Scheme& scheme, const Layer& layer) {
  if (!can_split(layer)) return false;
  const auto height = split(layer.operation, layer.height);
  const auto width = split(layer.operation, layer.width);
  if (tilings(scheme, height).empty() || tilings(scheme, width).empty()) return false;
  const auto passes = height.phases.size() * width.phases.size();
  const auto planes = layer.inputs_per_group() * height.sources.size() * width.sources.size();
  const auto outputs = layer.outputs_per_group(), places = scheme.n * scheme.n;
  std::size_t work = 0;
  for (const auto& rows : tilings(scheme, height)) {
    for (const auto& columns : tilings(scheme, width)) {
      const auto chunk = first_chunk(scheme, rows, columns, planes, outputs);
      work = std::max(work, places * (chunk.cells_place + chunk.sums_place));
    }
  }
  const auto weights = places * passes * layer.groups * apart(outputs * planes);
  constexpr double rest = 512 << 10;  // a plane, its pixels, and lists
  return static_cast<double>((weights + work) * sizeof(float)) + rest <= most_scratch<float>(layer);
}

double cost(const Scheme& scheme, const Layer& layer, bool single) {
  const auto height = split(layer.operation, layer.height);
  const auto width = split(layer.operation, layer.width);
  const auto planes =
      static_cast<double>(layer.inputs_per_group() * height.sources.size() * width.sources.size());
  const auto outputs = static_cast<double>(layer.outputs_per_group());
  const auto batch = static_cast<double>(layer.x[0]);
  const auto places = static_cast<double>(scheme.n * scheme.n);
  double sum = 0;
  for (const auto& rows : tilings(scheme, height)) {
    for (const auto& columns : tilings(scheme, width)) {
      const auto tiles = static_cast<double>(rows.tiles * columns.tiles);
      const auto passes = static_cast<double>(rows.phases.size() * columns.phases.size());
      const auto products = std::ceil(tiles / 8) * 8 * places / four * planes * outputs;
      sum += batch * tiles * planes * scheme.input_cost;
      sum += batch * passes * (products + tiles * outputs * scheme.output_cost);
      if (single) sum += passes * planes * outputs * scheme.weight_cost;
    }
  }
  return static_cast<double>(layer.groups) * sum;
}

template <const Scheme& scheme>
Kernel<float> kernel(std::string_view name) {
  return {name,
          Family::winograd,
          [](const Layer& layer) { return accepts(scheme, layer); },
          [](const Layer& layer, bool single) { return cost(scheme, layer, single); },
          [](const Layer& layer, const Tensor<float>& k) -> std::unique_ptr<Prepared<float>> {
            return std::make_unique<Winograd>(scheme, layer, k);
          },
          true};
}

}  // namespace

Kernel<float> winograd_small() { return kernel<small_tiles>("winograd 4"); }
Kernel<float> winograd_large() { return kernel<large_tiles>("winograd 6"); }

}  // namespace conv::kernels
