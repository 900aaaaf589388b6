#include "kernels/kernels.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "every_kernel.hpp"

namespace conv {
namespace {

/// The largest of all cells.
template <class T>
double difference(const Tensor<T>& a, const Tensor<T>& b) {
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto own = std::abs(static_cast<double>(a.data()[i]) - b.data()[i]);
    largest = own <= largest ? largest : own;  // keeps a NaN
  }
  return largest;
}

template <class Numbers>
Numbers magnitudes(Numbers tensor) {
  for (auto& value : tensor) value = std::abs(value);
  return tensor;
}

/// The scale of a layer's sums: the largest that one could be, were all its products positive; at
/// least a product, because Winograd's tiles also read cells next to those that are asked for.
template <class T>
double scale(const Layer& layer, const Operands<T>& operands) {
  const auto y =
      reference(layer, magnitudes(operands.x), magnitudes(operands.k), magnitudes(operands.bias));
  return y.size() > 0 ? std::max<double>(1, *std::max_element(y.begin(), y.end())) : 0;
}

/// Sums of more products than are added up at once, for outputs that leave some over, on rows that
/// are no multiple of a tile.
std::vector<Request> deep_requests() {
  std::vector<Request> requests;
  for (const double outputs : {1, 2, 3, 5, 6, 7}) {
    for (const double size : {5, 8, 14, 27}) {
      for (const double taps : {3, 5}) {
        Request request{.x = {1, 64, size, size}, .k = {outputs, 64, taps, taps}};
        request.settings.padding = {(taps - 1) / 2};
        requests.push_back(request);
      }
    }
  }
  return requests;
}

/// Small layers of every kind, some that fill register tiles and more than one band, and some of
/// long strides, whose phases are many; and deep ones.
std::vector<Request> requests() {
  auto requests = random_requests(4, 500);
  const Spread wide{.batch = 2, .channels = 40, .size = 40, .taps = 7};
  for (auto& request : random_requests(5, 40, wide)) requests.push_back(std::move(request));
  const Spread far{.batch = 1, .channels = 5, .size = 24, .taps = 18, .stride = 10};
  for (auto& request : random_requests(6, 60, far)) requests.push_back(std::move(request));
  for (auto& request : deep_requests()) requests.push_back(std::move(request));
  return requests;
}

/// Every kernel gives the reference's numbers, to `tolerance` of their scale, for all layers that
/// it accepts; and those are not few.
template <class T>
void expect_reference(double tolerance) {
  const auto& kernels = kernels::all<T>();
  std::vector<std::size_t> accepted(kernels.size());
  for (const auto& request : requests()) {
    const auto layer = std::get<Layer>(plan(request));
    const auto operands = real_operands<T>(request);
    const auto expected = reference(layer, operands.x, operands.k, operands.bias);
    const auto most = tolerance * scale(layer, operands);
    for (std::size_t i = 0; i < kernels.size(); ++i) {
      if (!kernels[i].accepts(layer)) continue;
      ++accepted[i];
      const auto y = computed_by(kernels[i], layer, operands);
      EXPECT_LE(difference(y, expected), most) << kernels[i].name << " of " << request;
    }
  }
  for (std::size_t i = 0; i < kernels.size(); ++i) EXPECT_GT(accepted[i], 100U) << kernels[i].name;
}

TEST(Kernels, GiveTheNumbersOfTheReferenceInFloat32) { expect_reference<float>(1e-5); }

TEST(Kernels, GiveTheNumbersOfTheReferenceInFloat64) { expect_reference<double>(1e-14); }

TEST(Kernels, TakeALayerOfNothingButBias) {
  // The only tap of each input cell is cropped.
  const Request request{
      .operation = Operation::conv_transpose2d,
      .x = {1, 1, 1, 1},
      .k = {1, 1, 1, 1},
      .settings = {.stride = {3}, .padding = {1, 0, 1, 0}, .output_padding = {2}}};
  const auto layer = std::get<Layer>(plan(request));
  EXPECT_EQ(compute(layer, Tensor<float>{{{{2}}}}, Tensor<float>{{{{3}}}}, Bias<float>{5}),
            (Tensor<float>{{{{5, 5}, {5, 5}}}}));
}

TEST(Kernels, OfAPreparedLayerGiveTheSameNumbersEachTime) {
  for (const auto& request : requests()) {
    const auto layer = std::get<Layer>(plan(request));
    const auto operands = real_operands<float>(request);
    const auto prepared = kernels::chosen<float>(layer, false).prepare(layer, operands.k);
    const auto y = kernels::run(layer, *prepared, operands.x, operands.bias);
    EXPECT_EQ(kernels::run(layer, *prepared, operands.x, operands.bias), y) << request;
    const auto expected = reference(layer, operands.x, operands.k, operands.bias);
    EXPECT_LE(difference(y, expected), 1e-5 * scale(layer, operands)) << request;
  }
}

}  // namespace
}  // namespace conv
