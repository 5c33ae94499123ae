#include "store/negotiation.hpp"

#include <algorithm>

#include "analysis/achievement.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "json/canonical.hpp"
#include "recognition/members.hpp"
#include "store/messages.hpp"
#include "store/negotiation_messages.hpp"
#include "store/nir.hpp"

namespace activateur {
namespace {

namespace say = negotiation_messages;

constexpr std::size_t most_versions = 100, most_answers = 2'000, most_parties = 50;
constexpr std::size_t longest_why = 8'192, longest_party = 1'024;  // bytes

bool holds(const json& list, std::string_view one) { return std::find(list.begin(), list.end(), one) != list.end(); }

json line(const party& by, std::string_view at) {
  json out{{"party", by.name}, {"at", at}};
  if (!by.actor.empty()) out["actor"] = by.actor;
  return out;
}

const json& last(const json& negotiation) { return negotiation.at("versions").back(); }

// Whether every party of a version said yes to it last.
bool all_agree(const json& negotiation, const json& version) {
  const auto agrees = [&](const json& one) {
    bool yes = false;
    for (const json& a : negotiation.at("answers"))
      if (a.at("version") == version.at("version") && a.at("party") == one) yes = a.at("answer") == "agreed";
    return yes;
  };
  const json& parties = version.at("parties");
  return std::all_of(parties.begin(), parties.end(), agrees);
}

bool was_published(const json& negotiation, std::int64_t version) {
  const json& list = negotiation.at("publications");
  return std::any_of(list.begin(), list.end(), [&](const json& p) { return p.at("version") == version; });
}

result<void> open_to(const json& negotiation, const party& by) {
  if (negotiation.contains("withdrawn")) return fail(failure::usage, say::withdrawn);
  if (!holds(last(negotiation).at("parties"), by.name)) return fail(failure::denied, say::no_party, {by.name});
  return {};
}

bool leads(const json& negotiation, const party& by) { return by.owns || negotiation.at("began") == by.name; }

// The last version, when it is the one meant.
result<void> seen(const json& negotiation, std::int64_t version, std::string_view digest) {
  const json& now = last(negotiation);
  if (now.at("version") != version)
    return fail(failure::usage, say::another_version, {now.at("version").dump(), std::to_string(version)});
  if (now.at("digest") != digest) return fail(failure::usage, say::another_digest, {std::to_string(version)});
  if (!now.at("put").get<bool>()) return fail(failure::usage, say::not_put);
  return {};
}

void record_answer(json& negotiation, const party& by, const json& version, bool agreed, const std::string& reason,
                   std::string_view at) {
  json entry = line(by, at);
  entry["version"] = version.at("version");
  entry["digest"] = version.at("digest");
  entry["answer"] = agreed ? "agreed" : "refused";
  if (!reason.empty()) entry["reason"] = reason;
  negotiation["answers"].push_back(std::move(entry));
}

json version_from(std::int64_t number, const json& achievement, const party& by, const criteria_proposal& what,
                  json parties, bool put, std::string_view at) {
  json out = line(by, at);
  out["version"] = number;
  out["based_on"] = number == 1 ? 0 : what.based_on;
  out["digest"] = digest_of(achievement);
  out["achievement"] = achievement;
  out["parties"] = std::move(parties);
  out["put"] = put;
  if (!what.why.empty()) out["why"] = what.why;
  if (!what.without.empty()) out["without"] = what.without;
  return out;
}

void invite(json& parties, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (!holds(parties, one)) parties.push_back(one);
}

bool has_answered(const json& negotiation, const std::string& one) {
  const json& list = negotiation.at("answers");
  return std::any_of(list.begin(), list.end(), [&](const json& a) {
    return a.at("party") == one && a.at("version") == last(negotiation).at("version");
  });
}

// Who says nothing may be left out, not who says no; and whoever wants to goes.
result<void> leave_out(json& parties, const json& negotiation, const party& by, const criteria_proposal& what) {
  if (what.without.empty()) return {};
  const bool goes = what.without.size() == 1 && what.without.front() == by.name && !leads(negotiation, by) &&
                    what.parties.empty() && !what.achievement;
  if (!goes && !leads(negotiation, by)) return fail(failure::denied, say::not_yours_to_leave_out);
  if (what.why.empty()) return fail(failure::usage, say::no_reason);
  for (const std::string& one : what.without) {
    const auto found = std::find(parties.begin(), parties.end(), one);
    if (found == parties.end()) return fail(failure::input, say::no_party, {shortened(one, 64)});
    if ((one == by.name && !goes) || one == negotiation.at("began") || holds(what.parties, one))
      return fail(failure::input, say::stays, {shortened(one, 64)});
    if (!goes && has_answered(negotiation, one)) return fail(failure::usage, say::answered, {shortened(one, 64)});
    parties.erase(found);
  }
  return {};
}

void name_parties(const fields& in, const char* member, const std::vector<std::string>& names) {
  if (names.size() >= most_parties) in.refuse(say::too_many, {std::to_string(most_parties)}, member);
  for (const std::string& one : names) {
    const std::size_t end = one.find_first_of(":@");
    const auto as = role_named(one.substr(0, end));
    const bool may = as && *as != role::observer && *as != role::administrator && *as != role::guest;
    if (!may || end == std::string::npos || end + 1 == one.size() || one.size() > longest_party)
      in.refuse(say::bad_party, {shortened(one, 64)}, member);
  }
}

}  // namespace

result<criteria_proposal> read_proposal(const json& document) {
  if (result<void> clean = refuse_nir(document); !clean) return std::move(clean).why();
  std::optional<error> first;
  const fields in(document, "proposal", first);
  only_members(in, {"schema", "based_on", "achievement", "why", "parties", "without"});
  only_schema(in, "activateur/proposal/1");
  criteria_proposal out;
  out.based_on = static_cast<std::int64_t>(in.number_within("based_on", 0, 1e6, 0));
  if (const auto what = in.object("achievement")) {
    (void)read_achievement(*what);
    out.achievement = what->value();
  }
  out.why = in.text_or("why", {});
  if (out.why.size() > longest_why) in.refuse(store_messages::text_length, {"why", std::to_string(longest_why)}, "why");
  out.parties = in.texts("parties");
  name_parties(in, "parties", out.parties);
  out.without = in.texts("without");
  name_parties(in, "without", out.without);
  if (first) return *std::move(first);
  return out;
}

std::string digest_of(const json& achievement) { return "sha256:" + sha256_hex(canonical_json(achievement)); }

json begin_negotiation(const party& by, const criteria_proposal& first, std::string_view at) {
  json parties = json::array({by.name});
  invite(parties, first.parties);
  return {{"schema", "activateur/negotiation/1"},
          {"state", "draft"},
          {"began", by.name},
          {"versions", json::array({version_from(1, *first.achievement, by, first, std::move(parties), false, at)})},
          {"answers", json::array()},
          {"publications", json::array()}};
}

result<void> propose(json& negotiation, const party& by, const criteria_proposal& what, std::string_view at) {
  if (auto open = open_to(negotiation, by); !open) return open;
  const std::int64_t number = last_version(negotiation);
  if (what.based_on != number)
    return fail(failure::usage, say::another_version, {std::to_string(number), std::to_string(what.based_on)});
  json& now = negotiation["versions"].back();
  if (negotiation["answers"].size() >= most_answers)
    return fail(failure::limit, say::too_long, {std::to_string(most_answers)});
  json parties = now["parties"];
  if (auto fewer = leave_out(parties, negotiation, by, what); !fewer) return fewer;
  invite(parties, what.parties);
  if (parties.size() > most_parties) return fail(failure::limit, say::too_many, {std::to_string(most_parties)});
  const bool same = !what.achievement || digest_of(*what.achievement) == now["digest"];
  if (same && !now["put"].get<bool>()) {  // the draft is put as it is
    now["put"] = true;
    now["parties"] = std::move(parties);
    if (!what.why.empty()) now["why"] = what.why;
    if (!what.without.empty()) now["without"] = what.without;
  } else if (same && parties == now["parties"]) {
    return fail(failure::usage, say::nothing_new);
  } else {
    if (negotiation["versions"].size() >= most_versions)
      return fail(failure::limit, say::too_long, {std::to_string(most_versions)});
    const json achievement = what.achievement ? *what.achievement : now["achievement"];
    negotiation["versions"].push_back(version_from(number + 1, achievement, by, what, std::move(parties), true, at));
  }
  if (holds(last(negotiation).at("parties"), by.name)) record_answer(negotiation, by, last(negotiation), true, {}, at);
  negotiation["state"] = negotiation_state(negotiation);
  return {};
}

result<void> answer(json& negotiation, const party& by, std::int64_t version, std::string_view digest, bool agreed,
                    const std::string& reason, std::string_view at) {
  if (auto open = open_to(negotiation, by); !open) return open;
  if (auto meant = seen(negotiation, version, digest); !meant) return meant;
  if (was_published(negotiation, version)) return fail(failure::usage, say::published);
  if (!agreed && reason.empty()) return fail(failure::usage, say::no_reason);
  if (reason.size() > longest_why)
    return fail(failure::input, store_messages::text_length, {"reason", std::to_string(longest_why)});
  if (negotiation["answers"].size() >= most_answers)
    return fail(failure::limit, say::too_long, {std::to_string(most_answers)});
  record_answer(negotiation, by, last(negotiation), agreed, reason, at);
  negotiation["state"] = negotiation_state(negotiation);
  return {};
}

result<void> publish(json& negotiation, const party& by, std::int64_t version, std::string_view digest,
                     std::string_view at) {
  if (auto open = open_to(negotiation, by); !open) return open;
  if (auto meant = seen(negotiation, version, digest); !meant) return meant;
  if (was_published(negotiation, version)) return fail(failure::usage, say::published);
  if (!all_agree(negotiation, last(negotiation))) return fail(failure::usage, say::not_agreed);
  json entry = line(by, at);
  entry["version"] = version;
  entry["digest"] = digest;
  negotiation["publications"].push_back(std::move(entry));
  negotiation["state"] = negotiation_state(negotiation);
  return {};
}

result<void> withdraw(json& negotiation, const party& by, const std::string& reason, std::string_view at) {
  if (auto open = open_to(negotiation, by); !open) return open;
  if (!leads(negotiation, by)) return fail(failure::denied, say::not_yours);
  if (reason.empty() || reason.size() > longest_why) return fail(failure::usage, say::no_reason);
  negotiation["withdrawn"] = line(by, at);
  negotiation["withdrawn"]["reason"] = reason;
  negotiation["state"] = negotiation_state(negotiation);
  return {};
}

std::string negotiation_state(const json& negotiation) {
  if (negotiation.contains("withdrawn")) return "withdrawn";
  const json& now = last(negotiation);
  if (!now.at("put").get<bool>()) return "draft";
  if (!all_agree(negotiation, now)) return "proposed";
  return was_published(negotiation, now.at("version").get<std::int64_t>()) ? "published" : "agreed";
}

const json* version_of(const json& negotiation, std::int64_t number) {
  for (const json& v : negotiation.at("versions"))
    if (v.at("version") == number) return &v;
  return nullptr;
}
std::int64_t last_version(const json& negotiation) { return last(negotiation).at("version").get<std::int64_t>(); }
std::int64_t published_version(const json& negotiation) {
  const json& list = negotiation.at("publications");
  return list.empty() ? 0 : list.back().at("version").get<std::int64_t>();
}

}  // namespace activateur
