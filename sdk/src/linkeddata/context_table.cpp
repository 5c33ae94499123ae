#include "linkeddata/context_table.hpp"

#include <map>

namespace activateur {
namespace {

class table_reader {
 public:
  explicit table_reader(std::string_view text) : text_(text) {}

  json document() {
    json all = json::array();
    json current = json::object();
    while (next_line()) {
      if (const std::string_view first = word(); first == "@also") {
        if (!current.empty()) all.push_back(std::move(current));
        current = json::object();
        all.push_back(word());
      } else {
        statement(first, current);
      }
    }
    if (all.empty()) return json{{"@context", std::move(current)}};
    if (!current.empty()) all.push_back(std::move(current));
    return json{{"@context", std::move(all)}};
  }

 private:
  bool next_line() {
    while (!text_.empty()) {
      const std::size_t end = text_.find('\n');
      line_ = text_.substr(0, end);
      text_ = end == std::string_view::npos ? std::string_view{} : text_.substr(end + 1);
      const std::size_t from = line_.find_first_not_of(' ');
      if (from == std::string_view::npos || line_[from] == '#') continue;
      return true;
    }
    return false;
  }

  std::string_view word() {
    const std::size_t from = line_.find_first_not_of(' ');
    if (from == std::string_view::npos) return {};
    line_.remove_prefix(from);
    const std::size_t end = line_.find(' ');
    const std::string_view found = line_.substr(0, end);
    line_ = end == std::string_view::npos ? std::string_view{} : line_.substr(end);
    return found;
  }

  [[nodiscard]] std::string iri(std::string_view written, std::string_view term) const {
    if (written.empty() || written[0] != '^') return std::string(written);
    written.remove_prefix(1);
    const std::size_t dot = written.find('.');
    const auto at = abbreviations_.find(written.substr(0, dot));
    std::string out = at == abbreviations_.end() ? std::string() : std::string(at->second);
    out += dot == std::string_view::npos ? term : written.substr(dot + 1);
    return out;
  }

  void statement(std::string_view first, json& into) {
    if (first[0] == '^') {
      word();  // =
      abbreviations_[first.substr(1)] = word();
    } else if (first == "@protected") {
      into[std::string(first)] = true;
    } else if (first == "@version") {
      into[std::string(first)] = 1.1;
    } else if (first == "@vocab" || first == "@base" || first == "@language") {
      into[std::string(first)] = iri(word(), {});
    } else {
      definition(first, into);
    }
  }

  void definition(std::string_view term, json& into) {
    json made = json::object();
    if (const std::string_view written = word(); written == "null") {
      made["@id"] = nullptr;
    } else if (written != "-") {
      made["@id"] = iri(written, term);
    }
    bool shorthand = made.contains("@id");
    for (std::string_view option = word(); !option.empty(); option = word()) {
      shorthand = false;
      if (option == "@map") continue;
      const std::string key(option);
      const std::string_view value = word();
      if (key == "@context") {
        made[key] = value == "{" ? scoped() : (value == "-" ? json(nullptr) : json(iri(value, {})));
      } else if (value == "true" || value == "false") {
        made[key] = value == "true";
      } else if (key == "@container" && value.find(',') != std::string_view::npos) {
        made[key] = json::array();
        for (std::string_view rest = value; !rest.empty();) {
          const std::size_t comma = rest.find(',');
          made[key].push_back(rest.substr(0, comma));
          rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
        }
      } else {
        made[key] = iri(value, term);
      }
    }
    if (shorthand) {
      into[std::string(term)] = std::move(made["@id"]);
    } else {
      into[std::string(term)] = std::move(made);
    }
  }

  // The lines up to the `}` that closes; the block ends its definition's line.
  json scoped() {
    json made = json::object();
    while (next_line()) {
      const std::string_view first = word();
      if (first == "}") break;
      statement(first, made);
    }
    line_ = {};
    return made;
  }

  std::string_view text_, line_;
  std::map<std::string_view, std::string_view> abbreviations_;
};

}  // namespace

json read_context_table(const char* table) { return table_reader(table).document(); }

}  // namespace activateur
