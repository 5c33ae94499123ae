// An HTTP or HTTPS server on 127.0.0.1 that says exactly what a test wants, and stops with the test.
#pragma once

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "certificates.hpp"

namespace activateur::test {

// One connection, its request already read.
class visitor {
 public:
  visitor(int fd, SSL* tls, const std::atomic<bool>& stopping) : fd_(fd), tls_(tls), stopping_(stopping) {}
  std::string request;

  [[nodiscard]] std::string path() const {
    const auto from = request.find(' ') + 1;
    return request.substr(from, request.find(' ', from) - from);
  }
  // False when the client has gone, or the test ends.
  [[nodiscard]] bool say(const std::string& bytes) const {
    if (stopping_) return false;
    const auto n = tls_ != nullptr ? SSL_write(tls_, bytes.data(), static_cast<int>(bytes.size()))
                                   : static_cast<int>(::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    return n > 0;
  }
  [[nodiscard]] bool pause(int ms) const {
    pollfd watched{fd_, POLLRDHUP, 0};
    return ::poll(&watched, 1, ms) == 0 && !stopping_;
  }
  void vanish() { abrupt = true; }  // no close_notify
  bool abrupt = false;

 private:
  int fd_;
  SSL* tls_;
  const std::atomic<bool>& stopping_;
};

class loopback_server {
 public:
  using answer = std::function<void(visitor&)>;

  // `as` null: plain HTTP.
  loopback_server(const identity* as, answer says) : says_(std::move(says)) {
    if (as != nullptr) {
      tls_.reset(SSL_CTX_new(TLS_server_method()));
      SSL_CTX_use_certificate(tls_.get(), as->certificate.get());
      SSL_CTX_use_PrivateKey(tls_.get(), as->key.get());
    }
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(listening_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(listening_, 32), 0);
    ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    accepting_ = std::thread([this] { accept_all(); });
  }
  ~loopback_server() {
    stopping_ = true;
    ::shutdown(listening_, SHUT_RDWR);
    accepting_.join();
    ::close(listening_);
    for (std::thread& one : serving_) one.join();
  }
  loopback_server(const loopback_server&) = delete;
  loopback_server& operator=(const loopback_server&) = delete;

  void use_version(int version) { SSL_CTX_set_max_proto_version(tls_.get(), version); }
  [[nodiscard]] std::string at(const std::string& host) const { return host + ':' + std::to_string(port_); }
  [[nodiscard]] std::string url(const std::string& path, const std::string& host = "localhost") const {
    return (tls_ ? "https://" : "http://") + at(host) + path;
  }
  [[nodiscard]] int connections() const { return connections_; }
  [[nodiscard]] std::vector<std::string> requests() const {
    const std::lock_guard lock(guard_);
    return requests_;
  }

 private:
  void accept_all() {
    while (!stopping_) {
      const int fd = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      ++connections_;
      serving_.emplace_back([this, fd] { serve(fd); });
    }
  }
  void serve(int fd) {
    // Of this thread alone: the client must not need it.
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    timeval most{10, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &most, sizeof most);
    SSL* tls = nullptr;
    if (tls_) {
      tls = SSL_new(tls_.get());
      SSL_set_fd(tls, fd);
    }
    if (tls == nullptr || SSL_accept(tls) == 1) {
      visitor who(fd, tls, stopping_);
      char c = 0;
      while (!who.request.ends_with("\r\n\r\n") && (tls != nullptr ? SSL_read(tls, &c, 1) : ::recv(fd, &c, 1, 0)) == 1)
        who.request += c;
      if (who.request.ends_with("\r\n\r\n")) {
        {
          const std::lock_guard lock(guard_);
          requests_.push_back(who.request);
        }
        says_(who);
        if (tls != nullptr && !who.abrupt) SSL_shutdown(tls);
      }
    }
    SSL_free(tls);
    ::close(fd);
  }

  answer says_;
  std::unique_ptr<SSL_CTX, openssl_free<SSL_CTX_free>> tls_;
  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  mutable std::mutex guard_;
  std::vector<std::string> requests_;
  std::list<std::thread> serving_;
  std::thread accepting_;
};

inline std::string with_length(const std::string& body, const std::string& fields = {}, int status = 200) {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         fields + "\r\n" + body;
}

}  // namespace activateur::test
