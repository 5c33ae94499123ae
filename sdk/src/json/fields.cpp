#include "json/fields.hpp"

#include "base/clock_time.hpp"
#include "json/pointer_step.hpp"

namespace activateur {
namespace {

constexpr message missing{"field.missing", "The member \"{0}\" is missing. Add it.",
                          "Le membre « {0} » manque. Ajoutez-le."};
constexpr message wrong_type{"field.type", "The member \"{0}\" must be {1}.", "Le membre « {0} » doit être {2}."};
constexpr message bad_time{"field.time", "\"{0}\" is no date (2026-11-24) nor date-time (2026-11-24T08:00:00Z).",
                           "« {0} » n'est ni une date (2026-11-24) ni une date et heure (2026-11-24T08:00:00Z)."};
constexpr message out_of_range{"field.range", "The member \"{0}\" must lie between {1} and {2}.",
                               "Le membre « {0} » doit être compris entre {1} et {2}."};

std::string plain(double v) {
  std::string out = std::to_string(v);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace

const json* fields::member(const char* name) const {
  if (!value_->is_object()) return nullptr;
  const auto it = value_->find(name);
  return it == value_->end() || it->is_null() ? nullptr : &*it;
}

fields fields::at(const json& child, const std::string& step) const {
  fields out(child, source_, *error_);
  out.pointer_ = pointer_ + pointer_step(step);
  return out;
}

bool fields::has(const char* name) const { return member(name) != nullptr; }

void fields::refuse(const message& what, std::vector<std::string> arguments, const char* name) const {
  if (error_->has_value()) return;
  location where{source_, pointer_, 0, 0};
  if (name != nullptr) where.pointer += pointer_step(name);
  *error_ = fail(failure::input, what, std::move(arguments), std::move(where));
}

std::string fields::text(const char* name) const {
  if (!has(name)) {
    refuse(missing, {name});
    return {};
  }
  return text_or(name, {});
}

double fields::number(const char* name) const {
  if (!has(name)) {
    refuse(missing, {name});
    return 0;
  }
  return number_or(name, 0);
}

std::string fields::text_or(const char* name, std::string fallback) const {
  const json* m = member(name);
  if (m == nullptr) return fallback;
  if (!m->is_string()) {
    refuse(wrong_type, {name, "a string", "une chaîne"});
    return fallback;
  }
  return m->get<std::string>();
}

double fields::number_or(const char* name, double fallback) const {
  const json* m = member(name);
  if (m == nullptr) return fallback;
  if (!m->is_number()) {
    refuse(wrong_type, {name, "a number", "un nombre"});
    return fallback;
  }
  return m->get<double>();
}

double fields::number_within(const char* name, double low, double high, double fallback) const {
  const double v = number_or(name, fallback);
  if (has(name) && (v < low || v > high)) refuse(out_of_range, {name, plain(low), plain(high)}, name);
  return v;
}

bool fields::flag_or(const char* name, bool fallback) const {
  const json* m = member(name);
  if (m == nullptr) return fallback;
  if (!m->is_boolean()) {
    refuse(wrong_type, {name, "true or false", "true ou false"});
    return fallback;
  }
  return m->get<bool>();
}

std::optional<instant> fields::time(const char* name) const {
  const std::string written = text_or(name, {});
  if (written.empty()) return std::nullopt;
  const auto t = parse_date_or_time(written);
  if (!t) refuse(bad_time, {written}, name);
  return t;
}

std::optional<instant> fields::day(const char* name) const {
  return time(name) ? parse_day(text_or(name, {})) : std::nullopt;
}

std::vector<std::string> fields::texts(const char* name) const {
  std::vector<std::string> out;
  for (const fields& f : list(name)) {
    if (f.value().is_string())
      out.push_back(f.value().get<std::string>());
    else
      refuse(wrong_type, {name, "a list of strings", "une liste de chaînes"}, name);
  }
  return out;
}

std::vector<double> fields::numbers(const char* name) const {
  std::vector<double> out;
  for (const fields& f : list(name)) {
    if (f.value().is_number())
      out.push_back(f.value().get<double>());
    else
      refuse(wrong_type, {name, "a list of numbers", "une liste de nombres"}, name);
  }
  return out;
}

std::vector<fields> fields::list(const char* name) const {
  const json* m = member(name);
  if (m == nullptr) return {};
  if (!m->is_array()) {
    refuse(wrong_type, {name, "a list", "une liste"});
    return {};
  }
  return at(*m, name).elements();
}

std::vector<fields> fields::elements() const {
  std::vector<fields> out;
  if (!value_->is_array()) return out;
  out.reserve(value_->size());
  for (std::size_t i = 0; i < value_->size(); ++i) out.push_back(at((*value_)[i], std::to_string(i)));
  return out;
}

std::optional<fields> fields::object(const char* name) const {
  const json* m = member(name);
  if (m == nullptr) return std::nullopt;
  if (!m->is_object()) {
    refuse(wrong_type, {name, "an object", "un objet"});
    return std::nullopt;
  }
  return at(*m, name);
}

}  // namespace activateur
