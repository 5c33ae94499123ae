#include <cmath>
#include <vector>

#include "base/text.hpp"
#include "json/pointer_step.hpp"
#include "json/quick_reader.hpp"

namespace activateur {
namespace {

constexpr message not_utf8{"json.utf8", "The text is not UTF-8. Save it again as UTF-8.",
                           "Le texte n'est pas en UTF-8. Enregistrez-le de nouveau en UTF-8."};
constexpr message has_bom{"json.bom", "The text starts with a byte order mark, which JSON forbids. Remove it.",
                          "Le texte commence par une marque d'ordre des octets, interdite en JSON. Retirez-la."};
constexpr message too_big{"json.size", "The JSON text has {0} bytes; at most {1} are accepted.",
                          "Le texte JSON fait {0} octets ; {1} au plus sont acceptés."};
constexpr message too_deep{"json.depth", "Arrays and objects are nested more than {0} deep.",
                           "Les tableaux et objets sont imbriqués sur plus de {0} niveaux."};
constexpr message too_many{"json.values", "The JSON text holds more than {0} values.",
                           "Le texte JSON contient plus de {0} valeurs."};
constexpr message duplicate{"json.duplicate", "The member \"{0}\" appears twice in one object. Keep one.",
                            "Le membre « {0} » figure deux fois dans un objet. N'en gardez qu'un."};
constexpr message malformed{"json.syntax", "This is not JSON, or it is cut short.",
                            "Ce n'est pas du JSON, ou il est tronqué."};
constexpr message number_range{
    "json.number", "The number {0} is outside the range of a double. Write a smaller one, or a text.",
    "Le nombre {0} dépasse ce qu'un double peut représenter. Écrivez-en un plus petit, ou un "
    "texte."};

// Builds the value while it checks; nothing is built beyond the bounds.
class builder final : public json::json_sax_t {
 public:
  builder(std::string_view text, const json_limits& bounds, std::string source)
      : text_(text), bounds_(bounds), source_(std::move(source)) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(number_integer_t v) override { return put(v); }
  bool number_unsigned(number_unsigned_t v) override { return put(v); }
  bool number_float(number_float_t v, const string_t& digits) override {
    if (!std::isfinite(v)) return refuse(failure::input, number_range, {shortened(digits, 40)});
    return put(v);
  }
  bool string(string_t& v) override { return put(std::move(v)); }
  bool binary(binary_t& /*v*/) override { return false; }

  bool start_object(std::size_t /*size*/) override {
    if (!put(json::object())) return false;
    return open();
  }
  bool key(string_t& name) override {
    if (stack_.back().value->contains(name)) return refuse(failure::input, duplicate, {shortened(name, 80)});
    stack_.back().slot = &(*stack_.back().value)[name];
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*size*/) override {
    if (!put(json::array())) return false;
    return open();
  }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& e) override {
    offset_ = position > 0 ? position - 1 : 0;
    if (e.id == 406) return refuse(failure::input, number_range, {number_before(position)});
    return refuse(failure::input, malformed, {});
  }

  [[nodiscard]] std::string number_before(std::size_t end) const {
    const auto part = [](char c) { return std::string_view("0123456789+-.eE").find(c) != std::string_view::npos; };
    end = std::min(end, text_.size());
    while (end > 0 && !part(text_[end - 1])) --end;
    std::size_t begin = end;
    while (begin > 0 && part(text_[begin - 1])) --begin;
    return shortened(text_.substr(begin, end - begin), 40);
  }

  json take() { return std::move(root_); }
  error syntax_error(std::size_t offset) {
    offset_ = offset;
    return take_error();
  }
  error take_error() {
    if (error_.what.empty()) refuse(failure::input, malformed, {});
    return std::move(error_);
  }

 private:
  struct level {
    json* value;
    json* slot;  // where the next member of an object goes
  };

  bool put(json v) {
    if (++values_ > bounds_.values) return refuse(failure::limit, too_many, {std::to_string(bounds_.values)});
    if (stack_.empty()) {
      root_ = std::move(v);
      last_ = &root_;
    } else if (stack_.back().value->is_array()) {
      stack_.back().value->push_back(std::move(v));
      last_ = &stack_.back().value->back();
    } else {
      *stack_.back().slot = std::move(v);
      last_ = stack_.back().slot;
    }
    return true;
  }
  bool open() {
    if (stack_.size() >= bounds_.depth) return refuse(failure::limit, too_deep, {std::to_string(bounds_.depth)});
    stack_.push_back({last_, nullptr});
    return true;
  }
  bool close() {
    stack_.pop_back();
    return true;
  }
  bool refuse(failure kind, const message& what, std::vector<std::string> arguments) {
    if (!error_.what.empty()) return false;
    location where{source_, {}, 0, 0};
    if (offset_ > 0 || what.code == malformed.code) {
      const text_position p = position_of(text_, offset_);
      where.line = p.line;
      where.column = p.column;
    } else {
      where.pointer = pointer();
    }
    error_ = fail(kind, what, std::move(arguments), std::move(where));
    return false;
  }
  // JSON Pointer of the innermost open container, from its parents.
  [[nodiscard]] std::string pointer() const {
    std::string out;
    for (std::size_t i = 0; i + 1 < stack_.size() && out.size() < 200; ++i) {
      const json& parent = *stack_[i].value;
      if (parent.is_array()) {
        out += '/' + std::to_string(parent.size() - 1);
        continue;
      }
      for (const auto& [name, member] : parent.items())
        if (&member == stack_[i + 1].value) out += pointer_step(shortened(name, 60));
    }
    return out;
  }

  std::string_view text_;
  json_limits bounds_;
  std::string source_;
  std::size_t values_ = 0;
  std::size_t offset_ = 0;
  json root_;
  json* last_ = nullptr;
  std::vector<level> stack_;
  error error_;
};

}  // namespace

result<json> read_json_plainly(std::string_view text, const json_limits& bounds, std::string source) {
  builder sax(text, bounds, std::move(source));
  if (!json::sax_parse(text.begin(), text.end(), &sax)) return sax.take_error();
  // The library takes a zero byte for the end of the text, whatever follows.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) return sax.syntax_error(zero);
  return sax.take();
}

result<json> read_json(std::string_view text, const json_limits& bounds, std::string source) {
  location where{source, {}, 0, 0};
  if (text.size() > bounds.bytes)
    return fail(failure::limit, too_big, {std::to_string(text.size()), std::to_string(bounds.bytes)}, where);
  if (text.starts_with("\xEF\xBB\xBF")) return fail(failure::input, has_bom, {}, {source, {}, 1, 1});
  if (const auto bad = first_bad_utf8(text)) {
    const text_position p = position_of(text, *bad);
    where.line = p.line;
    where.column = p.column;
    return fail(failure::input, not_utf8, {}, where);
  }
  if (auto read = read_json_quickly(text, bounds)) return *std::move(read);
  return read_json_plainly(text, bounds, std::move(source));
}

std::string write_json(const json& value, int indent) {
  return value.dump(indent, ' ', false, json::error_handler_t::replace);
}

}  // namespace activateur
