#include "analysis/reach_tally.hpp"

#include <numeric>

#include "analysis/group_gap.hpp"

namespace activateur {

void reach_tally::add(const std::string& person, bool named, const achievement_finding& found) {
  const std::size_t leaves = found.missing.distance.leaves;
  ++counts_[found.earned() ? 0 : std::clamp<std::size_t>(leaves, 1, groups - 1)];
  if (!named) return;
  json line{{"person", person}, {"earned", found.earned()}, {"held", found.held}, {"leaves", leaves}};
  line["missing"] = json::array();
  for (const criterion_finding* f : found.missing.leaves) line["missing"].push_back(f->pointer);
  named_.push_back(std::move(line));
}

json reach_tally::document(std::size_t threshold, const context& with) const {
  constexpr std::array<const char*, groups> names{"earned", "one", "two", "three", "more"};
  const std::size_t persons = std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
  json out{{"schema", "activateur/achievement-near/1"},
           {"achievement", {{"id", entry_.id}, {"name", entry_.what.name}, {"version", entry_.version}}},
           {"threshold", threshold},
           {"suppressed", persons < threshold},
           {"named", named_},
           {"at", to_text(with.now)}};
  if (persons < threshold) return out;
  const std::vector<bool> hidden = left_out({counts_.begin(), counts_.end()}, threshold);
  out["persons"] = persons;
  out["missing"] = json::object();
  for (std::size_t i = 0; i < groups; ++i) out["missing"][names[i]] = hidden[i] ? json(nullptr) : json(counts_[i]);
  return out;
}

}  // namespace activateur
