// A job description: one text, its first line the title, each competence a line that begins with a dash or a bullet;
// the other lines are the description.
#include <filesystem>

#include "base/file.hpp"
#include "base/text.hpp"
#include "frameworks/csv_text.hpp"
#include "frameworks/draft_builder.hpp"
#include "frameworks/import_messages.hpp"
#include "frameworks/import_source.hpp"
#include "frameworks/label_code.hpp"

namespace activateur {

namespace say = import_messages;

namespace {

constexpr std::size_t description_bytes = 1U << 20U;

constexpr message empty_line{"job_description.empty", "This bullet says nothing. Complete or remove it.",
                             "Cette puce ne dit rien. Complétez-la ou retirez-la."};

// The text after a bullet.
std::optional<std::string_view> after_bullet(std::string_view line) {
  for (const std::string_view bullet : {"-", "*", "•", "–", "·", "▪"})
    if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
  return std::nullopt;
}

result<framework_draft> read(const import_source& source, const import_options& options, journal& faults) {
  auto bytes = read_file(source.path, description_bytes);
  if (!bytes) return std::move(bytes).why();
  const auto text = csv_text(*std::move(bytes), csv_encoding::utf8_else_windows_1252, source.path);
  if (!text) return text.why();
  draft_builder built;
  if (const std::string language = two_letters(options.language); !language.empty()) built.draft.language = language;
  std::int64_t number = 0;
  for (std::string_view rest = *text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (line.empty()) continue;
    const location where{source.path, {}, number, 1};
    if (built.draft.jobs.empty()) {
      draft_job* j = built.add_job(std::filesystem::path(source.path).stem().string());
      j->kind = target_kind::vacancy;
      j->label = after_bullet(line).value_or(line);
      if (j->label.empty()) return fail(failure::input, say::empty_value, {"1"}, where);
      continue;
    }
    const auto asked = after_bullet(line);
    draft_job& job = built.draft.jobs.front();
    if (!asked) {
      job.definition += (job.definition.empty() ? "" : "\n") + std::string(line);
      continue;
    }
    const std::string code = code_from(*asked);
    if (code.empty()) {
      faults.add(fail(failure::input, empty_line, {}, where));
      continue;
    }
    if (draft_competence* c = built.add_competence(code); c != nullptr) c->label = *asked;
    draft_builder::link(job, code, link_importance::ordinary);
  }
  built.settle(faults, source.path);
  return std::move(built.draft);
}

bool recognises(const import_source& source) {
  return !source.directory && !source.document && source.path.ends_with(".txt");
}

}  // namespace

const import_format job_description{"job-description", recognises, read};

}  // namespace activateur
