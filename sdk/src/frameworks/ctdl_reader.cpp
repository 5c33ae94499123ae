// CTDL-ASN: a competency framework as the Credential Registry gives it (JSON-LD, prefixes ceasn and ceterms), in its
// envelope or not.
#include "base/text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/json_node.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

const json* graph_of(const import_source& source) {
  if (!source.document || !source.document->is_object()) return nullptr;
  const json* top = &*source.document;
  if (const auto inner = top->find("decoded_resource"); inner != top->end() && inner->is_object()) top = &*inner;
  const auto graph = top->find("@graph");
  return graph == top->end() || !graph->is_array() ? nullptr : &*graph;
}

bool is_a(const json_node& node, std::string_view type) {
  for (const json_node& t : node.list("@type"))
    if (t.text() == type) return true;
  return false;
}

// A text, or a map from languages to texts or lists of texts.
std::vector<std::pair<std::string, std::string>> texts_of(const json_node& node, const char* name) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const json_node& value : node.list(name)) {
    if (!value.value().is_object()) {
      out.emplace_back("", value.text());
      continue;
    }
    for (const auto& [language, text] : value.value().items())
      for (const json_node& t : json_node(text).elements()) out.emplace_back(two_letters(language), t.text());
  }
  return out;
}

// A URI, or an object that has one.
std::string reference(const json_node& node) {
  const std::string id = node.text("@id");
  return id.empty() ? node.text() : id;
}

class ctdl_reader {
 public:
  ctdl_reader(const import_source& source, journal& faults)
      : source_(source),
        faults_(faults),
        graph_(json_node(*graph_of(source),
                         source.document->contains("decoded_resource") ? "/decoded_resource/@graph" : "/@graph")
                   .elements()) {}

  result<framework_draft> read() {
    framework_draft& draft = built_.draft;
    draft.language = "en";
    for (const json_node& node : graph_)
      if (is_a(node, "ceasn:CompetencyFramework")) {
        heads_.insert(node.text("@id"));
        if (const auto language = node.list("ceasn:inLanguage");
            !language.empty() && !two_letters(language[0].text()).empty())
          draft.language = two_letters(language[0].text());
        draft.id = "ctdl-" + last_segment(node.text("@id"));
        draft.title = in_own(node, "ceasn:name");
        draft.attribution = in_own(node, "ceasn:publisherName");
        draft.version = node.text("ceasn:dateModified");
        if (draft.version.empty()) draft.version = node.text("ceasn:dateCreated");
      }
    for (const json_node& node : graph_) {
      if (!faults_.going(++read_)) return progress_sink::cancelled();
      if (!is_a(node, "ceasn:Competency")) continue;
      if (auto done = read_competency(node); !done) faults_.add(std::move(done).why());
    }
    for (const json_node& node : graph_)
      if (is_a(node, "ceasn:Competency")) read_relations(node);
    built_.settle(faults_, source_.path);
    return std::move(built_.draft);
  }

 private:
  std::string in_own(const json_node& node, const char* name) const {
    std::string out;
    for (const auto& [language, text] : texts_of(node, name))
      if (out.empty() || language == built_.draft.language) out = text;
    return out;
  }

  result<void> read_competency(const json_node& node) {
    const std::string uri = node.text("@id");
    if (uri.empty()) return node.refuse(say::empty_value, {"@id"}, source_.path);
    const std::string label = in_own(node, "ceasn:competencyLabel");
    const std::string text = in_own(node, "ceasn:competencyText");
    if (label.empty() && text.empty()) return node.refuse(say::empty_value, {"ceasn:competencyText"}, source_.path);
    draft_competence* c = built_.add_competence(last_segment(uri));
    if (c == nullptr) return node.refuse(say::duplicate, {last_segment(uri)}, source_.path);
    c->uri = uri;
    c->label = label.empty() ? text : label;
    c->definition = label.empty() ? in_own(node, "ceasn:comment") : text;
    c->category = in_own(node, "ceasn:competencyCategory");
    if (c->category == "Knowledge") c->kind = competence_kind::knowledge;
    for (const char* name : {"ceasn:competencyLabel", "ceasn:competencyText"})
      for (const auto& [language, words] : texts_of(node, name))
        if (!language.empty() && language != built_.draft.language) add_label(c->labels, c->label, words, language);
    add_attribute(c->attributes, "ctid", node.text("ceterms:ctid"));
    add_attribute(c->attributes, "ctdl_code", node.text("ceasn:codedNotation"));
    add_attribute(c->attributes, "enumeration", node.text("ceasn:listID"));
    for (const json_node& level : node.list("ceasn:educationLevelType"))
      add_attribute(c->attributes, "education_level", last_segment(reference(level)));
    for (const json_node& level : node.list("ceasn:complexityLevel"))
      add_attribute(c->attributes, "level", last_segment(reference(level)));
    return {};
  }

  // Above it, from both ends: what it says it is a child of, and who says it is a child.
  void read_relations(const json_node& node) {
    const std::string code = last_segment(node.text("@id"));
    draft_competence* c = built_.competence(code);
    if (c == nullptr) return;
    for (const json_node& above : node.list("ceasn:isChildOf")) {
      std::string uri = reference(above);
      while (uri.ends_with('/')) uri.pop_back();  // as DQP writes that of its framework
      if (heads_.count(uri) != 0) continue;
      if (built_.competence(last_segment(uri)) != nullptr) {
        c->broader.push_back(last_segment(uri));
        continue;
      }
      const error unknown = above.refuse(say::unknown_code, {shortened(uri, 80)}, source_.path);
      static_cast<void>(faults_.note(unknown));
    }
    for (const json_node& child : node.list("ceasn:hasChild"))
      if (draft_competence* below = built_.competence(last_segment(reference(child))); below != nullptr)
        below->broader.push_back(code);
    const std::vector<std::pair<const char*, mapping_relation>> alignments{
        {"ceasn:exactAlignment", mapping_relation::exact}, {"ceasn:closeAlignment", mapping_relation::close},
        {"ceasn:majorAlignment", mapping_relation::close}, {"ceasn:minorAlignment", mapping_relation::related},
        {"ceasn:broadAlignment", mapping_relation::broad}, {"ceasn:narrowAlignment", mapping_relation::narrow},
        {"ceasn:alignTo", mapping_relation::related},      {"ceasn:prerequisiteAlignment", mapping_relation::related},
        {"skos:exactMatch", mapping_relation::exact}};
    for (const auto& [name, relation] : alignments)
      for (const json_node& other : node.list(name)) {
        const std::string uri = reference(other);
        if (uri.empty()) continue;
        const std::string last = last_segment(uri);
        const bool esco = uri.starts_with("http://data.europa.eu/esco/");
        const bool own = built_.competence(last) != nullptr;
        // A CTID, "ce-" and a UUID, is the same in every registry; of other addresses nothing is known.
        const bool identified = esco || own || last.starts_with("ce-");
        c->mappings.push_back({esco  ? "esco"
                               : own ? built_.draft.id
                                     : "ctdl",
                               identified ? last : uri, relation, 1000, name});
      }
  }

  const import_source& source_;
  journal& faults_;
  std::vector<json_node> graph_;
  draft_builder built_;
  std::set<std::string> heads_;
  std::uint64_t read_ = 0;
};

bool recognises(const import_source& source) {
  const json* graph = graph_of(source);
  return graph != nullptr && std::any_of(graph->begin(), graph->end(), [](const json& node) {
           return is_a(json_node(node), "ceasn:Competency") || is_a(json_node(node), "ceasn:CompetencyFramework");
         });
}

result<framework_draft> read_ctdl(const import_source& source, const import_options& /*options*/, journal& faults) {
  return ctdl_reader(source, faults).read();
}

}  // namespace

const import_format ctdl_asn{"ctdl-asn", recognises, read_ctdl};

}  // namespace activateur
