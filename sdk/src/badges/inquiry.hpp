// One verification under way: what is asked, what is at hand, and the checks made so far.
#pragma once

#include <algorithm>

#include "badges/documents.hpp"
#include "badges/messages.hpp"
#include "badges/verification.hpp"
#include "net/address.hpp"

namespace activateur {

// What is left of limits::looked_up_bytes, for one input and all that is inside it.
struct reading_budget {
  std::size_t left = limits::looked_up_bytes;
  void spend(std::size_t bytes) { left -= std::min(left, bytes); }
};

struct inquiry {
  const verify_options& asked;
  instant at;  // the moment for which everything is judged
  verification& out;
  std::string_view bytes;  // the input as it was given
  const context& with;
  reading_budget& budget;
  unsigned depth = 0;  // 0: what the host gave; more: a credential that came with it

  [[nodiscard]] served look_up(std::string_view url) const {
    served found;
    found.url = url;
    if (budget.left == 0) {
      found.why_not = sentence(say::looked_up_too_much, {std::to_string(limits::looked_up_bytes >> 20U)});
    } else {
      found = activateur::look_up(asked.documents, url);
      budget.spend(limits::look_up_bytes + found.body.size());
    }
    if (!found.why_not.empty()) out.unreachable.emplace(without_fragment(url), found.why_not);
    return found;
  }

  void add(std::string name, verdict result, sentence why, json evidence = nullptr) const {
    add({std::move(name), result, std::move(why), std::move(evidence)});
  }
  // A check that names a URL which could not be had says why it could not.
  void add(check made) const {
    for (const std::string& argument : made.why.arguments()) {
      const auto found = out.unreachable.find(without_fragment(argument));
      if (found != out.unreachable.end()) made.cause = found->second;
    }
    out.checks.push_back(std::move(made));
  }
  void valid(const char* name, const message& m, std::vector<std::string> args = {}, json evidence = nullptr) const {
    add(name, verdict::valid, sentence(m, std::move(args)), std::move(evidence));
  }
  void invalid(const char* name, const message& m, std::vector<std::string> args = {}, json evidence = nullptr) const {
    add(name, verdict::invalid, sentence(m, std::move(args)), std::move(evidence));
  }
  void unknown(const char* name, const message& m, std::vector<std::string> args = {}, json evidence = nullptr) const {
    add(name, verdict::indeterminate, sentence(m, std::move(args)), std::move(evidence));
  }
  // A check that is told but decides nothing.
  void note(const char* name, verdict result, sentence why, json evidence = nullptr) const {
    add(name, result, std::move(why), std::move(evidence));
    out.checks.back().noted = true;
  }
};

}  // namespace activateur
