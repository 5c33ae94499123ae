// Links that open a published version: until they expire, are used up or revoked, or the version goes.
#include <algorithm>

#include "store/documents.hpp"
#include "store/showcase.hpp"
#include "store/showcase_messages.hpp"

namespace activateur {
namespace {

using namespace store_messages;

constexpr const char* mark = "showcase";  // a token of another kind of link finds nothing here

const actor& holder() {
  static const actor guest{role::guest, "link", {}};
  return guest;
}

bool used_up(const json& link) {
  return link.contains("openings") && link.at("opened").get<std::int64_t>() >= link.at("openings").get<std::int64_t>();
}

// Records of a kind that are about one record, or that `those` picks. What does not open shows nothing to anybody.
using picked = std::function<bool(const record_row&, const json&)>;
result<std::vector<record_row>> found(store_call& in, const store_id& person, record_kind of, const picked& those) {
  std::vector<record_row> out;
  json unopened;
  const auto take = [&](const record_row& r, const json& d) -> result<void> {
    if (those(r, d)) out.push_back(r);
    return {};
  };
  auto all = in.each(person, of, false, take, &unopened);
  if (!all) return std::move(all).why();
  return out;
}

void drop(store_call& in, const record_row& row) {
  in.rows().remove(row.id);
  in.tell(row.person, row.id, static_cast<record_kind>(row.kind), change_kind::removed);
}

result<void> drop_links(store_call& in, const store_id& person, const store_id& version) {
  const auto links = found(in, person, record_kind::showcase_link,
                           [&](const record_row& r, const json&) { return r.about == version; });
  if (!links) return links.why();
  for (const record_row& link : *links) drop(in, link);
  return {};
}

result<void> drop_versions(store_call& in, const store_id& person, const picked& those) {
  const auto versions = found(in, person, record_kind::showcase_version, those);
  if (!versions) return versions.why();
  for (const record_row& version : *versions) {
    if (auto closed = drop_links(in, person, version.id); !closed) return closed;
    drop(in, version);
  }
  return {};
}

// Who may show what is this person's or this collective's.
result<std::vector<store_id>> shown_by(store_call& in, const store_id& owner) {
  std::vector<store_id> out{owner};
  const auto row = in.rows().person(owner);
  if (!row || !row->collective) return out;
  const result<json> profile = in.profile_of(*row);
  if (!profile) {  // somebody altered it: whom the rows tell, so that nothing stays shown
    const auto members = in.rows().members_of(owner);
    out.insert(out.end(), members.begin(), members.end());
    return out;
  }
  for (const json& member : profile->value("members", json::array()))
    if (const auto id = read_store_id(member.get_ref<const std::string&>()); id && in.rows().person(*id))
      out.push_back(*id);
  return out;
}

result<void> drop_those_that_show(store_call& in, const store_id& person, const store_id& record) {
  return drop_versions(in, person, [id = to_text(record)](const record_row&, const json& d) {
    const json& shows = d.at("shows");
    return std::find(shows.begin(), shows.end(), id) != shows.end();
  });
}

result<void> drop_all_that_show(store_call& in, const store_id& owner, const store_id& record) {
  const auto who = shown_by(in, owner);
  if (!who) return who.why();
  for (const store_id& person : *who)
    if (auto done = drop_those_that_show(in, person, record); !done) return done;
  return {};
}

}  // namespace

result<void> close_what_shows(store_call& in, const record_row& removed) {
  if (!removed.person) return {};
  switch (static_cast<record_kind>(removed.kind)) {
    case record_kind::showcase_version: return drop_links(in, *removed.person, removed.id);
    case record_kind::showcase:
      return drop_versions(in, *removed.person,
                           [&](const record_row& r, const json&) { return r.about == removed.id; });
    default: break;
  }
  const bool shown = std::any_of(shown_kinds.begin(), shown_kinds.end(),
                                 [&](record_kind k) { return removed.kind == static_cast<int>(k); });
  return shown ? drop_all_that_show(in, *removed.person, removed.id) : result<void>{};
}

result<void> close_what_shows(store_call& in, const record_row& changed, const json& after) {
  const auto of = static_cast<record_kind>(changed.kind);
  if (of != record_kind::feedback && of != record_kind::observation) return {};
  const result<json> before = in.opened(changed);
  if (!before) return before.why();
  const auto allowed = [](const json& d) {
    constexpr std::string_view widening[] = {"none", "level", "words", "named"};
    return std::find(std::begin(widening), std::end(widening), d.value("sharing", "level")) - std::begin(widening);
  };
  return allowed(after) < allowed(*before) ? close_what_shows(in, changed) : result<void>{};
}

result<void> close_what_leavers_show(store_call& in, const person_row& collective, const json& after) {
  if (!collective.collective) return {};
  const auto members = shown_by(in, collective.id);
  if (!members) return members.why();
  std::vector<record_row> theirs;
  for (const record_kind shown : shown_kinds) {
    const auto some = found(in, collective.id, shown, [](const record_row&, const json&) { return true; });
    if (!some) return some.why();
    theirs.insert(theirs.end(), some->begin(), some->end());
  }
  const json stay = after.value("members", json::array());
  for (const store_id& member : *members) {
    if (member == collective.id || std::find(stay.begin(), stay.end(), to_text(member)) != stay.end()) continue;
    for (const record_row& shown : theirs)
      if (auto closed = drop_those_that_show(in, member, shown.id); !closed) return closed;
  }
  return {};
}

result<json> store::share_showcase(const actor& by, std::string_view version, const json& given, const context& with) {
  const json terms = without_nulls(given);
  if (auto right = check_terms(terms); !right) return std::move(right).why();
  return store_call::run<json>(*this, by, with, true, [&](store_call& in) -> result<json> {
    const auto shown = in.record_named(version);
    if (!shown) return shown.why();
    if (shown->kind != static_cast<int>(record_kind::showcase_version))
      return fail(failure::usage, no_version, {std::string(name(record_kind::showcase_version))});
    if (auto allowed = in.demand(operation::add, record_kind::showcase_link, shown->person, shown->id); !allowed)
      return std::move(allowed).why();
    const result<json> about = in.opened(*shown);
    if (!about) return about;
    if (about->contains("withdrawn")) return fail(failure::usage, withdrawn_version);
    record_row row;
    const result<store_id> id = in.new_id();
    if (!id) return id.why();
    row.id = *id;
    row.person = shown->person;
    row.kind = static_cast<int>(record_kind::showcase_link);
    row.about = shown->id;
    const result<std::string> token = in.start_link(row, terms, "showcase_link", mark);
    if (!token) return token.why();
    json document{{"opened", 0}};
    for (const char* same : {"label", "openings"})
      if (terms.contains(same)) document[same] = terms[same];
    if (auto kept = in.keep(row, document); !kept) return std::move(kept).why();
    json out = store_call::envelope(row, std::move(document));
    out["token"] = *token;
    return out;
  });
}

result<json> store::open_showcase(std::string_view token, const context& with) {
  return store_call::run<json>(*this, holder(), with, true, [&](store_call& in) -> result<json> {
    // One answer, whatever is wrong with it: a guess learns nothing, and leaves a trace.
    const auto closed = [&]() -> error {
      if (auto noted = in.note_refused_link(operation::read, record_kind::showcase_link); !noted)
        return std::move(noted).why();
      return fail(failure::denied, closed_link);
    };
    auto row = in.rows().by_lookup(in.keys().lookup(mark, token));
    if (!row || row->kind != static_cast<int>(record_kind::showcase_link) || row->due <= in.now()) return closed();
    result<json> link = in.opened(*row);
    if (!link) return link;
    if (used_up(*link)) return closed();
    const auto version = in.rows().record(*row->about, true);
    if (!version || version->kind != static_cast<int>(record_kind::showcase_version)) return closed();
    if (auto right = in.genuine(*version); !right) return std::move(right).why();
    if (auto noted = in.note(operation::read, record_kind::showcase_link, row->person, row->id, true); !noted)
      return std::move(noted).why();
    (*link)["opened"] = link->at("opened").get<std::int64_t>() + 1;
    (*link)["last_opened"] = to_text(with.now);
    ++row->version;
    if (auto kept = in.keep(*row, *link); !kept) return std::move(kept).why();
    const auto text = in.content_of(*version);
    return text ? read_json(*text) : result<json>(text.why());
  });
}

}  // namespace activateur
