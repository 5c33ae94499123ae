#include "recognition/recognition.hpp"

#include "crypto/digest.hpp"

namespace activateur {

result<recognition_state> recognise(const portfolio& of, const framework_set& frameworks, const policy& by,
                                    const verify_options& verifying, const context& with) {
  std::vector<verification> verifications;
  verifications.reserve(of.credentials.size());
  for (const portfolio_credential& held : of.credentials) {
    if (!with.progress.at(verifications.size(), of.credentials.size())) return progress_sink::cancelled();
    auto verified = verify_credential(held.content, held.id, verifying, with);
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
