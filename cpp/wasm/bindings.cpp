// The engine for JavaScript. What crosses is copied, by web/engine/engine.js where it is
// large, so nothing here is ever deleted by hand; meaning, defaults and arithmetic are elsewhere.
// engine.js is the only caller.
#include <emscripten/bind.h>

#include <string>

#include "convert.hpp"
#include "cost.hpp"
#include "exchange.hpp"
#include "generators.hpp"
#include "links.hpp"
#include "memory.hpp"
#include "solver.hpp"
#include "views/gather.hpp"
#include "views/gradient.hpp"
#include "views/inverse.hpp"
#include "views/operator_matrix.hpp"
#include "views/overlap.hpp"
#include "views/remedy.hpp"

namespace {

using conv::object, conv::to_js, conv::to_typed_array, conv::in_threes;
using emscripten::typed_memory_view;
using emscripten::val;

std::vector<double> to_numbers(const val& list) {
  return emscripten::convertJSArrayToNumberVector<double>(list);
}

conv::Operation to_operation(const std::string& name) {
  return name == "conv2d" ? conv::Operation::conv2d : conv::Operation::conv_transpose2d;
}

conv::Operand to_operand(const std::string& name) {
  return name == "x" ? conv::Operand::x : name == "k" ? conv::Operand::k : conv::Operand::y;
}

conv::Field to_field(const std::string& operand) {
  return operand == "x" ? conv::Field::x : conv::Field::k;
}

conv::Mailbox mailbox;

/// The mailbox's numbers, which are good until the memory grows.
val mailbox_view() { return val(typed_memory_view(mailbox.size(), mailbox.data())); }

/// The request that the caller has put there: what each of the functions below is asked about that
/// speaks of a layer.
conv::Request asked() { return conv::to_request(mailbox.data()); }

conv::AxisSettings asked_along(const std::string& axis) {
  return conv::along(axis == "height" ? conv::AxisName::height : conv::AxisName::width,
                     asked().settings);
}

conv::MatrixWindow to_window(const val& window) {
  return {window["row"].as<std::size_t>(), window["column"].as<std::size_t>(),
          window["rows"].as<std::size_t>(), window["columns"].as<std::size_t>()};
}

/// A tensor of that shape with the numbers of a JavaScript array of as many.
conv::Tensor<double> to_tensor(const val& data, const conv::Shape& shape) {
  conv::Tensor<double> tensor(shape);
  val(typed_memory_view(tensor.size(), tensor.data())).call<void>("set", data);
  return tensor;
}

/// `{ [name]: value }`, or `{ fault }`, for a value that converts.
template <class Outcome>
val to_result(const char* name, const Outcome& outcome) {
  if (const auto* fault = std::get_if<conv::Fault>(&outcome)) return to_js(*fault);
  return object({{name, std::get<0>(outcome)}});
}

val to_result(const std::optional<conv::Fault>& fault) {
  return fault ? to_js(*fault) : val::object();
}

using Planned = std::variant<conv::Layer, conv::Fault>;

/// The numbers that came for an operand.
struct Numbers {
  conv::Field field;
  const val& data;
};

double length(const val& data) { return data["length"].as<double>(); }

/// The layer of a request with as many numbers as its operands need, and memory for what `bytes`
/// says of it; or why there is none.
Planned layer_of(const conv::Request& request, std::initializer_list<Numbers> operands = {},
                 double (*bytes)(const conv::Layer&) = nullptr) {
  auto planned = conv::plan(request);
  const auto* layer = std::get_if<conv::Layer>(&planned);
  if (layer == nullptr) return planned;
  for (const auto& [field, data] : operands) {
    const auto& shape = field == conv::Field::x   ? layer->x
                        : field == conv::Field::k ? layer->k
                                                  : layer->y;
    if (auto fault = conv::length_fault(field, {shape.begin(), shape.end()}, length(data))) {
      return *fault;
    }
  }
  if (auto fault = conv::memory_fault(bytes ? bytes(*layer) : 0)) return *fault;
  return planned;
}

/// What `answer` says of a layer, or why there is none.
template <class Answer>
val answered(const Planned& planned, const Answer& answer) {
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  return answer(std::get<conv::Layer>(planned));
}

template <class T>
conv::Call<T>& call() {
  static conv::Call<T> call;
  return call;
}

/// `{ fault }`, or `undefined`; see Call.
template <class T>
val begin(double request, double x, double k, double bias, double name) {
  return to_js(call<T>().begin({request, x, k, bias, name}, mailbox));
}

template <class T>
void run() {
  call<T>().run(mailbox);
}

template <class T>
void end() {
  call<T>().end();
}

val plan() {
  return answered(layer_of(asked()), [](const conv::Layer& layer) {
    return object(
        {{"layer", object({{"y", layer.y}, {"height", layer.height}, {"width", layer.width}})}});
  });
}

val links(const std::string& name, std::size_t cell) {
  return answered(layer_of(asked()), [&](const conv::Layer& layer) {
    const auto operand = to_operand(name);
    if (auto fault = conv::memory_fault(conv::links_bytes(layer, operand))) {
      return to_js(*fault);
    }
    return object({{"links", in_threes(conv::links_of(layer, operand, cell))}});
  });
}

/// How a layer is drawn step by step (Steps in engine.d.ts), or `{ fault }`.
val steps() {
  return answered(layer_of(asked(), {}, conv::steps_bytes), [](const conv::Layer& layer) {
    const auto steps = conv::steps(layer);
    const auto& [plane, full, rows, columns] = steps;
    return object({{"rows", to_typed_array(plane.rows)},
                   {"columns", to_typed_array(plane.columns)},
                   {"step", std::array{plane.row_step, plane.column_step}},
                   {"flipped", plane.flipped},
                   {"full", std::array{full.height, full.width}},
                   {"frame", std::array{full.top, full.left}},
                   {"unusedRows", to_typed_array(rows)},
                   {"unusedColumns", to_typed_array(columns)}});
  });
}

val cost() {
  const auto request = asked();
  return answered(layer_of(request), [&](const conv::Layer& layer) {
    return object({{"cost", conv::cost(layer, request.bias.value_or(0))}});
  });
}

val settings_between(const std::string& operation, double input, double output, const val& most) {
  return to_js(
      conv::settings_between(to_operation(operation), input, output,
                             {most["kernel"].as<double>(), most["stride"].as<double>(),
                              most["padding"].as<double>(), most["dilation"].as<double>()}));
}

val inputs_of(const std::string& axis, double taps, double output) {
  return to_js(conv::inputs_of(asked().operation, output, taps, asked_along(axis)));
}

val round_trips(const std::string& axis, double taps, double first, double last) {
  return to_js(conv::round_trips(asked().operation, taps, asked_along(axis), first, last));
}

/// `{ fault }`, `{ inverse }`, or `{}` for a layer that is too large.
val least_squares(const val& x, const val& k) {
  const std::initializer_list<Numbers> operands{{conv::Field::x, x}, {conv::Field::k, k}};
  return answered(layer_of(asked(), operands), [&](const conv::Layer& layer) {
    if (!conv::is_invertible(layer)) return val::object();
    if (auto fault = conv::memory_fault(conv::least_squares_bytes(layer))) return to_js(*fault);
    const auto inverse = *conv::least_squares(layer, to_tensor(x, layer.x), to_tensor(k, layer.k));
    return object({{"inverse", object({{"shape", inverse.x.shape()},
                                       {"data", to_typed_array(inverse.x)},
                                       {"error", inverse.error},
                                       {"residual", inverse.residual},
                                       {"steps", inverse.steps},
                                       {"converged", inverse.converged}})}});
  });
}

val matrix(bool framed, bool transposed) {
  return answered(layer_of(asked()), [&](const conv::Layer& plain) {
    const auto layer = conv::viewed(plain, framed, transposed);
    if (auto fault = conv::memory_fault(conv::summary_bytes(layer))) return to_js(*fault);
    const auto summary = conv::summary(layer);
    const auto margin = conv::margin(plain);
    return object({{"matrix", object({{"rows", layer.y},
                                      {"columns", layer.x},
                                      {"groups", layer.groups},
                                      {"entries", summary.entries},
                                      {"structure", summary.structure},
                                      {"emptyRows", summary.empty_rows},
                                      {"emptyColumns", summary.empty_columns},
                                      {"margin", std::array{margin.top, margin.left}},
                                      {"framable", conv::framable(plain)}})}});
  });
}

val matrix_entries(bool framed, bool transposed, const val& js_window) {
  return answered(layer_of(asked()), [&](const conv::Layer& plain) {
    const auto layer = conv::viewed(plain, framed, transposed);
    const auto window = to_window(js_window);
    if (auto fault = conv::memory_fault(conv::matrix_entries_bytes(layer, window))) {
      return to_js(*fault);
    }
    return object({{"entries", in_threes(conv::matrix_entries(layer, window))}});
  });
}

val matrix_picture(bool framed, bool transposed, const val& k, const val& js_window,
                   std::size_t height, std::size_t width) {
  const auto planned = layer_of(asked(), {{conv::Field::k, k}});
  return answered(planned, [&](const conv::Layer& plain) {
    const auto layer = conv::viewed(plain, framed, transposed);
    const auto window = to_window(js_window);
    if (auto fault = conv::memory_fault(conv::matrix_picture_bytes(layer, window))) {
      return to_js(*fault);
    }
    const auto picture = conv::matrix_picture(layer, to_tensor(k, layer.k), window, height, width);
    return object({{"picture", to_typed_array(picture)}});
  });
}

val adjoint(const val& x, const val& k, const val& v) {
  const auto planned =
      layer_of(asked(), {{conv::Field::x, x}, {conv::Field::k, k}, {conv::Field::y, v}},
               conv::adjoint_bytes);
  return answered(planned, [&](const conv::Layer& layer) {
    const auto check = conv::adjoint_check(layer, to_tensor(x, layer.x), to_tensor(k, layer.k),
                                           to_tensor(v, layer.y));
    return object({{"adjoint", object({{"forth", check.forth},
                                       {"back", check.back},
                                       {"left", check.left},
                                       {"right", check.right},
                                       {"equal", check.equal}})}});
  });
}

val overlap(const val& k) {
  const auto request = asked();
  const auto planned = layer_of(request, {{conv::Field::k, k}}, conv::overlap_bytes);
  return answered(planned, [&](const conv::Layer& layer) {
    const auto overlap = conv::overlap(layer, to_tensor(k, layer.k));
    return object({{"overlap", object({{"counts", overlap.counts},
                                       {"height", overlap.height},
                                       {"width", overlap.width},
                                       {"weights", overlap.weights},
                                       {"spreads", overlap.spreads},
                                       {"evened", conv::evened(request, layer)},
                                       {"resized", conv::resized(request, layer)},
                                       {"smoothed", conv::smoothed(layer)}})}});
  });
}

val gradient(const val& x, const val& k, const val& dy) {
  const auto request = asked();
  const auto planned =
      layer_of(request, {{conv::Field::x, x}, {conv::Field::k, k}, {conv::Field::y, dy}},
               conv::gradient_bytes);
  return answered(planned, [&](const conv::Layer& layer) {
    const auto weights = to_tensor(k, layer.k);
    const auto upstream = to_tensor(dy, layer.y);
    const auto gradient = conv::gradient(layer, to_tensor(x, layer.x), weights, upstream);
    const auto agreement = conv::other_way(layer, gradient.x, weights, upstream);
    const auto back = conv::transposed(request, layer);
    auto call = to_js(back);
    call.set("y", to_js(std::get<conv::Layer>(conv::plan(back)).y));
    return object({{"gradient", object({{"x", gradient.x},
                                        {"k", gradient.k},
                                        {"bias", to_typed_array(gradient.bias)},
                                        {"call", call},
                                        {"difference", agreement.difference},
                                        {"equal", agreement.equal}})}});
  });
}

val generate(const std::string& generator, const val& shape, const val& arguments) {
  return to_result("tensor", conv::generate(generator, to_numbers(shape), to_numbers(arguments)));
}

val shape_fault(const std::string& operand, const val& shape) {
  return to_result(conv::shape_fault(to_field(operand), to_numbers(shape)));
}

val editing_fault(const std::string& operand, const val& shape) {
  return to_result(conv::editing_fault(to_field(operand), to_numbers(shape)));
}

val limits() {
  auto minimum = val::object();
  for (const auto& [field, value] : conv::minimums) minimum.set(to_js(field), value);
  return object({{"elements", conv::most_elements},
                 {"setting", conv::most_setting},
                 {"rows", conv::most_rows},
                 {"columns", conv::most_columns},
                 {"channels", conv::most_channels},
                 {"minimum", minimum},
                 {"search", conv::widest_search},
                 {"trips", conv::most_trips},
                 {"sources", conv::most_sources},
                 {"inverted", conv::most_inverted_links}});
}

/// The rules' codes and English sentences: what a translation has to cover.
val rules() {
  auto sentences = val::object();
  for (const auto rule : conv::rules()) sentences.set(to_js(rule), to_js(conv::sentence(rule)));
  return sentences;
}

val generators() { return to_js(conv::generators()); }

}  // namespace

EMSCRIPTEN_BINDINGS(conv) {
  emscripten::function("mailbox", &mailbox_view);
  emscripten::function("begin32", &begin<float>);
  emscripten::function("begin64", &begin<double>);
  emscripten::function("run32", &run<float>);
  emscripten::function("run64", &run<double>);
  emscripten::function("end32", &end<float>);
  emscripten::function("end64", &end<double>);
  emscripten::function("plan", &plan);
  emscripten::function("links", &links);
  emscripten::function("steps", &steps);
  emscripten::function("cost", &cost);
  emscripten::function("settingsBetween", &settings_between);
  emscripten::function("inputsOf", &inputs_of);
  emscripten::function("roundTrips", &round_trips);
  emscripten::function("leastSquares", &least_squares);
  emscripten::function("matrix", &matrix);
  emscripten::function("matrixEntries", &matrix_entries);
  emscripten::function("matrixPicture", &matrix_picture);
  emscripten::function("adjoint", &adjoint);
  emscripten::function("overlap", &overlap);
  emscripten::function("gradient", &gradient);
  emscripten::function("generate", &generate);
  emscripten::function("shapeFault", &shape_fault);
  emscripten::function("editingFault", &editing_fault);
  emscripten::function("limits", &limits);
  emscripten::function("rules", &rules);
  emscripten::function("generators", &generators);
}
