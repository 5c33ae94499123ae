// Turning each credential, feedback and self-assessment into a piece of evidence with its weight.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "frameworks/identify.hpp"
#include "recognition/alignment.hpp"
#include "recognition/issuer.hpp"
#include "recognition/levels.hpp"
#include "recognition/messages.hpp"
#include "recognition/piece.hpp"

namespace activateur {
namespace {

namespace say = recognition_messages;

constexpr std::size_t most_words = 8'192;  // bytes of a badge's own text that are read
constexpr std::size_t most_guesses = 5;    // competences that its words may suggest

class collector {
 public:
  collector(const portfolio& of, const framework_set& frameworks, const policy& by, const context& with)
      : of_(of), frameworks_(frameworks), by_(by), with_(with) {
    for (const experience& e : of.experiences) titles_.emplace(e.id, e.title);
  }

  void add(const portfolio_credential& held, const verification& verified);
  void add(const self_assessment& said);
  void add(const feedback& given);
  result<void> add_held_job();

  pieces take() { return std::move(out_); }

 private:
  [[nodiscard]] const policy::kind_rule& rule(evidence_kind k) const;
  [[nodiscard]] double trust(std::string_view source) const;
  [[nodiscard]] double freshness(std::optional<instant> at, const policy::kind_rule& r) const;
  void weigh_level(evidence& e, double level) const;
  void weigh_as_own_word(piece& p, const message& why) const;
  void weigh_credential(piece& p, const verification& verified) const;
  void land(const alignment_answer& met, std::vector<landing>& on) const;
  void land_by_words(const achievement& what, piece& p) const;
  void land_on(piece p, const std::string& competence);
  [[nodiscard]] std::string title(const std::string& experience_id) const;

  const portfolio& of_;
  const framework_set& frameworks_;
  const policy& by_;
  const context& with_;
  std::map<std::string, std::string> titles_;
  pieces out_;
};

const policy::kind_rule& collector::rule(evidence_kind k) const {
  static const policy::kind_rule none;
  const auto it = by_.kinds.find(k);
  return it == by_.kinds.end() ? none : it->second;
}

double collector::trust(std::string_view source) const {
  const auto it = by_.trust.find(source);
  return it == by_.trust.end() ? 0 : it->second;
}

double collector::freshness(std::optional<instant> at, const policy::kind_rule& r) const {
  if (r.half_life_days <= 0) return 1;
  if (!at) return by_.undated_freshness;
  const double days = static_cast<double>(with_.now.ms - at->ms) / static_cast<double>(ms_per_day);
  return std::exp2(-std::max(0.0, days) / r.half_life_days);
}

std::string collector::title(const std::string& experience_id) const {
  const auto it = titles_.find(experience_id);
  return it == titles_.end() ? std::string{} : it->second;
}

void collector::weigh_level(evidence& e, double level) const {
  e.level = level;
  weigh_at(e, usual_level, by_);
  if (e.base == 0) e.note = sentence(say::says_nothing);
}

void collector::weigh_as_own_word(piece& p, const message& why) const {
  const policy::kind_rule& r = rule(evidence_kind::self_assessment);
  p.what.base = r.weight;
  p.what.trust = trust("self");
  p.what.freshness = freshness(p.what.at, r);
  p.what.third_party = false;
  p.what.note = sentence(why);
  p.what.voice = "self";
}

sentence why_invalid(const verification& v) {
  for (const check& c : v.checks) {
    if (c.result != verdict::invalid) continue;
    if (c.name == "status") return sentence(say::revoked);
    if (c.name == "dates") return sentence(say::outdated);
    if (c.name == "proof") return sentence(say::forged);
    if (c.name == "recipient") return sentence(say::not_theirs);
    return sentence(say::invalid, {c.name});
  }
  return sentence(say::invalid, {"?"});
}

void collector::weigh_credential(piece& p, const verification& verified) const {
  const credential& c = verified.subject;
  evidence& e = p.what;
  const bool formal = by_.qualification_types.contains(c.what.type);
  e.kind = formal && verified.overall == verdict::valid ? evidence_kind::qualification : evidence_kind::credential;
  if (verified.overall == verdict::invalid) {
    e.base = rule(e.kind).weight;
    e.trust = 0;
    e.freshness = freshness(e.at, rule(e.kind));
    e.note = why_invalid(verified);
    p.travels = false;
    return;
  }
  if (verified.overall == verdict::indeterminate) return weigh_as_own_word(p, say::unverified);
  if (!c.issuer.id.empty() && c.issuer.id == c.subject_id) return weigh_as_own_word(p, say::self_issued);
  if (!of_third_party(verified, by_)) return weigh_as_own_word(p, say::unknown_issuer);
  const auto known = by_.issuers.find(c.issuer.id);
  e.level = by_.credential_level;
  weigh_at(e, usual_level, by_);
  e.trust = known == by_.issuers.end() ? trust("verified") : known->second;
  e.freshness = freshness(e.at, rule(e.kind));
  e.third_party = e.trust > 0 && by_.third_party.contains("verified");
  if (e.trust <= 0) e.note = sentence(say::distrusted);
  p.what.voice = "issuer " + (c.issuer.id.empty() ? e.id : c.issuer.id);
}

// A job stands for its core competences; when it has none, for all of them, as in a target.
void collector::land(const alignment_answer& met, std::vector<landing>& on) const {
  const std::uint32_t index = framework_index(frameworks_, met.met.in);
  if (!met.is_job) {
    on.push_back({{index, met.met.index}, factor_of(by_, met.relation), met.relation, {}, false});
    return;
  }
  const std::vector<job_link> links = met.met.in->links_of(met.met.index);
  const bool any_core =
      std::any_of(links.begin(), links.end(), [](const job_link& l) { return l.importance == link_importance::core; });
  for (const job_link& l : links) {
    if (any_core && l.importance != link_importance::core) continue;
    on.push_back({{index, l.competence}, factor_of(by_, "job"), "job", job_name(*met.met.in, met.met.index), false});
  }
}

// What the badge says of itself, when it names no competence that is known here.
void collector::land_by_words(const achievement& what, piece& p) const {
  std::string words = what.name + ". " + what.description;
  if (what.criteria.find("://") == std::string::npos) words += ". " + what.criteria;  // else where they are
  words = shortened(words, most_words);
  identify_request asked;
  asked.text = words;
  asked.limit = most_guesses;
  asked.least_confidence = by_.text_confidence;
  const auto found = identify(frameworks_, asked, with_);
  if (!found) return;  // cancelled: who weighs notices it too
  for (const identified_entry& e : found->competences)
    p.landings.push_back({{framework_index(frameworks_, e.in), e.index},
                          factor_of(by_, "text") * e.confidence,
                          "text",
                          {},
                          false,
                          true});
  if (!p.landings.empty() && p.what.note.empty()) p.what.note = sentence(say::by_words);
}

void collector::add(const portfolio_credential& held, const verification& verified) {
  const credential& c = verified.subject;
  piece p;
  p.what.id = held.id;
  p.what.source = !c.issuer.id.empty() ? c.issuer.id : c.issuer.name;
  p.what.label = !c.what.name.empty() ? c.what.name : c.name;
  p.what.at = c.issued ? c.issued : c.valid_from;
  weigh_credential(p, verified);
  const auto unmet = [&](const alignment* a, sentence why) {
    evidence e = p.what;
    if (a != nullptr)
      e.competence = !a->target_code.empty() ? a->target_code : !a->target_url.empty() ? a->target_url : a->target_name;
    e.competence = shortened(e.competence, 256);
    e.note = std::move(why);
    out_.unaligned.push_back(std::move(e));
  };
  for (const alignment& a : c.what.alignments) {
    const alignment_answer met = resolve(a, frameworks_);
    if (met.met.in)
      land(met, p.landings);
    else
      unmet(&a, met.why_not);
  }
  if (p.landings.empty() && verified.overall != verdict::invalid) land_by_words(c.what, p);
  if (p.landings.empty() && c.what.alignments.empty())
    unmet(nullptr, verified.overall == verdict::invalid ? p.what.note : sentence(say::no_alignment));
  if (!p.landings.empty()) out_.all.push_back(std::move(p));
}

void collector::land_on(piece p, const std::string& competence) {
  const auto ref = frameworks_.competence(competence);
  if (ref) {
    p.landings.push_back(
        {{framework_index(frameworks_, ref->in), ref->index}, factor_of(by_, "exact"), "exact", {}, false});
    out_.all.push_back(std::move(p));
    return;
  }
  p.what.competence = competence;
  p.what.note = sentence(say::unknown_competence, {shortened(competence, 120)});
  out_.unaligned.push_back(std::move(p.what));
}

void collector::add(const self_assessment& said) {
  piece p;
  p.what.id = said.id;
  p.what.kind = evidence_kind::self_assessment;
  p.what.source = "self";
  p.what.label = title(said.experience);
  p.what.at = said.at;
  p.what.trust = trust("self");
  p.what.freshness = freshness(said.at, rule(p.what.kind));
  weigh_level(p.what, said.level);
  p.what.voice = "self";
  land_on(std::move(p), said.competence);
}

void collector::add(const feedback& given) {
  const bool own = !given.by.empty() && given.by == of_.person;
  piece p;
  p.what.id = given.id;
  p.what.kind = own                           ? evidence_kind::self_assessment
                : given.kind == "observation" ? evidence_kind::observation
                : given.kind == "endorsement" ? evidence_kind::endorsement
                                              : evidence_kind::feedback;
  p.what.source = own ? "self" : given.role;
  p.what.label = title(given.experience);
  p.what.at = given.at;
  p.what.trust = trust(p.what.source);
  p.what.freshness = freshness(given.at, rule(p.what.kind));
  weigh_level(p.what, given.level);
  p.what.third_party = !own && by_.third_party.contains(given.role);
  if (own) p.what.note = sentence(say::own_feedback);
  // A pseudonym is one voice in whatever role it speaks. Several people without one are one too: nothing shows that
  // they are not the same.
  p.what.voice = own ? "self" : given.by.empty() ? given.role + ' ' : "by " + given.by;
  land_on(std::move(p), given.competence);
}

result<void> collector::add_held_job() {
  if (of_.holds_job.empty()) return {};
  const auto ref = frameworks_.job(of_.holds_job);
  if (!ref) return fail(failure::not_found, say::no_such_held_job, {shortened(of_.holds_job, 120)});
  piece p;
  p.what.id = "holds_job";
  p.what.kind = evidence_kind::qualification;
  p.what.source = "holds_job";
  p.what.label = std::string(ref->in->job(ref->index).label);
  p.what.base = by_.holds_job_weight;
  p.what.trust = p.what.freshness = 1;
  p.what.third_party = true;
  p.what.note = sentence(say::declared_job);
  p.what.voice = "holds_job";
  p.travels = false;  // "on every competence linked to the job", and no other
  const std::uint32_t index = framework_index(frameworks_, ref->in);
  for (const job_link& l : ref->in->links_of(ref->index))
    p.landings.push_back({{index, l.competence}, factor_of(by_, "exact"), "exact", of_.holds_job, false});
  out_.all.push_back(std::move(p));
  return {};
}

}  // namespace

std::string place_name(const framework_set& frameworks, place p) {
  return competence_name(*frameworks.all()[p.framework], p.competence);
}

std::uint32_t framework_index(const framework_set& frameworks, const framework_ptr& f) {
  const auto& all = frameworks.all();
  return static_cast<std::uint32_t>(std::find(all.begin(), all.end(), f) - all.begin());
}

result<pieces> collect_pieces(const portfolio& of, const std::vector<verification>& verifications,
                              const framework_set& frameworks, const policy& by, const context& with) {
  collector all(of, frameworks, by, with);
  for (std::size_t i = 0; i < of.credentials.size(); ++i) all.add(of.credentials[i], verifications[i]);
  for (const self_assessment& s : of.self_assessments) all.add(s);
  for (const feedback& f : of.feedbacks) all.add(f);
  if (const auto held = all.add_held_job(); !held) return held.why();
  return all.take();
}

}  // namespace activateur
