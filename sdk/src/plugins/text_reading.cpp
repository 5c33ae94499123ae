#include "plugins/text_reading.hpp"

#include <algorithm>

#include "activateur/text.h"
#include "base/limits.hpp"
#include "plugins/given_text.hpp"
#include "plugins/loaded_plugin.hpp"
#include "plugins/messages.hpp"

namespace activateur {
namespace {

namespace says = plugin_messages;

text_candidate copy_of(const adp_text_candidate& given) {
  text_candidate out;
  const auto name = text_of(given.name, limits::text_candidate_bytes);
  out.name = name.value_or("");
  out.confidence = given.confidence;
  if (out.name.empty())
    out.flaw = text_flaw::name;
  else if (given.span_count > limits::text_candidate_spans)
    out.flaw = text_flaw::too_many_spans;
  else if (given.span_count > 0 && given.spans == nullptr)
    out.flaw = text_flaw::span;
  else if (std::any_of(std::begin(given.reserved), std::end(given.reserved), [](std::int64_t r) { return r != 0; }))
    out.flaw = text_flaw::reserved;
  if (out.flaw != text_flaw::none) return out;
  out.spans.reserve(given.span_count);
  for (std::uint32_t i = 0; i < given.span_count; ++i)
    out.spans.push_back({static_cast<std::size_t>(given.spans[i].begin), static_cast<std::size_t>(given.spans[i].end)});
  return out;
}

}  // namespace

result<text_answer> ask_c_reader(const std::string& name, const text_question& about, const c_text_reader& reader) {
  if (first_bad_utf8(about.text)) return fail(failure::input, says::text_not_utf8, {name});
  std::vector<adp_str> frameworks;
  frameworks.reserve(about.frameworks.size());
  for (const std::string& id : about.frameworks) frameworks.push_back(lent(id));
  adp_text_question asked{};
  asked.struct_size = sizeof asked;
  asked.framework_count = static_cast<std::uint32_t>(frameworks.size());
  asked.text = lent(about.text);
  asked.language = lent(about.lang == language::fr ? "fr" : "en");
  asked.frameworks = frameworks.data();
  asked.least_confidence = about.least_confidence;

  std::vector<adp_text_candidate> given(limits::text_candidates);
  for (auto& one : given) one.struct_size = sizeof one;
  std::size_t count = 0;
  const auto status = reader(asked, given.data(), given.size(), &count);
  if (!status) return status.why();
  if (*status != ADP_OK) return fail(failure::input, says::reader_failed, {name, std::to_string(*status)});
  text_answer out;
  out.told = count;
  out.found.reserve(std::min(count, given.size()));
  for (std::size_t i = 0; i < std::min(count, given.size()); ++i) out.found.push_back(copy_of(given[i]));
  return out;
}

result<text_answer> ask_text(loaded_plugin& plugin, const text_question& about) {
  const auto read = [&](const adp_text_question& question, adp_text_candidate* candidates, std::size_t capacity,
                        std::size_t* count) {
    return plugin.contained(
        "read", [&] { return plugin.text_reader()->read(plugin.table(), &question, candidates, capacity, count); });
  };
  return plugin.in_turn([&] { return ask_c_reader(plugin.info().id, about, read); });
}

}  // namespace activateur
