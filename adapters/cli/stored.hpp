// Opening the store for a command, and what commands about it share.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>

#include "commands.hpp"

namespace cli {

struct store_arguments {
  std::string file, key, as, at;
};

// Where the store is, who acts, when: --store, --key, --as, --at.
void add_store_options(CLI::App& command, store_arguments& into);

// Whether a store that is not there is made: by the commands that begin one alone, or a mistyped name would be an empty
// store that looks sound.
enum class new_store { refused, allowed };

// A store in use: engine, session, the actor's calls.
struct opened_store {
  // `person`: whom "self" means; `role`: who acts when --as is not given: "self", or as --as says.
  opened_store(const console& to, const store_arguments& asked, const std::string& person, const std::string& role,
               new_store allowed = new_store::refused);
  [[nodiscard]] activateur::document parse(const json& value) const { return with.parse(value.dump()); }
  [[nodiscard]] activateur::document file(const console& to, const std::string& path, const std::string& part) const {
    return read_document(to, with, path, part);
  }
  // The object of a file, to be completed by options; none for an empty path.
  [[nodiscard]] json object(const console& to, const std::string& path) const;

  activateur::engine engine;
  activateur::session with;
  activateur::store of;
  activateur::store_access calls;
};

// Every record of the kind: the pages of the library as one.
activateur::document all_records(const opened_store& s, const std::string& person, const std::string& kind);

// What a command about the store is, for one table a group.
struct store_command {
  const char* name;
  const char* about;
  std::function<void(CLI::App&)> options;  // its own
  std::function<exit_code(const console&)> run;
};
void add_store_command(CLI::App& group, console& to, chosen_command& chosen, store_arguments& asked,
                       const store_command& what);

// The document with --json; else `lines`.
exit_code told(const console& to, const activateur::document& answer, const std::function<void(const json&)>& lines);

}  // namespace cli
