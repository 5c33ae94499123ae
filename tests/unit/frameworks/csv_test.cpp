#include "frameworks/csv.hpp"

#include <gtest/gtest.h>

#include <random>

#include "frameworks/csv_table.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

using record = std::vector<std::string>;

result<std::vector<record>> read_all(std::string_view text, csv_form form = {}) {
  csv_reader reader(text, "t.csv", form);
  std::vector<record> out;
  while (true) {
    const auto more = reader.next();
    if (!more) return more.why();
    if (!*more) return out;
    record r;
    for (const csv_field& f : reader.record()) r.emplace_back(f.text);
    out.push_back(r);
  }
}

void expect_refused(std::string_view text, std::string_view code, std::int64_t line, std::int64_t column) {
  const auto all = read_all(text);
  ASSERT_FALSE(all.ok()) << text;
  EXPECT_EQ(all.why().what.code(), code) << text;
  EXPECT_EQ(all.why().where.source, "t.csv");
  EXPECT_EQ(all.why().where.line, line) << text;
  EXPECT_EQ(all.why().where.column, column) << text;
}

TEST(Csv, ReadsBareAndQuotedFieldsWithBothLineEnds) {
  EXPECT_EQ(*read_all("a,\"b\"\r\n,c\n\"\",d"), (std::vector<record>{{"a", "b"}, {"", "c"}, {"", "d"}}));
}

TEST(Csv, KeepsCommasLineEndsAndDoubledQuotesOfQuotedFields) {
  EXPECT_EQ(*read_all("\"a,b\",\"l1\r\nl2\n\",\"\"\"x\"\"\"\n"), (std::vector<record>{{"a,b", "l1\r\nl2\n", "\"x\""}}));
}

TEST(Csv, ReadsATrailingCommaAsAnEmptyField) { EXPECT_EQ(*read_all("a,"), (std::vector<record>{{"a", ""}})); }

TEST(Csv, ReadsNothingFromNothing) { EXPECT_TRUE(read_all("")->empty()); }

TEST(Csv, RefusesAQuoteNeverClosedWhereItWasOpened) { expect_refused("é,b\né,\"c\nd\n", "csv.unterminated", 2, 3); }

TEST(Csv, RefusesAQuoteInsideABareField) { expect_refused("éé\"x\n", "csv.stray_quote", 1, 3); }

TEST(Csv, RefusesTextAfterAClosingQuote) { expect_refused("a\n\"é\"x\n", "csv.after_quote", 2, 4); }

TEST(Csv, RefusesALoneCarriageReturn) {
  expect_refused("a\rb\n", "csv.carriage_return", 1, 2);
  expect_refused("\"a\"\rb\n", "csv.after_quote", 1, 4);
}

TEST(Csv, RefusesFieldsAndLinesBeyondTheBounds) {
  EXPECT_EQ(read_all("abcd\n", {3, 10}).why().what.code(), "csv.field_size");
  EXPECT_EQ(read_all("\"abcd\"\n", {3, 10}).why().what.code(), "csv.field_size");
  EXPECT_EQ(read_all("a,b,c\n", {3, 2}).why().what.code(), "csv.columns_limit");
  EXPECT_TRUE(read_all("abc,def\n", {3, 2}).ok());
}

TEST(Csv, ReadsBackWhateverTableIsWritten) {
  std::mt19937 random(20250918);
  const std::vector<std::string> pieces{"a", "\"", ",", "\n", "\r\n", "\r", "é", " ", "''", "𝄞"};
  for (int round = 0; round < 2000; ++round) {
    const std::size_t width = 1 + random() % 4;
    std::vector<record> table(1 + random() % 4, record(width));
    std::string text;
    for (record& r : table) {
      for (std::string& field : r)
        for (std::size_t n = random() % 6; n > 0; --n) field += pieces[random() % pieces.size()];
      text += csv_line(r);
    }
    if (random() % 2 == 0) text.pop_back();
    const auto read = read_all(text);
    ASSERT_TRUE(read.ok()) << text;
    ASSERT_EQ(*read, table) << text;
  }
}

TEST(Csv, NeverReadsOutsideRandomBytes) {
  std::mt19937 random(7);
  const std::string alphabet = "a\",\r\n\xC3\xA9";
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 24, ' ');
    for (char& c : text) c = alphabet[random() % alphabet.size()];
    const auto read = read_all(text);
    if (!read.ok()) {
      EXPECT_GE(read.why().where.line, 1);
      EXPECT_GE(read.why().where.column, 1);
    }
  }
}

TEST(CsvText, SkipsTheByteOrderMark) {
  EXPECT_EQ(*csv_text("\xEF\xBB\xBF"
                      "a",
                      csv_encoding::utf8, "t"),
            "a");
}

TEST(CsvText, RefusesWhatIsNotUtf8WithItsPlace) {
  const auto text = csv_text("a\né\xE9\n", csv_encoding::utf8, "t.csv");
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.why().what.code(), "csv.utf8");
  EXPECT_EQ(text.why().where.line, 2);
  EXPECT_EQ(text.why().where.column, 2);
  EXPECT_EQ(text.why().what.arguments().at(0), "E9");
}

TEST(CsvText, DecodesWindows1252OnlyWhereItIsExpected) {
  EXPECT_EQ(*csv_text("\x80 \x9C \xE9 \xFF", csv_encoding::utf8_else_windows_1252, "t"), "€ œ é ÿ");
  EXPECT_EQ(*csv_text("déjà", csv_encoding::utf8_else_windows_1252, "t"), "déjà");
  const auto undefined = csv_text("\xE9\x81", csv_encoding::utf8_else_windows_1252, "t");
  ASSERT_FALSE(undefined.ok());
  EXPECT_EQ(undefined.why().what.code(), "csv.windows_1252");
  EXPECT_EQ(undefined.why().where.column, 2);
}

TEST(CsvText, RefusesNul) {
  const auto text = csv_text(std::string("a\nb\0c", 5), csv_encoding::utf8, "t");
  ASSERT_FALSE(text.ok());
  EXPECT_EQ(text.why().what.code(), "csv.nul");
  EXPECT_EQ(text.why().where.line, 2);
  EXPECT_EQ(text.why().where.column, 2);
}

TEST(CsvTable, FindsColumnsInAnyOrderAndSaysWhichAreMissing) {
  const test::scratch_directory scratch;
  auto table = csv_table::open(scratch.write("t.csv", "b,a\n1,2\n"));
  ASSERT_TRUE(table.ok());
  ASSERT_TRUE(*table->next());
  EXPECT_EQ((*table)[*table->column({"a"})], "2");
  EXPECT_EQ((*table)[*table->column({"other", "b"})], "1");
  const auto missing = table->column({"c"});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.why().what.code(), "csv.missing_column");
  EXPECT_EQ(missing.why().what.arguments(), (std::vector<std::string>{"c", "b, a"}));
}

TEST(CsvTable, RefusesEmptyFilesTwinColumnsAndUnevenLines) {
  const test::scratch_directory scratch;
  EXPECT_EQ(csv_table::open(scratch.write("e.csv", "")).why().what.code(), "csv.empty");
  EXPECT_EQ(csv_table::open(scratch.write("d.csv", "a,b,a\n")).why().where.column, 5);
  auto uneven = csv_table::open(scratch.write("u.csv", "a,b\n\"1\n2\",3\n4\n"));
  ASSERT_TRUE(*uneven->next());
  const auto refused = uneven->next();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.why().what.code(), "csv.width");
  EXPECT_EQ(refused.why().where.line, 4);
}

TEST(CsvTable, ReadsThePublishedTableThatIsInWindows1252) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  const std::string path = (raw / "unix_arborescence_secteur_naf_v460_utf8.csv").string();
  EXPECT_EQ(csv_table::open(path).why().what.code(), "csv.utf8");
  auto table = csv_table::open(path, csv_encoding::utf8_else_windows_1252);
  ASSERT_TRUE(table.ok());
  const auto label = table->column({"libelle_rome"});
  for (int line = 0; line < 3; ++line) ASSERT_TRUE(*table->next());
  EXPECT_EQ((*table)[*label], "Jardinier / Jardinière paysagiste");
}

TEST(CsvTable, ReadsThePublishedFieldsThatSpanLines) {
  ACTIVATEUR_NEEDS_SHARED(raw, "data/rome4_v460/raw");
  auto table = csv_table::open((raw / "unix_centre_interet_v460_utf8.csv").string());
  ASSERT_TRUE(table.ok());
  const auto text = table->column({"definition_centre_interet"});
  ASSERT_TRUE(*table->next());
  EXPECT_NE((*table)[*text].find("\n\n"), std::string_view::npos);
}

}  // namespace
}  // namespace activateur
