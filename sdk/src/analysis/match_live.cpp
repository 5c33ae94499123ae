#include "analysis/match_live.hpp"

#include <algorithm>

#include "analysis/match_messages.hpp"
#include "badges/batch.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

namespace say = match_messages;

bool same(const coverage& a, const coverage& b) {
  return a.belief == b.belief && a.expectation == b.expectation && a.plausibility == b.plausibility;
}
bool same(std::span<const match_known> a, std::span<const match_known> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const match_known& x, const match_known& y) {
    return x.up_to == y.up_to && same(x.value, y.value);
  });
}

// The entries of the competence at `from`, which they are sorted by.
std::span<const match_known> entries_at(const std::vector<match_known>& of, std::size_t from) {
  std::size_t end = from;
  while (end < of.size() && of[end].competence == of[from].competence) ++end;
  return std::span(of).subspan(from, end - from);
}

}  // namespace

match_live::match_live(std::unique_ptr<match_run> run)
    : run_(std::move(run)),
      all_(run_->all(), {0, run_->request().by.presumption_default, 1}),
      essential_(run_->essential(), {0, run_->request().by.presumption_default, 1}),
      lacking_(*run_->essential(), run_->request().by),
      now_(run_->targets().size()),
      read_all_(now_.size()),
      read_essential_(now_.size()) {
  see(true);
}

void match_live::change_all(std::uint32_t competence, std::span<const match_known> now) {
  all_.change(competence, now);
  essential_.change(competence, now);
}

void match_live::see(bool first) {
  moved_.clear();
  all_.read(0, read_all_);
  essential_.read(0, read_essential_);
  lacking_.find(known_);
  for (std::size_t t = 0; t < now_.size(); ++t) {
    const standing_at after{
        read_all_[t], activateur::zone_of(read_all_[t], read_essential_[t], lacking_.holds(t), run_->request().by)};
    if (!first && (after.in != now_[t].in || !same(after.all, now_[t].all)))
      moved_.push_back({t, now_[t].all, after.all, now_[t].in, after.in});
    now_[t] = after;
  }
}

result<void> match_live::set(const json& document, const context& with) {
  const match_request& asked = run_->request();
  auto person = read_portfolio(document, "portfolio");
  if (!person) return std::move(person).why();
  if (person->identities != identities_) verified_.clear();  // a badge may be hers for one of them only
  verify_options verifying = asked.verifying;
  verifying.recipient = recipient_of(*person);
  std::vector<verification> verifications;
  std::map<std::string, verification> kept;
  for (const portfolio_credential& held : person->credentials) {
    const std::string key = held.id + '\n' + held.content;
    auto known = verified_.find(key);
    if (known == verified_.end()) {
      auto verified = verify_or_refuse({held.content, held.id}, verifying, with);
      if (!verified) return std::move(verified).why();
      known = verified_.emplace(key, *std::move(verified)).first;
    }
    verifications.push_back(known->second);
    kept.emplace(key, known->second);
  }
  auto state = weigh(*person, std::move(verifications), asked.frameworks, asked.by, with);
  if (!state) return std::move(state).why();
  identities_ = person->identities;
  verified_ = std::move(kept);

  const std::vector<match_known> now = run_->known_of(*state);
  for (std::size_t b = 0, a = 0; b < known_.size() || a < now.size();) {
    if (a == now.size() || (b < known_.size() && known_[b].competence < now[a].competence)) {
      const auto gone = entries_at(known_, b);
      change_all(gone.front().competence, {});
      b += gone.size();
    } else if (b == known_.size() || now[a].competence < known_[b].competence) {
      const auto come = entries_at(now, a);
      change_all(come.front().competence, come);
      a += come.size();
    } else {
      const auto before = entries_at(known_, b), after = entries_at(now, a);
      if (!same(before, after)) change_all(after.front().competence, after);
      b += before.size();
      a += after.size();
    }
  }
  known_ = now;
  see(false);
  return {};
}

result<void> match_live::change(std::string_view competence, const coverage* value) {
  const auto number = run_->number_of(competence);
  if (!number) return fail(failure::not_found, say::unknown_competence, {shortened(std::string(competence), 120)});
  const bool ordered = value == nullptr || (value->belief >= 0 && value->belief <= value->expectation &&
                                            value->expectation <= value->plausibility && value->plausibility <= 1);
  if (!ordered) return fail(failure::input, say::bad_value, {std::string(competence)});
  const auto less = [](const match_known& a, std::uint32_t c) { return a.competence < c; };
  auto at = std::lower_bound(known_.begin(), known_.end(), *number, less);
  auto end = at;
  while (end != known_.end() && end->competence == *number) ++end;
  at = known_.erase(at, end);
  if (value != nullptr) {
    const match_known one{*number, match_level_count - 1, *value};
    known_.insert(at, one);
    change_all(*number, {&one, 1});
  } else {
    change_all(*number, {});
  }
  see(false);
  return {};
}

}  // namespace activateur
