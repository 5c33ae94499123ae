// Other readers of texts, and how far they are believed: a model of the host, a plugin, a service.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "frameworks/clauses.hpp"
#include "frameworks/framework.hpp"
#include "frameworks/search.hpp"

namespace activateur {

// What the library's own reading is called where a source is said; no other has this name.
inline constexpr std::string_view own_reading = "words";

struct text_question {
  std::string_view text;
  language lang = language::fr;         // of the one who asks
  std::vector<std::string> frameworks;  // ids whose entries are wanted
  double least_confidence = 0;
};

// What a proposal is refused for.
enum class text_flaw : std::uint8_t { none, name, confidence, span, too_many_spans, reserved };

struct text_candidate {
  std::string name;  // of a competence or a job, as "rome:118069"
  double confidence = 0;
  std::vector<text_span> spans;
  text_flaw flaw = text_flaw::none;  // when it could not even be read
};

struct text_answer {
  std::vector<text_candidate> found;
  std::size_t told = 0;  // how many the source says it gave; may be a lie. Less than `found`: as many as found
};

struct text_source {
  std::string name;     // said with what it found
  std::string version;  // likewise; may be empty
  std::function<result<text_answer>(const text_question& about)> read;
};

// A proposal that is sound, and what it names.
struct sound_candidate {
  text_candidate said;
  framework_ref what;
  bool is_job = false;
};

struct judged_answer {
  std::vector<sound_candidate> sound;
  std::optional<error> notice;  // one for all that was refused
};

// Refuses proposals one by one: a name that no framework has, a confidence that is not within 0..1, a span that is none
// or cuts a character, too many spans, too many proposals.
judged_answer judge(const text_source& source, text_answer answer, std::string_view text,
                    const framework_set& frameworks);

// Whether there are spans, and the text denies every word in them.
bool all_denied(const std::vector<text_span>& spans, const std::vector<clause>& clauses);

}  // namespace activateur
