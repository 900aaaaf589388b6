#include "memory.hpp"

#include <cmath>
#include <cstdlib>

namespace conv {

std::optional<Fault> memory_fault(double bytes, Field field) {
  constexpr double small_things = 1 << 16;  // what no twin counts: names, sentences, short lists
  // volatile, or the compiler leaves both calls out and answers that there is room
  void* volatile room = std::malloc(static_cast<std::size_t>(bytes + small_things));
  std::free(room);
  if (room != nullptr) return std::nullopt;
  return Fault{Rule::memory, field, {}, {{"megabytes", std::ceil(bytes / 1e6)}}, {}};
}

}  // namespace conv
