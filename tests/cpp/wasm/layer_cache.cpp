#include "wasm/layer_cache.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "convolution.hpp"
#include "random_layer.hpp"
#include "wasm/exchange.hpp"

namespace conv {
namespace {

/// The numbers of a request as engine.js writes them.
std::vector<double> numbers_of(const Request& request) {
  std::vector<double> numbers{request.operation == Operation::conv2d ? 0.0 : 1.0,
                              request.settings.groups};
  const auto bias = request.bias ? std::vector<double>{*request.bias} : std::vector<double>{};
  const auto& settings = request.settings;
  for (const auto& list : {bias, request.x, request.k, settings.stride, settings.dilation,
                           settings.padding, settings.output_padding}) {
    numbers.push_back(static_cast<double>(list.size()));
    numbers.insert(numbers.end(), list.begin(), list.end());
  }
  return numbers;
}

template <class T>
T* at(double address) {
  return std::bit_cast<T*>(static_cast<std::uintptr_t>(address));
}

/// What engine.js does for one call.
template <class T>
Tensor<T> called(Call<T>& call, const Request& request, const Operands<T>& operands,
                 double name = 0) {
  Mailbox mailbox{};
  const auto numbers = numbers_of(request);
  std::copy(numbers.begin(), numbers.end(), mailbox.begin());
  const auto count = [](const auto& data) { return static_cast<double>(data.size()); };
  const auto& [x, k, bias] = operands;
  const auto fault = call.begin({count(numbers), count(x), count(k), count(bias), name}, mailbox);
  EXPECT_FALSE(fault.has_value()) << request;
  std::copy(x.begin(), x.end(), at<T>(mailbox[0]));
  if (mailbox[1] != 0) std::copy(k.begin(), k.end(), at<T>(mailbox[1]));
  if (mailbox[2] != 0) std::copy(bias.begin(), bias.end(), at<T>(mailbox[2]));
  Shape shape{};
  for (std::size_t i = 0; i < 4; ++i) shape[i] = static_cast<std::size_t>(mailbox[i + 3]);
  call.run(mailbox);
  Tensor<T> y(shape);
  std::copy_n(at<T>(mailbox[0]), y.size(), y.data());
  call.end();
  return y;
}

double largest_difference(const Tensor<double>& a, const Tensor<double>& b) {
  EXPECT_EQ(a.shape(), b.shape());
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    largest = std::max(largest, std::abs(a.data()[i] - b.data()[i]));
  }
  return largest;
}

TEST(Call, GivesTheNumbersOfTheReferenceAlsoWhenWeightsChangeOrRepeat) {
  Call<double> call;
  for (const auto& request : random_requests(6, 300)) {
    auto operands = real_operands<double>(request);
    const auto layer = std::get<Layer>(plan(request));
    const auto expect_reference = [&] {
      const auto expected = reference(layer, operands.x, operands.k, operands.bias);
      EXPECT_LT(largest_difference(called(call, request, operands), expected), 1e-12) << request;
    };
    for (int times = 0; times < 3; ++times) expect_reference();
    operands.k.data()[operands.k.size() / 2] += 1;
    expect_reference();
    if (operands.x.size() > 0) operands.x.data()[0] += 1;
    expect_reference();
  }
}

template <class T>
class EveryCall : public testing::Test {};
using Types = testing::Types<float, double>;
TYPED_TEST_SUITE(EveryCall, Types);

TYPED_TEST(EveryCall, KeepsWhatIsNotFiniteInTheSamePlaces) {
  Call<TypeParam> call;
  double name = 0;
  const Spread wide{.batch = 1, .channels = 32, .size = 20};
  for (const auto& request : random_requests(11, 60, wide)) {
    const auto seed = static_cast<std::uint32_t>(++name);
    const auto operands = not_finite(integer_operands<TypeParam>(request), seed);
    const auto layer = std::get<Layer>(plan(request));
    const auto expected = reference(layer, operands.x, operands.k, operands.bias);
    for (const auto named : {0.0, 0.0, 0.0, name, name}) {
      const auto y = called(call, request, operands, named);
      for (std::size_t i = 0; i < y.size(); ++i) {
        const auto cell = y.data()[i], should = expected.data()[i];
        if (std::isfinite(should)) {
          ASSERT_NEAR(cell, should, 0.1) << request;
        } else {
          ASSERT_TRUE(cell == should || (std::isnan(cell) && std::isnan(should))) << request;
        }
      }
    }
  }
}

TEST(Call, KeepsWeightsThatHaveAName) {
  const auto request = random_requests(7, 1)[0];
  auto operands = real_operands<double>(request);
  Call<double> call;
  const auto first = called(call, request, operands, 1);
  operands.k.fill(0);
  EXPECT_EQ(called(call, request, operands, 1), first);
  EXPECT_NE(called(call, request, operands, 2), first);
  EXPECT_NE(called(call, request, operands), first);
  EXPECT_EQ(called(call, request, operands, 1), first);
}

TEST(Call, RefusesWhatThePlanRefusesAndGoesOn) {
  Call<double> call;
  Mailbox mailbox{};
  for (int times = 0; times < 3; ++times) {
    auto request = random_requests(8, 1)[0];
    const auto operands = real_operands<double>(request);
    const auto numbers = numbers_of(request);
    std::copy(numbers.begin(), numbers.end(), mailbox.begin());
    const auto count = static_cast<double>(numbers.size());
    const auto cells = static_cast<double>(operands.x.size());
    const auto fault = call.begin({count, cells + 1, 0, 0, 0}, mailbox);
    ASSERT_TRUE(fault.has_value());
    EXPECT_EQ(fault->rule, Rule::length);
    EXPECT_EQ(fault->field, Field::x);
    called(call, request, operands);
  }
}

TEST(LayerCache, LetsGoOfWhatWasUsedLongestAgo) {
  const auto layer = std::get<Layer>(
      plan({.operation = Operation::conv2d, .x = {1, 1, 64, 64}, .k = {1, 1, 32, 32}}));
  // Room for three: each takes its weights, and 4 kB are counted for the rest.
  LayerCache<double> cache(3 * (sizeof(double) * 32 * 32 + 4096));
  const Tensor<double> k(layer.k, 1.0);
  for (const double key : {1, 2, 3, 1, 4}) {
    auto* found = cache.find({key});
    if (found == nullptr) found = &cache.add({key}, layer);
    found->keep(k);
    cache.trim();
  }
  EXPECT_NE(cache.find({1}), nullptr);
  EXPECT_EQ(cache.find({2}), nullptr);
  EXPECT_NE(cache.find({4}), nullptr);
}

}  // namespace
}  // namespace conv
