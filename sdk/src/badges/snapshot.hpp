// What a set of URLs serves, at hand without a network: for air-gapped hosts and tests.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace activateur {

class snapshot {
 public:
  // Reads `directory`/index.json, an object URL -> file (relative to the directory, or absolute), and every
  // file it names. A number in place of a file is the HTTP status that the URL answers with (404, 410).
  // An object {"file": F, "status": N} gives both.
  static result<snapshot> load(const std::string& directory);

  void add(std::string url, std::string body, int status = 200);

  struct answer {
    int status = 200;
    std::string_view body;
  };
  // The answer of the URL without its fragment; nothing when the URL is not in the snapshot.
  [[nodiscard]] std::optional<answer> find(std::string_view url) const;
  // The URLs that serve these very bytes, in order.
  [[nodiscard]] std::vector<std::string_view> serving(std::string_view body) const;
  [[nodiscard]] std::size_t size() const { return answers_.size(); }

 private:
  struct stored {
    int status;
    std::string body;
  };
  std::map<std::string, stored, std::less<>> answers_;
};

}  // namespace activateur
