#pragma once

#include "geometry.hpp"

namespace conv {

/// What a layer holds and does.
struct Cost {
  double parameters;       ///< the numbers of K and of the bias
  double multiplications;  ///< the links: products of a cell of X and a weight
  double dense;            ///< each output cell times each weight it could meet, zeros included
};

Cost cost(const Layer& layer, double bias_length);

}  // namespace conv
