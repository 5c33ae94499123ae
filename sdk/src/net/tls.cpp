#include "net/tls.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <vector>

#include "base/word.hpp"
#include "crypto/openssl.hpp"
#include "net/ip_address.hpp"
#include "net/messages.hpp"

namespace activateur {
namespace {

using namespace net_messages;

using ssl_ptr = std::unique_ptr<SSL, openssl_free<SSL_free>>;

constexpr std::size_t record_bytes = 16U << 10U;  // RFC 8446 section 5.1

std::string openssl_reason() {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = ERR_reason_error_string(code);
  return reason == nullptr ? "?" : reason;
}

// OpenSSL reads and writes memory; the bytes travel through `plain`, which bounds every wait and raises no signal.
class tls_stream : public byte_stream {
 public:
  tls_stream(ssl_ptr session, std::unique_ptr<byte_stream> plain, std::string host)
      : session_(std::move(session)), plain_(std::move(plain)), host_(std::move(host)), buffer_(record_bytes) {}

  result<void> shake_hands() {
    auto done = until([&] { return SSL_connect(session_.get()); });
    if (done && *done == 0) return fail(failure::io, network_tls, {host_, word_argument("closed", "connexion fermée")});
    if (!done) return std::move(done).why();
    proven_ = true;
    return {};
  }

  result<std::size_t> read(char* into, std::size_t room) override {
    const int most = static_cast<int>(std::min<std::size_t>(room, 1U << 20U));
    return until([&] { return SSL_read(session_.get(), into, most); });
  }

  result<void> write(std::string_view bytes) override {
    if (bytes.empty()) return {};
    auto done = until([&] { return SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size())); });
    return done ? result<void>() : result<void>(std::move(done).why());
  }

 private:
  // Repeats `step` with what the peer sends until it gives a number of bytes; 0 at the orderly end (close_notify).
  template <class Step>
  result<std::size_t> until(Step&& step) {
    while (true) {
      ERR_clear_error();
      const int n = step();
      const int why = SSL_get_error(session_.get(), n);
      if (auto sent = flush(); !sent && (n > 0 || why == SSL_ERROR_WANT_READ)) return std::move(sent).why();
      if (n > 0) return static_cast<std::size_t>(n);
      if (why == SSL_ERROR_ZERO_RETURN) return std::size_t{0};
      if (why != SSL_ERROR_WANT_READ) return refusal();
      auto got = plain_->read(buffer_.data(), buffer_.size());
      if (!got) return std::move(got).why();
      // Without close_notify an answer may have been cut short by anybody (RFC 8446 section 6.1).
      if (*got == 0)
        return fail(failure::io, proven_ ? network_cut : network_tls,
                    {host_, word_argument("connection cut", "connexion coupée")});
      if (BIO_write(SSL_get_rbio(session_.get()), buffer_.data(), static_cast<int>(*got)) <= 0)
        return fail(failure::io, network_tls, {host_, openssl_reason()});
    }
  }

  result<void> flush() {
    char* bytes = nullptr;
    BIO* out = SSL_get_wbio(session_.get());
    const long size = BIO_get_mem_data(out, &bytes);
    if (size <= 0) return {};
    auto sent = plain_->write({bytes, static_cast<std::size_t>(size)});
    (void)BIO_reset(out);
    return sent;
  }

  [[nodiscard]] error refusal() const {
    const long certificate = SSL_get_verify_result(session_.get());
    std::string reason = certificate != X509_V_OK ? X509_verify_cert_error_string(certificate) : openssl_reason();
    ERR_clear_error();
    return fail(failure::io, proven_ ? network_cut : network_tls, {host_, std::move(reason)});
  }

  ssl_ptr session_;
  std::unique_ptr<byte_stream> plain_;
  std::string host_;
  bool proven_ = false;  // hands were shaken
  std::vector<char> buffer_;
};

}  // namespace

result<tls_client> tls_client::open(const std::string& ca_file) {
  ERR_clear_error();
  const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
  if (context == nullptr || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1)
    return fail(failure::io, network_tls_start, {openssl_reason()});
  if (!ca_file.empty() && SSL_CTX_load_verify_file(context.get(), ca_file.c_str()) != 1) {
    ERR_clear_error();
    return fail(failure::input, network_ca_file, {ca_file});
  }
  ERR_clear_error();
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
  SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);  // nothing links one fetch to another
  tls_client made;
  made.trust_->context = context;
  return made;
}

result<std::unique_ptr<byte_stream>> tls_client::secure(std::unique_ptr<byte_stream> plain,
                                                        const std::string& host) const {
  const auto broken = [&] { return fail(failure::io, network_tls, {host, openssl_reason()}); };
  SSL_CTX* context = trust_->context.get();
  // Where there are none, or they cannot be read, nobody is trusted.
  std::call_once(trust_->complete, [&] { SSL_CTX_set_default_verify_paths(context); });
  ssl_ptr session(SSL_new(context));
  BIO* in = BIO_new(BIO_s_mem());
  BIO* out = BIO_new(BIO_s_mem());
  if (session == nullptr || in == nullptr || out == nullptr) {
    BIO_free(in);
    BIO_free(out);
    return broken();
  }
  BIO_set_mem_eof_return(in, -1);  // empty means "not yet"
  SSL_set_bio(session.get(), in, out);
  X509_VERIFY_PARAM* wanted = SSL_get0_param(session.get());
  // RFC 9525 section 6.3: a name stands in subjectAltName; a common name says nothing.
  X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
  if (read_ip_address(host)) {
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) != 1) return broken();
  } else if (X509_VERIFY_PARAM_set1_host(wanted, host.data(), host.size()) != 1 ||
             SSL_set_tlsext_host_name(session.get(), host.c_str()) != 1) {
    return broken();
  }
  auto made = std::make_unique<tls_stream>(std::move(session), std::move(plain), host);
  if (auto shaken = made->shake_hands(); !shaken) return std::move(shaken).why();
  return std::unique_ptr<byte_stream>(std::move(made));
}

}  // namespace activateur
