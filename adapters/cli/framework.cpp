#include <filesystem>
#include <optional>

#include "commands.hpp"
#include "library.hpp"
#include "web.hpp"
#include "words.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct framework_arguments {
  std::string path, output, name, words, format = "case";
  std::string id, version, title, attribution, language, columns, before, base;
  bool leave_out_faults = false;
  web_arguments web;
  std::vector<std::string> frameworks, filters;
  std::size_t limit = 20, offset = 0;
};

void print_summary(const console& to, const json& f) {
  const json& n = f.at("counts");
  const auto count = [&](const char* name) { return std::to_string(n.value(name, std::uint64_t{0})); };
  to.print(f.at("id").get<std::string>() + " " + f.at("version").get<std::string>() + " · " +
           f.at("title").get<std::string>());
  to.print(to.say("  métiers : ", "  jobs: ") + count("jobs"));
  to.print(to.say("  compétences : ", "  competences: ") + count("competences") +
           to.say(" (savoir-faire ", " (know-how ") + count("know_how") + to.say(" dont macro ", " of which macro ") +
           count("macros") + to.say(", savoir-être ", ", soft skills ") + count("soft_skills") +
           to.say(", savoirs ", ", knowledge ") + count("knowledge") + ")");
  to.print(to.say("  liens métier-compétence : ", "  job-competence links: ") + count("links") +
           to.say(" (cœur ", " (core ") + count("core_links") + to.say(", émergents ", ", emerging ") +
           count("emerging_links") + ")");
  to.print(to.say("  mobilités : ", "  mobilities: ") + count("mobilities"));
  to.print(to.say("  appellations : ", "  appellations: ") + count("appellations"));
  to.print("  " + f.at("attribution").get<std::string>());
}

// Keeps the compiled framework where the commands look for it; or, where it was asked for, there alone.
std::string keep(const console& to, const activateur::session& with, const activateur::framework& imported,
                 const json& summary, const std::string& output) {
  if (!output.empty()) {
    with.save(imported, output);
    return output;
  }
  const std::string kept = place_of(to, summary.at("id"), summary.at("version"));
  std::error_code problem;
  fs::create_directories(fs::path(kept).parent_path(), problem);
  with.save(imported, kept);
  return kept;
}

}  // namespace

void note_problems(const console& to, const json& report) {
  const json& problems = report.at("problems");
  for (const json& problem : problems) {
    const json& where = problem.at("where");
    std::string place = where.value("source", "");
    if (const auto line = where.value("line", 0); line > 0)
      place += to.say(", ligne ", ", line ") + std::to_string(line) + to.say(", colonne ", ", column ") +
               std::to_string(where.value("column", 1));
    if (where.contains("pointer")) place += ", " + where.at("pointer").get<std::string>();
    to.note(place + (place.empty() ? "" : to.say(" : ", ": ")) + problem.at(to.say("fr", "en")).get<std::string>());
  }
  const auto all = report.at("problem_count").get<std::size_t>();
  if (all > problems.size())
    to.note(to.say("… et " + std::to_string(all - problems.size()) + " autres.",
                   "... and " + std::to_string(all - problems.size()) + " others."));
}

namespace {

// What a CASE server offers: nothing is imported until one is chosen.
void print_packages(const console& to, const json& packages) {
  for (const json& one : packages) {
    const std::string version = one.value("version", "");
    to.print(one.value("title", "") + (version.empty() ? "" : " (" + version + ")"));
    to.print("  " + one.value("url", ""));
  }
  to.note(packages.empty() ? to.say("Ce serveur n'offre aucun paquet.", "This server offers no package.")
                           : to.say("Rien n'est importé : choisissez un paquet et donnez son URL.",
                                    "Nothing is imported: choose a package and give its URL."));
}

exit_code import_one(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  std::optional<activateur::framework> before;
  std::optional<activateur::document> columns;
  if (!asked.before.empty()) before = with.import_framework(asked.before);
  if (!asked.columns.empty()) columns = read_document(to, with, asked.columns, "columns");
  activateur::import_options options;
  options.leave_out_faults = asked.leave_out_faults;
  options.id = asked.id;
  options.version = asked.version;
  options.title = asked.title;
  options.attribution = asked.attribution;
  options.language = asked.language;
  options.columns = columns ? &*columns : nullptr;
  options.before = before ? &*before : nullptr;
  activateur::network_options network;
  network.body_bytes_max = 16U << 20U;  // packages of whole curricula have some MB
  network.total_ms = 120'000;
  const std::optional<activateur::snapshot> documents = documents_of(with, asked.web, network);
  options.documents = documents ? &*documents : nullptr;
  const auto outcome = with.import_framework(asked.path, options);
  const json report = json::parse(outcome.report.json());
  note_problems(to, report);
  if (!outcome.framework) {
    const bool list = report.contains("packages");
    if (to.as_json)
      to.print_json(outcome.report.json());
    else if (list)
      print_packages(to, report.at("packages"));
    return list ? negative : impossible;
  }
  const json summary = json::parse(with.summary(*outcome.framework).json());
  const std::string file = keep(to, with, *outcome.framework, summary, asked.output);
  if (to.as_json) {
    json out = summary;
    out["file"] = file;
    out["import"] = report;
    to.print_json(out.dump());
    return done;
  }
  print_summary(to, summary);
  for (const json& note : report.value("notes", json::array()))
    to.print("  " + note.at(to.say("fr", "en")).get<std::string>());
  to.print(to.say("  fichier : ", "  file: ") + file);
  return done;
}

exit_code check(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  json all = json::array();
  const std::vector<std::string> files = asked.frameworks.empty() ? imported_frameworks(to) : asked.frameworks;
  for (const std::string& file : files) {
    const auto opened = with.open_framework(file);
    with.check(opened);
    all.push_back(json::parse(with.summary(opened).json()));
    if (!to.as_json) to.print(file + to.say(" : intact", ": whole"));
  }
  if (to.as_json) to.print_json(json{{"schema", "activateur/frameworks/1"}, {"frameworks", all}}.dump());
  return done;
}

exit_code export_one(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  std::error_code problem;
  const bool is_path = fs::exists(asked.name, problem);
  for (const auto& f : use_frameworks(to, engine, with, is_path ? std::vector{asked.name} : asked.frameworks)) {
    const json summary = json::parse(with.summary(f).json());
    if (!is_path && summary.at("id") != asked.name) continue;
    with.export_framework(f, asked.format, asked.output, asked.base);
    if (to.as_json)
      to.print_json(json{{"schema", "activateur/written/1"}, {"file", asked.output}}.dump());
    else
      to.print(asked.output);
    return done;
  }
  throw failure(to.say("Aucun référentiel ne s'appelle « " + asked.name + " ». Voyez « activateur framework list ».",
                       "No framework is called \"" + asked.name + "\". See \"activateur framework list\"."));
}

exit_code list(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  json all = json::array();
  for (const auto& f : use_frameworks(to, engine, with, asked.frameworks, false))
    all.push_back(json::parse(with.summary(f).json()));
  if (to.as_json)
    to.print_json(json{{"schema", "activateur/frameworks/1"}, {"frameworks", all}}.dump());
  else
    for (const json& f : all) print_summary(to, f);
  if (all.empty() && !to.as_json) to.print(to.say("Aucun référentiel importé.", "No framework imported."));
  return done;
}

void print_named(const console& to, const json& shown) {
  to.print(shown.at("id").get<std::string>() + " · " + shown.at("label").get<std::string>());
  const auto section = [&](const char* member, const std::string& title) {
    const auto found = shown.find(member);
    if (found == shown.end() || !found->is_array() || found->empty()) return;
    to.print(title + " (" + std::to_string(found->size()) + ")");
    for (const json& one : *found) {
      if (one.is_string()) {
        to.print("  " + one.get<std::string>());
        continue;
      }
      const std::string importance = one.value("importance", "");
      to.print(
          "  " + column(one.value("id", ""), 14) + " " + one.value("label", "") +
          (importance.empty() || importance == "ordinary" ? "" : " [" + word(to, words::importance, importance) + "]"));
    }
  };
  section("competences", to.say("Compétences", "Competences"));
  section("jobs", to.say("Métiers", "Jobs"));
  section("items", to.say("Compétences regroupées", "Grouped competences"));
  section("mobilities", to.say("Mobilités, la plus proche d'abord", "Mobilities, nearest first"));
  section("appellations", to.say("Appellations", "Appellations"));
}

exit_code show(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  // A path shows what it holds, without keeping anything; a bare framework id, or nothing, its summary.
  std::error_code problem;
  const bool is_path = fs::exists(asked.name, problem);
  const auto used = use_frameworks(to, engine, with, is_path ? std::vector{asked.name} : asked.frameworks);
  if (!is_path && asked.name.find(':') != std::string::npos) {
    const auto shown = with.show(asked.name);
    if (to.as_json)
      to.print_json(shown.json());
    else
      print_named(to, json::parse(shown.json()));
    return done;
  }
  for (const auto& f : used) {
    const json summary = json::parse(with.summary(f).json());
    if (!is_path && !asked.name.empty() && summary.at("id") != asked.name) continue;
    if (to.as_json)
      to.print_json(summary.dump());
    else
      print_summary(to, summary);
    return done;
  }
  throw failure(to.say("Aucun référentiel ne s'appelle « " + asked.name + " ». Voyez « activateur framework list ».",
                       "No framework is called \"" + asked.name + "\". See \"activateur framework list\"."));
}

exit_code search(const console& to, const framework_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto used = use_frameworks(to, engine, with, asked.frameworks);
  std::string filters;
  for (const std::string& filter : asked.filters) filters += filter + '\n';
  const auto found = with.search(asked.words, {asked.offset, asked.limit, filters});
  if (to.as_json) {
    to.print_json(found.json());
  } else {
    const json hits = json::parse(found.json()).at("hits");
    for (const json& hit : hits) {
      const std::string matched = hit.value("matched", "");
      to.print(column(hit.value("id", ""), 14) + " " + hit.value("label", "") +
               (matched.empty() || matched == hit.value("label", "") ? "" : " (" + matched + ")"));
    }
    if (hits.empty()) to.print(to.say("Rien trouvé.", "Nothing found."));
  }
  return found.count("/hits") > 0 ? done : negative;
}

}  // namespace

void add_framework(CLI::App& app, console& to, chosen_command& chosen) {
  auto* group = app.add_subcommand("framework", "Référentiels: import, list, show, search");
  group->require_subcommand(1);
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = group->add_subcommand(name, about);
    auto asked = std::make_shared<framework_arguments>();
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    if (std::string_view(name) != "import" && std::string_view(name) != "check")
      command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] = add("import", "Read a framework as it is published (docs/frameworks.md)", import_one);
    command
        ->add_option(
            "path", asked->path,
            "The directory or file; with --online the URL of a CASE package, or of a CASE server to see its list")
        ->required();
    command->add_option(
        "--output", asked->output,
        "File to write it to, and nowhere else; default: your own folder, where the other commands look");
    command->add_option("--id", asked->id, "Its identifier; default: what the source says");
    command->add_option("--edition", asked->version, "Its version; default: what the source says");
    command->add_option("--title", asked->title, "Its title; default: what the source says");
    command->add_option("--attribution", asked->attribution, "Whom to credit; default: what the source says");
    command->add_option("--language", asked->language, "Of its labels, two letters; default: what the source says");
    command->add_option("--columns", asked->columns, "Sheets: which column says what (activateur/columns/1)");
    command->add_option("--before", asked->before, "An earlier version to compare with");
    command->add_flag("--leave-out-faults", asked->leave_out_faults, "Take what is right instead of refusing all");
    add_web(*command, asked->web);
  }
  {
    const auto [command, asked] = add("check", "Read compiled frameworks through", check);
    command->add_option("files", asked->frameworks, "Compiled files; default: those imported");
  }
  {
    const auto [command, asked] = add("export", "Write a framework for others", export_one);
    command->add_option("name", asked->name, "Its identifier, or a path")->required();
    command->add_option("--format", asked->format, "case or csv")->check(CLI::IsMember({"case", "csv"}));
    command->add_option("--base", asked->base, "case: the URL under which the framework's URIs are");
    command->add_option("--output", asked->output, "The file")->required();
  }
  add("list", "The frameworks at hand", list);
  {
    const auto [command, asked] = add("show", "A framework, a job or a competence", show);
    command->add_option("name", asked->name, "rome, rome:K1304, rome:100003, or a path");
  }
  add_framework_relations(*group, to, chosen);
  {
    const auto [command, asked] = add("search", "Find jobs and competences by words", search);
    command->add_option("words", asked->words, "The words")->required();
    command->add_option("--limit", asked->limit, "At most so many hits");
    command->add_option("--offset", asked->offset, "Hits to skip");
    command->add_option("--filter", asked->filters, "facet=value, as type=job; several are alternatives of a facet");
  }
}

}  // namespace cli
