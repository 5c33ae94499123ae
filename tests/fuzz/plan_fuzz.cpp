// Any document as a plan, in every format. What is made must have the form of its format, whatever the texts are.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "report/plan_output.hpp"

namespace activateur {
namespace {

void require(bool held) {
  if (!held) std::abort();
}

// RFC 5545 section 3.1; and nothing opens or ends a component but the writer.
void examine_calendar(std::string_view ics, std::size_t steps) {
  std::size_t open = 0, components = 0;
  while (!ics.empty()) {
    const std::size_t end = ics.find("\r\n");
    require(end != std::string_view::npos && end > 0 && end <= 75);
    const std::string_view line = ics.substr(0, end);
    require(!first_bad_utf8(line) && line.find_first_of("\r\n") == std::string_view::npos);
    if (line.starts_with("BEGIN:")) ++open, ++components;
    if (line.starts_with("END:")) --open;
    ics.remove_prefix(end + 2);
  }
  require(open == 0 && components >= 1 + steps && components <= 1 + 2 * steps);
}

void run(std::string_view bytes) {
  const result<json> document = read_json(bytes);
  if (!document) return;
  context with;
  with.now = {1'798'790'400'000};
  for (const language l : {language::fr, language::en}) {
    with.lang = l;
    for (const std::string_view format : plan_formats) {
      const result<std::string> made = render_plan(*document, format, {}, with);
      if (!made) {
        require(!made.why().text(l).empty());
        return;
      }
      require(!first_bad_utf8(*made));
      if (format == "ics") examine_calendar(*made, (*document).value("steps", json::array()).size());
      if (format == "html" || format == "svg" || format == "graph")
        require(made->find("<script") == std::string::npos && made->find("<img") == std::string::npos);
      if (format == "demarches") require(read_json(*made).ok());
    }
  }
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
