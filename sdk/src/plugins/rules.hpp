// Asking a plugin's "activateur.rules/1" about one opportunity, and not believing the answer blindly.
#pragma once

#include "plugins/loaded_plugin.hpp"
#include "territory/territory.hpp"

namespace activateur {

// [thread-safe]: calls into the plugin take turns. Refused, with an error that names the plugin: a failure, an
// exception, more outcomes than were asked for, and any outcome that is not a sensible answer to this case.
result<std::vector<rule_outcome>> ask_rules(loaded_plugin& plugin, const rule_case& about, language lang);

}  // namespace activateur
