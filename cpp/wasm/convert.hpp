#pragma once

#include <emscripten/val.h>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cost.hpp"
#include "solver.hpp"
#include "views/overlap.hpp"
#include "views/remedy.hpp"

/// The engine's values as JavaScript's: copies, which engine.d.ts describes.
namespace conv {

using emscripten::val;

inline val to_js(double number) { return val(number); }
inline val to_js(bool flag) { return val(flag); }
inline val to_js(std::int64_t number) { return val(static_cast<double>(number)); }
inline val to_js(std::size_t number) { return val(static_cast<double>(number)); }
inline val to_js(std::string_view text) { return val(std::string(text)); }
inline val to_js(const val& value) { return value; }

/// A value of one of the types that have names.
template <class T>
auto to_js(T named) -> decltype(to_js(name(named))) {
  return to_js(name(named));
}

template <class T>
val to_js(const std::optional<T>& value) {
  return value ? to_js(*value) : val::undefined();
}

template <class T>
val to_js(const std::vector<T>& list) {
  auto array = val::array();
  for (const auto& item : list) array.call<void>("push", to_js(item));
  return array;
}

template <class T, std::size_t size>
val to_js(const std::array<T, size>& list) {
  return to_js(std::vector<T>(list.begin(), list.end()));
}

val to_js(const Tensor<double>& tensor);

/// A property of an object.
struct Property {
  template <class T>
  Property(const char* name, const T& value) : name(name), value(to_js(value)) {}

  const char* name;
  val value;
};

/// Properties that are undefined are left out.
inline val object(std::initializer_list<Property> properties) {
  auto object = val::object();
  for (const auto& [name, value] : properties) {
    if (!value.isUndefined()) object.set(name, value);
  }
  return object;
}

/// A typed array with a copy of `count` numbers; its constructor is twice as fast as slice().
template <class T>
val to_typed_array(const T* data, std::size_t count) {
  const val cells(emscripten::typed_memory_view(count, data));
  return cells["constructor"].new_(cells);
}
template <class List>
val to_typed_array(const List& list) {
  return to_typed_array(list.data(), list.size());
}

/// Items of three numbers, as one typed array.
template <class Item>
val in_threes(const std::vector<Item>& list) {
  static_assert(sizeof(Item) == 3 * sizeof(std::uint32_t));
  return to_typed_array(reinterpret_cast<const std::uint32_t*>(list.data()), 3 * list.size());
}

inline val to_js(const Tensor<double>& tensor) {
  return object({{"shape", tensor.shape()}, {"data", to_typed_array(tensor)}});
}

inline val to_js(const Nearest& nearest) {
  return object({{"field", nearest.field}, {"value", nearest.value}});
}

inline val to_js(const Fault& fault) {
  auto numbers = val::object();
  for (const auto& [name, value] : fault.numbers) numbers.set(std::string(name), value);
  return object({{"fault", object({{"code", fault.rule},
                                   {"field", fault.field},
                                   {"axis", fault.axis},
                                   {"numbers", numbers},
                                   {"message", fault.message()},
                                   {"nearest", fault.nearest}})}});
}

inline val to_js(const Axis& axis) {
  return object({{"coarse", axis.coarse},
                 {"fine", axis.fine},
                 {"taps", axis.taps},
                 {"stride", axis.stride},
                 {"dilation", axis.dilation},
                 {"padding", axis.padding}});
}

inline val to_js(const Cost& cost) {
  return object({{"parameters", cost.parameters},
                 {"multiplications", cost.multiplications},
                 {"dense", cost.dense}});
}

inline val to_js(const Search& search) {
  return object({{"kernel", search.kernel},
                 {"stride", search.stride},
                 {"padding", search.padding},
                 {"dilation", search.dilation}});
}

inline val to_js(const Found& found) {
  return object({{"kernel", found.kernel},
                 {"stride", found.stride},
                 {"padding", found.padding},
                 {"dilation", found.dilation},
                 {"outputPadding", found.output_padding},
                 {"even", found.even},
                 {"scales", found.scales}});
}

inline val to_js(const Source& source) {
  return object({{"input", source.input}, {"outputPadding", source.output_padding}});
}

inline val to_js(const Trip& trip) {
  return object(
      {{"size", trip.size}, {"there", trip.there}, {"back", trip.back}, {"repair", trip.repair}});
}

inline val to_js(const AxisOverlap& axis) {
  return object({{"evenness", axis.evenness},
                 {"least", axis.least},
                 {"most", axis.most},
                 {"taps", axis.taps},
                 {"cells", axis.cells}});
}

inline val to_js(const Extremes& range) {
  return object({{"least", range.least}, {"most", range.most}, {"even", range.even}});
}

/// A layer to compute: its operation, the shape of its kernel, its options.
inline val to_js(const Request& request) {
  const auto& settings = request.settings;
  return object({{"operation", request.operation},
                 {"k", request.k},
                 {"options", object({{"stride", settings.stride},
                                     {"dilation", settings.dilation},
                                     {"padding", settings.padding},
                                     {"outputPadding", settings.output_padding},
                                     {"groups", settings.groups}})}});
}

inline val to_js(const Step& step) {
  auto call = to_js(step.request);
  if (!step.generator.empty()) call.set("generator", to_js(step.generator));
  return call;
}

}  // namespace conv
