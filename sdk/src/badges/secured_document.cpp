#include "badges/secured_document.hpp"

#include <algorithm>

#include "badges/integrity_messages.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

namespace say = integrity_messages;

// One value or a list of them, as JSON-LD takes both for the same.
std::vector<const json*> values_of(const json& object, const char* name) {
  std::vector<const json*> out;
  const auto found = object.find(name);
  if (found == object.end()) return out;
  if (!found->is_array()) return {&*found};
  for (const json& value : *found) out.push_back(&value);
  return out;
}

// The proofs that `proof` names by previousProof, in its order (Data Integrity 1.0 section 4.4, steps 4.2 and 4.3).
result<json> previous_proofs(const json& secured_document, const json& proof) {
  json matching = json::array();
  for (const json* wanted : values_of(proof, "previousProof")) {
    if (!wanted->is_string()) return fail(failure::input, say::previous_missing, {shortened(write_json(*wanted), 80)});
    const json* match = nullptr;
    std::size_t count = 0;
    for (const json* candidate : values_of(secured_document, "proof")) {
      if (!candidate->is_object() || candidate->value("id", json()) != *wanted) continue;
      match = candidate;
      ++count;
    }
    if (count != 1 || *match == proof)
      return fail(failure::input, say::previous_missing, {shortened(wanted->get_ref<const std::string&>(), 80)});
    matching.push_back(*match);
  }
  return matching;
}

// The document with these proofs alone, or none.
json unsecured(const json& secured_document, json&& previous) {
  json out = json::object();
  for (const auto& [name, value] : secured_document.items())
    if (name != "proof") out[name] = value;
  if (!previous.empty()) out["proof"] = std::move(previous);
  return out;
}

struct taken_apart {
  json previous;  // the proofs that `proof` builds on
  json configuration;
};

result<taken_apart> take_apart(const json& secured_document, const json& proof) {
  if (!secured_document.is_object() || !proof.is_object()) return fail(failure::input, say::no_object);
  if (const auto created = proof.find("created"); created != proof.end()) {
    if (!created->is_string() || !parse_date_time(created->get_ref<const std::string&>()))
      return fail(failure::input, say::created, {shortened(write_json(*created), 60)});
  }
  auto previous = previous_proofs(secured_document, proof);
  if (!previous) return std::move(previous).why();
  taken_apart out{*std::move(previous), json::object()};
  for (const auto& [name, value] : proof.items())
    if (name != "proofValue") out.configuration[name] = value;
  return out;
}

bool are_urls(const json& context) {
  if (!context.is_array()) return context.is_string();
  return std::all_of(context.begin(), context.end(), [](const json& each) { return each.is_string(); });
}

// A credential within a credential - an endorsement, an entry of a learner record - states its own contexts; so does
// the envelope of one, which must (Verifiable Credentials 2.0, "Enveloped Verifiable Credentials").
bool is_credential(const json& object) {
  const auto types = values_of(object, "type");
  return std::any_of(types.begin(), types.end(), [](const json* t) {
    return *t == "VerifiableCredential" || *t == "EnvelopedVerifiableCredential";
  });
}

// Whether there is a context other than URLs at the top of a credential; `pointer` says where, in front of what it
// held. Data Integrity 1.0 section 2.4.1: terms defined in place could make signed words mean anything.
bool context_in_place(const json& value, bool top, std::string_view set_aside, std::string& pointer) {
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!context_in_place(value[i], false, {}, pointer)) continue;
      pointer = '/' + std::to_string(i) + pointer;
      return true;
    }
  } else if (value.is_object()) {
    for (const auto& [name, member] : value.get_ref<const json::object_t&>()) {
      if (top && !set_aside.empty() && name == set_aside) continue;
      const bool wrong = name == "@context" ? !(top || is_credential(value)) || !are_urls(member)
                                            : member.is_structured() && context_in_place(member, false, {}, pointer);
      if (!wrong) continue;
      pointer = '/' + shortened(name, 60) + pointer;
      return true;
    }
  }
  return false;
}

// Whether an object may stand beside the one that `id` names, and name it too: an endorsement's subject, with nothing
// in it but the endorsement.
bool only_refers(const json& object) {
  const bool endorsed =
      values_of(object, "type").size() == 1 && *values_of(object, "type").front() == "EndorsementSubject";
  for (const auto& [name, value] : object.get_ref<const json::object_t&>())
    if (name != "id" && !(endorsed && (name == "type" || name == "endorsementComment"))) return false;
  return true;
}

// The place of another object that says more about what `id` names: its RDF would be the top's, out of sight of whoever
// reads the top. Empty: there is none.
std::string said_elsewhere(const json& value, const json& id, bool top) {
  if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      if (std::string at = said_elsewhere(value[i], id, false); !at.empty()) return '/' + std::to_string(i) + at;
  } else if (value.is_object()) {
    const auto named = value.find("id");
    if (!top && named != value.end() && *named == id && !only_refers(value)) return "/id";
    for (const auto& [name, member] : value.get_ref<const json::object_t&>()) {
      if (!member.is_structured()) continue;
      if (std::string at = said_elsewhere(member, id, false); !at.empty()) return '/' + shortened(name, 60) + at;
    }
  }
  return {};
}

std::optional<error> said_twice(const json& document, const std::string& before) {
  const auto id = document.find("id");
  if (id == document.end()) return std::nullopt;
  const std::string at = said_elsewhere(document, *id, true);
  if (at.empty()) return std::nullopt;
  return fail(failure::input, say::said_elsewhere, {before + at}, {{}, before + at, 0, 0});
}

}  // namespace

result<rdf_parts> views_for_rdf(const json& secured_document, const json& proof) {
  auto parts = take_apart(secured_document, proof);
  if (!parts) return std::move(parts).why();
  rdf_parts out;
  const bool chained = !parts->previous.empty();
  if (!chained) out.set_aside = "proof";
  if (chained) out.chained = unsecured(secured_document, std::move(parts->previous));
  const json& document = chained ? out.chained : secured_document;
  std::string pointer;
  if (context_in_place(document, true, out.set_aside, pointer))
    return fail(failure::input, say::context_inline, {pointer}, {{}, pointer, 0, 0});
  if (auto wrong = said_twice(document, {})) return *std::move(wrong);
  // Always the document's, whatever the proof says: a proof must not choose what its own members mean.
  out.configuration = std::move(parts->configuration);
  out.configuration.erase("@context");
  if (const auto context = document.find("@context"); context != document.end())
    out.configuration["@context"] = *context;
  if (context_in_place(out.configuration, true, {}, pointer))
    return fail(failure::input, say::context_inline, {"/proof" + pointer}, {{}, "/proof" + pointer, 0, 0});
  if (auto wrong = said_twice(out.configuration, "/proof")) return *std::move(wrong);
  return out;
}

result<secured_parts> parts_for_rdf(const json& secured_document, const json& proof) {
  auto parts = views_for_rdf(secured_document, proof);
  if (!parts) return std::move(parts).why();
  secured_parts out;
  out.document = parts->chained.is_null() ? unsecured(secured_document, {}) : std::move(parts->chained);
  out.configuration = std::move(parts->configuration);
  return out;
}

result<secured_parts> parts_for_jcs(const json& secured_document, const json& proof) {
  auto apart = take_apart(secured_document, proof);
  if (!apart) return std::move(apart).why();
  secured_parts parts{unsecured(secured_document, std::move(apart->previous)), std::move(apart->configuration), {}};
  const auto signed_context = parts.configuration.find("@context");
  if (signed_context == parts.configuration.end()) return parts;
  const auto whole = values_of(parts.document, "@context");
  const auto start = values_of(parts.configuration, "@context");
  if (whole.size() < start.size() ||
      !std::equal(start.begin(), start.end(), whole.begin(), [](const json* a, const json* b) { return *a == *b; }))
    return fail(failure::input, say::context_prefix, {}, {{}, "/@context", 0, 0});
  if (whole.size() > start.size()) parts.warning = sentence(say::context_unsigned);
  parts.document["@context"] = *signed_context;
  return parts;
}

jsonld_options rdf_options(const integrity_options& options) {
  jsonld_options how;
  how.contexts = options.contexts != nullptr ? options.contexts : &known_contexts();
  how.safe = true;
  how.plain = true;
  how.rdf_direction = "i18n-datatype";
  how.variant = options.variant;
  return how;
}

result<dataset> as_rdf(const json& document, const integrity_options& options) {
  return to_rdf(document, rdf_options(options));
}

}  // namespace activateur
