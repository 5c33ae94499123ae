// What URLs serve, fetched when the host allows it: one guarded GET after another, remembered for a while.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "net/document_source.hpp"
#include "net/fetching.hpp"
#include "net/snapshot.hpp"

namespace activateur {

// What the host gave wins; the rest is fetched (fetching.hpp says what is refused), each URL once at a time, and kept
// with its moment. 404 and 410 are answers; a failure is kept like an answer, so that one verification does not try
// twice. Thread-safe.
class online_source : public document_source {
 public:
  using clock = std::function<instant()>;

  // `given` may be null; it must outlive the source and not change under a call. Fails on a CA file or a trusted host
  // that cannot be read.
  static result<std::unique_ptr<online_source>> open(network_options options, const snapshot* given,
                                                     clock now = system_now);

  [[nodiscard]] web_answer get(std::string_view url) const override;
  // Also the URLs that redirect to these bytes, and those they redirect to.
  [[nodiscard]] std::vector<std::string> serving(std::string_view body) const override;

  // Keeps what `before` fetched and keeps, with its moments; not its failures and counts. Before any other call.
  void inherit(const online_source& before);
  // Adds what was fetched and is kept to `to`, with its moment; what `to` already has stays.
  void copy_to(snapshot& to) const;

 private:
  struct entry {
    bool ready = false;  // false: somebody is fetching it
    instant when;
    web_answer answer;
  };
  using entry_ptr = std::shared_ptr<entry>;

  online_source(network_options options, const snapshot* given, clock now, tls_client tls);
  [[nodiscard]] bool fresh(const entry& kept) const;
  [[nodiscard]] web_answer fetch(std::string_view url) const;
  result<void> count(const std::string& host) const;

  const network_options options_;
  const snapshot* given_;
  const clock now_;
  const fetcher fetcher_;

  mutable std::mutex guard_;
  mutable std::condition_variable arrived_;
  mutable std::map<std::string, entry_ptr, std::less<>> kept_;  // by URL without fragment
  mutable std::size_t fetches_ = 0;
  mutable std::map<std::string, std::size_t, std::less<>> fetches_of_host_;
};

}  // namespace activateur
