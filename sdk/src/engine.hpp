// Puts the rooms together; the only file that knows them all. Documents in, documents out.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/achievement_exports.hpp"
#include "analysis/map_shelf.hpp"
#include "analysis/match_live.hpp"
#include "analysis/possibilities.hpp"
#include "badges/baking.hpp"
#include "badges/batch.hpp"
#include "badges/integrity_signing.hpp"
#include "badges/issuing.hpp"
#include "badges/verification.hpp"
#include "frameworks/documents.hpp"
#include "frameworks/export.hpp"
#include "frameworks/identify.hpp"
#include "frameworks/import.hpp"
#include "frameworks/nearness_documents.hpp"
#include "frameworks/sealed_file.hpp"
#include "frameworks/search.hpp"
#include "frameworks/search_filters.hpp"
#include "frameworks/version_documents.hpp"
#include "net/online.hpp"
#include "net/snapshot.hpp"
#include "planning/questions.hpp"
#include "plugins/plugin_host.hpp"
#include "plugins/text_reading.hpp"
#include "recognition/alignment_document.hpp"
#include "report/map_report.hpp"
#include "report/plan_output.hpp"
#include "report/report.hpp"
#include "report/showcase.hpp"
#include "store/sqlite_shelf.hpp"
#include "store/store.hpp"
#include "territory/follow.hpp"
#include "territory/import_territory.hpp"

namespace activateur {

// What the computations about a person take. Pointers may be null where a default is named.
struct analysis_request {
  const json* portfolio = nullptr;
  std::string target;                          // "rome:K1304", or the JSON text of a target document
  const json* territory = nullptr;             // plans and reports; maps may have one
  const json* policy = nullptr;                // default: default_policy()
  const document_source* documents = nullptr;  // default: nothing at hand
  std::size_t top = 0;                         // maps only; 0: all
  bool competences_only = false;               // maps only: without the nearness of jobs
  solve_limits limits;                         // plans only
  plan_questions questions;                    // plans only
};

// Which loaded plugins read a text, before the request's own sources.
struct reading_plugins {
  bool none = false;
  std::vector<std::string> ids;  // empty: all that read texts
};

// What a batch takes. Pointers may be null where a default is named.
struct batch_request {
  const json* targets = nullptr;               // "activateur/targets/1"; default: every job of the frameworks
  const json* policy = nullptr;                // default: default_policy()
  const document_source* documents = nullptr;  // default: nothing at hand; outlives the batch
  std::size_t best = 0;                        // so many targets a person; 0: all
  std::size_t memory = 0;                      // 0: the default of match_request
  unsigned threads = 1;
};

// Frameworks and plugins shared by calls. Thread-safe.
class engine {
 public:
  static std::string_view version();

  void use(framework_ptr f);
  // A JSON-LD context of the host's, beside the built-in ones.
  void add_context(std::string url, json document);
  // What verification reads JSON-LD by; null: the built-in contexts alone.
  [[nodiscard]] const context_library* contexts() const;
  [[nodiscard]] framework_set frameworks() const;
  [[nodiscard]] plugin_host& plugins() { return plugins_; }

  // What is near a job or a competence, by its name. The first question about a framework's jobs takes seconds.
  [[nodiscard]] result<json> near(std::string_view name, std::size_t limit) const;
  [[nodiscard]] result<json> identify(identify_request asked, const reading_plugins& by, const context& with) const;

  [[nodiscard]] result<json> gap(const analysis_request& asked, const context& with) const;
  // The portfolio is "activateur/portfolios/1": a group of persons.
  [[nodiscard]] result<json> group_gap(const analysis_request& asked, const context& with) const;
  // For somebody who holds or practised jobs, the first map over a framework also makes its job nearness, which takes
  // seconds; `competences_only` leaves it out.
  [[nodiscard]] result<json> map(const analysis_request& asked, const context& with) const;
  // Outlived by the engine.
  [[nodiscard]] result<std::unique_ptr<match_run>> batch(const batch_request& asked, const context& with) const;
  // Of the request's target, on the map; of its target as a key (map_change.hpp); from a portfolio to the request's.
  [[nodiscard]] result<json> explain(const analysis_request& asked, const context& with) const;
  [[nodiscard]] result<json> doors(const analysis_request& asked, const context& with) const;
  [[nodiscard]] result<json> compare(const json& before, const analysis_request& asked, const context& with) const;
  [[nodiscard]] result<json> plan(const analysis_request& asked, const context& with) const;
  // A followed plan from now on (territory/follow.hpp). An empty target is the plan's own.
  [[nodiscard]] result<json> replan(const json& followed, const analysis_request& asked, const context& with) const;
  [[nodiscard]] static result<json> reminders(const json& followed, const json* policy_document, const context& with);
  [[nodiscard]] result<std::string> gap_picture(const analysis_request& asked, const context& with) const;
  // `plan`, when not null, becomes the document of the plan that the page shows; null without a territory.
  [[nodiscard]] result<std::string> report(const analysis_request& asked, const context& with,
                                           json* plan = nullptr) const;
  // The page about the map; with a target, it also shows the doors behind that key.
  [[nodiscard]] result<std::string> map_page(const analysis_request& asked, const context& with) const;
  [[nodiscard]] result<std::string> doors_picture(const analysis_request& asked, const context& with) const;
  // For store::publish_showcase: opinions by what a showcase shows alone, verified by `asked`'s documents and weighed
  // by its policy; labels by the frameworks. Outlived by the engine and by what `asked` points at.
  [[nodiscard]] showcase_weighing weighing(const analysis_request& asked, const context& with) const;
  // A published showcase as "html", "clr", "clr-enveloped", "json-ld" or "europass". A learner record is not signed
  // yet.
  [[nodiscard]] static result<std::string> export_showcase(const json& version, std::string_view format,
                                                           const learner_record_options& options, const context& with);
  [[nodiscard]] static result<json> solve_problem(const json& problem, const solve_limits& limits,
                                                  const plan_questions& questions, const context& with);

  // Achievements, "activateur/achievements/1" or one "activateur/achievement/1" (analysis/achievement.hpp). An empty id
  // is the only one there is. Of the request, portfolio, policy, documents and top are read.
  [[nodiscard]] result<json> describe_achievement(const json& achievements, std::string_view id,
                                                  const context& with) const;
  [[nodiscard]] result<json> achievement_as_target(const json& achievements, std::string_view id,
                                                   const context& with) const;
  [[nodiscard]] result<json> achievement_as_badge(const json& achievements, std::string_view id, const json* request,
                                                  const context& with) const;
  [[nodiscard]] result<json> evaluate_achievement(const analysis_request& asked, const json& achievements,
                                                  std::string_view id, const context& with) const;
  [[nodiscard]] result<json> close_achievements(const analysis_request& asked, const json& achievements,
                                                const context& with) const;
  [[nodiscard]] result<json> pathway_progress(const analysis_request& asked, const json& pathway,
                                              const json& achievements, const context& with) const;
  // `form`: "mermaid", or "ctdl" with the pathway's address.
  [[nodiscard]] static result<std::string> render_pathway(const json& pathway, const json& achievements,
                                                          std::string_view form, const std::string& address,
                                                          const context& with);
  // Of a proposal for a store: competences that the loaded frameworks do not have.
  [[nodiscard]] result<void> check_proposal(const json& proposal) const;
  // How many persons of the store are how close, and who, as far as the actor may know. The request's portfolio is not
  // read.
  [[nodiscard]] result<json> persons_near(store& of, const actor& by, std::string_view achievement,
                                          const analysis_request& asked, const context& with) const;

 private:
  mutable std::mutex guard_;
  framework_set frameworks_;
  std::unique_ptr<context_library> contexts_;
  plugin_host plugins_;

  // Made when first asked for, kept for the frameworks in use.
  struct nearness {
    framework_ptr of;
    std::shared_ptr<const job_nearness> jobs;
    std::shared_ptr<const competence_nearness> competences;
  };
  [[nodiscard]] std::shared_ptr<const job_nearness> nearness_of_jobs(const framework_ptr& f) const;
  [[nodiscard]] std::shared_ptr<const competence_nearness> nearness_of_competences(const framework_ptr& f) const;
  nearness& kept(const framework_ptr& f) const;  // under the lock
  [[nodiscard]] map_aids aids_for(const analysis_request& asked, const policy& by, const map_territory* around) const;
  mutable map_shelf maps_;
  mutable std::mutex nearness_guard_;
  mutable std::vector<nearness> nearness_;
};

}  // namespace activateur
