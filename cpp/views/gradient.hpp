#pragma once

#include "geometry.hpp"

namespace conv {

/// How fast the sum of y * dy over all cells grows with each number that y is made of.
struct Gradient {
  Tensor<double> x;
  Tensor<double> k;
  Bias<double> bias;
};

/// One walk over the links: each adds k * dy to its x, and x * dy to its k.
Gradient gradient(const Layer& layer, const Tensor<double>& x, const Tensor<double>& k,
                  const Tensor<double>& dy);
/// The memory that this and other_way() take, x, k and dy included.
double gradient_bytes(const Layer& layer);

/// The call of the other operation that is the transpose of a valid request: of dy, with the same
/// kernel, it makes the gradient of x. Where several sizes of
/// X lead to the same Y, output_padding names X's. (Back from a conv_transpose2d with an
/// output_padding of stride or more, conv2d returns rows beyond X's too, which no x had a part in.)
Request transposed(const Request& request, const Layer& layer);

/// How the gradient of x compares with what the other operation makes of dy.
struct Agreement {
  double difference;  ///< the largest of a cell
  bool equal;         ///< but for rounding
};

/// Compares dx, the gradient of x, with what transposed() makes of dy, the gradient of y.
Agreement other_way(const Layer& layer, const Tensor<double>& dx, const Tensor<double>& k,
                    const Tensor<double>& dy);

}  // namespace conv
