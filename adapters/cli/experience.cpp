// activateur experience, feedback: capture what was lived, identify competences in it, value them.
#include <set>

#include "library.hpp"
#include "stored.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct lived_arguments {
  store_arguments store;
  std::string person, record, title, is = "other", text, from, until, file, token, role, by, question, expires, sharing,
                                     kind;
  std::vector<std::string> jobs, competences, levels, frameworks;
  double months = 0, hours = 0, level = -1;
};

std::string label_of(const console& to, const json& c) {
  return c.at("competence").get<std::string>() + (c.contains("label") ? "  " + c["label"].get<std::string>() : "") +
         (c.contains("origin") ? "  [" + word(to, words::origin, c["origin"].get<std::string>()) + "]" : "");
}

void print_experience(const console& to, const json& record) {
  const json& d = record.at("document");
  to.print(record.at("id").get<std::string>() + "  " + d.value("title", "") + " (" +
           word(to, words::experience, d.value("kind", "")) + ")");
  for (const json& c : d.value("competences", json::array())) to.print("  " + label_of(to, c));
}

void print_id(const console& to, const json& record) { to.print(record.at("id").get<std::string>()); }

exit_code add(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json lived = s.object(to, asked.file);
  if (!asked.file.empty()) to.names("experience", asked.file);
  if (!asked.title.empty()) lived["title"] = asked.title;
  if (!lived.contains("kind")) lived["kind"] = asked.is;
  if (!asked.text.empty()) lived["text"] = asked.text;
  if (!asked.from.empty()) lived["from"] = asked.from;
  if (!asked.until.empty()) lived["to"] = asked.until;
  if (asked.months > 0) lived["months"] = asked.months;
  if (asked.hours > 0) lived["hours_per_week"] = asked.hours;
  if (!asked.jobs.empty()) lived["jobs"] = asked.jobs;
  return told(to, s.calls.add(asked.person, "experience", s.parse(lived)),
              [&](const json& r) { print_experience(to, r); });
}

exit_code list(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, all_records(s, asked.person, "experience"), [&](const json& all) {
    for (const json& r : all.at("records")) print_experience(to, r);
  });
}

// What the text suggests joins the experience as suggested: it counts for nothing until she has chosen it.
exit_code identify(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const auto used = use_frameworks(to, s.engine, s.with, asked.frameworks);
  const json record = json::parse(s.calls.get(asked.record).json());
  json lived = record.at("document");
  const json found = json::parse(s.with.identify(lived.value("title", "") + ". " + lived.value("text", "")).json());
  json competences = lived.value("competences", json::array());
  std::set<std::string> known;
  for (const json& c : competences) known.insert(c.at("competence"));
  for (const json& c : found.at("competences"))
    if (known.insert(c.at("id")).second)
      competences.push_back({{"competence", c.at("id")}, {"label", c.at("label")}, {"origin", "suggested"}});
  lived["competences"] = competences;
  return told(to, s.calls.change(asked.record, record.at("version").get<std::int64_t>(), s.parse(lived)),
              [&](const json& r) { print_experience(to, r); });
}

exit_code choose(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const json record = json::parse(s.calls.get(asked.record).json());
  json lived = record.at("document");
  json competences = lived.value("competences", json::array());
  for (const std::string& id : asked.competences) {
    bool suggested = false;
    for (json& c : competences)
      if (c.at("competence") == id) {
        c["origin"] = "chosen";
        suggested = true;
      }
    if (!suggested) competences.push_back({{"competence", id}, {"origin", "added"}});
  }
  lived["competences"] = competences;
  return told(to, s.calls.change(asked.record, record.at("version").get<std::int64_t>(), s.parse(lived)),
              [&](const json& r) { print_experience(to, r); });
}

exit_code assess(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json own{{"competence", asked.competences.front()}, {"level", asked.level}};
  if (!asked.record.empty()) own["experience"] = asked.record;
  return told(to, s.calls.add(asked.person, "self_assessment", s.parse(own)), [&](const json& r) { print_id(to, r); });
}

exit_code ask(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json request{{"competences", json::array()}};
  for (const std::string& id : asked.competences) request["competences"].push_back({{"competence", id}});
  if (!asked.record.empty()) request["experience"] = asked.record;
  if (!asked.question.empty()) request["question"] = asked.question;
  if (!asked.role.empty()) request["role"] = asked.role;
  if (!asked.expires.empty()) request["expires"] = asked.expires;
  return told(to, s.calls.ask_feedback(asked.person, s.parse(request)), [&](const json& r) {
    to.print(to.say("Jeton, à envoyer dans un lien, une seule fois : ", "Token, to send in a link, this once: ") +
             r.at("token").get<std::string>());
    to.print(to.say("  jusqu'au ", "  until ") + r.at("ends").get<std::string>());
  });
}

exit_code question(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, "link", "self");
  return told(to, s.of.feedback_asked(s.with, asked.token), [&](const json& q) {
    if (q.contains("experience")) to.print(q["experience"].get<std::string>());
    if (q.contains("question")) to.print(q["question"].get<std::string>());
    for (const json& c : q.at("competences")) to.print("  " + label_of(to, c));
  });
}

// Each level as COMPETENCE=LEVEL.
exit_code answer(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, "link", "self");
  json answers{{"role", asked.role}, {"answers", json::array()}};
  if (!asked.by.empty()) answers["by"] = asked.by;
  if (!asked.text.empty()) answers["text"] = asked.text;
  if (!asked.kind.empty()) answers["kind"] = asked.kind;
  if (!asked.sharing.empty()) answers["sharing"] = asked.sharing;
  for (const std::string& one : asked.levels) {
    const auto equals = one.rfind('=');
    const std::string level = equals == std::string::npos ? "" : one.substr(equals + 1);
    if (level.size() != 1 || level[0] < '0' || level[0] > '4')
      throw failure(to.say("Écrivez chaque niveau COMPÉTENCE=0 à 4.", "Write each level COMPETENCE=0 to 4."),
                    wrong_usage);
    answers["answers"].push_back({{"competence", one.substr(0, equals)}, {"level", level[0] - '0'}});
  }
  return told(to, s.of.answer_feedback(s.with, asked.token, s.parse(answers)),
              [&](const json&) { to.print(to.say("Merci.", "Thank you.")); });
}

exit_code list_feedback(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, all_records(s, asked.person, "feedback"), [&](const json& all) {
    for (const json& r : all.at("records")) {
      const json& d = r.at("document");
      to.print(r.at("id").get<std::string>() + "  " + d.at("competence").get<std::string>() + "  " +
               d.at("level").dump() + "/4  " + word(to, words::voice, d.at("role").get<std::string>()));
    }
  });
}

exit_code remove(const console& to, const lived_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  s.calls.remove(asked.record);
  return told(to, s.parse({{"schema", "activateur/removed/1"}, {"id", asked.record}}),
              [&](const json&) { to.print(to.say("Retiré.", "Removed.")); });
}

}  // namespace

void add_experience(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<lived_arguments>();
  auto* a = asked.get();
  const auto command = [&](CLI::App* group, const char* name, const char* about,
                           const std::function<void(CLI::App&)>& options, auto run) {
    add_store_command(*group, to, chosen, a->store,
                      {name, about, options, [asked, run](const console& c) { return run(c, *asked); }});
  };
  const auto whose = [a](CLI::App& c) { c.add_option("person", a->person, "Her id in the store")->required(); };
  const auto which = [a, whose](CLI::App& c) {
    whose(c);
    c.add_option("record", a->record, "The record's id")->required();
  };
  const auto about = [a](CLI::App& c) { c.add_option("--experience", a->record, "Id of the experience it is about"); };

  auto* experience = app.add_subcommand("experience", "What a person or a team lived, and the competences in it");
  experience->require_subcommand(1);
  command(
      experience, "add", "Capture an experience",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("--file", a->file, "The experience, JSON");
        c.add_option("--title", a->title, "A few words");
        c.add_option("--kind", a->is, "work, volunteering, sport, family, play, serious_game, other");
        c.add_option("--text", a->text, "Her own words");
        c.add_option("--from", a->from, "Since when");
        c.add_option("--to", a->until, "Until when; default: still");
        c.add_option("--months", a->months, "How long");
        c.add_option("--hours", a->hours, "A week");
        c.add_option("--job", a->jobs, "Practised as this job: rome:K1304");
      },
      add);
  command(experience, "list", "Hers", whose, list);
  command(
      experience, "identify", "Suggest competences out of her words",
      [a, which](CLI::App& c) {
        which(c);
        c.add_option("--framework", a->frameworks, "Compiled file or directory; default: those imported");
      },
      identify);
  command(
      experience, "choose", "She keeps a suggested competence, or adds one",
      [a, which](CLI::App& c) {
        which(c);
        c.add_option("competence", a->competences, "rome:120684")->required();
      },
      choose);
  command(
      experience, "assess", "Her own view of a competence, 0 to 4",
      [a, whose, about](CLI::App& c) {
        whose(c);
        about(c);
        c.add_option("--competence", a->competences, "rome:120684")->required()->expected(1);
        c.add_option("--level", a->level, "0 (not at all) to 4 (can teach it)")->required()->check(CLI::Range(0, 4));
      },
      assess);
  command(experience, "remove", "Take one away", which, remove);

  auto* feedback = app.add_subcommand("feedback", "Ask others what they saw");
  feedback->require_subcommand(1);
  command(
      feedback, "ask", "Prepare a link that works once",
      [a, whose, about](CLI::App& c) {
        whose(c);
        about(c);
        c.add_option("--competence", a->competences, "About what; may be repeated")->required();
        c.add_option("--question", a->question, "In her words");
        c.add_option("--role", a->role, "client, colleague, peer, supervisor, professional");
        c.add_option("--expires", a->expires, "Default: as the store's policy says");
      },
      ask);
  const auto link = [a](CLI::App& c) { c.add_option("token", a->token, "Of the link")->required(); };
  command(feedback, "question", "What the holder of a link is asked", link, question);
  command(
      feedback, "answer", "The holder's answer",
      [a, link](CLI::App& c) {
        link(c);
        c.add_option("--role", a->role, "client, colleague, peer, supervisor, professional")->required();
        c.add_option("--level", a->levels, "COMPETENCE=0 to 4; may be repeated")->required();
        c.add_option("--by", a->by, "A name of the holder's choice");
        c.add_option("--text", a->text, "What the holder saw, in words");
        c.add_option("--kind", a->kind, "feedback, endorsement; default: feedback")
            ->check(CLI::IsMember({"feedback", "endorsement"}));
        c.add_option("--sharing", a->sharing, "What she may show of it: none, level, words, named; default: level")
            ->check(CLI::IsMember({"none", "level", "words", "named"}));
      },
      answer);
  command(feedback, "list", "What was said of her", whose, list_feedback);
  command(feedback, "revoke", "End a link, or remove a feedback", which, remove);
}

}  // namespace cli
