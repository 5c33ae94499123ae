#include "badges/issuer_key.hpp"

#include <algorithm>

#include "badges/assertion_messages.hpp"
#include "badges/did.hpp"
#include "badges/documents.hpp"
#include "badges/hosted_copy.hpp"
#include "badges/messages.hpp"
#include "badges/published_key.hpp"
#include "net/address.hpp"

namespace activateur {
namespace {

// What the name of a key leads to, before it is compared with the issuer.
struct named {
  std::optional<public_key> key;
  verdict found = verdict::indeterminate;
  sentence why;         // when there is no key
  bool is_key = false;  // the identifier is the key itself (did:key, did:jwk)
  bool own = false;     // the issuer's own document names it
  std::string party{};  // DID, or origin of the site, that publishes the key
  std::string owner{};  // whose its document says the key is; empty: the party's
};

class search {
 public:
  search(const inquiry& q, const key_claim& named, std::string issuer)
      : q_(q), named_(named), issuer_(std::move(issuer)) {}

  key_finding run() {
    out_.evidence = {{"issuer", issuer_}};
    std::optional<public_key> carried;
    if (named_.carried != nullptr) {
      auto read = public_key::from_jwk(*named_.carried);
      if (!read) return answer(verdict::invalid, read.why().what);
      carried = *std::move(read);
    }
    if (named_.id.empty()) {
      if (!carried) return answer(verdict::invalid, sentence(say::key_none));
      return link_carried(std::move(carried), verdict::indeterminate, sentence(say::key_unanchored, {issuer_}));
    }
    out_.evidence["kid"] = named_.id;
    named what = follow(named_.id);
    if (!what.key && what.found == verdict::indeterminate) {
      if (auto written = key_in_fragment()) {
        if (carried && carried->thumbprint() != written->thumbprint())
          return answer(verdict::invalid, sentence(say::key_contradiction));
        carried = std::move(written);
        in_fragment_ = true;
      }
    }
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
  key_finding answer(verdict v, sentence why, key_binding binding = key_binding::none) {
    out_.link = v;
    out_.binding = binding == key_binding::none && out_.key ? key_binding::unanchored : binding;
    if (out_.binding != key_binding::none) out_.evidence["binding"] = name(out_.binding);
    out_.why = std::move(why);
    return std::move(out_);
  }
  key_finding anchored(sentence why) { return answer(verdict::valid, std::move(why), key_binding::anchored); }
  key_finding self_asserted(sentence why) { return answer(verdict::valid, std::move(why), key_binding::self_asserted); }

  void use(std::optional<public_key> key) {
    out_.evidence["thumbprint"] = key->thumbprint();
    out_.key = std::move(key);
  }

  served document(const std::string& url) {
    served found = q_.look_up(url);
    if (found.at_hand) {
      json entry = found.evidence();
      json& list = out_.evidence["documents"];
      if (list.is_null()) list = json::array();
      if (std::find(list.begin(), list.end(), entry) == list.end()) list.push_back(std::move(entry));
      // A site that sends visitors anywhere they ask does not speak for what they find there.
      if (!stayed(found)) {
        q_.out.unreachable.emplace(without_fragment(url), sentence(say::key_redirected, {url, found.found_at}));
        found.at_hand = false;
      }
    }
    return found;
  }

  static named missing(const std::string& url) {
    return {{}, verdict::indeterminate, sentence(say::key_document, {url})};
  }
  static named refused(const message& m, std::vector<std::string> args) {
    return {{}, verdict::invalid, sentence(m, std::move(args))};
  }
  static named from(result<public_key> key, std::string party) {
    if (!key) return {{}, verdict_of(key.why()), key.why().what};
    return {*std::move(key), verdict::valid, {}, true, false, std::move(party), {}};
  }

  named follow(const std::string& kid) {
    if (kid.starts_with("did:")) return follow_did(kid);
    if (const auto address = read_web_address(kid)) {
      if (!address->secure()) return {{}, verdict::indeterminate, sentence(say::key_insecure, {kid})};
      named out = follow_document(kid, kid);
      out.party = address->origin();
      out.own = without_fragment(kid) == issuer_;  // whatever it calls itself
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
      here.own = true;
      if (here.key) return here;
      if (out.why.empty() || here.found == verdict::indeterminate) out = std::move(here);
    }
    return out;
  }

  named follow_document(const std::string& url, const std::string& kid) {
    const served found = document(std::string(without_fragment(url)));
    if (!found.good()) return missing(found.url);
    const json value = found.value();
    if (!value.is_object())  // a web page, most often
      return {{}, verdict::indeterminate, sentence(say::key_unreadable, {found.url})};
    named_key key = key_named(value, found.url, kid, q_.at);
    // What a document says of itself counts where it lies under that name.
    if (read_web_address(key.owner) && value.contains("id") && !same_but_for_tls(id_of(&value), found.url) &&
        id_of(&value) != kid)
      key.owner = found.url;
    return {std::move(key.key), key.found, std::move(key.why), false, false, {}, std::move(key.owner)};
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
    named_key key = key_named(value, *url, kid, q_.at);
    return {std::move(key.key), key.found, std::move(key.why), false, false, did->did, {}};
  }

  static std::vector<std::string> issuer_documents(const web_address& site) {
    return {site.origin() + site.path, site.origin() + "/.well-known/jwks.json"};
  }

  // A multikey written as the fragment of a URL: it lets the signature be checked, and says nothing of whose it is.
  [[nodiscard]] std::optional<public_key> key_in_fragment() const {
    const std::string fragment(fragment_of(named_.id));
    if (!fragment.starts_with('z')) return std::nullopt;
    auto read = public_key::from_multikey(fragment);
    return read ? std::optional(*std::move(read)) : std::nullopt;
  }

  // The credential writes the key within the issuer's own HTTPS id, as the examples of Open Badges 3.0 do, and nobody
  // has asked that address yet: one that was asked and did not answer leaves it open.
  [[nodiscard]] bool own_word() const {
    if (!in_fragment_ || !secure_site() || without_fragment(named_.id) != issuer_) return false;
    const served found = q_.look_up(issuer_);
    return !found.at_hand && found.why_not.empty();
  }

  // What the issuer's documents say of this very key, whatever its name (RFC 7638).
  struct listing {
    std::optional<sentence> anchored;
    bool others = false;  // they publish keys, and not this one
  };
  listing issuer_lists(const public_key& key) {
    listing out;
    if (const auto did = read_did_url(issuer_)) {
      if (did->method == "key" || did->method == "jwk") {
        out.others = true;
        return out;
      }
      const auto url = did->method == "web" ? address_of_did_web(*did) : std::nullopt;
      if (!url) return out;
      const served found = document(*url);
      if (!found.good()) return out;
      const json value = found.value();
      out.others = true;
      if (id_of(&value) == did->did && lists(value, key)) out.anchored = sentence(say::key_anchored, {*url});
      return out;
    }
    const auto site = read_web_address(issuer_);
    if (!site || !site->secure()) return out;
    for (const std::string& url : issuer_documents(*site)) {
      const served found = document(url);
      if (!found.good()) continue;
      const json value = found.value();
      if (lists(value, key)) {
        out.anchored = sentence(say::key_anchored, {url});
        return out;
      }
      out.others = out.others || !published_keys(value).empty();
    }
    return out;
  }

  [[nodiscard]] bool lists(const json& document, const public_key& key) const {
    const std::string id = id_of(&document);
    for (const published_key& k : published_keys(document)) {
      if (!k.for_assertions || (!k.controller.empty() && k.controller != id) || withdrawn(*k.material, q_.at)) continue;
      const auto read = read_published_key(*k.material);
      if (read && read->thumbprint() == key.thumbprint()) return true;
    }
    return false;
  }

  // The host's own list may name the keys of an issuer.
  [[nodiscard]] bool host_lists(const public_key& key) const {
    const trusted_issuer* entry = q_.asked.policy == nullptr ? nullptr : find_trusted(*q_.asked.policy, issuer_);
    return entry != nullptr && contains(entry->keys, key.thumbprint());
  }

  // A key that no document at hand publishes under its name.
  key_finding link_carried(std::optional<public_key> key, verdict otherwise, sentence why) {
    use(std::move(key));
    if (host_lists(*out_.key)) return anchored(sentence(say::key_trusted, {issuer_}));
    if (const auto did = read_did_url(issuer_); did && (did->method == "key" || did->method == "jwk")) {
      const named own = follow_did(issuer_);
      if (own.key && own.key->thumbprint() == out_.key->thumbprint())
        return self_asserted(sentence(say::key_self, {did->did}));
    }
    listing listed = issuer_lists(*out_.key);
    if (listed.anchored) return anchored(std::move(*listed.anchored));
    if (!listed.others && own_word())
      return answer(q_.asked.policy == nullptr || q_.asked.policy->accept_own_word ? verdict::valid : otherwise,
                    sentence(say::key_own_word, {issuer_}));
    return answer(otherwise, std::move(why));
  }

  key_finding link(named what) {
    use(std::move(what.key));
    const bool did = issuer_.starts_with("did:");
    if (did && what.party == issuer_)
      return what.is_key ? self_asserted(sentence(say::key_self, {what.party}))
                         : anchored(sentence(say::key_anchored, {what.party}));
    if (what.own) return anchored(sentence(say::key_anchored, {what.party}));
    if (host_lists(*out_.key)) return anchored(sentence(say::key_trusted, {issuer_}));
    listing listed = issuer_lists(*out_.key);
    if (listed.anchored) return anchored(std::move(*listed.anchored));
    // Another document of its site speaks for the issuer while its own does not say which keys are its.
    if (!listed.others && is_site(what.party) && (what.owner.empty() || speaks_for_issuer(what.owner)))
      return anchored(sentence(say::key_anchored, {what.party}));
    // An id that nobody can look up (urn:uuid) claims to be no one in particular: the key is the whole identity.
    if (what.is_key && issuer_.starts_with("urn:"))
      return self_asserted(sentence(say::key_only_identity, {issuer_, what.party}));
    // The issuer may publish the key where nothing is at hand.
    const bool may_publish = !listed.others && (did || (secure_site() && (what.is_key || on_site(what.party))));
    if (may_publish || (!did && !secure_site()))
      return answer(verdict::indeterminate, sentence(say::key_unanchored, {issuer_}));
    return answer(verdict::invalid, sentence(say::key_not_the_issuers, {named_.id, issuer_}));
  }

  [[nodiscard]] bool secure_site() const {
    const auto site = read_web_address(issuer_);
    return site && site->secure();
  }

  // The HTTPS address of a party that lies on the site which the issuer's id names; nothing for one that does not.
  [[nodiscard]] std::optional<web_address> on_site(const std::string& party) const {
    const auto issuer = read_web_address(issuer_);
    const auto did = read_did_url(party);
    const auto url = did && did->method == "web" ? address_of_did_web(*did) : std::optional(party);
    auto site = url ? read_web_address(*url) : std::nullopt;
    if (!issuer || !site || !site->secure() || site->authority() != issuer->authority()) return std::nullopt;
    return site;
  }

  // Whether the party is the whole site: a site may host many issuers, and what is one's (its profile, its did:web with
  // a path) says nothing of another's.
  [[nodiscard]] bool is_site(const std::string& party) const {
    const auto site = on_site(party);
    return site && (site->path == "/" || (party.starts_with("did:") && site->path == "/.well-known/did.json"));
  }

  // Whether a key that its document says is `owner`'s may be the issuer's: its own, or its site's.
  [[nodiscard]] bool speaks_for_issuer(const std::string& owner) const {
    return same_but_for_tls(owner, issuer_) || is_site(owner);
  }

  const inquiry& q_;
  const key_claim& named_;
  std::string issuer_;
  key_finding out_;
  bool in_fragment_ = false;  // the key is written in its own name
};

}  // namespace

key_finding find_key(const inquiry& q, const key_claim& named, const std::string& issuer) {
  return search(q, named, issuer).run();
}

}  // namespace activateur
