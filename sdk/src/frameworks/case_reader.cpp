// IMS CASE 1.0 and 1.1: a CFPackage, as a CASE server answers at /CFPackages/{id} and authoring tools save it.
#include "base/text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/json_node.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message unknown_end{
    "case.unknown_item", "The item {0} of this association is in no package read. Add it, or remove the association.",
    "L'élément {0} de cette association n'est dans aucun paquet lu. Ajoutez-le, ou retirez l'association.", true};

std::optional<mapping_relation> relation_of(std::string_view association) {
  static const std::map<std::string_view, mapping_relation> known{
      {"exactMatchOf", mapping_relation::exact},    {"isRelatedTo", mapping_relation::related},
      {"isPeerOf", mapping_relation::related},      {"precedes", mapping_relation::related},
      {"isPartOf", mapping_relation::broad},        {"replacedBy", mapping_relation::replaced_by},
      {"isTranslationOf", mapping_relation::exact}, {"exemplar", mapping_relation::related},
      {"hasSkillLevel", mapping_relation::related}};
  const auto found = known.find(association);
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

class case_reader {
 public:
  case_reader(const import_source& source, journal& faults) : source_(source), faults_(faults) {}

  result<framework_draft> read() {
    const json_node package(*source_.document);
    const auto document = package.object("CFDocument");
    if (!document) return package.refuse(say::empty_value, {"CFDocument"}, source_.path);
    framework_draft& draft = built_.draft;
    document_code_ = document->text("identifier");
    draft.id = "case-" + document_code_.substr(0, 8);
    draft.version = document->text("version");
    if (draft.version.empty()) draft.version = document->text("lastChangeDateTime");
    draft.title = document->text("title");
    draft.attribution = document->text("creator");
    draft.language = two_letters(document->text("language"));
    if (draft.language.empty()) draft.language = "en";
    for (const json_node& item : package.list("CFItems")) {
      if (!faults_.going(++read_)) return progress_sink::cancelled();
      if (auto done = read_item(item); !done) faults_.add(std::move(done).why());
    }
    for (const json_node& association : package.list("CFAssociations")) {
      if (!faults_.going(++read_)) return progress_sink::cancelled();
      if (auto done = read_association(association); !done)
        if (auto noted = faults_.note(std::move(done).why()); !noted) return noted.why();
    }
    for (const json_node& rubric : package.list("CFRubrics")) read_rubric(rubric);
    built_.settle(faults_, source_.path);
    return std::move(built_.draft);
  }

 private:
  result<void> read_item(const json_node& item) {
    const std::string code = item.text("identifier");
    if (code.empty()) return item.refuse(say::empty_value, {"identifier"}, source_.path);
    const std::string statement = item.text("fullStatement");
    const std::string shorter = item.text("abbreviatedStatement");
    if (statement.empty() && shorter.empty()) return item.refuse(say::empty_value, {"fullStatement"}, source_.path);
    draft_competence* c = built_.add_competence(code);
    if (c == nullptr) return item.refuse(say::duplicate, {code}, source_.path);
    c->uri = item.text("uri");
    c->label = shorter.empty() ? statement : shorter;
    if (!shorter.empty() && shorter != statement) c->definition = statement;
    const std::string ended = item.text("statusEndDate");
    c->withdrawn = !ended.empty();
    c->category = item.text("CFItemType");
    add_attribute(c->attributes, "case_code", item.text("humanCodingScheme"));
    add_attribute(c->attributes, "item_type", c->category);
    for (const json_node& level : item.list("educationLevel"))
      add_attribute(c->attributes, "education_level", level.text());
    add_attribute(c->attributes, "enumeration", item.text("listEnumeration"));
    add_attribute(c->attributes, "notes", item.text("notes"));
    add_attribute(c->attributes, "valid_from", item.text("statusStartDate"));
    add_attribute(c->attributes, "valid_until", ended);
    const std::string language = two_letters(item.text("language"));
    add_label(c->labels, c->label, item.text("alternativeLabel"), language == built_.draft.language ? "" : language);
    return {};
  }

  result<void> read_association(const json_node& association) {
    const auto origin = association.object("originNodeURI");
    const auto destination = association.object("destinationNodeURI");
    if (!origin || !destination)
      return association.refuse(say::empty_value, {"originNodeURI, destinationNodeURI"}, source_.path);
    const std::string from = origin->text("identifier");
    const std::string to = destination->text("identifier");
    const std::string type = association.text("associationType");
    draft_competence* c = built_.competence(from);
    if (type == "isChildOf") {
      if (c == nullptr) return association.refuse(unknown_end, {shortened(from, 80)}, source_.path);
      add_attribute(c->attributes, "sequence", association.text("sequenceNumber"));
      if (to == document_code_) return {};
      if (built_.competence(to) == nullptr) return association.refuse(unknown_end, {shortened(to, 80)}, source_.path);
      c->broader.push_back(to);
      return {};
    }
    const auto relation = relation_of(type);
    if (!relation)
      return association.refuse(
          say::bad_value,
          {shortened(type, 80),
           "isChildOf, exactMatchOf, isRelatedTo, isPartOf, isPeerOf, precedes, replacedBy, exemplar, hasSkillLevel"},
          source_.path);
    // Packages also hold associations between items of others.
    if (c == nullptr) return {};
    const std::string framework = built_.competence(to) != nullptr ? built_.draft.id : "case";
    c->mappings.push_back({framework, to, *relation, 1000, type});
    if (*relation == mapping_relation::replaced_by) c->withdrawn = true;
    return {};
  }

  // What a criterion says of the item it is about: its levels, from the lowest position.
  void read_rubric(const json_node& rubric) {
    for (const json_node& criterion : rubric.list("CFRubricCriteria")) {
      const auto item = criterion.object("CFItemURI");
      draft_competence* c = item ? built_.competence(item->text("identifier")) : nullptr;
      if (c == nullptr) continue;
      for (const json_node& level : criterion.list("CFRubricCriterionLevels"))
        add_attribute(c->attributes, "rubric_level",
                      level.text("quality") + (level.has("quality") ? ": " : "") + level.text("description"));
    }
  }

  const import_source& source_;
  journal& faults_;
  draft_builder built_;
  std::string document_code_;
  std::uint64_t read_ = 0;
};

bool recognises(const import_source& source) { return source.document && source.document->contains("CFDocument"); }

result<framework_draft> read_case(const import_source& source, const import_options& /*options*/, journal& faults) {
  return case_reader(source, faults).read();
}

}  // namespace

const import_format case_package{"case", recognises, read_case};

}  // namespace activateur
