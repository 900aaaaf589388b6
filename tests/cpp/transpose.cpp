#include <gtest/gtest.h>

#include <numeric>

#include "every_kernel.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

std::vector<double> numbers(const Shape& shape) { return {shape.begin(), shape.end()}; }

/// The request of the transpose of a conv2d layer: from its Y back to its X.
Request transposed(const Request& request, const Layer& layer) {
  Request back{.operation = Operation::conv_transpose2d,
               .x = numbers(layer.y),
               .k = request.k,
               .settings = request.settings};
  // Several fine sizes have the same coarse size: output_padding names the one to go back to.
  for (const std::size_t dimension : {0, 1}) {
    const auto axis = naive::axis(request, dimension);
    const auto last = axis.fine_of(axis.coarse - 1, axis.taps - 1);
    back.settings.output_padding.push_back(static_cast<double>(axis.fine + axis.after - 1 - last));
  }
  return back;
}

double dot(const Tensor<double>& a, const Tensor<double>& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Both sides of <conv(x), y> = <x, conv_transpose(y)> for one request: by the reference, and by
/// every kernel that accepts the layer.
template <class Draw>
std::pair<std::vector<double>, std::vector<double>> both_sides(const Request& request,
                                                               const Draw& operands_of) {
  const auto layer = std::get<Layer>(plan(request));
  const auto back = transposed(request, layer);
  const auto planned = plan(back);
  if (const auto* fault = std::get_if<Fault>(&planned)) {
    ADD_FAILURE() << fault->message() << ' ' << back;
    return {};
  }
  const auto [x, k, _] = operands_of(request);
  const auto y = operands_of(back).x;
  std::vector<double> left, right;
  for (const auto& forth : every_way(layer, Operands<double>{x, k, {}})) {
    left.push_back(dot(forth.y, y));
  }
  for (const auto& returned : every_way(std::get<Layer>(planned), Operands<double>{y, k, {}})) {
    EXPECT_EQ(returned.y.shape(), x.shape());
    right.push_back(dot(x, returned.y));
  }
  return {left, right};
}

std::vector<Request> thousand_convolutions(std::uint32_t seed) {
  Random random(seed);
  std::vector<Request> requests;
  while (requests.size() < 1000) {
    const auto request = random_request(random);
    if (request.operation == Operation::conv2d) requests.push_back(request);
  }
  return requests;
}

TEST(Transpose, IsTheAdjointOfTheConvolution) {
  for (const auto& request : thousand_convolutions(3)) {
    const auto [left, right] = both_sides(request, real_operands<double>);
    for (const auto side : left) {
      for (const auto other : right) {
        ASSERT_NEAR(side, other, 1e-11 * (1 + std::abs(side))) << request;
      }
    }
  }
}

TEST(Transpose, IsExactlyTheAdjointOnIntegers) {
  for (const auto& request : thousand_convolutions(4)) {
    const auto [left, right] = both_sides(request, integer_operands<double>);
    for (const auto side : left) {
      for (const auto other : right) ASSERT_EQ(side, other) << request;
    }
  }
}

}  // namespace
}  // namespace conv
