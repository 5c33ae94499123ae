#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "frameworks/job_features.hpp"
#include "frameworks/near_table.hpp"
#include "frameworks/nearness.hpp"

namespace activateur {
namespace {

constexpr double millionth = 1e-6;

std::size_t width() { return job_feature_names().size(); }

near_entry explained(std::uint32_t target, std::span<const float> features) {
  const boosted_trees trees = job_nearness_trees();
  std::vector<std::int64_t> contributions(features.size(), 0);
  trees.explain(features, contributions);
  near_entry out;
  out.index = target;
  out.base = trees.base * millionth;
  out.score = static_cast<double>(trees.score(features)) * millionth;
  out.nearness = 1 / (1 + std::exp(-out.score));
  std::vector<std::size_t> order(features.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::abs(contributions[a]) > std::abs(contributions[b]);
  });
  for (const std::size_t k : order) {
    if (contributions[k] == 0) break;
    const feature_name& said = job_feature_names()[k];
    out.parts.push_back({said.name, name(said.group), features[k], static_cast<double>(contributions[k]) * millionth});
  }
  return out;
}

std::vector<std::int64_t> scored(const std::vector<float>& features, std::size_t jobs, std::uint32_t source) {
  const boosted_trees trees = job_nearness_trees();
  std::vector<std::int64_t> out(jobs);
  for (std::size_t j = 0; j < jobs; ++j) out[j] = trees.score({&features[j * width()], width()});
  out[source] = std::numeric_limits<std::int64_t>::min();
  return out;
}

}  // namespace

struct job_nearness::parts {
  explicit parts(const framework_ptr& f) : framework(f), features(f) {}
  framework_ptr framework;
  job_features features;
};

job_nearness::job_nearness(const framework_ptr& f) : parts_(std::make_unique<parts>(f)) {}
job_nearness::~job_nearness() = default;
job_nearness::job_nearness(job_nearness&&) noexcept = default;
job_nearness& job_nearness::operator=(job_nearness&&) noexcept = default;

std::vector<near_entry> job_nearness::near_jobs(std::uint32_t job, std::size_t limit) const {
  const std::size_t jobs = parts_->features.jobs();
  if (job >= jobs) return {};
  const std::vector<float> features = parts_->features.of(job);
  const std::vector<std::int64_t> scores = scored(features, jobs, job);
  std::vector<std::uint32_t> order;
  for (std::uint32_t j = 0; j < jobs; ++j)
    if (j != job) order.push_back(j);
  const std::size_t wanted = std::min(limit, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted), order.end(),
      [&](std::uint32_t a, std::uint32_t b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
  std::vector<near_entry> out;
  out.reserve(wanted);
  for (std::size_t k = 0; k < wanted; ++k) out.push_back(explained(order[k], {&features[order[k] * width()], width()}));
  return out;
}

near_entry job_nearness::compare(std::uint32_t from, std::uint32_t to) const {
  if (from >= parts_->features.jobs() || to >= parts_->features.jobs()) return {};
  if (from == to) {  // nothing to weigh
    near_entry same;
    same.index = to;
    same.nearness = 1;
    return same;
  }
  const std::vector<float> features = parts_->features.of(from);
  return explained(to, {&features[to * width()], width()});
}

std::vector<double> job_nearness::scores(std::uint32_t from) const {
  const std::size_t jobs = parts_->features.jobs();
  if (from >= jobs) return {};
  std::vector<double> out;
  out.reserve(jobs);
  for (const std::int64_t s : scored(parts_->features.of(from), jobs, from))
    out.push_back(static_cast<double>(s) * millionth);
  return out;
}

}  // namespace activateur
