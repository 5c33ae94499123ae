#include "linkeddata/context_cache.hpp"
#include "linkeddata/context_table.hpp"

namespace activateur {
namespace {

// Nothing is read here: a table becomes a document when its URL is first used.
class built_in_contexts : public context_library {
 public:
  built_in_contexts() {
    auto& documents = inside().documents;
    for (const known_context* group :
         {known_credentials_contexts(), known_open_badges_contexts(), known_security_contexts()}) {
      for (; group->url != nullptr; ++group) documents[group->url].push_back({nullptr, group->table});
    }
  }
};

}  // namespace

const context_library& known_contexts() {
  static const built_in_contexts library;
  return library;
}

}  // namespace activateur
