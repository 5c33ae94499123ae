// What a territory offers where no feed says so: VAE, CléA, applications for badges, feedback, observations, mentors,
// immersions, derived from what frameworks and badges say (docs/schemas/derivation.json). How long each lasts and what
// it costs is said by the document, never supposed.
#include <algorithm>

#include "base/text.hpp"
#include "recognition/members.hpp"
#include "territory/badge_achievement.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

bool has_schema(const territory_source& source, std::string_view schema) {
  return source.document && source.document->is_object() && source.document->contains("schema") &&
         (*source.document)["schema"] == schema;
}

bool is_derivation(const territory_source& source) { return has_schema(source, "activateur/derivation/1"); }

// Those that have recognised what a person can do; the others that name competences teach them.
bool lets_recognise(std::string_view kind) {
  constexpr std::string_view kinds[] = {"vae", "clea", "badge_application", "immersion", "feedback", "observation"};
  return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}
bool teaches(std::string_view kind) { return kind == "training" || kind == "workshop"; }

const message& title_for(std::string_view kind) {
  const std::pair<std::string_view, const message*> titles[] = {{"vae", &say::title_vae},
                                                                {"clea", &say::title_clea},
                                                                {"immersion", &say::title_immersion},
                                                                {"badge_application", &say::title_badge},
                                                                {"feedback", &say::title_feedback},
                                                                {"observation", &say::title_observation},
                                                                {"mentor", &say::title_mentor},
                                                                {"meeting", &say::title_meeting},
                                                                {"training", &say::title_training},
                                                                {"workshop", &say::title_workshop}};
  for (const auto& [name, title] : titles)
    if (name == kind) return *title;
  return say::title_support;
}

class entry_reader {
 public:
  entry_reader(const fields& from, const json_node& node, const std::string& source, territory_run& run)
      : from_(from), node_(node), source_(source), run_(run) {}

  // Nothing when `from` has a fault.
  std::optional<opportunity> read() {
    opportunity o = read_opportunity_with(from_, {"of", "achievement"});
    of_ = from_.text_or("of", {});
    const auto achievement = from_.object("achievement");
    for (const char* member : {"weeks", "hours"})
      if (!from_.has(member)) from_.refuse(say::missing, {member});
    if (of_.empty() == !achievement) from_.refuse(say::two_subjects);
    if (o.source.empty()) o.source = source_;
    if (from_.failed()) return std::nullopt;
    if (achievement)
      add_badge(o);
    else
      add_named(o);
    if (!from_.failed() && static_cast<std::size_t>(o.needs_competences_at_least) > o.needs_competences.size())
      from_.refuse(territory_messages::not_whole,
                   {"needs_competences_at_least", "0", std::to_string(o.needs_competences.size())},
                   "needs_competences_at_least");
    if (from_.failed()) return std::nullopt;
    return o;
  }

 private:
  void add_badge(opportunity& o) {
    const auto achievement = node_.object("achievement");
    if (!is_achievement(achievement->value()))
      return from_.refuse(say::bad_value, {"achievement", "Achievement, BadgeClass"}, "achievement");
    const bool own_title = !o.title.empty();
    describe_achievement(*achievement, run_, o);
    if (o.title.empty()) return from_.refuse(say::missing, {"name"}, "achievement");
    if (!own_title) o.title = sentence(title_for(o.kind), {o.title}).text(run_.with.lang);
  }

  void add_named(opportunity& o) {
    const auto known = competences_of(of_, run_.frameworks);
    const bool lists_its_own = !o.teaches.empty() || !o.recognises.empty();
    if (!known && !lists_its_own && (lets_recognise(o.kind) || teaches(o.kind)))
      return from_.refuse(say::unknown_name, {shortened(of_, 80)}, "of");
    if (o.title.empty())
      o.title = sentence(title_for(o.kind), {known && !known->label.empty() ? known->label : of_}).text(run_.with.lang);
    if (o.id.empty()) o.id = "derived:" + o.kind + ':' + of_;
    o.tags.push_back("of:" + shortened(of_, 80));
    if (o.kind == "vae") return add_vae(o, known, lists_its_own);
    if (!known || lists_its_own) return;
    auto& list = teaches(o.kind) ? o.teaches : o.recognises;
    if (teaches(o.kind) || lets_recognise(o.kind)) list = known->competences;
  }

  // Whatever one has done and for however long (Code du travail, L. 6411-1), for what is registered in the RNCP; the
  // Répertoire spécifique is not reached so. A jury recognises what people can do already: all of it, presumed at
  // least, gives the whole certification; `needs_competences_at_least` allows for part of it, which does not.
  void add_vae(opportunity& o, const std::optional<named_competences>& known, bool lists_its_own) {
    const std::string code = of_.substr(of_.find(':') + 1);
    if (code.starts_with("RS") || (known && (!known->qualification || known->withdrawn)))
      return from_.refuse(say::not_by_experience, {shortened(of_, 80)}, "of");
    if (known && !lists_its_own) o.recognises = known->competences;
    if (o.needs_competences.empty()) o.needs_competences = o.recognises;
    const auto asked = static_cast<std::size_t>(o.needs_competences_at_least);
    if (asked == 0 || asked == o.needs_competences.size()) o.gives.push_back(of_);
  }

  const fields& from_;
  const json_node& node_;
  const std::string& source_;
  territory_run& run_;
  std::string of_;
};

result<void> read_derivation(const territory_source& source, territory_run& run) {
  std::optional<error> fault;
  const fields root(*source.document, source.path, fault);
  only_members(root, {"schema", "source", "derive"});
  only_schema(root, "activateur/derivation/1");
  const std::string said_by = root.text_or("source", {});
  const std::vector<fields> entries = root.list("derive");
  if (fault) return run.faults.note(*std::move(fault));
  const std::vector<json_node> nodes = json_node(*source.document).list("derive");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!run.faults.going(i)) return progress_sink::cancelled();
    // The slot is shared by the document's cursors: emptied, each entry tells its own first fault.
    fault.reset();
    const std::optional<opportunity> made = entry_reader(entries[i], nodes[i], said_by, run).read();
    if (fault) {
      if (auto noted = run.faults.note(*std::move(fault)); !noted) return noted;
    } else if (made) {
      const std::size_t before = run.made.size();
      if (auto taken = run.take(*made, {source.path, nodes[i].pointer(), 0, 0}); !taken) return taken;
      if (run.made.size() > before && !entries[i].has("id") && !entries[i].has("achievement"))
        run.unnamed.insert(before);
    }
  }
  return {};
}

bool is_territory(const territory_source& source) { return has_schema(source, "activateur/territory/1"); }

// As it stands: what it says is not read anew, only merged.
result<void> read_whole(const territory_source& source, territory_run& run) {
  auto read = read_territory(*source.document, source.path);
  if (!read) return run.faults.note(std::move(read).why());
  if (run.made.size() + read->opportunities.size() > territory_bounds::opportunities)
    return fail(failure::limit, say::too_many, {std::to_string(territory_bounds::opportunities)},
                {source.path, {}, 0, 0});
  std::move(read->opportunities.begin(), read->opportunities.end(), std::back_inserter(run.made));
  read->opportunities.clear();
  run.territories.push_back(*std::move(read));
  return {};
}

}  // namespace

const territory_format derivation{"derivation", true, is_derivation, read_derivation};
const territory_format territory_document{"territory", true, is_territory, read_whole};

}  // namespace activateur
