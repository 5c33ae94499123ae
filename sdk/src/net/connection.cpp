#include "net/connection.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/system_reason.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

constexpr std::size_t attempts_max = 4;

class tcp_stream : public byte_stream {
 public:
  tcp_stream(int fd, const patience& bounds, std::string host) : fd_(fd), bounds_(bounds), host_(std::move(host)) {}
  ~tcp_stream() override {
    if (fd_ >= 0) ::close(fd_);
  }
  tcp_stream(const tcp_stream&) = delete;
  tcp_stream& operator=(const tcp_stream&) = delete;

  result<void> connect(const ip_address& to, std::uint16_t port) {
    sockaddr_storage address{};
    socklen_t size = sizeof(sockaddr_in);
    if (to.v6) {
      auto* v6 = reinterpret_cast<sockaddr_in6*>(&address);
      v6->sin6_family = AF_INET6;
      v6->sin6_port = htons(port);
      std::memcpy(&v6->sin6_addr, to.bytes.data(), 16);
      size = sizeof(sockaddr_in6);
    } else {
      auto* v4 = reinterpret_cast<sockaddr_in*>(&address);
      v4->sin_family = AF_INET;
      v4->sin_port = htons(port);
      std::memcpy(&v4->sin_addr, to.bytes.data(), 4);
    }
    if (::connect(fd_, reinterpret_cast<const sockaddr*>(&address), size) == 0) return {};
    if (errno != EINPROGRESS && errno != EINTR) return unreachable(errno);
    if (auto ready = wait(POLLOUT, bounds_.connect); !ready) return ready;
    int failed = 0;
    socklen_t length = sizeof failed;
    if (::getsockopt(fd_, SOL_SOCKET, SO_ERROR, &failed, &length) != 0) failed = errno;
    if (failed == ETIMEDOUT) return fail(failure::io, network_timeout, {host_});
    return failed == 0 ? result<void>() : unreachable(failed);
  }

  result<std::size_t> read(char* into, std::size_t room) override {
    while (true) {
      // Also when bytes are always there: a peer that never stops sending must not hold us.
      if (bounds_.whole.passed()) return fail(failure::io, network_timeout, {host_});
      const ssize_t n = ::recv(fd_, into, room, 0);
      if (n >= 0) return static_cast<std::size_t>(n);
      if (errno == EINTR) continue;
      if (errno != EAGAIN && errno != EWOULDBLOCK) return unreachable(errno);
      if (auto ready = wait(POLLIN, bounds_.read); !ready) return std::move(ready).why();
    }
  }

  result<void> write(std::string_view bytes) override {
    while (!bytes.empty()) {
      if (bounds_.whole.passed()) return fail(failure::io, network_timeout, {host_});
      // The host's process must not die of a closed connection.
      const ssize_t n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(n));
        continue;
      }
      if (errno == EINTR) continue;
      if (errno != EAGAIN && errno != EWOULDBLOCK) return unreachable(errno);
      if (auto ready = wait(POLLOUT, bounds_.read); !ready) return ready;
    }
    return {};
  }

 private:
  [[nodiscard]] error unreachable(int code) const {
    return fail(failure::io, network_unreachable, {host_, system_reason(code)});
  }

  [[nodiscard]] result<void> wait(short what, deadline::duration most) const {
    const auto until = bounds_.whole.step(most);
    while (true) {
      const auto left = std::chrono::ceil<deadline::duration>(until - deadline::clock::now()).count();
      if (left <= 0) return fail(failure::io, network_timeout, {host_});
      pollfd watched{fd_, what, 0};
      const int n = ::poll(&watched, 1, static_cast<int>(std::min<std::int64_t>(left, 60'000)));
      if (n > 0) return {};
      if (n < 0 && errno != EINTR) return unreachable(errno);
    }
  }

  int fd_;
  patience bounds_;
  std::string host_;
};

}  // namespace

result<std::unique_ptr<byte_stream>> connect_to(const std::vector<ip_address>& addresses, std::uint16_t port,
                                                const patience& bounds, const std::string& host) {
  error last = fail(failure::io, network_name, {host});
  for (std::size_t i = 0; i < addresses.size() && i < attempts_max; ++i) {
    const int family = addresses[i].v6 ? AF_INET6 : AF_INET;
    const int fd = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) {
      last = fail(failure::io, network_unreachable, {host, system_reason(errno)});
      continue;
    }
    auto made = std::make_unique<tcp_stream>(fd, bounds, host);
    auto connected = made->connect(addresses[i], port);
    if (connected) return std::unique_ptr<byte_stream>(std::move(made));
    last = std::move(connected).why();
  }
  return last;
}

}  // namespace activateur
