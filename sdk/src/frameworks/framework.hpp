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

namespace compiled {
struct parts;
}

// Savoir-faire, savoir-être, savoir; a language; a bloc de compétences of a certification.
enum class competence_kind : std::uint8_t { know_how, soft_skill, knowledge, language, block };
// A macro-competence gathers items and is a competence itself; a group is only a heading of the hierarchy.
enum class competence_grain : std::uint8_t { macro, item, group };
enum class link_importance : std::uint8_t { ordinary, core, emerging };  // coeur métier: "", P, E
enum class target_kind : std::uint8_t { job, qualification, vacancy, achievement, venture };
// SKOS exactMatch, closeMatch, broadMatch, narrowMatch, relatedMatch; and what took the place of a withdrawn entry.
// "broad": the other one is broader than the entry.
enum class mapping_relation : std::uint8_t { exact, close, broad, narrow, related, replaced_by };

// The names documents use, as "know_how", "replaced_by".
std::string_view name(competence_kind k);
std::string_view name(competence_grain g);
std::string_view name(link_importance i);
std::string_view name(target_kind k);
std::string_view name(mapping_relation r);

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
  bool withdrawn = false;
  std::string_view uri;  // where its publisher names it; or empty
};

struct job_view {
  std::uint32_t index = no_index;
  std::string_view code;
  std::string_view label;
  std::string_view definition;
  std::string_view domain;  // domaine professionnel code, "K13"
  std::string_view domain_label;
  std::string_view riasec;  // major then minor letter, "RC"
  target_kind kind = target_kind::job;
  bool withdrawn = false;
  std::string_view uri;
};

struct label_view {  // an appellation, a synonym, or the label in another language
  std::string_view text;
  std::string_view language;  // two letters; the framework's own when it says no other
  std::string_view code;      // its own, as the code OGR of an appellation; or empty
};

struct attribute_view {
  std::string_view name, value;
};

struct mapping_view {
  std::string_view framework, code;
  mapping_relation relation = mapping_relation::close;
  std::uint16_t weight = 0;  // thousandths
  std::string_view source;
};

struct condition_view {  // a working condition
  std::string_view code, label, category;
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
  std::size_t know_how = 0, macros = 0, soft_skills = 0, knowledge = 0, languages = 0, blocks = 0, groups = 0;
  std::size_t core_links = 0, emerging_links = 0;
  std::size_t appellations = 0;  // labels of jobs beside the first
  std::size_t labels = 0;        // labels of competences beside the first
  std::size_t mappings = 0, conditions = 0, qualifications = 0, withdrawn = 0;
};

class framework {
 public:
  // Maps a compiled file. Refuses, with the reason, one of another format and a damaged one. A file that lies as
  // save() sealed it is taken at its word but for its header (see sealed_file.hpp), so that opening costs nothing;
  // any other is read through: checksum, every offset and index. Reading stays within the file whatever it says.
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
  [[nodiscard]] std::string_view language() const;  // of its labels: "fr"
  // Reads a mapped file through, whatever its seal says.
  [[nodiscard]] result<void> check() const;
  [[nodiscard]] framework_counts counts() const;

  [[nodiscard]] competence_view competence(std::uint32_t index) const;  // index < counts().competences
  [[nodiscard]] job_view job(std::uint32_t index) const;
  [[nodiscard]] std::optional<std::uint32_t> find_competence(std::string_view code) const;
  [[nodiscard]] std::optional<std::uint32_t> find_job(std::string_view code) const;
  // By the publisher's URI.
  [[nodiscard]] std::optional<std::uint32_t> find_competence_by_uri(std::string_view uri) const;
  [[nodiscard]] std::optional<std::uint32_t> find_job_by_uri(std::string_view uri) const;
  // By any of its labels, folded (case, accents, punctuation): exact matches only.
  [[nodiscard]] std::optional<std::uint32_t> find_competence_by_label(std::string_view label) const;

  [[nodiscard]] std::vector<job_link> links_of(std::uint32_t job) const;  // by competence index
  [[nodiscard]] std::vector<std::uint32_t> jobs_with(std::uint32_t competence) const;
  [[nodiscard]] std::vector<mobility> mobilities_of(std::uint32_t job) const;  // nearest first
  [[nodiscard]] std::vector<std::string_view> appellations_of(std::uint32_t job) const;
  [[nodiscard]] std::vector<std::uint32_t> items_of(std::uint32_t broader) const;       // those right below
  [[nodiscard]] std::vector<std::uint32_t> broader_of(std::uint32_t competence) const;  // right above, macro first
  [[nodiscard]] std::vector<label_view> labels_of_competence(std::uint32_t competence) const;
  [[nodiscard]] std::vector<label_view> labels_of_job(std::uint32_t job) const;  // appellations_of, in full
  [[nodiscard]] std::vector<attribute_view> attributes_of_competence(std::uint32_t competence) const;
  [[nodiscard]] std::vector<attribute_view> attributes_of_job(std::uint32_t job) const;
  [[nodiscard]] std::vector<mapping_view> mappings_of_competence(std::uint32_t competence) const;
  [[nodiscard]] std::vector<mapping_view> mappings_of_job(std::uint32_t job) const;
  // The entries that one of another framework is mapped to, both ways read from this side.
  [[nodiscard]] std::vector<std::uint32_t> competences_mapped_to(std::string_view framework,
                                                                 std::string_view code) const;
  [[nodiscard]] std::vector<std::uint32_t> jobs_mapped_to(std::string_view framework, std::string_view code) const;
  [[nodiscard]] std::vector<condition_view> conditions_of(std::uint32_t job) const;

 private:
  struct layout;
  friend const compiled::parts& parts_of(const framework& f);
  explicit framework(std::unique_ptr<layout> l);
  std::unique_ptr<layout> layout_;
};

// Its tables, for the files of this room that read more than the class shows.
const compiled::parts& parts_of(const framework& f);

using framework_ptr = std::shared_ptr<const framework>;

// Several frameworks side by side, and several versions of each; names are "framework:code", as "rome:K1304" or
// "rome:100003". Of several versions the bare id means the newest; "rome@59:K1304" means a given one.
struct framework_ref {
  framework_ptr in;
  std::uint32_t index = no_index;
};

class framework_set {
 public:
  void add(framework_ptr f);  // the same id and version replaces the one before
  // The newest version of each, in the order in which ids came.
  [[nodiscard]] const std::vector<framework_ptr>& all() const { return newest_; }
  [[nodiscard]] const std::vector<framework_ptr>& versions() const { return versions_; }
  // "rome": the newest; "rome@59": that version. Null when absent.
  [[nodiscard]] framework_ptr find(std::string_view id) const;
  // Of the newest versions only: what an older one names is migrated first (migration.hpp).
  [[nodiscard]] std::optional<framework_ref> competence(std::string_view name) const;
  [[nodiscard]] std::optional<framework_ref> job(std::string_view name) const;

 private:
  [[nodiscard]] framework_ptr newest(std::string_view id) const;
  std::vector<framework_ptr> newest_, versions_;
};

// Whether version `a` is older than `b`: runs of digits compare as numbers, so that "9" < "60" < "v61.1".
bool older(std::string_view a, std::string_view b);

// "rome:100003".
std::string competence_name(const framework& f, std::uint32_t competence);
std::string job_name(const framework& f, std::uint32_t job);

}  // namespace activateur
