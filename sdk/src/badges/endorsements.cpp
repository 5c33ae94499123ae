#include "badges/checks.hpp"

namespace activateur {

void note_endorsements(const inquiry& q, const std::vector<const json*>& documents) {
  std::size_t count = 0;
  for (const json* document : documents) {
    if (document == nullptr) continue;
    for (const char* name : {"endorsement", "endorsementJwt"}) count += items_of(member(*document, name)).size();
  }
  if (count > 0) q.unknown("endorsements", say::endorsements_unchecked, {std::to_string(count)});
}

}  // namespace activateur
