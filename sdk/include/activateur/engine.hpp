// activateur/engine.hpp - the C++20 face of the C ABI: same nouns, same verbs, ownership by scope, failures thrown as
// activateur::error. Header-only; it keeps no state of its own and exports nothing.
#pragma once

#include <activateur/activateur.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "activateur/batch.hpp"
#include "activateur/follow.hpp"
#include "activateur/gap.hpp"
#include "activateur/live.hpp"
#include "activateur/text_reader.hpp"
#include "activateur/verification.hpp"

namespace activateur {

// A compiled framework, shared on copy.
class framework {
 public:
  explicit framework(adp_framework* raw) : handle_(raw, adp_framework_destroy) {}
  [[nodiscard]] const adp_framework* get() const noexcept { return handle_.get(); }

 private:
  std::shared_ptr<adp_framework> handle_;
};

class snapshot;

// As adp_import_options has it; what is empty is taken from the source.
struct import_options {
  bool leave_out_faults = false;
  std::string_view id{};
  std::string_view version{};
  std::string_view title{};
  std::string_view attribution{};
  std::string_view language{};
  const document* columns = nullptr;    // "activateur/columns/1"
  const framework* before = nullptr;    // an earlier version
  const snapshot* documents = nullptr;  // what URLs serve; null: nothing
};

// What an import gave: no framework when it was refused for the faults that the report lists, and for a list of
// packages.
struct import_outcome {
  std::optional<activateur::framework> framework;
  document report;
};

// As adp_territory_import_options has it.
struct territory_import_options {
  bool leave_out_faults = false;
  std::string_view id{};
  std::string_view name{};
  std::string_view format{};
  std::string_view source{};
  std::optional<std::pair<double, double>> from{};  // latitude and longitude that distances are from
  double full_week_hours = 0;                       // 0: 35
  double immersion_weekly_hours = 0;
  std::uint32_t immersion_weeks = 0;  // 0: not known
  bool suppose_core_of_jobs = false;  // ADP_TERRITORY_SUPPOSE_CORE
};

// What it gave: no territory when it was refused for the faults that the report lists.
struct territory_import_outcome {
  std::optional<document> territory;
  document report;
};

// A plan, and the page of gap and plan that shows it.
struct plan_outcome {
  activateur::plan plan;
  bytes html;
};

struct search_options {
  std::uint64_t offset = 0;
  std::uint64_t limit = 0;     // 0: 20
  std::string_view filters{};  // one "facet=value" a line
};

struct identify_options {
  std::uint64_t limit = 0;        // 0: 20
  std::string_view frameworks{};  // ids, one a line; empty: all
  std::string_view kinds{};       // of competences, one a line; empty: all
  std::string_view plugins{};     // ids of loaded ones to ask, one a line; empty: all that read texts
  bool no_plugins = false;
  text_reader reader{};  // the host's own; empty: none
  std::string_view reader_name{};
};

// What a set of URLs serves, shared on copy.
class snapshot {
 public:
  explicit snapshot(adp_snapshot* raw) : handle_(raw, adp_snapshot_destroy) {}
  [[nodiscard]] adp_snapshot* get() const noexcept { return handle_.get(); }

 private:
  std::shared_ptr<adp_snapshot> handle_;
};

// What a snapshot may fetch; as adp_network_options has it.
struct network_options {
  std::uint32_t flags = 0;  // ADP_NETWORK_...
  std::uint32_t fetches_max = 0;
  std::uint32_t fetches_per_host_max = 0;
  std::uint64_t body_bytes_max = 0;
  std::int64_t connect_ms = 0;
  std::int64_t read_ms = 0;
  std::int64_t total_ms = 0;
  std::int64_t max_age_ms = 0;
  std::string_view ca_file{};
  std::string_view private_hosts{};  // separated by blanks
};

struct verify_options {
  std::int64_t at_ms = 0;  // 0: the session's clock
  const activateur::snapshot* documents = nullptr;
  std::string_view recipient{};
  std::string_view fetched_from{};
  const document* policy = nullptr;  // "activateur/verification-policy/1"
  std::uint32_t threads = 0;         // of verify_all; 0: one a core
};

struct credential_input {
  std::string_view bytes;
  std::string_view name{};
};

struct analysis_options {
  std::int64_t at_ms = 0;
  const activateur::snapshot* documents = nullptr;
  const document* policy = nullptr;
  std::uint64_t top = 0;                // maps: at most so many targets; 0: all
  const document* territory = nullptr;  // maps only
  bool competences_only = false;        // maps only: ADP_MAP_COMPETENCES_ONLY
};

// As adp_batch_options has it.
struct batch_options {
  std::int64_t at_ms = 0;
  const activateur::snapshot* documents = nullptr;  // outlives the batch
  const document* policy = nullptr;
  const document* targets = nullptr;  // "activateur/targets/1"; nullptr: every job
  std::uint64_t top = 0;              // the best so many of each person; 0: all
  std::uint64_t memory_bytes = 0;     // 0: 256 MiB
  std::uint32_t threads = 1;
};

struct plan_options {
  std::int64_t at_ms = 0;
  const activateur::snapshot* documents = nullptr;
  const document* policy = nullptr;
  std::uint64_t node_limit = 0;
  std::int64_t time_limit_ms = 0;
  std::uint64_t seed = 0;
  std::uint32_t flags = 0;  // ADP_PLAN_ALTERNATIVES, ...: what is asked besides the plan
  std::uint32_t threads = 1;
};

// As adp_plan_render_options has it.
struct plan_render_options {
  std::int64_t at_ms = 0;
  std::uint64_t alarm_days = 0;  // 0: 7
};

struct session_options {
  std::string_view language = "fr";
  std::int64_t now_ms = 0;                                                  // 0: the system's clock
  std::function<bool(std::uint64_t done, std::uint64_t total)> progress{};  // false stops
};

// One caller's line of work; movable, not shared between threads.
class session {
 public:
  session(const adp_engine* engine, session_options options)
      : progress_(std::make_unique<decltype(options.progress)>(std::move(options.progress))) {
    adp_session_options c = ADP_SESSION_OPTIONS_INIT;
    c.language = view(options.language);
    c.now_ms = options.now_ms;
    if (*progress_) {
      c.progress = &session::on_progress;
      c.user_data = progress_.get();
    }
    adp_session* raw = nullptr;
    if (const adp_status status = adp_session_create(engine, &c, &raw); status != ADP_OK)
      throw error(status, "activateur: no session (is the language fr or en?)");
    handle_.reset(raw);
  }

  [[nodiscard]] adp_session* get() const noexcept { return handle_.get(); }
  void cancel() const noexcept { adp_session_cancel(get()); }  // from any thread

  [[nodiscard]] document parse(std::string_view json, std::string_view name = {}) const {
    return make<document>([&](adp_document** out) { return adp_document_parse(get(), view(json), view(name), out); });
  }

  [[nodiscard]] activateur::snapshot empty_snapshot() const {
    adp_snapshot* raw = nullptr;
    demand(adp_snapshot_create(get(), &raw));
    return activateur::snapshot(raw);
  }
  [[nodiscard]] activateur::snapshot load_snapshot(std::string_view directory) const {
    adp_snapshot* raw = nullptr;
    demand(adp_snapshot_load(get(), view(directory), &raw));
    return activateur::snapshot(raw);
  }
  void add(activateur::snapshot& to, std::string_view url, std::string_view body, std::int32_t status = 200) const {
    demand(adp_snapshot_add(get(), to.get(), view(url), view(body), status));
  }
  // Calls that use the snapshot may then fetch over HTTPS what it does not have.
  void allow_network(activateur::snapshot& to, const network_options& options = {}) const {
    adp_network_options c = ADP_NETWORK_OPTIONS_INIT;
    c.flags = options.flags;
    c.fetches_max = options.fetches_max;
    c.fetches_per_host_max = options.fetches_per_host_max;
    c.body_bytes_max = options.body_bytes_max;
    c.connect_ms = options.connect_ms;
    c.read_ms = options.read_ms;
    c.total_ms = options.total_ms;
    c.max_age_ms = options.max_age_ms;
    c.ca_file = view(options.ca_file);
    c.private_hosts = view(options.private_hosts);
    demand(adp_snapshot_allow_network(get(), to.get(), &c));
  }
  void save(const activateur::snapshot& documents, std::string_view directory) const {
    demand(adp_snapshot_save(get(), documents.get(), view(directory)));
  }

  [[nodiscard]] verification_report verify(std::string_view input, std::string_view name = {},
                                           const verify_options& options = {}) const {
    const adp_verify_options c = c_options(options);
    return make<verification_report>(
        [&](adp_document** out) { return adp_credential_verify(get(), view(input), view(name), &c, out); });
  }
  // One result an input, in their order.
  [[nodiscard]] verification_report verify_all(const std::vector<credential_input>& inputs,
                                               const verify_options& options = {}) const {
    const adp_verify_options c = c_options(options);
    std::vector<adp_credential_input> all;
    all.reserve(inputs.size());
    for (const credential_input& one : inputs) all.push_back({view(one.bytes), view(one.name)});
    return make<verification_report>(
        [&](adp_document** out) { return adp_credentials_verify(get(), all.data(), all.size(), &c, out); });
  }
  void add_context(std::string_view url, const document& context) const {
    demand(adp_context_add(get(), view(url), context.get()));
  }
  [[nodiscard]] bytes unbake(std::string_view picture, std::string_view name = {}) const {
    return fill([&](adp_bytes* out) { return adp_credential_unbake(get(), view(picture), view(name), out); });
  }
  [[nodiscard]] bytes bake(std::string_view picture, std::string_view credential, std::string_view name = {}) const {
    return fill(
        [&](adp_bytes* out) { return adp_credential_bake(get(), view(picture), view(credential), view(name), out); });
  }
  [[nodiscard]] bytes issue(const document& credential, std::string_view private_jwk,
                            std::string_view key_id = {}) const {
    return fill([&](adp_bytes* out) {
      return adp_credential_issue(get(), credential.get(), view(private_jwk), view(key_id), out);
    });
  }
  [[nodiscard]] bytes prove(const document& credential, std::string_view private_jwk, std::string_view key_id = {},
                            std::string_view suite = {}) const {
    return fill([&](adp_bytes* out) {
      return adp_credential_prove(get(), credential.get(), view(private_jwk), view(key_id), view(suite), out);
    });
  }
  [[nodiscard]] bytes generate_key(std::string_view type) const {
    return fill([&](adp_bytes* out) { return adp_key_generate(get(), view(type), out); });
  }
  [[nodiscard]] document public_key(std::string_view jwk) const {
    return make<document>([&](adp_document** out) { return adp_key_public(get(), view(jwk), out); });
  }

  [[nodiscard]] framework import_framework(std::string_view path) const {
    adp_framework* raw = nullptr;
    demand(adp_framework_import(get(), view(path), &raw));
    return framework(raw);
  }
  [[nodiscard]] import_outcome import_framework(std::string_view path, const import_options& options) const {
    adp_import_options c = ADP_IMPORT_OPTIONS_INIT;
    c.flags = options.leave_out_faults ? ADP_IMPORT_LEAVE_OUT_FAULTS : 0;
    c.id = view(options.id);
    c.version = view(options.version);
    c.title = view(options.title);
    c.attribution = view(options.attribution);
    c.language = view(options.language);
    c.columns = options.columns == nullptr ? nullptr : options.columns->get();
    c.before = options.before == nullptr ? nullptr : options.before->get();
    c.snapshot = options.documents == nullptr ? nullptr : options.documents->get();
    adp_framework* raw = nullptr;
    auto report =
        make<document>([&](adp_document** out) { return adp_framework_import_with(get(), view(path), &c, &raw, out); });
    import_outcome out{std::nullopt, std::move(report)};
    if (raw != nullptr) out.framework.emplace(raw);
    return out;
  }
  [[nodiscard]] territory_import_outcome import_territory(const std::vector<std::string>& paths,
                                                          const territory_import_options& options = {}) const {
    adp_territory_import_options c = ADP_TERRITORY_IMPORT_OPTIONS_INIT;
    c.flags = (options.leave_out_faults ? ADP_IMPORT_LEAVE_OUT_FAULTS : 0) |
              (options.from ? ADP_TERRITORY_FROM_POINT : 0) |
              (options.suppose_core_of_jobs ? ADP_TERRITORY_SUPPOSE_CORE : 0);
    c.id = view(options.id);
    c.name = view(options.name);
    c.format = view(options.format);
    c.source = view(options.source);
    if (options.from) std::tie(c.latitude, c.longitude) = *options.from;
    c.full_week_hours = options.full_week_hours;
    c.immersion_weekly_hours = options.immersion_weekly_hours;
    c.immersion_weeks = options.immersion_weeks;
    std::vector<adp_str> given;
    for (const std::string& path : paths) given.push_back(view(path));
    adp_document* raw = nullptr;
    auto report = make<document>(
        [&](adp_document** out) { return adp_territory_import(get(), given.data(), given.size(), &c, &raw, out); });
    territory_import_outcome out{std::nullopt, std::move(report)};
    if (raw != nullptr) out.territory.emplace(raw);
    return out;
  }
  [[nodiscard]] framework open_framework(std::string_view path) const {
    adp_framework* raw = nullptr;
    demand(adp_framework_open(get(), view(path), &raw));
    return framework(raw);
  }
  void save(const framework& f, std::string_view path) const { demand(adp_framework_save(get(), f.get(), view(path))); }
  [[nodiscard]] document summary(const framework& f) const {
    return make<document>([&](adp_document** out) { return adp_framework_summary(get(), f.get(), out); });
  }
  void check(const framework& f) const { demand(adp_framework_check(get(), f.get())); }
  // `base`: under which CASE's URIs are made; empty: "https://example.org/".
  void export_framework(const framework& f, std::string_view format, std::string_view path,
                        std::string_view base = {}) const {
    demand(adp_framework_export(get(), f.get(), view(format), view(base), view(path)));
  }
  [[nodiscard]] document show(std::string_view name) const {
    return make<document>([&](adp_document** out) { return adp_framework_show(get(), view(name), out); });
  }
  [[nodiscard]] document search(std::string_view words, std::size_t limit = 0) const {
    return make<document>([&](adp_document** out) { return adp_framework_search(get(), view(words), limit, out); });
  }

  [[nodiscard]] document search(std::string_view words, const search_options& options) const {
    adp_search_options c = ADP_SEARCH_OPTIONS_INIT;
    c.offset = options.offset;
    c.limit = options.limit;
    c.filters = view(options.filters);
    return make<document>([&](adp_document** out) { return adp_framework_find(get(), view(words), &c, out); });
  }
  [[nodiscard]] document identify(std::string_view words, const identify_options& options = {}) const {
    adp_identify_options c = ADP_IDENTIFY_OPTIONS_INIT;
    c.limit = options.limit;
    c.frameworks = view(options.frameworks);
    c.kinds = view(options.kinds);
    c.plugins = view(options.plugins);
    c.flags = options.no_plugins ? ADP_IDENTIFY_NO_PLUGINS : 0;
    lent_text_reader reader(options.reader);
    if (options.reader) {
      c.reader = &lent_text_reader::read;
      c.reader_data = &reader;
      c.reader_name = view(options.reader_name);
    }
    return make<document>([&](adp_document** out) { return adp_text_identify(get(), view(words), &c, out); });
  }
  [[nodiscard]] document near(std::string_view name, std::size_t limit = 0) const {
    return make<document>([&](adp_document** out) { return adp_framework_near(get(), view(name), limit, out); });
  }
  [[nodiscard]] document correspondences(std::string_view name, std::size_t limit = 0) const {
    return make<document>(
        [&](adp_document** out) { return adp_framework_correspondences(get(), view(name), limit, out); });
  }
  [[nodiscard]] document resolve(const document& alignment) const {
    return make<document>([&](adp_document** out) { return adp_alignment_resolve(get(), alignment.get(), out); });
  }
  // `before`: an earlier version, or nullptr.
  [[nodiscard]] document detect(const framework& f, const framework* before, std::string_view kind,
                                std::size_t limit = 0) const {
    return make<document>([&](adp_document** out) {
      return adp_framework_detect(get(), f.get(), before == nullptr ? nullptr : before->get(), view(kind), limit, out);
    });
  }
  [[nodiscard]] document difference(const framework& before, const framework& after, std::size_t limit = 0) const {
    return make<document>(
        [&](adp_document** out) { return adp_framework_difference(get(), before.get(), after.get(), limit, out); });
  }
  [[nodiscard]] document migrate(const framework& before, const framework& after, const document& given) const {
    return make<document>(
        [&](adp_document** out) { return adp_framework_migrate(get(), before.get(), after.get(), given.get(), out); });
  }
  [[nodiscard]] document follow(const framework& before, const framework& after, std::string_view code) const {
    return make<document>(
        [&](adp_document** out) { return adp_framework_follow(get(), before.get(), after.get(), view(code), out); });
  }

  [[nodiscard]] gap_report gap(const document& portfolio, std::string_view target,
                               const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<gap_report>(
        [&](adp_document** out) { return adp_gap_compute(get(), portfolio.get(), view(target), &c, out); });
  }
  [[nodiscard]] document group_gap(const document& portfolios, std::string_view target,
                                   const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>(
        [&](adp_document** out) { return adp_gap_compute_group(get(), portfolios.get(), view(target), &c, out); });
  }
  // The gap as an SVG picture.
  [[nodiscard]] bytes gap_render(const document& portfolio, std::string_view target,
                                 const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return fill([&](adp_bytes* out) { return adp_gap_render(get(), portfolio.get(), view(target), &c, out); });
  }
  [[nodiscard]] document map(const document& portfolio, const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>([&](adp_document** out) { return adp_map_compute(get(), portfolio.get(), &c, out); });
  }
  [[nodiscard]] activateur::batch batch(const batch_options& options = {}) const {
    const adp_batch_options c = c_options(options);
    adp_batch* raw = nullptr;
    demand(adp_batch_create(get(), &c, &raw));
    return activateur::batch(raw);
  }
  [[nodiscard]] live_map live(const batch_options& options = {}) const {
    const adp_batch_options c = c_options(options);
    adp_live* raw = nullptr;
    demand(adp_live_create(get(), &c, &raw));
    return live_map(raw);
  }
  // How many targets moved.
  std::size_t set(const live_map& in, const document& portfolio) const {
    std::size_t moved = 0;
    demand(adp_live_set(get(), in.get(), portfolio.get(), &moved));
    return moved;
  }
  // `value` nullptr: unknown again.
  std::size_t change(const live_map& in, std::string_view competence, const adp_coverage* value) const {
    std::size_t moved = 0;
    demand(adp_live_change(get(), in.get(), view(competence), value, &moved));
    return moved;
  }
  // False: the memory has no room, nothing was added; take what waits, then add again. Fails when nobody waits.
  [[nodiscard]] bool add(const activateur::batch& to, const document& portfolios) const {
    const adp_status status = adp_batch_add(get(), to.get(), portfolios.get());
    if (status == ADP_E_LIMIT && to.waiting() > 0) return false;
    demand(status);
    return true;
  }
  [[nodiscard]] bool add(const activateur::batch& to, const ArrowSchema& schema, const ArrowArray& array) const {
    const adp_status status = adp_batch_add_arrow(get(), to.get(), &schema, &array);
    if (status == ADP_E_LIMIT && to.waiting() > 0) return false;
    demand(status);
    return true;
  }
  [[nodiscard]] document take(const activateur::batch& from) const {
    return make<document>([&](adp_document** out) { return adp_batch_take(get(), from.get(), out); });
  }
  [[nodiscard]] arrow_columns take_arrow(const activateur::batch& from) const {
    arrow_columns out;
    demand(adp_batch_take_arrow(get(), from.get(), out.schema(), out.array()));
    return out;
  }
  [[nodiscard]] document map_explain(const document& portfolio, std::string_view target,
                                     const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>(
        [&](adp_document** out) { return adp_map_explain(get(), portfolio.get(), view(target), &c, out); });
  }
  [[nodiscard]] document map_doors(const document& portfolio, std::string_view key,
                                   const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>(
        [&](adp_document** out) { return adp_map_doors(get(), portfolio.get(), view(key), &c, out); });
  }
  [[nodiscard]] document map_compare(const document& before, const document& after,
                                     const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>(
        [&](adp_document** out) { return adp_map_compare(get(), before.get(), after.get(), &c, out); });
  }
  // The map as an HTML page, with the doors behind `key` unless it is empty.
  [[nodiscard]] bytes map_render(const document& portfolio, std::string_view key = {},
                                 const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return fill([&](adp_bytes* out) { return adp_map_render(get(), portfolio.get(), view(key), &c, out); });
  }
  // The doors behind a key as an SVG picture.
  [[nodiscard]] bytes map_doors_render(const document& portfolio, std::string_view key,
                                       const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return fill([&](adp_bytes* out) { return adp_map_doors_render(get(), portfolio.get(), view(key), &c, out); });
  }
  [[nodiscard]] activateur::plan plan(const document& portfolio, std::string_view target, const document& territory,
                                      const plan_options& options = {}) const {
    const adp_plan_options c = c_options(options);
    return make<activateur::plan>([&](adp_document** out) {
      return adp_plan_compute(get(), portfolio.get(), view(target), territory.get(), &c, out);
    });
  }
  // A followed plan: every call gives a new document.
  [[nodiscard]] activateur::plan follow(const activateur::plan& plan) const {
    return make<activateur::plan>([&](adp_document** out) { return adp_plan_follow(get(), plan.get(), out); });
  }
  [[nodiscard]] activateur::plan record(const document& followed, const step_event& event) const {
    adp_step_event c = ADP_STEP_EVENT_INIT;
    c.at_ms = event.at_ms;
    c.until_ms = event.until_ms;
    c.step = view(event.step);
    c.state = view(event.state);
    c.by = view(event.by);
    c.reason = view(event.reason);
    std::vector<adp_str> evidence;
    for (const std::string_view one : event.evidence) evidence.push_back(view(one));
    c.evidence = evidence.data();
    c.evidence_count = evidence.size();
    return make<activateur::plan>([&](adp_document** out) { return adp_plan_record(get(), followed.get(), &c, out); });
  }
  // `target` empty: the plan's own.
  [[nodiscard]] activateur::plan replan(const document& followed, const document& portfolio, std::string_view target,
                                        const document& territory, const plan_options& options = {}) const {
    const adp_plan_options c = c_options(options);
    return make<activateur::plan>([&](adp_document** out) {
      return adp_plan_replan(get(), followed.get(), portfolio.get(), view(target), territory.get(), &c, out);
    });
  }
  // `at_ms` 0: the session's clock; `policy` nullptr: the built-in one.
  [[nodiscard]] document reminders(const document& followed, std::int64_t at_ms = 0,
                                   const document* policy = nullptr) const {
    return make<document>([&](adp_document** out) {
      return adp_plan_reminders(get(), followed.get(), at_ms, policy == nullptr ? nullptr : policy->get(), out);
    });
  }
  [[nodiscard]] activateur::plan solve(const document& problem, const plan_options& options = {}) const {
    const adp_plan_options c = c_options(options);
    return make<activateur::plan>([&](adp_document** out) { return adp_plan_solve(get(), problem.get(), &c, out); });
  }
  // As others read it: "html", "svg", "graph", "ics", "mermaid", "mermaid-graph", "csv", "demarches".
  [[nodiscard]] bytes plan_render(const document& plan, std::string_view format,
                                  const plan_render_options& options = {}) const {
    adp_plan_render_options c = ADP_PLAN_RENDER_OPTIONS_INIT;
    c.at_ms = options.at_ms;
    c.alarm_days = options.alarm_days;
    return fill([&](adp_bytes* out) { return adp_plan_render(get(), plan.get(), view(format), &c, out); });
  }
  // `territory` may be an empty document: the gap alone.
  [[nodiscard]] bytes report(const document& portfolio, std::string_view target, const document& territory,
                             const plan_options& options = {}) const {
    const adp_plan_options c = c_options(options);
    return fill([&](adp_bytes* out) {
      return adp_report_render(get(), portfolio.get(), view(target), territory.get(), &c, out);
    });
  }
  // By one search.
  [[nodiscard]] plan_outcome plan_report(const document& portfolio, std::string_view target, const document& territory,
                                         const plan_options& options = {}) const {
    const adp_plan_options c = c_options(options);
    plan_outcome out;
    out.html = fill([&](adp_bytes* html) {
      adp_document* raw = nullptr;
      const adp_status status = adp_plan_report(get(), portfolio.get(), view(target), territory.get(), &c, &raw, html);
      out.plan = activateur::plan(raw);
      return status;
    });
    return out;
  }

  // Achievements: one, or "activateur/achievements/1" with the id of one.
  [[nodiscard]] document describe_achievement(const document& achievements, std::string_view id = {}) const {
    return make<document>(
        [&](adp_document** out) { return adp_achievement_describe(get(), achievements.get(), view(id), out); });
  }
  [[nodiscard]] document achievement_target(const document& achievements, std::string_view id = {}) const {
    return make<document>(
        [&](adp_document** out) { return adp_achievement_target(get(), achievements.get(), view(id), out); });
  }
  // `request` may be an empty document: an Achievement of Open Badges 3.0.
  [[nodiscard]] document achievement_badge(const document& achievements, std::string_view id,
                                           const document& request = {}) const {
    return make<document>([&](adp_document** out) {
      return adp_achievement_badge(get(), achievements.get(), view(id), request.get(), out);
    });
  }
  [[nodiscard]] document evaluate_achievement(const document& portfolio, const document& achievements,
                                              std::string_view id = {}, const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>([&](adp_document** out) {
      return adp_achievement_evaluate(get(), portfolio.get(), achievements.get(), view(id), &c, out);
    });
  }
  [[nodiscard]] document close_achievements(const document& portfolio, const document& achievements,
                                            const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>(
        [&](adp_document** out) { return adp_achievement_close(get(), portfolio.get(), achievements.get(), &c, out); });
  }
  [[nodiscard]] document pathway_progress(const document& portfolio, const document& pathway,
                                          const document& achievements, const analysis_options& options = {}) const {
    const adp_gap_options c = gap_options(options);
    return make<document>([&](adp_document** out) {
      return adp_pathway_progress(get(), portfolio.get(), pathway.get(), achievements.get(), &c, out);
    });
  }
  // "mermaid", or "ctdl" with the pathway's address.
  [[nodiscard]] bytes render_pathway(const document& pathway, const document& achievements, std::string_view form,
                                     std::string_view address = {}) const {
    return fill([&](adp_bytes* out) {
      return adp_pathway_render(get(), pathway.get(), achievements.get(), view(form), view(address), out);
    });
  }

  void trust_plugins(std::string_view key) const { demand(adp_plugins_trust(get(), view(key))); }
  [[nodiscard]] document check_plugin(std::string_view manifest) const {
    return make<document>([&](adp_document** out) { return adp_plugins_check(get(), view(manifest), out); });
  }
  [[nodiscard]] document load_plugin(std::string_view manifest) const {
    return make<document>([&](adp_document** out) { return adp_plugins_load(get(), view(manifest), out); });
  }
  [[nodiscard]] document plugins() const {
    return make<document>([&](adp_document** out) { return adp_plugins_list(get(), out); });
  }
  void sign_plugin(std::string_view manifest, std::string_view private_jwk) const {
    demand(adp_plugins_sign(get(), view(manifest), view(private_jwk)));
  }

 private:
  friend class store_access;
  using progress_fn = std::function<bool(std::uint64_t, std::uint64_t)>;

  static std::int32_t ADP_CALL on_progress(void* user_data, std::uint64_t done, std::uint64_t total) {
    // An exception must not cross the C library: it counts as a request to stop.
    try {
      return (*static_cast<progress_fn*>(user_data))(done, total) ? 1 : 0;
    } catch (...) {
      return 0;
    }
  }
  void demand(adp_status status) const {
    if (status != ADP_OK) throw error::of(get(), status);
  }
  template <class Made, class Call>
  Made make(Call&& call) const {
    adp_document* raw = nullptr;
    demand(call(&raw));
    return Made(raw);
  }
  template <class Call>
  bytes fill(Call&& call) const {
    bytes out;
    demand(call(out.out()));
    return out;
  }
  static adp_batch_options c_options(const batch_options& options) {
    adp_batch_options c = ADP_BATCH_OPTIONS_INIT;
    c.at_ms = options.at_ms;
    c.snapshot = options.documents == nullptr ? nullptr : options.documents->get();
    c.policy = options.policy == nullptr ? nullptr : options.policy->get();
    c.targets = options.targets == nullptr ? nullptr : options.targets->get();
    c.top = options.top;
    c.memory_bytes = options.memory_bytes;
    c.threads = options.threads;
    return c;
  }
  static adp_gap_options gap_options(const analysis_options& options) {
    adp_gap_options c = ADP_GAP_OPTIONS_INIT;
    c.at_ms = options.at_ms;
    c.snapshot = options.documents == nullptr ? nullptr : options.documents->get();
    c.policy = options.policy == nullptr ? nullptr : options.policy->get();
    c.top = options.top;
    c.territory = options.territory == nullptr ? nullptr : options.territory->get();
    if (options.competences_only) c.flags |= ADP_MAP_COMPETENCES_ONLY;
    return c;
  }
  static adp_verify_options c_options(const verify_options& options) {
    adp_verify_options c = ADP_VERIFY_OPTIONS_INIT;
    c.at_ms = options.at_ms;
    c.snapshot = options.documents == nullptr ? nullptr : options.documents->get();
    c.recipient = view(options.recipient);
    c.fetched_from = view(options.fetched_from);
    c.policy = options.policy == nullptr ? nullptr : options.policy->get();
    c.threads = options.threads;
    return c;
  }
  static adp_plan_options c_options(const plan_options& options) {
    adp_plan_options c = ADP_PLAN_OPTIONS_INIT;
    c.at_ms = options.at_ms;
    c.snapshot = options.documents == nullptr ? nullptr : options.documents->get();
    c.policy = options.policy == nullptr ? nullptr : options.policy->get();
    c.node_limit = options.node_limit;
    c.time_limit_ms = options.time_limit_ms;
    c.seed = options.seed;
    c.flags = options.flags;
    c.threads = options.threads;
    return c;
  }

  struct destroy {
    void operator()(adp_session* s) const noexcept { adp_session_destroy(s); }
  };
  std::unique_ptr<progress_fn> progress_;  // at a fixed address, whatever moves
  std::unique_ptr<adp_session, destroy> handle_;
};

// Frameworks and plugins shared by sessions; shared on copy, usable from any thread.
class engine {
 public:
  engine() {
    adp_engine* raw = nullptr;
    if (const adp_status status = adp_engine_create(nullptr, &raw); status != ADP_OK)
      throw error(status, "activateur: no engine");
    handle_.reset(raw, adp_engine_destroy);
  }
  [[nodiscard]] adp_engine* get() const noexcept { return handle_.get(); }

  [[nodiscard]] activateur::session session(session_options options = {}) const {
    return activateur::session(get(), std::move(options));
  }
  void use(const framework& f) const {
    if (const adp_status status = adp_engine_use_framework(get(), f.get()); status != ADP_OK)
      throw error(status, "activateur: the framework cannot be used: its handle is empty, or memory is out");
  }

 private:
  std::shared_ptr<adp_engine> handle_;
};

}  // namespace activateur
