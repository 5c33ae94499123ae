// activateur wallet: a person's credentials, byte for byte.
#include "stored.hpp"
#include "web.hpp"
#include "words.hpp"

namespace cli {
namespace {

struct wallet_arguments {
  store_arguments store;
  std::string person, record, output;
  std::vector<std::string> files;
  web_arguments web;
};

std::string verdict_of(const console& to, const json& d) {
  return padded(word(to, words::verdict, d.at("verification").at("verdict").get<std::string>()), 14);
}

// Of a hosted badge nothing but its address is known before it is verified with the documents of its issuer.
std::string named(const json& d) {
  return d.value("name", d.value("credential", "")) +
         (d.contains("issuer_name") ? ", " + d["issuer_name"].get<std::string>() : "");
}

void print_credential(const console& to, const json& record) {
  const json& d = record.at("document");
  to.print(record.at("id").get<std::string>() + "  " + verdict_of(to, d) + " " + named(d) +
           (record.value("duplicate", false) ? to.say(" (déjà là)", " (there already)") : ""));
}

// One file that is no badge hinders no other.
exit_code add(const console& to, const wallet_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  json results = json::array();
  exit_code out = done;
  for (const std::string& file : asked.files) {
    try {
      const json record = json::parse(s.calls.add_credential(asked.person, read_file(to, file)).json());
      if (!to.as_json) print_credential(to, record);
      results.push_back({{"file", file}, {"record", record}});
    } catch (const activateur::error& e) {
      // Only what the file is, is an answer about it.
      if (e.status() != ADP_E_INPUT && e.status() != ADP_E_LIMIT && e.status() != ADP_E_UNSUPPORTED) throw;
      to.note(file + to.say(" : ", ": ") + e.what());
      results.push_back({{"file", file}, {"error", {{"code", e.code()}, {"message", e.what()}}}});
      out = negative;
    } catch (const failure& e) {  // a file that cannot be read
      to.note(e.what());
      results.push_back({{"file", file}, {"error", {{"code", "file.read"}, {"message", e.what()}}}});
      out = negative;
    }
  }
  if (to.as_json)
    to.print_json(json{{"schema", "activateur/wallet-added/1"}, {"person", asked.person}, {"results", results}}.dump(
        -1, ' ', false, json::error_handler_t::replace));
  return out;
}

exit_code list(const console& to, const wallet_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  return told(to, all_records(s, asked.person, "credential"), [&](const json& all) {
    for (const json& r : all.at("records")) print_credential(to, r);
  });
}

exit_code get(const console& to, const wallet_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  write_file(to, asked.output, s.calls.credential(asked.record).text());
  return done;
}

exit_code verify(const console& to, const wallet_arguments& asked) {
  const opened_store s(to, asked.store, asked.person, "self");
  const auto documents = documents_of(s.with, asked.web, {});
  activateur::verify_options options;
  options.documents = documents ? &*documents : nullptr;
  const auto wallet = s.calls.verify_wallet(asked.person, options);
  const json all = json::parse(wallet.json());
  bool good = true;
  for (const json& c : all.at("credentials")) good = good && c.at("verification").at("verdict") == "valid";
  told(to, wallet, [&](const json& w) {
    for (const json& c : w.at("credentials"))
      to.print(c.at("record").get<std::string>() + "  " + verdict_of(to, c) + " " + named(c) +
               (c.at("changed") ? to.say(" (a changé)", " (has changed)") : ""));
  });
  return good ? done : negative;
}

}  // namespace

void add_wallet(CLI::App& app, console& to, chosen_command& chosen) {
  auto asked = std::make_shared<wallet_arguments>();
  auto* a = asked.get();
  auto* wallet = app.add_subcommand("wallet", "A person's credentials, byte for byte");
  wallet->require_subcommand(1);
  const auto command = [&](const char* name, const char* about, const std::function<void(CLI::App&)>& options,
                           auto run) {
    add_store_command(*wallet, to, chosen, a->store,
                      {name, about, options, [asked, run](const console& c) { return run(c, *asked); }});
  };
  const auto whose = [a](CLI::App& c) { c.add_option("person", a->person, "Her id in the store")->required(); };
  command(
      "add", "Put credentials in; exit code 1: some files are none",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("files", a->files, "JSON, JWT, PNG, SVG or PDF")->required();
      },
      add);
  command("list", "What is in it", whose, list);
  command(
      "get", "One, as it came",
      [a, whose](CLI::App& c) {
        whose(c);
        c.add_option("record", a->record, "Its id")->required();
        c.add_option("-o,--output", a->output, "File to write; default: standard output");
      },
      get);
  command(
      "verify", "Verify all again; exit code 1: some are not valid",
      [a, whose](CLI::App& c) {
        whose(c);
        add_web(c, a->web);
      },
      verify);
}

}  // namespace cli
