// activateur person, consent: who is in the store, and to what she consents.
#include "stored.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct person_arguments {
  store_arguments store;
  std::string person, name, file, system, value, output, purpose, organisation, text_version, given, consent;
  std::vector<std::string> members;
  bool collective = false, returning = false;
};

void print_person(const console& to, const json& p) {
  to.print(p.at("id").get<std::string>() + (p.contains("name") ? "  " + p["name"].get<std::string>() : ""));
}

void print_consent(const console& to, const json& c) {
  to.print(
      "  " + c.at("id").get<std::string>() + "  " + word(to, words::purpose, c.at("purpose").get<std::string>()) +
      " → " + c.at("organisation").get<std::string>() + ", " + c.at("given").get<std::string>() +
      (c.at("withdrawn").is_null() ? "" : to.say(", retiré ", ", withdrawn ") + c["withdrawn"].get<std::string>()));
}

activateur::document profile_of(const console& to, const opened_store& s, const person_arguments& asked) {
  if (!asked.file.empty()) return s.file(to, asked.file, "profile");
  json out = json::object();
  if (!asked.name.empty()) out["name"] = asked.name;
  if (asked.collective) out["kind"] = "collective";
  if (!asked.members.empty()) out["members"] = asked.members;
  if (!asked.value.empty()) out["identifiers"] = {{{"system", asked.system}, {"value", asked.value}}};
  if (asked.returning) out["returning"] = true;
  return s.parse(out);
}

void profile_options(CLI::App& c, person_arguments& a) {
  c.add_option("--file", a.file, "The profile, JSON");
  c.add_option("--name", a.name, "What she is called");
  c.add_option("--system", a.system, "Whose numbering --value is of");
  c.add_option("--value", a.value, "The host's own number of her")->needs("--system");
}

exit_code add(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator", new_store::allowed);
  return told(to, s.calls.add_person(profile_of(to, s, asked)), [&](const json& p) { print_person(to, p); });
}

exit_code change(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.change_person(asked.person, profile_of(to, s, asked)),
              [&](const json& p) { print_person(to, p); });
}

exit_code show(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.person(asked.person), [&](const json& p) {
    print_person(to, p);
    to.print(to.say("  dernier contact : ", "  last contact: ") + p.at("last_contact").get<std::string>());
  });
}

exit_code find(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, {}, "administrator");
  return told(to, s.calls.find_person(asked.system, asked.value), [&](const json& p) { print_person(to, p); });
}

// Documents that are files rather than something to read on a terminal.
exit_code handed(const console& to, const person_arguments& asked, const activateur::document& document) {
  if (to.as_json && asked.output.empty())
    to.print_json(document.json());
  else
    write_file(to, asked.output, std::string(document.json()) + "\n");
  return done;
}

exit_code portfolio(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return handed(to, asked, s.calls.portfolio(asked.person));
}

exit_code export_all(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return handed(to, asked, s.calls.export_person(asked.person));
}

exit_code erase(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  s.calls.erase_person(asked.person);
  return told(to, s.parse({{"schema", "activateur/removed/1"}, {"id", asked.person}}), [&](const json&) {
    to.print(to.say("Effacée. Renouvelez la copie des clés (store backup --keys-only).",
                    "Erased. Renew the copy of the keys (store backup --keys-only)."));
  });
}

exit_code give(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json consent{{"purpose", asked.purpose}, {"organisation", asked.organisation}, {"text_version", asked.text_version}};
  if (!asked.given.empty()) consent["given"] = asked.given;
  return told(to, s.calls.give_consent(asked.person, s.parse(consent)), [&](const json& c) { print_consent(to, c); });
}

exit_code withdraw(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.withdraw_consent(asked.consent), [&](const json& c) { print_consent(to, c); });
}

exit_code list_consents(const console& to, const person_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.consents(asked.person), [&](const json& all) {
    for (const json& c : all.at("consents")) print_consent(to, c);
  });
}

}  // namespace

void add_persons(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<person_arguments>();
  auto* a = asked.get();
  const auto with = [asked](exit_code (*run)(const console&, const person_arguments&)) {
    return [asked, run](const console& c) { return run(c, *asked); };
  };
  const auto whose = [a](CLI::App& c) { c.add_option("person", a->person, "Her id in the store")->required(); };
  auto* person = app.add_subcommand("person", "Persons and collectives of the store");
  person->require_subcommand(1);
  const auto command = [&](CLI::App* group, const char* name, const char* about,
                           const std::function<void(CLI::App&)>& options, auto run) {
    add_store_command(*group, to, chosen, a->store, {name, about, options, with(run)});
  };
  command(
      person, "add", "Add a person, or a collective",
      [a](CLI::App& c) {
        profile_options(c, *a);
        c.add_flag("--collective", a->collective, "A team, with --member");
        c.add_option("--member", a->members, "Id of a member of the team");
        c.add_flag("--returning", a->returning, "She was erased and comes back herself");
      },
      add);
  const auto whose_profile = [a, whose](CLI::App& c) {
    whose(c);
    profile_options(c, *a);
  };
  const auto to_file = [a, whose](CLI::App& c) {
    whose(c);
    c.add_option("-o,--output", a->output, "File to write; default: standard output");
  };
  command(person, "change", "Replace a profile", whose_profile, change);
  command(person, "show", "A profile", whose, show);
  command(
      person, "find", "Her id, by a number of the host's",
      [a](CLI::App& c) {
        c.add_option("system", a->system, "Whose numbering it is")->required();
        c.add_option("value", a->value, "The number")->required();
      },
      find);
  command(person, "portfolio", "What gap, map and plan read of her", to_file, portfolio);
  command(person, "export", "Everything about her", to_file, export_all);
  command(person, "erase", "Erase her, for good", whose, erase);

  auto* consent = app.add_subcommand("consent", "To what a person consents");
  consent->require_subcommand(1);
  command(
      consent, "give", "Record a consent: one purpose, one organisation",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("--purpose", a->purpose, "accompaniment, training, recruitment, observation")->required();
        c.add_option("--organisation", a->organisation, "For whom")->required();
        c.add_option("--text-version", a->text_version, "Of the text she agreed to")->required();
        c.add_option("--given", a->given, "When it was not now");
      },
      give);
  command(
      consent, "withdraw", "Withdraw one",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("consent", a->consent, "Its id")->required();
      },
      withdraw);
  command(consent, "list", "All of hers", whose, list_consents);
}

}  // namespace cli
