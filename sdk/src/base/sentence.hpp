// A sentence for a person: a stable code, both languages, and what fills the blanks.
//
// Each room keeps its own `message` constants in `<room>/messages.hpp`; the code never changes once
// released, the wording may.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace activateur {

// `{0}`, `{1}`... in a text stand for the arguments of the sentence.
struct message {
  std::string_view code;
  std::string_view en;
  std::string_view fr;
  // Of faults that come back at every line that refers to one thing missing: one sentence for each first argument.
  bool once = false;
};

class sentence {
 public:
  sentence() = default;
  // `what` must have static storage duration.
  explicit sentence(const message& what, std::vector<std::string> arguments = {})
      : what_(&what), arguments_(std::move(arguments)) {}

  [[nodiscard]] std::string_view code() const { return what_ ? what_->code : std::string_view{}; }
  [[nodiscard]] std::string text(language l) const;
  [[nodiscard]] bool once() const { return what_ != nullptr && what_->once; }
  [[nodiscard]] bool empty() const { return what_ == nullptr; }
  [[nodiscard]] const std::vector<std::string>& arguments() const { return arguments_; }

 private:
  const message* what_ = nullptr;
  std::vector<std::string> arguments_;
};

}  // namespace activateur
