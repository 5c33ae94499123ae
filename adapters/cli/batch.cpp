// activateur batch: many persons against many targets. Results are written as they come, so that neither the persons
// nor the results need be in memory at once; but for --json, which gives one document.
#include <fstream>
#include <functional>
#include <iostream>
#include <map>

#include "commands.hpp"
#include "library.hpp"
#include "person.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct batch_arguments {
  std::vector<std::string> files, targets, frameworks;
  std::string at, documents, policy;
  std::uint64_t top = 10, memory_mib = 256;
  std::uint32_t threads = 1;
  bool lines = false;
};

class batch_run {
 public:
  batch_run(const console& to, const batch_arguments& asked)
      : to_(to), lines_(asked.lines), with_(to.session(engine_, read_time(to, asked.at))) {
    used_ = use_frameworks(to, engine_, with_, asked.frameworks);
    if (!asked.documents.empty()) documents_ = with_.load_snapshot(asked.documents);
    activateur::batch_options options;
    activateur::document policy, targets;
    if (!asked.policy.empty()) {
      policy = read_document(to, with_, asked.policy, "policy");
      options.policy = &policy;
    }
    if (!asked.targets.empty()) {
      json list = {{"schema", "activateur/targets/1"}, {"targets", json::array()}};
      for (const std::string& one : asked.targets) {
        const std::string target = read_target(to, one);
        list["targets"].push_back(target == one ? json(one) : json::parse(with_.parse(target, one).json()));
      }
      targets = with_.parse(list.dump());
      options.targets = &targets;
    }
    options.documents = documents_ ? &*documents_ : nullptr;
    options.top = asked.top;
    options.threads = asked.threads;
    options.memory_bytes = asked.memory_mib << 20U;
    batch_.emplace(with_.batch(options));
  }

  // A file of one portfolio or of several, or of one a line (.ndjson, .jsonl).
  void read(const std::string& file) {
    if (!file.ends_with(".ndjson") && !file.ends_with(".jsonl")) return add_file(file);
    std::ifstream lines(file);
    if (!lines) return add_file(file);  // says why it cannot be read
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number)
      if (line.find_first_not_of(" \t\r") != std::string::npos)
        add_one([&] { return parse_portfolios(to_, with_, line, file, file + ":" + std::to_string(number)); });
  }

  exit_code finish() {
    if (to_.as_json && !lines_) {
      const json all = taken();
      to_.print_json(all.dump());
      return all.at("failed").get<std::size_t>() > 0 ? negative : done;
    }
    give();
    to_.note(amount(to_, static_cast<std::int64_t>(persons_), {"personne", "personnes", "person", "persons"}) + ", " +
             std::to_string(failed_) + to_.say(" en erreur.", " failed."));
    return failed_ > 0 ? negative : done;
  }

 private:
  void add_file(const std::string& file) {
    add_one([&] { return read_portfolio(to_, with_, file); });
  }
  void add(const activateur::document& portfolios) {
    if (with_.add(*batch_, portfolios)) return;
    if (to_.as_json && !lines_)
      throw failure(
          to_.say("Trop de personnes pour un seul document : permettez plus de mémoire (--memory) ou demandez "
                  "une ligne par personne (--lines).",
                  "Too many persons for one document: allow more memory (--memory), or ask for one line a person "
                  "(--lines)."));
    give();
    if (!with_.add(*batch_, portfolios))
      throw failure(
          to_.say("Trop peu de mémoire : permettez-en plus (--memory).", "Too little memory: allow more (--memory)."));
  }
  // Keeps the place of a person who cannot be read among those who can; her error is put there in the end.
  void add_unreadable(const std::string& code, const std::string& why) {
    to_.note(why);
    add(with_.parse(R"({"no_portfolio": true})"));
    unreadable_[given_ + batch_->waiting() - 1] = {{"code", code}, {"message", why}};
  }
  json taken() {
    json out = json::parse(with_.take(*batch_).json());
    for (json& person : out.at("persons"))
      if (const auto why = unreadable_.find(person.at("position").get<std::uint64_t>()); why != unreadable_.end())
        person["error"] = why->second;
    given_ += out.at("persons").size();
    return out;
  }
  // What cannot be read, or is no JSON, fails alone.
  void add_one(const std::function<activateur::document()>& read_in) {
    activateur::document portfolio;
    try {
      portfolio = read_in();
    } catch (const failure& e) {
      if (e.code() == wrong_usage) throw;
      return add_unreadable("file.unreadable", e.what());
    } catch (const activateur::error& e) {
      if (e.status() != ADP_E_INPUT) throw;
      return add_unreadable(e.code(), e.what());
    }
    add(portfolio);
  }
  void give() {
    if (batch_->waiting() == 0) return;
    const json all = taken();
    for (const json& person : all.at("persons")) {
      ++persons_;
      failed_ += person.contains("error") ? 1 : 0;
      if (lines_)
        to_.print_json(person.dump());
      else
        print(person);
    }
  }
  void print(const json& person) const {
    to_.print(person.value("person", "#" + std::to_string(person.at("position").get<std::uint64_t>())));
    if (person.contains("error")) return to_.print("  ! " + person.at("error").value("message", ""));
    for (const json& t : person.at("targets"))
      to_.print("  " + padded(percent(t.at("belief")), 6) + padded(percent(t.at("expectation")), 6) +
                padded(percent(t.at("plausibility")), 6) + " " + column(t.value("id", ""), 14) + " " +
                padded(t.value("label", ""), 60) + " " + word(to_, words::zone, t.value("zone", "")));
  }

  const console& to_;
  bool lines_;
  activateur::engine engine_;
  activateur::session with_;
  std::vector<activateur::framework> used_;
  std::optional<activateur::snapshot> documents_;
  std::optional<activateur::batch> batch_;
  std::map<std::uint64_t, json> unreadable_;  // by position
  std::uint64_t given_ = 0;                   // persons taken out
  std::size_t persons_ = 0, failed_ = 0;
};

exit_code batch(const console& to, const batch_arguments& asked) {
  batch_run run(to, asked);
  for (const std::string& file : asked.files) run.read(file);
  return run.finish();
}

}  // namespace

void add_batch(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("batch", "Many persons against many targets; exit code 1: some persons failed");
  auto asked = std::make_shared<batch_arguments>();
  command->add_option("files", asked->files, "Portfolios: one a file, several in one, or one a line (.ndjson, .jsonl)")
      ->required();
  command->add_option("--target", asked->targets, "rome:K1304, or a target file; several; default: every job");
  command->add_flag("--lines", asked->lines, "One JSON object a person and line, as results come");
  command->add_option("--top", asked->top, "The best so many targets of each person; 0: all; default: 10");
  command->add_option("--threads", asked->threads, "How many compute; default: 1")->check(CLI::Range(1, 256));
  command->add_option("--memory", asked->memory_mib, "MiB for persons and results that wait; default: 256")
      ->check(CLI::Range(1, 1 << 20));
  command->add_option("--framework", asked->frameworks, "Compiled file or directory; default: those imported");
  command->add_option("--documents", asked->documents, "Directory whose index.json maps URLs to files");
  command->add_option("--policy", asked->policy, "Recognition policy, JSON; default: the built-in one");
  command->add_option("--at", asked->at, "As of this moment; default: now");
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return batch(to, *asked); }; });
}

}  // namespace cli
