// A batch: persons are added, as portfolios or as what a host knows of their competences; rows are taken, each person
// against her targets. Between the two it holds what is known of each, within the memory given.
//
// Rows go by person. Nothing here ranks persons for a target.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/match_batch.hpp"
#include "recognition/recognition.hpp"

namespace activateur {

struct match_request {
  framework_set frameworks;
  policy by;
  verify_options verifying;
  std::vector<std::string> targets;              // names, or JSON texts of target documents; empty: every job
  std::size_t best = 0;                          // so many targets of each person; 0: all
  std::size_t memory = std::size_t{256} << 20U;  // for persons and rows that wait to be taken
  unsigned threads = 1;
};

// What a host that weighs evidence itself says of a person's competence.
struct match_statement {
  std::uint32_t person = 0;     // index in the names given with it
  std::string_view competence;  // "rome:100003"
  int level = 0;                // 1 to 4: holds for requirements up to it; 0: for all
  coverage value;               // belief, expectation, plausibility, in this order within [0, 1]
};

struct match_person {
  std::string name;               // "" when the portfolio names nobody
  std::uint64_t position = 0;     // how many were added before, since the batch began
  std::optional<error> failed{};  // why she has no rows
};

struct match_result {
  std::vector<match_person> persons;
  match_columns rows;  // `person` is an index in `persons`
};

struct match_target {
  std::string id, kind, label;
};

class match_run {
 public:
  // Fails for a target that is not known, and one that has levels between two: gap compares these.
  static result<std::unique_ptr<match_run>> begin(match_request asked, const context& with);

  // One portfolio, or a document "activateur/portfolios/1" of several. One that cannot be read or weighed becomes a
  // person that failed. All or nothing: fails with failure::limit when the memory has no room; take() makes some.
  result<void> add(const json& document, const context& with);
  // The same of persons whose evidence the host has weighed; the statements of each may lie anywhere.
  result<void> add(std::span<const std::string> persons, std::span<const match_statement> statements,
                   const context& with);

  // The rows of everybody added since the last time, in the order of their adding; a batch that was cancelled keeps
  // them.
  result<match_result> take(const context& with);

  [[nodiscard]] std::size_t waiting() const { return persons_.size(); }
  // How many rows take() would give at most.
  [[nodiscard]] std::size_t rows_waiting() const { return persons_.size() * rows_of_one(); }
  [[nodiscard]] const std::vector<match_target>& targets() const { return targets_; }
  [[nodiscard]] const match_request& request() const { return asked_; }

  // What match_live keeps for one person, over the same targets.
  [[nodiscard]] const std::shared_ptr<const match_index>& all() const { return all_; }
  [[nodiscard]] const std::shared_ptr<const match_index>& essential() const { return essential_; }
  [[nodiscard]] const match_zones& zones() const { return zones_; }
  // What the targets ask of a state, ascending by competence and level.
  [[nodiscard]] std::vector<match_known> known_of(const recognition_state& state) const;
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view competence) const;

 private:
  match_run() = default;
  struct known_person {
    std::string name;
    std::optional<error> failed;
    std::vector<match_known> known;
  };
  result<void> add_targets(const context& with);
  result<void> keep(std::vector<known_person> persons);
  [[nodiscard]] std::size_t rows_of_one() const;
  [[nodiscard]] known_person weighed(const json& portfolio, const context& with) const;

  match_request asked_;
  std::vector<std::uint32_t> first_number_;  // of each framework's competences
  std::vector<unsigned char> levels_asked_;  // of each competence: bit `level`
  std::vector<match_target> targets_;
  std::shared_ptr<const match_index> all_, essential_;
  match_zones zones_;
  std::vector<match_person> persons_;  // waiting
  match_people known_;
  std::uint64_t added_ = 0;
};

// Document "activateur/targets/1": names of targets, or targets themselves, as match_request has them.
result<std::vector<std::string>> read_match_targets(const json& document, const std::string& source);

// Document "activateur/batch/1".
json to_document(const match_run& run, const match_result& result, const context& with);

}  // namespace activateur
