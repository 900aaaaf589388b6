#pragma once

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

/// The vector at any address; compiles to one unaligned load.
template <class T>
Vector<T> load(const T* from) {
  Vector<T> vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

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
inline Vector<double> zip_low(Vector<double> a, Vector<double> b) {
  return __builtin_shufflevector(a, b, 0, 2);
}
inline Vector<double> zip_high(Vector<double> a, Vector<double> b) {
  return __builtin_shufflevector(a, b, 1, 3);
}

/// The first, third ... of the cells of two vectors.
inline Vector<float> every_second(Vector<float> a, Vector<float> b) {
  return __builtin_shufflevector(a, b, 0, 2, 4, 6);
}
inline Vector<double> every_second(Vector<double> a, Vector<double> b) {
  return __builtin_shufflevector(a, b, 0, 2);
}

}  // namespace conv::kernels
