#include "span.hpp"

#include <utility>

namespace conv {
namespace {

using Counts = std::vector<std::uint32_t>;

/// The sums of what is noted at each cell and all that lie a multiple of `step` before it.
Counts running_sums(Counts counts, std::int64_t step) {
  for (auto i = static_cast<std::size_t>(step); i < counts.size(); ++i) {
    counts[i] += counts[i - static_cast<std::size_t>(step)];
  }
  return counts;
}

/// Notes one more from `begin` on, and one less from `end` on.
void note(Counts& counts, std::int64_t begin, std::int64_t end) {
  ++counts[static_cast<std::size_t>(begin)];
  if (end < static_cast<std::int64_t>(counts.size())) --counts[static_cast<std::size_t>(end)];
}

}  // namespace

double links_on(const Axis& axis) {
  double count = 0;
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto span = coarse_span(axis, tap);
    if (!span.empty()) count += static_cast<double>(span.end - span.begin);
  }
  return count;
}

std::vector<std::uint32_t> links_of_coarse(const Axis& axis) {
  Counts counts(static_cast<std::size_t>(axis.coarse));
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto span = coarse_span(axis, tap);
    if (!span.empty()) note(counts, span.begin, span.end);
  }
  return running_sums(std::move(counts), 1);
}

std::vector<std::uint32_t> links_of_fine(const Axis& axis) {
  Counts counts(static_cast<std::size_t>(axis.fine));
  for (std::int64_t tap = 0; tap < axis.taps; ++tap) {
    const auto span = coarse_span(axis, tap);
    if (!span.empty()) note(counts, axis.fine_of(span.begin, tap), axis.fine_of(span.end, tap));
  }
  return running_sums(std::move(counts), axis.stride);
}

}  // namespace conv
