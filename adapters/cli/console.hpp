// What every command shares: language, output, files, exit codes.
#pragma once

#include <activateur/activateur.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

using json = nlohmann::json;

// The contract with scripts that call us.
enum exit_code : int { done = 0, negative = 1, wrong_usage = 2, impossible = 3 };

// A failure of the command itself, already a sentence for a person.
class failure : public std::runtime_error {
 public:
  explicit failure(const std::string& sentence, exit_code code = impossible) : runtime_error(sentence), code_(code) {}
  [[nodiscard]] exit_code code() const { return code_; }

 private:
  exit_code code_;
};

struct console {
  bool as_json = false;
  std::string language = "fr";

  // The sentence of the language.
  [[nodiscard]] const std::string& say(const std::string& fr, const std::string& en) const {
    return language == "en" ? en : fr;
  }
  void print(std::string_view text) const;       // stdout
  void print_json(std::string_view text) const;  // stdout, one document
  void note(std::string_view text) const;        // stderr: diagnostics
  // Errors of the library name what they speak of by its part ("portfolio", "proposal"); this says which file that is,
  // or, when all of the file is a member of that part, of which one. Two files for one part: none of them.
  void names(const std::string& part, const std::string& file, const std::string& member = {}) const;
  [[nodiscard]] std::string sentence(const activateur::error& e) const;
  // A session in our language, with a progress bar on a terminal.
  [[nodiscard]] activateur::session session(const activateur::engine& engine, std::int64_t now_ms = 0) const;

 private:
  struct named_file {
    std::string path, member;
  };
  std::shared_ptr<std::map<std::string, named_file>> files_ = std::make_shared<std::map<std::string, named_file>>();
};

std::string read_file(const console& to, const std::string& path);
// The document of a file that the library calls `part`.
activateur::document read_document(const console& to, const activateur::session& with, const std::string& path,
                                   const std::string& part);
// All or nothing; creates the directory. "-" or empty: stdout. Devices and pipes are written in place, links followed.
void write_file(const console& to, const std::string& path, std::string_view bytes);
// A file that its owner alone can read, from its first byte on. Refuses to replace one.
void write_secret(const console& to, const std::string& path, std::string_view bytes);
// "2026-12-01" or "2026-12-01T08:00:00Z" to milliseconds; empty: 0.
std::int64_t read_time(const console& to, const std::string& text);
// The same of the day alone, of the calendar where the moment is written: its hour counts for nothing.
std::int64_t read_day(const console& to, const std::string& text);

std::string base64(std::string_view bytes);
std::string percent(double share);                          // "62 %"
std::string padded(std::string text, std::size_t columns);  // by characters, cut when longer
std::string column(std::string id, std::size_t columns);    // the same, never cut: what people type again

}  // namespace cli
