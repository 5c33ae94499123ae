// A published showcase as linked data: a page about a person, in the words of schema.org (Person, Role, Occupation,
// EducationalOccupationalCredential, Recommendation, DefinedTerm). What schema.org has no word for, as an estimate, is
// left out.
#include <algorithm>

#include "report/showcase.hpp"
#include "report/words.hpp"

namespace activateur {
namespace {

// Only terms that are used are defined, each with what its values are: nothing depends on a context of others.
json terms() {
  json out{{"@version", 1.1}, {"id", "@id"}, {"type", "@type"}};
  for (const char* word : {"ProfilePage",
                           "Person",
                           "Role",
                           "OrganizationRole",
                           "Occupation",
                           "Organization",
                           "Place",
                           "DefinedTerm",
                           "DefinedTermSet",
                           "EducationalOccupationalCredential",
                           "Recommendation",
                           "Rating",
                           "CreativeWork",
                           "name",
                           "description",
                           "inLanguage",
                           "version",
                           "contactPoint",
                           "ContactPoint",
                           "roleName",
                           "termCode",
                           "skills",
                           "credentialCategory",
                           "reviewBody",
                           "reviewAspect",
                           "ratingValue",
                           "bestRating",
                           "worstRating",
                           "jobTitle",
                           "mainEntity",
                           "hasPart",
                           "hasOccupation",
                           "affiliation",
                           "hasCredential",
                           "knowsAbout",
                           "inDefinedTermSet",
                           "location",
                           "publisher",
                           "competencyRequired",
                           "author",
                           "reviewRating",
                           "itemReviewed",
                           "encodingFormat",
                           "sha256",
                           "text"})
    out[word] = "https://schema.org/" + std::string(word);
  out["evidence"] = "https://schema.org/subjectOf";
  out["url"] = {{"@id", "https://schema.org/url"}, {"@type", "@id"}};
  for (const char* day : {"startDate", "endDate", "datePublished", "expires"})
    out[day] = {{"@id", "https://schema.org/" + std::string(day)}, {"@type", "https://schema.org/Date"}};
  return out;
}

void put(json& into, const char* name, const std::string& text) {
  if (!text.empty()) into[name] = text;
}
void put(json& into, const char* name, const std::optional<instant>& day) {
  if (day) put(into, name, report::machine_date(*day));
}
void put(json& into, const char* name, json list) {
  if (!list.empty()) into[name] = std::move(list);
}

json term(const shown_competence& c) {
  json out{{"type", "DefinedTerm"}};
  const auto colon = c.id.find(':');
  put(out, "name", c.label.empty() ? c.id : c.label);
  put(out, "termCode", colon == std::string::npos ? c.id : c.id.substr(colon + 1));
  if (colon != std::string::npos)
    out["inDefinedTermSet"] = {{"type", "DefinedTermSet"}, {"name", c.id.substr(0, colon)}};
  return out;
}

json term(const shown_alignment& a) {
  json out{{"type", "DefinedTerm"}};
  put(out, "name", a.name);
  put(out, "url", a.url);
  put(out, "termCode", a.code);
  if (!a.framework.empty()) out["inDefinedTermSet"] = {{"type", "DefinedTermSet"}, {"name", a.framework}};
  return out;
}

json evidence_of(const shown_item& item) {
  json out = json::array();
  for (const shown_evidence& e : item.evidence) {
    json one{{"type", "CreativeWork"}};
    put(one, "name", e.label);
    put(one, "url", e.url);
    put(one, "encodingFormat", e.media_type);
    put(one, "sha256", e.sha256);
    put(one, "text", e.text);
    out.push_back(std::move(one));
  }
  return out;
}

class writer {
 public:
  explicit writer(const showcase_version& of) : of_(of) {}

  json written() {
    for (const shown_section& section : of_.sections)
      for (const shown_item& item : section.items) add(item);
    json person{{"id", of_.id + "#person"}, {"type", "Person"}};
    put(person, "name", of_.name);
    if (!of_.contact.empty()) person["contactPoint"] = {{"type", "ContactPoint"}, {"description", of_.contact}};
    put(person, "hasOccupation", std::move(occupations_));
    put(person, "affiliation", std::move(affiliations_));
    put(person, "hasCredential", std::move(credentials_));
    put(person, "knowsAbout", std::move(known_));
    json out{{"@context", terms()},
             {"id", of_.id},
             {"type", "ProfilePage"},
             {"name", of_.title},
             {"inLanguage", std::string(tag(of_.lang))},
             {"version", of_.number},
             {"datePublished", report::machine_date(of_.published)},
             {"mainEntity", std::move(person)}};
    put(out, "description", of_.introduction);
    put(out, "hasPart", std::move(said_));
    return out;
  }

 private:
  void add(const shown_item& item) {
    switch (item.kind) {
      case shown_kind::experience: return experience(item);
      case shown_kind::credential: return credential(item);
      case shown_kind::feedback: return said(item, item.about, item.level, item.text);
      case shown_kind::observation:
        for (const shown_competence& c : item.competences) said(item, c, c.level, lines(c.text, item.text));
        return;
      case shown_kind::self_assessment:
      case shown_kind::opinion: return knows(item.about);
    }
  }

  [[nodiscard]] json named(const shown_item& item, const char* type) const {
    return {{"id", of_.id + "#" + item.id}, {"type", type}};
  }

  void experience(const shown_item& item) {
    json role = named(item, "Role"), occupation{{"type", "Occupation"}, {"name", item.title}};
    put(role, "roleName", item.title);
    put(role, "description", lines(item.text, item.words));
    put(role, "startDate", item.from);
    put(role, "endDate", item.to);
    put(role, "evidence", evidence_of(item));
    json skills = json::array();
    for (const shown_competence& c : item.competences) {
      skills.push_back(term(c));
      knows(c);
    }
    put(occupation, "skills", std::move(skills));
    role["hasOccupation"] = std::move(occupation);
    occupations_.push_back(std::move(role));
    if (item.organisation.empty() && item.place.empty()) return;
    json organisation{{"type", "Organization"}};
    put(organisation, "name", item.organisation);
    if (!item.place.empty()) organisation["location"] = {{"type", "Place"}, {"name", item.place}};
    json within{{"type", "OrganizationRole"}, {"roleName", item.title}, {"affiliation", std::move(organisation)}};
    put(within, "startDate", item.from);
    put(within, "endDate", item.to);
    affiliations_.push_back(std::move(within));
  }

  void credential(const shown_item& item) {
    json out = named(item, "EducationalOccupationalCredential");
    out["credentialCategory"] = "badge";
    put(out, "name", item.title);
    put(out, "description", lines(item.text, item.words));
    put(out, "datePublished", item.issued);
    put(out, "expires", item.valid_until);
    if (!item.issuer_name.empty() || !item.issuer.empty())
      out["publisher"] = {{"type", "Organization"},
                          {"name", item.issuer_name.empty() ? item.issuer : item.issuer_name}};
    json competences = json::array();
    for (const shown_alignment& a : item.alignments) competences.push_back(term(a));
    put(out, "competencyRequired", std::move(competences));
    credentials_.push_back(std::move(out));
  }

  void said(const shown_item& item, const shown_competence& about, const std::optional<double>& level,
            const std::string& text) {
    json out{{"type", "Recommendation"}, {"itemReviewed", {{"id", of_.id + "#person"}}}};
    put(out, "reviewAspect", about.label.empty() ? about.id : about.label);
    put(out, "reviewBody", text);
    put(out, "description", item.words);
    put(out, "datePublished", item.at);
    if (level)
      out["reviewRating"] = {{"type", "Rating"}, {"ratingValue", *level}, {"bestRating", 4}, {"worstRating", 0}};
    json author{{"type", "Person"}};
    put(author, "name", item.by);
    put(author, "jobTitle", item.role);
    if (author.size() > 1) out["author"] = std::move(author);
    said_.push_back(std::move(out));
  }

  void knows(const shown_competence& c) {
    json one = term(c);
    if (std::find(known_.begin(), known_.end(), one) == known_.end()) known_.push_back(std::move(one));
  }

  const showcase_version& of_;
  json occupations_ = json::array(), affiliations_ = json::array(), credentials_ = json::array(),
       known_ = json::array(), said_ = json::array();
};

}  // namespace

json showcase_linked_data(const showcase_version& of) { return writer(of).written(); }

}  // namespace activateur
