// Any bytes as criteria, an achievement, a catalogue and a pathway: what is read is written and read again alike, is
// judged within its bounds, and its missing set is enough.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "analysis/criteria_words.hpp"
#include "analysis/evaluation.hpp"
#include "analysis/pathway.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void judge(const earning_criterion& read) {
  const json written = to_document(read);
  const auto again = read_criteria(written, {});
  require(again.ok() && to_document(*again) == written);
  // Every third leaf is recognised, by its place.
  std::size_t place = 0;
  const criterion_finding before = judge_criteria(read, [&](const earning_criterion&) {
    leaf_finding out;
    out.state = place++ % 3 == 0 ? requirement_state::recognised : requirement_state::to_explore;
    return out;
  });
  const missing_criteria missing = smallest_missing(before, default_policy());
  require(missing.leaves.empty() == (before.state == requirement_state::recognised));
  std::set<std::string> settled;
  for (const criterion_finding* one : missing.leaves) settled.insert(key_of(*one->asked));
  place = 0;
  const criterion_finding after = judge_criteria(read, [&](const earning_criterion& leaf) {
    leaf_finding out;
    const bool known = place++ % 3 == 0 || settled.contains(key_of(leaf));
    out.state = known ? requirement_state::recognised : requirement_state::to_explore;
    return out;
  });
  require(after.state == requirement_state::recognised);
}

void run(std::string_view bytes) {
  const auto document = read_json(bytes, {1U << 16U, 64, 10'000});
  if (!document) return;
  static const framework_set none;
  if (const auto criteria = read_criteria(*document, "criteria.json")) judge(*criteria);
  if (const auto all = read_catalogue(*document, "achievements.json")) {
    const portfolio nobody;
    const recognition_state nothing;
    evaluator by(nobody, nothing, none, default_policy(), *all, {});
    const within_reach reach = reach_among(by, *all, 0);
    const criterion_names names(none, *all);
    for (const achievement_finding* f : reach.next)
      require(!narrative_of(f->entry->what.criteria, names, language::fr).empty());
  }
  if (const auto path = read_pathway(*document, "pathway.json")) require(!mermaid_of(*path, {}, language::en).empty());
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
