#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace conv {

/// Every rule that a request can break. Names and sentences stand in one table in fault.cpp.
enum class Rule {
  rank,
  dimension,
  elements,
  length,
  pair,
  sides,
  whole,
  range,
  groups_in,
  groups_out,
  channels,
  bias,
  kernel,
  output_padding,
  crop,
  edit_size,
  edit_channels,
  generator,
  arguments,
  positive,
  memory,
};

/// What a caller can set, and so what can be wrong.
enum class Field {
  x,
  k,
  y,
  bias,
  stride,
  dilation,
  padding,
  output_padding,
  groups,
  channels,
  generator,
};

enum class AxisName { height, width };

/// A setting that would be accepted in the place of the refused one: for x and k a [height, width]
/// or a whole shape, for channels the number of input channels, for bias its length, else the whole
/// list of numbers.
struct Nearest {
  Field field;
  std::vector<double> value;
};

/// Why a request was refused. What a user can cause is a value; an exception would be a bug.
struct Fault {
  Rule rule;
  Field field;
  std::optional<AxisName> axis;
  /// The numbers of the sentence, by the names that its placeholders have.
  std::vector<std::pair<std::string_view, double>> numbers;
  std::optional<Nearest> nearest;

  /// One English sentence with the rule and the numbers in it.
  std::string message() const;
};

/// The stable name of a rule: the `code` of a refusal, in every language.
std::string_view name(Rule rule);
/// The name of a field as JavaScript writes it (`outputPadding`).
std::string_view name(Field field);
std::string_view name(AxisName axis);

/// Every rule, for translators: their tests walk this list.
std::vector<Rule> rules();

/// The English sentence of a rule, with its placeholders: {setting} stands for field and axis.
std::string_view sentence(Rule rule);

}  // namespace conv
