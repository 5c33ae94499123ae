// Achievements: what can be earned, described by organisations (expected ones) and persons (individual ones), and the
// catalogue in which they may ask for each other.
#pragma once

#include <map>

#include "analysis/criteria.hpp"
#include "frameworks/framework.hpp"

namespace activateur {

inline constexpr std::size_t most_achievements = 2'000;  // of one catalogue

struct achievement_description {
  std::string uri;  // as which badges name it; may be empty
  std::string name, description;
  std::string type;  // achievementType of Open Badges 3.0
  std::string language;
  std::string image, image_caption;  // an address, never fetched
  std::string creator, creator_name;
  std::string narrative;  // of the criteria, in its authors' words; may be empty
  std::vector<std::string> tags;
  earning_criterion criteria;
};

// Document "activateur/achievement/1" (docs/schemas/achievement.json). References are not looked up.
result<achievement_description> read_achievement(const json& document, const std::string& source);
achievement_description read_achievement(const fields& in);

struct catalogue_entry {
  std::string id;
  achievement_description what;
  std::int64_t version = 0;  // 0: none is known
  bool withdrawn = false;    // kept for those that ask for it
};

class catalogue {
 public:
  // Null when absent.
  [[nodiscard]] const catalogue_entry* find(std::string_view id) const;
  [[nodiscard]] const std::vector<catalogue_entry>& all() const { return entries_; }  // by id

 private:
  friend result<catalogue> read_catalogue(const json& document, const std::string& source);
  std::vector<catalogue_entry> entries_;
};

// Document "activateur/achievements/1", or one achievement: then its id is its "uri", else "achievement". Refuses
// achievements that are asked for and not there, and those that ask for each other without end.
result<catalogue> read_catalogue(const json& document, const std::string& source);

// Refuses competences and jobs that no framework has. With `loaded_only`, those of frameworks that are not there pass.
result<void> check_competences(const earning_criterion& criteria, const framework_set& frameworks, bool loaded_only);

// As which badges name an entry: its address, else the URN of its id when that is a UUID, else nothing.
std::string address_of(const catalogue_entry& entry);

// What is asked for by whom. Some way that comes back to where it started: its ends are the same.
using references = std::map<std::string, std::vector<std::string>, std::less<>>;
std::optional<std::vector<std::string>> cycle_in(const references& of);
std::string way_text(const std::vector<std::string>& way);

}  // namespace activateur
