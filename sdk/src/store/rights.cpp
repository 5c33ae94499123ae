#include "store/rights.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "json/fields.hpp"
#include "recognition/members.hpp"

namespace activateur {
namespace {

constexpr message unknown_name{"store_policy.name", "\"{0}\" is not known here; known are: {1}.",
                               "« {0} » n'est pas connu ici ; sont connus : {1}."};
constexpr message needs_purpose{"store_policy.purpose", "A right by consent names one of the policy's purposes.",
                                "Un droit par consentement nomme l'une des finalités de la politique."};
constexpr message no_period{
    "store_policy.period",
    "The policy does not say how long \"{0}\" lasts. Add this period with its days; needed are: {1}.",
    "La politique ne dit pas combien dure « {0} ». Ajoutez cette durée, en jours ; il faut : {1}."};

constexpr std::array<std::string_view, role_count> roles{"person",   "guide",        "educator",      "curator",
                                                         "observer", "organisation", "administrator", "guest"};
constexpr std::array<std::string_view, operation_count> operations{
    "read",  "add",    "change",  "remove",   "create", "find",    "consent", "withdraw", "export",
    "erase", "follow", "inspect", "maintain", "count",  "propose", "agree",   "publish",  "near"};
constexpr std::array<std::string_view, kind_count> kinds{"store",
                                                         "profile",
                                                         "experience",
                                                         "self_assessment",
                                                         "feedback",
                                                         "observation",
                                                         "feedback_request",
                                                         "credential",
                                                         "declaration",
                                                         "inference",
                                                         "grid",
                                                         "consent",
                                                         "achievement",
                                                         "individual_achievement",
                                                         "pathway",
                                                         "showcase",
                                                         "showcase_version",
                                                         "showcase_link"};
constexpr std::array<std::string_view, 3> conditions{"always", "self", "consent"};
constexpr std::array<std::string_view, 4> periods{"accompanied", "journal", "feedback_request", "showcase_link"};

template <std::size_t Size>
std::string listed(const std::array<std::string_view, Size>& names) {
  std::string out;
  for (const std::string_view n : names) out.append(out.empty() ? "" : ", ").append(n);
  return out;
}

template <class Named, std::size_t Size>
std::optional<Named> named(const std::array<std::string_view, Size>& names, std::string_view text) {
  const auto found = std::find(names.begin(), names.end(), text);
  if (found == names.end()) return std::nullopt;
  return static_cast<Named>(found - names.begin());
}

template <class Named, std::size_t Size>
std::bitset<Size> named_set(const fields& in, const char* member, const std::array<std::string_view, Size>& names) {
  std::bitset<Size> out;
  for (const std::string& text : in.texts(member)) {
    if (const auto one = named<Named>(names, text)) {
      out.set(static_cast<std::size_t>(*one));
      continue;
    }
    in.refuse(unknown_name, {shortened(text, 64), listed(names)}, member);
  }
  return out;
}

template <class Named, std::size_t Size>
bool has(const std::bitset<Size>& set, Named one) {
  return set[static_cast<std::size_t>(one)];
}

bool concerns(const right& r, role as, operation what, record_kind of) {
  return has(r.roles, as) && has(r.operations, what) && has(r.kinds, of);
}

right read_right(const fields& in, const store_policy& of) {
  only_members(in, {"roles", "operations", "kinds", "when", "purpose", "own", "journal"});
  right out;
  out.roles = named_set<role>(in, "roles", roles);
  out.operations = named_set<operation>(in, "operations", operations);
  out.kinds = named_set<record_kind>(in, "kinds", kinds);
  const std::string when = in.text("when");
  if (const auto known = named<condition>(conditions, when))
    out.when = *known;
  else
    in.refuse(unknown_name, {shortened(when, 64), listed(conditions)}, "when");
  out.purpose = in.text_or("purpose", {});
  if ((out.when == condition::consent) != of.knows(out.purpose)) in.refuse(needs_purpose, {}, "purpose");
  out.own = in.flag_or("own", false);
  out.journal = in.flag_or("journal", true);
  return out;
}

}  // namespace

std::string_view name(role r) { return roles[static_cast<std::size_t>(r)]; }
std::string_view name(operation o) { return operations[static_cast<std::size_t>(o)]; }
std::string_view name(record_kind k) { return kinds[static_cast<std::size_t>(k)]; }
std::optional<role> role_named(std::string_view text) { return named<role>(roles, text); }
std::optional<operation> operation_named(std::string_view text) { return named<operation>(operations, text); }
std::optional<record_kind> record_kind_named(std::string_view text) { return named<record_kind>(kinds, text); }

std::int64_t store_policy::days(std::string_view period) const {
  const auto found =
      std::find_if(retention.begin(), retention.end(), [&](const retention_period& r) { return r.name == period; });
  return found == retention.end() ? 0 : found->days;
}

bool store_policy::knows(std::string_view purpose) const {
  return std::find(purposes.begin(), purposes.end(), purpose) != purposes.end();
}

result<store_policy> read_store_policy(const json& document, const std::string& source) {
  constexpr double most_days = 36'525;  // a century
  std::optional<error> first;
  const fields root(document, source, first);
  only_members(root, {"schema", "version", "purposes", "rights", "retention", "smallest_count"});
  only_schema(root, "activateur/store-policy/1");
  store_policy out;
  out.version = root.text("version");
  out.purposes = root.texts("purposes");
  for (const fields& one : root.list("rights")) out.rights.push_back(read_right(one, out));
  for (const fields& one : root.list("retention")) {
    only_members(one, {"period", "days", "reason"});
    retention_period period{
        one.text("period"), static_cast<std::int64_t>(one.number_within("days", 1, most_days, 1)), {}, {}};
    // A reason of both languages, or one for all who read.
    if (one.value().contains("reason") && one.value()["reason"].is_object()) {
      const auto reason = one.object("reason");
      only_members(*reason, {"fr", "en"});
      period.why_fr = reason->text("fr");
      period.why_en = reason->text("en");
    } else {
      period.why_fr = period.why_en = one.text_or("reason", {});
    }
    out.retention.push_back(std::move(period));
    const std::string& name = out.retention.back().name;
    if (std::find(periods.begin(), periods.end(), name) == periods.end())
      one.refuse(unknown_name, {shortened(name, 64), listed(periods)}, "period");
  }
  // A period of no days would empty the journal and make links that are dead at birth.
  for (const std::string_view period : periods)
    if (out.days(period) == 0) root.refuse(no_period, {std::string(period), listed(periods)}, "retention");
  // Below 5 a count may tell who is meant, whatever a policy says.
  out.smallest_count = static_cast<std::int64_t>(root.number_within("smallest_count", 5, 1e6, 5));
  if (first) return *std::move(first);
  return out;
}

bool asks_whose(const store_policy& by, role as, operation what, record_kind of) {
  return std::any_of(by.rights.begin(), by.rights.end(),
                     [&](const right& r) { return r.own && concerns(r, as, what, of); });
}

const right* allowing(const store_policy& by, role as, const access& asked) {
  const right* found = nullptr;
  for (const right& r : by.rights) {
    if (!concerns(r, as, asked.what, asked.of)) continue;
    if (r.own && !asked.own) continue;
    if (r.when == condition::self && !asked.self) continue;
    if (r.when == condition::consent &&
        std::find(asked.consents.begin(), asked.consents.end(), r.purpose) == asked.consents.end())
      continue;
    if (!r.journal) return &r;
    if (found == nullptr) found = &r;
  }
  return found;
}

}  // namespace activateur
