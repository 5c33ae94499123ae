// Usage that is wrong, in the caller's language, and rules that hold for every option.
#include <cmath>
#include <optional>

#include "commands.hpp"

namespace cli {
namespace {

std::string between(const std::string& text, std::string_view before, std::string_view after) {
  const auto from = text.find(before);
  if (from == std::string::npos) return {};
  const auto begin = from + before.size();
  const auto end = after.empty() ? text.size() : text.find(after, begin);
  return end == std::string::npos ? std::string{} : text.substr(begin, end - begin);
}

// What the parser says in English, by its kinds of errors.
std::string in_french(const CLI::ParseError& e) {
  const std::string said = e.what();
  const auto is = [&](CLI::ExitCodes kind) { return e.get_exit_code() == static_cast<int>(kind); };
  if (is(CLI::ExitCodes::RequiredError)) {
    if (said.find("subcommand") != std::string::npos) return "il manque une commande";
    return "il manque " + said.substr(0, said.find(" is required"));
  }
  if (is(CLI::ExitCodes::ExtrasError)) return "inattendu : " + between(said, "expected: ", "");
  if (is(CLI::ExitCodes::ExcludesError)) {
    const auto middle = said.find(" excludes ");
    if (middle != std::string::npos)
      return said.substr(0, middle) + " ne va pas avec " + said.substr(middle + std::string_view(" excludes ").size());
  }
  if (is(CLI::ExitCodes::RequiresError)) {
    const auto middle = said.find(" requires ");
    if (middle != std::string::npos)
      return said.substr(0, middle) + " demande " + said.substr(middle + std::string_view(" requires ").size());
  }
  if (is(CLI::ExitCodes::ArgumentMismatch)) return "il manque une valeur, ou il y en a trop (" + said + ")";
  if (is(CLI::ExitCodes::ConversionError) || is(CLI::ExitCodes::ValidationError) || is(CLI::ExitCodes::InvalidError))
    return "une valeur n'est pas acceptée (" + said + ")";
  return said;
}

}  // namespace

std::string usage_sentence(const console& to, const CLI::ParseError& e) {
  return to.say("L'appel n'est pas correct : " + in_french(e) + ". Voyez « activateur COMMANDE --help ».",
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
