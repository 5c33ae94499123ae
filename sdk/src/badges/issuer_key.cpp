#include "badges/issuer_key.hpp"

#include <algorithm>

#include "badges/did.hpp"
#include "badges/documents.hpp"
#include "badges/messages.hpp"
#include "badges/published_key.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// What a `kid` leads to, before it is compared with the issuer.
struct named {
  std::optional<public_key> key;
  verdict found = verdict::indeterminate;
  sentence why;         // when there is no key
  bool is_key = false;  // the identifier is the key itself (did:key, did:jwk)
  std::string party{};  // DID, or origin of the site, that publishes the key
};

class search {
 public:
  search(const jws& token, std::string issuer, const document_source* known, instant at)
      : token_(token), issuer_(std::move(issuer)), known_(known), at_(at) {}

  key_finding run() {
    out_.evidence = {{"issuer", issuer_}};
    std::optional<public_key> carried;
    if (token_.key) {
      auto read = public_key::from_jwk(*token_.key);
      if (!read) return answer(verdict::invalid, read.why().what);
      carried = *std::move(read);
    }
    if (token_.key_id.empty()) {
      if (!carried) return answer(verdict::invalid, sentence(say::key_none));
      return link_carried(std::move(carried), verdict::indeterminate, sentence(say::key_unanchored, {issuer_}));
    }
    out_.evidence["kid"] = token_.key_id;
    named what = follow(token_.key_id);
    if (!what.key) {
      if (carried && what.found == verdict::indeterminate)
        return link_carried(std::move(carried), what.found, std::move(what.why));
      return answer(what.found, std::move(what.why));
    }
    if (carried && carried->thumbprint() != what.key->thumbprint())
      return answer(verdict::invalid, sentence(say::key_contradiction));
    return link(std::move(what));
  }

 private:
  key_finding answer(verdict v, sentence why) {
    out_.link = v;
    out_.why = std::move(why);
    return std::move(out_);
  }

  void use(std::optional<public_key> key) {
    out_.evidence["thumbprint"] = key->thumbprint();
    out_.key = std::move(key);
  }

  served document(const std::string& url) {
    served found = look_up(known_, url);
    if (found.at_hand) {
      json entry = found.evidence();
      json& list = out_.evidence["documents"];
      if (list.is_null()) list = json::array();
      if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(std::move(entry));
    }
    return found;
  }

  named missing(const std::string& url) { return {{}, verdict::indeterminate, sentence(say::key_document, {url})}; }
  static named refused(const message& m, std::vector<std::string> args) {
    return {{}, verdict::invalid, sentence(m, std::move(args))};
  }
  static named from(result<public_key> key, std::string party) {
    if (!key) return {{}, verdict::invalid, key.why().what};
    return {*std::move(key), verdict::valid, {}, true, std::move(party)};
  }

  named follow(const std::string& kid) {
    if (kid.starts_with("did:")) return follow_did(kid);
    if (const auto address = read_web_address(kid)) {
      if (!address->secure()) return {{}, verdict::indeterminate, sentence(say::key_insecure, {kid})};
      named out = follow_document(kid, kid);
      out.party = address->origin();
      return out;
    }
    if (has_scheme(kid)) return {{}, verdict::indeterminate, sentence(say::key_method, {kid})};
    return follow_name(kid.starts_with('#') ? kid.substr(1) : kid);
  }

  // A bare name is read within what the issuer publishes.
  named follow_name(const std::string& fragment) {
    if (issuer_.starts_with("did:")) return follow_did(issuer_ + '#' + fragment);
    const auto site = read_web_address(issuer_);
    if (!site || !site->secure()) return {{}, verdict::indeterminate, sentence(say::key_unanchored, {issuer_})};
    // While one of its documents is not at hand, the issuer may publish the key there.
    named out;
    for (const std::string& url : issuer_documents(*site)) {
      named here = follow_document(url, issuer_ + '#' + fragment);
      here.party = site->origin();
      if (here.key) return here;
      if (out.why.empty() || here.found == verdict::indeterminate) out = std::move(here);
    }
    return out;
  }

  named follow_document(const std::string& url, const std::string& kid) {
    const served found = document(std::string(without_fragment(url)));
    if (!found.good()) return missing(found.url);
    named_key key = key_named(found.value(), found.url, kid, at_);
    return {std::move(key.key), key.found, std::move(key.why)};
  }

  named follow_did(const std::string& kid) {
    const auto did = read_did_url(kid);
    if (!did) return refused(say::key_did, {kid});
    if (did->method == "key") {
      if (!did->fragment.empty() && did->fragment != did->id) return refused(say::key_not_listed, {did->did, kid});
      return from(public_key::from_multikey(did->id), did->did);
    }
    if (did->method == "jwk") {
      if (!did->fragment.empty() && did->fragment != "0") return refused(say::key_not_listed, {did->did, kid});
      const auto bytes = from_base64url(did->id);
      if (!bytes) return refused(say::key_did, {kid});
      const auto jwk = read_json(as_text(*bytes));
      if (!jwk) return refused(say::key_did, {kid});
      return from(public_key::from_jwk(*jwk), did->did);
    }
    if (did->method != "web") return {{}, verdict::indeterminate, sentence(say::key_method, {did->did})};
    const auto url = address_of_did_web(*did);
    if (!url) return refused(say::key_did, {kid});
    const served found = document(*url);
    if (!found.good()) return missing(*url);
    const json value = found.value();
    if (id_of(&value) != did->did) return refused(say::key_document_id, {*url, id_of(&value)});
    named_key key = key_named(value, *url, kid, at_);
    return {std::move(key.key), key.found, std::move(key.why), false, did->did};
  }

  static std::vector<std::string> issuer_documents(const web_address& site) {
    return {site.origin() + site.path, site.origin() + "/.well-known/jwks.json"};
  }

  // Whether what the issuer publishes lists this very key, whatever its name (RFC 7638).
  std::optional<sentence> issuer_lists(const public_key& key) {
    if (const auto did = read_did_url(issuer_)) {
      if (did->method == "key" || did->method == "jwk") {
        const named own = follow_did(issuer_);
        if (own.key && own.key->thumbprint() == key.thumbprint()) return sentence(say::key_self, {did->did});
        return std::nullopt;
      }
      const auto url = did->method == "web" ? address_of_did_web(*did) : std::nullopt;
      if (!url) return std::nullopt;
      const served found = document(*url);
      if (!found.good()) return std::nullopt;
      const json value = found.value();
      if (id_of(&value) != did->did || !lists(value, key)) return std::nullopt;
      return sentence(say::key_anchored, {*url});
    }
    const auto site = read_web_address(issuer_);
    if (!site || !site->secure()) return std::nullopt;
    for (const std::string& url : issuer_documents(*site)) {
      const served found = document(url);
      if (found.good() && lists(found.value(), key)) return sentence(say::key_anchored, {url});
    }
    return std::nullopt;
  }

  [[nodiscard]] bool lists(const json& document, const public_key& key) const {
    const std::string id = id_of(&document);
    for (const published_key& k : published_keys(document)) {
      if (!k.for_assertions || (!k.controller.empty() && k.controller != id) || withdrawn(*k.material, at_)) continue;
      const auto read = read_published_key(*k.material);
      if (read && read->thumbprint() == key.thumbprint()) return true;
    }
    return false;
  }

  key_finding link_carried(std::optional<public_key> key, verdict otherwise, sentence why) {
    use(std::move(key));
    if (auto listed = issuer_lists(*out_.key)) return answer(verdict::valid, std::move(*listed));
    return answer(otherwise, std::move(why));
  }

  key_finding link(named what) {
    use(std::move(what.key));
    if (what.party == issuer_ && what.is_key) return answer(verdict::valid, sentence(say::key_self, {what.party}));
    if (what.party == issuer_ || same_site(what.party))
      return answer(verdict::valid, sentence(say::key_anchored, {what.party}));
    if (auto listed = issuer_lists(*out_.key)) return answer(verdict::valid, std::move(*listed));
    if (!issuer_.starts_with("did:") && !secure_site())
      return answer(verdict::indeterminate, sentence(say::key_unanchored, {issuer_}));
    return answer(verdict::invalid, sentence(say::key_not_the_issuers, {token_.key_id, issuer_}));
  }

  [[nodiscard]] bool secure_site() const {
    const auto site = read_web_address(issuer_);
    return site && site->secure();
  }

  // The key's document came over HTTPS from the site that the issuer's id names.
  [[nodiscard]] bool same_site(const std::string& party) const {
    const auto issuer = read_web_address(issuer_);
    if (!issuer) return false;
    if (const auto did = read_did_url(party); did && did->method == "web") {
      const auto url = address_of_did_web(*did);
      const auto site = url ? read_web_address(*url) : std::nullopt;
      return site && site->authority() == issuer->authority();
    }
    const auto site = read_web_address(party);
    return site && site->secure() && site->authority() == issuer->authority();
  }

  const jws& token_;
  std::string issuer_;
  const document_source* known_;
  instant at_;
  key_finding out_;
};

}  // namespace

key_finding find_key(const jws& token, const std::string& issuer, const document_source* known, instant at) {
  return search(token, issuer, known, at).run();
}

}  // namespace activateur
