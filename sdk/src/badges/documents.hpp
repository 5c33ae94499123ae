// The documents at hand for one verification: the snapshot, read as JSON, with what was used remembered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "badges/snapshot.hpp"
#include "json/json.hpp"

namespace activateur {

// What one URL serves.
struct served {
  bool at_hand = false;  // false: nobody knows what the URL serves
  int status = 0;
  std::string_view body;
  std::string sha256;  // of the body, hex
  std::string url;

  [[nodiscard]] bool good() const { return at_hand && status >= 200 && status < 300; }
  // The body as JSON; null when it is no JSON.
  [[nodiscard]] json value() const;
  // {"url", "sha256"} or {"url", "status"}, for the evidence of a check.
  [[nodiscard]] json evidence() const;
};

// Looks a URL up; `known` may be null (nothing is at hand).
served look_up(const snapshot* known, std::string_view url);

// Reading loosely typed JSON-LD: every call accepts any value and gives something empty when there is nothing.
// A member that is absent, null or an empty array counts as absent (real issuers write all three).
const json* member(const json& object, const char* name);
std::string text_of(const json& object, const char* name);  // strings, and the @value of language maps
std::string id_of(const json* reference);                   // a URI, or the id of an object
std::vector<std::string> texts_of(const json* value);       // one string or an array of them; others are skipped
std::vector<const json*> items_of(const json* value);       // one value or an array of them
bool contains(const std::vector<std::string>& list, std::string_view what);
std::string joined(const std::vector<std::string>& list);

}  // namespace activateur
