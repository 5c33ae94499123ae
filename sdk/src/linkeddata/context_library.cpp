#include "linkeddata/context_cache.hpp"
#include "linkeddata/context_table.hpp"

namespace activateur {

context_library::context_library() : state_(std::make_unique<state>()) {}
context_library::~context_library() = default;

void context_library::add(std::string url, json document) {
  state& s = *state_;
  const std::unique_lock hold(s.lock);
  s.documents[std::move(url)] = {state::content{std::make_shared<const json>(std::move(document)), nullptr}};
  s.forget();
}

void context_library::state::forget() {
  scoped.clear();
  local.clear();
  cached_terms = 0;
}

bool context_library::knows(std::string_view url) const {
  const std::shared_lock hold(state_->lock);
  return state_->documents.find(url) != state_->documents.end();
}

std::size_t context_library::known_variants(std::string_view url) const {
  const std::shared_lock hold(state_->lock);
  const auto at = state_->documents.find(url);
  return at == state_->documents.end() ? 0 : at->second.size();
}

std::shared_ptr<const json> context_library::state::document(const std::string& url, std::size_t variant) {
  const char* table = nullptr;
  {
    const std::shared_lock hold(lock);
    const auto at = documents.find(url);
    if (at == documents.end()) return nullptr;
    const content& found = at->second[std::min(variant, at->second.size() - 1)];
    if (found.document) return found.document;
    table = found.table;
  }
  auto made = std::make_shared<const json>(read_context_table(table));
  const std::unique_lock hold(lock);
  for (auto& entry : documents) {  // aliases share one document
    for (content& each : entry.second) {
      if (each.table == table && each.document) return each.document;
      if (each.table == table) each.document = made;
    }
  }
  return made;
}

context_pointer context_library::state::find(const scoped_key& key) {
  const std::shared_lock hold(lock);
  const auto at = scoped.find(key);
  return at == scoped.end() ? nullptr : at->second;
}

context_pointer context_library::state::find(const std::string& key) {
  const std::shared_lock hold(lock);
  const auto at = local.find(key);
  return at == local.end() ? nullptr : at->second;
}

void context_library::state::make_room(const context_pointer& made) {
  const std::size_t weight = made->terms.size() + 16;
  if (cached_terms + weight > cached_terms_max) forget();
  cached_terms += weight;
}

void context_library::state::keep(const scoped_key& key, const context_pointer& made) {
  const std::unique_lock hold(lock);
  make_room(made);
  scoped.emplace(key, made);
}

void context_library::state::keep(const std::string& key, const context_pointer& made) {
  if (key.size() > cached_text_max) return;
  const std::unique_lock hold(lock);
  make_room(made);
  local.emplace(key, made);
}

}  // namespace activateur
