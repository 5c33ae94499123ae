#include "territory/import_territory.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "base/text.hpp"
#include "territory/import_run.hpp"
#include "territory/import_territory_messages.hpp"
#include "territory/read_opportunity.hpp"

namespace activateur {
namespace {

namespace fs = std::filesystem;
namespace say = territory_import_messages;

constexpr std::size_t file_bytes = 256U << 20U;  // the LHEO of a whole region has some hundred MB
constexpr std::size_t files_max = 1'000;

const std::vector<const territory_format*>& formats() {
  static const std::vector<const territory_format*> all{
      &territory_document, &derivation, &data_inclusion, &inclusion_structures, &immersion_facile,
      &achievement_badge,  &lheo};
  return all;
}

struct given_file {
  std::string path;
  bool named = false;  // by the caller, not found in a directory
};

// Files, and those right in directories by name.
result<std::vector<given_file>> files_of(const std::vector<std::string>& paths, territory_run& run) {
  std::vector<given_file> out;
  for (const std::string& path : paths) {
    std::error_code failed;
    const auto kind = fs::status(path, failed).type();
    const location where{path, {}, 0, 0};
    if (kind == fs::file_type::regular) {
      out.push_back({path, true});
    } else if (kind == fs::file_type::directory) {
      std::vector<std::string> inside;
      for (fs::directory_iterator at(path, failed); !failed && at != fs::directory_iterator(); at.increment(failed)) {
        if (at->is_regular_file(failed))
          inside.push_back(at->path().string());
        else
          run.count_named(say::file_not_read, at->path().string());
        if (inside.size() > files_max) break;
      }
      if (failed) return fail(failure::io, say::not_there, {}, where);
      std::sort(inside.begin(), inside.end());
      for (std::string& one : inside) out.push_back({std::move(one), false});
    } else {
      return fail(kind == fs::file_type::not_found ? failure::not_found : failure::unsupported,
                  kind == fs::file_type::not_found ? say::not_there : say::unknown_kind, {}, where);
    }
    if (out.size() > files_max) return fail(failure::limit, say::too_many_files, {std::to_string(files_max)}, where);
  }
  return out;
}

result<territory_source> open_source(const std::string& path) {
  territory_source out;
  out.path = path;
  auto text = read_file(path, file_bytes);
  if (!text) return std::move(text).why();
  const std::string_view start = trimmed(*text);
  if (start.starts_with('{') || start.starts_with('[')) {
    json_limits bounds;
    bounds.bytes = file_bytes;
    auto document = read_json(*text, bounds, path);
    if (!document) return std::move(document).why();
    out.document = *std::move(document);
  } else {
    out.text = *std::move(text);
  }
  return out;
}

const territory_format* format_of(const territory_source& source, const std::string& asked) {
  for (const territory_format* format : formats())
    if (asked.empty() ? format->recognises(source)
                      : format->name == asked && format->is_json == source.document.has_value())
      return format;
  return nullptr;
}

void name_providers(territory_run& run) {
  for (const auto& [made, structure] : run.of_structures) {
    const auto known = run.structures.find(structure);
    if (known != run.structures.end())
      run.made[made].provider = known->second;
    else
      run.count_named(say::unknown_structure, structure);
  }
}

// What is right and yet of no use, said once with the first names.
void review(territory_run& run) {
  const auto unknown = [&](const std::string& competence) {
    const framework_ptr in = run.frameworks.find(competence.substr(0, competence.find(':')));
    return in != nullptr && !run.frameworks.competence(competence);
  };
  std::set<std::string> said;
  for (const opportunity& o : run.made) {
    if (!o.sessions.empty() && o.sessions.back().at < run.with.now) run.count_named(say::past, o.id);
    if (o.seats == 0) run.count_named(say::full, o.id);
    for (const auto* list : {&o.teaches, &o.recognises, &o.needs_competences})
      for (const std::string& c : *list)
        if (!said.contains(c) && unknown(c)) {
          said.insert(c);
          run.count_named(say::unknown_competence, c);
        }
  }
}

territory whole_of(territory_run& run, const territory_import_options& options, const std::string& first_path) {
  territory out;
  for (territory& one : run.territories) {
    if (out.id.empty()) {
      out.id = one.id;
      out.name = one.name;
    }
    out.fictitious = out.fictitious || one.fictitious;
    out.plugins.insert(out.plugins.end(), one.plugins.begin(), one.plugins.end());
    for (described_target& d : one.targets) {
      // What comes later is what is known now, as of opportunities.
      const auto known = std::find_if(out.targets.begin(), out.targets.end(),
                                      [&](const described_target& other) { return other.said.id == d.said.id; });
      if (known == out.targets.end())
        out.targets.push_back(std::move(d));
      else
        *known = std::move(d);
    }
  }
  std::set<std::string> seen;
  std::erase_if(out.plugins, [&](const std::string& p) { return !seen.insert(p).second; });
  if (!options.id.empty()) out.id = options.id;
  if (out.id.empty()) out.id = fs::path(first_path).stem().string();
  if (out.id.empty()) out.id = "territory";
  if (!options.name.empty()) out.name = options.name;
  if (out.name.empty()) out.name = out.id;
  out.opportunities = std::move(run.made);
  std::sort(out.opportunities.begin(), out.opportunities.end(),
            [](const opportunity& x, const opportunity& y) { return x.id < y.id; });
  return out;
}

std::optional<error> wrong_options(const territory_import_options& options) {
  const std::vector<std::string>& known = territory_formats();
  if (!options.format.empty() && std::find(known.begin(), known.end(), options.format) == known.end()) {
    std::string list;
    for (const std::string& name : known) list.append(list.empty() ? "" : ", ").append(name);
    return fail(failure::usage, say::unknown_format, {shortened(options.format, 40), list});
  }
  const bool on_earth =
      !options.from || (std::abs(options.from->latitude) <= 90 && std::abs(options.from->longitude) <= 180);
  if (!on_earth || !(options.full_week_hours >= 1 && options.full_week_hours <= 168) || options.immersion_weeks < 0 ||
      options.immersion_weeks > territory_bounds::weeks ||
      !(options.immersion_weekly_hours >= 0 && options.immersion_weekly_hours <= 168))
    return fail(failure::usage, say::bad_options);
  return std::nullopt;
}

}  // namespace

const std::vector<std::string>& territory_formats() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const territory_format* format : formats()) out.emplace_back(format->name);
    return out;
  }();
  return names;
}

result<imported_territory> import_territory(const std::vector<std::string>& paths,
                                            const territory_import_options& options, const framework_set& frameworks,
                                            const context& with) {
  if (auto wrong = wrong_options(options)) return *std::move(wrong);
  territory_run run(options, frameworks, with);
  auto files = files_of(paths, run);
  if (!files) return std::move(files).why();
  imported_territory out;

  for (const given_file& file : *files) {
    if (!run.faults.going(out.sources.size())) return progress_sink::cancelled();
    auto source = open_source(file.path);
    if (!source) {
      if (source.why().kind != failure::input) return std::move(source).why();
      run.faults.add(std::move(source).why());
      continue;
    }
    const territory_format* format = format_of(*source, file.named ? options.format : std::string{});
    if (format == nullptr) {
      if (file.named) return fail(failure::unsupported, say::unknown_kind, {}, {file.path, {}, 0, 0});
      run.count_named(say::file_not_read, file.path);
      continue;
    }
    const std::size_t before = run.made.size();
    run.begins.push_back(before);
    if (auto done = format->read(*source, run); !done) return done.why();
    out.sources.push_back({file.path, std::string(format->name), run.made.size() - before});
  }
  name_providers(run);
  merge_duplicates(run, out);
  review(run);
  run.say_counts();
  const bool clean = run.faults.report().problem_count == 0;
  if (run.made.empty() && run.territories.empty() && clean)
    run.faults.add(fail(failure::input, say::nothing_given, {}, {paths.empty() ? "" : paths.front(), {}, 0, 0}));
  else if (clean || options.leave_out_faults)
    out.made = whole_of(run, options, paths.front());
  out.report = run.faults.take("territory");
  return out;
}

json import_document(const imported_territory& read) {
  json out = report_document(read.report);
  out["schema"] = "activateur/territory-import/1";
  out["taken"] = read.made.has_value();
  out["sources"] = json::array();
  for (const imported_source& s : read.sources)
    out["sources"].push_back({{"path", s.path}, {"format", s.format}, {"opportunities", s.opportunities}});
  out["duplicate_count"] = read.duplicate_count;
  out["duplicates"] = json::array();
  for (const recognised_duplicate& d : read.duplicates)
    out["duplicates"].push_back({{"kept", d.kept}, {"left", d.left}, {"by", d.by}});
  if (read.made) {
    json kinds = json::object();
    std::size_t teaching = 0;
    for (const opportunity& o : read.made->opportunities) {
      kinds[o.kind] = kinds.value(o.kind, 0) + 1;
      teaching += o.teaches.empty() && o.recognises.empty() && o.gives.empty() ? 0 : 1;
    }
    out["territory"] = {{"id", read.made->id},
                        {"name", read.made->name},
                        {"opportunities", read.made->opportunities.size()},
                        {"of_use", teaching},
                        {"kinds", std::move(kinds)}};
  }
  return out;
}

}  // namespace activateur
