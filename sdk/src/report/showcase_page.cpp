// A published showcase as a page.
#include <array>
#include <utility>

#include "report/messages.hpp"
#include "report/sheet.hpp"
#include "report/showcase.hpp"
#include "report/showcase_messages.hpp"

namespace activateur {
namespace report {
namespace {

using facts = std::vector<std::pair<const message*, std::string>>;

const message& kind_words(shown_kind k) {
  constexpr std::array all{&words::shown_experience,  &words::shown_credential,      &words::shown_feedback,
                           &words::shown_observation, &words::shown_self_assessment, &words::shown_opinion};
  return *all[static_cast<std::size_t>(k)];
}

const message& experience_words(std::string_view is) {
  if (is == "work") return words::shown_work;
  if (is == "volunteering") return words::shown_volunteering;
  if (is == "sport") return words::shown_sport;
  if (is == "family") return words::shown_family;
  if (is == "play" || is == "serious_game") return words::shown_play;
  return words::shown_other;
}

const message& role_words(std::string_view role) {
  if (role == "client") return words::role_client;
  if (role == "colleague") return words::role_colleague;
  if (role == "peer") return words::role_peer;
  if (role == "supervisor") return words::role_supervisor;
  return words::role_professional;
}

const message& evidence_words(std::string_view kind) {
  if (kind == "text") return words::evidence_text;
  if (kind == "photo") return words::evidence_photo;
  return kind == "sound" ? words::evidence_sound : words::evidence_file;
}

const message& verdict_words(std::string_view verdict) {
  if (verdict == "valid") return words::shown_valid;
  return verdict == "invalid" ? words::shown_invalid : words::shown_open;
}

std::string called(const shown_competence& c) { return c.label.empty() ? code_words(c.id) : c.label; }

class showcase_page : public sheet {
 public:
  showcase_page(markup& to, const showcase_version& shown, const context& c) : sheet(to, c), of(shown) {}

  void write() const {
    const auto body = out.in("body");
    write_skip_link(false);
    header();
    {
      const auto main = out.in("main", {{"id", "content"}, {"tabindex", "-1"}});
      contents();
      std::size_t at = 0;
      for (const shown_section& section : of.sections) write_section(section, ++at);
      reading();
    }
    write_footer({});
  }

 private:
  void header() const {
    const auto head = out.in("header");
    paragraph(words::showcase_kicker, {}, "kicker");
    out.element("h1", of.title);
    {
      const auto list = out.in("dl", {{"class", "facts"}});
      if (!of.name.empty()) fact(words::showcase_name, of.name);
      if (!of.contact.empty()) fact(words::showcase_contact, of.contact);
      fact(words::showcase_published, of.published);
      fact(words::showcase_number, std::to_string(of.number));
    }
    paragraphs(of.introduction);
  }

  void contents() const {
    const auto nav = out.in("nav", {{"aria-label", say(words::contents)}});
    const auto list = out.in("ol");
    std::size_t at = 0;
    for (const shown_section& section : of.sections) {
      const auto item = out.in("li");
      out.element("a", section.title, {{"href", "#s-" + std::to_string(++at)}});
    }
    const auto item = out.in("li");
    out.element("a", say(words::h_showcase_reading), {{"href", "#reading"}});
  }

  void write_section(const shown_section& section, std::size_t at) const {
    const std::string id = "s-" + std::to_string(at);
    const auto frame = out.in("section", {{"aria-labelledby", id}});
    out.element("h2", section.title, {{"id", id}});
    paragraphs(section.text);
    for (const shown_item& item : section.items) write_item(item);
  }

  void write_item(const shown_item& item) const {
    const auto card = out.in("div", {{"class", "card"}});
    {
      const auto heading = out.in("h3");
      out.text(item.title.empty() ? called(item.about) : item.title);
      out.element("span", say(kind_words(item.kind)), {{"class", "tag"}});
    }
    write_facts(item);
    // Another's words are marked as such; her own stand as they are.
    if (item.kind == shown_kind::feedback || item.kind == shown_kind::observation)
      quoted(item.text);
    else
      paragraphs(item.text);
    competences(item);
    evidence(item);
    paragraphs(item.words);
  }

  void write_facts(const shown_item& item) const {
    const auto list = facts_of(item);
    const bool dates = item.from || item.to || item.issued || item.valid_until || item.verified || item.at;
    if (list.empty() && !dates) return;
    const auto all = out.in("dl", {{"class", "facts"}});
    for (const auto& [name, value] : list) fact(*name, value);
    for (const auto& [name, day] : {std::pair{&words::shown_from, item.from},
                                    {&words::shown_to, item.to},
                                    {&words::shown_issued, item.issued},
                                    {&words::shown_valid_until, item.valid_until},
                                    {&words::shown_verified_on, item.verified},
                                    {&words::shown_at, item.at}})
      if (day) fact(*name, *day);
  }

  facts facts_of(const shown_item& item) const {
    facts list;
    const auto put = [&](const message& name, std::string value) {
      if (!value.empty()) list.emplace_back(&name, std::move(value));
    };
    const auto count = [&](const message& name, const std::optional<double>& value) {
      if (value) put(name, number(lang(), *value, *value == static_cast<int>(*value) ? 0 : 1));
    };
    const auto share = [&](const message& name, const std::optional<double>& value) {
      if (value) put(name, percent(lang(), *value));
    };
    if (!item.is.empty()) put(words::shown_is, say(experience_words(item.is)));
    put(words::shown_organisation, item.organisation);
    put(words::shown_place, item.place);
    count(words::shown_months, item.months);
    count(words::shown_hours, item.hours_per_week);
    std::vector<std::string> jobs;
    for (std::size_t i = 0; i < item.jobs.size(); ++i) {
      const bool labelled = i < item.job_labels.size() && !item.job_labels[i].empty();
      jobs.push_back(labelled ? item.job_labels[i] : code_words(item.jobs[i]));
    }
    put(words::shown_jobs, joined(jobs));
    put(words::shown_issuer, item.issuer_name.empty() ? item.issuer : item.issuer_name);
    if (!item.verdict.empty()) put(words::shown_verdict, say(verdict_words(item.verdict)));
    if (!item.role.empty()) put(words::shown_role, say(role_words(item.role)));
    put(words::shown_by, item.by);
    if (item.level) put(words::shown_level, level_words(*item.level));
    share(words::shown_belief, item.belief);
    share(words::shown_expectation, item.expectation);
    share(words::shown_uncertainty, item.uncertainty);
    if (item.kind == shown_kind::opinion) put(words::shown_pieces, number(lang(), item.pieces));
    return list;
  }

  std::string level_words(double level) const {
    return say(words::shown_level_of, {number(lang(), level, level == static_cast<int>(level) ? 0 : 1)});
  }

  void competences(const shown_item& item) const {
    if (item.competences.empty() && item.alignments.empty()) return;
    heading("h4", words::shown_competences);
    const auto list = out.in("ul");
    for (const shown_competence& c : item.competences) {
      const auto one = out.in("li");
      out.text(called(c) + (c.level ? " (" + level_words(*c.level) + ")" : ""));
      quoted(c.text);
    }
    for (const shown_alignment& a : item.alignments) {
      const auto one = out.in("li");
      link(a.name.empty() ? (a.code.empty() ? a.url : a.code) : a.name, a.url);
    }
  }

  void evidence(const shown_item& item) const {
    if (item.evidence.empty()) return;
    heading("h4", words::shown_evidence_list);
    const auto list = out.in("ul");
    for (const shown_evidence& e : item.evidence) {
      const auto one = out.in("li");
      link(!e.label.empty() ? e.label : !e.url.empty() ? e.url : say(evidence_words(e.kind)), e.url);
      paragraphs(e.text);
      if (!e.sha256.empty()) paragraph(words::shown_digest, {e.sha256}, "small muted");
    }
  }

  void reading() const {
    const auto frame = out.in("section", {{"aria-labelledby", "reading"}});
    heading("h2", words::h_showcase_reading, "reading");
    paragraph(words::showcase_chosen);
    paragraph(words::showcase_by_kind);
    for (const shown_section& section : of.sections)
      for (const shown_item& item : section.items)
        if (item.kind == shown_kind::opinion) return paragraph(words::showcase_of_opinions);
  }

  void link(const std::string& text, const std::string& url) const {
    if (url.empty())
      out.text(text);
    else
      out.element("a", text, {{"href", url}, {"rel", "noreferrer nofollow"}});
  }

  void quoted(const std::string& text) const {
    if (text.empty()) return;
    const auto quote = out.in("blockquote");
    paragraphs(text);
  }

  // A text of several lines.
  void paragraphs(std::string_view text) const {
    while (!text.empty()) {
      const auto end = text.find('\n');
      if (const std::string_view line = text.substr(0, end); line.find_first_not_of(" \t\r") != std::string_view::npos)
        out.element("p", line);
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
  }

  const showcase_version& of;
};

}  // namespace
}  // namespace report

std::string render_showcase_html(const showcase_version& of, const context& with) {
  context in_its_language = with;
  in_its_language.lang = of.lang;
  report::markup out;
  const report::showcase_page p(out, of, in_its_language);
  out.doctype();
  {
    const auto html = out.in("html", {{"lang", std::string(tag(of.lang))}});
    p.write_head(p.say(report::words::showcase_title, {of.title}));
    p.write();
  }
  return out.take();
}

}  // namespace activateur
