#include "engine.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/criteria_words.hpp"
#include "analysis/group_gap.hpp"
#include "analysis/map_change.hpp"
#include "analysis/pathway.hpp"
#include "analysis/reach_tally.hpp"
#include "analysis/why_not.hpp"
#include "base/iri.hpp"
#include "base/text.hpp"
#include "store/negotiation.hpp"
#include "territory/reach.hpp"

namespace activateur {
namespace {

constexpr message no_portfolio{"request.portfolio", "A portfolio document is needed.",
                               "Un document portfolio est nécessaire."};
constexpr message nothing_of_that_name{"request.name", "No loaded framework has a job or a competence \"{0}\".",
                                       "Aucun référentiel chargé n'a de métier ni de compétence « {0} »."};
constexpr message no_achievement{"request.achievement", "No achievement \"{0}\" is published here.",
                                 "Aucune réalisation « {0} » n'est publiée ici."};
constexpr message nothing_published{"request.no_achievement",
                                    "No achievement is published here yet: publish one, or name one.",
                                    "Aucune réalisation n'est encore publiée ici : publiez-en une, ou nommez-en une."};
constexpr message no_such_form{"request.form", "A pathway is rendered as \"mermaid\", or as \"ctdl\" with its address.",
                               "Un parcours est rendu en « mermaid », ou en « ctdl » avec son adresse."};
constexpr message no_territory{"request.territory", "A territory document is needed.",
                               "Un document territoire est nécessaire."};

// Everything read and recognised from a request, before any comparison.
struct reading {
  portfolio person;
  policy by;
  framework_set frameworks;
  verify_options verifying;
};

// A competence is recognised by somebody: a credential that alone says who issued it weighs nothing.
verification_policy for_recognition() {
  verification_policy out;
  out.accept_own_word = false;
  return out;
}

result<reading> read(const analysis_request& asked, framework_set frameworks, const context_library* contexts) {
  static const verification_policy verifying = for_recognition();
  if (asked.portfolio == nullptr) return fail(failure::usage, no_portfolio);
  result<portfolio> person = read_portfolio(*asked.portfolio, "portfolio");
  if (!person) return std::move(person).why();
  reading out{*std::move(person), default_policy(), std::move(frameworks), {}};
  if (asked.policy != nullptr) {
    result<policy> by = read_policy(*asked.policy, "policy");
    if (!by) return std::move(by).why();
    out.by = *std::move(by);
  }
  out.verifying.documents = asked.documents;
  out.verifying.contexts = contexts;
  out.verifying.policy = &verifying;
  return out;
}

// A person recognised.
struct recognised_person {
  reading from;
  recognition_state state;
};
result<recognised_person> recognise_person(const analysis_request& asked, framework_set frameworks,
                                           const context_library* contexts, const context& with) {
  result<reading> from = read(asked, std::move(frameworks), contexts);
  if (!from) return std::move(from).why();
  result<recognition_state> state = recognise(from->person, from->frameworks, from->by, from->verifying, with);
  if (!state) return std::move(state).why();
  return recognised_person{*std::move(from), *std::move(state)};
}

// A request compared with its target.
struct compared {
  reading from;
  gap_report gap;
};
result<compared> compare_with_target(const analysis_request& asked, framework_set frameworks,
                                     const context_library* contexts, const context& with) {
  result<reading> from = read(asked, std::move(frameworks), contexts);
  if (!from) return std::move(from).why();
  const result<target> to = find_target(from->frameworks, asked.target);
  if (!to) return to.why();
  result<recognition_state> state = recognise(from->person, from->frameworks, from->by, from->verifying, with);
  if (!state) return std::move(state).why();
  gap_report gap = compute_gap(from->person, *std::move(state), *to, from->frameworks, from->by);
  return compared{*std::move(from), std::move(gap)};
}

// A territory with the rules of the plugins it asks for.
struct ruled_territory {
  territory in;
  std::vector<rule_provider> rules;
};
result<ruled_territory> territory_of(const json& document, const plugin_host& plugins) {
  result<territory> in = read_territory(document, "territory");
  if (!in) return std::move(in).why();
  ruled_territory out{*std::move(in), {}};
  for (const std::string& id : out.in.plugins) {
    result<rule_provider> provider = plugins.rules(id);
    if (!provider) return std::move(provider).why();
    out.rules.push_back(*std::move(provider));
  }
  return out;
}

result<plan_report> plan_of(const compared& of, const json& territory_document, const plugin_host& plugins,
                            const solve_limits& limits, const plan_questions& questions, const context& with) {
  const result<ruled_territory> around = territory_of(territory_document, plugins);
  if (!around) return around.why();
  return compute_plan(of.from.person, of.gap, around->in, around->rules, of.from.by, limits, with, nullptr, questions);
}

// A person recognised, and what a territory adds; enough for any number of maps.
struct mapping {
  reading from;
  recognition_state state;
  std::optional<map_territory> territory;
  [[nodiscard]] const map_territory* around() const { return territory ? &*territory : nullptr; }
  [[nodiscard]] map_moment moment() const { return {&from.person, &state, around()}; }
};
result<mapping> begin_map(const analysis_request& asked, framework_set frameworks, const context_library* contexts,
                          const plugin_host& plugins, const context& with) {
  result<reading> from = read(asked, std::move(frameworks), contexts);
  if (!from) return std::move(from).why();
  result<recognition_state> state = recognise(from->person, from->frameworks, from->by, from->verifying, with);
  if (!state) return std::move(state).why();
  mapping out{*std::move(from), *std::move(state), std::nullopt};
  if (asked.territory == nullptr) return out;
  const result<ruled_territory> around = territory_of(*asked.territory, plugins);
  if (!around) return around.why();
  auto reach = reach_of(out.from.person, out.state, around->in, around->rules, out.from.frameworks, out.from.by, with);
  if (!reach) return std::move(reach).why();
  out.territory = *std::move(reach);
  return out;
}

result<map_change> doors_of(const mapping& before, const std::string& key_text, const map_aids& aids,
                            const context& with) {
  const reading& from = before.from;
  const result<map_key> key = read_key(key_text, from.frameworks, from.by);
  if (!key) return key.why();
  std::vector<verification> verifications = before.state.verifications;
  const portfolio richer = with_key(from.person, *key, from.frameworks, &verifications, with.now);
  // A credential is verified; for the others what was verified stays so.
  result<recognition_state> state = key->kind == "credential"
                                        ? recognise(richer, from.frameworks, from.by, from.verifying, with)
                                        : weigh(richer, std::move(verifications), from.frameworks, from.by, with);
  if (!state) return std::move(state).why();
  map_change change =
      change_between(before.moment(), {&richer, &*state, before.around()}, from.frameworks, from.by, aids);
  change.key_kind = key->kind;
  change.key_label = key->label;
  return change;
}

std::vector<std::string> attributions_of(const framework_set& frameworks) {
  std::vector<std::string> out;
  for (const framework_ptr& f : frameworks.all())
    out.push_back(std::string(f->title()) + " (" + std::string(f->attribution()) + ")");
  return out;
}

const catalogue_entry* entry_in(const catalogue& among, std::string_view id) {
  if (id.empty() && among.all().size() == 1) return &among.all().front();
  return among.find(id);
}

// One achievement of a catalogue, whose competences are all known.
struct chosen_achievement {
  catalogue among;
  framework_set frameworks;
  const catalogue_entry* entry = nullptr;
};
result<std::shared_ptr<chosen_achievement>> choose(const json& achievements, std::string_view id,
                                                   framework_set frameworks) {
  result<catalogue> among = read_catalogue(achievements, "achievements");
  if (!among) return std::move(among).why();
  auto out = std::make_shared<chosen_achievement>();
  out->among = *std::move(among);
  out->frameworks = std::move(frameworks);
  out->entry = entry_in(out->among, id);
  if (out->entry == nullptr && id.empty()) return fail(failure::not_found, nothing_published);
  if (out->entry == nullptr) return fail(failure::not_found, no_achievement, {shortened(id, 120)});
  if (auto known = check_competences(out->entry->what.criteria, out->frameworks, false); !known)
    return std::move(known).why();
  return out;
}

constexpr message no_showcase_format{"showcase.format", "\"{0}\" is no format of a showcase; these are: {1}.",
                                     "« {0} » n'est pas un format de portfolio ; ce sont : {1}."};

json opinion_of(const recognition_state& state, const std::string& competence, const policy& by) {
  const auto known = state.competences.find(competence);
  opinion value;
  value.base_rate = by.presumption_default;
  if (known != state.competences.end()) value = known->second.value;
  return {{"belief", value.belief()},
          {"expectation", value.expectation()},
          {"uncertainty", value.uncertainty()},
          {"pieces", known == state.competences.end() ? 0 : known->second.contributions.size()}};
}

}  // namespace

std::string_view engine::version() { return ACTIVATEUR_VERSION; }

void engine::use(framework_ptr f) {
  const std::lock_guard lock(guard_);
  frameworks_.add(std::move(f));
}

framework_set engine::frameworks() const {
  const std::lock_guard lock(guard_);
  return frameworks_;
}

void engine::add_context(std::string url, json document) {
  const std::lock_guard lock(guard_);
  if (!contexts_) {
    contexts_ = std::make_unique<context_library>();
    contexts_->add_known_contexts();
  }
  contexts_->add(std::move(url), std::move(document));
}

const context_library* engine::contexts() const {
  const std::lock_guard lock(guard_);
  return contexts_.get();
}

engine::nearness& engine::kept(const framework_ptr& f) const {
  const framework_set in_use = frameworks();
  std::erase_if(nearness_, [&](const nearness& n) { return in_use.find(n.of->id()) != n.of; });
  const auto known = std::find_if(nearness_.begin(), nearness_.end(), [&](const nearness& n) { return n.of == f; });
  return known != nearness_.end() ? *known : nearness_.emplace_back(nearness{f, nullptr, nullptr});
}

std::shared_ptr<const job_nearness> engine::nearness_of_jobs(const framework_ptr& f) const {
  const std::lock_guard lock(nearness_guard_);
  nearness& n = kept(f);
  if (n.jobs == nullptr) n.jobs = std::make_shared<job_nearness>(f);
  return n.jobs;
}

std::shared_ptr<const competence_nearness> engine::nearness_of_competences(const framework_ptr& f) const {
  const std::lock_guard lock(nearness_guard_);
  nearness& n = kept(f);
  if (n.competences == nullptr) n.competences = std::make_shared<competence_nearness>(f);
  return n.competences;
}

result<json> engine::near(std::string_view name, std::size_t limit) const {
  const framework_set in_use = frameworks();
  if (const auto job = in_use.job(name))
    return near_jobs_document(*job->in, job->index, nearness_of_jobs(job->in)->near_jobs(job->index, limit));
  if (const auto competence = in_use.competence(name)) {
    const auto found = nearness_of_competences(competence->in)->near_competences(competence->index, limit);
    return near_competences_document(*competence->in, competence->index, found);
  }
  return fail(failure::not_found, nothing_of_that_name, {shortened(name, 120)});
}

result<json> engine::identify(identify_request asked, const reading_plugins& by, const context& with) const {
  std::vector<text_source> readers;
  if (!by.none && by.ids.empty()) readers = plugins_.texts();
  for (const std::string& id : by.none ? std::vector<std::string>{} : by.ids) {
    result<text_source> reader = plugins_.text(id);
    if (!reader) return std::move(reader).why();
    readers.push_back(*std::move(reader));
  }
  asked.sources.insert(asked.sources.begin(), std::make_move_iterator(readers.begin()),
                       std::make_move_iterator(readers.end()));
  auto found = activateur::identify(frameworks(), asked, with);
  if (!found) return std::move(found).why();
  return identify_document(*found);
}

showcase_weighing engine::weighing(const analysis_request& asked, const context& with) const {
  showcase_weighing out;
  out.opinions = [this, asked, &with](const json& shown, const std::vector<std::string>& competences) -> result<json> {
    analysis_request of = asked;
    of.portfolio = &shown;
    const auto who = recognise_person(of, frameworks(), contexts(), with);
    if (!who) return who.why();
    json list = json::array();
    for (const std::string& competence : competences) {
      if (!who->from.frameworks.competence(competence))
        return fail(failure::not_found, nothing_of_that_name, {shortened(competence, 120)});
      list.push_back(opinion_of(who->state, competence, who->from.by));
    }
    return list;
  };
  out.label = [this](const std::string& name) -> std::string {
    if (const auto known = frameworks().competence(name)) return std::string(known->in->competence(known->index).label);
    const auto job = frameworks().job(name);
    return job ? std::string(job->in->job(job->index).label) : std::string();
  };
  return out;
}

result<std::string> engine::export_showcase(const json& version, std::string_view format,
                                            const learner_record_options& options, const context& with) {
  const result<showcase_version> of = read_showcase_version(version, "showcase");
  if (!of) return of.why();
  if (format == "html") return render_showcase_html(*of, with);
  if (format == "json-ld") return write_json(showcase_linked_data(*of), 2) + "\n";
  if (format == "europass") return showcase_europass(*of);
  if (format != "clr" && format != "clr-enveloped")
    return fail(failure::unsupported, no_showcase_format,
                {shortened(format, 40), "html, clr, clr-enveloped, json-ld, europass"});
  learner_record_options asked = options;
  asked.tokens = format == "clr-enveloped";
  const result<json> record = showcase_learner_record(*of, asked, with);
  return record ? result<std::string>(write_json(*record, 2) + "\n") : record.why();
}

result<json> engine::gap(const analysis_request& asked, const context& with) const {
  const result<compared> of = compare_with_target(asked, frameworks(), contexts(), with);
  if (!of) return of.why();
  return to_document(of->gap, of->from.by, with);
}

result<std::string> engine::gap_picture(const analysis_request& asked, const context& with) const {
  const result<compared> of = compare_with_target(asked, frameworks(), contexts(), with);
  if (!of) return of.why();
  report_content content;
  content.gap = &of->gap;
  content.by = &of->from.by;
  return render_gap_svg(content, with);
}

result<json> engine::group_gap(const analysis_request& asked, const context& with) const {
  if (asked.portfolio == nullptr) return fail(failure::usage, no_portfolio);
  static const json nobody = json::object();  // each of the group is read alone
  analysis_request common = asked;
  common.portfolio = &nobody;
  const result<reading> from = read(common, frameworks(), contexts());
  if (!from) return from.why();
  const result<target> to = find_target(from->frameworks, asked.target);
  if (!to) return to.why();
  const auto group = compare_group(*asked.portfolio, *to, from->frameworks, from->by, from->verifying, with);
  if (!group) return group.why();
  return to_document(*group, from->by, with);
}

map_aids engine::aids_for(const analysis_request& asked, const policy& by, const map_territory* around) const {
  maps_.keep_only(frameworks().all());
  map_aids out;
  out.top = asked.top;
  out.around = around;
  out.table = [this, &by](const framework_ptr& f) { return maps_.table(f, by.map.door_share); };
  if (asked.competences_only) return out;
  out.nearness = [this](const framework_ptr& f, std::uint32_t job) {
    return maps_.near(f, job, [&] {
      std::vector<double> odds = nearness_of_jobs(f)->scores(job);
      for (double& o : odds) o = 1 / (1 + std::exp(-o));
      return odds;
    });
  };
  return out;
}

result<json> engine::map(const analysis_request& asked, const context& with) const {
  const result<mapping> of = begin_map(asked, frameworks(), contexts(), plugins_, with);
  if (!of) return of.why();
  const map_aids aids = aids_for(asked, of->from.by, of->around());
  return to_document(map_possibilities(of->from.person, of->state, of->from.frameworks, of->from.by, aids), of->from.by,
                     with);
}

result<std::string> engine::map_page(const analysis_request& asked, const context& with) const {
  const result<mapping> of = begin_map(asked, frameworks(), contexts(), plugins_, with);
  if (!of) return of.why();
  const map_aids aids = aids_for(asked, of->from.by, of->around());
  const possibilities map = map_possibilities(of->from.person, of->state, of->from.frameworks, of->from.by, aids);
  map_content content;
  content.map = &map;
  content.by = &of->from.by;
  content.attributions = attributions_of(of->from.frameworks);
  if (trimmed(asked.target).empty()) return render_map_html(content, with);
  const result<map_change> doors = doors_of(*of, asked.target, aids, with);
  if (!doors) return doors.why();
  content.doors = &*doors;
  return render_map_html(content, with);
}

result<json> engine::explain(const analysis_request& asked, const context& with) const {
  const result<mapping> of = begin_map(asked, frameworks(), contexts(), plugins_, with);
  if (!of) return of.why();
  map_aids aids = aids_for(asked, of->from.by, of->around());
  std::string named = asked.target;
  if (trimmed(named).starts_with('{')) {
    result<target> own = find_target(of->from.frameworks, named);
    if (!own) return std::move(own).why();
    named = own->id;
    aids.targets.push_back(*std::move(own));
  }
  const auto explained = explain_target(of->from.person, of->state, of->from.frameworks, of->from.by, aids, named);
  if (!explained) return explained.why();
  return to_document(*explained, aids.around, of->from.by, with);
}

result<json> engine::doors(const analysis_request& asked, const context& with) const {
  const result<mapping> of = begin_map(asked, frameworks(), contexts(), plugins_, with);
  if (!of) return of.why();
  const auto change = doors_of(*of, asked.target, aids_for(asked, of->from.by, nullptr), with);
  if (!change) return change.why();
  return to_document(*change, with);
}

result<std::string> engine::doors_picture(const analysis_request& asked, const context& with) const {
  const result<mapping> of = begin_map(asked, frameworks(), contexts(), plugins_, with);
  if (!of) return of.why();
  const auto change = doors_of(*of, asked.target, aids_for(asked, of->from.by, nullptr), with);
  if (!change) return change.why();
  return render_doors_svg(*change, with);
}

result<json> engine::compare(const json& before, const analysis_request& asked, const context& with) const {
  analysis_request earlier = asked;
  earlier.portfolio = &before;
  const framework_set in_use = frameworks();
  const result<mapping> then = begin_map(earlier, in_use, contexts(), plugins_, with);
  if (!then) return then.why();
  const result<mapping> now = begin_map(asked, in_use, contexts(), plugins_, with);
  if (!now) return now.why();
  return to_document(
      change_between(then->moment(), now->moment(), in_use, now->from.by, aids_for(asked, now->from.by, nullptr)),
      with);
}

result<std::unique_ptr<match_run>> engine::batch(const batch_request& asked, const context& with) const {
  static const verification_policy verifying = for_recognition();
  match_request request{frameworks(), default_policy(), {}, {}, asked.best, match_request{}.memory, asked.threads};
  if (asked.policy != nullptr) {
    result<policy> by = read_policy(*asked.policy, "policy");
    if (!by) return std::move(by).why();
    request.by = *std::move(by);
  }
  if (asked.targets != nullptr) {
    result<std::vector<std::string>> targets = read_match_targets(*asked.targets, "targets");
    if (!targets) return std::move(targets).why();
    request.targets = *std::move(targets);
  }
  if (asked.memory > 0) request.memory = asked.memory;
  request.verifying.documents = asked.documents;
  request.verifying.contexts = contexts();
  request.verifying.policy = &verifying;
  return match_run::begin(std::move(request), with);
}

result<json> engine::plan(const analysis_request& asked, const context& with) const {
  if (asked.territory == nullptr) return fail(failure::usage, no_territory);
  const result<compared> of = compare_with_target(asked, frameworks(), contexts(), with);
  if (!of) return of.why();
  const result<plan_report> plan = plan_of(*of, *asked.territory, plugins_, asked.limits, asked.questions, with);
  if (!plan) return plan.why();
  return to_document(*plan, with);
}

result<json> engine::replan(const json& followed, const analysis_request& asked, const context& with) const {
  if (asked.territory == nullptr) return fail(failure::usage, no_territory);
  const result<std::string> own = followed_target(followed);
  if (!own) return own.why();
  analysis_request towards = asked;
  if (trimmed(towards.target).empty()) towards.target = *own;
  const result<compared> of = compare_with_target(towards, frameworks(), contexts(), with);
  if (!of) return of.why();
  const result<ruled_territory> around = territory_of(*asked.territory, plugins_);
  if (!around) return around.why();
  return activateur::replan(followed, {of->from.person, of->gap, around->in, around->rules, of->from.by, asked.limits},
                            with);
}

result<json> engine::reminders(const json& followed, const json* policy_document, const context& with) {
  if (policy_document == nullptr) return reminders_due(followed, default_policy(), with);
  const result<policy> by = read_policy(*policy_document, "policy");
  if (!by) return by.why();
  return reminders_due(followed, *by, with);
}

result<std::string> engine::report(const analysis_request& asked, const context& with, json* plan_document) const {
  const result<compared> of = compare_with_target(asked, frameworks(), contexts(), with);
  if (!of) return of.why();
  report_content content;
  content.verifications = &of->gap.state.verifications;
  content.gap = &of->gap;
  content.by = &of->from.by;
  content.attributions = attributions_of(of->from.frameworks);
  if (asked.territory == nullptr) return render_html(content, with);
  const result<plan_report> plan = plan_of(*of, *asked.territory, plugins_, asked.limits, asked.questions, with);
  if (!plan) return plan.why();
  content.plan = &*plan;
  content.fictitious = plan->fictitious;
  if (plan_document != nullptr) *plan_document = to_document(*plan, with);
  return render_html(content, with);
}

result<json> engine::solve_problem(const json& problem, const solve_limits& limits, const plan_questions& questions,
                                   const context& with) {
  const result<plan_problem> read_in = read_problem(problem, "problem");
  if (!read_in) return read_in.why();
  return solved_document(*read_in, limits, questions, with);
}

// ---- Achievements.

result<json> engine::describe_achievement(const json& achievements, std::string_view id, const context&) const {
  const auto chosen = choose(achievements, id, frameworks());
  if (!chosen) return chosen.why();
  const chosen_achievement& of = **chosen;
  const criterion_names names(of.frameworks, of.among);
  const earning_criterion& criteria = of.entry->what.criteria;
  std::size_t leaves = 0;
  each_leaf(criteria, [&](const earning_criterion&) { ++leaves; });
  const json narrative{{"fr", narrative_of(criteria, names, language::fr)},
                       {"en", narrative_of(criteria, names, language::en)}};
  return json{{"schema", "activateur/achievement-description/1"},
              {"id", of.entry->id},
              {"name", of.entry->what.name},
              {"uri", address_of(*of.entry)},
              {"leaves", leaves},
              {"narrative", narrative}};
}

result<json> engine::achievement_as_target(const json& achievements, std::string_view id, const context& with) const {
  const auto chosen = choose(achievements, id, frameworks());
  if (!chosen) return chosen.why();
  return target_of(*(*chosen)->entry, (*chosen)->among, (*chosen)->frameworks, with.lang);
}

result<json> engine::achievement_as_badge(const json& achievements, std::string_view id, const json* request,
                                          const context& with) const {
  const auto chosen = choose(achievements, id, frameworks());
  if (!chosen) return chosen.why();
  const auto asked = request == nullptr ? result<badge_request>(badge_request{}) : read_badge_request(*request);
  if (!asked) return asked.why();
  return badge_of(*(*chosen)->entry, (*chosen)->among, (*chosen)->frameworks, *asked, with);
}

result<json> engine::evaluate_achievement(const analysis_request& asked, const json& achievements, std::string_view id,
                                          const context& with) const {
  const auto chosen = choose(achievements, id, frameworks());
  if (!chosen) return chosen.why();
  const auto who = recognise_person(asked, (*chosen)->frameworks, contexts(), with);
  if (!who) return who.why();
  evaluator judge(who->from.person, who->state, who->from.frameworks, who->from.by, (*chosen)->among, with.now);
  return to_document(judge.of(*(*chosen)->entry), (*chosen)->among, who->from.person, who->from.frameworks,
                     who->from.by, with);
}

result<json> engine::close_achievements(const analysis_request& asked, const json& achievements,
                                        const context& with) const {
  const result<catalogue> among = read_catalogue(achievements, "achievements");
  if (!among) return among.why();
  const auto who = recognise_person(asked, frameworks(), contexts(), with);
  if (!who) return who.why();
  // A competence that no framework here has is one of which nothing is known: it hinders no other achievement.
  evaluator judge(who->from.person, who->state, who->from.frameworks, who->from.by, *among, with.now);
  return to_document(reach_among(judge, *among, asked.top), *among, who->from.person, who->from.frameworks,
                     who->from.by, with);
}

result<json> engine::pathway_progress(const analysis_request& asked, const json& pathway, const json& achievements,
                                      const context& with) const {
  const result<pathway_description> of = read_pathway(pathway, "pathway");
  if (!of) return of.why();
  const result<catalogue> among = read_catalogue(achievements, "achievements");
  if (!among) return among.why();
  const auto who = recognise_person(asked, frameworks(), contexts(), with);
  if (!who) return who.why();
  evaluator judge(who->from.person, who->state, who->from.frameworks, who->from.by, *among, with.now);
  return progress_on(*of, judge, *among, with);
}

result<std::string> engine::render_pathway(const json& pathway, const json& achievements, std::string_view form,
                                           const std::string& address, const context& with) {
  const result<pathway_description> of = read_pathway(pathway, "pathway");
  if (!of) return of.why();
  const result<catalogue> among = read_catalogue(achievements, "achievements");
  if (!among) return among.why();
  if (form == "mermaid") return mermaid_of(*of, *among, with.lang);
  if (form != "ctdl" || !is_well_formed_iri(address)) return fail(failure::usage, no_such_form);
  const result<json> graph = ctdl_of(*of, *among, address, with.lang);
  if (!graph) return graph.why();
  return write_json(*graph, 2);
}

result<void> engine::check_proposal(const json& document) const {
  const result<criteria_proposal> what = read_proposal(document);
  if (!what) return what.why();
  if (!what->achievement) return {};
  const auto read_in = read_achievement(*what->achievement, "achievement");
  return read_in ? check_competences(read_in->criteria, frameworks(), true) : read_in.why();
}

result<json> engine::persons_near(store& of, const actor& by, std::string_view achievement,
                                  const analysis_request& asked, const context& with) const {
  const result<json> published = of.achievements(by, {}, with);
  if (!published) return published;
  const auto chosen = choose(*published, achievement, frameworks());
  if (!chosen) return chosen.why();
  reach_tally tally(*(*chosen)->entry);
  std::size_t done = 0;
  const auto all = of.each_counted(
      by, achievement, with, [&](const std::string& person, bool named, const json& portfolio) -> result<void> {
        if (!with.progress.at(done++, 0)) return progress_sink::cancelled();
        analysis_request one = asked;
        one.portfolio = &portfolio;
        const auto who = recognise_person(one, (*chosen)->frameworks, contexts(), with);
        if (!who && who.why().kind == failure::cancelled) return who.why();
        if (!who) return {};  // what cannot be read hinders no other, and is counted nowhere
        evaluator judge(who->from.person, who->state, who->from.frameworks, who->from.by, (*chosen)->among, with.now);
        tally.add(person, named, judge.of(*(*chosen)->entry));
        return {};
      });
  if (!all) return all.why();
  return tally.document(static_cast<std::size_t>(of.smallest_count()), with);
}

}  // namespace activateur
