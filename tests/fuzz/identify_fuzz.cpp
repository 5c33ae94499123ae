// A person's words, or a query, of any bytes: answered without fault, the same twice, with spans inside the text.
#include <cstdlib>
#include <string>

#include "frameworks/draft.hpp"
#include "frameworks/identify.hpp"

namespace {

using namespace activateur;

framework_set small() {
  framework_draft d;
  d.id = "own";
  d.version = "1";
  draft_competence c;
  c.code = "1";
  c.label = "Tailler les arbres";
  c.labels = {{"Prune trees", "en"}};
  draft_job j;
  j.code = "A";
  j.label = "Jardinier / Jardinière";
  j.definition = "Entretient les jardins";
  j.links = {{"1", link_importance::core}};
  d.competences = {c};
  d.jobs = {j};
  framework_set set;
  set.add(*framework::from_bytes(*compile(d), "own"));
  return set;
}

// Proposes what the bytes say: names, confidences and spans of any kind.
text_answer proposals(std::string_view bytes) {
  text_answer out;
  for (std::size_t i = 0; i + 3 < bytes.size(); i += 4) {
    const auto at = [&](std::size_t n) { return static_cast<unsigned char>(bytes[i + n]); };
    out.found.push_back({at(0) % 2 == 0 ? "own:1" : "own:A", (at(1) - 64.0) / 128, {{at(2), at(3)}}});
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const framework_set set = small();
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  search_request query;
  query.words = text;
  const search_page page = search(set, query);
  if (search(set, query).total != page.total) std::abort();
  for (const search_hit& h : page.hits)
    for (const text_span& s : h.spans)
      if (s.begin >= s.end || s.end > h.matched.size()) std::abort();
  identify_request told;
  told.text = text;
  told.least_confidence = 0;
  told.sources = {{"other", "", [&](const text_question&) { return result(proposals(text)); }}};
  const auto found = identify(set, told, context{});
  if (!found) return 0;
  for (const auto* list : {&found->competences, &found->jobs})
    for (const identified_entry& e : *list)
      for (const text_span& s : e.spans)
        if (s.begin >= s.end || s.end > text.size()) std::abort();
  return 0;
}
