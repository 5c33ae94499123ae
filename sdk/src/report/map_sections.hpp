// The parts of the page about the carte, and what they share.
#pragma once

#include <map>

#include "report/map_report.hpp"
#include "report/sheet.hpp"
#include "report/zones.hpp"

namespace activateur::report {

class map_page : public sheet {
 public:
  map_page(markup& to, const map_content& content, const context& c);

  const map_content& of;

  [[nodiscard]] const possibilities& map() const { return *of.map; }
  [[nodiscard]] std::size_t count_in(zone z) const;
  // "#t-3" when the target has its entry on the page, else empty.
  [[nodiscard]] std::string anchor_of(const std::string& id) const;
  // The target of that id among those the map shows; null: it is not.
  [[nodiscard]] const possibility* shown(const std::string& id) const;
  void target_link(const std::string& id, const std::string& label) const;

 private:
  std::map<std::string, std::size_t, std::less<>> targets_;
};

inline constexpr std::size_t entries_max = 120;  // targets with an entry of their own
inline constexpr std::size_t table_max = 2'000;  // targets in the table
inline constexpr std::size_t points_max = 400;   // in the figure

// The competence of a part by its label, else by its name.
std::string label_of(const competence_part& part);
const message& direction_words(direction d);
const message& target_kind_words(std::string_view kind);
const message& use_words(use_dimension d);

void write_map_header(const map_page& p);
void write_map_answer(const map_page& p);
void write_proposals(const map_page& p);
void write_map_figure(const map_page& p);
void write_zones(const map_page& p);
void write_target(const map_page& p, std::size_t index);
void write_map_table(const map_page& p);
void write_doors(const map_page& p);
void write_map_method(const map_page& p);

}  // namespace activateur::report
