#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "every_kernel.hpp"

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

TEST(Memory, OfAKernelIsNoMoreThanTheTensorsAndEightMegabytesAndIsGivenBack) {
  expect_scratch_within_bounds<float>();
  expect_scratch_within_bounds<double>();
}

}  // namespace
}  // namespace conv
