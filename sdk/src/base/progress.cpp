#include "base/progress.hpp"

namespace activateur {
namespace {
constexpr message stopped{"cancelled", "The operation was stopped at the host's request.",
                          "L'opération a été arrêtée à la demande du logiciel hôte."};
}

error progress_sink::cancelled() { return fail(failure::cancelled, stopped); }

}  // namespace activateur
