// Usage that is wrong, in the caller's language, and rules that hold for every option.
#include <cmath>
#include <optional>
#include <vector>

#include "commands.hpp"

namespace cli {
namespace {

// What the parser and our own checks say, and the same in French; "{}" is anything, "{0}" the first of them.
struct saying {
  std::string_view en, fr;
};

constexpr saying sayings[] = {
    {"A subcommand is required", "il manque une commande"},
    {"{} is required", "il manque {0}"},
    {"The following argument was not expected: {}", "inattendu : {0}"},
    {"The following arguments were not expected: {}", "inattendus : {0}"},
    {"{} excludes {}", "{0} ne va pas avec {1}"},
    {"{} requires {}", "{0} demande {1}"},
    {"{}: Value {} not in range {} to {}", "une valeur n'est pas acceptée : {0} va de {2} à {3}, « {1} » n'en est pas"},
    {"{}: {} not in {{}}", "une valeur n'est pas acceptée : {0} est l'un de {2}, « {1} » n'en est pas"},
    {"{}: At least {} required but received {}", "{0} demande au moins {1} valeurs ; données : {2}"},
    {"{}: At Most {} required but received {}", "{0} demande au plus {1} valeurs ; données : {2}"},
    {"{}: 1 required {} missing", "il manque une valeur à {0}"},
    {"{}: {} required {} missing", "il manque des valeurs à {0} : il en faut {1}"},
    {"Expected exactly {} arguments to {}, got {}", "{1} demande {0} valeurs, et non {2}"},
    {"Expected at least {} arguments to {}, got {}", "{1} demande au moins {0} valeurs, et non {2}"},
    {"Could not convert: {} = {}", "une valeur n'est pas acceptée : {0} est un nombre, « {1} » n'en est pas un"},
    {"The value {} is not an allowed value for {}", "une valeur n'est pas acceptée : « {0} » n'en est pas une de {1}"},
    {"{}: too many inputs for a flag", "{0} ne se donne qu'une fois"},
    {"{}: Should be true/false or a number", "{0} ne prend pas de valeur"},
    {"{} was given a disallowed flag override", "{0} ne prend pas de valeur"},
    {"{}: an empty value", "la valeur de {0} est vide"},
    {"{}: \"{}\" is no number from 0 on",
     "une valeur n'est pas acceptée : {0} est un nombre à partir de 0, « {1} » n'en est pas un"},
    {"{}: \"{}\" is no number from 0 to 1e9",
     "une valeur n'est pas acceptée : {0} est un nombre de 0 à 1e9, « {1} » n'en est pas un"},
    {"{}: one criterion is named twice", "{0} nomme deux fois un critère"},
};

constexpr std::string_view hole = "{}";

// What the holes of the pattern stand for, when it is what was said.
std::optional<std::vector<std::string_view>> holes_of(std::string_view pattern, std::string_view said) {
  std::vector<std::string_view> out;
  for (std::size_t next = pattern.find(hole); next != pattern.npos; next = pattern.find(hole)) {
    if (!said.starts_with(pattern.substr(0, next))) return std::nullopt;
    said.remove_prefix(next);
    pattern.remove_prefix(next + hole.size());
    const std::string_view until = pattern.substr(0, pattern.find(hole));
    // The last one takes all that is left before the end of the pattern.
    const std::size_t end = until.size() == pattern.size()
                                ? (said.ends_with(until) ? said.size() - until.size() : said.npos)
                                : said.find(until);
    if (end == said.npos) return std::nullopt;
    out.push_back(said.substr(0, end));
    said.remove_prefix(end);
  }
  if (said != pattern) return std::nullopt;
  return out;
}

std::string in_french(std::string_view said) {
  for (const saying& one : sayings) {
    const auto found = holes_of(one.en, said);
    if (!found) continue;
    std::string out;
    for (std::size_t i = 0; i < one.fr.size(); ++i) {
      if (one.fr[i] != '{') {
        out += one.fr[i];
        continue;
      }
      out += found->at(static_cast<std::size_t>(one.fr[i + 1] - '0'));
      i += 2;
    }
    return out;
  }
  return std::string(said);
}

}  // namespace

std::string usage_sentence(const console& to, const CLI::ParseError& e) {
  return to.say("L'appel n'est pas correct : " + in_french(e.what()) + ". Voyez « activateur COMMANDE --help ».",
                std::string("The call is not right: ") + e.what() + ". See \"activateur COMMAND --help\".");
}

void complete_options(CLI::App& app) {
  constexpr double most = 1e9;  // beyond every figure of the library, within every whole number it becomes
  // As a shell gives for a variable that is not set: what was meant is not known.
  const CLI::Validator given(
      [](const std::string& text) { return text.empty() ? std::string("an empty value") : std::string{}; }, "");
  const CLI::Validator whole(
      [](const std::string& text) {
        return text.find('-') == std::string::npos ? std::string{} : "\"" + text + "\" is no number from 0 on";
      },
      "");
  const CLI::Validator figure(
      [](const std::string& text) {
        double value = 0;
        const bool read = CLI::detail::lexical_cast(text, value);
        return read && std::isfinite(value) && value >= 0 && value <= most
                   ? std::string{}
                   : "\"" + text + "\" is no number from 0 to 1e9";
      },
      "");
  for (CLI::Option* option : app.get_options()) {
    const std::string type = option->get_type_name();
    if (type.starts_with("UINT")) option->check(whole);
    if (type.starts_with("FLOAT")) option->check(figure);
    if (type.starts_with("TEXT")) option->check(given);
    // An option that may be repeated takes the value after it, never the words that follow.
    if (!option->get_positional()) option->allow_extra_args(false);
  }
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) complete_options(*command);
}

}  // namespace cli
