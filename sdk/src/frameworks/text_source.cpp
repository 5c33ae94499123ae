#include "frameworks/text_source.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message bad_proposals{
    "identify.proposals",
    "The reader {0} proposed {1} findings, of which {2} are not used. The first: {3}. Tell its author.",
    "Le lecteur {0} a proposé {1} résultats, dont {2} sont écartés. Le premier : {4}. Signalez-le à son auteur."};

// What is wrong, in both languages.
struct complaint {
  std::string en, fr;
};

bool between_characters(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_piece(const text_span& s, std::string_view text) {
  return s.begin < s.end && s.end <= text.size() && between_characters(text, s.begin) &&
         between_characters(text, s.end);
}

// Sets the first flaw of a proposal; tells what it names when it has none.
std::optional<sound_candidate> sound(text_candidate& said, std::string_view text, const framework_set& frameworks) {
  if (said.flaw != text_flaw::none) return std::nullopt;
  const auto competence = frameworks.competence(said.name);
  const auto job = competence ? std::nullopt : frameworks.job(said.name);
  if (!competence && !job)
    said.flaw = text_flaw::name;
  else if (!(said.confidence >= 0 && said.confidence <= 1))
    said.flaw = text_flaw::confidence;
  else if (said.spans.size() > limits::text_candidate_spans)
    said.flaw = text_flaw::too_many_spans;
  else if (!std::all_of(said.spans.begin(), said.spans.end(), [&](const text_span& s) { return is_piece(s, text); }))
    said.flaw = text_flaw::span;
  if (said.flaw != text_flaw::none) return std::nullopt;
  return sound_candidate{std::move(said), competence ? *competence : *job, job.has_value()};
}

complaint complaint_of(const text_candidate& said) {
  const std::string name = shortened(said.name, limits::text_candidate_bytes);
  switch (said.flaw) {
    case text_flaw::confidence:
      return {"the confidence of \"" + name + "\" is not within 0 and 1",
              "la confiance de « " + name + " » n'est pas comprise entre 0 et 1"};
    case text_flaw::span:
      return {"a span of \"" + name + "\" is no piece of the text, in bytes of UTF-8",
              "un passage de « " + name + " » n'est pas un morceau du texte, en octets d'UTF-8"};
    case text_flaw::too_many_spans:
      return {"\"" + name + "\" has more spans than " + std::to_string(limits::text_candidate_spans),
              "« " + name + " » a plus de " + std::to_string(limits::text_candidate_spans) + " passages"};
    case text_flaw::reserved: return {"a reserved field is not zero", "un champ réservé n'est pas nul"};
    case text_flaw::none:
    case text_flaw::name: break;
  }
  if (name.empty())
    return {"a name is empty, too long or not UTF-8", "un nom est vide, trop long ou n'est pas de l'UTF-8"};
  return {"no framework in use has an entry \"" + name + "\"",
          "aucun référentiel chargé n'a d'entrée « " + name + " »"};
}

}  // namespace

judged_answer judge(const text_source& source, text_answer answer, std::string_view text,
                    const framework_set& frameworks) {
  judged_answer out;
  const std::size_t told = std::max(answer.told, answer.found.size());
  const std::size_t read = std::min(answer.found.size(), limits::text_candidates);
  std::optional<complaint> first;
  for (std::size_t i = 0; i < read; ++i) {
    if (auto good = sound(answer.found[i], text, frameworks))
      out.sound.push_back(*std::move(good));
    else if (!first)
      first = complaint_of(answer.found[i]);
  }
  if (told > read)
    first = complaint{"it tells more than the " + std::to_string(limits::text_candidates) + " it was offered",
                      "il en annonce plus que les " + std::to_string(limits::text_candidates) + " offerts"};
  if (first)
    out.notice =
        fail(failure::input, bad_proposals,
             {source.name, std::to_string(told), std::to_string(told - out.sound.size()), first->en, first->fr});
  return out;
}

bool all_denied(const std::vector<text_span>& spans, const std::vector<clause>& clauses) {
  bool denied = false;
  for (const text_span& s : spans)
    for (const clause& words : clauses)
      for (const clause_word& w : words) {
        if (w.end <= s.begin || w.begin >= s.end) continue;
        if (!w.denied) return false;
        denied = true;
      }
  return denied;
}

}  // namespace activateur
