// One person against every target, kept while what is known of her changes: "what if she had this too?"
#pragma once

#include <map>

#include "analysis/match_lacking.hpp"
#include "analysis/match_run.hpp"
#include "analysis/match_scores.hpp"

namespace activateur {

// A target whose coverage or zone a change moved.
struct match_moved {
  std::size_t target = 0;  // in run.targets()
  coverage before, after;  // of all requirements
  zone from = zone::long_path, to = zone::long_path;
};

class match_live {
 public:
  // Over the targets of a run that is used for nothing else. Nobody is known of yet.
  explicit match_live(std::unique_ptr<match_run> run);

  // What the person brings from now on, all of it. Weighs it, and changes the sums of the targets that ask for a
  // competence whose opinion moved; credentials seen before are not verified again. Setting a portfolio without a
  // piece of evidence gives the very scores of never having had it.
  result<void> set(const json& portfolio, const context& with);
  // One competence alone, as a host that weighs evidence itself knows it; `value` null: unknown again. Costs as much as
  // targets ask for it: microseconds. Fails for an unknown competence and values out of order.
  result<void> change(std::string_view competence, const coverage* value);

  [[nodiscard]] const std::vector<match_target>& targets() const { return run_->targets(); }
  [[nodiscard]] coverage of(std::size_t target) const { return now_[target].all; }
  [[nodiscard]] zone zone_of(std::size_t target) const { return now_[target].in; }
  // By the last set or change, by target.
  [[nodiscard]] const std::vector<match_moved>& moved() const { return moved_; }

 private:
  struct standing_at {
    coverage all;
    zone in = zone::long_path;
  };
  void change_all(std::uint32_t competence, std::span<const match_known> now);
  void see(bool first);

  std::unique_ptr<match_run> run_;
  match_scores all_, essential_;
  lacking_targets lacking_;
  std::vector<match_known> known_;
  std::map<std::string, verification> verified_;  // by source and bytes
  std::vector<std::string> identities_;           // that they were verified for
  std::vector<standing_at> now_;
  std::vector<coverage> read_all_, read_essential_;
  std::vector<match_moved> moved_;
};

}  // namespace activateur
