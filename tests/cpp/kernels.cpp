#include "kernels/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "convolution.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

template <class T>
Tensor<T> computed(const kernels::Kernel<T>& kernel, const Layer& layer,
                   const Operands<T>& operands) {
  Tensor<T> y(layer.y, std::numeric_limits<T>::quiet_NaN());  // what is not written shows
  const auto prepared = kernel.prepare(layer, operands.k);
  prepared->run(operands.x.data(), operands.bias.size() > 0 ? operands.bias.data() : nullptr,
                y.data());
  return y;
}

/// The largest magnitude that any sum of the layer's products could reach.
template <class T>
double scale(const Tensor<T>& y) {
  double largest = 0;
  for (const auto value : y) largest = std::max(largest, std::abs(static_cast<double>(value)));
  return largest;
}

/// Every kernel that accepts a layer gives the reference's numbers, to `tolerance` of their scale.
/// Returns how many kernels accepted it.
template <class T>
std::size_t expect_reference(const Request& request, double tolerance) {
  const auto layer = std::get<Layer>(plan(request));
  const auto operands = real_operands<T>(request);
  const auto expected = reference(layer, operands.x, operands.k, operands.bias);
  std::size_t accepted = 0;
  for (const auto& kernel : kernels::all<T>()) {
    if (!kernel.accepts(layer)) continue;
    ++accepted;
    const auto y = computed(kernel, layer, operands);
    double error = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const auto difference = std::abs(static_cast<double>(y.data()[i]) - expected.data()[i]);
      error = difference <= error ? error : difference;  // keeps a NaN
    }
    EXPECT_LE(error, tolerance * scale(expected)) << kernel.name << ", " << request;
  }
  return accepted;
}

/// Small layers of every kind, and some that fill register tiles and more than one band.
std::vector<Request> requests() {
  auto requests = random_requests(4, 1000);
  const Spread wide{.batch = 2, .channels = 40, .size = 40, .taps = 7};
  for (auto& request : random_requests(5, 60, wide)) requests.push_back(std::move(request));
  return requests;
}

TEST(Kernels, GiveTheNumbersOfTheReferenceInFloat32) {
  for (const auto& request : requests()) expect_reference<float>(request, 1e-5);
}

TEST(Kernels, GiveTheNumbersOfTheReferenceInFloat64) {
  for (const auto& request : requests()) expect_reference<double>(request, 1e-14);
}

}  // namespace
}  // namespace conv
