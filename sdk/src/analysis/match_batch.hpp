// Many persons against many targets, in blocks whose memory the caller bounds.
#pragma once

#include <functional>

#include "analysis/match_scores.hpp"
#include "analysis/possibilities.hpp"
#include "base/context.hpp"

namespace activateur {

// What is known of many persons; a person's number is her place.
class match_people {
 public:
  // Ascending by competence and `up_to`.
  void add(std::vector<match_known> known);
  void clear();
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] std::span<const match_known> operator[](std::size_t person) const { return all_[person]; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  std::vector<std::vector<match_known>> all_;
  std::size_t bytes_ = 0;
};

// Rows in columns of one length.
struct match_columns {
  std::vector<std::uint32_t> person, target;
  std::vector<double> belief, expectation, plausibility;
  std::vector<zone> in;  // empty when no zones are asked for

  [[nodiscard]] std::size_t size() const { return person.size(); }
  void resize(std::size_t rows, bool zones);
  static constexpr std::size_t row_bytes = 2 * sizeof(std::uint32_t) + 3 * sizeof(double) + sizeof(zone);
};

// Zones as in a carte des possibles: by the essential requirements, then by all.
struct match_zones {
  const match_index* essential = nullptr;  // the same targets with their essential requirements alone
  const policy* by = nullptr;
};

struct match_options {
  coverage unknown{0, 0, 1};  // of a competence that is not known
  std::size_t best = 0;       // so many targets of each person, best first; 0: all, by number
  double coverage::*by = &coverage::expectation;
  std::size_t memory = std::size_t{64} << 20U;  // for rows that wait to be given; one person's rows always fit
  unsigned threads = 1;                         // that compute, the calling one among them; at most 256
};

// Gives the rows to `give`, person by person in their order, on the calling thread; it answers false to stop. The rows
// are the same whatever the memory and the threads. Fails only when cancelled. Persons are units of progress.
result<void> match_batch(const match_index& index, const match_zones* zones, const match_people& people,
                         const match_options& options, const std::function<bool(const match_columns&)>& give,
                         const context& with);

}  // namespace activateur
