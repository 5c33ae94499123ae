// What a person is compared with: a job or a certification of a framework, a whole framework, or a document that lists
// requirements.
#pragma once

#include <string>
#include <vector>

#include "frameworks/framework.hpp"
#include "json/json.hpp"

namespace activateur {

inline constexpr std::size_t no_group = static_cast<std::size_t>(-1);

struct requirement {
  std::string competence;  // "rome:100003"
  std::string label;
  std::string kind;              // know_how, soft_skill, knowledge, ...
  std::string importance;        // core, emerging, ordinary: key of policy.importance; of a group's member: the group's
  bool essential = false;        // of a group's member: the group's
  double level = 0;              // of mastery, 1 to 4; 0: none is named, mastery alone (3)
  std::string part = {};         // id of the target_part it belongs to; may be empty
  std::size_t group = no_group;  // index of the group it is a member of
};

// At least `at_least` of its members.
struct requirement_group {
  std::string id, label;
  std::size_t at_least = 1;
  std::string importance;
  bool essential = false;
  std::string part;
};

// A bloc of a certification, a domain of a grid, a heading of a job.
struct target_part {
  std::string id, label;
};

// A right, licence or availability that is no competence: a key of the portfolio's conditions.
struct target_condition {
  std::string name, label;
  bool essential = true;
};

struct target {
  std::string id;    // "rome:K1304" or the document's own
  std::string kind;  // job, qualification, vacancy, achievement, venture
  std::string label;
  std::vector<requirement> requirements;  // by competence name, then group
  std::vector<requirement_group> groups = {};
  std::vector<target_part> parts = {};
  std::vector<target_condition> conditions = {};
};

inline constexpr std::size_t most_requirements = 10'000;  // ROME's largest job asks 126

// A job or a certification, "framework:code", or a whole framework by its id ("clea"): a référentiel on which one
// positions oneself. Core requirements are essential; when there is none, all are. A bloc that gathers competences is
// asked by these, and is their part.
result<target> named_target(const framework_set& frameworks, std::string_view name);
// Document "activateur/target/1".
result<target> read_target(const json& document, const framework_set& frameworks, const std::string& source);

// Either: what starts with "{" is a document, anything else a name.
result<target> find_target(const framework_set& frameworks, std::string_view text);

// Inside analysis: fills competence, label and kind.
void set_competence(requirement& into, const framework& f, std::uint32_t index);
// Inside analysis: puts the requirements in their order, and makes all essential when none is.
void order_and_complete(target& into);

}  // namespace activateur
