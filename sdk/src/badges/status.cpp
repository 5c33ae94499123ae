#include <algorithm>
#include <charconv>

#include "badges/checks.hpp"
#include "badges/proofs.hpp"
#include "badges/status_list.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

// Entries of one badge that are looked at; more would be an attack, and are refused.
constexpr std::size_t entries_max = 64;

std::optional<std::uint64_t> whole_number(const json* value) {
  if (value == nullptr) return std::nullopt;
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  if (!value->is_string()) return std::nullopt;
  const auto text = value->get<std::string>();
  std::uint64_t out = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (failed != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return out;
}

// False when the policy does not accept how old the list is; the check has then been added.
bool is_recent(const inquiry& q, const served& list) {
  if (q.asked.policy == nullptr || !q.asked.policy->status_max_age_ms || !list.fetched) return true;
  if (q.at.ms - list.fetched->ms <= *q.asked.policy->status_max_age_ms) return true;
  q.unknown("status", say::status_old, {list.url, to_text(*list.fetched)}, list.evidence());
  return false;
}

// 1EdTech revocation list: a JSON document that names the revoked credentials.
void check_named_list(const inquiry& q, const json& entry) {
  const std::string url = id_of(&entry);
  if (url.empty()) return q.unknown("status", say::status_entry, {"id"});
  const served list = q.look_up(url);
  if (!list.good()) return q.unknown("status", say::status_unreachable, {url}, list.evidence());
  if (!is_recent(q, list)) return;
  const json document = list.value();
  const json* named = member(document, "revokedCredential");
  if (named == nullptr) named = member(document, "revokedCredentials");
  // An empty list is written [], which `member` takes for absent: nobody is revoked then.
  if (!document.is_object() || (!document.contains("revokedCredential") && !document.contains("revokedCredentials")))
    return q.unknown("status", say::status_malformed, {url, "revokedCredential"}, list.evidence());
  const std::string issuer = id_of(member(document, "issuer"));
  if (!issuer.empty() && issuer != q.out.subject.issuer.id)
    return q.unknown("status", say::status_foreign, {url, q.out.subject.issuer.id}, list.evidence());
  if (q.out.subject.id.empty()) return q.unknown("status", say::status_no_id, {url}, list.evidence());
  for (const json* item : items_of(named)) {
    if (id_of(item) != q.out.subject.id) continue;
    const json* revoked = member(*item, "revoked");  // omitted: true
    if (revoked != nullptr && *revoked == json(false)) continue;
    return q.invalid("status", say::status_revoked, {shortened(text_of(*item, "revocationReason"), 200)},
                     list.evidence());
  }
  q.valid("status", say::status_good, {url}, list.evidence());
}

// A list that does not say clearly that it holds now is not relied on.
enum class period { holds, over, unreadable };
period period_of(const inquiry& q, const opened& list) {
  const auto judge = [&](const json& in, const char* name, bool starts, auto read) {
    const json* value = member(in, name);
    if (value == nullptr) return period::holds;
    const std::optional<instant> t = read(*value);
    if (!t) return period::unreadable;
    return (starts ? q.at < *t : *t < q.at) ? period::over : period::holds;
  };
  const auto date = [](const json& v) {
    return v.is_string() ? parse_date_time(v.get_ref<const std::string&>()) : std::nullopt;
  };
  const auto seconds = [](const json& v) {  // a NumericDate, RFC 7519 section 2
    const double s = v.is_number() ? v.get<double>() : 1e300;
    return s > -1e11 && s < 1e11 ? std::optional(instant{static_cast<std::int64_t>(s * 1000)}) : std::nullopt;
  };
  for (const period p :
       {judge(list.document, "validFrom", true, date), judge(list.document, "issuanceDate", true, date),
        judge(list.document, "validUntil", false, date), judge(list.document, "expirationDate", false, date),
        judge(list.claims, "nbf", true, seconds), judge(list.claims, "exp", false, seconds)})
    if (p != period::holds) return p;
  return period::holds;
}

// The verified credential of a bit list, or the check that says why it cannot be used.
std::optional<json> open_bit_list(const inquiry& q, const served& list, const std::string& type) {
  const auto give_up = [&](const message& m, std::vector<std::string> args) {
    q.unknown("status", m, std::move(args), list.evidence());
    return std::nullopt;
  };
  auto found = open_credential(q, list.body, list.url);
  if (!found) {
    if (found.why().what.code() == say::proof_missing.code) return give_up(say::status_unsigned, {list.url});
    return give_up(say::status_malformed, {list.url, found.why().text(q.with.lang)});
  }
  const std::string issuer = id_of(member(found->document, "issuer"));
  const json* iss = member(found->claims, "iss");
  if (issuer != q.out.subject.issuer.id || !found->by.good() || (iss != nullptr && *iss != issuer)) {
    json evidence = list.evidence();
    evidence["proof"] = found->by.proof.why.code();
    evidence["key"] = found->by.key.why.code();
    q.unknown("status", say::status_foreign, {list.url, q.out.subject.issuer.id}, std::move(evidence));
    return std::nullopt;
  }
  switch (period_of(q, *found)) {
    case period::over: return give_up(say::status_over, {list.url});
    case period::unreadable: return give_up(say::status_malformed, {list.url, "validFrom, validUntil, nbf, exp"});
    case period::holds: break;
  }
  if (!contains(texts_of(member(found->document, "type")), type)) return give_up(say::status_no_list, {list.url, type});
  return std::move(found->document);
}

void check_bit_list(const inquiry& q, const json& entry, const char* list_type) {
  const std::string url = text_of(entry, "statusListCredential");
  const auto index = whole_number(member(entry, "statusListIndex"));
  const std::string purpose = text_of(entry, "statusPurpose");
  if (url.empty()) return q.unknown("status", say::status_entry, {"statusListCredential"});
  if (!index) return q.unknown("status", say::status_entry, {"statusListIndex"});
  if (purpose.empty()) return q.unknown("status", say::status_entry, {"statusPurpose"});
  std::uint64_t size = 1;
  if (const json* written = member(entry, "statusSize")) {
    const auto read = whole_number(written);
    if (!read || *read == 0 || *read > status_size_max) return q.unknown("status", say::status_entry, {"statusSize"});
    size = *read;
  }
  const served list = q.look_up(url);
  if (!list.good()) return q.unknown("status", say::status_unreachable, {url}, list.evidence());
  if (!is_recent(q, list)) return;
  const auto credential = open_bit_list(q, list, std::string(list_type) + "Credential");
  if (!credential) return;
  const auto give_up = [&](const message& m, std::vector<std::string> args) {
    q.unknown("status", m, std::move(args), list.evidence());
  };
  const auto subjects = items_of(member(*credential, "credentialSubject"));
  if (subjects.size() != 1 || !contains(texts_of(member(*subjects.front(), "type")), list_type))
    return give_up(say::status_malformed, {url, list_type});
  if (!contains(texts_of(member(*subjects.front(), "statusPurpose")), purpose))
    return give_up(say::status_purpose, {url, purpose});
  const auto bits = read_status_bits(text_of(*subjects.front(), "encodedList"));
  if (!bits) {
    q.budget.spend(status_list_bytes_max);
    return give_up(say::status_malformed, {url, "encodedList"});
  }
  q.budget.spend(bits->size());
  const std::size_t entries = bits->size() * 8 / static_cast<std::size_t>(size);
  if (entries < status_list_bits_min) return give_up(say::status_short, {url, std::to_string(entries)});
  const auto value = status_at(*bits, *index, size);
  if (!value) return give_up(say::status_range, {std::to_string(*index), url});
  json evidence = list.evidence();
  evidence["index"] = *index;
  evidence["purpose"] = purpose;
  evidence["value"] = *value;
  if (*value == 0) return q.valid("status", say::status_good, {url}, std::move(evidence));
  if (purpose == "revocation") return q.invalid("status", say::status_revoked, {}, std::move(evidence));
  if (purpose == "suspension") return q.invalid("status", say::status_suspended, {}, std::move(evidence));
  // `message` and `refresh` inform; a purpose that is not known may be anything.
  if (purpose == "message" || purpose == "refresh")
    return q.valid("status", say::status_note, {url, purpose}, std::move(evidence));
  q.unknown("status", say::status_note, {url, purpose}, std::move(evidence));
}

// A derived proof (vc-di-ecdsa section 3.6) shows what its holder chose, and what its issuer has made mandatory.
bool shows_a_part(const json& document) {
  const auto proofs = items_of(member(document, "proof"));
  return std::any_of(proofs.begin(), proofs.end(),
                     [](const json* p) { return text_of(*p, "cryptosuite") == "ecdsa-sd-2023"; });
}

void check_entry(const inquiry& q, const json& entry) {
  const auto types = texts_of(member(entry, "type"));
  if (contains(types, "1EdTechRevocationList")) return check_named_list(q, entry);
  if (contains(types, "BitstringStatusListEntry")) return check_bit_list(q, entry, "BitstringStatusList");
  if (contains(types, "StatusList2021Entry")) return check_bit_list(q, entry, "StatusList2021");
  q.unknown("status", say::status_type, {joined(types)});
}

}  // namespace

void check_status_3(const inquiry& q, const json& document) {
  const auto entries = items_of(member(document, "credentialStatus"));
  if (entries.empty()) return q.valid("status", shows_a_part(document) ? say::status_not_shown : say::status_none);
  if (entries.size() > entries_max) return q.unknown("status", say::status_entry, {"credentialStatus"});
  for (const json* entry : entries) {
    if (!q.with.progress.at(0, 1)) return;  // the call ends as cancelled
    check_entry(q, *entry);
  }
}

}  // namespace activateur
