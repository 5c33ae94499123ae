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

bool is_digit_of_version(char c) { return c >= '0' && c <= '9'; }

// Takes the run of digits, or the one other character, that a version starts with.
std::string_view next_part(std::string_view& version) {
  std::size_t length = 0;
  while (length < version.size() && is_digit_of_version(version[length])) ++length;
  const std::string_view part = version.substr(0, std::max<std::size_t>(length, 1));
  version.remove_prefix(part.size());
  return part;
}

}  // namespace

bool older(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    std::string_view x = next_part(a);
    std::string_view y = next_part(b);
    if (is_digit_of_version(x[0]) && is_digit_of_version(y[0])) {
      x.remove_prefix(std::min(x.find_first_not_of('0'), x.size()));
      y.remove_prefix(std::min(y.find_first_not_of('0'), y.size()));
      if (x.size() != y.size()) return x.size() < y.size();
    }
    if (x != y) return x < y;
  }
  return a.empty() && !b.empty();
}

void framework_set::add(framework_ptr f) {
  if (f == nullptr) return;
  const auto put = [&f](std::vector<framework_ptr>& list, auto same) {
    const auto found = std::find_if(list.begin(), list.end(), same);
    if (found == list.end())
      list.push_back(f);
    else
      *found = f;
  };
  put(versions_, [&](const auto& other) { return other->id() == f->id() && other->version() == f->version(); });
  const framework_ptr newest = find(f->id());
  if (newest == nullptr || !older(f->version(), newest->version()))
    put(newest_, [&](const auto& other) { return other->id() == f->id(); });
}

framework_ptr framework_set::find(std::string_view id) const {
  const std::size_t at = id.find('@');
  const std::string_view version = at == std::string_view::npos ? std::string_view{} : id.substr(at + 1);
  const auto& list = at == std::string_view::npos ? newest_ : versions_;
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& f) {
    return f->id() == id.substr(0, at) && (at == std::string_view::npos || f->version() == version);
  });
  return found == list.end() ? nullptr : *found;
}

framework_ptr framework_set::newest(std::string_view id) const {
  framework_ptr in = find(id);
  return std::find(newest_.begin(), newest_.end(), in) == newest_.end() ? nullptr : in;
}

std::optional<framework_ref> framework_set::competence(std::string_view name) const {
  const auto parts = split(name);
  if (!parts) return std::nullopt;
  framework_ptr in = newest(parts->framework);
  if (in == nullptr) return std::nullopt;
  const auto index = in->find_competence(parts->code);
  if (!index) return std::nullopt;
  return framework_ref{std::move(in), *index};
}

std::optional<framework_ref> framework_set::job(std::string_view name) const {
  const auto parts = split(name);
  if (!parts) return std::nullopt;
  framework_ptr in = newest(parts->framework);
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
