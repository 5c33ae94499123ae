// activateur/text_reader.hpp - a host's own reader of texts, in C++: what it is asked and what it proposes are those of
// activateur/text.h.
#pragma once

#include <activateur/activateur.h>

#include <functional>
#include <string>
#include <vector>

namespace activateur {

struct text_proposal {
  std::string name;  // "rome:118069"
  double confidence = 0;
  std::vector<adp_text_span> spans{};  // bytes of the text
};

// Thrown exceptions count as a failure of the reader: the document says so, and the call goes on.
using text_reader = std::function<std::vector<text_proposal>(const adp_text_question& question)>;

// A reader for one call, and what it proposed, which C reads after it returned.
class lent_text_reader {
 public:
  explicit lent_text_reader(const text_reader& reader) : reader_(reader) {}

  static adp_status ADP_CALL read(void* self, const adp_text_question* question, adp_text_candidate* candidates,
                                  std::size_t capacity, std::size_t* count) {
    try {
      auto& of = *static_cast<lent_text_reader*>(self);
      of.proposed_ = of.reader_(*question);
      *count = of.proposed_.size();
      for (std::size_t i = 0; i < of.proposed_.size() && i < capacity; ++i) {
        const text_proposal& from = of.proposed_[i];
        candidates[i].name = {from.name.data(), from.name.size()};
        candidates[i].confidence = from.confidence;
        candidates[i].spans = from.spans.data();
        candidates[i].span_count = static_cast<std::uint32_t>(from.spans.size());
      }
      return ADP_OK;
    } catch (...) {
      return ADP_E_INTERNAL;
    }
  }

 private:
  const text_reader& reader_;
  std::vector<text_proposal> proposed_;
};

}  // namespace activateur
