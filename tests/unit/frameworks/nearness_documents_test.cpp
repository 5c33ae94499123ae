#include "frameworks/nearness_documents.hpp"

#include <gtest/gtest.h>

#include "small_drafts.hpp"
#include "small_rome.hpp"

namespace activateur {
namespace {

using test::expect_schema;

TEST(NearnessDocuments, ShowWhatIsNearAJobWithItsParts) {
  const framework_ptr f = *test::small_rome().import();
  const std::uint32_t gardener = *f->find_job("A1001");
  const json d = near_jobs_document(*f, gardener, job_nearness(f).near_jobs(gardener, 2));
  expect_schema(d, "near");
  EXPECT_EQ(d["type"], "job");
  EXPECT_EQ(d["id"], "rome:A1001");
  ASSERT_EQ(d["near"].size(), 2U);
  EXPECT_TRUE(d["near"][0].contains("domain"));
}

TEST(NearnessDocuments, ShowWhatIsNearACompetenceWithItsParts) {
  const framework_ptr f = *test::small_rome().import();
  const std::uint32_t pruning = *f->find_competence("101");
  const json d = near_competences_document(*f, pruning, competence_nearness(f).near_competences(pruning, 1));
  expect_schema(d, "near");
  EXPECT_EQ(d["near"][0]["id"], "rome:201");
  EXPECT_EQ(d["near"][0]["parts"][0],
            (json{{"name", "broader"}, {"group", "hierarchy"}, {"value", 1.0}, {"contribution", 0.25}}));
}

TEST(NearnessDocuments, ShowWhatWasDetectedAndAgainstWhichVersion) {
  const framework_ptr f = *test::small_rome().import();
  const json alone =
      detection_document(*f, nullptr, detection_kind::rare, most(*detect(*f, nullptr), detection_kind::rare, 2));
  expect_schema(alone, "detection");
  EXPECT_EQ(alone["competences"].size(), 2U);
  EXPECT_FALSE(alone.contains("compared_with"));
  const json compared = detection_document(*f, f.get(), detection_kind::emerging,
                                           most(*detect(*f, f.get()), detection_kind::emerging, 2));
  expect_schema(compared, "detection");
  EXPECT_EQ(compared["compared_with"]["version"], "61");
  EXPECT_EQ(compared["competences"][0]["emergence"]["since"]["new"], false);
}

}  // namespace
}  // namespace activateur
