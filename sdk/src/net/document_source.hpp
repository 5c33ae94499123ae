// What URLs serve, from wherever the host allows it to come.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/sentence.hpp"

namespace activateur {

struct web_document {
  int status = 200;  // of HTTP
  std::shared_ptr<const std::string> body;
  std::string url;                 // where it was found in the end, after redirects
  std::optional<instant> fetched;  // when; nothing: the host gave it, and answers for its age
  // Of one page of a list, when its server says so: the URL of the page after it, and how many entries there are in
  // all.
  std::string next = {};
  std::optional<std::uint64_t> total = {};
};

struct web_answer {
  std::optional<web_document> document;
  sentence why_not;  // without a document: why; empty when the URL is simply not at hand
};

// Thread-safe.
class document_source {
 public:
  document_source() = default;
  document_source(const document_source&) = default;
  document_source(document_source&&) = default;
  document_source& operator=(const document_source&) = default;
  document_source& operator=(document_source&&) = default;
  virtual ~document_source() = default;

  // What the URL serves, without its fragment.
  [[nodiscard]] virtual web_answer get(std::string_view url) const = 0;
  // The URLs known to serve these very bytes, in order.
  [[nodiscard]] virtual std::vector<std::string> serving(std::string_view body) const = 0;
};

}  // namespace activateur
