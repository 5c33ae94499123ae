// Completing a set of actions until it reaches the goal: relaxed plans from cheapest hyperpaths.
#pragma once

#include "planning/network.hpp"
#include "planning/random.hpp"

namespace activateur {

// How actions are valued while a selection is completed.
struct construction {
  std::vector<double> weight;   // one an action
  std::vector<char> forbidden;  // one an action
  double noise = 0;             // weights are multiplied by 1 + noise x [0, 1)
  double sharing = 0;           // how much an action that serves several open goals is favoured
  std::uint64_t key = 0;        // of the noise
};

// Keeps its work space between calls; not thread-safe.
class builder {
 public:
  explicit builder(const plan_network& in);

  // From now on uses none but the actions flagged.
  void only(const std::vector<char>& inside);

  // From the actions `kept` (free of charge; those that stay unusable are left out), adds others until the goal is
  // reached, in causal order. False when what is not forbidden does not reach it.
  bool complete(const std::vector<int>& kept, const construction& how, random_source& random, std::vector<int>& out);

 private:
  struct entry {
    double price;
    int fact;
    bool operator<(const entry& o) const { return price != o.price ? price > o.price : fact > o.fact; }
  };
  void start(const std::vector<int>& kept, const construction& how);
  void close_goal(int fact);
  void use(int a, std::vector<int>& out);
  void use_all_ready(std::vector<int>& out);
  bool reach(int goal_group, const construction& how);
  [[nodiscard]] double own_price(int a, const construction& how) const;
  template <class Lowered>
  void fire(int a, double price, const Lowered& lowered);
  void support(int fact, std::vector<int>& out);

  const plan_network& in_;
  std::vector<int> initial_unmet_;
  std::vector<int> actions_;                  // those that may be used
  std::vector<int> entry_actions_;            // those of them that need nothing
  row_table consumers_;                       // fact -> groups of the goal and of those that may be used
  std::vector<double> price_alone_;           // action -> its weight with noise; 0 when kept
  std::vector<int> initial_serves_, serves_;  // action -> products that open goals ask for
  std::vector<char> have_, open_goal_, kept_, used_;
  std::vector<int> met_, unmet_, ready_;
  int unmet_goal_ = 0;
  // One hyperpath search; arrays are valid where their stamp is the current one.
  std::uint64_t stamp_ = 0;
  std::vector<std::uint64_t> fact_stamp_, group_stamp_, action_stamp_;
  std::vector<double> price_, spent_;
  std::vector<char> done_;
  std::vector<int> maker_, found_, still_;
  std::vector<entry> heap_;
  std::vector<std::vector<int>> chosen_;  // group -> the facts that met it in the search
};

}  // namespace activateur
