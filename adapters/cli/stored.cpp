#include "stored.hpp"

#include <cstdlib>
#include <filesystem>

#include "library.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string chosen_or(const std::string& given, const char* variable, const std::string& otherwise) {
  if (!given.empty()) return given;
  const char* named = std::getenv(variable);
  return named == nullptr || *named == '\0' ? otherwise : named;
}

std::string store_file(const console& to, const store_arguments& asked) {
  return chosen_or(asked.file, "ACTIVATEUR_STORE", home_directory(to) + "/store.adps");
}

std::string key_file(const console& to, const store_arguments& asked) {
  return chosen_or(asked.key, "ACTIVATEUR_STORE_KEY", store_file(to, asked) + ".key");
}

// "guide:g-17@mission-locale".
activateur::actor read_actor(const console& to, const std::string& text, const std::string& person) {
  if (text == "self") return {ADP_ROLE_PERSON, person, {}};
  const auto colon = text.find(':');
  const auto at = text.find('@', colon == std::string::npos ? 0 : colon);
  const std::string role = text.substr(0, colon);
  static const std::vector<std::string> names{"person",   "guide",        "educator",     "curator",
                                              "observer", "organisation", "administrator"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (role != names[i]) continue;
    const std::string id =
        colon == std::string::npos ? "cli" : text.substr(colon + 1, at == std::string::npos ? at : at - colon - 1);
    return {static_cast<std::int32_t>(i), id, at == std::string::npos ? "" : text.substr(at + 1)};
  }
  throw failure(to.say("« " + text + " » n'est pas un acteur. Écrivez self, ou RÔLE:IDENTIFIANT@ORGANISATION.",
                       "\"" + text + "\" is no actor. Write self, or ROLE:ID@ORGANISATION."),
                wrong_usage);
}

// A new store gets a new key beside it, readable by its owner alone.
void make_key(const console& to, const activateur::session& with, const std::string& path) {
  if (fs::exists(path)) return;
  write_secret(to, path, std::string(activateur::store::new_key(with).text()) + "\n");
  to.note(to.say("Clé créée : " + path + ". Gardez-la à part : sans elle, la base est illisible.",
                 "Key made: " + path + ". Keep it apart: without it the store cannot be read."));
}

activateur::store open_store(const console& to, const activateur::session& with, const store_arguments& asked,
                             new_store allowed) {
  const std::string file = store_file(to, asked), key = key_file(to, asked);
  std::error_code problem;
  const bool there = fs::exists(file, problem);
  if (!there) {
    if (allowed == new_store::refused)
      throw failure(file +
                    to.say(" : cette base n'existe pas. Vérifiez --store et ACTIVATEUR_STORE ; une base commence "
                           "par « person add », « achievement add » ou « pathway add ».",
                           ": there is no such store. Check --store and ACTIVATEUR_STORE; a store begins with "
                           "\"person add\", \"achievement add\" or \"pathway add\"."));
    if (const fs::path folder = fs::path(file).parent_path(); !folder.empty()) fs::create_directories(folder, problem);
    make_key(to, with, key);
  }
  return activateur::store::open(with, file, {.key_file = key, .existing = there});
}

}  // namespace

opened_store::opened_store(const console& to, const store_arguments& asked, const std::string& person,
                           const std::string& role, new_store allowed)
    : with(to.session(engine, read_time(to, asked.at))),
      of(open_store(to, with, asked, allowed)),
      calls(of.as(with, read_actor(to, chosen_or(asked.as, "ACTIVATEUR_ACTOR", role), person))) {}

json opened_store::object(const console& to, const std::string& path) const {
  if (path.empty()) return json::object();
  json out = json::parse(with.parse(read_file(to, path), path).json());
  if (!out.is_object()) throw failure(path + to.say(" : un objet JSON est attendu.", ": a JSON object is expected."));
  return out;
}

void add_store_options(CLI::App& command, store_arguments& into) {
  command.add_option("--store", into.file, "The store; default: $ACTIVATEUR_STORE, else store.adps at home");
  command.add_option("--key", into.key, "Its key file; default: $ACTIVATEUR_STORE_KEY, else beside it, .key");
  command.add_option("--as", into.as, "Who acts: self, or ROLE:ID@ORGANISATION; default: $ACTIVATEUR_ACTOR");
  command.add_option("--at", into.at, "As of this moment; default: now");
}

void add_store_command(CLI::App& group, console& to, chosen_command& chosen, store_arguments& asked,
                       const store_command& what) {
  auto* command = group.add_subcommand(what.name, what.about);
  add_store_options(*command, asked);
  what.options(*command);
  command->callback([&to, &chosen, run = what.run] { chosen = [&to, run] { return run(to); }; });
}

activateur::document all_records(const opened_store& s, const std::string& person, const std::string& kind) {
  activateur::document first = s.calls.list(person, kind);
  json all = json::parse(first.json());
  if (!all.contains("next")) return first;
  while (all.contains("next")) {
    json more = json::parse(s.calls.list(person, kind, all["next"].get<std::string>()).json());
    for (json& record : more.at("records")) all["records"].push_back(std::move(record));
    all.erase("next");
    if (more.contains("next")) all["next"] = more["next"];
  }
  return s.parse(all);
}

exit_code told(const console& to, const activateur::document& answer, const std::function<void(const json&)>& lines) {
  if (to.as_json)
    to.print_json(answer.json());
  else
    lines(json::parse(answer.json()));
  return done;
}

}  // namespace cli
