// Any bytes as what a CASE server answers, one part between NUL bytes an answer, whatever was asked. A part that begins
// with '>' comes with a link to a next page.
#include <cstdlib>
#include <string>

#include "frameworks/import.hpp"

namespace {

using namespace activateur;

class server : public document_source {
 public:
  explicit server(std::string_view input) : rest_(input) {}

  [[nodiscard]] web_answer get(std::string_view url) const override {
    if (!url.starts_with("https://case.example/")) std::abort();
    if (rest_.empty()) return {};
    const std::string_view part = rest_.substr(0, rest_.find('\0'));
    rest_.remove_prefix(std::min(part.size() + 1, rest_.size()));
    web_document page{200, {}, std::string(url), std::nullopt};
    const bool more = part.starts_with('>');
    page.body = std::make_shared<const std::string>(part.substr(more ? 1 : 0));
    if (more) page.next = "https://case.example/next";
    return {std::move(page), {}};
  }
  [[nodiscard]] std::vector<std::string> serving(std::string_view /*body*/) const override { return {}; }

 private:
  mutable std::string_view rest_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  for (const char* url : {"https://case.example/ims/case/v1p0", "https://case.example/ims/case/v1p1/CFDocuments/a",
                          "https://case.example/ims/case/v1p0/CFPackages/a"}) {
    const server web(input);
    const auto read = import_from_web(url, web, {}, context{});
    if (!read) {
      if (read.why().what.empty() || read.why().kind == failure::internal) std::abort();
      continue;
    }
    static_cast<void>(import_document(*read, nullptr));
    if (read->framework && (read->packages || !read->framework->check())) std::abort();
    if (read->packages)
      for (const offered_package& one : *read->packages)
        if (!one.url.starts_with("https://case.example/ims/case/v1p")) std::abort();
  }
  return 0;
}
