// Who pays for a training in France, as far as what is known of a person and an offer decides it: a region's agreed
// places, the person's training account (CPF), and what France Travail has agreed to add (AIF).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace funding {

struct offer {
  std::string_view kind;
  std::int64_t cost_cents = 0;
  std::span<const std::string_view> tags;  // as LHEO's import writes them: "funding:agreed", "funder:region", ...
};

struct answer {
  std::int64_t cost_cents;  // left to pay
  std::string_view rule, fr, en;
};

// `conditions` of the person: "jobseeker"; "cpf_euros:1500", what her account holds; "aif_euros:600", what her adviser
// has agreed to. Each rule starts from what the one before left; those that would change nothing are not told.
std::vector<answer> answers(const offer& about, std::span<const std::string_view> conditions);

}  // namespace funding
