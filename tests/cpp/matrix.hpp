#pragma once

#include <algorithm>
#include <initializer_list>

#include "tensor.hpp"

namespace conv {

/// A tensor of one plane, written as one.
inline Tensor<double> matrix(std::initializer_list<std::initializer_list<double>> rows) {
  Tensor<double> tensor(Shape{1, 1, rows.size(), rows.begin()->size()});
  auto* cell = tensor.data();
  for (const auto& row : rows) cell = std::copy(row.begin(), row.end(), cell);
  return tensor;
}

}  // namespace conv
