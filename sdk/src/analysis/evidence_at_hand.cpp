// What each kind of criterion takes as evidence.
#include <algorithm>
#include <set>

#include "analysis/evaluation.hpp"
#include "analysis/overrides.hpp"
#include "recognition/issuer.hpp"
#include "recognition/levels.hpp"

namespace activateur {
namespace {

constexpr double days_a_week = 7;
constexpr double ms_a_month = days_a_month * static_cast<double>(ms_per_day);

requirement_state enough(double have, double need, requirement_state when) {
  return have >= need ? when : requirement_state::to_explore;
}

bool holds(const std::vector<std::string>& list, const std::string& one) {
  return std::find(list.begin(), list.end(), one) != list.end();
}

// Months of experiences: those with dates count once where they overlap.
class duration {
 public:
  void add(const experience& lived, instant now) {
    const double months = months_lived(lived, now);
    const double hours = months * days_a_month / days_a_week * lived.hours_per_week;
    hours_ += hours;
    if (lived.hours_given) given_hours_ += hours;
    if (lived.from)
      dated_.emplace_back(static_cast<double>(lived.from->ms),
                          static_cast<double>(lived.from->ms) + months * ms_a_month);
    else
      undated_ += months;
  }
  [[nodiscard]] double hours() const { return hours_; }
  // Without those of experiences that do not say how many a week.
  [[nodiscard]] double given_hours() const { return given_hours_; }
  [[nodiscard]] double months() {
    std::sort(dated_.begin(), dated_.end());
    double sum = 0, until = 0;
    bool first = true;
    for (const auto& [from, to] : dated_) {
      const double start = first ? from : std::max(from, until);
      sum += std::max(0.0, to - start);
      until = first ? to : std::max(until, to);
      first = false;
    }
    return undated_ + sum / ms_a_month;
  }

 private:
  double hours_ = 0, given_hours_ = 0, undated_ = 0;
  std::vector<std::pair<double, double>> dated_;
};

}  // namespace

// A badge that says it recognises an achievement.
struct badge_at_hand {
  std::string id;      // in the portfolio
  std::string issuer;  // empty unless the badge shows that the id is its issuer's
  bool valid = false;
  bool third_party = false;
  bool named = false;  // its issuer, by a policy
};

struct evaluator::evidence_at_hand {
  const portfolio& person;
  const recognition_state& state;
  const framework_set& frameworks;
  const policy& by;
  instant now;
  std::map<std::string, override_decision> overrides;
  std::set<std::string, std::less<>> attested;                            // experiences of which a third party speaks
  std::map<std::string, std::vector<badge_at_hand>, std::less<>> badges;  // by achievement

  evidence_at_hand(const portfolio& p, const recognition_state& s, const framework_set& f, const policy& b, instant at)
      : person(p), state(s), frameworks(f), by(b), now(at), overrides(acting_overrides(p)) {
    for (const feedback& said : p.feedbacks)
      if (!said.experience.empty() && said.level > 0 && b.third_party.contains(said.role))
        attested.insert(said.experience);
    for (std::size_t i = 0; i < s.verifications.size() && i < p.credentials.size(); ++i)
      add_badge(s.verifications[i], p.credentials[i].id);
  }

  // A badge counts as recognition takes it: not invalid, of somebody else, whom the policy does not distrust.
  void add_badge(const verification& v, const std::string& id) {
    // What a learner record holds is hers when the record is good and it was given to whom the record was, or to her.
    if (v.overall == verdict::valid)
      for (const verification& one : v.contents)
        if (one.subject.subject_id == v.subject.subject_id || holds(person.identities, one.subject.subject_id))
          add_badge(one, id);
    const credential& c = v.subject;
    if (c.what.id.empty() || v.overall == verdict::invalid) return;
    const auto trust = by.issuers.find(c.issuer.id);
    const bool distrusted = trust != by.issuers.end() && trust->second <= 0;
    const bool own = !c.issuer.id.empty() && c.issuer.id == c.subject_id;
    if (distrusted || own) return;
    badges[c.what.id].push_back({id, issuer_proven(v) ? c.issuer.id : std::string(), v.overall == verdict::valid,
                                 of_third_party(v, by), issuer_named(v, by)});
  }

  // Anybody may write an achievement's address into a badge. It is earned by the badge of those who may award it:
  // `awarding`, when the criterion names them; else its creator, the site where it is described, and whom a policy
  // names. Any other badge of it is a presumption.
  [[nodiscard]] leaf_finding badge(const std::string& address, const std::string& creator,
                                   const std::vector<std::string>& awarding) const {
    leaf_finding out;
    const auto found = badges.find(address);
    if (address.empty() || found == badges.end()) return out;
    for (const badge_at_hand& one : found->second) {
      const bool may = !awarding.empty()
                           ? holds(awarding, one.issuer)
                           : one.third_party && (one.named || one.issuer == creator || on_site_of(one.issuer, address));
      const bool earns = one.valid && !one.issuer.empty() && may;
      out.state = std::min(out.state, earns ? requirement_state::recognised : requirement_state::presumed);
      out.evidence.push_back(one.id);
    }
    out.have = out.state == requirement_state::recognised ? 1 : 0;
    return out;
  }

  [[nodiscard]] std::string competence(const std::string& given) const {
    const auto ref = frameworks.competence(given);
    return ref ? competence_name(*ref->in, ref->index) : given;
  }
  [[nodiscard]] std::string job(const std::string& given) const {
    const auto ref = frameworks.job(given);
    return ref ? job_name(*ref->in, ref->index) : given;
  }

  [[nodiscard]] leaf_finding judge_competence(const earning_criterion& asked) const {
    leaf_finding out;
    out.unit = "belief";
    out.need = by.recognised_belief;
    const std::string named = competence(asked.about);
    const auto known = state.competences.find(named);
    standing now_known;
    now_known.value.base_rate = by.presumption_default;
    if (known != state.competences.end()) {
      now_known = known->second;
      if (!asked.from.empty()) {
        // What speaks against counts, of whatever kind it is.
        std::erase_if(now_known.contributions,
                      [&](const evidence& e) { return !e.negative && !holds(asked.from, std::string(name(e.kind))); });
        count_voices_once(now_known.contributions);
        now_known.value = opinion_from(now_known, by);
      }
      now_known = at_level(std::move(now_known), asked.level > 0 ? asked.level : usual_level, by);
    }
    out.state = state_of(&now_known, by);
    out.have = now_known.value.belief();
    for (const evidence& e : now_known.contributions)
      if (!e.negative && e.weight() > 0) out.evidence.push_back(e.id);
    // Somebody's word lowers what evidence says, and never makes more than a presumption of it.
    if (const auto decided = overrides.find(named); decided != overrides.end()) {
      const requirement_state said = state_named(decided->second.state, out.state);
      out.state = said > out.state ? said : std::min(out.state, std::max(said, requirement_state::presumed));
    }
    return out;
  }

  [[nodiscard]] leaf_finding judge_experience(const earning_criterion& asked) const {
    duration all, seen;
    leaf_finding out;
    const std::string about_competence = competence(asked.about), about_job = job(asked.about);
    for (const experience& lived : person.experiences) {
      if (!asked.sort.empty() && lived.kind != asked.sort) continue;
      if (!asked.about.empty()) {
        const auto speaks = [&](const std::vector<std::string>& list, const std::string& of, bool job_list) {
          return std::any_of(list.begin(), list.end(),
                             [&](const std::string& one) { return (job_list ? job(one) : competence(one)) == of; });
        };
        if (!speaks(lived.competences, about_competence, false) && !speaks(lived.jobs, about_job, true)) continue;
      }
      all.add(lived, now);
      if (asked.declared || attested.contains(lived.id)) seen.add(lived, now);
      out.evidence.push_back(lived.id);
    }
    // Shown is what lacks most.
    const bool by_hours =
        asked.hours > 0 && (asked.months <= 0 || seen.given_hours() / asked.hours < seen.months() / asked.months);
    out.unit = by_hours ? "hours" : "months";
    out.need = by_hours ? asked.hours : asked.months;
    out.have = by_hours ? seen.given_hours() : seen.months();
    // Hours that are guessed presume, and recognise nothing.
    out.state = seen.months() >= asked.months && seen.given_hours() >= asked.hours ? requirement_state::recognised
                : all.months() >= asked.months && all.hours() >= asked.hours       ? requirement_state::presumed
                                                                                   : requirement_state::to_explore;
    return out;
  }

  // Voices, each once; without a name every record is one, however many statements it makes.
  [[nodiscard]] leaf_finding judge_said(const earning_criterion& asked) const {
    const bool observed = asked.kind == criterion_kind::observation;
    leaf_finding out;
    out.unit = "voices";
    out.need = static_cast<double>(asked.times);
    std::set<std::string> voices;
    bool below = false;
    const std::string about = competence(asked.about);
    for (const feedback& said : person.feedbacks) {
      if (observed) {
        if (said.kind != "observation" || said.grid != asked.about) continue;
        if (!asked.sort.empty() && said.criterion != asked.sort) continue;
      } else {
        if (!asked.about.empty() && competence(said.competence) != about) continue;
        if (!asked.from.empty() && !holds(asked.from, said.role)) continue;
      }
      if (said.level < asked.level) {
        below = true;
        continue;
      }
      voices.insert(said.by.empty() ? "\n" + said.id.substr(0, said.id.find('/')) : said.by);
      out.evidence.push_back(said.id);
    }
    out.have = static_cast<double>(voices.size());
    out.state = enough(out.have, out.need, requirement_state::recognised);
    if (observed && below && voices.empty()) out.state = requirement_state::to_acquire;
    return out;
  }
};

evaluator::evaluator(const portfolio& person, const recognition_state& state, const framework_set& frameworks,
                     const policy& by, const catalogue& among, instant now)
    : known_(std::make_unique<evidence_at_hand>(person, state, frameworks, by, now)), by_(by), among_(among) {}
evaluator::~evaluator() = default;

const achievement_finding& evaluator::of(const catalogue_entry& entry) {
  if (const auto known = found_.find(entry.id); known != found_.end()) return *known->second;
  auto made = std::make_unique<achievement_finding>();
  made->entry = &entry;
  const leaf_finding badge = known_->badge(address_of(entry), entry.what.creator, {});
  made->held = badge.state == requirement_state::recognised;
  made->badges = badge.evidence;
  made->criteria = judge_criteria(entry.what.criteria, [this](const earning_criterion& leaf) -> leaf_finding {
    switch (leaf.kind) {
      case criterion_kind::competence: return known_->judge_competence(leaf);
      case criterion_kind::experience: return known_->judge_experience(leaf);
      case criterion_kind::credential: return known_->badge(leaf.about, {}, leaf.from);
      case criterion_kind::observation:
      case criterion_kind::feedback: return known_->judge_said(leaf);
      default: break;
    }
    leaf_finding out;
    const catalogue_entry* asked = among_.find(leaf.about);  // a catalogue has no cycle, so this ends
    if (asked == nullptr) return out;
    const achievement_finding& inner = of(*asked);
    out.state = inner.state();
    out.have = inner.earned() ? 1 : 0;
    out.evidence = inner.badges;
    out.leaves = std::max<std::size_t>(1, inner.missing.distance.leaves);
    return out;
  });
  if (!made->earned()) made->missing = smallest_missing(made->criteria, by_);
  return *found_.emplace(entry.id, std::move(made)).first->second;
}

}  // namespace activateur
