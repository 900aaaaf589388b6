#include "fault.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace conv {
namespace {

struct Wording {
  Rule rule;
  std::string_view name;
  std::string_view sentence;
};

// In the order of the enum, so that a rule is its own index; a test holds the two together.
constexpr std::array wordings{
    Wording{Rule::rank, "rank", "{setting} must have 4 dimensions; it has {dimensions}."},
    Wording{Rule::dimension, "dimension",
            "Dimension {dimension} of {setting} must be a whole number of at least {minimum}; "
            "it is {value}."},
    Wording{Rule::elements, "elements",
            "{setting} would hold {elements} numbers; at most {limit} can be computed."},
    Wording{Rule::length, "length",
            "{setting} comes with {length} numbers; its shape needs {expected}."},
    Wording{Rule::pair, "pair", "{setting} takes 1 or 2 numbers (height, width); it has {count}."},
    Wording{Rule::sides, "sides",
            "{setting} takes 1, 2 or 4 numbers (top, bottom, left, right); it has {count}."},
    Wording{Rule::whole, "whole", "{setting} must be a whole number; it is {value}."},
    Wording{Rule::range, "range", "{setting} must be from {minimum} to {maximum}; it is {value}."},
    Wording{Rule::groups_in, "groups_in",
            "{channels} input channels cannot be split into {groups} equal groups."},
    Wording{Rule::groups_out, "groups_out",
            "{channels} output channels cannot be split into {groups} equal groups."},
    Wording{Rule::channels, "channels",
            "K is made for {expected} input channels; X has {channels}."},
    Wording{Rule::bias, "bias",
            "The bias needs one number for each of the {channels} output channels; it has "
            "{length}."},
    Wording{Rule::kernel, "kernel",
            "{setting} covers {extent} cells (dilation {dilation}, {taps} taps), more than the "
            "{input} of the padded input."},
    Wording{Rule::output_padding, "output_padding",
            "{setting} must be below the stride ({stride}) or the dilation ({dilation}); it is "
            "{value}."},
    Wording{Rule::crop, "crop",
            "{setting} crops {padding} of {full} output cells; at least 1 must be left."},
    Wording{Rule::edit_size, "edit_size",
            "{setting} is {value}; at most {limit} can be edited by hand."},
    Wording{Rule::edit_channels, "edit_channels",
            "{setting} has {value} channels; at most {limit} can be edited by hand."},
    Wording{Rule::generator, "generator", "There is no generator of that name."},
    Wording{Rule::arguments, "arguments",
            "This generator takes at most {most} numbers after its shape; it has {count}."},
    Wording{Rule::positive, "positive", "{setting} must be above 0; it is {value}."},
    Wording{Rule::memory, "memory",
            "There is not enough memory for this layer: it needs {megabytes} MB."},
};

const Wording& wording(Rule rule) { return wordings[static_cast<std::size_t>(rule)]; }

/// How the sentence names a field.
std::string_view noun(Field field) {
  switch (field) {
    case Field::x:
      return "X";
    case Field::k:
      return "K";
    case Field::y:
      return "Y";
    case Field::output_padding:
      return "output_padding";
    default:
      return name(field);
  }
}

std::string digits_of(double whole) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(std::fmod(whole, 10))));
    whole = std::floor(whole / 10);
  } while (whole > 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

/// A number as a person writes it: up to 6 decimals, and three digits of what is too large to
/// count. By hand because printf would cost a twelfth of the module.
std::string text(double value) {
  if (std::isnan(value)) return "not a number";
  std::string digits;
  if (value < 0) digits.push_back('-');
  value = std::abs(value);
  if (std::isinf(value)) return digits.append("infinity");
  if (value >= 1e16 || (value > 0 && value < 1e-6)) {
    int exponent = 0;
    for (; value >= 10; value /= 10) ++exponent;
    for (; value < 1; value *= 10) --exponent;
    value = std::round(value * 100) / 100;
    if (value >= 10) {
      value /= 10;
      ++exponent;
    }
    return digits.append(text(value)).append("e").append(text(exponent));
  }
  const double unit = 1e6;
  const auto millionths = std::round(std::fmod(value, 1) * unit);
  digits.append(digits_of(std::floor(value) + std::floor(millionths / unit)));
  if (const auto rest = std::fmod(millionths, unit); rest > 0) {
    auto decimals = digits_of(unit + rest);  // with a 1 in front that keeps the zeros behind it
    decimals[0] = '.';
    decimals.resize(decimals.find_last_not_of('0') + 1);
    digits.append(decimals);
  }
  return digits;
}

}  // namespace

std::string_view name(Rule rule) { return wording(rule).name; }

std::string_view sentence(Rule rule) { return wording(rule).sentence; }

std::string_view name(Field field) {
  switch (field) {
    case Field::x:
      return "x";
    case Field::k:
      return "k";
    case Field::y:
      return "y";
    case Field::bias:
      return "bias";
    case Field::stride:
      return "stride";
    case Field::dilation:
      return "dilation";
    case Field::padding:
      return "padding";
    case Field::output_padding:
      return "outputPadding";
    case Field::groups:
      return "groups";
    case Field::channels:
      return "channels";
    case Field::generator:
      return "generator";
  }
  return {};
}

std::string_view name(AxisName axis) { return axis == AxisName::height ? "height" : "width"; }

std::vector<Rule> rules() {
  std::vector<Rule> all(wordings.size());
  std::transform(wordings.begin(), wordings.end(), all.begin(),
                 [](const Wording& wording) { return wording.rule; });
  return all;
}

std::string Fault::message() const {
  const auto placeholder = [this](std::string_view key) -> std::string {
    if (key == "setting") {
      std::string setting{noun(field)};
      if (axis) setting.append(" (").append(name(*axis)).append(")");
      return setting;
    }
    for (const auto& [number, value] : numbers) {
      if (number == key) return text(value);
    }
    return {};
  };

  std::string message;
  auto rest = sentence(rule);
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    message.append(rest.substr(0, open))
        .append(placeholder(rest.substr(open + 1, close - open - 1)));
    rest.remove_prefix(close + 1);
  }
  return message.append(rest);
}

}  // namespace conv
