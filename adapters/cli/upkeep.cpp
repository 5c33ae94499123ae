// activateur store: keeping the store itself.
#include "stored.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct upkeep_arguments {
  store_arguments store;
  std::string file, keys, into, cursor, new_key;
  std::size_t limit = 0;
  bool keys_only = false;
};

void print_due(const console& to, const json& due) {
  const auto list = [&](const char* member, const char* name, const char* since, const std::string& title) {
    if (due.at(member).empty()) return;
    to.print(title);
    for (const json& one : due.at(member))
      to.print("  " + one.at(name).get<std::string>() + "  " + one.at(since).get<std::string>());
  };
  list("persons", "person", "last_contact",
       to.say("Personnes à effacer ou à joindre, et leur dernier contact :",
              "Persons to erase or to reach, and their last contact:"));
  list("requests", "record", "ended",
       to.say("Demandes et liens échus, que « store tidy » retire :",
              "Requests and links that ended, which \"store tidy\" removes:"));
  if (due.at("journal"))
    to.print(to.say("Le journal a des entrées assez vieilles : « store tidy » les retire.",
                    "The journal has entries that are old enough: \"store tidy\" removes them."));
  if (due.at("forgetting"))
    to.print(to.say("Un effacement n'est pas fini : « store tidy » l'essaie encore.",
                    "An erasure is not finished: \"store tidy\" tries again."));
  if (due.at("persons").empty() && due.at("requests").empty() && !due.at("journal") && !due.at("forgetting"))
    to.print(to.say("Rien n'est dû.", "Nothing is due."));
  to.print(to.say("Durées :", "Periods:"));
  for (const json& p : due.at("periods"))
    to.print("  " + padded(word(to, words::retention, p.at("period").get<std::string>()), 24) + " " +
             amount(to, p.at("days"), {"jour", "jours", "day", "days"}) + "  " + p.at("reason").get<std::string>());
}

void print_tidied(const console& to, const json& tidied) {
  to.print(to.say("Retirés : ", "Removed: ") +
           amount(to, tidied.at("requests"),
                  {"demande ou lien", "demandes ou liens", "request or link", "requests or links"}) +
           ", " +
           amount(to, tidied.at("journal"),
                  {"entrée du journal", "entrées du journal", "entry of the journal", "entries of the journal"}) +
           ".");
}

exit_code check(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  const auto report = s.calls.check();
  told(to, report, [&](const json& r) {
    if (r.at("ok")) to.print(to.say("La base est saine.", "The store is sound."));
    for (const json& problem : r.at("problems")) to.print(problem.get<std::string>());
  });
  return json::parse(report.json()).at("ok") ? done : negative;
}

exit_code backup(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  if (asked.keys_only != asked.file.empty())
    throw failure(to.say("Donnez un fichier, ou --keys-only.", "Give a file, or --keys-only."), wrong_usage);
  s.calls.backup(asked.file, asked.keys);
  return told(
      to, s.parse({{"schema", "activateur/written/1"}, {"file", asked.file.empty() ? asked.keys : asked.file}}),
      [&](const json&) { to.print(to.say("Sauvegardé. Gardez les clés à part.", "Saved. Keep the keys apart.")); });
}

exit_code restore(const console& to, const upkeep_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  activateur::store::restore(with, asked.file, asked.keys, asked.into);
  return told(to, with.parse(json{{"schema", "activateur/written/1"}, {"file", asked.into}}.dump()),
              [&](const json&) { to.print(to.say("Restauré : ", "Restored: ") + asked.into); });
}

exit_code changes(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.changes(asked.cursor, asked.limit), [&](const json& page) {
    for (const json& c : page.at("changes"))
      to.print(c.at("at").get<std::string>() + "  " +
               padded(word(to, words::change, c.at("what").get<std::string>()), 8) + " " +
               padded(word(to, words::record, c.at("kind").get<std::string>()), 18) + " " + c.value("person", "") +
               " " + c.value("record", ""));
    to.print(to.say("curseur : ", "cursor: ") + page.at("cursor").get<std::string>());
  });
}

exit_code journal(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.journal(asked.cursor, asked.limit), [&](const json& page) {
    for (const json& e : page.at("entries"))
      to.print(e.at("at").get<std::string>() + "  " + (e.at("allowed") ? "✓ " : "✗ ") +
               padded(word(to, words::role, e.at("role").get<std::string>()), 14) + " " +
               padded(word(to, words::operation, e.at("operation").get<std::string>()), 17) + " " +
               padded(word(to, words::record, e.at("kind").get<std::string>()), 18) + " " +
               e.at("actor").get<std::string>());
    to.print(to.say("curseur : ", "cursor: ") + page.at("cursor").get<std::string>());
  });
}

exit_code due(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.due(), [&](const json& d) { print_due(to, d); });
}

exit_code tidy(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.tidy(), [&](const json& d) { print_tidied(to, d); });
}

exit_code count(const console& to, const upkeep_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.count(), [&](const json& d) {
    for (const json& c : d.at("counts"))
      to.print(padded(word(to, words::record, c.at("kind").get<std::string>()), 18) + " " +
               (c.contains("persons") ? c["persons"].dump() : "< " + d.at("smallest").dump()));
  });
}

}  // namespace

void add_upkeep(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<upkeep_arguments>();
  auto* a = asked.get();
  auto* store = app.add_subcommand("store", "Keep the store itself");
  store->require_subcommand(1);
  const auto command = [&](const char* name, const char* about, const std::function<void(CLI::App&)>& options,
                           auto run) {
    add_store_command(*store, to, chosen, a->store,
                      {name, about, options, [asked, run](const console& c) { return run(c, *asked); }});
  };
  const auto nothing = [](CLI::App&) {};
  const auto page = [a](CLI::App& c) {
    c.add_option("--cursor", a->cursor, "Of the page before");
    c.add_option("--limit", a->limit, "At most so many; default: 100");
  };
  command("check", "Examine the file and the journal; exit code 1: something is wrong", nothing, check);
  command(
      "backup", "Copy the store while it is used; the keys apart",
      [a](CLI::App& c) {
        c.add_option("file", a->file, "The copy, without keys");
        c.add_option("--keys", a->keys, "The copy of the keys")->required();
        c.add_flag("--keys-only", a->keys_only, "The keys alone: after an erasure");
      },
      backup);
  command(
      "restore", "A new store from a backup and the last copy of the keys",
      [a](CLI::App& c) {
        c.add_option("file", a->file, "The backup")->required();
        c.add_option("--keys", a->keys, "The copy of the keys")->required();
        c.add_option("--into", a->into, "The store to make")->required();
      },
      restore);
  command("changes", "What changed, for connectors", page, changes);
  command("journal", "Who did what", page, journal);
  command("due", "What the retention periods make due", nothing, due);
  command("tidy", "Remove ended requests and old entries of the journal", nothing, tidy);
  command("count", "How many persons have what; small numbers are not told", nothing, count);
}

}  // namespace cli
