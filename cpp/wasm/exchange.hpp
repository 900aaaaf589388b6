#pragma once

#include <array>
#include <optional>
#include <vector>

#include "layer_cache.hpp"

/// How a layer crosses from JavaScript and back: numbers in fixed places, no objects, because each
/// crossing with an object takes longer than a small layer.
namespace conv {

/// The numbers of a request in the order in which requestNumbers() of engine.js lists them; a list
/// comes after its length.
Request to_request(const double* numbers);

/// Where the caller writes a request and finds the answer.
using Mailbox = std::array<double, 128>;

/// A call of conv2d or conv_transpose2d in three steps:
///   begin()  takes a request from the mailbox and answers with the addresses of x, k and bias
///            and the shape of y;
///   run()    when these are filled, computes, and answers with the address of y;
///   end()    gives the memory back, but for what the next calls can use.
template <class T>
class Call {
 public:
  /// The length of the arrays that the caller has. The weights may have a name, a number other than
  /// 0: a promise that those of later calls with it are the same. Then k is asked for once.
  struct Lengths {
    double request;
    double x;
    double k;
    double bias;
    double name;
  };

  /// What is wrong, or nothing; then mailbox[0..2] are the addresses of x, k and bias, 0 for those
  /// that are not asked for, and mailbox[3..6] the shape of y.
  std::optional<Fault> begin(const Lengths& lengths, Mailbox& mailbox);
  /// mailbox[0] becomes the address of y.
  void run(Mailbox& mailbox);
  void end();

 private:
  /// Together with what a call needs itself no more than its tensors take and 8 MB.
  LayerCache<T> recent_{8 << 20};
  /// As documented in engine.d.ts.
  LayerCache<T> constant_{64 << 20};

  CachedLayer<T>* layer_ = nullptr;
  bool constant_weights_ = false;
  Tensor<T> x_, k_, y_;
  Bias<T> bias_;
};

}  // namespace conv
