#include "territory/badge_achievement.hpp"

#include <algorithm>

#include "recognition/alignment.hpp"
#include "territory/import_territory_messages.hpp"

namespace activateur {
namespace {

namespace say = territory_import_messages;

bool is_type(const json& document, std::string_view type) {
  if (!document.is_object() || !document.contains("type")) return false;
  const std::vector<json_node> types = json_node(document).list("type");
  return std::any_of(types.begin(), types.end(), [&](const json_node& t) { return t.text() == type; });
}

bool is_badge(const json& document) { return is_type(document, "Achievement") || is_type(document, "BadgeClass"); }

// The achievement itself.
std::optional<json_node> inner(const json_node& document) {
  if (is_badge(document.value())) return document;
  if (const auto subject = document.object("credentialSubject"))
    if (const auto achievement = subject->object("achievement")) return achievement;
  if (const auto badge = document.object("badge")) return badge;  // an Assertion with its class in it
  return std::nullopt;
}

// A text, or the name of an object (an issuer), or its id.
std::string name_of(const json_node& of, const char* member) {
  for (const json_node& one : of.list(member)) {
    if (!one.value().is_object()) return one.text();
    const std::string name = one.text("name");
    return name.empty() ? one.text("id") : name;
  }
  return {};
}

bool is_url(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

}  // namespace

bool is_achievement(const json& document) {
  if (is_badge(document)) return true;
  if (!is_type(document, "AchievementCredential") && !is_type(document, "OpenBadgeCredential") &&
      !is_type(document, "Assertion"))
    return false;
  return inner(json_node(document)).has_value();
}

void describe_achievement(const json_node& document, territory_run& run, opportunity& into) {
  const auto badge = inner(document);
  if (!badge) return;
  const std::string id = badge->text("id");
  if (into.title.empty()) into.title = badge->text("name");
  if (into.provider.empty()) into.provider = name_of(*badge, "creator");
  if (into.provider.empty()) into.provider = name_of(*badge, "issuer");
  if (into.url.empty())
    if (const auto criteria = badge->object("criteria"); criteria && is_url(criteria->text("id")))
      into.url = criteria->text("id");
  if (into.url.empty() && is_url(badge->text("criteria"))) into.url = badge->text("criteria");
  if (into.url.empty() && is_url(id)) into.url = id;
  if (into.id.empty()) into.id = "badge:" + (id.empty() ? into.title : id);
  if (!id.empty()) into.gives.push_back(id);
  for (const char* member : {"alignment", "alignments"})
    for (const json_node& one : badge->list(member)) {
      alignment of;
      of.target_name = one.text("targetName");
      of.target_url = one.text("targetUrl");
      of.target_code = one.text("targetCode");
      of.target_framework = one.text("targetFramework");
      const alignment_answer met = resolve(of, run.frameworks);
      if (met.met.in == nullptr)
        run.count_named(say::unmet_alignment, of.target_name.empty() ? of.target_url : of.target_name);
      else if (!met.is_job)
        into.recognises.push_back(competence_name(*met.met.in, met.met.index));
      else
        into.tags.push_back("job:" + job_name(*met.met.in, met.met.index));
    }
}

namespace {

bool recognises_badge(const territory_source& source) { return source.document && is_achievement(*source.document); }

result<void> read_badge(const territory_source& source, territory_run& run) {
  opportunity o;
  o.kind = "badge_application";
  o.source = "Open Badges";
  o.tags = {"duration:unknown"};
  run.count(say::duration_unknown);
  describe_achievement(json_node(*source.document), run, o);
  return run.take(std::move(o), {source.path, {}, 0, 0});
}

}  // namespace

const territory_format achievement_badge{"badge", true, recognises_badge, read_badge};

}  // namespace activateur
