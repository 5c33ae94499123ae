// A certification's grid as a sheet: the same as "activateur/grid/1", one entry a line. The column `grid_rank` says
// what a line is; the grid itself is a line.
#include <filesystem>

#include "base/text.hpp"
#include "frameworks/fold.hpp"
#include "frameworks/grid_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/table_reader.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr message no_grid{
    "grid.no_grid", "No line has the rank \"grid\": it says the id (code) and the title (label). Add it.",
    "Aucune ligne n'a le rang « grille » : elle donne l'identifiant (code) et le titre (libellé). "
    "Ajoutez-la."};
constexpr message two_grids{"grid.two_grids", "A line above is already the grid. Keep one.",
                            "Une ligne plus haut est déjà la grille. N'en gardez qu'une."};
constexpr message wrong_rank{
    "grid.rank",
    "\"{0}\" cannot be part of \"{1}\": a sub-domain is part of a domain, a criterion "
    "of a sub-domain or a domain. Correct the parent or the rank.",
    "« {0} » ne peut pas faire partie de « {1} » : un sous-domaine fait partie d'un domaine, un "
    "critère d'un sous-domaine ou d'un domaine. Corrigez le parent ou le rang."};

enum class rank : std::uint8_t { grid, domain, sub_domain, criterion };

// Columns and ranks under their English and French names, as fold() writes them.
const std::map<std::string_view, std::string_view>& columns() {
  static const std::map<std::string_view, std::string_view> known{
      {"grid rank", "rank"},  {"rang grille", "rank"},        {"code", "code"},          {"label", "label"},
      {"libelle", "label"},   {"parent", "parent"},           {"code parent", "parent"}, {"definition", "definition"},
      {"uri", "uri"},         {"levels", "levels"},           {"niveaux", "levels"},     {"observables", "observables"},
      {"version", "version"}, {"attribution", "attribution"}, {"language", "language"},  {"langue", "language"},
      {"rncp", "rncp"}};
  return known;
}

std::optional<rank> rank_of(std::string_view text) {
  static const std::map<std::string, rank, std::less<>> known{
      {"grid", rank::grid},           {"grille", rank::grid},           {"domain", rank::domain},
      {"domaine", rank::domain},      {"sub domain", rank::sub_domain}, {"sous domaine", rank::sub_domain},
      {"criterion", rank::criterion}, {"critere", rank::criterion}};
  const auto found = known.find(fold(text));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

class grid_sheet_reader {
 public:
  grid_sheet_reader(const import_source& source, journal& faults) : source_(source), faults_(faults), rows_(faults) {}

  result<framework_draft> read() {
    std::error_code failed;
    if (const auto bytes = std::filesystem::file_size(source_.path, failed); !failed) faults_.expect(bytes);
    auto table = csv_table::open(source_.path, csv_encoding::utf8_else_windows_1252, 0);
    if (!table) return std::move(table).why();
    table->take_short_records();
    for (std::size_t i = 0; i < table->header().size(); ++i)
      if (const auto known = columns().find(fold(table->header()[i])); known != columns().end())
        at_.emplace(known->second, i);
    for (const char* needed : {"code", "label", "parent"})
      if (at_.count(needed) == 0)
        if (const auto column = table->column({needed}); !column) return column.why();
    if (auto done = rows_.each(*table, [&] { return read_row(*table); }); !done) return done.why();
    if (!begun_) return fail(failure::input, no_grid, {}, {source_.path, {}, 1, 1});
    if (auto done = place_all(*table); !done) return done.why();
    return built_.finish(faults_, source_.path);
  }

 private:
  struct placed {
    rank is;
    grid_entry entry;
    std::size_t parent_offset;
    bool left_out = false;
  };

  [[nodiscard]] std::optional<std::size_t> at(std::string_view name) const {
    const auto found = at_.find(name);
    return found == at_.end() ? std::nullopt : std::optional(found->second);
  }

  result<void> read_row(csv_table& table) {
    const auto cell = [&](std::string_view name) { return std::string(trimmed(table[at(name)])); };
    bool blank = true;
    for (std::size_t i = 0; i < table.header().size(); ++i) blank = blank && trimmed(table[i]).empty();
    if (blank) return {};
    const auto is = rank_of(cell("rank"));
    if (!is)
      return table.refuse(say::bad_value, {shortened(cell("rank"), 80), "grid, domain, sub_domain, criterion"},
                          *at("rank"));
    for (const char* needed : {"code", "label"})
      if (cell(needed).empty()) return table.refuse(say::empty_value, {needed}, *at(needed));
    if (*is == rank::grid) {
      if (begun_) return table.refuse(two_grids, {}, *at("rank"));
      begun_ = true;
      built_.begin({cell("code"), cell("version"), cell("label"), cell("attribution"), cell("language"), cell("uri"),
                    cell("rncp")});
      return {};
    }
    const bool domain = *is == rank::domain;
    if (domain != cell("parent").empty()) {
      if (domain) return table.refuse(wrong_rank, {cell("code"), shortened(cell("parent"), 80)}, *at("parent"));
      return table.refuse(say::empty_value, {"parent"}, *at("parent"));
    }
    if (!by_code_.emplace(cell("code"), entries_.size()).second)
      return table.refuse(say::duplicate, {cell("code")}, *at("code"));
    entries_.push_back({*is,
                        {cell("code"), cell("label"), cell("definition"), cell("uri"), cell("parent"),
                         *is != rank::criterion, split(cell("levels"), "|\n"), split(cell("observables"), "|\n")},
                        table.offset_of(at("parent").value_or(0))});
    return {};
  }

  // An entry without what it is part of is left out, and so is what is part of it: ranks leave no way to a circle.
  result<void> place_all(const csv_table& table) {
    for (const rank now : {rank::domain, rank::sub_domain, rank::criterion})
      for (placed& one : entries_) {
        if (one.is != now) continue;
        if (auto done = place(table, one); !done)
          if (auto noted = faults_.note(std::move(done).why()); !noted) return noted;
      }
    return {};
  }

  result<void> place(const csv_table& table, placed& one) {
    one.left_out = true;
    if (one.is != rank::domain) {
      const auto above = by_code_.find(one.entry.above);
      if (above == by_code_.end())
        return table.refuse_at(say::unknown_code, {shortened(one.entry.above, 80)}, one.parent_offset);
      const placed& parent = entries_[above->second];
      if (parent.is >= one.is)
        return table.refuse_at(wrong_rank, {shortened(one.entry.code, 80), shortened(one.entry.above, 80)},
                               one.parent_offset);
      if (parent.left_out) return {};
    }
    one.left_out = false;
    built_.add(one.entry);
    return {};
  }

  const import_source& source_;
  journal& faults_;
  table_reader rows_;
  grid_builder built_;
  std::map<std::string_view, std::size_t> at_;
  std::vector<placed> entries_;
  std::map<std::string, std::size_t, std::less<>> by_code_;
  bool begun_ = false;
};

// By its header alone, which no other sheet has.
bool recognises(const import_source& source) {
  if (source.directory || source.document) return false;
  const auto table = csv_table::open(source.path, csv_encoding::utf8_else_windows_1252, 0);
  return table && std::any_of(table->header().begin(), table->header().end(), [](const std::string& heading) {
           const auto known = columns().find(fold(heading));
           return known != columns().end() && known->second == "rank";
         });
}

result<framework_draft> read_grid_sheet(const import_source& source, const import_options& /*options*/,
                                        journal& faults) {
  return grid_sheet_reader(source, faults).read();
}

}  // namespace

const import_format grid_sheet{"grid-csv", recognises, read_grid_sheet};

}  // namespace activateur
