#include "badges/verification.hpp"

namespace activateur {
namespace {

void put(json& object, const char* name, const std::string& text) {
  if (!text.empty()) object[name] = text;
}

void put(json& object, const char* name, const std::optional<instant>& t) {
  if (t) object[name] = to_text(*t);
}

json describe(const achievement& what) {
  json out = json::object();
  put(out, "id", what.id);
  put(out, "name", what.name);
  put(out, "description", what.description);
  put(out, "criteria", what.criteria);
  put(out, "type", what.type);
  if (!what.tags.empty()) out["tags"] = what.tags;
  json alignments = json::array();
  for (const alignment& a : what.alignments) {
    json item = json::object();
    put(item, "target_url", a.target_url);
    put(item, "target_code", a.target_code);
    put(item, "target_framework", a.target_framework);
    put(item, "target_name", a.target_name);
    put(item, "target_type", a.target_type);
    alignments.push_back(std::move(item));
  }
  out["alignments"] = std::move(alignments);
  return out;
}

json describe(const credential& badge) {
  json out{{"version", name(badge.version)}, {"proof", name(badge.proof)}, {"evidence_count", badge.evidence_count}};
  put(out, "id", badge.id);
  put(out, "name", badge.name);
  if (!badge.types.empty()) out["types"] = badge.types;
  json issuer = json::object();
  put(issuer, "id", badge.issuer.id);
  put(issuer, "name", badge.issuer.name);
  put(issuer, "url", badge.issuer.url);
  out["issuer"] = std::move(issuer);
  out["achievement"] = describe(badge.what);
  put(out, "subject_id", badge.subject_id);
  put(out, "issued", badge.issued);
  put(out, "valid_from", badge.valid_from);
  put(out, "valid_until", badge.valid_until);
  return out;
}

std::string message_of(const check& c, language lang) {
  std::string out = c.why.text(lang);
  if (!c.cause.empty()) out += ' ' + c.cause.text(lang);
  return out;
}

json describe(const check& c, language lang) {
  json out{{"name", c.name}, {"verdict", name(c.result)}, {"code", c.why.code()}, {"message", message_of(c, lang)}};
  if (!c.evidence.is_null()) out["evidence"] = c.evidence;
  if (c.noted) out["noted"] = true;
  return out;
}

json describe(const verification& v, language lang) {
  json checks = json::array();
  for (const check& c : v.checks) checks.push_back(describe(c, lang));
  json out{{"source", v.source},
           {"verdict", name(v.overall)},
           {"binding", name(v.binding)},
           {"container", v.container.empty() ? "none" : v.container},
           {"credential", describe(v.subject)},
           {"checks", std::move(checks)}};
  put(out, "sha256", v.sha256);
  for (const verification& inner : v.contents) out["contents"].push_back(describe(inner, lang));
  return out;
}

}  // namespace

json to_document(const std::vector<verification>& results, const context& with) {
  json list = json::array();
  for (const verification& v : results) list.push_back(describe(v, with.lang));
  return {{"schema", "activateur/verification/1"}, {"results", std::move(list)}};
}

}  // namespace activateur
