#pragma once

#include <optional>

#include "geometry.hpp"

namespace conv {

/// What a deconvolution finds: the X* of least norm among those whose output is nearest to that of
/// X, and how near it is to X.
struct Inverse {
  Tensor<double> x;
  double error;     ///< the largest |X* - X|
  double residual;  ///< the largest difference between the outputs of X* and X
  double steps;
  bool converged;  ///< whether the steps sufficed for the tolerance
};

/// The most links of a layer that is inverted: a list of them is kept.
constexpr double most_inverted_links = 1 << 19;

/// The most products that an inversion takes, all steps together: about 30 ms.
constexpr double most_inverted_products = 1 << 25;

/// Whether a layer has no more links than that.
bool is_invertible(const Layer& layer);

/// X* by conjugate gradients on the normal equations (CGLS) in float64, which use the layer's links
/// in both directions: forward they are the operation, backward the other one. From X* = 0 no step
/// leaves what the other operation can reach, so that the limit is the solution of least norm. In
/// exact arithmetic it is there after as many steps as the operator has rank, and sooner the less
/// its singular values differ. It ends when the gradient has shrunk by 1e-12, or when
/// most_inverted_products are used up; X* is rounded to 2^-36 of the largest cell of X. The bias
/// takes no part: both outputs have it. Nothing for a layer that is not invertible.
std::optional<Inverse> least_squares(const Layer& layer, const Tensor<double>& x,
                                     const Tensor<double>& k);
/// The memory that this takes, x and k included.
double least_squares_bytes(const Layer& layer);

}  // namespace conv
