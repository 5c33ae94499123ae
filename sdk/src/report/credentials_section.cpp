// What was verified: each badge, its verdict, and each check that is not valid.
#include "report/messages.hpp"
#include "report/sections.hpp"
#include "report/vocabulary.hpp"

namespace activateur::report {
namespace {

std::string_view css_of(verdict v) {
  switch (v) {
    case verdict::valid: return "verdict good";
    case verdict::invalid: return "verdict bad";
    case verdict::indeterminate: break;
  }
  return "verdict unsure";
}

// A tick, a cross, a question mark: the verdicts keep apart without colour.
std::string_view sign_of(verdict v) {
  switch (v) {
    case verdict::valid: return "✓ ";
    case verdict::invalid: return "✗ ";
    case verdict::indeterminate: break;
  }
  return "? ";
}

void write_check(const page& p, const check& c) {
  const auto item = p.out.in("li");
  p.out.element("span", std::string(sign_of(c.result)) + p.say(verdict_words(c.result)),
                {{"class", std::string(css_of(c.result))}});
  std::string why = c.why.text(p.lang());
  if (why.empty()) why = c.name;
  p.out.text(". " + why);
  p.out.element("span", c.name, {{"class", "tag"}});
}

void write_badge(const page& p, const verification& v) {
  const auto card = p.out.in("li", {{"class", "card"}});
  const auto& badge = v.subject;
  {
    const auto title = p.out.in("h3");
    p.out.element("span", std::string(sign_of(v.overall)) + p.say(verdict_words(v.overall)),
                  {{"class", std::string(css_of(v.overall))}});
    std::string name = badge.what.name.empty() ? badge.name : badge.what.name;
    if (name.empty()) name = p.say(words::untitled);
    p.out.text(" — " + name);
  }
  std::string issuer = badge.issuer.name.empty() ? badge.issuer.id : badge.issuer.name;
  if (issuer.empty()) issuer = p.say(words::issuer_unknown);
  p.paragraph(words::issued_by, {issuer});
  bool any_fault = false;
  for (const auto& c : v.checks) any_fault = any_fault || c.result != verdict::valid;
  if (any_fault) {
    const auto list = p.out.in("ul", {{"class", "plain small"}});
    for (const auto& c : v.checks)
      if (c.result != verdict::valid) write_check(p, c);
  }
  const auto details = p.out.in("details");
  p.out.element("summary", p.counted(v.checks.size(), words::checks_one, words::checks_many));
  {
    const auto list = p.out.in("ul");
    for (const auto& c : v.checks) write_check(p, c);
  }
  std::string form(version_words(badge.version));
  if (!v.container.empty()) form.append(", ").append(v.container);
  p.paragraph(words::credential_form, {form, v.source, v.sha256}, "muted");
}

}  // namespace

void write_credentials(const page& p) {
  const auto section = p.out.in("section", {{"aria-labelledby", "credentials"}});
  p.heading("h2", words::h_credentials, "credentials");
  if (p.verifications().empty()) {
    p.paragraph(words::credentials_none);
    return;
  }
  p.paragraph(words::credentials_intro);
  const auto list = p.out.in("ul", {{"class", "plain"}});
  for (const auto& v : p.verifications()) write_badge(p, v);
}

}  // namespace activateur::report
