#include "analysis/hindrances.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/map_messages.hpp"
#include "base/word.hpp"
#include "frameworks/fold.hpp"

namespace activateur {
namespace {

namespace say = map_messages;
using enum hindrance_effect;

bool in(const std::vector<std::string>& list, std::string_view one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// With one decimal where there is one.
std::string kilometres(double km) {
  const long long tenths = std::llround(km * 10);
  const std::string whole = std::to_string(tenths / 10);
  if (tenths % 10 == 0) return whole;
  const std::string decimal = std::to_string(tenths % 10);
  return word_argument(whole + '.' + decimal, whole + ',' + decimal);
}

class finder {
 public:
  explicit finder(const hindrance_case& of) : of_(of) {}

  std::vector<hindrance> find() && {
    if (of_.table != nullptr) {
      conditions_of_job();
      if (of_.table->regulated(of_.job)) out_.push_back({"regulated", {}, to_check, sentence(say::regulated)});
    }
    for (const std::string& right : of_.rights) need(right);
    if (of_.local != nullptr) {
      schedule();
      distance();
    }
    return std::move(out_);
  }

 private:
  void conditions_of_job() {
    for (const std::uint32_t c : of_.table->conditions_of(of_.job)) {
      if (!of_.refused->refused(c)) continue;
      const table_condition& refused = of_.table->conditions()[c];
      const bool hours = fold(refused.category).starts_with("horaires");
      out_.push_back({hours ? "schedule" : "condition", std::string(refused.label), blocks,
                      sentence(say::refused, {std::string(refused.label)})});
    }
  }

  void need(const std::string& right) {
    if (in(of_.person->conditions, right)) return;
    if (!in(of_.person->lacks, right)) {
      out_.push_back({"right", right, to_check, sentence(say::right_to_check, {right})});
    } else if (of_.around == nullptr) {
      out_.push_back({"right", right, to_check, sentence(say::right_lacking, {right})});
    } else if (const auto how = of_.around->conditions.find(right);
               how != of_.around->conditions.end() && how->second.week != no_week) {
      out_.push_back({"right", right, delays, sentence(say::right_to_get, {right})});
    } else {
      out_.push_back({"right", right, blocks, sentence(say::right_missing, {right})});
    }
  }

  // What the territory says of its own post is compared as it is written.
  void schedule() {
    for (const std::string& one : of_.local->schedule) {
      const bool refused = std::any_of(of_.person->wanted.refuses.begin(), of_.person->wanted.refuses.end(),
                                       [&](const std::string& r) { return r == one || fold(r) == fold(one); });
      const bool said = std::any_of(out_.begin(), out_.end(), [&](const hindrance& h) { return h.what == one; });
      if (refused && !said) out_.push_back({"schedule", one, blocks, sentence(say::refused, {one})});
    }
  }

  void distance() {
    if (!of_.reach_km) return;
    const double most = *of_.reach_km;
    if (!of_.local->distance_km)
      out_.push_back({"distance", {}, to_check, sentence(say::distance_to_check)});
    else if (*of_.local->distance_km > most)
      out_.push_back({"distance", std::to_string(std::llround(std::ceil(*of_.local->distance_km))), blocks,
                      sentence(say::too_far, {kilometres(*of_.local->distance_km), kilometres(most)})});
  }

  const hindrance_case& of_;
  std::vector<hindrance> out_;
};

}  // namespace

refusals::refusals(const wishes& wanted, const map_table& table) {
  if (wanted.refuses.empty()) return;
  const std::string prefix = std::string(table.in().id()) + ':';
  std::vector<std::string> named, folded;
  for (const std::string& one : wanted.refuses) {
    if (one.starts_with(prefix)) named.push_back(one.substr(prefix.size()));
    folded.push_back(fold(one));
  }
  for (const table_condition& c : table.conditions())
    refused_.push_back(in(named, c.code) || in(folded, c.folded) ? 1 : 0);
}

std::vector<hindrance> hindrances_of(const hindrance_case& of) { return finder(of).find(); }

}  // namespace activateur
