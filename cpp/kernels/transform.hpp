#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "simd.hpp"

/// Products of small constant matrices with vectors of four tiles, or of the weights of four
/// outputs.
namespace conv::kernels {

using Cells = Vector<float>;
constexpr std::size_t four = lanes<float>;

template <std::size_t Columns>
constexpr std::size_t first_used(const std::array<double, Columns>& row) {
  std::size_t first = 0;
  while (row[first] == 0) ++first;
  return first;
}

/// to = matrix * from, for vectors `from_step` and `to_step` apart; unrolled, without the zeros.
template <const auto& matrix>
void transform(const Cells* from, std::size_t from_step, Cells* to, std::size_t to_step) {
  constexpr auto rows = matrix.size();
  constexpr auto columns = matrix[0].size();
  const auto row = [&]<std::size_t Row, std::size_t... Column>(std::index_sequence<Column...>) {
    // Compilers keep an addition to 0, which is more than nothing where a cell is -0.
    constexpr auto first = first_used(matrix[Row]);
    auto sum = splat(static_cast<float>(matrix[Row][first])) * from[first * from_step];
    if constexpr (matrix[Row][first] == 1) sum = from[first * from_step];
    const auto add = [&]<std::size_t At>() {
      constexpr auto factor = matrix[Row][At];
      if constexpr (At <= first || factor == 0) {
        return;
      } else if constexpr (factor == 1) {
        sum += from[At * from_step];
      } else if constexpr (factor == -1) {
        sum -= from[At * from_step];
      } else {
        sum += splat(static_cast<float>(factor)) * from[At * from_step];
      }
    };
    (add.template operator()<Column>(), ...);
    to[Row * to_step] = sum;
  };
  const auto all = [&]<std::size_t... Row>(std::index_sequence<Row...>) {
    (row.template operator()<Row>(std::make_index_sequence<columns>()), ...);
  };
  all(std::make_index_sequence<rows>());
}

}  // namespace conv::kernels
