#include "geometry.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <sstream>

#include "convolution.hpp"
#include "random_layer.hpp"

namespace conv {
namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr auto nan = std::numeric_limits<double>::quiet_NaN();

Fault refused(const Request& request) {
  const auto planned = plan(request);
  const auto* fault = std::get_if<Fault>(&planned);
  EXPECT_NE(fault, nullptr) << request;
  return fault ? *fault : Fault{};
}

TEST(Geometry, OfValidLayersIsThatOfTheRelation) {
  for (const auto& request : random_requests(8, 5000)) {
    const auto planned = plan(request);
    ASSERT_TRUE(std::holds_alternative<Layer>(planned))
        << std::get<Fault>(planned).message() << ' ' << request;
    const auto& layer = std::get<Layer>(planned);
    ASSERT_EQ(layer.x, naive::to_shape(request.x)) << request;
    ASSERT_EQ(layer.k, naive::to_shape(request.k)) << request;
    ASSERT_EQ(layer.y, naive::y_shape(request)) << request;
  }
}

TEST(Geometry, KeepsSixteenMillionNumbersATensor) {
  const auto at = [](double width, double out = 1) {
    return Request{.x = {1, 1, 4096, width}, .k = {out, 1, 1, 1}};
  };
  EXPECT_TRUE(std::holds_alternative<Layer>(plan(at(4096))));

  const auto x = refused(at(4097));
  EXPECT_EQ(x.field, Field::x);
  EXPECT_EQ(x.message(), "X would hold 16781312 numbers; at most 16777216 can be computed.");

  const auto y = refused(at(4096, 2));
  EXPECT_EQ(y.field, Field::y);
  EXPECT_EQ(y.message(), "Y would hold 33554432 numbers; at most 16777216 can be computed.");

  const auto k = refused({.x = {1, 4096, 1, 1}, .k = {4097, 4096, 1, 1}});
  EXPECT_EQ(k.field, Field::k);
}

TEST(Geometry, ComputesSixteenMillionNumbers) {
  const Tensor<float> x(Shape{1, 1, 4096, 4096}, 1), k(Shape{1, 1, 1, 1}, 3);
  EXPECT_EQ(std::get<Tensor<float>>(conv2d(x, k))(0, 0, 4095, 4095), 3);
}

TEST(Geometry, LimitsEachItemOfAnEmptyBatchToo) {
  EXPECT_EQ(refused({.x = {0, 1, 4096, 4097}, .k = {1, 1, 1, 1}}).field, Field::x);
  EXPECT_EQ(refused({.x = {0, 1, 1e300, 1e300}, .k = {1, 1, 1, 1}}).field, Field::x);
  EXPECT_EQ(refused({.operation = Operation::conv_transpose2d,
                     .x = {0, 1, 4096, 4096},
                     .k = {1, 1, 1, 1},
                     .settings = {.stride = {most_setting}}})
                .field,
            Field::y);
}

TEST(Geometry, RefusesWhatCannotBeEditedByHand) {
  EXPECT_FALSE(editing_fault(Field::x, {16, 16, 32, 32}));
  EXPECT_FALSE(editing_fault(Field::x, {0, 1, 1, 1}));
  const auto wide = editing_fault(Field::x, {1, 17, 32, 33}).value();
  EXPECT_EQ(wide.message(), "X (width) is 33; at most 32 can be edited by hand.");
  EXPECT_EQ(wide.nearest->value, (std::vector<double>{1, 16, 32, 32}));
  const auto deep = editing_fault(Field::k, {17, 1, 1, 1}).value();
  EXPECT_EQ(deep.message(), "K has 17 channels; at most 16 can be edited by hand.");
}

TEST(Geometry, RefusesWhatIsNoShapeInTheEditorToo) {
  EXPECT_EQ(editing_fault(Field::x, {}).value().rule, Rule::rank);
  EXPECT_EQ(editing_fault(Field::x, {1, 1, 1, 1, 99}).value().rule, Rule::rank);
  EXPECT_EQ(editing_fault(Field::k, {0, 1, 1, 1}).value().rule, Rule::dimension);
  EXPECT_EQ(editing_fault(Field::k, {1, 1, nan, 1}).value().rule, Rule::whole);
}

/// Numbers that no setting expects.
const std::vector<double> extremes{
    0,    -0.0, -1,   0.5,   1e-310, 16777216, 16777217,  2147483648, 4294967296,
    1e15, 1e16, 1e19, 1e300, -1e300, infinity, -infinity, nan,        9007199254740992,
};

/// A valid request with up to four of its numbers replaced, and now and then a list cut or grown.
Request damaged(Random& random, const std::vector<double>& replacements) {
  auto request = random_request(random);
  auto& settings = request.settings;
  const std::array lists{&request.x,         &request.k,        &settings.stride,
                         &settings.dilation, &settings.padding, &settings.output_padding};
  for (auto times = random.between(1, 4); times > 0; --times) {
    const auto value = random.pick(replacements);
    const auto which = random.between(0, 7);
    if (which == 6) {
      settings.groups = value;
    } else if (which == 7) {
      request.bias = value;
    } else {
      auto& list = *lists[static_cast<std::size_t>(which)];
      if (list.empty() || random.one_in(20)) {
        list.push_back(value);
      } else if (random.one_in(20)) {
        list.pop_back();
      } else {
        list[static_cast<std::size_t>(
            random.between(0, static_cast<std::int64_t>(list.size()) - 1))] = value;
      }
    }
  }
  return request;
}

/// A number as a refusal writes it: in full, or where that is too long with three digits.
std::string written(double value) {
  if (std::isnan(value)) return "not a number";
  if (std::isinf(value)) return "infinity";
  const auto magnitude = std::abs(value);
  std::ostringstream text;
  if (magnitude == 0 || (magnitude >= 1e-6 && magnitude < 1e16)) {
    text << std::setprecision(16) << magnitude;
    return text.str();
  }
  text << std::scientific << std::setprecision(2) << magnitude;  // 1.50e+300
  auto mantissa = text.str().substr(0, 4);
  while (mantissa.back() == '0' || mantissa.back() == '.') mantissa.pop_back();
  return mantissa + "e" + std::to_string(std::stoi(text.str().substr(5)));
}

TEST(Geometry, SaysEveryNumberOfEveryRefusal) {
  Random random(9);
  std::size_t refusals = 0;
  for (int i = 0; i < 50000; ++i) {
    const auto request = damaged(random, extremes);
    const auto planned = plan(request);
    const auto* fault = std::get_if<Fault>(&planned);
    if (fault == nullptr) continue;
    ++refusals;
    const auto message = fault->message();
    ASSERT_EQ(message.find_first_of("{}"), std::string::npos) << message << request;
    for (const auto& [name, value] : fault->numbers) {
      ASSERT_NE(message.find(written(value)), std::string::npos) << message << ' ' << request;
    }
  }
  EXPECT_GT(refusals, 30000U);
}

TEST(Geometry, AcceptsOnlyWhatCanBeComputed) {
  Random random(10);
  for (int i = 0; i < 50000; ++i) {
    const auto request = damaged(random, extremes);
    const auto planned = plan(request);
    const auto* layer = std::get_if<Layer>(&planned);
    if (layer == nullptr) continue;
    for (const auto& shape : {layer->x, layer->k, layer->y}) {
      auto item = shape;
      item[0] = std::max<std::size_t>(item[0], 1);
      ASSERT_GE(cells(item), 1U) << request;
      ASSERT_LE(static_cast<double>(cells(item)), most_elements) << request;
    }
  }
}

/// The request with the fault's nearest setting put into it.
Request repaired(Request request, const Nearest& nearest) {
  const auto& value = nearest.value;
  const auto resize = [&value](std::vector<double>& shape) {
    if (value.size() == 4) {
      shape = value;
    } else {
      std::copy(value.begin(), value.end(), shape.begin() + 2);
    }
  };
  auto& settings = request.settings;
  switch (nearest.field) {
    case Field::x:
      resize(request.x);
      break;
    case Field::k:
      resize(request.k);
      break;
    case Field::bias:
      request.bias = value.at(0);
      break;
    case Field::stride:
      settings.stride = value;
      break;
    case Field::dilation:
      settings.dilation = value;
      break;
    case Field::padding:
      settings.padding = value;
      break;
    case Field::output_padding:
      settings.output_padding = value;
      break;
    case Field::groups:
      settings.groups = value.at(0);
      break;
    case Field::channels:
      request.x[1] = value.at(0);
      break;
    default:
      ADD_FAILURE() << "nothing to put a value into";
  }
  return request;
}

/// What remains after as many repairs as the page would take clicks: a fault, or nothing.
std::optional<Fault> after_repairs(Request request, int most_clicks) {
  for (int click = 0;; ++click) {
    const auto planned = plan(request);
    const auto* fault = std::get_if<Fault>(&planned);
    if (fault == nullptr) return std::nullopt;
    if (!fault->nearest || click == most_clicks) return *fault;
    request = repaired(request, *fault->nearest);
  }
}

TEST(Geometry, LeadsFromSlipsToAValidLayer) {
  const std::vector<double> slips{0, -1, 0.5, 1.5, 2, 3, 4, 7, 12, 20, 32, 100};
  Random random(11);
  for (int i = 0; i < 50000; ++i) {
    const auto request = damaged(random, slips);
    if (const auto fault = after_repairs(request, 8)) {
      const bool is_shape = fault->rule == Rule::rank || fault->rule == Rule::dimension;
      ASSERT_TRUE(is_shape) << fault->message() << ' ' << request;
    }
  }
}

TEST(Geometry, LeadsFromAnythingToAValidLayerOrSaysThatItCannot) {
  Random random(12);
  for (int i = 0; i < 50000; ++i) {
    const auto request = damaged(random, extremes);
    const auto fault = after_repairs(request, 16);
    ASSERT_TRUE(!fault || !fault->nearest) << fault->message() << ' ' << request;
  }
}

TEST(Geometry, KeepsWhatWasAskedForAsFarAsItCan) {
  const auto nearest = [](const Request& request) { return refused(request).nearest.value(); };
  const Request base{.x = {1, 4, 4, 4}, .k = {4, 4, 3, 3}};
  const auto with = [&base](Settings settings) {
    auto request = base;
    request.settings = std::move(settings);
    return request;
  };
  using List = std::vector<double>;
  EXPECT_EQ(nearest(with({.stride = {2, 0}})).value, (List{2, 1}));
  EXPECT_EQ(nearest(with({.dilation = {2, 0, 0, 1}})).value, (List{2, 1}));
  EXPECT_EQ(nearest(with({.padding = {1.5, -1, 3}})).value, (List{2, 0}));
  EXPECT_EQ(nearest(with({.dilation = {2.4, 1}})).value, (List{2, 1}));
  EXPECT_EQ(nearest(with({.padding = {1, -3, 1, 1}})).value, (List{1, 0, 1, 1}));
  EXPECT_EQ(nearest(with({.padding = {1, 2, 3}})).value, (List{1, 2}));
  EXPECT_EQ(nearest(with({.dilation = {1, 3}})).value, (List{3, 2}));  // of K
  EXPECT_EQ(nearest(with({.groups = 3})).value, (List{2}));
}

}  // namespace
}  // namespace conv
