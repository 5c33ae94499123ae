// activateur: the command line. It uses the public C++ headers alone.
#include <iostream>
#include <new>

#include "commands.hpp"

namespace {

using namespace cli;

exit_code run(int argc, char** argv, console& to) {
  CLI::App app("Activateur: open recognition of competences, from badges to an action plan", "activateur");
  app.set_version_flag("--version", std::string(activateur::view(adp_version_string())));
  app.require_subcommand(1);
  app.fallthrough();
  app.add_flag("--json", to.as_json, "One JSON document on standard output");
  app.add_option("--lang", to.language, "fr or en; default: fr")->check(CLI::IsMember({"fr", "en"}));
  chosen_command chosen;
  add_demo(app, to, chosen);
  add_verify(app, to, chosen);
  add_credentials(app, to, chosen);
  add_framework(app, to, chosen);
  add_analysis(app, to, chosen);
  add_plan(app, to, chosen);
  add_plugin(app, to, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    // Help and version are asked for; everything else is wrong usage.
    return app.exit(e) == 0 ? done : wrong_usage;
  }
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  console to;
  try {
    return run(argc, argv, to);
  } catch (const failure& e) {
    to.note(e.what());
    return e.code();
  } catch (const activateur::error& e) {
    to.note(e.what());
    return impossible;
  } catch (const std::bad_alloc&) {
    to.note(to.say("Mémoire insuffisante.", "Out of memory."));
  } catch (const std::exception& e) {
    to.note(to.say("Faute interne : ", "Internal fault: ") + e.what());
  }
  return impossible;
}
