#include "recognition/alignment.hpp"

#include "unit/recognition/excerpt.hpp"

namespace activateur {
namespace {

std::string met(const alignment& a) {
  const alignment_answer found = resolve(a, test::excerpt());
  if (!found.met.in) return std::string(found.why_not.code());
  return (found.is_job ? "job " + job_name(*found.met.in, found.met.index)
                       : competence_name(*found.met.in, found.met.index)) +
         ' ' + found.relation;
}

alignment written(std::string url, std::string code, std::string framework, std::string name) {
  return {std::move(url), std::move(code), std::move(framework), std::move(name), {}};
}

TEST(Alignment, MeetsCompetencesByCodeUrlAndName) {
  EXPECT_EQ(met(written("", "rome:489930", "", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("", "489930", "ROME 4.0", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("", "489930", "Répertoire (rome)", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("urn:rome:489930", "", "", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("https://rome.example/competence/489930?v=4#x", "", "", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("https://data.example/rome/489930/", "", "", "")), "rome:489930 exact");
  EXPECT_EQ(met(written("", "", "", "NORMES d'hygiène et de propreté")), "rome:102096 label");
}

TEST(Alignment, MeetsJobs) {
  EXPECT_EQ(met(written("", "k1304", "ROME", "")), "job rome:K1304 exact");
  EXPECT_EQ(met(written("https://jobs.example/fiche-metier/K1304", "", "", "")), "job rome:K1304 exact");
}

TEST(Alignment, SaysWhyItMeetsNothing) {
  EXPECT_EQ(met({}), "unaligned.empty");
  EXPECT_EQ(met(written("", "489930", "ESCO", "")), "unaligned.framework");
  EXPECT_EQ(met(written("https://esco.example/skill/489930", "", "ESCO", "")), "unaligned.framework");
  EXPECT_EQ(met(written("", "489930", "Chromebook", "")), "unaligned.framework");
  EXPECT_EQ(met(written("", "1", "ROME", "")), "unaligned.code");
  EXPECT_EQ(met(written("", "489930", "", "")), "unaligned.label") << "a bare code could be any framework's";
  EXPECT_EQ(met(written("https://example.org/489930", "", "", "Jongler")), "unaligned.label");
}

}  // namespace
}  // namespace activateur
