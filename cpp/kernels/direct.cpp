#include "direct.hpp"

#include <algorithm>
#include <vector>

#include "finite.hpp"
#include "multiply.hpp"
#include "operands.hpp"
#include "phases.hpp"

namespace conv::kernels {
namespace {

using std::int64_t;

/// Bytes of planes that stay in the first-level cache.
constexpr int64_t first_cache_bytes = 32 << 10;

/// How a layer is cut into bands, and the memory that one band needs, in numbers.
struct Cut {
  int64_t rows;
  int64_t columns;
  int64_t pitch;    ///< from one row of a plane to the next
  int64_t plane;    ///< from one plane to the next
  int64_t planes;   ///< for one group: a plane for each channel and phase
  int64_t outputs;  ///< channels that are summed at once
  int64_t sums;     ///< from the sums of one channel to the next
  int64_t phases;   ///< of a row of outputs, whose sums are put in their places together

  int64_t planes_size() const { return planes * plane + int64_t{slack}; }
  int64_t phase_size() const { return outputs * sums; }
  int64_t sums_size() const { return phases * phase_size(); }
};

/// Bands that fill the cache, but no narrower than the halo, or most work would be copying it.
template <class T>
Cut cut_of(const Layer& layer, const PhaseAxis& height, const PhaseAxis& width) {
  constexpr auto fitting = cache_bytes / static_cast<int64_t>(sizeof(T));
  Cut cut{};
  cut.planes =
      static_cast<int64_t>(layer.inputs_per_group() * height.sources.size() * width.sources.size());
  const auto cells = fitting / cut.planes;
  cut.columns = std::min(width.longest,
                         std::max({cells / (2 * height.halo() + 1), width.halo(), int64_t{32}}));
  cut.pitch = cut.columns + width.halo();
  cut.rows = std::min(height.longest,
                      std::max({cells / cut.pitch - height.halo(), height.halo(), int64_t{1}}));
  cut.plane = (cut.rows + height.halo()) * cut.pitch;
  // Only where the first-level cache can't hold them all is it worth the gaps.
  const auto bytes = cut.planes * cut.plane * static_cast<int64_t>(sizeof(T));
  if (bytes > first_cache_bytes) cut.plane = odd_lines<T>(cut.plane);
  cut.sums = cut.rows * cut.pitch + int64_t{slack};
  cut.phases = static_cast<int64_t>(width.phases.size());
  constexpr auto block = static_cast<int64_t>(tile_rows<T>);
  const auto blocks = std::max<int64_t>(1, fitting / (cut.sums * cut.phases) / block);
  cut.outputs = std::min(static_cast<int64_t>(layer.outputs_per_group()), blocks * block);
  return cut;
}

/// The pixels of a phase in its planes, in the way that takes less work.
Area area_of(int64_t rows, int64_t columns, int64_t pitch, std::size_t tile) {
  const Area area{static_cast<std::size_t>(rows), static_cast<std::size_t>(columns),
                  static_cast<std::size_t>(pitch)};
  return work(area, tile) < work(flattened(area), tile) ? area : flattened(area);
}

/// One stride-1 convolution: a phase of the output on each axis.
template <class T>
struct Pass {
  const Phase* height;
  const Phase* width;
  std::vector<std::int32_t> offsets;  ///< of what a sum reads
  T* weights;                         ///< of all groups

  /// How many outputs of a row the pass has in a band of columns; may be negative.
  int64_t columns_in(Band columns) const {
    return std::min(columns.end, width->count) - columns.begin;
  }
};

template <class T>
class Direct : public Prepared<T> {
 public:
  Direct(const Layer& layer, const Tensor<T>& k)
      : layer_(layer),
        height_(split(layer.operation, layer.height)),
        width_(split(layer.operation, layer.width)),
        cut_(cut_of<T>(layer, height_, width_)),
        weights_(k.size()),
        spreading_(spreads(layer, k) ? k.data() : nullptr) {
    auto* next = weights_.data();
    for (const auto& height : height_.phases) {
      for (const auto& width : width_.phases) {
        passes_.push_back({&height, &width, offsets(height, width), next});
        next += layer.y[1] * passes_.back().offsets.size();
      }
    }
    for (std::size_t group = 0; group < layer.groups; ++group) {
      const Weights<T> from(layer, group, k.data());
      // All passes of a block of outputs before the next: together they use up the lines of k.
      for (std::size_t output = 0; output < layer.outputs_per_group(); output += tile_rows<T>) {
        for (const auto& pass : passes_) pack_block(from, group, output, pass);
      }
    }
  }

  std::size_t bytes() const override { return weights_.size() * sizeof(T); }
  bool reads_k() const override { return spreading_ != nullptr; }

  void run(const T* x, const T* bias, T* y) const override {
    if (!height_.covers_output() || !width_.covers_output()) fill_with_bias(layer_, bias, y);
    Room<T> planes(static_cast<std::size_t>(cut_.planes_size()));
    // What is read behind the last plane has no meaning, but must not be slow: no denormals.
    std::fill_n(planes.end() - int64_t{slack}, slack, T(0));
    Room<T> sums(static_cast<std::size_t>(cut_.sums_size()));
    for (std::size_t n = 0; n < layer_.x[0]; ++n) {
      for (std::size_t group = 0; group < layer_.groups; ++group) {
        for (int64_t row = 0; row < height_.longest; row += cut_.rows) {
          const Band rows{row, std::min(row + cut_.rows, height_.longest)};
          for (int64_t column = 0; column < width_.longest; column += cut_.columns) {
            const Band columns{column, std::min(column + cut_.columns, width_.longest)};
            copy_planes(x, n, group, rows, columns, planes.data());
            for (std::size_t first = 0; first < passes_.size(); first += width_.phases.size()) {
              run_rows(&passes_[first], group, rows, columns, planes.data(), sums.data(), bias, n,
                       y);
            }
          }
        }
      }
    }
    if (spreading_ != nullptr) confine(layer_, x, spreading_, bias, y);
  }

 private:
  /// Whether a weight goes further than its links: around X a conv_transpose2d has no padding to
  /// multiply, but here zeros lie there.
  static bool spreads(const Layer& layer, const Tensor<T>& k) {
    return layer.operation == Operation::conv_transpose2d && !all_finite(k.data(), k.size());
  }

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

  /// The weights of up to tile_rows outputs, in the order in which multiply() reads them.
  void pack_block(const Weights<T>& from, std::size_t group, std::size_t output,
                  const Pass<T>& pass) const {
    const auto outputs = layer_.outputs_per_group();
    const auto count = std::min(tile_rows<T>, outputs - output), step = from.output_step();
    auto* to = pass.weights + (group * outputs + output) * pass.offsets.size();
    for (std::size_t input = 0; input < layer_.inputs_per_group(); ++input) {
      for (const auto& row : pass.height->taps) {
        for (const auto& column : pass.width->taps) {
          const auto* weight = &from(output, input, row.index, column.index);
          if (count == tile_rows<T>) {
            for (std::size_t i = 0; i < tile_rows<T>; ++i) to[i] = weight[i * step];
          } else {
            for (std::size_t i = 0; i < count; ++i) to[i] = weight[i * step];
          }
          to += count;
        }
      }
    }
  }

  void copy_planes(const T* x, std::size_t n, std::size_t group, Band rows, Band columns,
                   T* planes) const {
    const auto inputs = layer_.inputs_per_group();
    const auto* channel = x + (n * layer_.x[1] + group * inputs) * layer_.x[2] * layer_.x[3];
    const Band row_cells{rows.begin + height_.lowest, rows.end + height_.highest};
    const Band column_cells{columns.begin + width_.lowest,
                            columns.begin + cut_.columns + width_.highest};
    const auto row_pieces = pieces(height_, row_cells),
               column_pieces = pieces(width_, column_cells);
    const auto used = row_cells.size() * cut_.pitch;
    for (std::size_t input = 0; input < inputs; ++input) {
      for (const auto& row : row_pieces) {
        for (const auto& column : column_pieces) {
          copy_plane(channel, width_.input, row, column, planes);
          std::fill_n(planes + used, cut_.plane - used, T(0));
          planes += cut_.plane;
        }
      }
      channel += layer_.x[2] * layer_.x[3];
    }
  }

  /// All passes of one phase of rows, which together fill rows of y.
  void run_rows(const Pass<T>* passes, std::size_t group, Band rows, Band columns, const T* planes,
                T* sums, const T* bias, std::size_t n, T* y) const {
    const auto& height = *passes->height;
    const auto row_count = std::min(rows.end, height.count) - rows.begin;
    if (row_count < 1) return;
    const auto outputs = layer_.outputs_per_group();
    for (std::size_t first = 0; first < outputs; first += cut_.outputs) {
      const auto count = std::min<std::size_t>(cut_.outputs, outputs - first);
      for (int64_t i = 0; i < cut_.phases; ++i) {
        const auto& pass = passes[i];
        const auto column_count = pass.columns_in(columns);
        if (column_count < 1) continue;
        const auto depth = pass.offsets.size();
        multiply(Packed<T>{count, depth, pass.weights + (group * outputs + first) * depth},
                 pass.offsets.data(), planes,
                 area_of(row_count, column_count, cut_.pitch, tile_columns<T>(outputs)),
                 sums + i * cut_.phase_size(), static_cast<std::size_t>(cut_.sums));
      }
      for (std::size_t i = 0; i < count; ++i) {
        const auto output = group * outputs + first + i;
        const auto* from = sums + i * static_cast<std::size_t>(cut_.sums);
        auto* to = y + (n * layer_.y[1] + output) * layer_.y[2] * layer_.y[3] +
                   (height.first + rows.begin * height.step) * width_.output;
        for (int64_t row = 0; row < row_count; ++row) {
          deliver(passes, columns, from, bias ? bias[output] : T(0), to);
          from += cut_.pitch;
          to += height.step * width_.output;
        }
      }
    }
  }

  /// Puts the sums of one row of y, a phase after the other phase_size() apart, in their places.
  void deliver(const Pass<T>* passes, Band columns, const T* sums, T bias, T* row) const {
    const auto apart = cut_.phase_size(), step = passes->width->step;
    for (int64_t i = 0, together = 1; i < cut_.phases; i += together) {
      together = neighbours(passes + i, cut_.phases - i);
      const auto* from = sums + i * apart;
      auto* to = row + passes[i].width->first + columns.begin * step;
      const auto shared = passes[i + together - 1].columns_in(columns);
      int64_t done = 0;
      if constexpr (fast<T>) {
        if (together == 2) done = deliver_pairs(from, apart, shared, bias, to);
        if (together == 4) done = deliver_fours(from, apart, shared, bias, step, to);
      }
      for (int64_t j = 0; j < together; ++j) {
        deliver_row(from + j * apart + done, passes[i + j].columns_in(columns) - done, bias, step,
                    to + j + done * step);
      }
    }
  }

  /// How many of the next passes can be delivered together: their places follow each other.
  static int64_t neighbours(const Pass<T>* passes, int64_t count) {
    const auto follow = [&](int64_t length) {
      if (length > count) return false;
      for (int64_t i = 1; i < length; ++i) {
        if (passes[i].width->first != passes->width->first + i) return false;
      }
      return true;
    };
    if (!fast<T>) return 1;
    if (passes->width->step == 2) return follow(2) ? 2 : 1;
    return follow(4) ? 4 : 1;
  }

  Layer layer_;
  PhaseAxis height_;
  PhaseAxis width_;
  Cut cut_;
  Room<T> weights_;
  const T* spreading_;  ///< k where a weight goes further than its links, or null
  std::vector<Pass<T>> passes_;
};

template <class T>
bool accepts(const Layer& layer) {
  if (!can_split(layer)) return false;
  const auto height = split(layer.operation, layer.height);
  const auto width = split(layer.operation, layer.width);
  if (height.phases.empty() || width.phases.empty()) return false;  // nothing but bias
  // Halos beyond this are for the reference, and would overflow what follows.
  if (static_cast<double>(height.halo() + 1) * static_cast<double>(width.halo() + 1) > 1 << 24) {
    return false;
  }
  const auto cut = cut_of<T>(layer, height, width);
  const auto numbers = static_cast<double>(cut.planes_size() + cut.sums_size()) +
                       static_cast<double>(cells(layer.k));
  // For each weight of an output: its offset in the planes.
  const auto offsets = cells(layer.k) / layer.outputs_per_group();
  const auto lists = static_cast<double>(offsets * sizeof(std::int32_t));
  return numbers * sizeof(T) + lists <= most_scratch<T>(layer);
}

template <class T>
double cost(const Layer& layer, bool single) {
  const auto height = split(layer.operation, layer.height);
  const auto width = split(layer.operation, layer.width);
  const auto inputs = static_cast<double>(layer.x[0] * layer.x[1]);
  const auto outputs = static_cast<double>(layer.outputs_per_group());
  double products = 0;
  for (const auto& rows : height.phases) {
    for (const auto& columns : width.phases) {
      const auto tile = tile_columns<T>(layer.outputs_per_group());
      const auto area = area_of(rows.count, columns.count, columns.count + width.halo(), tile);
      products += static_cast<double>(work(area, tile)) *
                  static_cast<double>(rows.taps.size() * columns.taps.size());
    }
  }
  // Measured: what it takes to copy a cell or to pack a weight, or several that are far apart.
  const auto copies = 1.5 * static_cast<double>(cells(layer.x) + cells(layer.y));
  const auto packed = single ? 4.0 * static_cast<double>(cells(layer.k)) : 0;
  return inputs * outputs * products / static_cast<double>(lanes<T>) + copies + packed;
}

template <class T>
std::unique_ptr<Prepared<T>> prepare(const Layer& layer, const Tensor<T>& k) {
  return std::make_unique<Direct<T>>(layer, k);
}

}  // namespace

template <class T>
Kernel<T> direct() {
  return {"direct", Family::direct, accepts<T>, cost<T>, prepare<T>, true};
}

template Kernel<float> direct();
template Kernel<double> direct();

}  // namespace conv::kernels
