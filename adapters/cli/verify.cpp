#include "commands.hpp"

namespace cli {
namespace {

struct verify_arguments {
  std::vector<std::string> files;
  std::string at, documents, recipient, fetched_from;
  bool online = false, offline = false;
};

std::string verdict_word(const console& to, const std::string& verdict) {
  if (verdict == "valid") return to.say("valide", "valid");
  if (verdict == "invalid") return to.say("invalide", "invalid");
  return to.say("indéterminé", "indeterminate");
}

// A file that could not be verified, in the shape of a result: it never hides the others.
json unread(const std::string& file, const std::string& verdict, const std::string& code, const std::string& message) {
  return {{"source", file},
          {"verdict", verdict},
          {"checks", {{{"name", "parse"}, {"verdict", verdict}, {"code", code}, {"message", message}}}}};
}

void print_result(const console& to, const json& result) {
  to.print(result.at("source").get<std::string>() + " : " + verdict_word(to, result.at("verdict")));
  if (const auto held = result.find("credential"); held != result.end()) {
    const std::string name = held->value("name", "");
    const auto issuer = held->find("issuer");
    if (!name.empty())
      to.print(
          "  « " + name + " »" +
          (issuer != held->end() && issuer->is_object() ? ", " + issuer->value("name", issuer->value("id", "")) : ""));
  }
  for (const json& check : result.at("checks")) {
    const std::string verdict = check.at("verdict");
    const std::string mark = verdict == "valid" ? "✓" : verdict == "invalid" ? "✗" : "?";
    to.print("  " + mark + " " + padded(check.at("name"), 14) + " " + check.at("message").get<std::string>() + " [" +
             check.at("code").get<std::string>() + "]");
  }
}

exit_code verify(const console& to, const verify_arguments& asked) {
  if (asked.online)
    throw failure(to.say("Cette version ne va pas sur le réseau. Donnez les documents avec --documents DOSSIER.",
                         "This version does not use the network. Give the documents with --documents DIRECTORY."));
  const activateur::engine engine;
  const activateur::session with = to.session(engine, read_time(to, asked.at));
  std::optional<activateur::snapshot> documents;
  if (!asked.documents.empty()) documents = with.load_snapshot(asked.documents);
  activateur::verify_options options;
  options.documents = documents ? &*documents : nullptr;
  options.recipient = asked.recipient;
  options.fetched_from = asked.fetched_from;

  json results = json::array();
  exit_code code = done;
  for (const std::string& file : asked.files) {
    try {
      const auto report = with.verify(read_file(to, file), file, options);
      json result = json::parse(report.json()).at("results").at(0);
      if (report.verdict() != activateur::verdict::valid) code = std::max(code, negative);
      results.push_back(std::move(result));
    } catch (const activateur::error& e) {
      results.push_back(unread(file, "invalid", e.code(), e.what()));
      code = std::max(code, negative);
    } catch (const failure& e) {
      results.push_back(unread(file, "indeterminate", "file.read", e.what()));
      to.note(e.what());
      code = impossible;
    }
  }
  if (to.as_json)
    to.print_json(json{{"schema", "activateur/verification/1"}, {"results", results}}.dump());
  else
    for (const json& result : results) print_result(to, result);
  return code;
}

}  // namespace

void add_verify(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("verify", "Verify credentials: JSON, JWT, PNG, SVG or PDF files");
  auto asked = std::make_shared<verify_arguments>();
  command->add_option("files", asked->files, "Credential files")->required()->type_name("FILE");
  command->add_option("--at", asked->at, "Verify as of this moment (2026-12-01T08:00:00Z); default: now");
  command->add_option("--documents", asked->documents,
                      "Directory whose index.json maps URLs to files: what the network would serve");
  command->add_option("--recipient", asked->recipient, "E-mail, URL or DID that must be the recipient");
  command->add_option("--fetched-from", asked->fetched_from, "HTTPS URL from which you have just fetched the file");
  auto* offline = command->add_flag("--offline", asked->offline, "Use no network (default)");
  command->add_flag("--online", asked->online, "Use the network (not in this version)")->excludes(offline);
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return verify(to, *asked); }; });
}

}  // namespace cli
