#include "recognition/recognition.hpp"

#include "badges/batch.hpp"

namespace activateur {

// People have several e-mails and DIDs: the badge must have been given to one of them.
std::string recipient_of(const portfolio& person) {
  std::string out;
  for (const std::string& one : person.identities) out += one + '\n';
  return out;
}

result<recognition_state> recognise(const portfolio& of, const framework_set& frameworks, const policy& by,
                                    const verify_options& verifying, const context& with) {
  verify_options for_person = verifying;
  for_person.recipient = recipient_of(of);
  std::vector<verification> verifications;
  verifications.reserve(of.credentials.size());
  for (const portfolio_credential& held : of.credentials) {
    if (!with.progress.at(verifications.size(), of.credentials.size())) return progress_sink::cancelled();
    auto verified = verify_or_refuse({held.content, held.id}, for_person, with);
    if (!verified) return std::move(verified).why();
    verifications.push_back(*std::move(verified));
  }
  return weigh(of, std::move(verifications), frameworks, by, with);
}

}  // namespace activateur
