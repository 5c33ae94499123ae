// Feedback asked from somebody by a link that works once, until it expires or is revoked (its record removed).
#include <algorithm>

#include "store/call.hpp"
#include "store/documents.hpp"

namespace activateur {
namespace {

using namespace store_messages;

const actor& holder() {
  static const actor guest{role::guest, "link", {}};
  return guest;
}

// The request of a token that still works. Who tries another leaves a trace.
result<record_row> open_request(store_call& in, std::string_view token, operation what, record_kind of) {
  auto row = in.rows().by_lookup(in.keys().lookup("link", token));
  if (!row || row->kind != static_cast<int>(record_kind::feedback_request) || row->due <= in.now()) {
    if (auto noted = in.note_refused_link(what, of); !noted) return std::move(noted).why();
    return fail(failure::denied, ended_link);
  }
  return *std::move(row);
}

bool asks_about(const json& request, const json& competence) {
  const json& list = request.at("competences");
  return std::any_of(list.begin(), list.end(), [&](const json& c) { return c.at("competence") == competence; });
}

json feedback_of(const json& request, const json& answers, const json& answer, const record_row& asked, instant now) {
  json out{{"competence", answer.at("competence")},
           {"level", answer.at("level")},
           {"role", answers.at("role")},
           {"kind", answers.value("kind", "feedback")},
           {"by", answers.value("by", "link-" + to_text(asked.id))},  // one link is one voice
           {"at", to_text(now)},
           {"request", to_text(asked.id)}};
  if (request.contains("experience")) out["experience"] = request["experience"];
  // What was said of the whole was said of each that nothing else was said of.
  for (const json* from : {&answers, &answer})
    if (from->contains("text")) out["text"] = (*from)["text"];
  if (answers.contains("sharing")) out["sharing"] = answers["sharing"];
  return out;
}

}  // namespace

result<json> store::ask_feedback(const actor& by, std::string_view person, const json& given, const context& with) {
  const json request = without_nulls(given);
  if (auto right = check_document(record_kind::feedback_request, request); !right) return std::move(right).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto whose = in.person_named(person);
    if (!whose) return whose.why();
    if (auto allowed = in.demand(operation::add, record_kind::feedback_request, whose->id); !allowed)
      return std::move(allowed).why();
    record_row row;
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    row.person = whose->id;
    row.kind = static_cast<int>(record_kind::feedback_request);
    const auto about = in.experience_in(whose->id, request);
    if (!about) return about.why();
    row.about = *about;
    const result<std::string> token = in.start_link(row, request, "feedback_request", "link");
    if (!token) return token.why();
    if (auto kept = in.keep(row, request); !kept) return std::move(kept).why();
    result<json> out = in.envelope(row);
    if (out) (*out)["token"] = *token;
    return out;
  });
}

result<json> store::asked(std::string_view token, const context& with) {
  return store_call::run<json>(*this, holder(), with, false, [&](store_call& in) -> result<json> {
    const auto row = open_request(in, token, operation::read, record_kind::feedback_request);
    if (!row) return row.why();
    const result<json> request = in.opened(*row);
    if (!request) return request.why();
    json out{{"schema", "activateur/feedback-question/1"},
             {"competences", request->at("competences")},
             {"expires", to_text(instant{row->due})}};
    for (const char* shown : {"question", "role"})
      if (request->contains(shown)) out[shown] = (*request)[shown];
    if (!row->about) return out;
    const auto about = in.rows().record(*row->about, false);
    // Of a team that she has left nothing is told any more.
    if (!about || !about->person || (about->person != row->person && !in.belongs(*about->person, *row->person)))
      return out;
    const result<json> experience = in.opened(*about);
    if (!experience) return experience.why();
    out["experience"] = experience->at("title");  // and nothing else of it
    return out;
  });
}

result<json> store::answer(std::string_view token, const json& given, const context& with) {
  const json answers = without_nulls(given);
  if (auto right = check_answers(answers); !right) return std::move(right).why();
  return store_call::run<json>(*this, holder(), with, true, [&](store_call& in) -> result<json> {
    auto row = open_request(in, token, operation::add, record_kind::feedback);
    if (!row) return std::move(row).why();
    result<json> request = in.opened(*row);
    if (!request) return request;
    if (auto noted = in.note(operation::add, record_kind::feedback, row->person, row->id, true); !noted)
      return std::move(noted).why();
    json kept_ids = json::array();
    std::size_t size = 0;
    for (const json& one : answers.at("answers")) {
      if (!asks_about(*request, one.at("competence")))
        return fail(failure::input, not_asked, {one.at("competence").get<std::string>()});
      record_row feedback;
      const result<store_id> id = in.new_id();
      if (!id) return id.why();
      feedback.id = *id;
      feedback.person = row->person;
      feedback.kind = static_cast<int>(record_kind::feedback);
      feedback.about = row->about;
      const json document = feedback_of(*request, answers, one, *row, with.now);
      if (auto right = check_document(record_kind::feedback, document); !right) return std::move(right).why();
      size += write_json(document).size();
      if (size > largest_record)
        return fail(failure::limit, too_large, {std::to_string(size), std::to_string(largest_record)});
      if (auto kept = in.keep(feedback, document); !kept) return std::move(kept).why();
      kept_ids.push_back(to_text(feedback.id));
    }
    // Used: nothing leads to it any more.
    row->lookup.clear();
    ++row->version;
    (*request)["answered"] = to_text(with.now);
    if (auto kept = in.keep(*row, *request); !kept) return std::move(kept).why();
    return json{{"schema", "activateur/feedback-kept/1"}, {"records", std::move(kept_ids)}};
  });
}

}  // namespace activateur
