// A reader of texts that lets an exception escape.
#include <string_view>

#include "activateur/plugin.h"

namespace {

struct thrown_by_plugin {};

adp_status ADP_CALL read(const adp_plugin*, const adp_text_question*, adp_text_candidate*, std::size_t, std::size_t*) {
  throw thrown_by_plugin{};
}

constexpr adp_text_reader reader{sizeof(adp_text_reader), 0, read};

const void* ADP_CALL get_extension(const adp_plugin*, const char* id) {
  return std::string_view(id) == ADP_EXT_TEXT_1 ? &reader : nullptr;
}

constexpr adp_plugin plugin{
    sizeof(adp_plugin), ADP_PLUGIN_ABI_LEVEL, "org.example.plugin", "1.0.0", nullptr, nullptr, nullptr, get_extension};

}  // namespace

const adp_plugin* ADP_CALL adp_plugin_entry(const adp_host*) { return &plugin; }
