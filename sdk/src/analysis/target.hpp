// What a person is compared with: a job of a framework, or a document that lists requirements.
#pragma once

#include <string>
#include <vector>

#include "frameworks/framework.hpp"
#include "json/json.hpp"

namespace activateur {

struct requirement {
  std::string competence;  // "rome:100003"
  std::string label;
  std::string kind;        // know_how, soft_skill, knowledge
  std::string importance;  // core, emerging, ordinary: key of policy.importance
  bool essential = false;
};

struct target {
  std::string id;    // "rome:K1304" or the document's own
  std::string kind;  // job, qualification, vacancy, achievement, venture
  std::string label;
  std::vector<requirement> requirements;  // by competence name
};

// A job named "framework:code". Its core requirements are essential; when a job has none, all are.
result<target> job_target(const framework_set& frameworks, std::string_view name);
// Document "activateur/target/1".
result<target> read_target(const json& document, const framework_set& frameworks, const std::string& source);

}  // namespace activateur
