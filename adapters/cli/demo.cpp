#include <algorithm>
#include <filesystem>
#include <map>

#include "commands.hpp"
#include "demo_store.hpp"
#include "library.hpp"
#include "person.hpp"
#include "print.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

struct demo_arguments {
  std::string output = "activateur-demo";
  std::string at = "2026-12-01T08:00:00Z";  // the moment the fictitious story is written for
  std::string target = "rome:K1311";
};

// Replaces {{did:NAME}}, {{publicKeyPem:NAME}} and {{jwk:NAME}} in the strings of a template.
void fill_in(json& value, const std::map<std::string, json>& public_keys) {
  if (value.is_structured()) {
    for (json& child : value) fill_in(child, public_keys);
    return;
  }
  if (!value.is_string()) return;
  std::string text = value.get<std::string>();
  for (std::size_t open = text.find("{{"); open != std::string::npos; open = text.find("{{", open)) {
    const std::size_t colon = text.find(':', open);
    const std::size_t close = text.find("}}", open);
    const std::string kind = text.substr(open + 2, colon - open - 2);
    const json& key = public_keys.at(text.substr(colon + 1, close - colon - 1));
    if (kind == "jwk") {
      value = key.at("jwk");
      return;
    }
    const std::string put = key.at(kind == "did" ? "did" : "pem");
    text.replace(open, close + 2 - open, put);
    open += put.size();
  }
  value = text;
}

// The demo's own directory: made anew each time, from templates and fresh keys.
class stage {
 public:
  stage(const console& to, const demo_arguments& asked)
      : to_(to), out_(asked.output), data_(data_directory(to)), demo_(data_ / "demo") {}

  void issue_wallet() {
    const activateur::session with = to_.session(engine_);
    const json issuing = json::parse(read_file(to_, (demo_ / "issuing.json").string()));
    for (const json& key : issuing.at("keys")) {
      static const std::map<std::string, std::string> types = {
          {"RS256", "rsa"}, {"ES256", "p256"}, {"EdDSA", "ed25519"}};
      const auto made = with.generate_key(types.at(key.at("algorithm")));
      private_keys_[key.at("name")] = made.text();
      public_keys_[key.at("name")] = json::parse(with.public_key(made.text()).json());
    }
    json index = json::object();
    for (const json& document : issuing.at("documents")) {
      const std::string name = fs::path(document.at("file").get<std::string>()).filename().string();
      write("documents/" + name, filled(document.at("file")).dump(2) + "\n");
      index[document.at("url").get<std::string>()] = name;
    }
    for (const json& credential : issuing.at("credentials")) issue_one(credential, index);
    write("documents/index.json", index.dump(2) + "\n");
    write("portfolio.json", read_file(to_, (demo_ / "portfolio.json").string()));
    write("territory.json", read_file(to_, (demo_ / "territory.json").string()));
  }

  void import_framework() {
    const activateur::session with = to_.session(engine_);
    const auto rome = with.import_framework((data_ / "rome-excerpt").string());
    with.save(rome, path("rome.adpf"));
    engine_.use(rome);
  }

  // Signs a copy of the territory's rules plugin with a fresh key, then loads it as a host would.
  void load_rules() {
    const activateur::session with = to_.session(engine_);
    const std::string name = "demo-territory-rules-c";
    const fs::path from = plugin_directory(to_);
    for (const std::string& file : {name + ".so", name + ".plugin.json"})
      write("plugins/" + file, read_file(to_, (from / file).string()));
    const auto key = with.generate_key("ed25519");
    fs::remove(path("plugins/signing-key.json"));
    write_secret(to_, path("plugins/signing-key.json"), key.text());
    const std::string manifest = path("plugins/" + name + ".plugin.json");
    with.sign_plugin(manifest, key.text());
    with.trust_plugins(with.public_key(key.text()).text("/multikey").value_or(""));
    static_cast<void>(with.load_plugin(manifest));
  }

  [[nodiscard]] const activateur::engine& engine() const { return engine_; }
  [[nodiscard]] std::string path(const std::string& name) const { return (out_ / name).string(); }
  void write(const std::string& name, std::string_view bytes) const { write_file(to_, path(name), bytes); }

 private:
  [[nodiscard]] json filled(const std::string& file) const {
    json document = json::parse(read_file(to_, (demo_ / file).string()));
    fill_in(document, public_keys_);
    return document;
  }

  void issue_one(const json& credential, json& index) {
    const std::string form = credential.at("form");
    const std::string output = credential.at("output");
    const json document = filled(credential.at("document"));
    if (form == "ob2-hosted") {
      write(output, document.dump(2) + "\n");
      index[credential.at("url").get<std::string>()] = "../" + output;
      return;
    }
    const activateur::session with = to_.session(engine_, read_time(to_, credential.at("issue_at")));
    const auto unsigned_document = with.parse(document.dump(), output);
    const std::string& key = private_keys_.at(credential.at("key"));
    const std::string kid = credential.value("kid", "");
    const auto jws =
        form == "ob3-di" ? with.prove(unsigned_document, key, kid) : with.issue(unsigned_document, key, kid);
    if (!credential.contains("bake")) {
      write(output, jws.text());
      return;
    }
    const std::string picture = credential.at("bake");
    write(output, with.bake(read_file(to_, (demo_ / picture).string()), jws.text(), picture).text());
  }

  const console& to_;
  fs::path out_, data_, demo_;
  activateur::engine engine_;
  std::map<std::string, std::string> private_keys_;
  std::map<std::string, json> public_keys_;
};

void print_wallet(const console& to, const json& credentials) {
  to.print(to.say("1. Les badges, vérifiés", "1. The badges, verified"));
  for (const json& one : credentials) {
    std::string why;
    for (const json& check : one.at("checks"))
      if (check.at("verdict") != "valid" && why.empty()) why = check.at("message");
    const std::string verdict = one.at("verdict");
    to.print("  " +
             std::string(verdict == "valid"     ? "✓ "
                         : verdict == "invalid" ? "✗ "
                                                : "? ") +
             padded(one.value("source", ""), 30) + " " + (verdict == "valid" ? to.say("valide", "valid") : why));
  }
  to.print("");
}

// As a shell reads it: in quotes when it holds more than plain characters.
std::string quoted(const std::string& argument) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:-+";
  if (argument.find_first_not_of(plain) == std::string::npos) return argument;
  std::string out = "'";
  for (const char c : argument) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

void print_by_hand(const console& to, const stage& at, const demo_arguments& asked, const std::string& person) {
  const std::string common = "--portfolio person:" + person + " --target " + asked.target + " --framework " +
                             quoted(at.path("rome.adpf")) + " --documents " + quoted(at.path("documents")) + " --at " +
                             asked.at;
  to.print("");
  to.print(to.say("Les mêmes étapes, une à une :", "The same steps, one by one:"));
  to.print("  export ACTIVATEUR_STORE=" + quoted(demo_store_file(asked.output)));
  to.print("  activateur person show " + person);
  to.print("  activateur verify --documents " + quoted(at.path("documents")) + " --at " + asked.at + " " +
           quoted(at.path("credentials")) + "/*");
  to.print("  activateur gap " + common);
  to.print("  activateur plan " + common + " --territory " + quoted(at.path("territory.json")) + " --plugin " +
           quoted(at.path("plugins/demo-territory-rules-c.plugin.json")) + " --trust " +
           quoted(at.path("plugins/signing-key.json")));
}

exit_code demo(const console& to, const demo_arguments& asked) {
  stage at(to, asked);
  at.issue_wallet();
  at.import_framework();
  at.load_rules();

  const std::int64_t now = read_time(to, asked.at);
  const json written = json::parse(read_file(to, at.path("portfolio.json")));
  const std::string person = keep_person(to, to.session(at.engine(), now), asked.output, written);
  json out = {{"schema", "activateur/demo/1"},
              {"directory", asked.output},
              {"fictitious", true},
              {"store", demo_store_file(asked.output)},
              {"person", person}};
  for (const std::string language : {"fr", "en"}) {
    activateur::session_options options;
    options.language = language;
    options.now_ms = now;
    const activateur::session with = at.engine().session(std::move(options));
    const auto documents = with.load_snapshot(at.path("documents"));
    const auto portfolio = kept_portfolio(with, asked.output, person, written.at("person"));
    const auto territory = read_territory(to, with, at.path("territory.json"));
    activateur::plan_options planning;
    planning.documents = &documents;
    const std::string page = "report." + language + ".html";
    const activateur::plan_outcome planned = with.plan_report(portfolio, asked.target, territory, planning);
    at.write(page, planned.html.text());
    out["reports"].push_back(at.path(page));
    // With the doors that practice of the target itself would open.
    activateur::analysis_options mapping;
    mapping.documents = &documents;
    mapping.territory = &territory;
    const std::string map = "map." + language + ".html";
    at.write(map, with.map_render(portfolio, asked.target, mapping).text());
    out["maps"].push_back(at.path(map));
    if (language != to.language) continue;
    activateur::analysis_options analysing;
    analysing.documents = &documents;
    out["gap"] = json::parse(with.gap(portfolio, asked.target, analysing).json());
    out["plan"] = json::parse(planned.plan.json());
    activateur::verify_options verifying;
    verifying.documents = &documents;
    for (const json& held : written.at("credentials")) {
      const std::string file = held.at("file");
      const auto report = with.verify(read_file(to, at.path(file)), file, verifying);
      out["credentials"].push_back(json::parse(report.json()).at("results").at(0));
    }
  }
  if (to.as_json) {
    to.print_json(out.dump());
    return done;
  }
  to.print(
      to.say("EXEMPLE FICTIF : personne, organisations, lieux, badges et prix n'existent pas. Les codes et libellés "
             "sont ceux de ROME 4.0 (France Travail, Licence Ouverte 2.0).",
             "FICTITIOUS EXAMPLE: person, organisations, places, badges and prices do not exist. Codes and labels "
             "are those of ROME 4.0 (France Travail, Licence Ouverte 2.0)."));
  to.print("");
  to.print(
      to.say("La personne de l'exemple est dans une base chiffrée : ce qu'elle a vécu, ses badges, ce que d'autres "
             "ont vu, avec son accord.",
             "The example's person is in an encrypted store: what she lived, her badges, what others saw, as she "
             "consents."));
  to.print("");
  print_wallet(to, out.at("credentials"));
  to.print(to.say("2. L'écart", "2. The gap"));
  print_gap(to, out.at("gap"));
  to.print("");
  to.print(to.say("3. Le plan d'action", "3. The action plan"));
  print_plan(to, out.at("plan"));
  to.print("");
  for (const json& page : out.at("reports")) to.print(to.say("Rapport : ", "Report: ") + page.get<std::string>());
  for (const json& page : out.at("maps")) to.print(to.say("Carte des possibles : ", "Map: ") + page.get<std::string>());
  print_by_hand(to, at, asked, person);
  return done;
}

}  // namespace

void add_demo(CLI::App& app, console& to, chosen_command& chosen) {
  auto* command = app.add_subcommand("demo", "The main job, end to end, on the data shipped with the project");
  auto asked = std::make_shared<demo_arguments>();
  command->add_option("--output", asked->output, "Directory for everything the demo makes; default: activateur-demo");
  command->add_option("--at", asked->at, "The moment of the story");
  command->add_option("--target", asked->target, "Another job of the excerpt");
  command->callback([&to, &chosen, asked] { chosen = [&to, asked] { return demo(to, *asked); }; });
}

}  // namespace cli
