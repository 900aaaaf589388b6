#include "direct.hpp"

#include <algorithm>
#include <vector>

#include "multiply.hpp"
#include "phases.hpp"

namespace conv::kernels {
namespace {

using std::int64_t;

/// As many bytes of planes and of sums are worked on at once, so that they stay in the second-level
/// cache.
constexpr int64_t cache_bytes = 512 << 10;

/// A piece of an axis: the output cells of each phase from `begin` up to `end`.
struct Band {
  int64_t begin;
  int64_t end;
};

/// How a layer is cut into bands, and the memory that one band needs, in numbers.
struct Cut {
  int64_t rows;
  int64_t columns;
  int64_t pitch;    ///< from one row of a plane to the next
  int64_t plane;    ///< from one plane to the next
  int64_t planes;   ///< for one group: a plane for each channel and phase
  int64_t outputs;  ///< channels that are summed at once
  int64_t sums;     ///< from the sums of one channel to the next

  int64_t planes_size() const { return planes * plane + int64_t{slack}; }
  int64_t sums_size() const { return outputs * sums; }
};

Cut cut_into(int64_t rows, int64_t columns, const Layer& layer, const PhaseAxis& height,
             const PhaseAxis& width, int64_t number_size) {
  Cut cut{rows, columns, columns + width.halo(), 0, 0, 0, 0};
  // An odd number of cache lines: else the same pixel of all planes would compete for one place.
  const auto line = 64 / number_size;
  cut.plane = (((rows + height.halo()) * cut.pitch + line - 1) / line | 1) * line;
  cut.planes =
      static_cast<int64_t>(layer.inputs_per_group() * height.sources.size() * width.sources.size());
  cut.sums = rows * cut.pitch + int64_t{slack};
  constexpr auto block = int64_t{tile_rows};
  cut.outputs = std::min(static_cast<int64_t>(layer.outputs_per_group()),
                         std::max(block, cache_bytes / number_size / cut.sums / block * block));
  return cut;
}

/// Bands that fill the cache, but no narrower than the halo, or most work would be copying it.
Cut cut_of(const Layer& layer, const PhaseAxis& height, const PhaseAxis& width,
           int64_t number_size) {
  const auto planes =
      static_cast<int64_t>(layer.inputs_per_group() * height.sources.size() * width.sources.size());
  const auto cells = cache_bytes / number_size / planes;
  const auto columns = std::min(
      width.longest, std::max({cells / (2 * height.halo() + 1), width.halo(), int64_t{32}}));
  const auto rows = std::min(
      height.longest,
      std::max({cells / (columns + width.halo()) - height.halo(), height.halo(), int64_t{1}}));
  return cut_into(rows, columns, layer, height, width, number_size);
}

/// The cells first + step * i of a row, for i from `begin` up to `end`; 0 outside the row.
template <class T>
T* copy_row(const T* row, int64_t length, int64_t first, int64_t step, Band cells, T* to) {
  const auto inside = [&](int64_t i) { return std::clamp(i, cells.begin, cells.end); };
  const auto begin = inside(0);
  const auto end = inside((length - first + step - 1) / step);
  to = std::fill_n(to, begin - cells.begin, T(0));
  if (step == 1) {
    to = std::copy(row + first + begin, row + first + end, to);
  } else {
    for (auto i = begin; i < end; ++i) *to++ = row[first + step * i];
  }
  return std::fill_n(to, cells.end - end, T(0));
}

/// One stride-1 convolution: a phase of the output on each axis.
template <class T>
struct Pass {
  const Phase* height;
  const Phase* width;
  std::vector<std::int32_t> offsets;
  std::vector<Packed<T>> groups;
};

template <class T>
class Direct : public Prepared<T> {
 public:
  Direct(const Layer& layer, const Tensor<T>& k)
      : layer_(layer),
        height_(split(layer.operation, layer.height)),
        width_(split(layer.operation, layer.width)),
        cut_(cut_of(layer, height_, width_, sizeof(T))),
        weights_(k.size()) {
    auto* next = weights_.data();
    for (const auto& height : height_.phases) {
      for (const auto& width : width_.phases) {
        passes_.push_back({&height, &width, offsets(height, width), {}});
        for (std::size_t group = 0; group < layer.groups; ++group) {
          const auto packed = packed_group(height, width, group, k.data(), next);
          passes_.back().groups.push_back(packed);
          next += packed.outputs * packed.depth;
        }
      }
    }
  }

  void run(const T* x, const T* bias, T* y) const override {
    if (!height_.covers_output() || !width_.covers_output()) fill(bias, y);
    // Where no plane is, what is read has no meaning, but must not be slow: no denormals.
    Room<T> planes(static_cast<std::size_t>(cut_.planes_size()), T(0));
    Room<T> sums(static_cast<std::size_t>(cut_.sums_size()));
    for (std::size_t n = 0; n < layer_.x[0]; ++n) {
      for (std::size_t group = 0; group < layer_.groups; ++group) {
        for (int64_t row = 0; row < height_.longest; row += cut_.rows) {
          const Band rows{row, std::min(row + cut_.rows, height_.longest)};
          for (int64_t column = 0; column < width_.longest; column += cut_.columns) {
            const Band columns{column, std::min(column + cut_.columns, width_.longest)};
            copy_planes(x, n, group, rows, columns, planes.data());
            for (const auto& pass : passes_) {
              run_pass(pass, group, rows, columns, planes.data(), sums.data(), bias, n, y);
            }
          }
        }
      }
    }
  }

 private:
  std::vector<std::int32_t> offsets(const Phase& height, const Phase& width) const {
    std::vector<std::int32_t> offsets;
    const auto sources = static_cast<int64_t>(height_.sources.size() * width_.sources.size());
    const auto columns = static_cast<int64_t>(width_.sources.size());
    for (int64_t channel = 0; channel < static_cast<int64_t>(layer_.inputs_per_group());
         ++channel) {
      for (const auto& row : height.taps) {
        for (const auto& column : width.taps) {
          const auto plane = channel * sources + row.source * columns + column.source;
          const auto cell = plane * cut_.plane + (row.shift - height_.lowest) * cut_.pitch +
                            column.shift - width_.lowest;
          offsets.push_back(static_cast<std::int32_t>(cell * static_cast<int64_t>(sizeof(T))));
        }
      }
    }
    return offsets;
  }

  Packed<T> packed_group(const Phase& height, const Phase& width, std::size_t group, const T* k,
                         T* to) const {
    const auto inputs = layer_.inputs_per_group(), outputs = layer_.outputs_per_group();
    const auto taps = layer_.k[2] * layer_.k[3];
    const bool transposed = layer_.operation == Operation::conv_transpose2d;
    // k is (out, in/groups, ..) or (in, out/groups, ..)
    const auto output_step = transposed ? taps : inputs * taps;
    const auto input_step = transposed ? outputs * taps : taps;
    const auto* first = k + group * (transposed ? inputs * input_step : outputs * output_step);
    std::vector<std::size_t> cells;
    cells.reserve(inputs * height.taps.size() * width.taps.size());
    for (std::size_t input = 0; input < inputs; ++input) {
      for (const auto& row : height.taps) {
        for (const auto& column : width.taps) {
          const auto tap = static_cast<std::size_t>(row.index) * layer_.k[3] +
                           static_cast<std::size_t>(column.index);
          cells.push_back(input * input_step + tap);
        }
      }
    }
    return pack<T>(outputs, cells.size(), to, [&](std::size_t output, std::size_t depth) {
      return first[output * output_step + cells[depth]];
    });
  }

  void fill(const T* bias, T* y) const {
    const auto plane = layer_.y[2] * layer_.y[3];
    for (std::size_t i = 0; i < layer_.y[0] * layer_.y[1]; ++i) {
      y = std::fill_n(y, plane, bias ? bias[i % layer_.y[1]] : T(0));
    }
  }

  void copy_planes(const T* x, std::size_t n, std::size_t group, Band rows, Band columns,
                   T* planes) const {
    const auto inputs = layer_.inputs_per_group();
    const auto* channel = x + (n * layer_.x[1] + group * inputs) * layer_.x[2] * layer_.x[3];
    const Band cells{columns.begin + width_.lowest, columns.begin + cut_.columns + width_.highest};
    for (std::size_t input = 0; input < inputs; ++input) {
      for (const auto row_phase : height_.sources) {
        for (const auto column_phase : width_.sources) {
          auto* to = planes;
          for (auto i = rows.begin + height_.lowest; i < rows.end + height_.highest; ++i) {
            const auto row = row_phase + i * height_.source_step;
            if (row >= 0 && row < height_.input) {
              to = copy_row(channel + row * width_.input, width_.input, column_phase,
                            width_.source_step, cells, to);
            } else {
              to = std::fill_n(to, cut_.pitch, T(0));
            }
          }
          planes += cut_.plane;
        }
      }
      channel += layer_.x[2] * layer_.x[3];
    }
  }

  void run_pass(const Pass<T>& pass, std::size_t group, Band rows, Band columns, const T* planes,
                T* sums, const T* bias, std::size_t n, T* y) const {
    const auto row_count = std::min(rows.end, pass.height->count) - rows.begin;
    const auto column_count = std::min(columns.end, pass.width->count) - columns.begin;
    if (row_count < 1 || column_count < 1) return;
    const auto pixels = static_cast<std::size_t>((row_count - 1) * cut_.pitch + column_count);
    const auto& weights = pass.groups[group];
    for (std::size_t first = 0; first < weights.outputs; first += cut_.outputs) {
      const auto count = std::min<std::size_t>(cut_.outputs, weights.outputs - first);
      multiply(Packed<T>{count, weights.depth, weights.weights + first * weights.depth},
               pass.offsets.data(), planes, pixels, sums, static_cast<std::size_t>(cut_.sums));
      for (std::size_t i = 0; i < count; ++i) {
        const auto output = group * weights.outputs + first + i;
        auto* to = y + (n * layer_.y[1] + output) * layer_.y[2] * layer_.y[3] +
                   (pass.height->first + rows.begin * pass.height->step) * width_.output +
                   pass.width->first + columns.begin * pass.width->step;
        deliver(sums + i * static_cast<std::size_t>(cut_.sums), row_count, column_count,
                bias ? bias[output] : T(0), pass.height->step * width_.output, pass.width->step,
                to);
      }
    }
  }

  /// Puts the sums of one output channel in their places.
  void deliver(const T* sums, int64_t rows, int64_t columns, T bias, int64_t row_step,
               int64_t column_step, T* to) const {
    for (int64_t row = 0; row < rows; ++row) {
      if (column_step == 1) {
        for (int64_t column = 0; column < columns; ++column) to[column] = sums[column] + bias;
      } else {
        for (int64_t column = 0; column < columns; ++column) {
          to[column * column_step] = sums[column] + bias;
        }
      }
      sums += cut_.pitch;
      to += row_step;
    }
  }

  Layer layer_;
  PhaseAxis height_;
  PhaseAxis width_;
  Cut cut_;
  Room<T> weights_;
  std::vector<Pass<T>> passes_;
};

template <class T>
bool accepts(const Layer& layer) {
  const auto height = split(layer.operation, layer.height);
  const auto width = split(layer.operation, layer.width);
  if (height.phases.empty() || width.phases.empty()) return false;  // nothing but bias
  // Halos beyond this are for the reference, and would overflow what follows.
  if (static_cast<double>(height.halo() + 1) * static_cast<double>(width.halo() + 1) > 1 << 24) {
    return false;
  }
  const auto cut = cut_of(layer, height, width, sizeof(T));
  const auto numbers = conv::cells(layer.x) + cells(layer.y);
  return (cut.planes_size() + cut.sums_size()) * static_cast<int64_t>(sizeof(T)) <=
         most_scratch + static_cast<int64_t>(numbers * sizeof(T));
}

template <class T>
std::unique_ptr<Prepared<T>> prepare(const Layer& layer, const Tensor<T>& k) {
  return std::make_unique<Direct<T>>(layer, k);
}

}  // namespace

template <class T>
Kernel<T> direct() {
  return {"direct", accepts<T>, prepare<T>};
}

template Kernel<float> direct();
template Kernel<double> direct();

}  // namespace conv::kernels
