// A store of the tests: in a folder of its own, with a clock and randomness that are known.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "store/store.hpp"

namespace activateur::shop {

namespace fs = std::filesystem;

// The value, or the test's end with the error's sentence.
template <class T>
T must(result<T> r) {
  if (!r) throw std::runtime_error(r.why().text(language::en));
  return *std::move(r);
}
inline void must(const result<void>& r) {
  if (!r) throw std::runtime_error(r.why().text(language::en));
}
template <class T>
std::string code(const result<T>& r) {
  return r ? "" : std::string(r.why().what.code());
}

inline std::string slurp(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

// Numbers that repeat from run to run.
inline random_source counted(std::uint64_t seed = 1) {
  auto state = std::make_shared<std::uint64_t>(seed);
  return [state](std::span<std::uint8_t> into) {
    for (std::uint8_t& byte : into) {
      *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
      byte = static_cast<std::uint8_t>(*state >> 56U);
    }
    return true;
  };
}

class folder {
 public:
  folder() {
    std::string name = (fs::temp_directory_path() / "activateur-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  // All bytes of all its files.
  [[nodiscard]] std::string bytes() const {
    std::string out;
    for (const auto& entry : fs::directory_iterator(path_)) out += slurp(entry.path());
    return out;
  }

 private:
  fs::path path_;
};

inline secret host_key(std::uint8_t fill = 7) { return *secret::from(octets(32, fill)); }

inline context on(std::string_view date) {
  context out;
  out.lang = language::en;
  out.now = *parse_date_or_time(date);
  return out;
}

inline store_options options_for(const std::string& path) {
  return {path, true, host_key(), nullptr, 5'000, {}, counted()};
}

inline const actor guide{role::guide, "g-1", "mission-locale"};
inline const actor educator{role::educator, "e-1", "centre"};
inline const actor employer{role::organisation, "o-1", "garage"};
inline const actor curator{role::curator, "c-1", "reseau"};
inline const actor observer{role::observer, "obs-1", "labo"};
inline const actor administrator{role::administrator, "a-1", "reseau"};
inline actor herself(const json& person) { return {role::person, person.at("id").get<std::string>(), {}}; }

inline json consent_to(const std::string& purpose, const std::string& organisation) {
  return {{"purpose", purpose}, {"organisation", organisation}, {"text_version", "2026-01"}};
}

// A store with one person who consents to be accompanied.
class with_store : public ::testing::Test {
 protected:
  void SetUp() override {
    shelf = must(store::open(options_for(dir.at("s.adps")), now));
    anna = must(shelf->add_person(guide,
                                  {{"name", "Anna"},
                                   {"identifiers", {{{"system", "si"}, {"value", "dossier-17"}}}},
                                   {"consents", {consent_to("accompaniment", "mission-locale")}}},
                                  now));
    id = anna["id"];
    self = herself(anna);
  }
  void reopen(const context& at) {
    shelf.reset();
    shelf = must(store::open(options_for(dir.at("s.adps")), at));
  }
  static json experience() {
    return {{"title", "Visites"},
            {"kind", "volunteering"},
            {"from", "2023-09-15"},
            {"months", 38},
            {"hours_per_week", 7},
            {"jobs", {"rome:K1304"}},
            {"competences", {{{"competence", "rome:120684"}, {"origin", "chosen"}}}},
            {"text", "Je rends visite à des personnes âgées, secret-mot."}};
  }

  folder dir;
  context now = on("2026-06-01T08:00:00Z");
  std::unique_ptr<store> shelf;
  json anna;
  std::string id;
  actor self;
};

}  // namespace activateur::shop
