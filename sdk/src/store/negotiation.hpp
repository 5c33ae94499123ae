// Negotiating the criteria of an achievement: versions, who proposed each and why, who agreed to which, who refused it.
//
// One document holds it all and only grows. Its states follow from it:
//   draft      the last version was not put to the parties yet
//   proposed   it was, and some party has not agreed to it
//   agreed     every party of the last version agreed to it, by its digest
//   published  and it was published so; from then on that version stays as it is
//   withdrawn  for good; what was published before can still be read
// A version is never changed: to want something else is to propose another one, based on the last. Its proposer agrees
// to it by proposing. A party's last answer counts. Whoever is no party has no say until a party's proposal invites it;
// the party that began, or the person whose achievement it is, leaves out another one that has not answered the last
// version, with a reason, which the new version keeps; any other party may leave itself out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "store/rights.hpp"

namespace activateur {

// "organisation@garage", "guide:g-1" when it acts for no organisation, "person:<keyed digest>".
struct party {
  std::string name;
  std::string actor;  // who speaks for it; empty for persons
  bool owns = false;  // it is the person whose achievement this is
};

// Names of parties as a proposal invites them.
struct criteria_proposal {
  std::int64_t based_on = 0;        // the last version that its author has seen
  std::optional<json> achievement;  // "activateur/achievement/1"; nothing: the last version as it is
  std::string why;
  std::vector<std::string> parties;
  std::vector<std::string> without;  // parties that the new version leaves out, as one that never answers
};
// Document "activateur/proposal/1". The achievement is checked, references are not looked up.
result<criteria_proposal> read_proposal(const json& document);

// As canonical JSON (RFC 8785): "sha256:..." .
std::string digest_of(const json& achievement);

// The first version, a draft.
json begin_negotiation(const party& by, const criteria_proposal& first, std::string_view at);
result<void> propose(json& negotiation, const party& by, const criteria_proposal& what, std::string_view at);
// `reason`: needed to refuse.
result<void> answer(json& negotiation, const party& by, std::int64_t version, std::string_view digest, bool agreed,
                    const std::string& reason, std::string_view at);
result<void> publish(json& negotiation, const party& by, std::int64_t version, std::string_view digest,
                     std::string_view at);
// By the party that began it, or whose it is.
result<void> withdraw(json& negotiation, const party& by, const std::string& reason, std::string_view at);

std::string negotiation_state(const json& negotiation);
// The version: null when there is none.
const json* version_of(const json& negotiation, std::int64_t number);
std::int64_t last_version(const json& negotiation);
std::int64_t published_version(const json& negotiation);  // the last one; 0: none

}  // namespace activateur
