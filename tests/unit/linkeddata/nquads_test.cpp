#include <gtest/gtest.h>

#include "linkeddata/dataset.hpp"
#include "linkeddata/vocabulary_iris.hpp"

namespace activateur {
namespace {

term iri(std::string value) { return {term_kind::iri, std::move(value), {}, {}}; }
term blank(std::string label) { return {term_kind::blank, std::move(label), {}, {}}; }
term text(std::string value) { return {term_kind::literal, std::move(value), std::string(xsd_string), {}}; }

std::string rewritten(std::string_view nquads) {
  const auto read = read_nquads(nquads);
  if (!read) return std::string(read.why().what.code());
  std::string out;
  for (const quad& q : *read) out += write_nquad(q);
  return out;
}

// The code of the refusal with its line and column.
std::string refusal(std::string_view nquads) {
  const auto read = read_nquads(nquads, {}, "f.nq");
  if (read) return "accepted";
  return std::string(read.why().what.code()) + ' ' + std::to_string(read.why().where.line) + ':' +
         std::to_string(read.why().where.column);
}

TEST(NQuads, ReadEveryKindOfTerm) {
  const auto read = read_nquads(
      "<urn:s> <urn:p> <urn:o> .\n"
      "_:a <urn:p> _:b.c _:g .\n"
      "<urn:s> <urn:p> \"x\" <urn:g> .\n"
      "<urn:s> <urn:p> \"x\"@fr-CA .\n"
      "<urn:s> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
  ASSERT_TRUE(read);
  const dataset expected = {
      {iri("urn:s"), iri("urn:p"), iri("urn:o"), {}},
      {blank("a"), iri("urn:p"), blank("b.c"), blank("g")},
      {iri("urn:s"), iri("urn:p"), text("x"), iri("urn:g")},
      {iri("urn:s"), iri("urn:p"), {term_kind::literal, "x", std::string(rdf_lang_string), "fr-CA"}, {}},
      {iri("urn:s"), iri("urn:p"), {term_kind::literal, "1", "http://www.w3.org/2001/XMLSchema#integer", {}}, {}},
  };
  EXPECT_EQ(*read, expected);
}

TEST(NQuads, AllowBlanksCommentsAndNoBlanksAtAll) {
  EXPECT_EQ(rewritten("\r\n\n# first\n \t <urn:s><urn:p>\"o\".# after\r\r\n\n  # last"), "<urn:s> <urn:p> \"o\" .\n");
  EXPECT_EQ(rewritten("_:a<urn:p>_:b."), "_:a <urn:p> _:b .\n");
  EXPECT_EQ(rewritten("<urn:s><urn:p>\"o\"@en<urn:g>."), "<urn:s> <urn:p> \"o\"@en <urn:g> .\n");
  EXPECT_EQ(rewritten(""), "");
  EXPECT_EQ(rewritten("# only a comment"), "");
}

TEST(NQuads, AreWrittenInTheirCanonicalForm) {
  EXPECT_EQ(rewritten(R"(<urn:\u00E9\U0001F600> <urn:p> "\t\b\n\r\f\"\'\\\u00e9\U0001F600" .)"),
            "<urn:\xC3\xA9\xF0\x9F\x98\x80> <urn:p> \"\\t\\b\\n\\r\\f\\\"'\\\\\xC3\xA9\xF0\x9F\x98\x80\" .\n");
  EXPECT_EQ(rewritten("<urn:s> <urn:p> \"\\u0000\\u000b\\u001f\\u007f\\u0080\\uFFFE\x01\x7F\" ."),
            "<urn:s> <urn:p> \"\\u0000\\u000B\\u001F\\u007F\xC2\x80\xEF\xBF\xBE\\u0001\\u007F\" .\n");
  EXPECT_EQ(rewritten("<urn:s> <urn:p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> ."),
            "<urn:s> <urn:p> \"x\" .\n");
  EXPECT_EQ(write_nquad({iri("urn:s"), iri("urn:p"), {term_kind::literal, "x", {}, {}}, {}}),
            "<urn:s> <urn:p> \"x\" .\n");
}

TEST(NQuads, RefuseWhatTheGrammarDoesNotHave) {
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o>"), "nquads.dot 1:24");
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o> <urn:g> <urn:h> ."), "nquads.dot 1:33");
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o> . <urn:s> <urn:p> <urn:o> ."), "nquads.line 1:27");
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o> .\n\n\"s\" <urn:p> <urn:o> ."), "nquads.subject 3:1");
  EXPECT_EQ(refusal("<urn:s> _:p <urn:o> ."), "nquads.predicate 1:9");
  EXPECT_EQ(refusal("<urn:s> \"p\" <urn:o> ."), "nquads.predicate 1:9");
  EXPECT_EQ(refusal("<urn:s> <urn:p> ."), "nquads.object 1:17");
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o> \"g\" ."), "nquads.dot 1:25");
  EXPECT_EQ(refusal("<urn:s>\n<urn:p> <urn:o> ."), "nquads.predicate 1:8");
  EXPECT_EQ(refusal("@prefix p: <urn:> ."), "nquads.subject 1:1");
  EXPECT_EQ(refusal("<urn:s> <urn:p> 1 ."), "nquads.object 1:17");
  EXPECT_EQ(refusal("<urn:s> <urn:p> 'o' ."), "nquads.object 1:17");
}

TEST(NQuads, RefuseIrisThatAreNone) {
  for (const char* bad :
       {"<s>",          "<>",          "</s>",     "<//e/s>",    "<#s>",          "<1a:b>",        "<:b>",
        "<a b:c>",      "<urn:a b>",   "<urn:<a>", "<urn:a\"b>", "<urn:{a}>",     "<urn:a|b>",     "<urn:a^b>",
        "<urn:a`b>",    "<urn:a\x01>", "<urn:a",   "<urn:a\n>",  "<urn:\\u0020>", "<urn:\\u003E>", "<urn:\\u005c>",
        "<urn:\\u0000>"}) {
    const std::string as_subject = refusal(std::string(bad) + " <urn:p> <urn:o> .");
    EXPECT_EQ(as_subject.substr(0, 11), "nquads.iri ") << bad << ' ' << as_subject;
  }
  EXPECT_EQ(refusal("<urn:\\n> <urn:p> <urn:o> ."), "nquads.escape 1:6");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"^^<o> ."), "nquads.iri 1:22");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"^<urn:d> ."), "nquads.iri 1:20");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"^^_:d ."), "nquads.iri 1:20");
  EXPECT_EQ(refusal("<urn:s> <urn:p> <urn:o> <g> ."), "nquads.iri 1:25");
}

TEST(NQuads, RefuseLiteralsThatAreNone) {
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o ."), "nquads.literal 1:17");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\n\" ."), "nquads.literal 1:17");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\r\" ."), "nquads.literal 1:17");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\x\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\u12\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\u12g4\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\uD83D\\uDE00\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\uDFFF\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\U00110000\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\U7FFFFFFF\" ."), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\"), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\\u123"), "nquads.escape 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"@ ."), "nquads.language 1:20");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"@1 ."), "nquads.language 1:20");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"@en- ."), "nquads.language 1:20");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"@en_US ."), "nquads.label 1:23");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"o\"@en^^<urn:d> ."), "nquads.dot 1:23");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\xC3\xA9\" \"x\" ."), "nquads.dot 1:21");  // columns count characters
}

TEST(NQuads, RefuseBlankNodeLabelsThatAreNone) {
  for (const char* bad : {"_:", "_: a", "_a", "_:-a", "_:.a", "_:\xCC\x80", "_:\xC2\xB7", "_:\xC3\x97"})
    EXPECT_EQ(refusal(std::string(bad) + " <urn:p> <urn:o> ."), "nquads.label 1:1") << bad;
  EXPECT_EQ(rewritten("_:\xC3\xA9-.\xCC\x80..0 <urn:p> _:1:_ ."), "_:\xC3\xA9-.\xCC\x80..0 <urn:p> _:1:_ .\n");
  EXPECT_EQ(rewritten("<urn:s> <urn:p> _:a..b.."), "nquads.line");  // the label is a..b, its last dots are not in it
}

TEST(NQuads, RefuseBytesAndSizesOutOfBounds) {
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\xFF\" ."), "nquads.utf8 1:18");
  EXPECT_EQ(refusal("<urn:s> <urn:p> \"\xED\xA0\x80\" ."), "nquads.utf8 1:18");
  EXPECT_EQ(refusal("\xEF\xBB\xBF<urn:s> <urn:p> <urn:o> ."), "nquads.subject 1:1");
  const std::string line = "<urn:s> <urn:p> <urn:o> .\n";
  EXPECT_TRUE(read_nquads(line + line, {2, 100}));
  const auto many = read_nquads(line + line + line, {2, 100}, "f.nq");
  ASSERT_FALSE(many);
  EXPECT_EQ(many.why().kind, failure::limit);
  EXPECT_EQ(many.why().text(language::en), "f.nq, line 3, column 1: The N-Quads text has more than 2 quads.");
  const auto big = read_nquads(line, {2, 25});
  ASSERT_FALSE(big);
  EXPECT_EQ(big.why().what.code(), "nquads.size");
}

}  // namespace
}  // namespace activateur
