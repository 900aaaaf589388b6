#include "exchange.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "memory.hpp"

namespace conv {
namespace {

/// Reads numbers and lists of them one after the other.
class Reader {
 public:
  explicit Reader(const double* from) : from_(from) {}

  double next() { return *from_++; }
  std::vector<double> list() {
    std::vector<double> list(static_cast<std::size_t>(next()));
    for (auto& number : list) number = next();
    return list;
  }

 private:
  const double* from_;
};

double address(const void* pointer) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(pointer));
}

}  // namespace

Request to_request(const double* numbers) {
  Reader reader{numbers};
  Request request;
  request.operation = reader.next() == 0 ? Operation::conv2d : Operation::conv_transpose2d;
  request.settings.groups = reader.next();
  const auto bias = reader.list();
  if (!bias.empty()) request.bias = bias[0];
  for (auto* list : {&request.x, &request.k, &request.settings.stride, &request.settings.dilation,
                     &request.settings.padding, &request.settings.output_padding}) {
    *list = reader.list();
  }
  return request;
}

template <class T>
std::optional<Fault> Call<T>::begin(const Lengths& lengths, Mailbox& mailbox) {
  LayerKey key(mailbox.data(), mailbox.data() + static_cast<std::size_t>(lengths.request));
  constant_weights_ = lengths.name != 0;
  if (constant_weights_) key.push_back(lengths.name);
  auto& cache = constant_weights_ ? constant_ : recent_;
  layer_ = cache.find(key);
  if (layer_ == nullptr) {
    const auto planned = plan(to_request(key.data()));
    if (const auto* fault = std::get_if<Fault>(&planned)) return *fault;
    layer_ = &cache.add(std::move(key), std::get<Layer>(planned));
  }
  const auto& layer = layer_->layer();
  const auto lengths_of = [](const Shape& shape) {
    return std::vector<double>(shape.begin(), shape.end());
  };
  if (auto fault = length_fault(Field::x, lengths_of(layer.x), lengths.x)) return fault;
  if (auto fault = length_fault(Field::k, lengths_of(layer.k), lengths.k)) return fault;

  const auto numbers = static_cast<double>(cells(layer.x) + cells(layer.k) + cells(layer.y));
  if (auto fault = memory_fault(numbers * sizeof(T) + kernels::most_scratch<T>(layer))) {
    return fault;
  }
  const bool asks_k = !constant_weights_ || !layer_->keeps_weights();
  x_ = Tensor<T>(layer.x);
  if (asks_k) k_ = Tensor<T>(layer.k);
  bias_ = Bias<T>(std::array{static_cast<std::size_t>(lengths.bias)});
  mailbox[0] = address(x_.data());
  mailbox[1] = asks_k ? address(k_.data()) : 0;
  mailbox[2] = lengths.bias > 0 ? address(bias_.data()) : 0;
  std::copy(layer.y.begin(), layer.y.end(), mailbox.begin() + 3);
  return std::nullopt;
}

template <class T>
void Call<T>::run(Mailbox& mailbox) {
  if (constant_weights_) {
    if (!layer_->keeps_weights()) layer_->keep(std::move(k_));
    y_ = std::as_const(*layer_).compute(x_, bias_);
  } else {
    y_ = layer_->compute(x_, std::move(k_), bias_);
  }
  mailbox[0] = address(y_.data());
}

template <class T>
void Call<T>::end() {
  x_ = {};
  k_ = {};
  y_ = {};
  bias_ = {};
  recent_.trim();
  constant_.trim();
}

template class Call<float>;
template class Call<double>;

}  // namespace conv
