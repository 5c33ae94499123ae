// A person with something of every kind, and a showcase of it.
#pragma once

#include "badges/issuing.hpp"
#include "shop.hpp"

namespace activateur::shop {

class with_showcase : public with_store {
 protected:
  void SetUp() override {
    with_store::SetUp();
    json told = experience();
    told["organisation"] = "orga-mot";
    told["place"] = "lieu-mot";
    told["evidence"] = {{{"kind", "photo"}, {"reference", "https://preuve.example/mot"}, {"label", "Photo"}},
                        {{"kind", "file"}, {"reference", "/srv/chemin-mot"}, {"label", "Attestation"}}};
    lived = must(shelf->add(self, id, "experience", told, now))["id"];
    const json grid = must(shelf->add(
        curator, "", "grid",
        {{"title", "Grille"}, {"criteria", {{{"id", "k"}, {"label", "Écoute"}, {"competence", "rome:120684"}}}}}, now));
    seen = must(shelf->add(guide, id, "observation",
                           {{"grid", grid["id"]},
                            {"by", "observateur-mot"},
                            {"items", {{{"criterion", "k"}, {"level", 3}, {"text", "constat-mot"}}}}},
                           now))["id"];
    said = must(shelf->add(guide, id, "feedback", feedback("level"), now))["id"];
    own = must(shelf->add(self, id, "self_assessment",
                          {{"competence", "rome:120684"}, {"level", 2}, {"text", "avis-mot"}}, now))["id"];
    badge = must(shelf->add_credential(self, id, signed_badge(), now))["id"];
  }

  static json feedback(const std::string& sharing) {
    return {{"competence", "rome:120684"}, {"level", 3},           {"role", "client"},
            {"by", "auteur-mot"},          {"text", "parole-mot"}, {"sharing", sharing}};
  }
  std::string signed_badge() {
    json out = must(read_json(slurp(fs::path(ACTIVATEUR_SOURCE_DIR) / "data/demo/credentials/repas.json")));
    out["id"] = "urn:uuid:5f0c8c1c-5a0a-4f6f-8a42-2b9b1e9a7d10";
    out["validFrom"] = "2026-01-01T00:00:00Z";
    out["validUntil"] = "2030-01-01T00:00:00Z";
    out["issuer"]["id"] = "did:key:" + key.public_part().multikey();
    return must(issue(out, key, {}, now));
  }

  [[nodiscard]] json draft(json items) const {
    return {{"title", "Mes soins"},
            {"introduction", "Bonjour."},
            {"audience", "destinataire-mot"},
            {"name", "Anna M."},
            {"language", "fr"},
            {"sections", {{{"title", "Ce que j'ai fait"}, {"items", std::move(items)}}}}};
  }
  [[nodiscard]] json everything() const {
    json out = json::array();
    for (const std::string& record : {lived, seen, said, own, badge}) out.push_back({{"record", record}});
    return out;
  }
  std::string drafted(const json& document) { return must(shelf->add(self, id, "showcase", document, now))["id"]; }
  json published(const std::string& draft_id) { return must(shelf->publish_showcase(self, draft_id, weighing(), now)); }
  json shown(const json& version) { return must(shelf->showcase_version(self, version["id"].get<std::string>(), now)); }
  json shared(const json& version, const json& terms = json::object()) {
    return must(shelf->share_showcase(self, version["id"].get<std::string>(), terms, now));
  }
  std::string opened(const json& link, const context& at) {
    return code(shelf->open_showcase(link["token"].get<std::string>(), at));
  }
  // Tells what it was asked to weigh.
  showcase_weighing weighing() {
    showcase_weighing out;
    out.opinions = [this](const json& portfolio, const std::vector<std::string>& competences) -> result<json> {
      weighed = portfolio;
      json list = json::array();
      for (std::size_t i = 0; i < competences.size(); ++i)
        list.push_back({{"belief", 0.4}, {"expectation", 0.5}, {"uncertainty", 0.6}, {"pieces", 2}});
      return list;
    };
    out.label = [](const std::string& c) -> std::string {
      return c == "rome:120684" ? "Écouter" : c == "rome:K1304" ? "Aide à domicile" : "";
    };
    return out;
  }

  const private_key key = must(private_key::generate(key_type::ed25519));
  std::string lived, seen, said, own, badge;
  json weighed;
};

}  // namespace activateur::shop
