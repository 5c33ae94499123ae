#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "web.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct verify_arguments {
  std::vector<std::string> files;
  std::vector<std::string> contexts;
  std::vector<std::string> recipients;
  std::string at, fetched_from, policy, save_documents;
  web_arguments web;
};

// A file that could not be verified, in the shape of a result: it never hides the others.
json unread(const std::string& file, const std::string& verdict, const std::string& code, const std::string& message) {
  return {{"source", file},
          {"verdict", verdict},
          {"binding", "none"},
          {"container", "none"},
          {"credential",
           {{"version", "unknown"},
            {"proof", "none"},
            {"issuer", json::object()},
            {"achievement", {{"alignments", json::array()}}},
            {"evidence_count", 0}}},
          {"checks", {{{"name", "parse"}, {"verdict", verdict}, {"code", code}, {"message", message}}}}};
}

void print_result(const console& to, const json& result) {
  std::string verdict_text = word(to, words::verdict, result.at("verdict").get<std::string>());
  if (result.value("binding", "") == "unanchored")
    verdict_text += to.say(", émetteur non prouvé", ", issuer not proven");
  to.print(result.at("source").get<std::string>() + " : " + verdict_text);
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
    const std::string mark = check.value("noted", false) ? "·"
                             : verdict == "valid"        ? "✓"
                             : verdict == "invalid"      ? "✗"
                                                         : "?";
    to.print("  " + mark + " " + padded(word(to, words::check, check.at("name").get<std::string>()), 14) + " " +
             check.at("message").get<std::string>() + " [" + check.at("code").get<std::string>() + "]");
  }
  for (const json& inner : result.value("contents", json::array())) print_result(to, inner);
}

constexpr std::size_t files_at_once = 64;  // what is held in memory

// Verifies the files from `first` on, at most files_at_once.
exit_code verify_some(const console& to, const activateur::session& with, const activateur::verify_options& options,
                      const verify_arguments& asked, std::size_t first, json& results) {
  exit_code code = done;
  const std::size_t end = std::min(asked.files.size(), first + files_at_once);
  std::vector<std::string> contents;
  std::vector<json> told(end - first);
  std::vector<std::size_t> readable;
  for (std::size_t i = first; i < end; ++i) {
    try {
      contents.push_back(read_file(to, asked.files[i]));
      readable.push_back(i);
    } catch (const failure& e) {
      told[i - first] = unread(asked.files[i], "indeterminate", "file.read", e.what());
      to.note(e.what());
      code = impossible;
    }
  }
  json verified = json::array();
  if (!asked.fetched_from.empty() && !readable.empty()) {
    try {
      verified = json::parse(with.verify(contents.front(), asked.files.front(), options).json()).at("results");
    } catch (const activateur::error& e) {
      if (e.code().starts_with("policy.")) throw;
      verified.push_back(unread(asked.files.front(), "invalid", e.code(), e.what()));
    }
  } else if (!readable.empty()) {
    std::vector<activateur::credential_input> inputs;
    for (std::size_t k = 0; k < readable.size(); ++k) inputs.push_back({contents[k], asked.files[readable[k]]});
    verified = json::parse(with.verify_all(inputs, options).json()).at("results");
  }
  for (std::size_t k = 0; k < readable.size(); ++k) {
    if (verified[k].at("verdict") != "valid") code = std::max(code, negative);
    told[readable[k] - first] = std::move(verified[k]);
  }
  for (json& one : told) results.push_back(std::move(one));
  return code;
}

exit_code verify(const console& to, const verify_arguments& asked) {
  // Said before anything is fetched: what was fetched could not be kept.
  if (!asked.save_documents.empty() && std::filesystem::exists(asked.save_documents) &&
      !std::filesystem::is_empty(asked.save_documents))
    throw failure(to.say("Le dossier « " + asked.save_documents + " » n'est pas vide. Nommez-en un autre.",
                         "The directory \"" + asked.save_documents + "\" is not empty. Name another one."));
  if (!asked.fetched_from.empty() && asked.files.size() > 1)
    throw failure(to.say("--fetched-from ne vaut que pour un fichier.", "--fetched-from is for one file alone."),
                  wrong_usage);
  const activateur::engine engine;
  const activateur::session with = to.session(engine, read_time(to, asked.at));
  // As much for each file as for one alone: an issuer's badges all come from its site.
  const auto files = static_cast<std::uint32_t>(std::min<std::size_t>(asked.files.size(), 1000));
  activateur::network_options network;
  network.fetches_max = 64 * files;
  network.fetches_per_host_max = 32 * files;
  const std::optional<activateur::snapshot> documents = documents_of(with, asked.web, network);
  activateur::verify_options options;
  options.documents = documents ? &*documents : nullptr;
  std::string recipients;
  for (const std::string& one : asked.recipients) recipients += one + '\n';
  options.recipient = recipients;
  options.fetched_from = asked.fetched_from;

  std::optional<activateur::document> policy;
  if (!asked.policy.empty()) policy = read_document(to, with, asked.policy, "policy");
  options.policy = policy ? &*policy : nullptr;
  add_contexts(to, with, asked.contexts);

  json results = json::array();
  exit_code code = done;
  for (std::size_t first = 0; first < asked.files.size(); first += files_at_once)
    code = std::max(code, verify_some(to, with, options, asked, first, results));
  if (!asked.save_documents.empty()) with.save(*documents, asked.save_documents);
  if (to.as_json)
    to.print_json(json{{"schema", "activateur/verification/1"}, {"results", results}}.dump(
        -1, ' ', false, json::error_handler_t::replace));
  else
    for (const json& result : results) print_result(to, result);
  return code;
}

}  // namespace

void add_contexts(const console& to, const activateur::session& with, const std::vector<std::string>& contexts) {
  for (const std::string& context : contexts) {
    const auto equals = context.rfind('=');
    if (equals == std::string::npos)
      throw failure(to.say("--context s'écrit URL=FICHIER.", "--context is written URL=FILE."), wrong_usage);
    const std::string file = context.substr(equals + 1);
    with.add_context(context.substr(0, equals), with.parse(read_file(to, file), file));
  }
}

void add_verify(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("verify", "Verify credentials: JSON, JWT, PNG, SVG or PDF files");
  auto asked = std::make_shared<verify_arguments>();
  command->add_option("files", asked->files, "Credential files")->required()->type_name("FILE");
  command->add_option("--at", asked->at, "Verify as of this moment (2026-12-01T08:00:00Z); default: now");
  command->add_option("--policy", asked->policy, "Verification policy: trusted issuers, what must hold (JSON)");
  command->add_option("--context", asked->contexts, "A JSON-LD context to know besides the built-in ones")
      ->type_name("URL=FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--recipient", asked->recipients,
                   "E-mail, URL or DID that must be the recipient; given several times: one of them")
      ->allow_extra_args(false);
  command->add_option("--fetched-from", asked->fetched_from, "HTTPS URL from which you have just fetched the file");
  auto* online = add_web(*command, asked->web);
  command->add_option("--save-documents", asked->save_documents, "New directory for what was used, for --documents")
      ->type_name("DIRECTORY")
      ->needs(online);
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return verify(to, *asked); }; });
}

}  // namespace cli
