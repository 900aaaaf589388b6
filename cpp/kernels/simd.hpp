#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

/// Portable SIMD: the compiler's vector types, the same source natively and in WebAssembly.
namespace conv::kernels {

template <class T>
struct VectorOf {
  using type [[gnu::vector_size(16)]] = T;
};

/// Sixteen bytes of T: what SSE2, NEON and WebAssembly have in common.
template <class T>
using Vector = typename VectorOf<T>::type;

/// How many T a vector holds.
template <class T>
constexpr std::size_t lanes = sizeof(Vector<T>) / sizeof(T);

/// Whether T has the shortcuts that take code of their own. Doubles do without.
template <class T>
constexpr bool fast = lanes<T> == 4;

/// The vector at any address; compiles to one unaligned load.
template <class T>
Vector<T> load(const T* from) {
  Vector<T> vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

/// Writes a vector to any address.
template <class T>
void store(T* to, Vector<T> vector) {
  std::memcpy(to, &vector, sizeof vector);
}

/// A vector of one value. Spelled out because `Vector{} + value` costs an addition on -0.
inline Vector<float> splat(float value) { return Vector<float>{value, value, value, value}; }
inline Vector<double> splat(double value) { return Vector<double>{value, value}; }

/// a * b + c. Rounded once in the module that is built for it (CMakeLists.txt), else twice.
inline Vector<float> multiply_add(Vector<float> a, Vector<float> b, Vector<float> c) {
#if !defined(__wasm_relaxed_simd__)
  return a * b + c;
#elif __has_builtin(__builtin_wasm_relaxed_madd_f32x4)
  return __builtin_wasm_relaxed_madd_f32x4(a, b, c);
#else  // its name before LLVM 16
  return __builtin_wasm_fma_f32x4(a, b, c);
#endif
}
inline Vector<double> multiply_add(Vector<double> a, Vector<double> b, Vector<double> c) {
  return a * b + c;
}

/// Sixteen bytes as bits.
using Words = std::uint64_t __attribute__((vector_size(16)));

/// The sixteen bytes at any address.
inline Words words(const char* from) {
  Words words;
  std::memcpy(&words, from, sizeof words);
  return words;
}

/// The first halves of two vectors, by turns; and the second ones.
inline Vector<float> zip_low(Vector<float> a, Vector<float> b) {
  return __builtin_shufflevector(a, b, 0, 4, 1, 5);
}
inline Vector<float> zip_high(Vector<float> a, Vector<float> b) {
  return __builtin_shufflevector(a, b, 2, 6, 3, 7);
}
/// The columns of four rows, or the rows of four columns.
inline std::array<Vector<float>, 4> transposed(Vector<float> a, Vector<float> b, Vector<float> c,
                                               Vector<float> d) {
  const auto ab_low = zip_low(a, b), ab_high = zip_high(a, b);
  const auto cd_low = zip_low(c, d), cd_high = zip_high(c, d);
  return {__builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5),
          __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7),
          __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5),
          __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7)};
}

/// The first, third ... of the cells of two vectors.
inline Vector<float> every_second(Vector<float> a, Vector<float> b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6);
}
}  // namespace conv::kernels
