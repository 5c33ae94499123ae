// Credentials that come with a credential: endorsements, the contents of a learner record, a newer copy.
#include <algorithm>

#include "badges/checks.hpp"
#include "badges/open_badge_3.hpp"
#include "badges/shape.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

constexpr std::size_t endorsements_max = 32;
constexpr std::size_t contents_max = 256;
constexpr std::size_t why_bytes_max = 300;

// The sentence of the check that decided.
std::string deciding_sentence(const verification& seen, language lang) {
  for (const check& c : seen.checks) {
    if (decides(c) && c.result == seen.overall) return shortened(c.why.text(lang), why_bytes_max);
  }
  return {};
}

std::string named(const verification& seen) {
  const credential& subject = seen.subject;
  for (const std::string* text : {&subject.name, &subject.id}) {
    if (!text->empty()) return shortened(*text, 200);
  }
  return seen.source;
}

json summary(const verification& seen) {
  json checks = json::array();
  for (const check& c : seen.checks)
    checks.push_back({{"name", c.name}, {"verdict", name(c.result)}, {"code", c.why.code()}});
  json out{{"verdict", name(seen.overall)}, {"binding", name(seen.binding)}, {"checks", std::move(checks)}};
  if (!seen.subject.id.empty()) out["id"] = seen.subject.id;
  if (!seen.subject.issuer.id.empty()) out["issuer"] = seen.subject.issuer.id;
  return out;
}

struct endorsed {
  const json* document;
  std::string id;
};

// What may carry endorsements, with the id that they must be about (Open Badges 3.0 section 8.2.9).
std::vector<endorsed> endorsed_parts(const json& document) {
  std::vector<endorsed> out{{&document, id_of(&document)}};
  if (const json* issuer = member(document, "issuer")) out.push_back({issuer, id_of(issuer)});
  for (const json* subject : items_of(member(document, "credentialSubject"))) {
    if (const json* what = member(*subject, "achievement")) out.push_back({what, id_of(what)});
  }
  return out;
}

void note_endorsement(const inquiry& q, const json& endorsement, const std::string& about) {
  verification seen = verify_inner(q, endorsement, "endorsement");
  const std::string& called = seen.subject.id.empty() ? seen.source : seen.subject.id;
  const std::string by = seen.subject.issuer.name.empty() ? seen.subject.issuer.id : seen.subject.issuer.name;
  json evidence = summary(seen);
  const auto told = [&](verdict result, const message& m, std::string more) {
    q.note("endorsements", result, sentence(m, {called, std::move(more)}), std::move(evidence));
  };
  if (seen.overall == verdict::invalid)
    return told(seen.overall, say::endorsement_refused, deciding_sentence(seen, q.with.lang));
  if (!is_endorsement(seen.subject.types)) return told(verdict::invalid, say::endorsement_none, {});
  // The subject of an endorsement is what it endorses.
  if (about.empty() || seen.subject.subject_id != about)
    return told(verdict::invalid, say::endorsement_about, seen.subject.subject_id);
  if (seen.overall == verdict::valid) return told(seen.overall, say::endorsement_good, by);
  told(seen.overall, say::endorsement_open, deciding_sentence(seen, q.with.lang));
}

}  // namespace

void check_endorsements_3(const inquiry& q, const json& document) {
  if (q.depth > 0) return;
  std::vector<endorsed> all;
  for (const endorsed& part : endorsed_parts(document)) {
    for (const char* list : {"endorsement", "endorsementJwt"}) {
      for (const json* one : items_of(member(*part.document, list))) all.push_back({one, part.id});
    }
  }
  const std::size_t count = std::min(all.size(), endorsements_max);
  for (std::size_t i = 0; i < count; ++i) note_endorsement(q, *all[i].document, all[i].id);
  if (all.size() > count)
    q.note("endorsements", verdict::indeterminate,
           sentence(say::endorsement_many, {std::to_string(all.size()), std::to_string(count)}));
}

void check_contents(const inquiry& q, const json& document) {
  const auto subjects = items_of(member(document, "credentialSubject"));
  if (subjects.empty()) return;
  const auto all = items_of(member(*subjects.front(), "verifiableCredential"));
  if (q.depth > 0) {
    if (!all.empty()) q.unknown("contents", say::inner_deep);
    return;
  }
  for (const json* one : all) {
    if (q.out.contents.size() == contents_max)
      return q.note("contents", verdict::indeterminate, sentence(say::inner_many, {std::to_string(contents_max)}));
    if (!q.with.progress.at(0, 1)) return;  // the call ends as cancelled
    verification seen = verify_inner(q, *one, q.out.source + '#' + std::to_string(q.out.contents.size()));
    std::vector<std::string> args{named(seen), deciding_sentence(seen, q.with.lang)};
    const message& m = seen.overall == verdict::valid     ? say::inner_good
                       : seen.overall == verdict::invalid ? say::inner_bad
                                                          : say::inner_open;
    q.note("contents", seen.overall, sentence(m, std::move(args)));
    const std::string &inside = seen.subject.subject_id, &around = q.out.subject.subject_id;
    if (!inside.empty() && !around.empty() && inside != around)
      q.note("contents", verdict::indeterminate, sentence(say::inner_other, {named(seen), shortened(inside, 200)}));
    q.out.contents.push_back(std::move(seen));
  }
}

void check_refresh(const inquiry& q, const json& document) {
  if (q.depth > 0) return;
  for (const json* service : items_of(member(document, "refreshService"))) {
    if (!contains(texts_of(member(*service, "type")), "1EdTechCredentialRefresh")) continue;
    const std::string url = id_of(service);
    const served copy = q.look_up(url);
    if (!copy.good())
      return q.note("refresh", verdict::indeterminate, sentence(say::refresh_missing, {url}), copy.evidence());
    // A copy that is the very badge says nothing new.
    const json value = copy.value();
    if (value == document || copy.body == q.bytes)
      return q.note("refresh", verdict::valid, sentence(say::refresh_good, {url}), copy.evidence());
    verification seen = verify_inner(q, value.is_null() ? json(trimmed(copy.body)) : value, url);
    json evidence = copy.evidence();
    evidence["copy"] = summary(seen);
    const bool same = seen.subject.id == q.out.subject.id && seen.subject.issuer.id == q.out.subject.issuer.id;
    // Only what its issuer signed can withdraw a badge.
    const bool by_issuer = same && std::all_of(seen.checks.begin(), seen.checks.end(), [](const check& c) {
                             return (c.name != "proof" && c.name != "key") || c.result == verdict::valid;
                           });
    if (!by_issuer)
      return q.note("refresh", verdict::indeterminate, sentence(say::refresh_other, {url}), std::move(evidence));
    if (seen.overall == verdict::invalid)
      return q.add("refresh", verdict::invalid, sentence(say::refresh_bad, {url, deciding_sentence(seen, q.with.lang)}),
                   std::move(evidence));
    return q.note(
        "refresh", seen.overall,
        seen.overall == verdict::valid ? sentence(say::refresh_good, {url}) : sentence(say::refresh_missing, {url}),
        std::move(evidence));
  }
}

}  // namespace activateur
