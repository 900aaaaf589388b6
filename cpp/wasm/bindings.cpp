// The engine for JavaScript. What crosses is copied, by web/engine/engine.js where it is
// large, so nothing here is ever deleted by hand; meaning, defaults and arithmetic are elsewhere.
// engine.js is the only caller.
#include <emscripten/bind.h>

#include <cstdlib>
#include <string>

#include "convolution.hpp"
#include "cost.hpp"
#include "exchange.hpp"
#include "generators.hpp"
#include "links.hpp"
#include "solver.hpp"
#include "views/gather.hpp"
#include "views/gradient.hpp"
#include "views/inverse.hpp"
#include "views/operator_matrix.hpp"
#include "views/overlap.hpp"
#include "views/remedy.hpp"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;

std::vector<double> to_numbers(const val& list) {
  return emscripten::convertJSArrayToNumberVector<double>(list);
}

conv::Operation to_operation(const val& name) {
  return name.as<std::string>() == "conv2d" ? conv::Operation::conv2d
                                            : conv::Operation::conv_transpose2d;
}

conv::Request to_request(const val& request) {
  return conv::to_request(to_numbers(request["numbers"]).data());
}

/// A JavaScript array; T converts to a JavaScript number or is a val.
template <class Range>
val to_array(const Range& range) {
  auto array = val::array();
  for (const auto& item : range) array.call<void>("push", item);
  return array;
}

/// A typed array with a copy of `count` numbers; its constructor is twice as fast as slice().
template <class T>
val to_typed_array(const T* data, std::size_t count) {
  const val cells(typed_memory_view(count, data));
  return cells["constructor"].new_(cells);
}

std::string to_string(std::string_view text) { return std::string{text}; }

val to_js(const conv::Fault& fault) {
  auto numbers = val::object();
  for (const auto& [name, value] : fault.numbers) numbers.set(to_string(name), value);
  auto object = val::object();
  object.set("code", to_string(conv::name(fault.rule)));
  object.set("field", to_string(conv::name(fault.field)));
  if (fault.axis) object.set("axis", to_string(conv::name(*fault.axis)));
  object.set("numbers", numbers);
  object.set("message", fault.message());
  if (fault.nearest) {
    auto nearest = val::object();
    nearest.set("field", to_string(conv::name(fault.nearest->field)));
    nearest.set("value", to_array(fault.nearest->value));
    object.set("nearest", nearest);
  }
  auto result = val::object();
  result.set("fault", object);
  return result;
}

template <class T>
val to_js(const conv::Tensor<T>& tensor) {
  auto object = val::object();
  object.set("shape", to_array(tensor.shape()));
  object.set("data", to_typed_array(tensor.data(), tensor.size()));
  return object;
}

val to_js(const conv::Axis& axis) {
  auto object = val::object();
  object.set("coarse", static_cast<double>(axis.coarse));
  object.set("fine", static_cast<double>(axis.fine));
  object.set("taps", static_cast<double>(axis.taps));
  object.set("stride", static_cast<double>(axis.stride));
  object.set("dilation", static_cast<double>(axis.dilation));
  object.set("padding", static_cast<double>(axis.padding));
  return object;
}

val to_js(const conv::Layer& layer) {
  auto object = val::object();
  object.set("y", to_array(layer.y));
  object.set("height", to_js(layer.height));
  object.set("width", to_js(layer.width));
  return object;
}

val to_js(const std::vector<conv::Link>& links) {
  static_assert(sizeof(conv::Link) == 3 * sizeof(std::uint32_t));
  return to_typed_array(reinterpret_cast<const std::uint32_t*>(links.data()), 3 * links.size());
}

val to_js(const conv::Search& search) {
  auto object = val::object();
  object.set("kernel", search.kernel);
  object.set("stride", search.stride);
  object.set("padding", search.padding);
  object.set("dilation", search.dilation);
  return object;
}

val to_js(const conv::Found& found) {
  auto object = to_js(conv::Search{found.kernel, found.stride, found.padding, found.dilation});
  object.set("outputPadding", found.output_padding);
  object.set("even", found.even);
  object.set("scales", found.scales);
  return object;
}

val to_js(const conv::Source& source) {
  auto object = val::object();
  object.set("input", source.input);
  object.set("outputPadding", source.output_padding);
  return object;
}

val to_js(const conv::Trip& trip) {
  auto object = val::object();
  object.set("size", trip.size);
  if (trip.there) object.set("there", *trip.there);
  if (trip.back) object.set("back", *trip.back);
  if (trip.repair) object.set("repair", *trip.repair);
  return object;
}

template <class T>
val to_objects(const std::vector<T>& list) {
  auto array = val::array();
  for (const auto& item : list) array.call<void>("push", to_js(item));
  return array;
}

/// `{ [name]: value }`, or `{ fault }`.
template <class Outcome>
val to_result(const char* name, const Outcome& outcome) {
  if (const auto* fault = std::get_if<conv::Fault>(&outcome)) return to_js(*fault);
  auto result = val::object();
  result.set(name, to_js(std::get<0>(outcome)));
  return result;
}

val to_result(const std::optional<conv::Fault>& fault) {
  return fault ? to_js(*fault) : val::object();
}

/// A tensor of that shape with the numbers of a JavaScript array of as many.
template <class T, class Shape>
auto to_tensor(const val& data, const Shape& shape) {
  xt::xtensor<T, std::tuple_size_v<Shape>> tensor(shape);
  val(typed_memory_view(tensor.size(), tensor.data())).call<void>("set", data);
  return tensor;
}

conv::Mailbox mailbox;

/// The mailbox's numbers, which are good until the memory grows.
val mailbox_view() { return val(typed_memory_view(mailbox.size(), mailbox.data())); }

template <class T>
conv::Call<T>& call() {
  static conv::Call<T> call;
  return call;
}

/// `{ fault }`, or `undefined`; see Call.
template <class T>
val begin(double request, double x, double k, double bias, double name) {
  const auto fault = call<T>().begin({request, x, k, bias, name}, mailbox);
  return fault ? to_js(*fault) : val::undefined();
}

template <class T>
void run() {
  call<T>().run(mailbox);
}

template <class T>
void end() {
  call<T>().end();
}

val plan(const val& request) { return to_result("layer", conv::plan(to_request(request))); }

val links(const val& request, const std::string& operand, std::size_t cell) {
  const auto planned = conv::plan(to_request(request));
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto role = operand == "x"   ? conv::Operand::x
                    : operand == "k" ? conv::Operand::k
                                     : conv::Operand::y;
  auto result = val::object();
  result.set("links", to_js(conv::links_of(std::get<conv::Layer>(planned), role, cell)));
  return result;
}

/// How a layer is drawn step by step (Steps in engine.d.ts), or `{ fault }`.
val steps(const val& request) {
  const auto planned = conv::plan(to_request(request));
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto& layer = std::get<conv::Layer>(planned);
  const auto plane = conv::gather_plane(layer);
  const auto full = conv::full_output(layer);
  const auto list = [](std::initializer_list<std::int64_t> numbers) {
    return to_array(std::vector<double>(numbers.begin(), numbers.end()));
  };
  // As typed arrays: there may be as many as X is long.
  const auto unused = [&layer](const conv::Axis& axis) {
    const auto cells = conv::unused_cells(layer, axis);
    const std::vector<std::int32_t> numbers(cells.begin(), cells.end());
    return to_typed_array(numbers.data(), numbers.size());
  };
  auto result = val::object();
  result.set("rows", to_typed_array(plane.rows.data(), plane.rows.size()));
  result.set("columns", to_typed_array(plane.columns.data(), plane.columns.size()));
  result.set("step", list({plane.row_step, plane.column_step}));
  result.set("flipped", plane.flipped);
  result.set("full", list({full.height, full.width}));
  result.set("frame", list({full.top, full.left}));
  result.set("unusedRows", unused(layer.height));
  result.set("unusedColumns", unused(layer.width));
  return result;
}

val cost(const val& js_request) {
  const auto request = to_request(js_request);
  const auto planned = conv::plan(request);
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto cost = conv::cost(std::get<conv::Layer>(planned), request.bias.value_or(0));
  auto object = val::object();
  object.set("parameters", cost.parameters);
  object.set("multiplications", cost.multiplications);
  object.set("dense", cost.dense);
  auto result = val::object();
  result.set("cost", object);
  return result;
}

val settings_between(const std::string& operation, double input, double output, const val& most) {
  return to_objects(
      conv::settings_between(to_operation(val(operation)), input, output,
                             {most["kernel"].as<double>(), most["stride"].as<double>(),
                              most["padding"].as<double>(), most["dilation"].as<double>()}));
}

conv::AxisSettings to_axis(const val& js_request, const std::string& axis) {
  return conv::along(axis == "height" ? conv::AxisName::height : conv::AxisName::width,
                     to_request(js_request).settings);
}

val inputs_of(const val& request, const std::string& axis, double taps, double output) {
  return to_objects(
      conv::inputs_of(to_request(request).operation, output, taps, to_axis(request, axis)));
}

val round_trips(const val& request, const std::string& axis, double taps, double first,
                double last) {
  return to_objects(
      conv::round_trips(to_request(request).operation, taps, to_axis(request, axis), first, last));
}

/// `{ fault }`, `{ inverse }`, or `{}` for a layer that is too large.
val least_squares(const val& js_request, const val& x, const val& k) {
  const auto request = to_request(js_request);
  const auto planned = conv::plan(request);
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto length = [](const val& data) { return data["length"].as<double>(); };
  if (auto fault = conv::length_fault(conv::Field::x, request.x, length(x))) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::k, request.k, length(k))) return to_js(*fault);

  const auto& layer = std::get<conv::Layer>(planned);
  auto result = val::object();
  if (const auto inverse = conv::least_squares(layer, to_tensor<double>(x, layer.x),
                                               to_tensor<double>(k, layer.k))) {
    auto object = to_js(inverse->x);
    object.set("error", inverse->error);
    object.set("residual", inverse->residual);
    object.set("steps", inverse->steps);
    object.set("converged", inverse->converged);
    result.set("inverse", object);
  }
  return result;
}

/// The layer whose matrix a view shows: of either operation, with or without its margin.
std::variant<conv::Layer, conv::Fault> matrix_layer(const val& request) {
  auto planned = conv::plan(to_request(request));
  auto* layer = std::get_if<conv::Layer>(&planned);
  if (layer == nullptr) return planned;
  if (request["framed"].as<bool>()) *layer = conv::framed(*layer).value_or(*layer);
  if (request["transposed"].as<bool>()) *layer = conv::transposed(*layer);
  return planned;
}

conv::MatrixWindow to_window(const val& window) {
  return {window["row"].as<std::size_t>(), window["column"].as<std::size_t>(),
          window["rows"].as<std::size_t>(), window["columns"].as<std::size_t>()};
}

val matrix(const val& request) {
  const auto viewed = matrix_layer(request);
  if (const auto* fault = std::get_if<conv::Fault>(&viewed)) return to_js(*fault);
  const auto& layer = std::get<conv::Layer>(viewed);
  const auto plain = std::get<conv::Layer>(conv::plan(to_request(request)));
  const auto summary = conv::summary(layer);
  auto object = val::object();
  object.set("rows", to_array(layer.y));
  object.set("columns", to_array(layer.x));
  object.set("groups", layer.groups);
  object.set("entries", summary.entries);
  object.set("structure", to_string(conv::name(summary.structure)));
  if (summary.empty_rows) object.set("emptyRows", *summary.empty_rows);
  if (summary.empty_columns) object.set("emptyColumns", *summary.empty_columns);
  const auto margin = conv::margin(plain);
  object.set("margin", to_array(std::array{static_cast<double>(margin.top),
                                           static_cast<double>(margin.left)}));
  object.set("framable", conv::framable(plain));
  auto result = val::object();
  result.set("matrix", object);
  return result;
}

val matrix_entries(const val& request, const val& window) {
  const auto viewed = matrix_layer(request);
  if (const auto* fault = std::get_if<conv::Fault>(&viewed)) return to_js(*fault);
  const auto entries = conv::matrix_entries(std::get<conv::Layer>(viewed), to_window(window));
  static_assert(sizeof(conv::MatrixEntry) == 3 * sizeof(std::uint32_t));
  auto result = val::object();
  result.set("entries", to_typed_array(reinterpret_cast<const std::uint32_t*>(entries.data()),
                                       3 * entries.size()));
  return result;
}

val matrix_picture(const val& request, const val& k, const val& window, std::size_t height,
                   std::size_t width) {
  const auto viewed = matrix_layer(request);
  if (const auto* fault = std::get_if<conv::Fault>(&viewed)) return to_js(*fault);
  const auto& layer = std::get<conv::Layer>(viewed);
  const auto shape = to_request(request).k;
  if (auto fault = conv::length_fault(conv::Field::k, shape, k["length"].as<double>())) {
    return to_js(*fault);
  }
  const auto picture =
      conv::matrix_picture(layer, to_tensor<double>(k, layer.k), to_window(window), height, width);
  auto result = val::object();
  result.set("picture", to_typed_array(picture.data(), picture.size()));
  return result;
}

val adjoint(const val& js_request, const val& x, const val& k, const val& v) {
  const auto request = to_request(js_request);
  const auto planned = conv::plan(request);
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto& layer = std::get<conv::Layer>(planned);
  const auto length = [](const val& data) { return data["length"].as<double>(); };
  const auto numbers = [](const conv::Shape& shape) {
    return std::vector<double>(shape.begin(), shape.end());
  };
  if (auto fault = conv::length_fault(conv::Field::x, request.x, length(x))) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::k, request.k, length(k))) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::y, numbers(layer.y), length(v))) {
    return to_js(*fault);
  }
  const auto bytes = (2 * length(x) + length(k) + 2 * length(v)) * sizeof(double);
  if (auto fault = conv::memory_fault(bytes)) return to_js(*fault);
  const auto check =
      conv::adjoint_check(layer, to_tensor<double>(x, layer.x), to_tensor<double>(k, layer.k),
                          to_tensor<double>(v, layer.y));
  auto object = val::object();
  object.set("forth", to_js(check.forth));
  object.set("back", to_js(check.back));
  object.set("left", check.left);
  object.set("right", check.right);
  object.set("equal", check.equal);
  auto result = val::object();
  result.set("adjoint", object);
  return result;
}

val to_js(const conv::AxisOverlap& axis) {
  auto object = val::object();
  object.set("evenness", to_string(conv::name(axis.evenness)));
  object.set("least", axis.least);
  object.set("most", axis.most);
  object.set("taps", to_array(axis.taps));
  object.set("cells", to_array(axis.cells));
  return object;
}

/// A layer to compute: its operation, the shape of its kernel, its options.
val to_call(const conv::Request& request) {
  auto options = val::object();
  options.set("stride", to_array(request.settings.stride));
  options.set("dilation", to_array(request.settings.dilation));
  options.set("padding", to_array(request.settings.padding));
  options.set("outputPadding", to_array(request.settings.output_padding));
  options.set("groups", request.settings.groups);
  auto call = val::object();
  call.set("operation",
           to_string(request.operation == conv::Operation::conv2d ? "conv2d" : "conv_transpose2d"));
  call.set("k", to_array(request.k));
  call.set("options", options);
  return call;
}

val to_calls(const std::vector<conv::Step>& steps) {
  auto calls = val::array();
  for (const auto& step : steps) {
    auto call = to_call(step.request);
    if (!step.generator.empty()) call.set("generator", to_string(step.generator));
    calls.call<void>("push", call);
  }
  return calls;
}

val overlap(const val& js_request, const val& k) {
  const auto request = to_request(js_request);
  const auto planned = conv::plan(request);
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::k, request.k, k["length"].as<double>())) {
    return to_js(*fault);
  }
  const auto& layer = std::get<conv::Layer>(planned);
  const auto weights = conv::phase_weights(layer, to_tensor<double>(k, layer.k));
  auto spreads = val::array();
  for (std::size_t channel = 0; channel < weights.shape(1); ++channel) {
    const auto spread = conv::extremes(weights, channel);
    auto object = val::object();
    object.set("least", spread.least);
    object.set("most", spread.most);
    object.set("even", spread.even);
    spreads.call<void>("push", object);
  }
  auto object = val::object();
  object.set("counts", to_js(conv::touches(layer)));
  object.set("height", to_js(conv::overlap(layer.height)));
  object.set("width", to_js(conv::overlap(layer.width)));
  object.set("weights", to_js(weights));
  object.set("spreads", spreads);
  if (const auto even = conv::evened(request, layer)) object.set("evened", to_call(*even));
  object.set("resized", to_calls(conv::resized(request, layer)));
  object.set("smoothed", to_calls(conv::smoothed(layer)));
  auto result = val::object();
  result.set("overlap", object);
  return result;
}

val gradient(const val& js_request, const val& x, const val& k, const val& dy) {
  const auto request = to_request(js_request);
  const auto planned = conv::plan(request);
  if (const auto* fault = std::get_if<conv::Fault>(&planned)) return to_js(*fault);
  const auto& layer = std::get<conv::Layer>(planned);
  const std::vector<double> y(layer.y.begin(), layer.y.end());
  const auto length = [](const val& data) { return data["length"].as<double>(); };
  if (auto fault = conv::length_fault(conv::Field::x, request.x, length(x))) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::k, request.k, length(k))) return to_js(*fault);
  if (auto fault = conv::length_fault(conv::Field::y, y, length(dy))) return to_js(*fault);
  const auto bytes = (3 * length(x) + 2 * length(k) + length(dy)) * sizeof(double);
  if (auto fault = conv::memory_fault(bytes)) return to_js(*fault);

  const auto weights = to_tensor<double>(k, layer.k);
  const auto upstream = to_tensor<double>(dy, layer.y);
  const auto gradient = conv::gradient(layer, to_tensor<double>(x, layer.x), weights, upstream);
  const auto back = conv::transposed(request, layer);
  auto call = to_call(back);
  call.set("y", to_array(std::get<conv::Layer>(conv::plan(back)).y));
  const auto agreement = conv::other_way(layer, gradient.x, weights, upstream);
  auto object = val::object();
  object.set("x", to_js(gradient.x));
  object.set("k", to_js(gradient.k));
  object.set("bias", to_typed_array(gradient.bias.data(), gradient.bias.size()));
  object.set("call", call);
  object.set("difference", agreement.difference);
  object.set("equal", agreement.equal);
  auto result = val::object();
  result.set("gradient", object);
  return result;
}

val generate(const std::string& generator, const val& shape, const val& arguments) {
  return to_result("tensor", conv::generate(generator, to_numbers(shape), to_numbers(arguments)));
}

conv::Field to_field(const std::string& operand) {
  return operand == "x" ? conv::Field::x : conv::Field::k;
}

val shape_fault(const std::string& operand, const val& shape) {
  return to_result(conv::shape_fault(to_field(operand), to_numbers(shape)));
}

val editing_fault(const std::string& operand, const val& shape) {
  return to_result(conv::editing_fault(to_field(operand), to_numbers(shape)));
}

val limits() {
  auto minimum = val::object();
  for (const auto& [field, value] : conv::minimums) {
    minimum.set(to_string(conv::name(field)), value);
  }
  auto object = val::object();
  object.set("elements", conv::most_elements);
  object.set("setting", conv::most_setting);
  object.set("rows", conv::most_rows);
  object.set("columns", conv::most_columns);
  object.set("channels", conv::most_channels);
  object.set("minimum", minimum);
  object.set("search", to_js(conv::widest_search));
  object.set("trips", conv::most_trips);
  object.set("sources", static_cast<double>(conv::most_sources));
  object.set("inverted", conv::most_inverted_links);
  return object;
}

/// The rules' codes and English sentences: what a translation has to cover.
val rules() {
  auto object = val::object();
  for (const auto rule : conv::rules()) {
    object.set(to_string(conv::name(rule)), to_string(conv::sentence(rule)));
  }
  return object;
}

val generators() {
  auto names = val::array();
  for (const auto name : conv::generators()) names.call<void>("push", to_string(name));
  return names;
}

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
