// What every carte over one framework shares: made once, kept, read by any number of threads.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/framework.hpp"

namespace activateur {

// One competence that a job asks for.
struct asked_competence {
  std::uint32_t competence = no_index;
  link_importance importance = link_importance::ordinary;
  bool essential = false;  // core; every one, when the job has no core
};

// A level that the framework gives a job: ISCO-08's skill level (1 to 4) or a level of qualification (1 to 8).
struct target_level {
  enum class scale : std::uint8_t { none, isco_skill, qualification } on = scale::none;
  int value = 0;
};

// A working condition, each once.
struct table_condition {
  std::string_view code, label, category;
  std::string folded;  // of the label
};

class map_table {
 public:
  // `door_share`: a job opens another one when it asks for at least this share of the other's essential competences.
  map_table(framework_ptr f, double door_share);

  [[nodiscard]] const framework& in() const { return *framework_; }
  [[nodiscard]] const framework_ptr& framework_in_use() const { return framework_; }
  [[nodiscard]] double door_share() const { return door_share_; }
  [[nodiscard]] std::uint32_t jobs() const { return static_cast<std::uint32_t>(begin_.size() - 1); }
  [[nodiscard]] std::span<const asked_competence> asked_by(std::uint32_t job) const {
    return {asked_.data() + begin_[job], asked_.data() + begin_[job + 1]};
  }
  // ln(jobs / jobs that ask for it); 0 when none does.
  [[nodiscard]] double rarity(std::uint32_t competence) const { return rarity_[competence]; }
  [[nodiscard]] double rarity_asked(std::uint32_t job) const { return rarity_asked_[job]; }
  // How many competences of each importance a job asks for: all, and the essential ones.
  using counts = std::array<std::uint32_t, 3>;
  [[nodiscard]] const counts& asked_count(std::uint32_t job) const { return all_[job]; }
  [[nodiscard]] const counts& essential_count(std::uint32_t job) const { return essential_[job]; }
  // The other jobs that it opens.
  [[nodiscard]] std::span<const std::uint32_t> opened_by(std::uint32_t job) const {
    return {opened_.data() + opened_begin_[job], opened_.data() + opened_begin_[job + 1]};
  }
  [[nodiscard]] std::size_t most_opened() const { return most_opened_; }
  [[nodiscard]] std::string_view domain(std::uint32_t job) const { return domain_[job]; }
  [[nodiscard]] std::uint32_t domain_number(std::uint32_t job) const { return domain_number_[job]; }
  [[nodiscard]] std::string_view riasec(std::uint32_t job) const { return riasec_[job]; }
  [[nodiscard]] target_level level(std::uint32_t job) const { return level_[job]; }
  [[nodiscard]] bool regulated(std::uint32_t job) const { return regulated_[job] != 0; }
  [[nodiscard]] std::span<const table_condition> conditions() const { return conditions_; }
  // By index into conditions().
  [[nodiscard]] std::span<const std::uint32_t> conditions_of(std::uint32_t job) const {
    return {condition_.data() + condition_begin_[job], condition_.data() + condition_begin_[job + 1]};
  }
  [[nodiscard]] bool has_mobilities() const { return has_mobilities_; }
  // Share of rarity that two jobs have in common, 0 to 1 (weighted Jaccard).
  [[nodiscard]] double overlap(std::uint32_t a, std::uint32_t b) const;

 private:
  void read_jobs();
  void find_doors();

  framework_ptr framework_;
  double door_share_;
  std::vector<std::uint32_t> begin_;
  std::vector<asked_competence> asked_;
  std::vector<double> rarity_, rarity_asked_;
  std::vector<counts> all_, essential_;
  std::vector<std::uint32_t> opened_begin_, opened_;
  std::size_t most_opened_ = 0;
  std::vector<std::string_view> domain_, riasec_;
  std::vector<std::uint32_t> domain_number_;
  std::vector<target_level> level_;
  std::vector<char> regulated_;
  std::vector<table_condition> conditions_;
  std::vector<std::uint32_t> condition_begin_, condition_;
  bool has_mobilities_ = false;
};

}  // namespace activateur
