// Inside the store: what a person arranges to be shown of her, frozen when she publishes it, and the links that open
// it.
#pragma once

#include <array>
#include <map>

#include "json/fields.hpp"
#include "store/call.hpp"

namespace activateur {

// The kinds of records that a showcase shows.
inline constexpr std::array shown_kinds{record_kind::experience, record_kind::self_assessment, record_kind::feedback,
                                        record_kind::observation, record_kind::credential};

// Of a draft: its own members; "activateur/showcase/1". What its items name is looked at when it is published.
void check_showcase(const fields& in);
// Of a link: "activateur/showcase-terms/1".
result<void> check_terms(const json& terms);

// A draft with what it shows, by value: nothing of it changes with the records that it was made of.
struct frozen_showcase {
  json version;                         // "activateur/showcase-version/1", without number and opinions
  json portfolio;                       // of what is shown, for the opinions
  json shows;                           // the ids of the records shown
  std::vector<std::string> opinions;    // competences of which an opinion is shown
  std::vector<std::string> unlabelled;  // competences and jobs named without a label
};
result<frozen_showcase> freeze(store_call& in, const store_id& person, const json& draft);

// How many versions were published of a draft is the store's to count, in its member "versions": what is given there
// counts for nothing. `before`: the draft that this one replaces; null: a new one.
void keep_count(json& draft, const json* before);

// What goes when a record goes: the versions that show it, with their links; a version's links; a showcase's versions.
result<void> close_what_shows(store_call& in, const record_row& removed);
// The same, when who said something allows less of it to be shown than before.
result<void> close_what_shows(store_call& in, const record_row& changed, const json& after);
// The same for what members show of a collective, when it is erased (`after`: no members), or some leave it.
result<void> close_what_leavers_show(store_call& in, const person_row& collective, const json& after);

}  // namespace activateur
