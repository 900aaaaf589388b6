#include "inverse.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "cost.hpp"
#include "largest.hpp"
#include "links.hpp"

namespace conv {
namespace {

using Vector = std::vector<double>;

/// A link with its weight in place.
struct Product {
  std::uint32_t x;
  std::uint32_t y;
  double weight;
};

double squared(const Vector& vector) {
  double sum = 0;
  for (const auto value : vector) sum += value * value;
  return sum;
}

/// a += factor * b
void add(Vector& a, double factor, const Vector& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

Vector forth(const std::vector<Product>& products, const Vector& x, std::size_t size) {
  Vector y(size);
  for (const auto& product : products) y[product.y] += product.weight * x[product.x];
  return y;
}

Vector back(const std::vector<Product>& products, const Vector& y, std::size_t size) {
  Vector x(size);
  for (const auto& product : products) x[product.x] += product.weight * y[product.y];
  return x;
}

}  // namespace

bool is_invertible(const Layer& layer) {
  return cost(layer, 0).multiplications <= most_inverted_links;
}

double least_squares_bytes(const Layer& layer) {
  const auto numbers = [](const Shape& shape) { return static_cast<double>(cells(shape)); };
  // Both operands, six lists as long as X and the X* found, three as long as Y, and the products
  // beside the links of one cell, which are no more.
  return sizeof(double) * (8 * numbers(layer.x) + numbers(layer.k) + 3 * numbers(layer.y)) +
         2 * sizeof(Product) * cost(layer, 0).multiplications;
}

std::optional<Inverse> least_squares(const Layer& layer, const Tensor<double>& x,
                                     const Tensor<double>& k) {
  constexpr double tolerance = 1e-12;
  if (!is_invertible(layer)) return std::nullopt;
  const auto links = cost(layer, 0).multiplications;
  const auto most_steps = std::floor(most_inverted_products / (2 * std::max(links, 1.0)));

  // Near 1, so that no square overflows or vanishes; by powers of two, so that nothing is rounded.
  const auto scale_of = [](double most) { return most > 0 ? std::exp2(std::ilogb(most)) : 1; };
  const auto x_scale = scale_of(largest(x)), k_scale = scale_of(largest(k));
  std::vector<Product> products;
  products.reserve(static_cast<std::size_t>(links));
  for (std::size_t cell = 0; cell < cells(layer.y); ++cell) {
    for (const auto& link : links_of(layer, Operand::y, cell)) {
      products.push_back({link.x, link.y, k.data()[link.k] / k_scale});
    }
  }
  Vector given(x.begin(), x.end());
  for (auto& value : given) value /= x_scale;
  Vector solution(given.size());
  auto rest = forth(products, given, cells(layer.y));
  auto gradient = back(products, rest, given.size());
  auto direction = gradient;
  auto norm = squared(gradient);
  const auto enough = tolerance * tolerance * norm;
  double steps = 0;
  for (; norm > enough && steps < most_steps; ++steps) {
    const auto image = forth(products, direction, rest.size());
    const auto length = norm / squared(image);
    add(solution, length, direction);
    add(rest, -length, image);
    gradient = back(products, rest, given.size());
    const auto before = std::exchange(norm, squared(gradient));
    for (std::size_t i = 0; i < direction.size(); ++i) {
      direction[i] = gradient[i] + norm / before * direction[i];
    }
  }
  // What is smaller is noise, and would stand in the place of zeros and whole numbers.
  const auto grain = std::ldexp(1.0, -36);
  for (auto& value : solution) value = std::round(value / grain) * grain + 0.0;
  auto error = solution;
  add(error, -1, given);
  Tensor<double> found(layer.x);
  std::transform(solution.begin(), solution.end(), found.begin(),
                 [x_scale](double value) { return value * x_scale; });
  return Inverse{found, largest(error) * x_scale, largest(rest) * x_scale * k_scale, steps,
                 norm <= enough && std::isfinite(norm)};
}

}  // namespace conv
