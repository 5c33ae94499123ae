// Everything by which two jobs are compared, as numbers with names.
#pragma once

#include <memory>

#include "frameworks/job_graph.hpp"

namespace activateur {

// What a feature speaks of.
enum class feature_group : std::uint8_t { competences, macros, words, domain, interests, neighbourhood, standing };
std::string_view name(feature_group g);

struct feature_name {
  std::string_view name;
  feature_group group;
};

// The features, in the order of the numbers below.
const std::vector<feature_name>& job_feature_names();

class job_features {
 public:
  explicit job_features(const framework_ptr& f);

  [[nodiscard]] std::size_t jobs() const { return spaces_.size(); }
  [[nodiscard]] const job_graph& graph() const { return graph_; }
  // One source against every job: row-major, job_feature_names().size() numbers a target. The source's own row is
  // there and means nothing.
  [[nodiscard]] std::vector<float> of(std::uint32_t source) const;

 private:
  struct job_facts {
    double number = 0;        // position in its domain by code: the general jobs come first
    double appellations = 0;  // log of 1 + how many
    double competences = 0;   // log of 1 + how many
    double rarity = 0;
    std::array<double, 6> riasec{};  // shares of the six letters, summing to 1 (or 0 when unknown)
  };

  framework_ptr framework_;
  job_spaces spaces_;
  job_graph graph_;
  std::vector<job_facts> facts_;
};

}  // namespace activateur
