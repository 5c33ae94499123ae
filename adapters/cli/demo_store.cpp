#include "demo_store.hpp"

#include <filesystem>
#include <map>

#include "library.hpp"
#include "person.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::string key_file(const std::string& folder) { return demo_store_file(folder) + ".key"; }

json said(const json& statement, const std::map<std::string, std::string>& experiences) {
  json out = statement;
  out.erase("id");
  if (const auto about = out.find("experience"); about != out.end()) *about = experiences.at(*about);
  return out;
}

}  // namespace

std::string demo_store_file(const std::string& folder) { return (fs::path(folder) / "store.adps").string(); }

std::string keep_person(const console& to, const activateur::session& with, const std::string& folder,
                        const json& portfolio) {
  const std::string file = demo_store_file(folder);
  for (const char* of : {"", "-wal", "-shm", ".key"}) fs::remove(file + of);
  write_secret(to, key_file(folder), std::string(activateur::store::new_key(with).text()) + "\n");
  const auto store = activateur::store::open(with, file, {.key_file = key_file(folder)});
  const auto parsed = [&](const json& value) { return with.parse(value.dump()); };

  const auto guide = store.as(with, {ADP_ROLE_GUIDE, "guide-1", "demo"});
  const auto added = guide.add_person(parsed({{"name", portfolio.at("person")}}));
  const std::string id = json::parse(added.json()).at("id");
  const auto herself = store.as(with, {ADP_ROLE_PERSON, id, {}});

  std::map<std::string, std::string> experiences;
  for (json lived : portfolio.at("experiences")) {
    const std::string named = lived.at("id");
    lived.erase("id");
    json chosen = json::array();
    for (const json& competence : lived.at("competences"))
      chosen.push_back({{"competence", competence}, {"origin", "chosen"}});
    lived["competences"] = std::move(chosen);
    experiences[named] = json::parse(herself.add(id, "experience", parsed(lived)).json()).at("id");
  }
  for (const json& one : portfolio.at("self_assessments"))
    herself.add(id, "self_assessment", parsed(said(one, experiences)));
  for (const json& held : portfolio.at("credentials"))
    herself.add_credential(id, read_file(to, (fs::path(folder) / held.at("file").get<std::string>()).string()));
  json wishes = json::object();
  for (const char* member : {"conditions", "constraints"}) wishes[member] = portfolio.at(member);
  herself.add(id, "declaration", parsed(wishes));
  herself.give_consent(id,
                       parsed({{"purpose", "accompaniment"}, {"organisation", "demo"}, {"text_version", "example-1"}}));
  for (const json& one : portfolio.at("feedback")) guide.add(id, "feedback", parsed(said(one, experiences)));
  return id;
}

activateur::document kept_portfolio(const activateur::session& with, const std::string& folder,
                                    const std::string& person, const std::string& called) {
  const auto store =
      activateur::store::open(with, demo_store_file(folder), {.key_file = key_file(folder), .existing = true});
  json out = json::parse(store.as(with, {ADP_ROLE_PERSON, person, {}}).portfolio(person).json());
  out["person"] = called;
  return with.parse(out.dump());
}

}  // namespace cli
