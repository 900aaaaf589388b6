// Twelve independent chains of multiply and add, the most that stay in sixteen registers and enough
// to hide the latency of both: what one thread of SIMD can do here at best.
using Vector = float __attribute__((vector_size(16)));

extern "C" __attribute__((export_name("peak"))) float peak(int steps, float factor) {
  const Vector m = {factor, factor, factor, factor};
  const Vector c = {1.5F, 2, 3, 4};
  Vector a0 = c, a1 = c + 1, a2 = c + 2, a3 = c + 3, a4 = c + 4, a5 = c + 5;
  Vector b0 = c, b1 = c - 1, b2 = c - 2, b3 = c - 3, b4 = c - 4, b5 = c - 5;
  for (int i = 0; i < steps; ++i) {
    a0 = a0 * m + c, a1 = a1 * m + c, a2 = a2 * m + c, a3 = a3 * m + c, a4 = a4 * m + c;
    b0 = b0 * m + c, b1 = b1 * m + c, b2 = b2 * m + c, b3 = b3 * m + c, b4 = b4 * m + c;
    a5 = a5 * m + c, b5 = b5 * m + c;
  }
  const Vector s = a0 + a1 + a2 + a3 + a4 + a5 + b0 + b1 + b2 + b3 + b4 + b5;
  return s[0] + s[1] + s[2] + s[3];
}
