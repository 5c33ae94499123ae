#include "net/resolver.hpp"

#include <netdb.h>
#include <pthread.h>
#include <sys/socket.h>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

#include "base/word.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::size_t addresses_max = 64;

struct inquiry_state {
  std::mutex guard;
  std::condition_variable told;
  bool done = false;
  int status = 0;
  std::vector<ip_address> addresses;
};

void ask(const std::string& name, inquiry_state& state) noexcept {
  addrinfo wanted{};
  wanted.ai_family = AF_UNSPEC;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  int status = ::getaddrinfo(name.c_str(), nullptr, &wanted, &found);
  std::vector<ip_address> addresses;
  try {
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
      const auto address = ip_address_of(*one->ai_addr);
      if (address && std::find(addresses.begin(), addresses.end(), *address) == addresses.end())
        addresses.push_back(*address);
    }
  } catch (const std::bad_alloc&) {
    status = EAI_MEMORY;
  }
  if (found != nullptr) ::freeaddrinfo(found);
  const std::lock_guard lock(state.guard);
  state.status = status;
  state.addresses = std::move(addresses);
  state.done = true;
  state.told.notify_all();
}

// The host's signals are not for this thread.
bool start(const std::string& name, const std::shared_ptr<inquiry_state>& state) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  bool started = true;
  try {
    std::thread([name, state] { ask(name, *state); }).detach();
  } catch (const std::system_error&) {
    started = false;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  return started;
}

}  // namespace

result<std::vector<ip_address>> resolve_by_system(const std::string& asked, deadline::clock::time_point until) {
  const auto state = std::make_shared<inquiry_state>();
  const std::string name = asked.substr(0, asked.size() - (asked.ends_with('.') ? 1 : 0));  // for sentences
  if (!start(asked, state))
    return fail(failure::io, network_unreachable, {name, word_argument("no thread", "pas de fil d'exécution")});
  std::unique_lock lock(state->guard);
  if (!state->told.wait_until(lock, until, [&] { return state->done; }))
    return fail(failure::io, network_timeout, {name});
  if (state->status == EAI_NONAME || state->status == EAI_NODATA) return fail(failure::io, network_name, {name});
  if (state->status != 0) return fail(failure::io, network_unreachable, {name, ::gai_strerror(state->status)});
  // Some of very many would leave the rest unexamined.
  if (state->addresses.size() > addresses_max)
    return fail(failure::io, network_many_addresses, {name, std::to_string(addresses_max)});
  if (state->addresses.empty()) return fail(failure::io, network_name, {name});
  return std::move(state->addresses);
}

}  // namespace activateur
