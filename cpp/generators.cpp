#include "generators.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "memory.hpp"

namespace conv {
namespace {

using Line = std::vector<double>;

/// The FCN upsampling kernel along one axis: a tent around the centre.
Line tent(std::size_t size) {
  const auto half = (size + 1) / 2;
  const auto factor = static_cast<double>(half);
  const auto centre = size % 2 == 1 ? factor - 1 : factor - 0.5;
  Line line(size);
  for (std::size_t i = 0; i < size; ++i) {
    line[i] = 1 - std::abs(static_cast<double>(i) - centre) / factor;
  }
  return line;
}

Line bell(std::size_t size, double sigma) {
  const auto centre = (static_cast<double>(size) - 1) / 2;
  const auto nearest = size % 2 == 1 ? 0.0 : 0.5;  // a narrow bell still has the value 1 there
  Line line(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto distance = static_cast<double>(i) - centre;
    line[i] = std::exp((nearest * nearest - distance * distance) / sigma / sigma / 2);
  }
  const auto sum = std::accumulate(line.begin(), line.end(), 0.0);
  for (auto& value : line) value /= sum;
  return line;
}

/// The row of Pascal's triangle with `size` numbers: repeated smoothing by (1, 1).
Line binomial(std::size_t size) {
  Line line(size, 1.0);
  for (std::size_t i = 1; i < size; ++i) {
    line[i] = line[i - 1] * static_cast<double>(size - i) / static_cast<double>(i);
  }
  return line;
}

/// Smoothing, then the difference (-1, 1); 0 for a single cell, which has no slope.
Line slope(std::size_t size) {
  if (size == 1) return {0};
  const auto smooth = binomial(size - 1);
  Line line(size, 0.0);
  for (std::size_t i = 0; i + 1 < size; ++i) {
    line[i] -= smooth[i];
    line[i + 1] += smooth[i];
  }
  return line;
}

Line spike(std::size_t size) {
  Line line(size, 0.0);
  line[size / 2] = 1;
  return line;
}

Line flat(std::size_t size) {
  Line line(size, 1 / static_cast<double>(size));
  return line;
}

/// A separable filter, on each channel by itself.
Tensor<double> filter(const Shape& shape, const Line& rows, const Line& columns) {
  Tensor<double> tensor(shape, 0.0);
  const bool depthwise = shape[1] == 1;
  for (std::size_t a = 0; a < shape[0]; ++a) {
    for (std::size_t b = 0; b < shape[1]; ++b) {
      if (!depthwise && a != b) continue;
      for (std::size_t row = 0; row < shape[2]; ++row) {
        for (std::size_t column = 0; column < shape[3]; ++column) {
          tensor(a, b, row, column) = rows[row] * columns[column];
        }
      }
    }
  }
  return tensor;
}

double argument(const Line& arguments, std::size_t index, double otherwise) {
  return index < arguments.size() ? arguments[index] : otherwise;
}

Tensor<double> zeros(const Shape& shape, const Line&) { return Tensor<double>(shape, 0.0); }

Tensor<double> ones(const Shape& shape, const Line&) { return Tensor<double>(shape, 1.0); }

Tensor<double> arange(const Shape& shape, const Line& arguments) {
  Tensor<double> tensor(shape);
  double index = 0;
  for (auto& value : tensor) {
    value = argument(arguments, 0, 0) + argument(arguments, 1, 1) * index++;
  }
  return tensor;
}

Tensor<double> eye(const Shape& shape, const Line&) {
  Tensor<double> tensor(shape, 0.0);
  for (std::size_t a = 0; a < shape[0]; ++a) {
    for (std::size_t b = 0; b < shape[1]; ++b) {
      for (std::size_t i = 0; i < std::min(shape[2], shape[3]); ++i) tensor(a, b, i, i) = 1;
    }
  }
  return tensor;
}

Tensor<double> rand(const Shape& shape, const Line& arguments) {
  // The standard fixes this engine's numbers; it does not fix those of its distributions.
  std::mt19937 engine(static_cast<std::uint32_t>(argument(arguments, 0, 0)));
  Tensor<double> tensor(shape);
  for (auto& value : tensor) value = static_cast<double>(engine() >> 8) / 16777216.0;
  return tensor;
}

Tensor<double> bilinear(const Shape& shape, const Line&) {
  return filter(shape, tent(shape[2]), tent(shape[3]));
}

Tensor<double> gaussian(const Shape& shape, const Line& arguments) {
  const auto line = [&arguments](std::size_t size) {
    const auto usual = 0.3 * (static_cast<double>(size) / 2 - 1) + 0.8;
    return bell(size, argument(arguments, 0, usual));
  };
  return filter(shape, line(shape[2]), line(shape[3]));
}

Tensor<double> box(const Shape& shape, const Line&) {
  return filter(shape, flat(shape[2]), flat(shape[3]));
}

Tensor<double> delta(const Shape& shape, const Line&) {
  return filter(shape, spike(shape[2]), spike(shape[3]));
}

Tensor<double> sobel_x(const Shape& shape, const Line&) {
  return filter(shape, binomial(shape[2]), slope(shape[3]));
}

Tensor<double> sobel_y(const Shape& shape, const Line&) {
  return filter(shape, slope(shape[2]), binomial(shape[3]));
}

std::optional<Fault> refused(Rule rule, std::vector<std::pair<std::string_view, double>> numbers) {
  return Fault{rule, Field::generator, {}, std::move(numbers), {}};
}

std::optional<Fault> seed_fault(const Line& arguments) {
  const auto seed = argument(arguments, 0, 0);
  const double most = 4294967295.0;
  if (seed != std::floor(seed)) return refused(Rule::whole, {{"value", seed}});
  if (seed >= 0 && seed <= most) return std::nullopt;
  return refused(Rule::range, {{"minimum", 0.0}, {"maximum", most}, {"value", seed}});
}

std::optional<Fault> sigma_fault(const Line& arguments) {
  const auto sigma = argument(arguments, 0, 1);
  if (sigma > 0) return std::nullopt;
  return refused(Rule::positive, {{"value", sigma}});
}

std::optional<Fault> no_fault(const Line&) { return std::nullopt; }

struct Generator {
  std::string_view name;
  Tensor<double> (*make)(const Shape&, const Line&);
  std::size_t arguments;  ///< the most there may be
  std::optional<Fault> (*arguments_fault)(const Line&) = no_fault;
};

constexpr std::array table{
    Generator{"zeros", zeros, 0},
    Generator{"ones", ones, 0},
    Generator{"arange", arange, 2},
    Generator{"eye", eye, 0},
    Generator{"rand", rand, 1, seed_fault},
    Generator{"bilinear", bilinear, 0},
    Generator{"gaussian", gaussian, 1, sigma_fault},
    Generator{"sobel-x", sobel_x, 0},
    Generator{"sobel-y", sobel_y, 0},
    Generator{"box", box, 0},
    Generator{"delta", delta, 0},
};

std::optional<Fault> arguments_fault(const Generator& generator, const Line& arguments) {
  if (arguments.size() <= generator.arguments) return generator.arguments_fault(arguments);
  return refused(Rule::arguments, {{"most", static_cast<double>(generator.arguments)},
                                   {"count", static_cast<double>(arguments.size())}});
}

}  // namespace

std::vector<std::string_view> generators() {
  std::vector<std::string_view> names(table.size());
  std::transform(table.begin(), table.end(), names.begin(),
                 [](const Generator& generator) { return generator.name; });
  return names;
}

std::variant<Tensor<double>, Fault> generate(std::string_view generator,
                                             const std::vector<double>& shape,
                                             const std::vector<double>& arguments) {
  if (auto fault = shape_fault(Field::generator, shape)) return *fault;
  for (const auto& known : table) {
    if (known.name != generator) continue;
    if (auto fault = arguments_fault(known, arguments)) return *fault;
    // The tensor, and a few lines as long as its sides.
    const auto numbers = shape[0] * shape[1] * shape[2] * shape[3] + 4 * (shape[2] + shape[3]);
    if (auto fault = memory_fault(numbers * sizeof(double), Field::generator)) return *fault;
    return known.make({static_cast<std::size_t>(shape[0]), static_cast<std::size_t>(shape[1]),
                       static_cast<std::size_t>(shape[2]), static_cast<std::size_t>(shape[3])},
                      arguments);
  }
  return Fault{Rule::generator, Field::generator, {}, {}, {}};
}

}  // namespace conv
