// activateur: the command line. It uses the public C++ headers alone.
#include <fcntl.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <new>

#include "commands.hpp"

namespace {

using namespace cli;

// Every command needs some hundred pages of heap. Asked for together they cost one call of the system; else each is a
// page fault of its own, dear on virtual machines.
void take_heap_at_once() {
  constexpr std::size_t bytes = 512U << 10U;
  constexpr std::size_t below_what_mmap_takes = 120U << 10U;
  mallopt(M_TOP_PAD, bytes);
  mallopt(M_TRIM_THRESHOLD, 8 * bytes);
  void* begin = std::malloc(below_what_mmap_takes);  // the heap grows by this and `bytes`
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const auto from = reinterpret_cast<std::uintptr_t>(begin) / page * page;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  if (from < end && end - from < 4 * bytes) madvise(reinterpret_cast<void*>(from), end - from, MADV_POPULATE_WRITE);
  std::free(begin);
}

// A standard stream that our caller has closed would give its number to the first file opened, a store even, and what
// is printed would go there. Opened the wrong way round, what is printed fails.
void hold_standard_streams() {
  for (int stream = 0; stream <= 2; ++stream)
    if (fcntl(stream, F_GETFD) == -1 && open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY) != stream) std::abort();
}

// What was printed is nowhere when standard output is full or closed: no success then.
exit_code told_whole(const console& to, exit_code code) {
  std::cout.flush();
  if (std::cout) return code;
  to.note(to.say("La sortie standard ne peut pas être écrite : la réponse est incomplète. Vérifiez l'espace libre.",
                 "Standard output cannot be written: the answer is incomplete. Check the free space."));
  return impossible;
}

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
  add_identify(app, to, chosen);
  add_analysis(app, to, chosen);
  add_batch(app, to, chosen);
  add_map(app, to, chosen);
  add_plan(app, to, chosen);
  add_persons(app, to, chosen);
  add_experience(app, to, chosen);
  add_achievements(app, to, chosen);
  add_wallet(app, to, chosen);
  add_showcase(app, to, chosen);
  add_upkeep(app, to, chosen);
  add_territory(app, to, chosen);
  add_plugin(app, to, chosen);
  complete_options(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    // Help and version are asked for; everything else is wrong usage.
    if (e.get_exit_code() == 0) return app.exit(e) == 0 ? done : wrong_usage;
    // The language asked for, wherever the parser stopped.
    for (int i = 1; i + 1 < argc; ++i)
      if (std::string_view(argv[i]) == "--lang" && std::string_view(argv[i + 1]) == "en") to.language = "en";
    if (to.language != "en") to.language = "fr";
    to.note(usage_sentence(to, e));
    return wrong_usage;
  }
  return chosen();
}

}  // namespace

int main(int argc, char** argv) {
  hold_standard_streams();
  take_heap_at_once();
  console to;
  try {
    return told_whole(to, run(argc, argv, to));
  } catch (const failure& e) {
    to.note(e.what());
    return e.code();
  } catch (const activateur::error& e) {
    to.note(to.sentence(e));
    return impossible;
  } catch (const std::bad_alloc&) {
    to.note(to.say("Mémoire insuffisante.", "Out of memory."));
  } catch (const std::exception& e) {
    to.note(to.say("Faute interne : ", "Internal fault: ") + e.what());
  }
  return impossible;
}
