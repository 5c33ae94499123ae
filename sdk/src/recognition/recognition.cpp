#include "recognition/recognition.hpp"

#include <algorithm>

#include "crypto/digest.hpp"

namespace activateur {
namespace {

bool is_recipients(const verification& v) {
  return std::none_of(v.checks.begin(), v.checks.end(),
                      [](const check& c) { return c.name == "recipient" && c.result != verdict::valid; });
}

// Verifies for each identity of the person until one is the recipient: people have several e-mails and DIDs.
result<verification> verify_for(const portfolio& of, const portfolio_credential& held, verify_options verifying,
                                const context& with) {
  if (of.identities.empty()) return verify_credential(held.content, held.id, verifying, with);
  for (std::size_t i = 0;; ++i) {
    verifying.recipient = of.identities[i];
    auto verified = verify_credential(held.content, held.id, verifying, with);
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
    if (verified) {
      verifications.push_back(*std::move(verified));
      continue;
    }
    if (verified.why().kind == failure::cancelled) return std::move(verified).why();
    // One broken file among a person's badges must not hide the others: it becomes an answer.
    verification broken;
    broken.source = held.id;
    broken.overall = verdict::invalid;
    broken.sha256 = sha256_hex(held.content);
    broken.checks.push_back({"parse", verdict::invalid, verified.why().what, nullptr});
    verifications.push_back(std::move(broken));
  }
  return weigh(of, std::move(verifications), frameworks, by, with);
}

}  // namespace activateur
