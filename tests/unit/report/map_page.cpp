// The page about the carte: what it says, and that nothing else can get into it.
#include <gtest/gtest.h>

#include <limits>
#include <sstream>

#include "base/text.hpp"
#include "map_example.hpp"
#include "parsed_document.hpp"

namespace activateur {
namespace {

using test::parsed_document;

std::string rendered(const test::map_example& x, language l = language::fr) {
  return render_map_html(x.content(), test::in(l));
}
std::string body_of(const std::string& html) { return parsed_document(html).all("body").front()->text; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t times(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(MapPage, IsWellFormedAndTheSameBytesForTheSameInput) {
  for (const auto l : {language::fr, language::en}) {
    const std::string html = rendered(test::small_map(), l);
    EXPECT_EQ(parsed_document(html).fault, "");
    EXPECT_EQ(html, rendered(test::small_map(), l));
  }
}

TEST(MapPage, LoadsNothingAndRunsNothing) {
  const parsed_document d(rendered(test::small_map()));
  for (const auto& e : d.elements) {
    EXPECT_NE(e.tag, "script");
    EXPECT_NE(e.tag, "img");
    for (const auto& [name, value] : e.attributes) {
      EXPECT_NE(name, "src");
      EXPECT_NE(name, "style");
      EXPECT_NE(name.substr(0, 2), "on");
      if (name == "href") {
        EXPECT_EQ(value.front(), '#');
      }
    }
  }
}

TEST(MapPage, HostileTextInEveryFieldStaysText) {
  const std::string attack = "</svg></style><script>alert(1)</script>\"'><img src=x onerror=y>&<!--]]>";
  const auto x = test::hostile_map(attack);
  for (const std::string& out : {rendered(x), render_doors_svg(x.doors, test::in(language::fr))}) {
    const parsed_document d(out);
    ASSERT_EQ(d.fault, "");
    EXPECT_FALSE(holds(out, "<script"));
    EXPECT_FALSE(holds(out, "<img"));
    EXPECT_FALSE(holds(out, "<!--"));
    EXPECT_TRUE(d.all("script").empty());
  }
}

TEST(MapPage, BytesThatAreNoTextAndNumbersThatAreNoneDoNotBreakIt) {
  auto x = test::hostile_map(std::string("a\0\x1b\xff\xed\xa0\x80z\xEF\xBF\xBE", 11));
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (auto& t : x.map.targets) {
    t.effort = none;
    t.use.value = std::numeric_limits<double>::infinity();
    t.covered = {none, -1, 7};
  }
  for (auto& t : x.doors.easier) t.why.front().contribution = none;
  EXPECT_EQ(parsed_document(rendered(x)).fault, "");
  EXPECT_EQ(parsed_document(render_doors_svg(x.doors, test::in(language::fr))).fault, "");
}

TEST(MapPage, ShowsEveryZoneWithItsCountAndMark) {
  const parsed_document d(rendered(test::small_map(), language::en));
  std::vector<std::string> zones;
  for (const auto* h : d.all("h3"))
    if (h->attributes.count("class") != 0 && h->attributes.at("class").starts_with("state"))
      zones.emplace_back(trimmed(h->text));
  EXPECT_EQ(zones, (std::vector<std::string>{"Within reach now (1)", "Within reach after recognition (1)",
                                             "By a short path (1)", "By a long path (2)", "Blocked for now (1)"}));
  EXPECT_TRUE(holds(body_of(rendered(test::small_map(), language::en)), "1 of 2 shown."));
}

TEST(MapPage, SaysOfEachTargetWhatIsKnownMissingAndInTheWay) {
  const std::string text = body_of(rendered(test::small_map(), language::en));
  EXPECT_TRUE(holds(text, "Recognised 20%, with what is presumed 50%, at most 90%."));
  EXPECT_TRUE(holds(text, "Essential requirements: recognised 1, presumed 2, to explore 3, to acquire 4."));
  EXPECT_TRUE(holds(text, "Effort 8.0; usefulness 90%; doors it opens: 7."));
  EXPECT_TRUE(holds(text, "Compétence 001 (Recognised): 20% of the coverage."));
  EXPECT_TRUE(holds(text, "Compétence 002 (To acquire): 1.50 of the effort."));
  EXPECT_TRUE(holds(text, "Blocks: note permis C"));
  EXPECT_TRUE(holds(text, "To check: note distance"));
  EXPECT_TRUE(holds(text, "2 more competences recognised would give: Within reach now."));
  EXPECT_TRUE(holds(text, "In the territory, at least: weeks 12, euros 140, hours 90."));
  EXPECT_TRUE(holds(text, "Near to \"Assistant de vie\""));
  EXPECT_TRUE(holds(text, "from another professional domain"));
}

TEST(MapPage, DoesNotDrawWhatIsNotKnownAsIfItWereNothing) {
  const std::string text = body_of(rendered(test::small_map(), language::en));
  EXPECT_TRUE(holds(text, "usefulness not known"));
  EXPECT_TRUE(holds(text, "Targets whose usefulness is not known, and that are not in the figure: 1."));
  EXPECT_TRUE(holds(text, "4 targets as points."));
}

TEST(MapPage, EveryReferenceResolvesAndIdsAreUnique) {
  const parsed_document d(rendered(test::small_map()));
  const auto ids = d.ids();
  std::size_t with_id = 0;
  for (const auto& e : d.elements) {
    with_id += e.attributes.count("id");
    for (const auto& [name, value] : e.attributes) {
      if (name == "href" || value.rfind("url(#", 0) == 0) {
        const std::string target = name == "href" ? value.substr(1) : value.substr(5, value.size() - 6);
        EXPECT_EQ(ids.count(target), 1U) << value;
      }
      if (name != "aria-labelledby") continue;
      std::istringstream names(value);
      for (std::string id; names >> id;) EXPECT_EQ(ids.count(id), 1U) << id;
    }
  }
  EXPECT_EQ(with_id, ids.size());
}

TEST(MapPage, HasOneFirstHeadingAndSkipsNoLevel) {
  int level = 0, first = 0;
  const parsed_document d(rendered(test::small_map()));
  for (const auto& e : d.elements) {
    if (e.tag.size() != 2 || e.tag[0] != 'h' || e.tag[1] < '1' || e.tag[1] > '6') continue;
    EXPECT_LE(e.tag[1] - '0', level + 1) << e.text;
    level = e.tag[1] - '0';
    first += level == 1 ? 1 : 0;
  }
  EXPECT_EQ(first, 1);
}

TEST(MapPage, NeedsNoTargetsNoDoorsAndNoPolicy) {
  const possibilities empty;
  map_content content;
  content.map = &empty;
  const std::string html = render_map_html(content, test::in(language::en));
  EXPECT_EQ(parsed_document(html).fault, "");
  EXPECT_TRUE(holds(body_of(html), "Nothing can be proposed yet"));
  EXPECT_TRUE(holds(body_of(html), "No target can be drawn"));
  EXPECT_FALSE(holds(html, "id=\"doors\""));
}

TEST(MapPage, CutsLongMapsAndSaysSo) {
  auto x = test::small_map();
  const possibility one = x.map.targets[2];
  for (int i = 0; i < 2500; ++i) {
    x.map.targets.push_back(one);
    x.map.targets.back().id = "rome:X" + std::to_string(i);
  }
  const std::string html = rendered(x, language::en);
  EXPECT_EQ(times(html, "class=\"target\""), 120U);
  EXPECT_TRUE(holds(html, "Only the first 120 targets have an entry"));
  EXPECT_TRUE(holds(html, "The table has the first 2,000 targets."));
  EXPECT_TRUE(holds(html, "The figure has the first 400 targets"));
}

}  // namespace
}  // namespace activateur
