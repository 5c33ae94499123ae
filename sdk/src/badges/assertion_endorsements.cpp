// Open Badges 2.0, Endorsement: what others say of a badge, its class or its issuer. Each is verified as an assertion
// is; none decides anything for the badge.
#include <algorithm>

#include "badges/assertion.hpp"
#include "badges/assertion_messages.hpp"
#include "badges/checks.hpp"
#include "badges/hosted_copy.hpp"
#include "base/text.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

constexpr json_limits bounds{limits::json_bytes, limits::json_depth, limits::json_values};
constexpr std::size_t endorsements_max = 32;

struct endorsement {
  json document;
  std::string name;          // its id or address
  std::string bytes;         // what its address serves
  std::optional<jws> token;  // a signed one
  sentence refused;          // why its token is refused
};

std::string short_name(const json& value) {
  std::string id = id_of(&value);
  return shortened(id.empty() ? write_json(value) : id, 200);
}

void read_token(std::string_view text, endorsement& out) {
  auto token = read_jws(text, false, "endorsement");
  if (!token) {
    out.refused = token.why().what;
    return;
  }
  auto payload = read_json(token->payload, bounds, "endorsement");
  if (payload) out.document = *std::move(payload);
  out.token = *std::move(token);
  if (const std::string id = id_of(&out.document); !id.empty()) out.name = shortened(id, 200);
}

// An address, a token, or the endorsement itself; nothing when it is not at hand: the check has then been added.
std::optional<endorsement> read(const inquiry& q, const json& value) {
  endorsement out;
  out.name = short_name(value);
  if (value.is_object() && value.size() > 1) {
    out.document = value;
    return out;
  }
  const std::string text = id_of(&value);
  if (looks_like_jws(text)) {
    read_token(text, out);
    return out;
  }
  const served found = q.look_up(text);
  if (!found.good()) {
    q.note("endorsements", verdict::indeterminate, sentence(say::endorsement_document, {out.name}),
           json{{"url", text}});
    return std::nullopt;
  }
  if (const std::string_view body = trimmed(found.body); looks_like_jws(body)) {
    read_token(body, out);
    return out;
  }
  out.bytes = found.body;
  out.document = found.value();
  return out;
}

// Which of the badge's parts the endorsement is about; empty: none.
std::string endorsed(const json& document, const json& assertion, const assertion_documents& known) {
  const std::string claimed = id_of(member(document, "claim"));
  if (claimed.empty()) return {};
  if (same_but_for_tls(claimed, id_of(&assertion))) return "assertion";
  if (same_but_for_tls(claimed, known.badge_url) || same_but_for_tls(claimed, id_of(&known.badge))) return "badge";
  if (same_but_for_tls(claimed, known.issuer_id)) return "issuer";
  return {};
}

// The checks of an assertion that an endorsement has as well.
void check_all(const inquiry& q, const endorsement& one) {
  assertion_documents known;
  known.badge = one.document;
  gather_issuer(q, one.document, known);
  q.out.subject.issuer.id = known.issuer_id;
  check_issuer_profile(q, known);
  const auto kinds = kinds_of_way(one.document);
  if (one.token) {
    check_assertion_signature(q, one.document, known, *one.token);
    check_revocation_list(q, one.document, known);
  } else if (contains(kinds, "hosted") || contains(kinds, "HostedBadge")) {
    check_hosted(q, one.document, known);
    if (says_revoked(one.document)) q.invalid("status", say::status_revoked, {""});
  } else {
    q.invalid("proof", say::proof_missing);
  }
  check_dates_2(q, one.document);
}

const check* first_with(const verification& seen, verdict wanted) {
  const auto found =
      std::find_if(seen.checks.begin(), seen.checks.end(), [&](const check& c) { return c.result == wanted; });
  return found == seen.checks.end() ? nullptr : &*found;
}

void check_one(const inquiry& q, const json& value, const json& assertion, const assertion_documents& known) {
  const auto one = read(q, value);
  if (!one) return;
  if (!one->refused.empty())
    return q.note("endorsements", verdict::invalid,
                  sentence(say::endorsement_refused, {one->name, std::string(one->refused.code())}));
  if (!contains(texts_of(member(one->document, "type")), "Endorsement"))
    return q.note("endorsements", verdict::invalid, sentence(say::endorsement_unreadable, {one->name}));
  const std::string about = endorsed(one->document, assertion, known);
  if (about.empty())
    return q.note("endorsements", verdict::invalid,
                  sentence(say::endorsement_about, {one->name, shortened(id_of(member(one->document, "claim")), 200)}));
  // Nobody is asked for here, and where the badge was fetched from says nothing of its endorsements.
  verify_options asked;
  asked.documents = q.asked.documents;
  verification seen;
  seen.subject.version = badge_version::ob_2_0;
  check_all({asked, q.at, seen, one->bytes, q.with, q.budget, q.depth + 1}, *one);
  json evidence{{"endorsement", one->name}, {"issuer", shortened(seen.subject.issuer.id, 200)}, {"about", about}};
  if (const check* why = first_with(seen, verdict::invalid))
    return q.note("endorsements", verdict::invalid,
                  sentence(say::endorsement_refused, {one->name, std::string(why->why.code())}), std::move(evidence));
  if (const check* why = first_with(seen, verdict::indeterminate))
    return q.note("endorsements", verdict::indeterminate,
                  sentence(say::endorsement_open, {one->name, std::string(why->why.code())}), std::move(evidence));
  q.note("endorsements", verdict::valid,
         sentence(say::endorsement_good, {one->name, shortened(seen.subject.issuer.id, 200)}), std::move(evidence));
}

}  // namespace

// Endorsements of endorsements, and of their issuers, are not followed.
void check_endorsements(const inquiry& q, const json& assertion, const assertion_documents& known) {
  std::vector<const json*> all;
  for (const json* part : {&assertion, &known.badge, &known.issuer}) {
    for (const json* one : items_of(member(*part, "endorsement"))) all.push_back(one);
  }
  const std::size_t count = std::min(all.size(), endorsements_max);
  for (std::size_t i = 0; i < count; ++i) check_one(q, *all[i], assertion, known);
  if (all.size() > count)
    q.note("endorsements", verdict::indeterminate,
           sentence(say::endorsement_many, {std::to_string(all.size()), std::to_string(count)}));
}

}  // namespace activateur
