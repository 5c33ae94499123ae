#include "frameworks/search_filters.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace activateur {
namespace {

constexpr message unknown_filter{
    "search.filter",
    "\"{0}\" is not a filter: give facet=value, with the facet framework, type, kind, grain, domain, target, "
    "transversal or withdrawn.",
    "« {0} » n'est pas un filtre : donnez facette=valeur, avec la facette framework, type, kind, grain, domain, "
    "target, "
    "transversal ou withdrawn."};
constexpr message unknown_value{"search.filter_value", "\"{0}\" is not a value of this facet; there are: {1}.",
                                "« {0} » n'est pas une valeur de cette facette ; il y a : {1}."};

// The value is one of those listed, separated by blanks.
result<void> one_of(std::string_view value, std::string_view listed) {
  std::string_view rest = listed;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == value) return {};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return fail(failure::input, unknown_value, {shortened(value, 80), std::string(listed)});
}

result<void> take(std::string_view facet, std::string_view value, search_request& request) {
  const auto put = [&](std::vector<std::string>& to, std::string_view listed) -> result<void> {
    if (!listed.empty())
      if (auto known = one_of(value, listed); !known) return known;
    to.emplace_back(value);
    return {};
  };
  if (facet == "framework") return put(request.frameworks, "");
  if (facet == "domain") return put(request.domains, "");
  if (facet == "kind") return put(request.kinds, "know_how soft_skill knowledge language block");
  if (facet == "grain") return put(request.grains, "macro item group");
  if (facet == "target") return put(request.targets, "job qualification vacancy achievement venture");
  if (facet == "type") {
    request.type = value;
    return one_of(value, "job competence");
  }
  if (facet == "transversal" || facet == "withdrawn") {
    if (auto known = one_of(value, "true false"); !known) return known;
    if (facet == "transversal")
      request.transversal = value == "true";
    else
      request.withdrawn = value == "true";
    return {};
  }
  return fail(failure::input, unknown_filter, {shortened(facet, 80)});
}

}  // namespace

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = trimmed(text.substr(0, end)); !line.empty()) out.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

result<void> read_filters(std::string_view text, search_request& request) {
  for (const std::string& line : lines_of(text)) {
    const std::size_t equals = line.find('=');
    if (equals == std::string::npos) return fail(failure::input, unknown_filter, {shortened(line, 80)});
    const std::string_view all = line;
    if (auto taken = take(trimmed(all.substr(0, equals)), trimmed(all.substr(equals + 1)), request); !taken)
      return taken;
  }
  return {};
}

}  // namespace activateur
