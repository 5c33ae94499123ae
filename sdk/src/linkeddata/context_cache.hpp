// What a context library holds: documents, and the active contexts already made from them.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "linkeddata/active_context.hpp"
#include "linkeddata/jsonld.hpp"

namespace activateur {

// Terms in all cached contexts together, 100 to 500 bytes each; above, the cache is emptied.
inline constexpr std::size_t cached_terms_max = 200'000;
// A local context with a longer text is processed each time.
inline constexpr std::size_t cached_text_max = 16U << 10U;

struct context_library::state {
  // One content of a URL: a document, or a table not read yet (see context_table.hpp).
  struct content {
    std::shared_ptr<const json> document;
    const char* table = nullptr;
  };

  // The parent's id, the id of a term's scoped context, and the flags of processing.
  struct scoped_key {
    std::uint64_t parent = 0, scope = 0;
    std::uint8_t flags = 0;
    bool operator==(const scoped_key&) const = default;
  };
  struct scoped_hash {
    std::size_t operator()(const scoped_key& k) const {
      return (k.parent * 0x9E3779B97F4A7C15ULL) ^ (k.scope * 0xC2B2AE3D27D4EB4FULL) ^ k.flags;
    }
  };

  std::shared_mutex lock;                                              // over everything below but next_id
  std::map<std::string, std::vector<content>, std::less<>> documents;  // newest content first
  std::unordered_map<scoped_key, context_pointer, scoped_hash> scoped;
  // Keyed by the parent's id and the whole text of the local context, never by a digest an author could collide.
  std::unordered_map<std::string, context_pointer> local;
  std::size_t cached_terms = 0;
  std::atomic<std::uint64_t> next_id{1};

  std::uint64_t new_id() { return next_id.fetch_add(1, std::memory_order_relaxed); }

  // The whole document of a URL; null when it is not known.
  std::shared_ptr<const json> document(const std::string& url, std::size_t variant);
  context_pointer find(const scoped_key& key);
  context_pointer find(const std::string& key);
  void keep(const scoped_key& key, const context_pointer& made);
  void keep(const std::string& key, const context_pointer& made);
  // Forgets what was made from contexts that are replaced; `lock` is held. What is being made meanwhile hangs on old
  // roots, which nothing reaches any more: new roots have new ids.
  void forget();

 private:
  void make_room(const context_pointer& made);
};

}  // namespace activateur
