#include "json/fields.hpp"

#include <gtest/gtest.h>

namespace activateur {
namespace {

struct reading {
  explicit reading(const char* text) : value(*read_json(text)), root(value, "f.json", problem) {}
  json value;
  std::optional<error> problem;
  fields root;
};

TEST(Fields, ReadMembersOfTheRightTypes) {
  const reading r(R"({"t":"x","n":2.5,"f":true,"d":"2026-11-24","l":["a","b"],"v":[1,2],"o":{"p":1},"z":null})");
  EXPECT_EQ(r.root.text("t"), "x");
  EXPECT_EQ(r.root.number("n"), 2.5);
  EXPECT_TRUE(r.root.flag_or("f", false));
  EXPECT_EQ(r.root.time("d")->ms, 1795478400000);
  EXPECT_EQ(r.root.texts("l"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(r.root.numbers("v"), (std::vector<double>{1, 2}));
  EXPECT_EQ(r.root.object("o")->number("p"), 1);
  EXPECT_FALSE(r.root.has("z"));
  EXPECT_EQ(r.root.text_or("z", "fallback"), "fallback");
  EXPECT_TRUE(r.root.list("none").empty());
  EXPECT_FALSE(r.problem);
}

TEST(Fields, KeepTheFirstErrorWithItsPointer) {
  const reading r(R"({"list":[{"a/b":1},{"a/b":"x","t":"24/11"}]})");
  const auto list = r.root.list("list");
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].number("a/b"), 1);
  EXPECT_EQ(list[1].time("t"), std::nullopt);
  EXPECT_EQ(list[1].number("a/b"), 0);  // wrong too, but not first
  ASSERT_TRUE(r.problem);
  EXPECT_EQ(r.problem->what.code(), "field.time");
  EXPECT_EQ(r.problem->where.pointer, "/list/1/t");
  EXPECT_EQ(r.problem->where.source, "f.json");
}

TEST(Fields, SayWhatIsMissingOrOfTheWrongType) {
  const reading missing("{}");
  EXPECT_EQ(missing.root.text("id"), "");
  EXPECT_EQ(missing.problem->text(language::fr), "f.json : Le membre « id » manque. Ajoutez-le.");
  const reading wrong(R"({"id":3})");
  EXPECT_EQ(wrong.root.text("id"), "");
  EXPECT_EQ(wrong.problem->what.code(), "field.type");
  const reading mixed(R"({"l":["a",1]})");
  EXPECT_EQ(mixed.root.texts("l").size(), 1U);
  EXPECT_EQ(mixed.problem->what.code(), "field.type");
  const reading far(R"({"n":9})");
  static_cast<void>(far.root.number_within("n", 0, 4, 0));
  EXPECT_EQ(far.problem->text(language::en), "f.json, /n: The member \"n\" must lie between 0 and 4.");
}

}  // namespace
}  // namespace activateur
