// The documents at hand for one verification: what URLs serve, read as JSON, with what was used remembered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/json.hpp"
#include "net/document_source.hpp"

namespace activateur {

// What one URL serves.
struct served {
  bool at_hand = false;  // false: nobody knows what the URL serves
  int status = 0;
  std::string_view body;
  std::string sha256;  // of the body, hex
  std::string url;
  std::string found_at;                        // after redirects
  std::optional<instant> fetched;              // when, over the network
  sentence why_not;                            // when it is not at hand: what stood in the way; may be empty
  std::shared_ptr<const std::string> keeps{};  // the body

  [[nodiscard]] bool good() const { return at_hand && status >= 200 && status < 300; }
  // The body as JSON; null when it is no JSON.
  [[nodiscard]] json value() const;
  // {"url", "sha256"} or {"url", "status"}, with "fetched" and "found_at" where they say more, for the evidence of a
  // check.
  [[nodiscard]] json evidence() const;
};

// Looks a URL up; `known` may be null (nothing is at hand).
served look_up(const document_source* known, std::string_view url);

// Reading loosely typed JSON-LD: every call accepts any value and gives something empty when there is nothing.
// A member that is absent, null, or an array of nothing but nulls counts as absent (real issuers write all of these).
const json* member(const json& object, const char* name);
std::string text_of(const json& object, const char* name);  // strings, and the @value of language maps
std::string id_of(const json* reference);                   // a URI, or the id of an object
std::vector<std::string> texts_of(const json* value);       // one string or an array of them; others are skipped
std::vector<const json*> items_of(const json* value);       // one value or an array of them
bool contains(const std::vector<std::string>& list, std::string_view what);
std::string joined(const std::vector<std::string>& list);

}  // namespace activateur
