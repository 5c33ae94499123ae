#include "frameworks/job_graph.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace activateur {
namespace {

constexpr std::size_t crowd = 20;
constexpr std::size_t walked_neighbours = 20;
constexpr std::size_t compared_neighbours = 25;
constexpr int steps_of_a_walk = 4;

}  // namespace

job_graph::job_graph(const framework& f, const job_spaces& spaces) : size_(spaces.size()) {
  overall_.reserve(size_ * size_);
  for (std::uint32_t a = 0; a < size_; ++a)
    for (const double o : spaces.overall(a)) overall_.push_back(static_cast<float>(o));
  rank_all();
  link_neighbours();
  domains_ = group(f, std::string::npos);
  broad_domains_ = group(f, 1);
}

void job_graph::rank_all() {
  rank_.resize(size_ * size_);
  order_.resize(size_);
  for (std::uint32_t a = 0; a < size_; ++a) {
    std::vector<std::uint32_t>& order = order_[a];
    for (std::uint32_t b = 0; b < size_; ++b)
      if (b != a) order.push_back(b);
    const float* row = &overall_[a * size_];
    std::stable_sort(order.begin(), order.end(), [row](std::uint32_t x, std::uint32_t y) { return row[x] > row[y]; });
    order.push_back(a);
    for (std::uint32_t r = 0; r < size_; ++r) rank_[a * size_ + order[r]] = r;
    double sum = 0;
    const std::size_t others = std::min(crowd, size_ - 1);
    for (std::size_t r = 0; r < others; ++r) sum += row[order[r]];
    crowding_.push_back(others > 0 ? sum / static_cast<double>(others) : 0.0);
    third_best_.push_back(others > 0 ? row[order[std::min<std::size_t>(2, others - 1)]] : 0.0);
  }
}

void job_graph::link_neighbours() {
  std::vector<std::vector<weight_at>> rows(size_);
  for (std::uint32_t a = 0; a < size_; ++a) {
    double sum = 0;
    for (std::uint32_t b = 0; b < size_; ++b) {
      if (b == a) continue;
      // Counted twice when each is a neighbour of the other.
      const int near = (rank(a, b) < walked_neighbours ? 1 : 0) + (rank(b, a) < walked_neighbours ? 1 : 0);
      const double weight = near * overall(a, b);
      if (weight <= 0) continue;
      rows[a].push_back({b, weight});
      sum += weight;
    }
    for (weight_at& w : rows[a]) w.weight /= sum;
  }
  steps_ = sparse_rows(std::move(rows), static_cast<std::uint32_t>(size_));
}

std::vector<double> job_graph::walk(std::uint32_t from) const {
  std::vector<double> here(size_, 0.0);
  std::vector<double> out(size_, 0.0);
  here[from] = 1;
  for (int step = 0; step < steps_of_a_walk; ++step) {
    std::vector<double> next(size_, 0.0);
    for (std::uint32_t a = 0; a < size_; ++a)
      if (here[a] > 0)
        for (const weight_at& w : steps_.row(a)) next[w.column] += (step == 0 ? 1.0 : 0.5) * here[a] * w.weight;
    for (std::size_t b = 0; b < size_; ++b) out[b] += next[b];
    here = std::move(next);
  }
  return out;
}

std::vector<double> job_graph::common_neighbours(std::uint32_t of) const {
  const std::size_t nearest = std::min(compared_neighbours, size_ - 1);
  std::vector<bool> mine(size_, false);
  mine[of] = true;
  for (std::size_t r = 0; r < nearest; ++r) mine[order_[of][r]] = true;
  std::vector<double> out(size_);
  for (std::uint32_t b = 0; b < size_; ++b) {
    std::size_t both = mine[b] ? 1 : 0;
    for (std::size_t r = 0; r < nearest; ++r) both += mine[order_[b][r]] ? 1 : 0;
    out[b] = static_cast<double>(both) / static_cast<double>(2 * (nearest + 1) - both);
  }
  return out;
}

job_graph::grouping job_graph::group(const framework& f, std::size_t letters) const {
  grouping g;
  std::map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t j = 0; j < size_; ++j) {
    const std::string_view code = f.job(j).domain.substr(0, letters);
    g.of_job.push_back(numbers.emplace(code, static_cast<std::uint32_t>(numbers.size())).first->second);
  }
  g.count = numbers.size();
  std::vector<std::size_t> members(g.count, 0);
  for (const std::uint32_t d : g.of_job) ++members[d];
  g.with_job.assign(size_ * g.count, 0.0);
  g.between.assign(g.count * g.count, 0.0);
  for (std::uint32_t a = 0; a < size_; ++a)
    for (std::uint32_t b = 0; b < size_; ++b)
      if (a != b) g.with_job[a * g.count + g.of_job[b]] += overall(a, b);
  for (std::uint32_t a = 0; a < size_; ++a)
    for (std::size_t d = 0; d < g.count; ++d) {
      const std::size_t others = members[d] - (g.of_job[a] == d ? 1 : 0);
      double& sum = g.with_job[a * g.count + d];
      g.between[g.of_job[a] * g.count + d] += sum;
      if (others > 0) sum /= static_cast<double>(others);
    }
  for (std::size_t d = 0; d < g.count; ++d)
    for (std::size_t e = 0; e < g.count; ++e) {
      const std::size_t pairs = members[d] * (members[e] - (d == e ? 1 : 0));
      if (pairs > 0) g.between[d * g.count + e] /= static_cast<double>(pairs);
    }
  return g;
}

}  // namespace activateur
