#include "frameworks/search.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "frameworks/query.hpp"
#include "frameworks/ranking.hpp"

namespace activateur {
namespace {

// Hits with only some of the words are shown when fewer than this have them all, and must explain this much of the
// query's rarity.
constexpr std::size_t enough_whole = 10;
constexpr float least_share = 0.3F;

bool wanted(const std::vector<std::string>& any_of, std::string_view value) {
  return any_of.empty() || std::find(any_of.begin(), any_of.end(), value) != any_of.end();
}

struct candidate {
  const framework_ptr* in;
  ranked_owner ranked;
  bool is_job;
  std::uint32_t index;
};

class filter {
 public:
  explicit filter(const search_request& r) : asked_(r) {}

  [[nodiscard]] bool lets(const compiled::parts& p, bool is_job, std::uint32_t index) const {
    if (!asked_.type.empty() && (asked_.type == "job") != is_job) return false;
    if (is_job) {
      const compiled::job_record j = p.jobs[index];
      return asked_.kinds.empty() && asked_.grains.empty() && !asked_.transversal &&
             (asked_.withdrawn || j.withdrawn == 0) && wanted(asked_.domains, p.text(j.domain)) &&
             wanted(asked_.targets, name(static_cast<target_kind>(j.kind)));
    }
    const compiled::competence_record c = p.competences[index];
    return asked_.domains.empty() && asked_.targets.empty() && (asked_.withdrawn || c.withdrawn == 0) &&
           wanted(asked_.kinds, name(static_cast<competence_kind>(c.kind))) &&
           wanted(asked_.grains, name(static_cast<competence_grain>(c.grain))) &&
           (!asked_.transversal || *asked_.transversal == (c.transversal != 0));
  }

 private:
  const search_request& asked_;
};

std::string_view code_of(const candidate& c) {
  const compiled::parts& p = parts_of(**c.in);
  return p.text(c.is_job ? p.jobs[c.index].code : p.competences[c.index].code);
}

// Counts by number first: a query of one letter has tens of thousands of hits.
class facet_counts {
 public:
  void add(const candidate& c) {
    const compiled::parts& p = parts_of(**c.in);
    ++frameworks_[c.in];
    ++types_[c.is_job ? 1 : 0];
    if (c.is_job) {
      const compiled::job_record j = p.jobs[c.index];
      ++targets_[j.kind];
      ++domains_[{c.in, j.domain.offset, j.domain.length}];
      return;
    }
    const compiled::competence_record r = p.competences[c.index];
    ++kinds_[r.kind];
    ++grains_[r.grain];
    ++transversal_[r.transversal];
  }

  [[nodiscard]] search_facets facets() const {
    search_facets out;
    for (const auto& [f, n] : frameworks_) out.framework[std::string((*f)->id())] += n;
    for (std::size_t i = 0; i < 256; ++i) {
      add_to(out.type, i == 1 ? "job" : "competence", types_[i]);
      add_to(out.target, name(static_cast<target_kind>(i)), targets_[i]);
      add_to(out.kind, name(static_cast<competence_kind>(i)), kinds_[i]);
      add_to(out.grain, name(static_cast<competence_grain>(i)), grains_[i]);
      add_to(out.transversal, i == 0 ? "false" : "true", transversal_[i]);
    }
    for (const auto& [at, n] : domains_) {
      const auto& [f, offset, length] = at;
      const std::string_view domain = parts_of(**f).text({offset, length});
      if (!domain.empty()) out.domain[std::string(domain)] += n;
    }
    return out;
  }

 private:
  using counts = std::array<std::size_t, 256>;
  static void add_to(std::map<std::string, std::size_t>& facet, std::string_view value, std::size_t n) {
    if (n > 0) facet[std::string(value)] += n;
  }

  std::map<const framework_ptr*, std::size_t> frameworks_;
  std::map<std::tuple<const framework_ptr*, std::uint32_t, std::uint32_t>, std::size_t> domains_;
  counts types_{}, targets_{}, kinds_{}, grains_{}, transversal_{};
};

// The words of `text` that the query's words stand for.
std::vector<text_span> marked(const compiled::parts& p, std::string_view text, const std::vector<word_group>& query) {
  std::vector<text_span> out;
  for (const folded_word& word : fold_words(text)) {
    const auto id = word_lookup(p).find(word.text);
    if (!id) continue;
    const bool found = std::any_of(query.begin(), query.end(), [&](const word_group& g) {
      const auto at = std::lower_bound(g.words.begin(), g.words.end(), *id,
                                       [](const weighted& w, std::uint32_t n) { return w.id < n; });
      return at != g.words.end() && at->id == *id;
    });
    if (found) out.push_back({word.begin, word.end});
  }
  return out;
}

// The score said: 2 for the very words asked for, above 1 when one label has every word.
double score_of(const ranked_owner& r) { return (r.whole ? 1.0 : 0.0) + 0.999 * static_cast<double>(r.score); }

class searching {
 public:
  searching(const std::vector<framework_ptr>& frameworks, const search_request& request)
      : request_(request), folded_(fold(request.words)) {
    for (const framework_ptr& f : frameworks)
      if (wanted(request.frameworks, f->id())) asked_.push_back(f);
  }

  search_page run() {
    std::vector<const compiled::parts*> parts;
    for (const framework_ptr& f : asked_) parts.push_back(&parts_of(*f));
    const query_words query = read_query(request_.words, parts);
    search_page out;
    if (query.words.empty()) return out;
    for (const framework_ptr& f : asked_) gather(f, groups_.emplace_back(groups_of(query, parts_of(*f))));
    leave_weak_out();
    out.total = found_.size();
    facet_counts counts;
    for (const candidate& c : found_) counts.add(c);
    out.facets = counts.facets();
    sort_page();
    for (std::size_t i = request_.offset; i < page_end(); ++i) out.hits.push_back(hit_of(found_[i]));
    return out;
  }

 private:
  void gather(const framework_ptr& f, const std::vector<word_group>& query) {
    const compiled::parts& p = parts_of(*f);
    const filter lets(request_);
    ranker ranking(p);
    const auto competences = static_cast<std::uint32_t>(p.competences.size());
    for (const ranked_owner& r : ranking.rank(query)) {
      if (r.query_share < least_share) continue;
      const bool is_job = r.owner >= competences;
      const std::uint32_t index = is_job ? r.owner - competences : r.owner;
      if (!lets.lets(p, is_job, index)) continue;
      found_.push_back({&f, r, is_job, index});
      candidate& c = found_.back();
      // Only the very words asked for have the whole score.
      if (r.entry_share > 0.9F && fold(place_of(p, r.entry).text) == folded_) c.ranked.score = 2;
    }
  }

  void leave_weak_out() {
    const auto whole = std::count_if(found_.begin(), found_.end(), [](const candidate& c) { return c.ranked.whole; });
    if (static_cast<std::size_t>(whole) < enough_whole) return;
    std::erase_if(found_, [](const candidate& c) { return !c.ranked.whole; });
  }

  // Without overflow, whatever the request says.
  [[nodiscard]] std::size_t page_end() const {
    const std::size_t begin = std::min(request_.offset, found_.size());
    return begin + std::min(request_.limit, found_.size() - begin);
  }

  void sort_page() {
    const auto better = [&](const candidate& a, const candidate& b) {
      const double left = score_of(a.ranked);
      const double right = score_of(b.ranked);
      if (left != right) return left > right;
      if (a.in != b.in) return a.in < b.in;
      if (const int order = code_of(a).compare(code_of(b)); order != 0) return order < 0;
      return a.is_job && !b.is_job;
    };
    const std::size_t end = page_end();
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(end), found_.end(), better);
  }

  search_hit hit_of(const candidate& c) {
    const compiled::parts& p = parts_of(**c.in);
    search_hit out;
    out.is_job = c.is_job;
    out.index = c.index;
    out.score = std::min(2.0, score_of(c.ranked));
    out.matched = c.ranked.entry != no_index
                      ? std::string(place_of(p, c.ranked.entry).text)
                      : std::string(p.text(c.is_job ? p.jobs[c.index].label : p.competences[c.index].label));
    out.spans = marked(p, out.matched, groups_[static_cast<std::size_t>(c.in - asked_.data())]);
    out.in = *c.in;
    return out;
  }

  const search_request& request_;
  std::string folded_;
  std::vector<framework_ptr> asked_;
  std::vector<std::vector<word_group>> groups_;
  std::vector<candidate> found_;
};

}  // namespace

search_page search(const framework_set& frameworks, const search_request& request) {
  return searching(frameworks.all(), request).run();
}

std::vector<search_hit> search(const framework& f, std::string_view words, std::size_t limit) {
  search_request request;
  request.words = words;
  request.limit = limit;
  // The caller's framework outlives the call: nothing to own.
  const framework_ptr borrowed(framework_ptr{}, &f);
  auto page = searching({borrowed}, request).run();
  for (search_hit& hit : page.hits) hit.in = nullptr;
  return std::move(page.hits);
}

}  // namespace activateur
