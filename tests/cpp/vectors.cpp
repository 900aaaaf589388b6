#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "every_kernel.hpp"
#include "matrix.hpp"

/// The numbers and the refusals of other projects' tests; see tests/vectors/README.md.
namespace conv {
namespace {

using nlohmann::json;
using Numbers = std::vector<double>;

json read(const std::string& name) {
  return json::parse(std::ifstream(std::string(VECTORS) + '/' + name));
}

/// Numbers as printed, rounded to float32 on loading.
template <class T, class Target>
void fill(Target& target, const json& data) {
  ASSERT_EQ(target.size(), data.size());
  std::transform(data.begin(), data.end(), target.begin(),
                 [](const json& number) { return static_cast<T>(number.get<float>()); });
}

template <class T>
Tensor<T> to_tensor(const json& source) {
  Tensor<T> tensor(source["shape"].get<Shape>());
  fill<T>(tensor, source["data"]);
  return tensor;
}

template <class T>
Bias<T> to_bias(const json& source) {
  if (source.is_null()) return {};
  Bias<T> bias(source["shape"].get<std::array<std::size_t, 1>>());
  fill<T>(bias, source["data"]);
  return bias;
}

/// A number, or the text of one that JSON readers would round.
double to_number(const json& value) {
  return value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>();
}

Numbers to_numbers(const json& list) {
  Numbers numbers;
  for (const auto& value : list) numbers.push_back(to_number(value));
  return numbers;
}

Settings to_settings(const json& source) {
  const auto list = [&source](const char* name) {
    return source.contains(name) ? to_numbers(source[name]) : Numbers{};
  };
  return {list("stride"), list("dilation"), list("padding"), list("output_padding"),
          to_number(source.value("groups", json(1)))};
}

Layer layer_of(const json& example) {
  Request request{example["op"] == "conv2d" ? Operation::conv2d : Operation::conv_transpose2d,
                  to_numbers(example["x"]["shape"]), to_numbers(example["w"]["shape"]),
                  std::nullopt, to_settings(example)};
  if (!example["b"].is_null()) request.bias = to_number(example["b"]["shape"][0]);
  return std::get<Layer>(plan(request));
}

template <class T>
void expect_near(const Tensor<T>& y, const json& example, double rounding = 0) {
  const auto expected = example["y"]["data"].get<Numbers>();
  double scale = 0;
  for (const auto value : expected) scale = std::max(scale, std::abs(value));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto tolerance = example["atol"].get<double>() +
                           example["rtol"].get<double>() * std::abs(expected[i]) + rounding * scale;
    EXPECT_NEAR(y.data()[i], expected[i], tolerance) << "cell " << i;
  }
}

template <class T>
void expect_numbers(const std::string& file) {
  for (const auto& example : read(file)) {
    SCOPED_TRACE(example["id"]);
    const auto x = to_tensor<T>(example["x"]), k = to_tensor<T>(example["w"]);
    const auto bias = to_bias<T>(example["b"]);
    const auto settings = to_settings(example);
    const auto computed = example["op"] == "conv2d" ? conv2d(x, k, settings, bias)
                                                    : conv_transpose2d(x, k, settings, bias);
    ASSERT_TRUE(std::holds_alternative<Tensor<T>>(computed)) << std::get<Fault>(computed).message();
    const auto& y = std::get<Tensor<T>>(computed);
    ASSERT_EQ(y.shape(), example["y"]["shape"].get<Shape>());
    expect_near(y, example);
    for (const auto& way : every_way(layer_of(example), Operands<T>{x, k, bias})) {
      SCOPED_TRACE(way.name);
      expect_near(way.y, example, way.sums_products() ? 0 : 1e-5);
    }
  }
}

TEST(Vectors, OfConv2dAreComputedInFloat32) { expect_numbers<float>("conv.json"); }
TEST(Vectors, OfConv2dAreComputedInFloat64) { expect_numbers<double>("conv.json"); }
TEST(Vectors, OfConvTranspose2dAreComputedInFloat32) {
  expect_numbers<float>("conv_transpose.json");
}
TEST(Vectors, OfConvTranspose2dAreComputedInFloat64) {
  expect_numbers<double>("conv_transpose.json");
}

Request to_request(const json& refusal) {
  const auto& args = refusal["args"];
  Request request{
      .operation = refusal["op"] == "conv2d" ? Operation::conv2d : Operation::conv_transpose2d,
      .x = to_numbers(args["x_shape"]),
      .k = to_numbers(args["w_shape"]),
      .settings = to_settings(args)};
  if (args.contains("b_shape")) request.bias = to_number(args["b_shape"][0]);
  return request;
}

/// The numbers of the article, which every refusal must leave to be computed.
void expect_article() {
  const auto x = matrix({
      {0, 1},
      {2, 3},
  });
  const auto y = matrix({
      {0, 0, 1},
      {0, 4, 6},
      {4, 12, 9},
  });
  EXPECT_EQ(std::get<Tensor<double>>(conv_transpose2d(x, x)), y);
}

TEST(Vectors, OfErrorsAreRefusedWithTheirNumbers) {
  const auto refusals = read("refusals.json");
  std::size_t portable = 0;
  for (const auto& example : read("errors.json")) {
    if (!example["portable"]) continue;
    ++portable;
    const auto id = example["id"].get<std::string>();
    SCOPED_TRACE(id);
    ASSERT_TRUE(refusals.contains(id));
    const auto& expected = refusals[id];
    if (expected.contains("unasked")) continue;
    const auto planned = plan(to_request(example));
    ASSERT_TRUE(std::holds_alternative<Fault>(planned));
    const auto& fault = std::get<Fault>(planned);
    EXPECT_EQ(json(name(fault.rule)), expected["code"]);
    EXPECT_EQ(json(name(fault.field)), expected["field"]);
    EXPECT_EQ(fault.axis ? json(name(*fault.axis)) : json(), expected.value("axis", json()));
    json numbers = json::object();
    for (const auto& [key, value] : fault.numbers) numbers[std::string(key)] = value;
    EXPECT_EQ(numbers, expected["numbers"]);
    expect_article();
  }
  EXPECT_EQ(portable, refusals.size());
}

}  // namespace
}  // namespace conv
