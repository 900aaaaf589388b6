#pragma once

#include <array>
#include <cstddef>

#include "simd.hpp"

/// The matrices of Winograd's fast convolution: `outputs` neighbouring sums of `taps` products each
/// take n = outputs + taps - 1 multiplications instead of outputs * taps,
///   y = A ((G w) * (B x)),   x: n cells, w: taps weights, y: outputs sums,
/// because a convolution is a product of polynomials: evaluate both in n points, one of them
/// infinity, multiply, interpolate. (Toom and Cook; Winograd has it transposed, as it is here.)
namespace conv::kernels {

template <std::size_t Rows, std::size_t Columns>
using Matrix = std::array<std::array<double, Columns>, Rows>;

/// The finite points. Small ones, whose powers are exact, keep the rounding errors small.
template <std::size_t N>
constexpr std::array<double, N - 1> points{};
template <>
constexpr std::array<double, 3> points<4>{0, 1, -1};
template <>
constexpr std::array<double, 5> points<6>{0, 1, -1, 0.5, -2};

constexpr double power(double base, std::size_t exponent) {
  double result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

/// The product of (p - q) over all other points q.
template <std::size_t N>
constexpr double distance(std::size_t point) {
  double product = 1;
  for (std::size_t i = 0; i < N - 1; ++i) {
    if (i != point) product *= points<N>[point] - points<N>[i];
  }
  return product;
}

template <std::size_t N>
constexpr Matrix<N, N> input_matrix() {
  Matrix<N, N> matrix{};
  for (std::size_t row = 0; row < N; ++row) {
    // The coefficients of the product of (x - q) over all points q but this row's own.
    auto& coefficients = matrix[row];
    coefficients[0] = 1;
    for (std::size_t i = 0; i < N - 1; ++i) {
      if (i == row) continue;
      for (std::size_t power = N - 1; power > 0; --power) {
        coefficients[power] = coefficients[power - 1] - points<N>[i] * coefficients[power];
      }
      coefficients[0] *= -points<N>[i];
    }
  }
  return matrix;
}

template <std::size_t N, std::size_t Taps>
constexpr Matrix<N, Taps> weight_matrix() {
  Matrix<N, Taps> matrix{};
  for (std::size_t row = 0; row < N - 1; ++row) {
    for (std::size_t tap = 0; tap < Taps; ++tap) {
      matrix[row][tap] = power(points<N>[row], tap) / distance<N>(row);
    }
  }
  matrix[N - 1][Taps - 1] = 1;
  return matrix;
}

template <std::size_t N, std::size_t Taps>
constexpr Matrix<N + 1 - Taps, N> output_matrix() {
  Matrix<N + 1 - Taps, N> matrix{};
  for (std::size_t row = 0; row < N + 1 - Taps; ++row) {
    for (std::size_t point = 0; point < N - 1; ++point) {
      matrix[row][point] = power(points<N>[point], row);
    }
  }
  matrix[N - Taps][N - 1] = 1;
  return matrix;
}

}  // namespace conv::kernels
