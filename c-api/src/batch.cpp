#include "activateur/batch.h"

#include <algorithm>
#include <limits>
#include <map>

#include "analysis_call.hpp"
#include "arrow_columns.hpp"
#include "batch_options.hpp"

using namespace activateur;
using namespace activateur::c_api;

struct adp_batch {
  std::shared_ptr<activateur::engine> core;  // what verification reads by lives there
  std::unique_ptr<match_run> run;
  std::int64_t at_ms = 0;
};

namespace {

constexpr message not_columns{"arrow.struct", "The array is not of a struct: give one column a child of it.",
                              "Le tableau n'est pas celui d'une structure : donnez chaque colonne comme enfant."};
constexpr message bad_column{"arrow.column",
                             "The column \"{0}\" is missing, or is not of the type that the header names.",
                             "La colonne « {0} » manque, ou n'est pas du type que l'en-tête indique."};
constexpr message bad_row{
    "arrow.row", "The row {0} names no person, or no competence, or its text is not UTF-8 or lies outside its buffer.",
    "La ligne {0} ne nomme pas de personne, ou pas de compétence, ou son texte n'est pas en UTF-8 ou sort de son "
    "tampon."};
constexpr message too_many_rows{"arrow.rows", "More than {0} rows or bytes of text: take results more often.",
                                "Plus de {0} lignes ou octets de texte : prenez les résultats plus souvent."};

constexpr std::size_t arrow_most = std::numeric_limits<std::int32_t>::max();

// --- reading ----------------------------------------------------------------------------------------------------

struct statements {
  std::vector<std::string> persons;
  std::vector<match_statement> all;
};

class statement_reader {
 public:
  statement_reader(const ArrowSchema& schema, const ArrowArray& array) : schema_(schema), array_(array) {}

  result<statements> read(const context& with) {
    const bool is_struct = schema_.format != nullptr && std::string_view(schema_.format) == "+s" &&
                           array_.n_children == schema_.n_children && array_.length >= 0 && array_.offset >= 0 &&
                           (schema_.n_children == 0 || (schema_.children != nullptr && array_.children != nullptr));
    if (!is_struct) return fail(failure::input, not_columns);
    const auto person = column("person", "uUcCsSiIlL", true);
    const auto competence = column("competence", "uU", true);
    const auto expectation = column("expectation", "fg", true);
    const auto belief = column("belief", "fg", false);
    const auto plausibility = column("plausibility", "fg", false);
    const auto level = column("level", "cCsSiIlL", false);
    if (!wrong_.empty()) return fail(failure::input, bad_column, {wrong_});
    statements out;
    out.all.reserve(static_cast<std::size_t>(array_.length));
    std::map<std::string, std::uint32_t, std::less<>> known;
    for (std::int64_t row = 0; row < array_.length; ++row) {
      if (row % 65536 == 0 && !with.progress.at(0, 0)) return progress_sink::cancelled();
      const auto who = person->null(row) ? std::nullopt : name_of(*person, row);
      const auto what = competence->null(row) ? std::nullopt : competence->text(row);
      if (!who || !what || first_bad_utf8(*who) || first_bad_utf8(*what))
        return fail(failure::input, bad_row, {std::to_string(row)});
      auto known_as = known.find(*who);
      if (known_as == known.end()) {
        known_as = known.emplace(*who, static_cast<std::uint32_t>(out.persons.size())).first;
        out.persons.push_back(*who);
      }
      match_statement s{known_as->second, *what, 0, {0, 0, 1}};
      s.value.expectation =
          expectation->null(row) ? std::numeric_limits<double>::quiet_NaN() : expectation->number(row);
      if (belief && !belief->null(row)) s.value.belief = belief->number(row);
      if (plausibility && !plausibility->null(row)) s.value.plausibility = plausibility->number(row);
      if (level && !level->null(row)) s.level = static_cast<int>(std::clamp<std::int64_t>(level->whole(row), -1, 5));
      out.all.push_back(s);
    }
    return out;
  }

 private:
  std::optional<arrow_reader> column(const char* name, std::string_view formats, bool needed) {
    bool unusable = false;
    auto out = arrow_reader::of(schema_, array_, name, formats, unusable);
    if (wrong_.empty() && (unusable || (needed && !out))) wrong_ = name;
    return out;
  }
  static std::optional<std::string> name_of(const arrow_reader& person, std::int64_t row) {
    if (!person.is_text()) return person.digits(row);
    const auto text = person.text(row);
    return text ? std::optional<std::string>(*text) : std::nullopt;
  }

  const ArrowSchema& schema_;
  const ArrowArray& array_;
  std::string wrong_;
};

// --- giving -----------------------------------------------------------------------------------------------------

// The rows as columns; a person that failed has one, in her place.
class result_columns {
 public:
  result_columns(const match_run& run, const match_result& from, language lang) : run_(run), from_(from), lang_(lang) {}

  result<arrow_column> make() {
    std::size_t failed = 0, text = 0;
    for (const match_person& p : from_.persons) {
      failed += p.failed ? 1 : 0;
      text += p.name.size() + (p.failed ? p.failed->text(lang_).size() : 0);
    }
    for (const match_target& t : run_.targets()) text += t.id.size();
    count_ = from_.rows.size() + failed;
    if (count_ > arrow_most || text > arrow_most)
      return fail(failure::limit, too_many_rows, {std::to_string(arrow_most)});
    lay_out();
    arrow_column out{"+s", "", static_cast<std::int64_t>(count_)};
    out.buffers = {arrow_buffer{}};
    out.children = {positions(), persons(), targets(), zones_after_scores()};
    auto scores = {numbers("belief", from_.rows.belief), numbers("expectation", from_.rows.expectation),
                   numbers("plausibility", from_.rows.plausibility)};
    out.children.insert(out.children.end() - 1, scores.begin(), scores.end());
    add_errors(out.children);
    return out;
  }

 private:
  static constexpr std::size_t no_row = static_cast<std::size_t>(-1);

  // Whose each row of the result is, and which row of the scores it holds.
  void lay_out() {
    std::size_t next = 0;
    for (std::size_t p = 0; p < from_.persons.size(); ++p) {
      if (from_.persons[p].failed) {
        person_.push_back(static_cast<std::uint32_t>(p));
        row_.push_back(no_row);
      }
      for (; next < from_.rows.size() && from_.rows.person[next] == p; ++next) {
        person_.push_back(static_cast<std::uint32_t>(p));
        row_.push_back(next);
      }
    }
    for (const std::size_t r : row_) scored_.add(r != no_row);
  }

  template <class Number, class Of>
  arrow_column fixed(const char* name, const char* format, const arrow_validity* validity, Of&& of) const {
    std::vector<Number> values;
    values.reserve(count_);
    for (std::size_t i = 0; i < count_; ++i) values.push_back(of(i));
    arrow_column out{format, name, static_cast<std::int64_t>(count_), validity == nullptr ? 0 : validity->nulls()};
    out.buffers = {validity == nullptr ? arrow_buffer{} : validity->buffer(), buffer_of(std::move(values))};
    return out;
  }
  arrow_column positions() const {
    return fixed<std::uint64_t>("position", "L", nullptr,
                                [&](std::size_t i) { return from_.persons[person_[i]].position; });
  }
  arrow_column persons() const {
    std::map<std::string_view, std::int32_t> places;
    std::vector<std::optional<std::string_view>> names;
    arrow_validity named;
    for (const std::uint32_t p : person_) {
      const std::string_view name = from_.persons[p].name;
      named.add(!name.empty());
      if (!name.empty() && places.try_emplace(name, static_cast<std::int32_t>(names.size())).second)
        names.emplace_back(name);
    }
    auto out = fixed<std::int32_t>("person", "i", &named, [&](std::size_t i) {
      const auto place = places.find(from_.persons[person_[i]].name);
      return place == places.end() ? 0 : place->second;
    });
    out.dictionary = std::make_shared<arrow_column>(text_column("", names));
    return out;
  }
  arrow_column targets() const {
    std::vector<std::optional<std::string_view>> ids;
    for (const match_target& t : run_.targets()) ids.emplace_back(t.id);
    auto out = fixed<std::int32_t>("target", "i", &scored_, [&](std::size_t i) {
      return row_[i] == no_row ? 0 : static_cast<std::int32_t>(from_.rows.target[row_[i]]);
    });
    out.dictionary = std::make_shared<arrow_column>(text_column("", ids));
    return out;
  }
  arrow_column numbers(const char* name, const std::vector<double>& values) const {
    return fixed<double>(name, "g", &scored_, [&](std::size_t i) { return row_[i] == no_row ? 0 : values[row_[i]]; });
  }
  arrow_column zones_after_scores() const {
    std::vector<std::optional<std::string_view>> names;
    for (const zone z : {zone::now, zone::after_recognition, zone::short_path, zone::long_path})
      names.emplace_back(name(z));
    auto out = fixed<std::int8_t>("zone", "c", &scored_, [&](std::size_t i) {
      return row_[i] == no_row ? std::int8_t{0} : static_cast<std::int8_t>(from_.rows.in[row_[i]]);
    });
    out.dictionary = std::make_shared<arrow_column>(text_column("", names));
    return out;
  }
  void add_errors(std::vector<arrow_column>& into) const {
    std::vector<std::string> said;  // views into it are taken once it is whole
    for (const match_person& p : from_.persons)
      if (p.failed) said.push_back(p.failed->text(lang_));
    std::vector<std::optional<std::string_view>> codes(count_), texts(count_);
    for (std::size_t i = 0, failed = 0; i < count_; ++i) {
      if (row_[i] != no_row) continue;
      codes[i] = from_.persons[person_[i]].failed->what.code();
      texts[i] = said[failed++];
    }
    into.push_back(text_column("error_code", codes));
    into.push_back(text_column("error", texts));
  }

  const match_run& run_;
  const match_result& from_;
  language lang_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> person_;
  std::vector<std::size_t> row_;
  arrow_validity scored_;
};

template <class Part>
void let_go(Part* part) {
  if (part->release != nullptr) part->release(part);
}

}  // namespace

adp_status adp_batch_create(adp_session* session, const adp_batch_options* options, adp_batch** batch) {
  if (batch != nullptr) *batch = nullptr;
  return guarded(session, [&]() -> adp_status {
    adp_batch_options known;
    if (batch == nullptr) return misuse(session, "batch is NULL");
    batch_request asked;
    if (!read_batch_request(options, known, asked)) return misuse(session, "options are not understood");
    auto run = session->core->batch(asked, context_of(*session, known.at_ms));
    if (!run) return record(*session, run.why());
    *batch = new adp_batch{session->core, *std::move(run), known.at_ms};
    return ADP_OK;
  });
}

void adp_batch_destroy(adp_batch* batch) { delete batch; }

adp_status adp_batch_add(adp_session* session, adp_batch* batch, const adp_document* portfolios) {
  return guarded(session, [&]() -> adp_status {
    if (batch == nullptr || portfolios == nullptr) return misuse(session, "batch or portfolios is NULL");
    const auto added = batch->run->add(portfolios->value, context_of(*session, batch->at_ms));
    return added ? ADP_OK : record(*session, added.why());
  });
}

adp_status adp_batch_add_arrow(adp_session* session, adp_batch* batch, const struct ArrowSchema* schema,
                               const struct ArrowArray* array) {
  return guarded(session, [&]() -> adp_status {
    if (batch == nullptr) return misuse(session, "batch is NULL");
    if (schema == nullptr || array == nullptr || schema->release == nullptr || array->release == nullptr)
      return misuse(session, "schema or array is NULL or released");
    const context with = context_of(*session, batch->at_ms);
    const auto read_in = statement_reader(*schema, *array).read(with);
    if (!read_in) return record(*session, read_in.why());
    const auto added = batch->run->add(read_in->persons, read_in->all, with);
    return added ? ADP_OK : record(*session, added.why());
  });
}

size_t adp_batch_waiting(const adp_batch* batch) { return batch == nullptr ? 0 : batch->run->waiting(); }

adp_status adp_batch_take(adp_session* session, adp_batch* batch, adp_document** result) {
  if (result != nullptr) *result = nullptr;
  return guarded(session, [&]() -> adp_status {
    if (batch == nullptr || result == nullptr) return misuse(session, "batch or result is NULL");
    const context with = context_of(*session, batch->at_ms);
    const auto taken = batch->run->take(with);
    if (!taken) return record(*session, taken.why());
    return give_document(*session, to_document(*batch->run, *taken, with), result);
  });
}

adp_status adp_batch_take_arrow(adp_session* session, adp_batch* batch, struct ArrowSchema* schema,
                                struct ArrowArray* array) {
  if (schema != nullptr) *schema = ArrowSchema{};
  if (array != nullptr) *array = ArrowArray{};
  const adp_status status = guarded(session, [&]() -> adp_status {
    if (batch == nullptr || schema == nullptr || array == nullptr)
      return misuse(session, "batch, schema or array is NULL");
    if (batch->run->rows_waiting() + batch->run->waiting() > arrow_most)
      return record(*session, fail(failure::limit, too_many_rows, {std::to_string(arrow_most)}));
    const context with = context_of(*session, batch->at_ms);
    const auto taken = batch->run->take(with);
    if (!taken) return record(*session, taken.why());
    auto columns = result_columns(*batch->run, *taken, with.lang).make();
    if (!columns) return record(*session, columns.why());
    give_arrow(*std::move(columns), schema, array);
    return ADP_OK;
  });
  if (status != ADP_OK) {
    if (schema != nullptr) let_go(schema);
    if (array != nullptr) let_go(array);
  }
  return status;
}
