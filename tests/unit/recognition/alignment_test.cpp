#include "recognition/alignment.hpp"

#include "frameworks/draft.hpp"
#include "recognition/alignment_document.hpp"

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

TEST(Alignment, MeetsWhatPublishersNameByUriGuidAndRegister) {
  framework_draft esco;
  esco.id = "esco";
  esco.version = "1";
  draft_competence c;
  c.code = "00735755-adc6-4ea0-b034-b8caff339c9f";
  c.uri = "http://data.europa.eu/esco/skill/00735755-adc6-4ea0-b034-b8caff339c9f";
  c.label = "instruct on safety measures";
  esco.competences = {c};
  framework_draft rncp;
  rncp.id = "rncp";
  rncp.version = "1";
  draft_job j;
  j.code = "RNCP35185";
  j.label = "A certification";
  rncp.jobs = {j};
  framework_set set;
  for (framework_draft* d : {&esco, &rncp}) set.add(*framework::from_bytes(*compile(*d), "draft"));
  const auto name = [&](const alignment& a) {
    const alignment_answer found = resolve(a, set);
    if (!found.met.in) return std::string(found.why_not.code());
    return found.is_job ? job_name(*found.met.in, found.met.index) : competence_name(*found.met.in, found.met.index);
  };
  EXPECT_EQ(name(written("https://data.europa.eu/esco/skill/00735755-adc6-4ea0-b034-b8caff339c9f", "", "", "")),
            "esco:" + c.code);
  EXPECT_EQ(name(written("", c.uri, "", "")), "esco:" + c.code);
  EXPECT_EQ(name(written("", "00735755-ADC6-4EA0-B034-B8CAFF339C9F", "ESCO", "")), "esco:" + c.code);
  EXPECT_EQ(
      name(written("https://case.example/ims/case/v1p0/CFItems/00735755-adc6-4ea0-b034-b8caff339c9f", "", "", "")),
      "esco:" + c.code);
  EXPECT_EQ(name(written("", "35185", "RNCP", "")), "rncp:RNCP35185");
  EXPECT_EQ(name(written("https://certifications.example/recherche/rncp/35185/", "", "", "")), "rncp:RNCP35185");
}

TEST(AlignmentDocument, SaysWhatIsMetAndWhyNot) {
  const json met = *alignment_document({{"targetCode", "rome:118069"}}, test::excerpt(), language::en);
  EXPECT_EQ(met["met"], true);
  EXPECT_EQ(met["entry"], (json{{"type", "competence"}, {"id", "rome:118069"}, {"label", "Gérer une caisse"}}));
  EXPECT_EQ(met["relation"], "exact");
  const json unmet = *alignment_document({{"targetName", "xylophage"}}, test::excerpt(), language::en);
  EXPECT_EQ(unmet["met"], false);
  EXPECT_EQ(unmet["why_not"], "Nothing tells which competence \"xylophage\" is.");
  EXPECT_EQ(alignment_document({{"targetCode", 7}}, test::excerpt(), language::en).why().what.code(),
            "alignment.document");
  EXPECT_EQ(correspondences_document(test::excerpt(), "rome:0", 5).why().what.code(), "alignment.name");
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
