// The jobs of a framework as vectors (what they ask for, the words they are described with), and how alike one is
// to all the others in each of them.
#pragma once

#include <array>

#include "frameworks/framework.hpp"
#include "frameworks/sparse_rows.hpp"

namespace activateur {

// One job (the source) against every job (the target), by the target's index. All are 0 to 1.
struct job_likeness {
  std::vector<double> shared;          // weighted Jaccard of competences, weight = rarity
  std::vector<double> target_covered;  // share of the target's competences that the source has, by rarity
  std::vector<double> source_covered;  // the other way round
  std::vector<double> target_core;     // share of the target's core competences that the source has
  std::vector<double> source_core;
  std::vector<double> items, know_how, soft_skills, knowledge;  // cosines
  std::vector<double> macros, objectives, stakes;  // cosines of counts by macro-competence, objectif, enjeu
  std::vector<double> target_macros;  // share of the target's know-how whose macro-competence the source has
  std::vector<double> source_macros;
  std::vector<double> names, appellations, definitions, competence_words;                     // cosines of words
  std::vector<double> name_in_competences, definition_in_appellations, name_in_appellations;  // across, both ways
  std::vector<double> overall;  // items and words together: the first ranking, from which neighbours are taken
};

class job_spaces {
 public:
  explicit job_spaces(const framework& f);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] job_likeness likeness(std::uint32_t source) const;
  // likeness(source).overall alone, at a fifth of the work.
  [[nodiscard]] std::vector<double> overall(std::uint32_t source) const;
  // Mean rarity of what the job asks for, log of jobs over jobs that ask for it.
  [[nodiscard]] double mean_rarity(std::uint32_t job) const;
  [[nodiscard]] const std::vector<std::string>& name_stems(std::uint32_t job) const { return name_stems_[job]; }

 private:
  enum text : std::size_t { of_name, of_appellations, of_definition, of_competences, texts };

  void read_links(const framework& f);
  void read_levels(const framework& f);
  void read_words(const framework& f);
  [[nodiscard]] std::vector<double> across(std::uint32_t source, text a, text b) const;

  std::size_t size_;
  sparse_rows asked_;       // weight = rarity
  sparse_rows asked_once_;  // weight = 1
  sparse_rows core_;        // weight = rarity
  std::vector<double> asked_sum_, core_sum_, know_how_sum_;
  sparse_rows items_, know_how_, soft_skills_, knowledge_;
  sparse_rows macros_, objectives_, stakes_;
  sparse_rows macro_present_;  // weight = 1
  sparse_rows macro_demand_;   // weight = rarity of the know-how in it
  std::array<sparse_rows, texts> words_;
  std::vector<std::vector<std::string>> name_stems_;
};

}  // namespace activateur
