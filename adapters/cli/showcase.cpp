// activateur showcase: what a person chooses to show, to whom.
#include "library.hpp"
#include "stored.hpp"
#include "web.hpp"

namespace cli {
namespace {

struct showcase_arguments {
  store_arguments store;
  std::string person, record, file, token, label, expires, output, format = "json", issuer, issuer_name, subject,
                                                                   own_key;
  std::int64_t openings = 0;
  std::vector<std::string> frameworks;
  web_arguments web;
};

void print_draft(const console& to, const json& r) {
  to.print(r.at("id").get<std::string>() + "  " + r.at("document").at("title").get<std::string>());
}

void print_version(const console& to, const json& r) {
  const json& d = r.at("document");
  to.print("  " + r.at("id").get<std::string>() + "  " + d.at("title").get<std::string>() + " " +
           d.at("number").dump() + ", " + d.at("published").get<std::string>() +
           (d.contains("withdrawn") ? to.say(", retirée", ", withdrawn") : ""));
}

void print_link(const console& to, const json& r) {
  const json& d = r.at("document");
  to.print("  " + r.at("id").get<std::string>() + "  " + d.value("label", "") + to.say("  jusqu'au ", "  until ") +
           r.at("ends").get<std::string>() + to.say(", ouvert ", ", opened ") + d.at("opened").dump());
}

// What the form asked for needs besides the version: the person's key, when it is given.
std::string key_for(const console& to, const showcase_arguments& asked) {
  if (asked.format.starts_with("clr") && asked.issuer.empty())
    throw failure(to.say("Un relevé d'apprentissage a un émetteur : --issuer.",
                         "A learner record has an issuer: give --issuer."));
  return asked.own_key.empty() ? "" : read_file(to, asked.own_key);
}

// A version, in the form asked for, to a file or to standard output.
exit_code handed(const console& to, const activateur::session& with, const showcase_arguments& asked,
                 const std::string& own, const activateur::document& version) {
  if (asked.format == "json" && to.as_json && asked.output.empty())
    to.print_json(version.json());
  else if (asked.format == "json")
    write_file(to, asked.output, std::string(version.json()) + "\n");
  else {
    const activateur::showcase_options options{asked.issuer, asked.issuer_name, asked.subject, own};
    write_file(to, asked.output, activateur::export_showcase(with, version, asked.format, options).text());
  }
  return done;
}

// A new draft, or another content of one.
exit_code draft(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const auto document = s.file(to, asked.file, "showcase");
  return told(to,
              asked.record.empty() ? s.calls.add(asked.person, "showcase", document)
                                   : s.calls.change(asked.record, 0, document),
              [&](const json& r) { print_draft(to, r); });
}

exit_code list(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const auto drafts = s.calls.list(asked.person, "showcase", {}, 1'000);
  return told(to, drafts, [&](const json& all) {
    const json versions = json::parse(s.calls.list(asked.person, "showcase_version", {}, 1'000).json());
    for (const json& r : all.at("records")) {
      print_draft(to, r);
      for (const json& v : versions.at("records"))
        if (v.value("about_record", "") == r.at("id")) print_version(to, v);
    }
  });
}

exit_code versions(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.list(asked.person, "showcase_version", {}, 1'000), [&](const json& all) {
    for (const json& r : all.at("records")) print_version(to, r);
  });
}

exit_code links(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.list(asked.person, "showcase_link", {}, 1'000), [&](const json& all) {
    for (const json& r : all.at("records")) print_link(to, r);
  });
}

exit_code publish(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const auto used = use_frameworks(to, s.engine, s.with, asked.frameworks, false);
  const auto documents = documents_of(s.with, asked.web, {});
  activateur::analysis_options options;
  options.documents = documents ? &*documents : nullptr;
  return told(to, s.calls.publish_showcase(asked.record, options), [&](const json& r) { print_version(to, r); });
}

exit_code read(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return handed(to, s.with, asked, key_for(to, asked), s.calls.showcase_version(asked.record));
}

exit_code withdraw(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, s.calls.withdraw_showcase(asked.record), [&](const json& r) { print_version(to, r); });
}

exit_code share(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json terms = json::object();
  if (!asked.label.empty()) terms["label"] = asked.label;
  if (!asked.expires.empty()) terms["expires"] = asked.expires;
  if (asked.openings > 0) terms["openings"] = asked.openings;
  return told(to, s.calls.share_showcase(asked.record, s.parse(terms)), [&](const json& r) {
    to.print(to.say("Jeton, à mettre dans un lien, montré cette fois seulement : ",
                    "Token, to put into a link, shown this once: ") +
             r.at("token").get<std::string>());
    print_link(to, r);
  });
}

exit_code revoke(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  if (json::parse(s.calls.get(asked.record).json()).value("kind", "") != "showcase_link")
    throw failure(to.say("Ceci n'est pas un lien : " + asked.record, "This is no link: " + asked.record), wrong_usage);
  s.calls.remove(asked.record);
  return told(to, s.parse({{"schema", "activateur/removed/1"}, {"id", asked.record}}),
              [&](const json&) { to.print(to.say("Retiré.", "Removed.")); });
}

// To open a link counts: what is asked for is looked at before, and what was opened is handed over in any case.
exit_code open(const console& to, const showcase_arguments& asked) {
  const opened_store s(to, asked.store, "link", "self");
  const std::string own = key_for(to, asked);
  const activateur::document version = s.of.open_showcase(s.with, asked.token);
  try {
    return handed(to, s.with, asked, own, version);
  } catch (...) {
    to.print_json(version.json());
    to.note(
        to.say("Le lien a été ouvert, ce qui compte : ce qu'il montre est sur la sortie standard, en JSON. "
               "`showcase export` en fait les autres formes.",
               "The link was opened, which counts: what it shows is on standard output, as JSON. "
               "`showcase export` makes the other forms of it."));
    throw;
  }
}

// Needs no store.
exit_code export_version(const console& to, const showcase_arguments& asked) {
  const activateur::engine engine;
  const activateur::session with = to.session(engine, read_time(to, asked.store.at));
  return handed(to, with, asked, key_for(to, asked), read_document(to, with, asked.file, "showcase"));
}

}  // namespace

void add_showcase(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<showcase_arguments>();
  auto* a = asked.get();
  auto* showcase = app.add_subcommand("showcase", "What a person chooses to show, to whom");
  showcase->require_subcommand(1);
  const auto command = [&](const char* name, const char* about, const std::function<void(CLI::App&)>& options,
                           auto run) {
    add_store_command(*showcase, to, chosen, a->store,
                      {name, about, options, [asked, run](const console& c) { return run(c, *asked); }});
  };
  const auto whose = [a](CLI::App& c) { c.add_option("person", a->person, "Her id in the store")->required(); };
  const auto of = [a, whose](const char* what) {
    return [a, whose, what](CLI::App& c) {
      whose(c);
      c.add_option("record", a->record, what)->required();
    };
  };
  const auto form = [a](CLI::App& c) {
    c.add_option(
         "--format", a->format,
         "json, html, clr (to be signed by issue), clr-enveloped (with badges that are tokens), json-ld, europass")
        ->check(CLI::IsMember({"json", "html", "clr", "clr-enveloped", "json-ld", "europass"}));
    c.add_option("--issuer", a->issuer, "clr: DID or address of who will sign it");
    c.add_option("--issuer-name", a->issuer_name, "clr: its name");
    c.add_option("--subject", a->subject, "clr: DID or address of the person");
    c.add_option("--own-key", a->own_key,
                 "clr: her private key file; what she lived is a badge that she issues herself");
    c.add_option("-o,--output", a->output, "File to write; default: standard output");
  };
  command(
      "draft", "Arrange what is shown: a new draft, or (--record) another content of one",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("--file", a->file, "The draft, JSON: activateur/showcase/1")->required();
        c.add_option("--record", a->record, "The draft that it replaces");
      },
      draft);
  command("list", "Her drafts, and what was published of them", whose, list);
  command("versions", "What was published", whose, versions);
  command(
      "publish", "Publish a draft as it is now",
      [a, of](CLI::App& c) {
        of("The draft's id")(c);
        c.add_option("--framework", a->frameworks, "Compiled file or directory; default: those imported");
        add_web(c, a->web);
      },
      publish);
  command(
      "read", "What a version shows",
      [of, form](CLI::App& c) {
        of("The version's id")(c);
        form(c);
      },
      read);
  command("withdraw", "Show a version no more: its links close", of("The version's id"), withdraw);
  command(
      "share", "Make a link to a version",
      [a, of](CLI::App& c) {
        of("The version's id")(c);
        c.add_option("--label", a->label, "To whom it is given: a note of hers");
        c.add_option("--expires", a->expires, "Default, and at most: as the store's policy says");
        c.add_option("--openings", a->openings, "It opens so many times at most")->check(CLI::Range(1, 1'000'000));
      },
      share);
  command("links", "Her links, and how often each was opened", whose, links);
  command("revoke", "End a link", of("The link's id"), revoke);
  command(
      "open", "What the holder of a link sees",
      [a, form](CLI::App& c) {
        c.add_option("token", a->token, "Of the link")->required();
        form(c);
      },
      open);
  command(
      "export", "A version's document in a form for others",
      [a, form](CLI::App& c) {
        c.add_option("file", a->file, "activateur/showcase-version/1")->required();
        form(c);
      },
      export_version);
}

}  // namespace cli
