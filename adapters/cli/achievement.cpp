// activateur achievement, pathway: describe what can be earned, negotiate it, publish it, see who is close.
#include <filesystem>

#include "library.hpp"
#include "person.hpp"
#include "stored.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct achievement_arguments {
  store_arguments store;
  std::string id, file, person, why, digest, reason, portfolio, achievements, documents, policy, output;
  std::string form = "achievement", issuer, issuer_name, subject, address;
  std::vector<std::string> parties, without, frameworks;
  std::int64_t version = 0;
  std::uint64_t top = 0;
};

// What a command needs: the store, unless everything comes from files.
struct at_hand {
  at_hand(const console& to, const achievement_arguments& asked) {
    constexpr std::string_view before = "person:";
    const bool hers = asked.portfolio.starts_with(before);
    const std::string person = hers ? asked.portfolio.substr(before.size()) : asked.person;
    if (hers || asked.achievements.empty()) {
      store.emplace(to, asked.store, person, person.empty() ? "curator:cli" : "self");
    } else {
      engine.emplace();
      own.emplace(to.session(*engine, read_time(to, asked.store.at)));
    }
    used = use_frameworks(to, store ? store->engine : *engine, with(), asked.frameworks, false);
    if (!asked.documents.empty()) documents = with().load_snapshot(asked.documents);
    if (!asked.policy.empty()) policy = read_document(to, with(), asked.policy, "policy");
    options.documents = documents ? &*documents : nullptr;
    options.policy = policy ? &policy : nullptr;
    options.top = asked.top;
    achievements = asked.achievements.empty() ? store->calls.achievements(person)
                                              : read_document(to, with(), asked.achievements, "achievements");
    if (!asked.portfolio.empty())
      portfolio = hers ? store->calls.portfolio(person) : read_portfolio(to, with(), asked.portfolio);
  }
  [[nodiscard]] const activateur::session& with() const { return store ? store->with : *own; }

  std::optional<opened_store> store;
  std::optional<activateur::engine> engine;
  std::optional<activateur::session> own;
  std::vector<activateur::framework> used;
  std::optional<activateur::snapshot> documents;
  activateur::document policy, achievements, portfolio;
  activateur::analysis_options options;
};

void print_record(const console& to, const json& record) {
  const json& d = record.at("document");
  to.print(record.at("id").get<std::string>() + "  " + word(to, words::negotiation, d.at("state").get<std::string>()));
  for (const json& v : d.at("versions")) {
    to.print("  v" + v.at("version").dump() + "  " + v.at("digest").get<std::string>() + "  " +
             v.at("party").get<std::string>() + "  " + v.at("achievement").at("name").get<std::string>() +
             (v.contains("why") ? "  - " + v["why"].get<std::string>() : ""));
    for (const json& a : d.at("answers"))
      if (a.at("version") == v.at("version"))
        to.print("      " + a.at("at").get<std::string>() + "  " + a.at("party").get<std::string>() + "  " +
                 word(to, words::answer, a.at("answer").get<std::string>()) +
                 (a.contains("reason") ? "  - " + a["reason"].get<std::string>() : ""));
  }
}

exit_code told_record(const console& to, const activateur::document& record) {
  return told(to, record, [&](const json& r) { print_record(to, r); });
}

// Who acts, when nothing says it, on what is a person's or is nobody's.
opened_store opened(const console& to, const achievement_arguments& asked, const std::string& person,
                    new_store allowed = new_store::refused) {
  return {to, asked.store, person, person.empty() ? "curator:cli" : "self", allowed};
}

activateur::document proposal_of(const console& to, const opened_store& s, const achievement_arguments& asked) {
  json out = s.object(to, asked.file);
  // A whole proposal, or the achievement alone.
  const bool alone = !asked.file.empty() && !out.contains("achievement");
  if (alone) out = {{"achievement", std::move(out)}};
  if (!asked.file.empty()) to.names("proposal", asked.file, alone ? "/achievement" : "");
  if (!asked.why.empty()) out["why"] = asked.why;
  if (!asked.parties.empty()) out["parties"] = asked.parties;
  if (!asked.without.empty()) out["without"] = asked.without;
  if (asked.version > 0) out["based_on"] = asked.version;
  return s.parse(out);
}

exit_code add(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, asked.person, new_store::allowed);
  const auto used = use_frameworks(to, s.engine, s.with, asked.frameworks, false);
  return told_record(to, s.calls.add_achievement(asked.person, proposal_of(to, s, asked)));
}

exit_code propose(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, asked.person);
  const auto used = use_frameworks(to, s.engine, s.with, asked.frameworks, false);
  return told_record(to, s.calls.propose(asked.id, proposal_of(to, s, asked)));
}

// One act of a party on a version that it has read.
template <class Act>
exit_code acted(const console& to, const achievement_arguments& asked, Act act) {
  const opened_store s = opened(to, asked, asked.person);
  return told_record(to, act(s.calls));
}
exit_code agree(const console& to, const achievement_arguments& asked) {
  return acted(to, asked, [&](const auto& calls) { return calls.agree(asked.id, asked.version, asked.digest); });
}
exit_code refuse(const console& to, const achievement_arguments& asked) {
  return acted(to, asked,
               [&](const auto& calls) { return calls.refuse(asked.id, asked.version, asked.digest, asked.reason); });
}
exit_code publish(const console& to, const achievement_arguments& asked) {
  return acted(to, asked, [&](const auto& calls) { return calls.publish(asked.id, asked.version, asked.digest); });
}
exit_code withdraw(const console& to, const achievement_arguments& asked) {
  return acted(to, asked, [&](const auto& calls) { return calls.withdraw_achievement(asked.id, asked.reason); });
}
exit_code show(const console& to, const achievement_arguments& asked) {
  return acted(to, asked, [&](const auto& calls) { return calls.get(asked.id); });
}

exit_code list(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, asked.person);
  const char* kind = asked.person.empty() ? "achievement" : "individual_achievement";
  return told(to, all_records(s, asked.person, kind), [&](const json& all) {
    for (const json& r : all.at("records")) {
      const json& d = r.at("document");
      to.print(r.at("id").get<std::string>() + "  " + word(to, words::negotiation, d.at("state").get<std::string>()) +
               "  " + d.at("versions").back().at("achievement").at("name").get<std::string>());
    }
  });
}

exit_code describe(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  return told(to, h.with().describe_achievement(h.achievements, asked.id), [&](const json& d) {
    to.print(d.at("name").get<std::string>());
    to.print(d.at("narrative").at(to.say("fr", "en")).get<std::string>());
  });
}

// To the file that is named; else as a document is told.
exit_code handed(const console& to, const achievement_arguments& asked, const activateur::document& made) {
  if (to.as_json && asked.output.empty()) {
    to.print_json(made.json());
    return done;
  }
  write_file(to, asked.output, json::parse(made.json()).dump(2) + "\n");
  if (to.as_json) to.print_json(json{{"schema", "activateur/written/1"}, {"file", asked.output}}.dump());
  return done;
}

exit_code export_badge(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  if (asked.form == "target") return handed(to, asked, h.with().achievement_target(h.achievements, asked.id));
  json request{{"form", asked.form}};
  if (!asked.issuer.empty()) request["issuer"] = asked.issuer;
  if (!asked.issuer_name.empty()) request["issuer_name"] = asked.issuer_name;
  if (!asked.subject.empty()) request["subject"] = asked.subject;
  return handed(to, asked, h.with().achievement_badge(h.achievements, asked.id, h.with().parse(request.dump())));
}

void print_missing(const console& to, const json& missing) {
  for (const json& leaf : missing.at("leaves"))
    to.print("    - " + leaf.at("words").get<std::string>() + "  [" +
             word(to, words::requirement, leaf.at("state").get<std::string>()) + "]");
}

void print_tree(const console& to, const json& node, const std::string& before) {
  to.print(before + (node.at("satisfied").get<bool>() ? "[x] " : "[ ] ") + node.at("words").get<std::string>() + "  (" +
           word(to, words::requirement, node.at("state").get<std::string>()) + ")");
  if (node.contains("of"))
    for (const json& one : node["of"]) print_tree(to, one, before + "  ");
}

exit_code evaluate(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  const auto found = h.with().evaluate_achievement(h.portfolio, h.achievements, asked.id, h.options);
  told(to, found, [&](const json& e) {
    to.print(
        e.at("achievement").at("name").get<std::string>() + to.say(" : ", ": ") +
        (e.at("earned").get<bool>() ? to.say("acquise", "earned") : to.say("pas encore acquise", "not yet earned")));
    print_tree(to, e.at("criteria"), "  ");
    if (e.at("missing").at("leaves").empty()) return;
    to.print(to.say("  Ce qui manque au moins :", "  What is missing at least:"));
    print_missing(to, e.at("missing"));
  });
  return json::parse(found.json()).at("earned").get<bool>() ? done : negative;
}

exit_code close(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  return told(to, h.with().close_achievements(h.portfolio, h.achievements, h.options), [&](const json& all) {
    for (const json& one : all.at("earned"))
      to.print("[x] " + one.at("achievement").at("name").get<std::string>() + "  " +
               one.at("achievement").at("id").get<std::string>());
    for (const json& one : all.at("next")) {
      to.print("[ ] " + one.at("achievement").at("name").get<std::string>() + "  " +
               one.at("achievement").at("id").get<std::string>() + "  " +
               amount(to, one.at("distance").at("leaves"),
                      {"critère manquant", "critères manquants", "criterion missing", "criteria missing"}));
      print_missing(to, one.at("missing"));
    }
  });
}

// Persons by how many criteria are missing; a number too small to be told is a dot.
void print_near(const console& to, const json& n) {
  std::string line = amount(to, n.at("persons"), {"personne", "personnes", "person", "persons"});
  const std::pair<const char*, std::string> columns[] = {{"earned", to.say("acquise", "earned")},
                                                         {"one", to.say("à un critère", "one criterion away")},
                                                         {"two", to.say("à deux", "two away")},
                                                         {"three", to.say("à trois", "three away")},
                                                         {"more", to.say("à plus", "more away")}};
  for (const auto& [member, said] : columns) {
    const json& number = n.at("missing").at(member);
    line += to.say(" ; ", "; ") + said + to.say(" : ", ": ") + (number.is_null() ? "·" : number.dump());
  }
  to.print(line);
}

exit_code near(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, {});
  const auto used = use_frameworks(to, s.engine, s.with, asked.frameworks, false);
  return told(to, s.calls.near(asked.id), [&](const json& n) {
    if (n.at("suppressed").get<bool>())
      to.print(to.say("Trop peu de personnes pour donner des nombres.", "Too few persons to give numbers."));
    else
      print_near(to, n);
    for (const json& one : n.at("named"))
      to.print("  " + one.at("person").get<std::string>() + "  " + one.at("leaves").dump());
  });
}

// ---- Pathways.

exit_code add_pathway(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, {}, new_store::allowed);
  return told(to, s.calls.add("", "pathway", s.file(to, asked.file, "pathway")),
              [&](const json& r) { to.print(r.at("id").get<std::string>()); });
}

exit_code list_pathways(const console& to, const achievement_arguments& asked) {
  const opened_store s = opened(to, asked, {});
  return told(to, all_records(s, "", "pathway"), [&](const json& all) {
    for (const json& r : all.at("records"))
      to.print(r.at("id").get<std::string>() + "  " + r.at("document").at("title").get<std::string>());
  });
}

// A file, else a record of the store.
activateur::document pathway_of(const console& to, const at_hand& h, const std::string& given) {
  std::error_code problem;
  if (std::filesystem::is_regular_file(given, problem)) return read_document(to, h.with(), given, "pathway");
  if (!h.store) throw failure(to.say("Il n'y a pas de tel fichier : ", "There is no such file: ") + given);
  const json record = json::parse(h.store->calls.get(given).json());
  return h.with().parse(record.at("document").dump());
}

exit_code progress(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  const auto found = h.with().pathway_progress(h.portfolio, pathway_of(to, h, asked.id), h.achievements, h.options);
  return told(to, found, [&](const json& p) {
    to.print(p.at("title").get<std::string>());
    for (const json& s : p.at("steps"))
      to.print("  " + word(to, words::pathway_step, s.at("state").get<std::string>()) + "  " +
               s.at("name").get<std::string>());
  });
}

exit_code render(const console& to, const achievement_arguments& asked) {
  const at_hand h(to, asked);
  const std::string form = asked.address.empty() ? "mermaid" : "ctdl";
  const auto text = h.with().render_pathway(pathway_of(to, h, asked.id), h.achievements, form, asked.address);
  write_file(to, asked.output, text.text());
  return done;
}

}  // namespace

void add_achievements(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<achievement_arguments>();
  auto* a = asked.get();
  const auto command = [&](CLI::App* group, const char* name, const char* about,
                           const std::function<void(CLI::App&)>& options, auto run) {
    add_store_command(*group, to, chosen, a->store,
                      {name, about, options, [asked, run](const console& c) { return run(c, *asked); }});
  };
  const auto frameworks = [a](CLI::App& c) {
    c.add_option("--framework", a->frameworks, "Compiled file or directory; default: those imported");
  };
  const auto which = [a](CLI::App& c) {
    c.add_option("id", a->id, "The achievement's id")->required();
    c.add_option("--person", a->person, "Whose it is, for \"self\"");
  };
  const auto version = [a, which](CLI::App& c) {
    which(c);
    c.add_option("--version", a->version, "The version that was read")->required();
    c.add_option("--digest", a->digest, "Its digest, as it was read")->required();
  };
  const auto reason = [a](CLI::App& c) { c.add_option("--reason", a->reason, "Why")->required(); };
  const auto proposal = [a, frameworks](CLI::App& c) {
    frameworks(c);
    c.add_option("--why", a->why, "Why it is proposed");
    c.add_option("--party", a->parties, "To invite: ROLE@ORGANISATION, ROLE:ID, person:ID; may be repeated");
  };
  const auto from = [a, frameworks](CLI::App& c) {
    frameworks(c);
    c.add_option("--achievements", a->achievements, "A file; default: what is published in the store");
  };
  const auto whom = [a, from](CLI::App& c) {
    from(c);
    c.add_option("--portfolio", a->portfolio, "A file, or person:ID")->required();
    c.add_option("--documents", a->documents, "Directory with index.json, for verifying credentials");
    c.add_option("--policy", a->policy, "Instead of the default policy");
  };

  auto* group = app.add_subcommand("achievement", "What can be earned: negotiate it, publish it, see who is close");
  group->require_subcommand(1);
  command(
      group, "add", "Begin a negotiation with a first version, a draft",
      [a, proposal](CLI::App& c) {
        c.add_option("file", a->file, "The achievement, or a proposal with it, JSON")->required();
        c.add_option("--person", a->person, "A person's own; default: an expected one");
        proposal(c);
      },
      add);
  command(
      group, "propose", "Put the draft, or a new version, to the parties",
      [a, which, proposal](CLI::App& c) {
        which(c);
        c.add_option("file", a->file, "The new version, JSON; default: the last one as it is");
        c.add_option("--based-on", a->version, "The version that was read")->required();
        c.add_option("--without", a->without, "A party to leave out, by the one that began; may be repeated");
        proposal(c);
      },
      propose);
  command(group, "agree", "Agree to the version that was read", version, agree);
  command(
      group, "refuse", "Refuse it",
      [version, reason](CLI::App& c) {
        version(c);
        reason(c);
      },
      refuse);
  command(group, "publish", "Publish the version to which all parties agree", version, publish);
  command(
      group, "withdraw", "Withdraw the achievement for good",
      [which, reason](CLI::App& c) {
        which(c);
        reason(c);
      },
      withdraw);
  command(group, "show", "Its versions, and who agreed to what", which, show);
  command(
      group, "list", "All of them",
      [a](CLI::App& c) { c.add_option("--person", a->person, "Hers; default: expected ones"); }, list);
  const auto one_of = [a, from](CLI::App& c) {
    c.add_option("id", a->id, "The achievement's id; not needed where there is but one");
    c.add_option("--person", a->person, "Whose own are known, too");
    from(c);
  };
  command(group, "describe", "Its criteria in words", one_of, describe);
  command(
      group, "export", "As a badge of Open Badges, or as the target of gap, map and plan",
      [a, one_of](CLI::App& c) {
        one_of(c);
        c.add_option("--form", a->form, "achievement (3.0), badge_class (2.0), credential (3.0, for issue), target");
        c.add_option("--issuer", a->issuer, "Address or DID; default: the achievement's creator");
        c.add_option("--issuer-name", a->issuer_name, "Its name");
        c.add_option("--subject", a->subject, "Whom a credential is given to: address or DID");
        c.add_option("--output", a->output, "Where to write it; default: standard output");
      },
      export_badge);
  command(
      group, "evaluate", "Whether a person has earned it, and what is missing",
      [a, whom](CLI::App& c) {
        c.add_option("id", a->id, "The achievement's id; not needed where there is but one");
        whom(c);
      },
      evaluate);
  command(
      group, "close", "What a person is close to earning",
      [a, whom](CLI::App& c) {
        whom(c);
        c.add_option("--top", a->top, "At most so many that are not earned yet");
      },
      close);
  command(
      group, "near", "How many persons are close to earning it",
      [a, frameworks](CLI::App& c) {
        c.add_option("id", a->id, "The achievement's id")->required();
        frameworks(c);
      },
      near);

  auto* pathway = app.add_subcommand("pathway", "Achievements articulated as steps");
  pathway->require_subcommand(1);
  command(
      pathway, "add", "Keep a pathway",
      [a](CLI::App& c) { c.add_option("file", a->file, "The pathway, JSON")->required(); }, add_pathway);
  command(
      pathway, "list", "All of them", [](CLI::App&) {}, list_pathways);
  const auto path = [a](CLI::App& c) { c.add_option("pathway", a->id, "A file, or its id in the store")->required(); };
  command(
      pathway, "progress", "How far a person is on it",
      [path, whom](CLI::App& c) {
        path(c);
        whom(c);
      },
      progress);
  command(
      pathway, "draw", "As a Mermaid flowchart, or as CTDL",
      [a, path, from](CLI::App& c) {
        path(c);
        from(c);
        c.add_option("--ctdl", a->address, "The pathway's address: writes JSON-LD of CTDL");
        c.add_option("--output", a->output, "Where to write it; default: standard output");
      },
      render);
}

}  // namespace cli
