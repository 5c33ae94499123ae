// What a badge says, whatever its version: Open Badges 2.0 maps onto the 3.0 words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "json/json.hpp"

namespace activateur {

struct alignment {
  std::string target_url;
  std::string target_code;
  std::string target_framework;
  std::string target_name;
  std::string target_type;
};

struct achievement {
  std::string id;
  std::string name;
  std::string description;
  std::string criteria;  // narrative, else the URL of the criteria
  std::string type;      // OB 3.0 achievementType
  std::vector<alignment> alignments;
  std::vector<std::string> tags;
};

struct profile {
  std::string id;
  std::string name;
  std::string url;
};

enum class badge_version { ob_0_5, ob_1_0, ob_1_1, ob_2_0, ob_3_0, unknown };
std::string_view name(badge_version v);

// How the credential is secured.
enum class proof_form { none, hosted, jws, vc_jwt, data_integrity };
std::string_view name(proof_form f);

struct credential {
  badge_version version = badge_version::unknown;
  proof_form proof = proof_form::none;
  std::string id;
  std::string name;
  std::vector<std::string> types;
  profile issuer;
  achievement what;
  std::string subject_id;  // DID or URL of the holder, when given
  std::optional<instant> issued;
  std::optional<instant> valid_from;
  std::optional<instant> valid_until;
  std::size_t evidence_count = 0;
};

}  // namespace activateur
