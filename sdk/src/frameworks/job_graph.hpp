// What the overall likeness of all jobs with all says of two of them: ranks in each direction, common neighbours, how
// their domains lie.
#pragma once

#include "frameworks/job_spaces.hpp"

namespace activateur {

class job_graph {
 public:
  // Compares every job with every other: some seconds of work for thousands of jobs, done once.
  job_graph(const framework& f, const job_spaces& spaces);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] double overall(std::uint32_t a, std::uint32_t b) const { return overall_[a * size_ + b]; }
  // Position of `b` among the jobs most like `a`, from 0; ties by index; `a` itself comes last.
  [[nodiscard]] std::uint32_t rank(std::uint32_t a, std::uint32_t b) const { return rank_[a * size_ + b]; }
  [[nodiscard]] const std::vector<std::uint32_t>& order(std::uint32_t a) const { return order_[a]; }  // rank -> job
  // How near the nearest are: mean of the 20 best, and the third best.
  [[nodiscard]] double crowding(std::uint32_t job) const { return crowding_[job]; }
  [[nodiscard]] double third_best(std::uint32_t job) const { return third_best_[job]; }

  // Where a walk of a few steps from neighbour to neighbour ends, each step half as likely as the one before.
  [[nodiscard]] std::vector<double> walk(std::uint32_t from) const;
  // Jaccard of the sets of 25 nearest, each job in its own set.
  [[nodiscard]] std::vector<double> common_neighbours(std::uint32_t of) const;

  // Domains and broad domains (their codes' first letter), numbered.
  [[nodiscard]] std::uint32_t domain(std::uint32_t job) const { return domains_.of_job[job]; }
  [[nodiscard]] std::uint32_t broad_domain(std::uint32_t job) const { return broad_domains_.of_job[job]; }
  [[nodiscard]] std::size_t domains() const { return domains_.count; }
  [[nodiscard]] std::size_t broad_domains() const { return broad_domains_.count; }
  // Mean likeness of a job with the jobs of a domain (itself not counted), and of the jobs of two domains.
  [[nodiscard]] double with_domain(std::uint32_t job, std::uint32_t d) const {
    return domains_.with_job[job * domains_.count + d];
  }
  [[nodiscard]] double between_domains(std::uint32_t a, std::uint32_t b) const {
    return domains_.between[a * domains_.count + b];
  }
  [[nodiscard]] double between_broad_domains(std::uint32_t a, std::uint32_t b) const {
    return broad_domains_.between[a * broad_domains_.count + b];
  }

 private:
  struct grouping {
    std::vector<std::uint32_t> of_job;
    std::size_t count = 0;
    std::vector<double> with_job, between;
  };
  [[nodiscard]] grouping group(const framework& f, std::size_t letters) const;
  void rank_all();
  void link_neighbours();

  std::size_t size_;
  std::vector<float> overall_;
  std::vector<std::uint32_t> rank_;
  std::vector<std::vector<std::uint32_t>> order_;
  std::vector<double> crowding_, third_best_;
  sparse_rows steps_;  // chances of going from a job (row) to a neighbour
  grouping domains_, broad_domains_;
};

}  // namespace activateur
