#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <iterator>
#include <limits>
#include <ostream>
#include <random>
#include <string_view>
#include <utility>
#include <vector>

#include "geometry.hpp"
#include "naive.hpp"
#include "tensor.hpp"

/// Seeded random layers, the same on every platform, printed so that one can be pasted into a test.
namespace conv {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  /// A whole number from low to high, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint32_t>(high - low + 1));
  }

  /// As between(), with the low numbers likelier: most layers are small, some are not.
  std::int64_t low_between(std::int64_t low, std::int64_t high) {
    return std::min(between(low, high), between(low, high));
  }

  bool one_in(std::int64_t times) { return between(1, times) == 1; }

  template <class Range>
  auto pick(const Range& range) {
    const auto last = static_cast<std::int64_t>(std::size(range)) - 1;
    return *std::next(std::begin(range), between(0, last));
  }

  /// In [-1, 1), exact in float32.
  double real() { return static_cast<double>(between(-(1 << 23), (1 << 23) - 1)) / (1 << 23); }

 private:
  std::mt19937 engine_;
};

/// The most of everything that a random layer may have.
struct Spread {
  std::int64_t batch = 3;
  std::int64_t channels = 9;
  std::int64_t size = 11;
  std::int64_t taps = 5;
  std::int64_t stride = 4;
  std::int64_t dilation = 3;
  std::int64_t padding = 4;
};

namespace detail {

struct RandomAxis {
  std::int64_t input;
  std::int64_t taps;
  std::int64_t stride;
  std::int64_t dilation;
  std::int64_t before;
  std::int64_t after;
  std::int64_t output_padding;
};

inline RandomAxis random_axis(Random& random, Operation operation, const Spread& most) {
  RandomAxis axis{};
  axis.taps = random.low_between(1, most.taps);
  axis.stride = random.low_between(1, most.stride);
  axis.dilation = random.low_between(1, most.dilation);
  axis.before = random.low_between(0, most.padding);
  axis.after = random.one_in(2) ? axis.before : random.low_between(0, most.padding);
  axis.input = random.between(1, most.size);
  const auto extent = axis.dilation * (axis.taps - 1) + 1;
  if (operation == Operation::conv2d) {
    // What the kernel lacks goes to the input or to its padding: kernels may be larger than X.
    const auto lacking = std::max<std::int64_t>(0, extent - axis.input - axis.before - axis.after);
    (random.one_in(2) ? axis.input : axis.after) += lacking;
  } else {
    if (random.one_in(2)) {
      axis.output_padding = random.between(0, std::max(axis.stride, axis.dilation) - 1);
    }
    const auto full = (axis.input - 1) * axis.stride + extent + axis.output_padding;
    axis.before = std::min(axis.before, full - 1);
    axis.after = std::min(axis.after, full - 1 - axis.before);
  }
  return axis;
}

/// One of the forms in which the numbers can be given: none, one for both axes, or two.
inline std::vector<double> pair_form(Random& random, std::int64_t height, std::int64_t width,
                                     std::int64_t otherwise) {
  if (height == width && height == otherwise && random.one_in(2)) return {};
  if (height == width && random.one_in(2)) return {static_cast<double>(height)};
  return {static_cast<double>(height), static_cast<double>(width)};
}

}  // namespace detail

/// A valid request with everything varied, for both operations.
inline Request random_request(Random& random, const Spread& most = {}) {
  const auto operation = random.one_in(2) ? Operation::conv2d : Operation::conv_transpose2d;
  const auto rows = detail::random_axis(random, operation, most);
  const auto columns = random.one_in(3) ? rows : detail::random_axis(random, operation, most);
  const auto number = [](std::int64_t value) { return static_cast<double>(value); };
  const auto form = [&](std::int64_t height, std::int64_t width, std::int64_t otherwise) {
    return detail::pair_form(random, height, width, otherwise);
  };

  Request request;
  request.operation = operation;
  auto& settings = request.settings;
  settings.stride = form(rows.stride, columns.stride, 1);
  settings.dilation = form(rows.dilation, columns.dilation, 1);
  if (rows.before == rows.after && columns.before == columns.after && random.one_in(2)) {
    settings.padding = form(rows.before, columns.before, 0);
  } else {
    settings.padding = {number(rows.before), number(rows.after), number(columns.before),
                        number(columns.after)};
  }
  if (operation == Operation::conv_transpose2d) {
    settings.output_padding = form(rows.output_padding, columns.output_padding, 0);
  }

  const auto groups = random.one_in(2) ? 1 : random.between(1, most.channels);
  const auto inputs = random.between(1, most.channels / groups);
  const auto outputs = random.between(1, most.channels / groups);
  const bool transposed = operation == Operation::conv_transpose2d;
  settings.groups = number(groups);
  request.x = {number(random.one_in(50) ? 0 : random.low_between(1, most.batch)),
               number(inputs * groups), number(rows.input), number(columns.input)};
  request.k = {number((transposed ? inputs : outputs) * groups),
               number(transposed ? outputs : inputs), number(rows.taps), number(columns.taps)};
  if (random.one_in(2)) request.bias = number(outputs * groups);
  return request;
}

inline std::vector<Request> random_requests(std::uint32_t seed, std::size_t count,
                                            const Spread& most = {}) {
  Random random(seed);
  std::vector<Request> requests(count);
  for (auto& request : requests) request = random_request(random, most);
  return requests;
}

/// What a layer computes on.
template <class T>
struct Operands {
  Tensor<T> x;
  Tensor<T> k;
  Bias<T> bias;  ///< empty for none
};

namespace detail {

template <class T, class Draw>
Operands<T> operands(const Request& request, Draw draw) {
  Random random(1);
  const auto fill = [&](auto&& tensor) {
    for (auto& value : tensor) value = static_cast<T>(draw(random));
    return std::forward<decltype(tensor)>(tensor);
  };
  const std::array length{static_cast<std::size_t>(request.bias.value_or(0))};
  return {fill(Tensor<T>(naive::to_shape(request.x))), fill(Tensor<T>(naive::to_shape(request.k))),
          fill(Bias<T>(length))};
}

}  // namespace detail

/// The same numbers for the same request, so that a printed request is the whole case: whole ones
/// from -9 to 9, whose sums of products are exact, also in float32.
template <class T>
Operands<T> integer_operands(const Request& request) {
  return detail::operands<T>(request, [](Random& random) { return random.between(-9, 9); });
}

/// As integer_operands(), with fractions from -1 to 1.
template <class T>
Operands<T> real_operands(const Request& request) {
  return detail::operands<T>(request, [](Random& random) { return random.real(); });
}

/// The operands with numbers in them that are not finite: in x, in k or in both, few or many.
template <class T>
Operands<T> not_finite(Operands<T> operands, std::uint32_t seed) {
  using Limits = std::numeric_limits<T>;
  const std::array values{Limits::quiet_NaN(), Limits::infinity(), -Limits::infinity()};
  Random random(seed);
  const auto spoil = [&](Tensor<T>& tensor) {
    const auto size = static_cast<std::int64_t>(tensor.size());
    if (size == 0) return;
    for (auto count = random.low_between(1, 3); count > 0; --count) {
      tensor.data()[random.between(0, size - 1)] = random.pick(values);
    }
  };
  const auto where = random.between(0, 2);
  if (where != 0) spoil(operands.x);
  if (where != 1) spoil(operands.k);
  return operands;
}

/// As C++, to be pasted back.
inline std::ostream& operator<<(std::ostream& out, const Request& request) {
  const auto list = [&out](std::string_view name, const std::vector<double>& numbers) {
    out << name << " = {";
    std::string_view separator;
    for (const auto number : numbers) out << std::exchange(separator, ", ") << number;
    out << '}';
  };
  const auto& settings = request.settings;
  out << std::setprecision(17) << "Request{.operation = Operation::"
      << (request.operation == Operation::conv2d ? "conv2d" : "conv_transpose2d");
  list(", .x", request.x);
  list(", .k", request.k);
  if (request.bias) out << ", .bias = " << *request.bias;
  out << ", .settings = {";
  list(".stride", settings.stride);
  list(", .dilation", settings.dilation);
  list(", .padding", settings.padding);
  list(", .output_padding", settings.output_padding);
  return out << ", .groups = " << settings.groups << "}}";
}

}  // namespace conv
