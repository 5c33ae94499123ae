#include <algorithm>

#include "frameworks/framework.hpp"

namespace activateur {
namespace {

struct split_name {
  std::string_view framework, code;
};

// At the first colon: a framework's id has none, a code may (ESCO's are URIs).
std::optional<split_name> split(std::string_view name) {
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  return split_name{name.substr(0, colon), name.substr(colon + 1)};
}

std::string joined(std::string_view framework, std::string_view code) {
  std::string out(framework);
  out += ':';
  out += code;
  return out;
}

}  // namespace

void framework_set::add(framework_ptr f) {
  if (f == nullptr) return;
  const auto same = std::find_if(all_.begin(), all_.end(), [&](const auto& other) { return other->id() == f->id(); });
  if (same != all_.end())
    *same = std::move(f);
  else
    all_.push_back(std::move(f));
}

framework_ptr framework_set::find(std::string_view id) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const auto& f) { return f->id() == id; });
  return found == all_.end() ? nullptr : *found;
}

std::optional<framework_ref> framework_set::competence(std::string_view name) const {
  const auto parts = split(name);
  if (!parts) return std::nullopt;
  framework_ptr in = find(parts->framework);
  if (in == nullptr) return std::nullopt;
  const auto index = in->find_competence(parts->code);
  if (!index) return std::nullopt;
  return framework_ref{std::move(in), *index};
}

std::optional<framework_ref> framework_set::job(std::string_view name) const {
  const auto parts = split(name);
  if (!parts) return std::nullopt;
  framework_ptr in = find(parts->framework);
  if (in == nullptr) return std::nullopt;
  const auto index = in->find_job(parts->code);
  if (!index) return std::nullopt;
  return framework_ref{std::move(in), *index};
}

std::string competence_name(const framework& f, std::uint32_t competence) {
  return joined(f.id(), f.competence(competence).code);
}

std::string job_name(const framework& f, std::uint32_t job) { return joined(f.id(), f.job(job).code); }

}  // namespace activateur
