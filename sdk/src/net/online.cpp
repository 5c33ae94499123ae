#include "net/online.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::size_t urls_kept_max = 4096;  // refusals cost no fetch, but memory

// Lower case, as web_address has it.
result<std::string> read_authority(const std::string& text) {
  const auto read = read_web_address("https://" + text);
  if (!read || read->path != "/" || !read->fragment.empty() || text.find_first_of("/?#") != std::string::npos)
    return fail(failure::input, network_authority, {shortened(text, 80)});
  if (const int port = read->port.empty() ? 443 : std::stoi(read->port); port < 1 || port > 65'535)
    return fail(failure::input, network_authority, {shortened(text, 80)});
  return read->authority();
}

}  // namespace

result<std::unique_ptr<online_source>> online_source::open(network_options options, const snapshot* given, clock now) {
  for (std::string& one : options.trusted_private_hosts) {
    auto read = read_authority(one);
    if (!read) return std::move(read).why();
    one = *std::move(read);
  }
  auto tls = tls_client::open(options.ca_file);
  if (!tls) return std::move(tls).why();
  return std::unique_ptr<online_source>(new online_source(std::move(options), given, std::move(now), *std::move(tls)));
}

online_source::online_source(network_options options, const snapshot* given, clock now, tls_client tls)
    : options_(std::move(options)),
      given_(given),
      now_(std::move(now)),
      fetcher_(options_, std::move(tls), [this](const std::string& host) { return count(host); }) {}

bool online_source::fresh(const entry& kept) const {
  const std::int64_t age = now_().ms - kept.when.ms;
  return age >= 0 && age <= options_.max_age_ms;
}

result<void> online_source::count(const std::string& host) const {
  const std::lock_guard lock(guard_);
  std::size_t& of_host = fetches_of_host_[host];
  if (fetches_ >= options_.fetches_max)
    return fail(failure::limit, network_limit, {host, std::to_string(options_.fetches_max)});
  if (of_host >= options_.fetches_per_host_max)
    return fail(failure::limit, network_limit, {host, std::to_string(options_.fetches_per_host_max)});
  ++fetches_;
  ++of_host;
  return {};
}

web_answer online_source::fetch(std::string_view url) const {
  auto done = fetcher_.fetch(url);
  if (!done) return {std::nullopt, done.why().what};
  return {web_document{done->status, std::make_shared<const std::string>(std::move(done->body)), std::move(done->url),
                       now_(), std::move(done->next), done->total},
          {}};
}

web_answer online_source::get(std::string_view asked) const {
  if (given_ != nullptr)
    if (web_answer known = given_->get(asked); known.document) return known;
  const std::string_view url = without_fragment(asked);
  entry_ptr mine;
  {
    std::unique_lock lock(guard_);
    while (true) {
      const auto found = kept_.find(url);
      if (found == kept_.end()) break;
      const entry_ptr other = found->second;
      // The one that fetches is bounded in time, and so is this wait.
      arrived_.wait(lock, [&] { return other->ready; });
      if (fresh(*other)) return other->answer;
      // Too old: gone, unless somebody has already replaced it.
      if (const auto still = kept_.find(url); still != kept_.end() && still->second == other) kept_.erase(still);
    }
    if (kept_.size() >= urls_kept_max) kept_.clear();
    mine = kept_.emplace(std::string(url), std::make_shared<entry>()).first->second;
  }
  // Whatever happens (memory may run out), those who wait are told.
  struct settle {
    const online_source& source;
    entry& made;
    ~settle() {
      const std::lock_guard lock(source.guard_);
      made.ready = true;
      source.arrived_.notify_all();
    }
  };
  const settle at_end{*this, *mine};
  web_answer answer = fetch(url);
  const std::lock_guard lock(guard_);
  mine->when = now_();
  mine->answer = std::move(answer);
  return mine->answer;
}

std::vector<std::string> online_source::serving(std::string_view body) const {
  std::vector<std::string> out = given_ == nullptr ? std::vector<std::string>{} : given_->serving(body);
  {
    const std::lock_guard lock(guard_);
    for (const auto& [url, kept] : kept_) {
      if (!kept->ready || !kept->answer.document || !fresh(*kept)) continue;
      const web_document& document = *kept->answer.document;
      if (document.status != 200 || *document.body != body) continue;
      out.push_back(url);
      out.push_back(document.url);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void online_source::inherit(const online_source& before) {
  const std::lock_guard lock(before.guard_);
  for (const auto& [url, kept] : before.kept_)
    if (kept->ready && kept->answer.document) kept_.insert_or_assign(url, std::make_shared<entry>(*kept));
}

void online_source::copy_to(snapshot& to) const {
  const std::lock_guard lock(guard_);
  for (const auto& [url, kept] : kept_) {
    if (!kept->ready || to.get(url).document) continue;
    if (kept->answer.document)
      to.add(url, *kept->answer.document);
    else
      to.add_failure(url);
  }
}

}  // namespace activateur
