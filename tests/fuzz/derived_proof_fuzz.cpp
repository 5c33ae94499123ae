// Any bytes as the value of a derived proof (ecdsa-sd-2023), behind its header: CBOR read strictly or refused.
#include <cstdint>
#include <cstdlib>

#include "badges/ecdsa_sd.hpp"

namespace activateur {
namespace {

void run(octet_view bytes) {
  octets value = {0xD9, 0x5D, 0x01};
  value.insert(value.end(), bytes.begin(), bytes.end());
  const auto read = read_derived_proof('u' + to_base64url(value));
  if (!read) {
    if (read.why().text(language::fr).empty()) std::abort();
    return;
  }
  if (read->base_signature.size() != 64 || read->proof_key.size() != 35 || read->signatures.size() > value.size() / 64)
    std::abort();
}

}  // namespace
}  // namespace activateur

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  activateur::run({bytes, size});
  return 0;
}
