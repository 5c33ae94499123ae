// WCAG 2.1 AA, as far as a program can judge it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "example.hpp"
#include "parsed_document.hpp"
#include "report/style.hpp"

namespace activateur {
namespace {

using test::parsed_document;

parsed_document parsed(language l) {
  return parsed_document(render_html(test::small_example().content(), test::in(l)));
}

// WCAG 2.1 "relative luminance" and "contrast ratio".
double luminance(std::string_view hex) {
  std::array<double, 3> channel{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(std::string(hex.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    channel[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return 0.2126 * channel[0] + 0.7152 * channel[1] + 0.0722 * channel[2];
}

double contrast(std::string_view a, std::string_view b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::string_view shade(std::string_view name, std::string_view report::colour::*of) {
  for (const auto& c : report::palette)
    if (c.name == name) return c.*of;
  ADD_FAILURE() << "no colour " << name;
  return "#000000";
}

TEST(ReportAccessibility, ContrastIsComputedAsWcagDefinesIt) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21.0, 1e-9);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.478, 0.001);
}

TEST(ReportAccessibility, TextHasAContrastOfFourAndAHalfInLightAndDark) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 21> pairs{{
      {"ink", "paper"},
      {"ink", "card"},
      {"muted", "paper"},
      {"muted", "card"},
      {"accent", "paper"},
      {"accent", "card"},
      {"recognised", "recognised-tint"},
      {"recognised", "paper"},
      {"recognised", "card"},
      {"presumed", "presumed-tint"},
      {"presumed", "paper"},
      {"to-explore", "to-explore-tint"},
      {"to-explore", "paper"},
      {"to-explore", "card"},
      {"to-acquire", "to-acquire-tint"},
      {"to-acquire", "paper"},
      {"to-acquire", "card"},
      {"example", "example-tint"},
      {"example", "paper"},
      {"presumed", "card"},
      {"accent", "presumed-tint"},
  }};
  for (const auto& [text, ground] : pairs) {
    EXPECT_GE(contrast(shade(text, &report::colour::light), shade(ground, &report::colour::light)), 4.5)
        << text << " on " << ground << ", light";
    EXPECT_GE(contrast(shade(text, &report::colour::dark), shade(ground, &report::colour::dark)), 4.5)
        << text << " on " << ground << ", dark";
  }
}

TEST(ReportAccessibility, GraphicsHaveAContrastOfThree) {
  for (const std::string_view graphic : {"bar", "line", "muted", "ink", "to-acquire", "recognised"}) {
    EXPECT_GE(contrast(shade(graphic, &report::colour::light), shade("paper", &report::colour::light)), 3) << graphic;
    EXPECT_GE(contrast(shade(graphic, &report::colour::dark), shade("paper", &report::colour::dark)), 3) << graphic;
  }
}

TEST(ReportAccessibility, SaysItsLanguage) {
  EXPECT_EQ(parsed(language::fr).all("html").front()->attributes.at("lang"), "fr");
  EXPECT_EQ(parsed(language::en).all("html").front()->attributes.at("lang"), "en");
}

TEST(ReportAccessibility, HasLandmarksASkipLinkAndATitle) {
  const auto d = parsed(language::fr);
  EXPECT_EQ(d.all("main").size(), 1U);
  EXPECT_EQ(d.all("header").size(), 1U);
  EXPECT_EQ(d.all("footer").size(), 1U);
  EXPECT_EQ(d.all("nav").size(), 1U);
  EXPECT_FALSE(d.all("nav").front()->attributes.at("aria-label").empty());
  EXPECT_EQ(d.all("a").front()->attributes.at("href"), "#content");
  EXPECT_EQ(d.all("title").front()->text.rfind("Écart et plan d'action", 0), 0U);
}

TEST(ReportAccessibility, HasOneFirstHeadingAndSkipsNoLevel) {
  int level = 0;
  int first_headings = 0;
  const auto d = parsed(language::fr);
  for (const auto& e : d.elements) {
    if (e.tag.size() != 2 || e.tag[0] != 'h' || e.tag[1] < '1' || e.tag[1] > '6') continue;
    const int here = e.tag[1] - '0';
    EXPECT_LE(here, level + 1) << e.text;
    EXPECT_FALSE(e.text.empty());
    first_headings += here == 1 ? 1 : 0;
    level = here;
  }
  EXPECT_EQ(first_headings, 1);
}

TEST(ReportAccessibility, EveryTableHasACaptionAndScopedHeaders) {
  const auto d = parsed(language::fr);
  EXPECT_EQ(d.all("table").size(), 3U);
  EXPECT_EQ(d.all("caption").size(), 3U);
  for (const auto* th : d.all("th")) {
    const auto& scope = th->attributes.at("scope");
    EXPECT_TRUE(scope == "col" || scope == "row") << scope;
  }
}

TEST(ReportAccessibility, EveryPictureIsNamedOrHidden) {
  const auto d = parsed(language::fr);
  const auto ids = d.ids();
  std::size_t named = 0;
  for (const auto* svg : d.all("svg")) {
    if (svg->attributes.count("aria-hidden") != 0) continue;
    ++named;
    EXPECT_EQ(svg->attributes.at("role"), "img");
    EXPECT_EQ(svg->attributes.count("viewBox"), 1U);
    std::istringstream names(svg->attributes.at("aria-labelledby"));
    std::size_t count = 0;
    for (std::string id; names >> id; ++count) EXPECT_EQ(ids.count(id), 1U) << id;
    EXPECT_EQ(count, 2U);
  }
  EXPECT_EQ(named, 6U);  // coverage, gap and plan, wide and narrow
}

TEST(ReportAccessibility, EveryReferenceResolvesAndIdsAreUnique) {
  for (const auto l : {language::fr, language::en}) {
    const auto d = parsed(l);
    const auto ids = d.ids();
    std::size_t with_id = 0;
    for (const auto& e : d.elements) {
      with_id += e.attributes.count("id");
      for (const auto& [name, value] : e.attributes) {
        if (name == "href" || value.rfind("url(#", 0) == 0) {
          const std::string target = name == "href" ? value.substr(1) : value.substr(5, value.size() - 6);
          EXPECT_EQ(ids.count(target), 1U) << value;
        }
        if (name == "aria-labelledby") {
          std::istringstream names(value);
          for (std::string id; names >> id;) EXPECT_EQ(ids.count(id), 1U) << id;
        }
      }
    }
    EXPECT_EQ(with_id, ids.size());
  }
}

TEST(ReportAccessibility, ListsHoldItemsOnly) {
  const auto d = parsed(language::fr);
  for (const auto& e : d.elements) {
    if (e.tag != "li") continue;
    ASSERT_FALSE(e.inside.empty());
    EXPECT_TRUE(e.inside.back() == "ul" || e.inside.back() == "ol") << e.inside.back();
  }
}

}  // namespace
}  // namespace activateur
