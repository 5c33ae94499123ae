// Any two JSON texts as schema and instance, one line each: an answer or an error, always the same, within the limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "json/schema.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

void run(std::string_view bytes) {
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos) return;
  const auto schema = read_json(bytes.substr(0, line), {1U << 16U, 64, 10'000});
  const auto instance = read_json(bytes.substr(line + 1), {1U << 16U, 64, 10'000});
  if (!schema || !instance) return;
  schema_options options;
  options.default_dialect = "https://json-schema.org/draft/2020-12/schema";
  // Every other document is the schema itself or the instance.
  options.document = [&](std::string_view url) -> const json* {
    return url.ends_with("/s") ? &*schema : url.ends_with("/i") ? &*instance : nullptr;
  };
  options.steps = 100'000;
  for (const bool formats : {false, true}) {
    options.assert_formats = formats;
    const auto compiled = json_schema::read(*schema, "https://example.org/", options);
    if (!compiled) {
      require(!compiled.why().text(language::fr).empty());
      continue;
    }
    const auto once = compiled->check(*instance);
    const auto twice = compiled->check(*instance);
    require(once.ok() == twice.ok());
    if (!once) continue;
    require(once->size() == twice->size() && once->size() <= options.problems);
    for (const schema_problem& p : *once) {
      require(!p.what.text(language::en).empty());
      // Each place told is one of the instance.
      require(instance->contains(json::json_pointer(p.instance_pointer)));
    }
  }
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
