#include "frameworks/export.hpp"

#include <algorithm>
#include <array>

#include "base/shown_text.hpp"
#include "base/text.hpp"
#include "crypto/digest.hpp"
#include "frameworks/csv.hpp"

namespace activateur {
namespace {

constexpr message unknown_format{"export.format", "\"{0}\" is no format of exports; there are: case, csv.",
                                 "« {0} » n'est pas un format d'export ; il y a : case, csv."};
constexpr message bad_base{"export.base", "\"{0}\" is no URL that ends with '/', as https://frameworks.example/.",
                           "« {0} » n'est pas une URL terminée par '/', comme https://frameworks.example/."};

bool is_guid(std::string_view s) {
  if (s.size() != 36) return false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool bar = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = (s[i] >= '0' && s[i] <= '9') || (s[i] >= 'a' && s[i] <= 'f');
    if (bar ? s[i] != '-' : !digit) return false;
  }
  return s[14] >= '1' && s[14] <= '5' && std::string_view("89ab").find(s[19]) != std::string_view::npos;
}

// RFC 4122, 4.3 in its form (version 5, variant 10), over SHA-256 instead of SHA-1.
std::string guid_of(const std::string& name) {
  std::string hex = sha256_hex(name).substr(0, 32);
  hex[12] = '5';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4U];
  for (const std::size_t at : {8U, 13U, 18U, 23U}) hex.insert(at, 1, '-');
  return hex;
}

std::string_view association_of(mapping_relation r) {
  switch (r) {
    case mapping_relation::exact: return "exactMatchOf";
    case mapping_relation::broad: return "isPartOf";
    case mapping_relation::replaced_by: return "replacedBy";
    case mapping_relation::close:
    case mapping_relation::narrow:
    case mapping_relation::related: return "isRelatedTo";
  }
  return "isRelatedTo";
}

class case_writer {
 public:
  case_writer(const framework& f, std::string base, instant when)
      : f_(f), base_(std::move(base)), when_(to_text(when)), id_(f.id()) {}

  json write() {
    const json document = node(guid_of(id_), "CFDocuments", {});
    json items = json::array();
    for (std::uint32_t i = 0; i < f_.counts().competences; ++i) {
      items.push_back(item(i));
      relate(i, document);
    }
    json head{{"identifier", document["identifier"]},
              {"uri", document["uri"]},
              {"creator", f_.attribution().empty() ? f_.id() : f_.attribution()},
              {"title", f_.title()},
              {"version", f_.version()},
              {"language", f_.language()},
              {"lastChangeDateTime", when_}};
    return {
        {"CFDocument", std::move(head)}, {"CFItems", std::move(items)}, {"CFAssociations", std::move(associations_)}};
  }

 private:
  [[nodiscard]] json node(const std::string& guid, const char* kind, std::string_view uri) const {
    return {{"identifier", guid}, {"uri", uri.empty() ? base_ + kind + "/" + guid : std::string(uri)}, {"title", id_}};
  }
  [[nodiscard]] std::string guid(std::string_view framework, std::string_view code) const {
    return is_guid(code) ? std::string(code) : guid_of(std::string(framework) + ":" + std::string(code));
  }
  [[nodiscard]] json node_of(std::uint32_t i) const {
    const competence_view c = f_.competence(i);
    json out = node(guid(id_, c.code), "CFItems", c.uri);
    out["title"] = c.label;
    return out;
  }

  [[nodiscard]] json item(std::uint32_t i) const {
    const competence_view c = f_.competence(i);
    json out = node(guid(id_, c.code), "CFItems", c.uri);
    out.erase("title");
    out["fullStatement"] = c.definition.empty() ? c.label : c.definition;
    if (!c.definition.empty()) out["abbreviatedStatement"] = c.label;
    out["humanCodingScheme"] = c.code;
    out["CFItemType"] = c.category.empty() ? name(c.kind) : c.category;
    out["lastChangeDateTime"] = when_;
    for (const attribute_view& a : f_.attributes_of_competence(i)) {
      if (a.name == "case_code") out["humanCodingScheme"] = a.value;
      if (a.name == "education_level") out["educationLevel"].push_back(a.value);
    }
    return out;
  }

  void relate(std::uint32_t i, const json& document) {
    const json self = node_of(i);
    const auto above = f_.broader_of(i);
    for (const std::uint32_t b : above) associate(self, "isChildOf", node_of(b));
    if (above.empty()) associate(self, "isChildOf", document);
    for (const mapping_view& m : f_.mappings_of_competence(i)) {
      json other = node(guid(m.framework, m.code), "CFItems", {});
      other["title"] = std::string(m.framework) + ":" + std::string(m.code);
      associate(self, association_of(m.relation), other);
    }
  }

  void associate(const json& from, std::string_view type, const json& to) {
    const std::string own = guid_of(from["identifier"].get<std::string>() + " " + std::string(type) + " " +
                                    to["identifier"].get<std::string>());
    associations_.push_back({{"identifier", own},
                             {"uri", base_ + "CFAssociations/" + own},
                             {"associationType", type},
                             {"originNodeURI", from},
                             {"destinationNodeURI", to},
                             {"lastChangeDateTime", when_}});
  }

  const framework& f_;
  std::string base_, when_, id_;
  json associations_ = json::array();
};

std::string joined(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view p : parts) out += (out.empty() ? "" : "|") + std::string(p);
  return out;
}

}  // namespace

json case_package_of(const framework& f, const std::string& base, instant when) {
  return case_writer(f, base, when).write();
}

std::string sheet_of(const framework& f) {
  std::string out = csv_line({"job code", "job", "job definition", "importance", "code", "competence", "definition",
                              "domain", "kind", "uri", "parent", "synonyms"});
  const auto line = [&](const job_view* job, std::string_view importance, std::uint32_t i) {
    const competence_view c = f.competence(i);
    std::vector<std::string_view> above, labels;
    for (const std::uint32_t b : f.broader_of(i)) above.push_back(f.competence(b).code);
    for (const label_view& l : f.labels_of_competence(i))
      if (l.language == f.language()) labels.push_back(l.text);
    std::vector<std::string> record;
    const auto add = [&](std::string_view text) { record.push_back(as_inert_cell(text)); };
    add(job == nullptr ? "" : job->code);
    add(job == nullptr ? "" : job->label);
    add(job == nullptr ? "" : job->definition);
    add(importance);
    for (const std::string_view text : {c.code, c.label, c.definition, c.category, name(c.kind), c.uri}) add(text);
    add(joined(above));
    add(joined(labels));
    out += csv_line(record);
  };
  std::vector<bool> asked(f.counts().competences);
  for (std::uint32_t j = 0; j < f.counts().jobs; ++j) {
    const job_view job = f.job(j);
    const auto links = f.links_of(j);
    for (const job_link& l : links) {
      line(&job, name(l.importance), l.competence);
      asked[l.competence] = true;
    }
    if (links.empty())
      out += csv_line({as_inert_cell(job.code), as_inert_cell(job.label), as_inert_cell(job.definition), "", "", "", "",
                       "", "", "", "", ""});
  }
  for (std::uint32_t i = 0; i < asked.size(); ++i)
    if (!asked[i]) line(nullptr, "", i);
  return out;
}

result<std::string> export_framework(const framework& f, std::string_view format, std::string_view base, instant when) {
  if (format == "csv") return sheet_of(f);
  if (format != "case") return fail(failure::unsupported, unknown_format, {shortened(format, 80)});
  if (base.empty()) base = "https://example.org/";
  if (!base.ends_with('/') || base.find("://") == std::string_view::npos || first_bad_utf8(base))
    return fail(failure::input, bad_base, {shortened(base, 200)});
  return write_json(case_package_of(f, std::string(base), when));
}

}  // namespace activateur
