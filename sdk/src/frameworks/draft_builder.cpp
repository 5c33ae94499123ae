#include "frameworks/draft_builder.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "frameworks/import_messages.hpp"

namespace activateur {

namespace say = import_messages;

draft_competence* draft_builder::add_competence(const std::string& code) {
  if (!competences_.emplace(code, draft.competences.size()).second) return nullptr;
  draft_competence& added = draft.competences.emplace_back();
  added.code = code;
  return &added;
}

draft_job* draft_builder::add_job(const std::string& code) {
  if (!jobs_.emplace(code, draft.jobs.size()).second) return nullptr;
  draft_job& added = draft.jobs.emplace_back();
  added.code = code;
  return &added;
}

draft_competence* draft_builder::competence(std::string_view code) {
  const auto found = competences_.find(std::string(code));
  return found == competences_.end() ? nullptr : &draft.competences[found->second];
}

draft_job* draft_builder::job(std::string_view code) {
  const auto found = jobs_.find(std::string(code));
  return found == jobs_.end() ? nullptr : &draft.jobs[found->second];
}

void draft_builder::link(draft_job& job, const std::string& competence, link_importance importance) {
  job.links.push_back({competence, importance});
}

void draft_builder::settle(journal& faults, const std::string& source) {
  const auto unknown = [&](const std::string& code) {
    static_cast<void>(faults.note(fail(failure::input, say::unknown_code, {shortened(code, 80)}, {source, {}, 0, 0})));
  };
  settle_broader(faults, source);
  for (draft_job& j : draft.jobs) {
    // The most important of each first, so that it is the one that stays.
    const auto weight = [](link_importance i) {
      return i == link_importance::core ? 0 : i == link_importance::emerging ? 1 : 2;
    };
    std::stable_sort(j.links.begin(), j.links.end(), [&](const draft_link& a, const draft_link& b) {
      return std::pair(std::string_view(a.competence), weight(a.importance)) <
             std::pair(std::string_view(b.competence), weight(b.importance));
    });
    const auto same = [](const draft_link& a, const draft_link& b) { return a.competence == b.competence; };
    j.links.erase(std::unique(j.links.begin(), j.links.end(), same), j.links.end());
    std::erase_if(j.links, [&](const draft_link& l) {
      if (competences_.count(l.competence) != 0) return false;
      unknown(l.competence);
      return true;
    });
    std::erase_if(j.mobilities, [&](const draft_mobility& m) {
      if (jobs_.count(m.job) != 0) return m.job == j.code;
      unknown(m.job);
      return true;
    });
  }
}

void draft_builder::settle_broader(journal& faults, const std::string& source) {
  const auto refuse = [&](const message& what, const std::string& code) {
    static_cast<void>(faults.note(fail(failure::input, what, {shortened(code, 80)}, {source, {}, 0, 0})));
  };
  for (draft_competence& c : draft.competences) {
    std::erase_if(c.broader, [&](const std::string& above) {
      if (above == c.code) {
        refuse(say::circle, c.code);
        return true;
      }
      if (competences_.count(above) != 0) return false;
      refuse(say::unknown_code, above);
      return true;
    });
    std::sort(c.broader.begin(), c.broader.end());
    c.broader.erase(std::unique(c.broader.begin(), c.broader.end()), c.broader.end());
  }
  // Depth first without recursion; a link up to an entry whose way up is being walked would close a circle.
  enum : std::uint8_t { fresh, open, done };
  std::vector<std::uint8_t> state(draft.competences.size(), fresh);
  for (std::size_t start = 0; start < state.size(); ++start) {
    if (state[start] != fresh) continue;
    std::vector<std::pair<std::size_t, std::size_t>> way{{start, 0}};
    state[start] = open;
    while (!way.empty()) {
      auto& [at, next] = way.back();
      std::vector<std::string>& broader = draft.competences[at].broader;
      if (next == broader.size()) {
        state[at] = done;
        way.pop_back();
        continue;
      }
      const std::size_t above = competences_.at(broader[next]);
      if (state[above] == open) {
        refuse(say::circle, draft.competences[at].code);
        broader.erase(broader.begin() + static_cast<std::ptrdiff_t>(next));
        continue;
      }
      ++next;
      if (state[above] != fresh) continue;
      state[above] = open;
      way.emplace_back(above, 0);
    }
  }
}

std::vector<std::string> split(std::string_view field, std::string_view separators) {
  std::vector<std::string> out;
  while (!field.empty()) {
    const std::size_t end = std::min(field.find_first_of(separators), field.size());
    const std::string_view part = trimmed(field.substr(0, end));
    if (!part.empty()) out.emplace_back(part);
    field.remove_prefix(std::min(end + 1, field.size()));
  }
  return out;
}

void add_label(std::vector<draft_label>& labels, std::string_view first, std::string_view text,
               std::string_view language) {
  const auto same = [&](const draft_label& l) { return l.text == text && l.language == language; };
  if (text.empty() || (text == first && language.empty()) || std::any_of(labels.begin(), labels.end(), same)) return;
  labels.emplace_back(std::string(text), std::string(language));
}

void add_attribute(std::vector<draft_attribute>& attributes, std::string_view name, std::string_view value) {
  if (!trimmed(value).empty()) attributes.push_back({std::string(name), std::string(trimmed(value))});
}

std::string two_letters(std::string_view language) {
  std::string out;
  for (const char c : language.substr(0, language.find_first_of("-_"))) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    if (lower < 'a' || lower > 'z') return {};
    out += lower;
  }
  return out.size() == 2 ? out : std::string();
}

std::string last_segment(std::string_view uri) {
  const std::size_t slash = uri.find_last_of("/#");
  return std::string(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
}

}  // namespace activateur
