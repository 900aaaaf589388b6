#include "fault.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace conv {
namespace {

TEST(Fault, TableOfRulesIsInTheOrderOfTheEnum) {
  const auto all = rules();
  ASSERT_EQ(all.size(), static_cast<std::size_t>(Rule::memory) + 1);
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], static_cast<Rule>(i));
  EXPECT_EQ(name(Rule::rank), "rank");
  EXPECT_EQ(name(Rule::groups_in), "groups_in");
  EXPECT_EQ(name(Rule::output_padding), "output_padding");
  EXPECT_EQ(name(Rule::memory), "memory");
}

TEST(Fault, RulesHaveNamesAndSentencesOfTheirOwn) {
  std::set<std::string_view> names, sentences;
  for (const auto rule : rules()) {
    names.insert(name(rule));
    sentences.insert(sentence(rule));
    EXPECT_EQ(sentence(rule).back(), '.');
  }
  EXPECT_EQ(names.size(), rules().size());
  EXPECT_EQ(sentences.size(), rules().size());
}

TEST(Fault, SaysWhereItIs) {
  const Fault fault{Rule::range,
                    Field::output_padding,
                    AxisName::width,
                    {{"minimum", 0}, {"maximum", 9}, {"value", 12}},
                    {}};
  EXPECT_EQ(fault.message(), "output_padding (width) must be from 0 to 9; it is 12.");
}

TEST(Fault, WritesNumbersInFull) {
  const auto written = [](double value) {
    return Fault{Rule::whole, Field::stride, {}, {{"value", value}}, {}}.message();
  };
  EXPECT_EQ(written(16777217), "stride must be a whole number; it is 16777217.");
  EXPECT_EQ(written(0.5), "stride must be a whole number; it is 0.5.");
  EXPECT_EQ(written(0.1), "stride must be a whole number; it is 0.1.");
  EXPECT_EQ(written(-1e300), "stride must be a whole number; it is -1e300.");
  EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()),
            "stride must be a whole number; it is not a number.");
}

}  // namespace
}  // namespace conv
