// Shared problems, judged by a checker that is not ours.
#include <gtest/gtest.h>

#include <cstdio>

#include "planning/solve.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

result<plan_problem> problem_at(const std::filesystem::path& file) {
  const auto document = read_json(test::slurp(file), {}, file.filename().string());
  if (!document) return document.why();
  return read_problem(*document, file.filename().string());
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return out;
  char chunk[512];
  while (std::fgets(chunk, sizeof chunk, pipe) != nullptr) out += chunk;
  ::pclose(pipe);
  return out;
}

TEST(PlanningVectors, FindsTheKnownOptimumOfTheProvenProblem) {
  ACTIVATEUR_NEEDS_SHARED(file, "vectors/planning/p00_M30_N200.json");
  const auto p = problem_at(file);
  ASSERT_TRUE(p.ok()) << p.why().text(language::en);
  const auto found = solve(*p, {6000, 0, 1}, {});
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(check_plan(*p, found->steps).ok);
  EXPECT_EQ(found->objective, 1765);
  EXPECT_GE(found->bound, 1090);
  EXPECT_LE(found->bound, 1765);
}

TEST(PlanningVectors, HasAPlanAfterVeryFewNodes) {
  ACTIVATEUR_NEEDS_SHARED(directory, "vectors/planning");
  for (const char* name : {"p00_M30_N200", "p10_M50_N200", "p15_M60_N200", "p18_M60_N2000"}) {
    const auto p = problem_at(directory / (std::string(name) + ".json"));
    ASSERT_TRUE(p.ok());
    const auto found = solve(*p, {200, 0, 1}, {});
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found->feasible) << name;
  }
}

TEST(PlanningVectors, AgreesWithTheIndependentCheckerOnEveryProblem) {
  ACTIVATEUR_NEEDS_SHARED(directory, "vectors/planning");
  if (output_of("python3 -c 'print(6*7)' 2>/dev/null") != "42\n") GTEST_SKIP() << "python3 is not installed";
  const json known = json::parse(test::slurp(directory / "best_known.json"));
  ASSERT_EQ(known.size(), 10U);
  const test::scratch_directory scratch;
  for (const auto& [name, facts] : known.items()) {
    const auto file = directory / (name + ".json");
    const auto p = problem_at(file);
    ASSERT_TRUE(p.ok()) << name;
    const auto found = solve(*p, {400, 0, 1}, {});
    ASSERT_TRUE(found.ok()) << name;
    ASSERT_TRUE(found->feasible) << name;
    const double best = facts.at("best_known").get<double>();
    EXPECT_LE(found->objective, 1.3 * best) << name;
    EXPECT_LE(found->bound, best) << name;
    EXPECT_GT(found->bound, 0) << name;
    json plan = json::array();
    for (const plan_step& s : found->steps) plan.push_back({s.action, s.start});
    const std::string plan_file = scratch.write("plan.json", plan.dump());
    const std::string said = output_of(
        "python3 -c 'import json,sys; sys.path.insert(0, sys.argv[1]); import check; "
        "print(check.evaluate(json.load(open(sys.argv[2])), "
        "json.load(open(sys.argv[3])))[0])' '" +
        directory.string() + "' '" + file.string() + "' '" + plan_file + "' 2>&1");
    EXPECT_EQ(std::atof(said.c_str()), found->objective) << name << ": " << said;
  }
}

}  // namespace
}  // namespace activateur
