// The edge of the plugin "activateur.text.words": where C++ becomes C.
//
// As in rules-table: inside, ordinary C++20 that may throw; outside, functions whose whole body runs in `guarded`.
#include <memory>
#include <new>
#include <string_view>
#include <vector>

#include "activateur/plugin.h"
#include "word_table.hpp"

namespace {

constexpr std::size_t most_spans = 32;

// From init to deinit. The host calls a plugin from one thread at a time.
std::unique_ptr<const word_list::table> loaded;
// What the last answer points to.
std::vector<std::vector<adp_text_span>> spans;

template <class Body>
adp_status guarded(Body body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return ADP_E_NOMEM;
  } catch (...) {
    return ADP_E_INTERNAL;
  }
}

std::string_view text(adp_str s) { return {s.ptr, s.len}; }

bool is_wanted(std::string_view name, const adp_text_question& question) {
  for (std::uint32_t i = 0; i < question.framework_count; ++i)
    if (name.substr(0, name.find(':')) == text(question.frameworks[i])) return true;
  return false;
}

adp_status ADP_CALL init(const adp_plugin*) {
  return guarded([] {
    loaded = std::make_unique<const word_list::table>(word_list::table_text());
    return ADP_OK;
  });
}

void ADP_CALL deinit(const adp_plugin*) {
  loaded.reset();
  spans.clear();
}

adp_status ADP_CALL read(const adp_plugin*, const adp_text_question* question, adp_text_candidate* candidates,
                         std::size_t capacity, std::size_t* count) {
  return guarded([&] {
    *count = 0;
    spans.clear();
    for (const word_list::finding& found : loaded->of(text(question->text), most_spans)) {
      if (*count == capacity) break;  // the surest come first
      if (!is_wanted(found.name, *question)) continue;
      auto& words = spans.emplace_back();
      words.reserve(found.words.size());
      for (const word_list::piece& p : found.words) words.push_back({p.begin, p.end});
      adp_text_candidate& out = candidates[(*count)++];
      out.name = {found.name.data(), found.name.size()};  // the table's: it lives until deinit
      out.confidence = found.confidence;
      out.spans = words.data();  // keeps its place when `spans` grows
      out.span_count = static_cast<std::uint32_t>(words.size());
    }
    return ADP_OK;
  });
}

constexpr adp_text_reader reader{sizeof(adp_text_reader), 0, read};

const void* ADP_CALL get_extension(const adp_plugin*, const char* id) {
  return std::string_view(id) == ADP_EXT_TEXT_1 ? &reader : nullptr;
}

constexpr adp_plugin plugin{
    sizeof(adp_plugin), ADP_PLUGIN_ABI_LEVEL, "activateur.text.words", "1.0.0", nullptr, init, deinit, get_extension};

}  // namespace

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host* host) {
  return host->abi_level >= ADP_PLUGIN_ABI_LEVEL ? &plugin : nullptr;
}
