#pragma once

#include <algorithm>
#include <cmath>

namespace conv {

/// The largest magnitude of a list's or a tensor's numbers, and at least `least`. Those that are no
/// number don't count.
template <class Numbers>
double largest(const Numbers& numbers, double least = 0) {
  for (const auto number : numbers) least = std::max(least, std::abs(number));
  return least;
}

}  // namespace conv
