// The demo's person in a store: what a host does that keeps persons nowhere else.
#pragma once

#include <string>

#include "commands.hpp"

namespace cli {

// Makes the store anew in `folder`, with a key beside it, and keeps the portfolio's person in it: her experiences,
// self-assessments, badges and wishes by herself, what others saw by her guide, once she consents. Gives her id.
std::string keep_person(const console& to, const activateur::session& with, const std::string& folder,
                        const json& portfolio);
// What gap, map and plan read: as the store gives it to her, under the pseudonym that the story calls her by.
activateur::document kept_portfolio(const activateur::session& with, const std::string& folder,
                                    const std::string& person, const std::string& called);
std::string demo_store_file(const std::string& folder);

}  // namespace cli
