// A published showcase as Europass XML 3.4.0: a SkillsPassport that is a CV (Cedefop, EuropassSchema.xsd of V3.4). The
// schema gives elements an order, which is kept here. What it has no place for (levels that others saw, estimates, the
// verification of a badge) is left out.
#include <algorithm>

#include "recognition/portfolio.hpp"
#include "report/markup.hpp"
#include "report/showcase.hpp"
#include "report/showcase_messages.hpp"
#include "report/words.hpp"

namespace activateur {
namespace {

constexpr double ms_a_month = days_a_month * static_cast<double>(ms_per_day);

// The schema's own pattern: [^@]+@[^\.]+\..+
bool is_email(const std::string& text) {
  const auto at = text.find('@');
  if (at == 0 || at == std::string::npos || text.find('@', at + 1) != std::string::npos) return false;
  const auto dot = text.find('.', at);
  return dot != std::string::npos && dot > at + 1 && dot + 1 < text.size() &&
         text.find_first_of(" \n") == std::string::npos;
}

class writer {
 public:
  explicit writer(const showcase_version& of) : of_(of) {}

  std::string written() {
    {
      const auto root = out_.in("SkillsPassport", {{"xmlns", "http://europass.cedefop.europa.eu/Europass"},
                                                   {"locale", std::string(tag(of_.lang))}});
      about_document();
      const auto learner = out_.in("LearnerInfo");
      identification();
      headline();
      work();
      skills();
      achievements();
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out_.take();
  }

 private:
  void leaf(std::string_view tag, const std::string& text) {
    if (!text.empty()) out_.element(tag, text);
  }

  void about_document() {
    const auto info = out_.in("DocumentInfo");
    out_.element("DocumentType", "ECV");
    for (const char* moment : {"CreationDate", "LastUpdateDate"}) out_.element(moment, to_text(of_.published));
    out_.element("XSDVersion", "V3.4");
    out_.element("Generator", "Activateur");
    out_.element("Comment", of_.title);
  }

  void identification() {
    if (of_.name.empty() && of_.contact.empty()) return;
    const auto identity = out_.in("Identification");
    if (!of_.name.empty()) {
      const auto name = out_.in("PersonName");
      out_.element("FirstName", of_.name);  // as she gave it: where a first name ends is not guessed
    }
    if (is_email(of_.contact)) {
      const auto contact = out_.in("ContactInfo");
      const auto email = out_.in("Email");
      out_.element("Contact", of_.contact);
    }
  }

  void headline() {
    if (of_.introduction.empty()) return;
    const auto head = out_.in("Headline");
    {
      const auto type = out_.in("Type");
      out_.element("Code", "personal_statement");
    }
    const auto description = out_.in("Description");
    out_.element("Label", of_.introduction);
  }

  static bool is_work(const shown_item& item) {
    return item.kind == shown_kind::experience && (item.is == "work" || item.is == "volunteering");
  }

  template <class Wanted, class Write>
  void list(std::string_view tag, Wanted wanted, Write write) {
    std::vector<const shown_item*> found;
    for (const shown_section& section : of_.sections)
      for (const shown_item& item : section.items)
        if (wanted(item)) found.push_back(&item);
    if (found.empty()) return;
    const auto all = out_.in(tag);
    for (const shown_item* item : found) write(*item);
  }

  void date(std::string_view tag, const instant& t) {
    const std::string day = report::machine_date(t);  // 2023-09-15
    if (day.size() != 10) return;
    out_.leaf(tag, {{"year", day.substr(0, 4)}, {"month", "--" + day.substr(5, 2)}, {"day", "---" + day.substr(8, 2)}});
  }

  // Its dates. What a period cannot say, which has a start whatever else it has, is given back in words.
  std::string period(const shown_item& item) {
    const std::int64_t lasted = item.months ? static_cast<std::int64_t>(*item.months * ms_a_month) : 0;
    std::optional<instant> from = item.from, to = item.to;
    if (from && !to && item.months) to = instant{from->ms + lasted};  // so long, and no longer as far as is known
    if (to && !from && item.months) from = instant{to->ms - lasted};
    if (from && !report::machine_date(*from).empty()) {
      const auto period = out_.in("Period");
      date("From", *from);
      if (to)
        date("To", *to);
      else
        out_.element("Current", "true");
      return {};
    }
    const auto told = [&](const message& what, const std::string& value) {
      return report::spaced(of_.lang, report::say(of_.lang, what) + ": " + value);
    };
    if (to) return told(report::words::shown_to, report::date_in_words(of_.lang, *to));
    return item.months ? told(report::words::shown_months, report::number(of_.lang, *item.months, 1)) : "";
  }

  void work() {
    list("WorkExperienceList", is_work, [this](const shown_item& item) {
      const auto one = out_.in("WorkExperience");
      const std::string undated = period(item);
      {
        const auto position = out_.in("Position");
        out_.element("Label", item.title);
      }
      leaf("Activities", lines(lines(item.text, item.words), undated));
      if (item.organisation.empty() && item.place.empty()) return;
      const auto employer = out_.in("Employer");
      leaf("Name", item.organisation);
      if (item.place.empty()) return;
      const auto contact = out_.in("ContactInfo");
      const auto address = out_.in("Address");
      const auto where = out_.in("Contact");
      out_.element("Municipality", item.place);
    });
  }

  void skills() {
    std::string text;
    std::vector<std::string> told;
    const auto tell = [&](const shown_competence& c) {
      const std::string& label = c.label.empty() ? c.id : c.label;
      if (label.empty() || std::find(told.begin(), told.end(), label) != told.end()) return;
      told.push_back(label);
      text.append(text.empty() ? "" : "\n").append(label);
    };
    for (const shown_section& section : of_.sections)
      for (const shown_item& item : section.items) {
        if (item.kind == shown_kind::experience)
          for (const shown_competence& c : item.competences) tell(c);
        if (item.kind == shown_kind::self_assessment) tell(item.about);
      }
    if (text.empty()) return;
    const auto all = out_.in("Skills");
    const auto job = out_.in("JobRelated");
    out_.element("Description", text);
  }

  // Badges, what else she lived, and what others said: with a code of the schema where it has one.
  void achievements() {
    const auto wanted = [](const shown_item& item) {
      return item.kind == shown_kind::credential || item.kind == shown_kind::feedback ||
             item.kind == shown_kind::observation || (item.kind == shown_kind::experience && !is_work(item));
    };
    list("AchievementList", wanted, [this](const shown_item& item) {
      const auto one = out_.in("Achievement");
      {
        const auto title = out_.in("Title");
        if (item.kind == shown_kind::credential) out_.element("Code", "certifications");
        if (item.kind == shown_kind::feedback || item.kind == shown_kind::observation)
          out_.element("Code", "references");
        const std::string& about = item.about.label.empty() ? item.about.id : item.about.label;
        leaf("Label", item.title.empty() ? about : item.title);
      }
      leaf("Description", described(item));
    });
  }

  // An achievement has one text for all that is said of it: who and where, when, what, and her own words.
  [[nodiscard]] std::string described(const shown_item& item) const {
    std::string who = item.issuer_name.empty() ? item.issuer : item.issuer_name;
    for (const std::string* one : {&item.organisation, &item.place, &item.by})
      if (!one->empty()) who.append(who.empty() ? "" : ", ").append(*one);
    std::string when;
    for (const std::optional<instant>& day : {item.issued, item.at, item.from, item.to})
      if (day) when.append(when.empty() ? "" : " - ").append(report::date_in_words(of_.lang, *day));
    std::string what = item.text;
    if (item.kind == shown_kind::observation)
      for (const shown_competence& c : item.competences)
        what = lines(what, (c.label.empty() ? c.id : c.label) + (c.text.empty() ? "" : ": " + c.text));
    for (const shown_alignment& a : item.alignments) what = lines(what, a.name.empty() ? a.code : a.name);
    return lines(lines(lines(who, when), what), item.words);
  }

  const showcase_version& of_;
  report::markup out_;
};

}  // namespace

std::string showcase_europass(const showcase_version& of) { return writer(of).written(); }

}  // namespace activateur
