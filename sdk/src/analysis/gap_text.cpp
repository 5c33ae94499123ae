#include "analysis/gap_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "analysis/gap_messages.hpp"
#include "analysis/messages.hpp"

namespace activateur {
namespace {

namespace say = gap_messages;

constexpr std::size_t most_named = 5;
constexpr double contradiction_told = 0.5;  // from here on both sides weigh enough to be told

std::string number(std::size_t n) { return std::to_string(n); }
std::string percent(double share) { return std::to_string(std::lround(100 * std::clamp(share, 0.0, 1.0))); }

void append(std::string& text, const std::string& sentence) {
  if (!text.empty()) text += ' ';
  text += sentence;
}

class writer {
 public:
  writer(const gap_report& report, language lang) : report_(report), lang_(lang) {
    for (const gap_item& i : report.items) {
      ++counts_[static_cast<std::size_t>(i.state)];
      labels_.emplace(i.asked.competence, i.asked.label);
    }
  }

  gap_texts write() const {
    const std::size_t all = report_.items.size();
    const auto essential = static_cast<std::size_t>(
        std::count_if(report_.items.begin(), report_.items.end(), [](const gap_item& i) { return i.asked.essential; }));
    gap_texts out;
    out.brief =
        of(say::short_text,
           {number(in(requirement_state::recognised)), report_.to.label, number(in(requirement_state::presumed)),
            number(in(requirement_state::to_explore) + in(requirement_state::to_acquire)), number(all)});
    out.standard = of(analysis_messages::gap_text,
                      {number(all), report_.to.label, number(essential), number(in(requirement_state::recognised)),
                       number(in(requirement_state::presumed)), number(in(requirement_state::to_explore)),
                       number(in(requirement_state::to_acquire))});
    out.full = out.standard;
    append(out.full, of(report_.verdict == gap_verdict::met                     ? say::verdict_met
                        : report_.verdict == gap_verdict::met_after_recognition ? say::verdict_after
                                                                                : say::verdict_open));
    append(out.full, of(say::range, {percent(report_.covered.belief), percent(report_.covered.expectation),
                                     percent(report_.covered.plausibility)}));
    append_fewest(out.full);
    append_notes(out.full);
    out.plain = plain();
    return out;
  }

 private:
  [[nodiscard]] std::string of(const message& what, std::vector<std::string> arguments = {}) const {
    return sentence(what, std::move(arguments)).text(lang_);
  }
  [[nodiscard]] std::size_t in(requirement_state s) const { return counts_[static_cast<std::size_t>(s)]; }

  [[nodiscard]] std::string label(const std::string& competence) const {
    const auto known = labels_.find(competence);
    return known == labels_.end() ? competence : known->second;
  }

  [[nodiscard]] std::string listed(const std::vector<std::string>& competences) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(most_named, competences.size()); ++i)
      out.append(i == 0 ? "" : ", ").append(label(competences[i]));
    if (competences.size() > most_named) out = of(say::and_more, {out, number(competences.size() - most_named)});
    return out;
  }

  void append_fewest(std::string& text) const {
    std::string acts;
    const auto add = [&](const message& what, const std::vector<std::string>& competences) {
      if (!competences.empty()) acts.append(acts.empty() ? "" : " ; ").append(of(what, {listed(competences)}));
    };
    add(say::to_recognise, report_.smallest.recognise);
    add(say::to_explore, report_.smallest.explore);
    add(say::to_acquire, report_.smallest.acquire);
    std::vector<std::string> conditions;
    for (const condition_item& c : report_.conditions)
      if (c.asked.essential && !c.held) conditions.push_back(c.asked.label);
    add(say::to_confirm, conditions);
    if (!acts.empty()) append(text, of(say::fewest, {acts}));
  }

  void append_notes(std::string& text) const {
    std::vector<std::string> contradicted;
    std::size_t near = 0, decided = 0;
    for (const gap_item& i : report_.items) {
      if (i.contradiction >= contradiction_told) contradicted.push_back(i.asked.competence);
      if (!i.near.empty() && i.state != requirement_state::presumed) ++near;
      if (i.overridden) ++decided;
    }
    if (near > 0) append(text, of(say::nearby, {number(near)}));
    if (!contradicted.empty()) append(text, of(say::contradicted, {listed(contradicted)}));
    if (decided > 0) append(text, of(say::decided, {number(decided)}));
  }

  [[nodiscard]] std::string plain() const {
    std::string out = of(say::plain_aim, {report_.to.label});
    const auto tell = [&](const message& what, requirement_state s) {
      if (in(s) > 0) append(out, of(what, {number(in(s))}));
    };
    tell(say::plain_recognised, requirement_state::recognised);
    tell(say::plain_presumed, requirement_state::presumed);
    tell(say::plain_explore, requirement_state::to_explore);
    tell(say::plain_acquire, requirement_state::to_acquire);
    for (const auto* next : {&report_.smallest.recognise, &report_.smallest.explore, &report_.smallest.acquire}) {
      if (next->empty()) continue;
      append(out, of(say::plain_next, {label(next->front())}));
      break;
    }
    append(out, of(say::plain_choice));
    return out;
  }

  const gap_report& report_;
  language lang_;
  std::array<std::size_t, 4> counts_{};
  std::map<std::string, std::string> labels_;
};

}  // namespace

gap_texts texts_of(const gap_report& report, language lang) { return writer(report, lang).write(); }

}  // namespace activateur
