#include "memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "every_kernel.hpp"
#include "generators.hpp"
#include "views/gather.hpp"
#include "views/gradient.hpp"
#include "views/inverse.hpp"
#include "views/operator_matrix.hpp"
#include "views/overlap.hpp"

// Every allocation of this program is counted, so that a test can ask how much its code holds.
namespace {

constexpr std::size_t header = alignof(std::max_align_t);
std::size_t held = 0;
std::size_t most = 0;

void* counted(std::size_t size) {
  auto* memory = static_cast<char*>(std::malloc(size + header));
  if (memory == nullptr) std::abort();
  *reinterpret_cast<std::size_t*>(memory) = size;
  held += size;
  most = std::max(most, held);
  return memory + header;
}

void give_back(void* pointer) {
  if (pointer == nullptr) return;
  auto* memory = static_cast<char*>(pointer) - header;
  held -= *reinterpret_cast<std::size_t*>(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* pointer) noexcept { give_back(pointer); }
void operator delete[](void* pointer) noexcept { give_back(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { give_back(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { give_back(pointer); }

namespace conv {
namespace {

/// Layers whose copies, tiles or weights are large in some way.
std::vector<Request> large_requests() {
  std::vector<Request> requests{
      {.x = {1, 64, 56, 56}, .k = {64, 64, 3, 3}, .settings = {.padding = {1}}},
      {.x = {1, 256, 14, 14}, .k = {256, 256, 3, 3}, .settings = {.padding = {1}}},
      {.x = {1, 3, 224, 224}, .k = {64, 3, 7, 7}, .settings = {.stride = {2}, .padding = {3}}},
      {.x = {1, 1, 1024, 1024}, .k = {1, 1, 5, 5}, .settings = {.padding = {2}}},
      {.x = {1, 512, 1, 1}, .k = {1024, 512, 1, 1}},
      {.x = {1, 1, 4, 4}, .k = {1, 1, 3, 3}, .settings = {.padding = {200}}},
      {.x = {1, 256, 67, 67}, .k = {1, 256, 64, 64}},
      {.operation = Operation::conv_transpose2d,
       .x = {1, 512, 8, 8},
       .k = {512, 256, 4, 4},
       .settings = {.stride = {2}, .padding = {1}}},
      {.operation = Operation::conv_transpose2d,
       .x = {1, 21, 20, 15},
       .k = {21, 21, 16, 16},
       .settings = {.stride = {8}, .padding = {4}}},
      {.operation = Operation::conv_transpose2d,
       .x = {1, 3, 256, 256},
       .k = {3, 3, 4, 4},
       .settings = {.stride = {2}, .padding = {1}}}};
  for (auto& request : random_requests(9, 50)) requests.push_back(std::move(request));
  return requests;
}

template <class T>
void expect_scratch_within_bounds() {
  for (const auto& request : large_requests()) {
    const auto layer = std::get<Layer>(plan(request));
    const auto operands = integer_operands<T>(request);
    Tensor<T> y(layer.y);
    for (const auto& kernel : kernels::all<T>()) {
      if (!kernel.accepts(layer)) continue;
      const auto before = held;
      most = held;
      {
        const auto prepared = kernel.prepare(layer, operands.k);
        prepared->run(operands.x.data(), nullptr, y.data());
      }
      EXPECT_LE(static_cast<double>(most - before), kernels::most_scratch<T>(layer))
          << kernel.name << ", " << request;
      EXPECT_EQ(held, before) << kernel.name << ", " << request;
    }
  }
}

/// The most memory that is held while `work` is done.
template <class Work>
double taken(const Work& work) {
  const auto before = held;
  most = held;
  work();
  EXPECT_EQ(held, before);
  return static_cast<double>(most - before);
}

/// What memory_fault() asks for beside the bytes that it is told.
constexpr double small_things = 1 << 16;

TEST(Memory, OfWhatTheViewsAskIsNoMoreThanTheySay) {
  EXPECT_FALSE(kernels::all<double>().empty());  // from now on they are there
  for (const auto& request : large_requests()) {
    const auto layer = std::get<Layer>(plan(request));
    const auto expect = [&](std::string_view name, double bytes, const auto& work) {
      EXPECT_LE(taken(work), bytes + small_things) << name << ", " << request;
    };
    for (const auto operand : {Operand::x, Operand::k, Operand::y}) {
      expect("links", links_bytes(layer, operand), [&] { links_of(layer, operand, 0); });
    }
    expect("steps", steps_bytes(layer), [&] { steps(layer); });
    expect("summary", summary_bytes(layer), [&] { summary(layer); });
    const MatrixWindow window{0, 0, 2048, 2048};
    expect("entries", matrix_entries_bytes(layer, window), [&] { matrix_entries(layer, window); });
    expect("picture", matrix_picture_bytes(layer, window),
           [&] { matrix_picture(layer, Tensor<double>(layer.k, 1.0), window, 512, 512); });
    expect("overlap", overlap_bytes(layer), [&] { overlap(layer, Tensor<double>(layer.k, 1.0)); });
    expect("adjoint", adjoint_bytes(layer), [&] {
      const Tensor<double> x(layer.x, 1.0), k(layer.k, 1.0), v(layer.y, 1.0);
      adjoint_check(layer, x, k, v);
    });
    expect("gradient", gradient_bytes(layer), [&] {
      const Tensor<double> x(layer.x, 1.0), k(layer.k, 1.0), dy(layer.y, 1.0);
      other_way(layer, gradient(layer, x, k, dy).x, k, dy);
    });
    if (!is_invertible(layer)) continue;
    expect("least squares", least_squares_bytes(layer), [&] {
      const Tensor<double> x(layer.x, 1.0), k(layer.k, 1.0);
      EXPECT_TRUE(least_squares(layer, x, k).has_value());
    });
  }
}

TEST(Memory, ThatIsNotThereIsAFault) {
  EXPECT_FALSE(memory_fault(1e6).has_value());
  const auto fault = memory_fault(1e18, Field::generator);
  ASSERT_TRUE(fault.has_value());
  EXPECT_EQ(fault->rule, Rule::memory);
  EXPECT_EQ(fault->field, Field::generator);
  EXPECT_EQ(fault->numbers[0].second, 1e12);
}

TEST(Memory, IsAskedForOnlyOnceTheLimitsAreKept) {
  const auto before = held;
  for (const std::vector<double>& shape :
       {std::vector<double>{1, 1, 4096, 4097}, {1e308, 1e308, 1e308, 1e308}, {1, 1e9, 1, 1}}) {
    const auto refused = generate("rand", shape, {1});
    EXPECT_EQ(std::get<Fault>(refused).rule == Rule::memory, false);
  }
  const auto absurd = [] {
    EXPECT_EQ(std::get<Fault>(generate("rand", {1, 1, 4096, 4096}, {-1})).rule, Rule::range);
    EXPECT_EQ(std::get<Fault>(generate("ones", {1, 1, 4096, 4096}, {1})).rule, Rule::arguments);
    EXPECT_EQ(std::get<Fault>(generate("gaussian", {1, 1, 4096, 4096}, {0})).rule, Rule::positive);
    EXPECT_EQ(std::get<Fault>(generate("two", {1, 1, 4096, 4096}, {})).rule, Rule::generator);
  };
  EXPECT_LT(taken(absurd), small_things);
  EXPECT_EQ(held, before);
}

TEST(Memory, OfAKernelIsNoMoreThanTheTensorsAndEightMegabytesAndIsGivenBack) {
  expect_scratch_within_bounds<float>();
  expect_scratch_within_bounds<double>();
}

}  // namespace
}  // namespace conv
