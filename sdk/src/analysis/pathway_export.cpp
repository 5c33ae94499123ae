// Pathways as others read them.
#include <map>
#include <set>

#include "analysis/achievement_messages.hpp"
#include "analysis/pathway.hpp"
#include "base/text.hpp"

namespace activateur {
namespace {

namespace say = achievement_messages;
constexpr message of_these{"pathway.of", "{0} of {1}", "{0} sur {1}"};

std::string name_of(const pathway_step& s, const catalogue& among) {
  if (!s.label.empty()) return s.label;
  const catalogue_entry* entry = among.find(s.achievement);
  return entry == nullptr ? s.achievement : entry->what.name;
}

// Within double quotes of Mermaid, whose entities are written with "#".
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : shortened(text, 80)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '#' || c == '<' || c == '>' || c == '&' || c == ';' || c == '`')
      out += "#" + std::to_string(byte) + ";";
    else
      out += byte < 0x20 ? ' ' : c;
  }
  return out + '"';
}

}  // namespace

std::string mermaid_of(const pathway_description& of, const catalogue& among, language lang) {
  std::string out = "flowchart LR\n";
  std::map<std::string, std::string, std::less<>> node;
  for (const pathway_step& s : of.steps) {
    const std::string id = "s" + std::to_string(node.size());
    node[s.id] = id;
    out += "  " + id + "[" + quoted(name_of(s, among)) + "]\n";
  }
  for (const pathway_step& s : of.steps) {
    std::string to = node[s.id];
    if (s.after_least < s.after.size()) {  // a choice: what joins says how many it takes
      const std::string some =
          sentence(of_these, {std::to_string(s.after_least), std::to_string(s.after.size())}).text(lang);
      out += "  " + to + "j{{" + quoted(some) + "}} --> " + to + "\n";
      to += "j";
    }
    for (const std::string& before : s.after) out += "  " + node[before] + " --> " + to + "\n";
  }
  return out;
}

result<json> ctdl_of(const pathway_description& of, const catalogue& among, const std::string& address, language lang) {
  const auto in_language = [lang](const std::string& text) { return json{{lang == language::fr ? "fr" : "en", text}}; };
  std::map<std::string, std::string, std::less<>> ids;
  for (std::size_t i = 0; i < of.steps.size(); ++i) ids[of.steps[i].id] = address + "#step-" + std::to_string(i + 1);
  json graph = json::array();
  json pathway{{"@id", address}, {"@type", "ceterms:Pathway"}, {"ceterms:name", in_language(of.title)}};
  if (!of.text.empty()) pathway["ceterms:description"] = in_language(of.text);
  std::set<std::string, std::less<>> ends;  // steps that no other comes after
  for (const pathway_step& s : of.steps) ends.insert(s.id);
  for (const pathway_step& s : of.steps) {
    pathway["ceterms:hasPart"].push_back(ids[s.id]);
    for (const std::string& before : s.after) ends.erase(before);
  }
  if (ends.size() == 1) pathway["ceterms:hasDestinationComponent"] = ids[*ends.begin()];
  graph.push_back(std::move(pathway));
  for (const pathway_step& s : of.steps) {
    const catalogue_entry* entry = among.find(s.achievement);
    if (entry == nullptr) return fail(failure::not_found, say::unknown, {shortened(s.achievement, 120)});
    json component{{"@id", ids[s.id]},
                   {"@type", "ceterms:CredentialComponent"},
                   {"ceterms:name", in_language(name_of(s, among))},
                   {"ceterms:isPartOf", address}};
    if (const std::string badge = address_of(*entry); !badge.empty()) component["ceterms:proxyFor"] = badge;
    if (!s.after.empty()) {
      json condition{{"@id", ids[s.id] + "-after"},
                     {"@type", "ceterms:ComponentCondition"},
                     {"ceterms:requiredNumber", s.after_least}};
      for (const std::string& before : s.after) {
        condition["ceterms:targetComponent"].push_back(ids[before]);
        component["ceterms:hasChild"].push_back(ids[before]);
      }
      component["ceterms:hasCondition"] = condition.at("@id");
      graph.push_back(std::move(condition));
    }
    graph.push_back(std::move(component));
  }
  return json{{"@context", "https://credreg.net/ctdl/schema/context/json"}, {"@graph", std::move(graph)}};
}

}  // namespace activateur
