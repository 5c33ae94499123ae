// A référentiel, compiled: immutable, position-independent, read where it lies (a mapped file or a buffer).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/context.hpp"

namespace activateur {

enum class competence_kind : std::uint8_t { know_how, soft_skill, knowledge };  // savoir-faire, -être, savoir
enum class competence_grain : std::uint8_t { macro, item };
enum class link_importance : std::uint8_t { ordinary, core, emerging };  // coeur métier: "", P, E

std::string_view name(competence_kind k);
std::string_view name(link_importance i);

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

// Views into the framework; valid while it lives. Indices are positions in competence(i) or job(i).
struct competence_view {
  std::uint32_t index = no_index;
  std::string_view code;
  std::string_view label;
  std::string_view definition;
  competence_kind kind = competence_kind::know_how;
  competence_grain grain = competence_grain::item;
  std::uint32_t macro = no_index;  // the macro-competence it belongs to
  std::string_view hierarchy;      // ROME: code_macro, "3B216" = domain 3, enjeu 3B, objectif 3B2; savoir: category
  std::string_view category;       // sous_categorie
  bool transversal = false;
};

struct job_view {
  std::uint32_t index = no_index;
  std::string_view code;
  std::string_view label;
  std::string_view definition;
  std::string_view domain;  // domaine professionnel code, "K13"
  std::string_view domain_label;
  std::string_view riasec;  // major then minor letter, "RC"
};

struct job_link {  // a competence that a job asks for
  std::uint32_t competence = no_index;
  link_importance importance = link_importance::ordinary;
};

struct mobility {
  std::uint32_t job = no_index;  // where one can go
  std::uint32_t order = 0;       // 1 is the nearest
};

struct framework_counts {
  std::size_t jobs = 0, competences = 0, links = 0, mobilities = 0;
  std::size_t know_how = 0, macros = 0, soft_skills = 0, knowledge = 0, core_links = 0, emerging_links = 0,
              appellations = 0;
};

class framework {
 public:
  // Maps a compiled file. Refuses, with the reason, a damaged one (checksum, every offset and index) or another
  // format version.
  static result<std::shared_ptr<const framework>> open(const std::string& path);
  // The same over a buffer it takes over.
  static result<std::shared_ptr<const framework>> from_bytes(std::string bytes, std::string source);

  framework(const framework&) = delete;
  framework& operator=(const framework&) = delete;
  ~framework();

  [[nodiscard]] std::string_view bytes() const;    // the compiled form: what open() reads back
  [[nodiscard]] std::string_view id() const;       // "rome"
  [[nodiscard]] std::string_view version() const;  // "60"
  [[nodiscard]] std::string_view title() const;
  [[nodiscard]] std::string_view attribution() const;
  [[nodiscard]] framework_counts counts() const;

  [[nodiscard]] competence_view competence(std::uint32_t index) const;  // index < counts().competences
  [[nodiscard]] job_view job(std::uint32_t index) const;
  [[nodiscard]] std::optional<std::uint32_t> find_competence(std::string_view code) const;
  [[nodiscard]] std::optional<std::uint32_t> find_job(std::string_view code) const;
  // By label, folded (case, accents, punctuation): exact matches only.
  [[nodiscard]] std::optional<std::uint32_t> find_competence_by_label(std::string_view label) const;

  [[nodiscard]] std::vector<job_link> links_of(std::uint32_t job) const;  // by competence index
  [[nodiscard]] std::vector<std::uint32_t> jobs_with(std::uint32_t competence) const;
  [[nodiscard]] std::vector<mobility> mobilities_of(std::uint32_t job) const;  // nearest first
  [[nodiscard]] std::vector<std::string_view> appellations_of(std::uint32_t job) const;
  [[nodiscard]] std::vector<std::uint32_t> items_of(std::uint32_t macro) const;

 private:
  struct layout;
  explicit framework(std::unique_ptr<layout> l);
  std::unique_ptr<layout> layout_;
};

using framework_ptr = std::shared_ptr<const framework>;

// Several frameworks side by side; names are "framework:code", as "rome:K1304" or "rome:100003".
struct framework_ref {
  framework_ptr in;
  std::uint32_t index = no_index;
};

class framework_set {
 public:
  void add(framework_ptr f);  // a framework of the same id replaces the one before
  [[nodiscard]] const std::vector<framework_ptr>& all() const { return all_; }
  [[nodiscard]] framework_ptr find(std::string_view id) const;  // null when absent
  [[nodiscard]] std::optional<framework_ref> competence(std::string_view name) const;
  [[nodiscard]] std::optional<framework_ref> job(std::string_view name) const;

 private:
  std::vector<framework_ptr> all_;
};

// "rome:100003".
std::string competence_name(const framework& f, std::uint32_t competence);
std::string job_name(const framework& f, std::uint32_t job);

}  // namespace activateur
