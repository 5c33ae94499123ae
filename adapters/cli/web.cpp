#include "web.hpp"

namespace cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word + ' ';
  return out;
}

}  // namespace

CLI::Option* add_web(CLI::App& command, web_arguments& into) {
  command.add_option("--documents", into.documents,
                     "Directory whose index.json maps URLs to files: what the network would serve");
  auto* offline = command.add_flag("--offline", into.offline, "Use no network (default)");
  auto* online = command.add_flag("--online", into.online,
                                  "Fetch over HTTPS what is not among the documents: public sites on port 443");
  online->excludes(offline);
  command.add_option("--ca-file", into.ca_file, "PEM file of certificates to trust beside the system's")
      ->type_name("FILE")
      ->needs(online);
  command
      .add_option("--private-host", into.private_hosts,
                  "Host or host:port that may lie in your own network; may be repeated")
      ->type_name("HOST")
      ->needs(online)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return online;
}

std::optional<activateur::snapshot> documents_of(const activateur::session& with, const web_arguments& asked,
                                                 activateur::network_options bounds) {
  std::optional<activateur::snapshot> out;
  if (!asked.documents.empty()) out = with.load_snapshot(asked.documents);
  if (!asked.online) return out;
  if (!out) out = with.empty_snapshot();
  const std::string hosts = joined(asked.private_hosts);
  bounds.ca_file = asked.ca_file;
  bounds.private_hosts = hosts;
  with.allow_network(*out, bounds);
  return out;
}

}  // namespace cli
