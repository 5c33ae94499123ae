#include "frameworks/identify.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "frameworks/clauses.hpp"
#include "frameworks/lexicon.hpp"
#include "frameworks/query.hpp"
#include "frameworks/ranking.hpp"
#include "frameworks/stem.hpp"

namespace activateur {
namespace {

constexpr std::size_t most_bytes = 65536;
constexpr std::size_t most_clause_words = 60;

constexpr message too_long{"identify.too_long", "The text has {0} bytes; at most {1} are read. Give it in parts.",
                           "Le texte compte {0} octets ; {1} au plus sont lus. Donnez-le en plusieurs parties."};

// How much one counts on what the lexicon says beside what the person wrote.
constexpr float lexicon_weight = 0.85F;

// Of a label: the share that the person's words explain and, in bits, how much. The rest of the constants turn that
// strength into a confidence; they were fitted on the first half of bench/data/identify-fr.tsv (docs/search.md).
constexpr double bits_that_tell = 12, evidence_part = 0.25, steepness = 7, half_way = 0.62;

// A clause says much that is not in the label of what it speaks of.
constexpr float unexplained_words = 0.1F;

double strength_of(const ranked_owner& r) {
  const double telling = 1 - std::exp(-static_cast<double>(r.explained) / bits_that_tell);
  const double label = std::pow(static_cast<double>(r.entry_share), 0.7) * telling;
  return (1 - evidence_part) * label + evidence_part * static_cast<double>(r.score);
}

double confidence_of(double strength) { return 1 / (1 + std::exp(-steepness * (strength - half_way))); }

// A word the person wrote, or that the lexicon says for some of them.
struct meant_word {
  std::string text;
  std::vector<std::size_t> from;  // places in the clause
  bool said = true;
};

class clause_reading {
 public:
  explicit clause_reading(const clause& words) : words_(words) {
    for (std::size_t i = 0; i < words.size() && meant_.size() < most_clause_words; ++i) {
      stems_.push_back(words[i].denied ? std::string{} : stem(words[i].text, "fr"));
      if (!words[i].denied && !is_common_word(words[i].text)) add({words[i].text, {i}, true});
    }
    for (const lexicon_entry& entry : lexicon()) translate(entry);
  }
  [[nodiscard]] const std::vector<meant_word>& meant() const { return meant_; }

 private:
  void add(meant_word word) {
    const auto same = std::find_if(meant_.begin(), meant_.end(), [&](const auto& m) { return m.text == word.text; });
    if (same == meant_.end() && meant_.size() < most_clause_words) meant_.push_back(std::move(word));
  }
  void translate(const lexicon_entry& entry) {
    std::vector<std::size_t> from;
    for (const std::string& root : entry.said) {
      const auto at = std::find(stems_.begin(), stems_.end(), root);
      if (at == stems_.end()) return;
      from.push_back(static_cast<std::size_t>(at - stems_.begin()));
    }
    for (const std::string& word : entry.means) add({word, from, false});
  }

  const clause& words_;
  std::vector<std::string> stems_;
  std::vector<meant_word> meant_;
};

bool stands_for(const word_group& group, std::uint32_t word) {
  const auto at = std::lower_bound(group.words.begin(), group.words.end(), word,
                                   [](const weighted& w, std::uint32_t n) { return w.id < n; });
  return at != group.words.end() && at->id == word;
}

void add_span(std::vector<text_span>& spans, text_span span) {
  if (std::find(spans.begin(), spans.end(), span) == spans.end()) spans.push_back(span);
}

class reading {
 public:
  reading(const framework_set& frameworks, const identify_request& request) : frameworks_(frameworks), request_(request) {
    for (const framework_ptr& f : frameworks.all())
      if (request.frameworks.empty() ||
          std::find(request.frameworks.begin(), request.frameworks.end(), f->id()) != request.frameworks.end())
        asked_.push_back(f);
  }

  identified run() {
    std::vector<const compiled::parts*> parts;
    for (const framework_ptr& f : asked_) parts.push_back(&parts_of(*f));
    const auto clauses = clauses_of(request_.text);
    std::vector<ranker> rankers;
    for (const auto* p : parts) rankers.emplace_back(*p, unexplained_words);
    for (const clause& words : clauses) {
      const clause_reading read(words);
      if (read.meant().empty()) continue;
      const query_words query = asked_of(read, parts);
      for (std::size_t i = 0; i < asked_.size(); ++i) read_clause(words, read, query, asked_[i], rankers[i]);
    }
    for (const text_source& source : request_.sources) ask(source);
    identified out;
    out.failures = std::move(failures_);
    for (auto& [named, entry] : found_) (std::get<1>(named) ? out.jobs : out.competences).push_back(std::move(entry));
    finish(out.competences, false);
    finish(out.jobs, true);
    return out;
  }

 private:
  using key = std::tuple<const framework*, bool, std::uint32_t>;

  // Words of the lexicon are known or left out: never corrected.
  static query_words asked_of(const clause_reading& read, const std::vector<const compiled::parts*>& parts) {
    query_words out;
    for (const meant_word& m : read.meant()) {
      out.words.push_back(m.text);
      out.known.push_back(!m.said || std::any_of(parts.begin(), parts.end(), [&](const compiled::parts* p) {
        return word_lookup(*p).knows(m.text);
      }));
    }
    return out;
  }

  void read_clause(const clause& words, const clause_reading& read, const query_words& query, const framework_ptr& f,
                   ranker& ranking) {
    const compiled::parts& p = parts_of(*f);
    std::vector<std::size_t> place_of_group;
    std::vector<word_group> groups = groups_of(query, p, &place_of_group);
    for (std::size_t g = 0; g < groups.size(); ++g)
      if (!read.meant()[place_of_group[g]].said)
        for (auto* list : {&groups[g].words, &groups[g].stems})
          for (weighted& w : *list) w.weight *= lexicon_weight;
    const auto competences = static_cast<std::uint32_t>(p.competences.size());
    for (const ranked_owner& r : ranking.rank(groups)) {
      if (r.entry == no_index) continue;
      const double confidence = confidence_of(strength_of(r));
      if (confidence < request_.least_confidence) continue;
      const bool is_job = r.owner >= competences;
      const std::uint32_t index = is_job ? r.owner - competences : r.owner;
      if (!wanted(p, is_job, index)) continue;
      identified_entry entry;
      entry.in = f;
      entry.index = index;
      entry.confidence = confidence;
      entry.matched = std::string(place_of(p, r.entry).text);
      entry.source = "words";
      explain(entry, words, read, groups, place_of_group);
      merge(is_job, std::move(entry));
    }
  }

  [[nodiscard]] bool wanted(const compiled::parts& p, bool is_job, std::uint32_t index) const {
    if (is_job) return p.jobs[index].withdrawn == 0;
    const compiled::competence_record c = p.competences[index];
    if (c.withdrawn != 0 || c.grain == static_cast<std::uint8_t>(competence_grain::group)) return false;
    const std::string_view kind = name(static_cast<competence_kind>(c.kind));
    return request_.kinds.empty() || std::find(request_.kinds.begin(), request_.kinds.end(), kind) != request_.kinds.end();
  }

  void explain(identified_entry& entry, const clause& words, const clause_reading& read,
               const std::vector<word_group>& groups, const std::vector<std::size_t>& place_of_group) {
    const word_lookup lookup(parts_of(*entry.in));
    for (const folded_word& w : fold_words(entry.matched)) {
      const auto id = lookup.find(w.text);
      for (std::size_t g = 0; id && g < groups.size(); ++g) {
        if (!stands_for(groups[g], *id)) continue;
        const meant_word& meant = read.meant()[place_of_group[g]];
        for (const std::size_t i : meant.from) add_span(entry.spans, {words[i].begin, words[i].end});
        if (!meant.said && std::find(entry.why.begin(), entry.why.end(), "= " + meant.text) == entry.why.end())
          entry.why.push_back("= " + meant.text);
      }
    }
  }

  // The surest reading says why; the words of the others are added.
  void merge(bool is_job, identified_entry entry) {
    const auto [at, fresh] = found_.try_emplace(key(entry.in.get(), is_job, entry.index), entry);
    if (fresh) return;
    identified_entry& known = at->second;
    if (entry.confidence > known.confidence) std::swap(known, entry);
    for (const text_span& span : entry.spans) add_span(known.spans, span);
  }

  void ask(const text_source& source) {
    auto answer = source.read ? source.read(request_.text) : result(std::vector<text_candidate>{});
    if (!answer) return failures_.push_back(std::move(answer).why());
    for (text_candidate& c : *answer) {
      const auto competence = frameworks_.competence(c.name);
      const auto job = competence ? std::nullopt : frameworks_.job(c.name);
      if ((!competence && !job) || !(c.confidence >= request_.least_confidence)) continue;
      const framework_ref& ref = competence ? *competence : *job;
      if (std::find(asked_.begin(), asked_.end(), ref.in) == asked_.end()) continue;
      if (!wanted(parts_of(*ref.in), job.has_value(), ref.index)) continue;
      identified_entry entry;
      entry.in = ref.in;
      entry.index = ref.index;
      entry.confidence = std::min(c.confidence, 1.0);
      entry.source = source.name;
      for (const text_span& s : c.spans)
        if (s.begin < s.end && s.end <= request_.text.size()) add_span(entry.spans, s);
      merge(job.has_value(), std::move(entry));
    }
  }

  void finish(std::vector<identified_entry>& entries, bool jobs) const {
    const auto place = [&](const framework_ptr& f) { return std::find(asked_.begin(), asked_.end(), f) - asked_.begin(); };
    const auto code = [&](const identified_entry& e) {
      return jobs ? e.in->job(e.index).code : e.in->competence(e.index).code;
    };
    std::sort(entries.begin(), entries.end(), [&](const identified_entry& a, const identified_entry& b) {
      if (a.confidence != b.confidence) return a.confidence > b.confidence;
      if (a.in != b.in) return place(a.in) < place(b.in);
      return code(a) < code(b);
    });
    if (entries.size() > request_.limit) entries.resize(request_.limit);
    for (identified_entry& e : entries) {
      std::sort(e.spans.begin(), e.spans.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
      std::vector<std::string> said;
      for (const text_span& s : e.spans) said.emplace_back(request_.text.substr(s.begin, s.end - s.begin));
      e.why.insert(e.why.begin(), said.begin(), said.end());
    }
  }

  const framework_set& frameworks_;
  const identify_request& request_;
  std::vector<framework_ptr> asked_;
  std::map<key, identified_entry> found_;
  std::vector<error> failures_;
};

}  // namespace

result<identified> identify(const framework_set& frameworks, const identify_request& request) {
  if (request.text.size() > most_bytes)
    return fail(failure::limit, too_long, {std::to_string(request.text.size()), std::to_string(most_bytes)});
  return reading(frameworks, request).run();
}

}  // namespace activateur
