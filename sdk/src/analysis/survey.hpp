// One person on the competences of one framework, and how much of each of its jobs that covers.
#pragma once

#include <string>
#include <vector>

#include "analysis/gap.hpp"
#include "analysis/map_table.hpp"

namespace activateur {

// What is known of one competence, and what would be once a fresh verified badge named it.
struct known_competence {
  double belief = 0, expectation = 0, plausibility = 1;
  double belief_after = 0, expectation_after = 0;
  opinion value;
  double own = 0;  // expectation beyond what held and practised jobs, or neighbours, make likely
  requirement_state state = requirement_state::to_explore;
  bool recognised = false;                  // by evidence, whatever state somebody set
  bool lacks = false, lacks_after = false;  // lacking() now, and with that badge
};

// The state that a professional or the person set, by competence: the latest of each.
std::map<std::string, requirement_state, std::less<>> states_set(const portfolio& person);

// Coverage and effort of a target, of parts that sum exactly (exact.hpp).
struct target_numbers {
  coverage covered, essential;
  double effort = 0;        // requirements not recognised, importance x (1 - expectation)
  double affinity = 0;      // rarity that person and target have in common, over what either has
  double own = 0;           // the same over what the person knows beyond held and practised jobs
  std::size_t lacking = 0;  // essential requirements that evidence speaks against
};

// One requirement of a target, as the explanations read it.
struct requirement_row {
  const framework* in = nullptr;
  std::uint32_t index = no_index;
  bool essential = false;
  double importance = 0;                  // of a group's member: of those that count, its part of the group's
  double share = 0, essential_share = 0;  // in the expectation of all requirements, and of the essential ones
  double proven_share = 0;                // in the belief of the essential ones
  std::size_t group = no_group;
  double weight = 0;  // what it brings to the affinity, times its importance
  known_competence known;

  [[nodiscard]] std::string competence() const { return competence_name(*in, index); }
  [[nodiscard]] std::string label() const { return std::string(in->competence(index).label); }
  // An order for ties.
  [[nodiscard]] bool before(const requirement_row& other) const {
    return in == other.in ? index < other.index : competence() < other.competence();
  }
};

class survey {
 public:
  survey(const map_table& table, const portfolio& person, const recognition_state& state, const policy& by);

  [[nodiscard]] target_numbers of(std::uint32_t job) const;
  [[nodiscard]] std::vector<requirement_row> rows_of(std::uint32_t job) const;
  void rows_of(std::uint32_t job, std::vector<requirement_row>& into) const;  // in place of what it held
  [[nodiscard]] const known_competence& known(std::uint32_t competence) const { return known_[slot_[competence]].what; }

 private:
  struct entry {
    known_competence what;
    double above = 0;  // expectation above the default presumption, times rarity
    double own = 0;    // the same of what she knows beyond her jobs
  };
  [[nodiscard]] double total_of(const map_table::counts& counts) const;
  entry& entry_of(std::uint32_t competence);

  const map_table& table_;
  std::vector<std::uint32_t> slot_;  // competence -> its entry; 0: nothing is known of it
  std::vector<entry> known_;         // the first: nothing known
  double brought_ = 0, own_brought_ = 0;
  std::array<double, 3> importance_{};
};

// What is known of a competence by its standing; null: nothing.
known_competence known_from(const standing* known, const policy& by);

}  // namespace activateur
