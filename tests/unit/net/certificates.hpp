// A certificate authority for one test, and what it certifies.
#pragma once

#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>

#include "crypto/openssl.hpp"

namespace activateur::test {

using x509_ptr = std::unique_ptr<X509, openssl_free<X509_free>>;

struct identity {
  pkey_ptr key;
  x509_ptr certificate;
};

struct wanted_certificate {
  std::string names;  // "DNS:localhost,IP:127.0.0.1"
  long from_s = -3600, until_s = 3600;
  std::string called = {};  // its common name; empty: one of no host
};

inline identity certify(const wanted_certificate& wanted, const identity* by) {
  identity out{pkey_ptr(EVP_EC_gen("P-256")), x509_ptr(X509_new())};
  X509* made = out.certificate.get();
  static long serial = 1;
  X509_set_version(made, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made), ++serial);
  X509_gmtime_adj(X509_getm_notBefore(made), wanted.from_s);
  X509_gmtime_adj(X509_getm_notAfter(made), wanted.until_s);
  X509_set_pubkey(made, out.key.get());
  const std::string name = !wanted.called.empty() ? wanted.called : by == nullptr ? "Test authority" : "Test server";
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.data()), static_cast<int>(name.size()), -1, 0);
  X509* issuer = by == nullptr ? made : by->certificate.get();
  X509_set_issuer_name(made, X509_get_subject_name(issuer));
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, made, nullptr, nullptr, 0);
  const auto add = [&](int nid, const std::string& value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
    EXPECT_NE(extension, nullptr) << value;
    X509_add_ext(made, extension, -1);
    X509_EXTENSION_free(extension);
  };
  add(NID_basic_constraints, by == nullptr ? "critical,CA:TRUE" : "critical,CA:FALSE");
  if (!wanted.names.empty()) add(NID_subject_alt_name, wanted.names);
  X509_sign(made, by == nullptr ? out.key.get() : by->key.get(), EVP_sha256());
  return out;
}

inline std::string pem(const identity& one) {
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(out, one.certificate.get());
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(out, &bytes);
  std::string text(bytes, static_cast<std::size_t>(size));
  BIO_free(out);
  return text;
}

}  // namespace activateur::test
