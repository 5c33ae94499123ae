#include "commands.hpp"

namespace cli {
namespace {

struct credential_arguments {
  std::vector<std::string> contexts;
  std::string input, credential, key, key_id, at, type = "ed25519", suite, output;
};

void announce(const console& to, const std::string& output, const json& facts) {
  if (to.as_json) {
    to.print_json(facts.dump());
  } else if (!output.empty() && output != "-") {
    to.print(to.say("Écrit : ", "Written: ") + output);
  }
}

exit_code unbake(const console& to, const credential_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto inside = with.unbake(read_file(to, asked.input), asked.input);
  if (!to.as_json || !asked.output.empty()) write_file(to, asked.output, inside.text());
  if (to.as_json)
    announce(to, asked.output, {{"schema", "activateur/unbaked/1"}, {"credential", inside.text()}});
  else if (asked.output.empty())
    to.print("");
  return done;
}

exit_code bake(const console& to, const credential_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto baked = with.bake(read_file(to, asked.input), read_file(to, asked.credential), asked.input);
  write_file(to, asked.output, baked.text());
  announce(to, asked.output, {{"schema", "activateur/written/1"}, {"file", asked.output}});
  return done;
}

exit_code issue(const console& to, const credential_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine, read_time(to, asked.at));
  add_contexts(to, with, asked.contexts);
  const auto document = with.parse(read_file(to, asked.input), asked.input);
  const auto jws = asked.suite.empty()
                       ? with.issue(document, read_file(to, asked.key), asked.key_id)
                       : with.prove(document, read_file(to, asked.key), asked.key_id,
                                    asked.suite == "auto" ? std::string_view() : std::string_view(asked.suite));
  if (!to.as_json || !asked.output.empty()) write_file(to, asked.output, jws.text());
  if (to.as_json)
    announce(to, asked.output, {{"schema", "activateur/issued/1"}, {"credential", jws.text()}});
  else if (asked.output.empty())
    to.print("");
  return done;
}

exit_code keygen(const console& to, const credential_arguments& asked) {
  const activateur::engine engine;
  const auto with = to.session(engine);
  const auto key = with.generate_key(asked.type);
  const auto open = with.public_key(key.text());
  write_secret(to, asked.output, key.text());
  json facts = json::parse(open.json());
  if (to.as_json) {
    to.print_json(facts.dump());
  } else {
    // The key alone goes to a standard output that was asked for.
    const auto tell = [&](const std::string& line) { asked.output == "-" ? to.note(line) : to.print(line); };
    tell(to.say("Clé privée (secrète) : ", "Private key (secret): ") + asked.output);
    tell(to.say("Empreinte : ", "Thumbprint: ") + facts.at("thumbprint").get<std::string>());
    if (facts.contains("did")) tell("DID: " + facts.at("did").get<std::string>());
  }
  return done;
}

}  // namespace

void add_credentials(CLI::App& app, console& to, chosen_command& chosen) {
  const auto add = [&](const char* name, const char* about, auto run) {
    auto* command = app.add_subcommand(name, about);
    auto asked = std::make_shared<credential_arguments>();
    command->callback([&to, &chosen, asked, run] { chosen = [&to, asked, run] { return run(to, *asked); }; });
    return std::pair{command, asked};
  };
  {
    const auto [command, asked] = add("unbake", "Take the credential out of a PNG or SVG picture or a PDF", unbake);
    command->add_option("picture", asked->input, "The picture or PDF")->required();
    command->add_option("--output", asked->output, "Where to write the credential; default: standard output");
  }
  {
    const auto [command, asked] = add("bake", "Put a credential into a PNG or SVG picture", bake);
    command->add_option("picture", asked->input, "The picture")->required();
    command->add_option("credential", asked->credential, "The credential: JSON or JWS")->required();
    command->add_option("--output", asked->output, "Where to write the new picture")->required();
  }
  {
    const auto [command, asked] = add("issue", "Sign a credential document", issue);
    command->add_option("document", asked->input, "The unsigned credential, JSON")->required();
    command->add_option("--key", asked->key, "Private key file (keygen)")->required();
    command->add_option("--key-id", asked->key_id, "URL or DID URL of the public key; default: did:key");
    command->add_option("--proof", asked->suite,
                        "An embedded proof instead of a token: eddsa-rdfc-2022, ecdsa-rdfc-2019, eddsa-jcs-2022, "
                        "ecdsa-jcs-2019, or auto");
    command->add_option("--context", asked->contexts, "A JSON-LD context to know besides the built-in ones")
        ->type_name("URL=FILE")
        ->allow_extra_args(false);
    command->add_option("--at", asked->at, "The moment of issuing; default: now");
    command->add_option("--output", asked->output, "Where to write the credential; default: standard output");
  }
  {
    const auto [command, asked] = add("keygen", "Make a key pair", keygen);
    command->add_option("--type", asked->type, "ed25519, p256, p384 or rsa; default: ed25519")
        ->check(CLI::IsMember({"ed25519", "p256", "p384", "rsa"}));
    command->add_option("--output", asked->output, "Where to write the private key")->required();
  }
}

}  // namespace cli
