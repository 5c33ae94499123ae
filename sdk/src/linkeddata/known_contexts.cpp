#include "linkeddata/context_cache.hpp"
#include "linkeddata/context_table.hpp"

namespace activateur {

// Nothing is read here: a table becomes a document when its URL is first used.
void context_library::add_known_contexts() {
  std::map<std::string, std::vector<state::content>, std::less<>> made;
  for (const known_context* group :
       {known_credentials_contexts(), known_open_badges_contexts(), known_security_contexts()}) {
    for (; group->url != nullptr; ++group) made[group->url].push_back({nullptr, group->table});
  }
  const std::unique_lock hold(state_->lock);
  for (auto& [url, contents] : made) state_->documents.insert_or_assign(url, std::move(contents));
  state_->forget();
}

const context_library& known_contexts() {
  struct built_in : context_library {
    built_in() { add_known_contexts(); }
  };
  static const built_in library;
  return library;
}

}  // namespace activateur
