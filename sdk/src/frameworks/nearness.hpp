// How near two jobs are, and two competences, with the parts that make the answer.
#pragma once

#include <memory>

#include "frameworks/framework.hpp"

namespace activateur {

struct nearness_part {
  std::string_view name;    // "shared_competences"
  std::string_view group;   // what it speaks of: "competences", "words", ...
  double value = 0;         // what was measured
  double contribution = 0;  // what that did to the score
};

struct near_entry {
  std::uint32_t index = no_index;  // the job, or competence, that is near
  double nearness = 0;             // 0 to 1; jobs: how likely ROME would name it among the source's mobilities
  double score = 0;                // what orders: base plus the parts' contributions
  double base = 0;
  std::vector<nearness_part> parts;  // by weight, the heaviest first; those that contribute nothing left out
};

// Jobs, from the competences, words, domains and interests of a framework; not from its mobilities, except that
// the weights were fitted once to those of ROME 4.0 (docs/nearness.md). From a source to a target: not symmetric.
// Making one compares all jobs with all and takes seconds; then an answer takes milliseconds. Any number of threads.
class job_nearness {
 public:
  explicit job_nearness(const framework_ptr& f);
  ~job_nearness();
  job_nearness(job_nearness&&) noexcept;
  job_nearness& operator=(job_nearness&&) noexcept;

  // The nearest of all other jobs, nearest first; ties by index. Indices are of the framework's jobs.
  [[nodiscard]] std::vector<near_entry> near_jobs(std::uint32_t job, std::size_t limit) const;
  [[nodiscard]] near_entry compare(std::uint32_t from, std::uint32_t to) const;
  // The scores alone, by target; the source's own is the lowest there is.
  [[nodiscard]] std::vector<double> scores(std::uint32_t from) const;

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

// Competences: place in the hierarchy, words of the label, jobs that ask for both. Symmetric; fixed weights, 0 to 1.
class competence_nearness {
 public:
  explicit competence_nearness(const framework_ptr& f);
  ~competence_nearness();
  competence_nearness(competence_nearness&&) noexcept;
  competence_nearness& operator=(competence_nearness&&) noexcept;

  [[nodiscard]] std::vector<near_entry> near_competences(std::uint32_t competence, std::size_t limit) const;
  [[nodiscard]] near_entry compare(std::uint32_t a, std::uint32_t b) const;

 private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

}  // namespace activateur
