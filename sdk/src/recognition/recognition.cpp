#include "recognition/recognition.hpp"

#include <algorithm>

#include "badges/batch.hpp"

namespace activateur {
namespace {

bool is_recipients(const verification& v) {
  return std::none_of(v.checks.begin(), v.checks.end(),
                      [](const check& c) { return c.name == "recipient" && c.result != verdict::valid; });
}

// Verifies for each identity of the person until one is the recipient: people have several e-mails and DIDs.
result<verification> verify_for(const portfolio& of, const portfolio_credential& held, verify_options verifying,
                                const context& with) {
  const credential_input input{held.content, held.id};
  if (of.identities.empty()) return verify_or_refuse(input, verifying, with);
  for (std::size_t i = 0;; ++i) {
    verifying.recipient = of.identities[i];
    auto verified = verify_or_refuse(input, verifying, with);
    if (!verified || is_recipients(*verified) || i + 1 == of.identities.size()) return verified;
  }
}

}  // namespace

result<recognition_state> recognise(const portfolio& of, const framework_set& frameworks, const policy& by,
                                    const verify_options& verifying, const context& with) {
  std::vector<verification> verifications;
  verifications.reserve(of.credentials.size());
  for (const portfolio_credential& held : of.credentials) {
    if (!with.progress.at(verifications.size(), of.credentials.size())) return progress_sink::cancelled();
    auto verified = verify_for(of, held, verifying, with);
    if (!verified) return std::move(verified).why();
    verifications.push_back(*std::move(verified));
  }
  return weigh(of, std::move(verifications), frameworks, by, with);
}

}  // namespace activateur
