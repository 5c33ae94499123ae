// The doors behind a key, as a graph and as a picture.
#include <gtest/gtest.h>

#include <algorithm>

#include "map_example.hpp"
#include "parsed_document.hpp"
#include "report/doors_graph.hpp"

namespace activateur {
namespace {

using report::graph_of;
using test::parsed_document;

std::vector<std::string> targets_of(const report::door_graph& g) {
  std::vector<std::string> out;
  for (const auto* t : g.targets) out.push_back(t->id);
  return out;
}

TEST(Doors, JoinTheKeysCompetencesToTheTargetsThatChangeZone) {
  const auto x = test::small_map();
  const auto g = graph_of(x.doors);
  EXPECT_EQ(targets_of(g), (std::vector<std::string>{"rome:K1311", "rome:A1101"}));
  EXPECT_EQ(g.targets_left, 3U);  // five change
  ASSERT_EQ(g.competences.size(), 2U);
  EXPECT_EQ(g.competences[0].id, "rome:001");
  ASSERT_EQ(g.edges.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(g.edges[i].target, i);
    EXPECT_EQ(g.edges[i].competence, i);
  }
}

TEST(Doors, AreThoseBetterCoveredWhenNoneChangesZone) {
  auto x = test::small_map();
  x.doors.easier.clear();
  x.doors.easier_count = 0;
  EXPECT_EQ(targets_of(graph_of(x.doors)), (std::vector<std::string>{"rome:K1302"}));
  x.doors.better.clear();
  x.doors.better_count = 0;
  EXPECT_TRUE(graph_of(x.doors).empty());
}

TEST(Doors, HaveAtMostSixtyNodesAndCountTheOthers) {
  auto x = test::small_map();
  x.doors.easier.clear();
  for (int i = 0; i < 100; ++i)
    x.doors.easier.push_back(test::moved("rome:T" + std::to_string(i), "Cible", zone::long_path, zone::short_path,
                                         static_cast<std::uint32_t>(i)));
  x.doors.easier_count = 500;
  const auto g = graph_of(x.doors);
  EXPECT_EQ(g.competences.size(), 20U);
  EXPECT_EQ(g.targets.size(), 37U);
  EXPECT_EQ(g.competences_left, 17U);
  EXPECT_EQ(g.targets_left, 463U);
  EXPECT_EQ(1 + g.competences.size() + 1 + g.targets.size() + 1, report::door_nodes_max);
  EXPECT_EQ(g.edges.size(), g.targets.size()) << "each is joined, if only to those left out";
  const std::string svg = render_doors_svg(x.doors, test::in(language::en));
  EXPECT_NE(svg.find("and 17 other competences"), std::string::npos);
  EXPECT_NE(svg.find("and 463 other targets"), std::string::npos);
}

TEST(Doors, AreOrderedSoThatLinesThatNeedNotCrossDoNot) {
  map_change change;
  for (const int i : {3, 0, 2, 1})
    change.easier.push_back(
        test::moved("t" + std::to_string(i), "", zone::long_path, zone::short_path, static_cast<std::uint32_t>(9 - i)));
  const auto g = graph_of(change);
  auto edges = g.edges;
  std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) { return a.target < b.target; });
  ASSERT_EQ(edges.size(), 4U);
  for (std::size_t i = 1; i < edges.size(); ++i) EXPECT_GT(edges[i].competence, edges[i - 1].competence);
}

TEST(Doors, StandAloneAsAPictureThatSaysWhatItShows) {
  const auto x = test::small_map();
  const std::string svg = render_doors_svg(x.doors, test::in(language::fr));
  const parsed_document d(svg);
  ASSERT_EQ(d.fault, "");
  EXPECT_EQ(d.elements.front().tag, "svg");
  EXPECT_EQ(d.elements.front().attributes.at("xmlns"), "http://www.w3.org/2000/svg");
  EXPECT_EQ(d.elements.front().attributes.at("role"), "img");
  EXPECT_EQ(d.all("title").front()->text, "Les portes derrière\u00a0: Badge Hygiène");
  const std::string said = d.all("desc").front()->text;
  EXPECT_NE(said.find("2 sur 5 montrées"), std::string::npos) << said;
  EXPECT_NE(said.find("Assistant de vie\u00a0: Par un chemin court → Accessible après reconnaissance."),
            std::string::npos);
  EXPECT_EQ(svg, render_doors_svg(x.doors, test::in(language::fr)));
}

TEST(Doors, OfNothingAreStillAPicture) {
  EXPECT_EQ(parsed_document(render_doors_svg({}, test::in(language::en))).fault, "");
}

}  // namespace
}  // namespace activateur
