// What a set of URLs serves, at hand without a network: for air-gapped hosts and tests.
#pragma once

#include <map>

#include "base/result.hpp"
#include "net/document_source.hpp"

namespace activateur {

// Thread-safe but for `add`.
class snapshot : public document_source {
 public:
  // Reads `directory`/index.json, an object URL -> file (relative to the directory, or absolute), and every
  // file it names. A number in place of a file is the HTTP status that the URL answers with (404, 410).
  // An object {"file": F, "status": N} gives both, and may say since when ("fetched", RFC 3339), where it was found in
  // the end when the URL redirects ("found_at"), and of a page of a list what comes after it ("next", "total"). An
  // object
  // {"failed": true} is a URL that was asked and gave no answer: it is not at hand, and nobody takes it for one that
  // nobody has asked.
  static result<snapshot> load(const std::string& directory);
  // Writes a directory that `load` reads, whole or not at all. It must not exist, or be empty.
  [[nodiscard]] result<void> save(const std::string& directory) const;

  void add(std::string url, std::string body, int status = 200, std::optional<instant> fetched = {});
  // `document.url`: where it was found in the end; empty: at `url`.
  void add(std::string url, web_document document);
  void add_failure(std::string url);

  [[nodiscard]] web_answer get(std::string_view url) const override;
  [[nodiscard]] std::vector<std::string> serving(std::string_view body) const override;
  [[nodiscard]] std::size_t size() const { return answers_.size(); }

 private:
  std::map<std::string, std::optional<web_document>, std::less<>> answers_;  // nothing: asked in vain
};

}  // namespace activateur
